//! The reading half of a choice: which variant stands, and what has been read of it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Generics;

use super::super::names::element_test;
use super::super::target::at;
use super::access::{self, owner};
use super::claim::{claim_signature, elements, function, seat_signature};
use super::keep::{keep_signature, keeper, keeping_seat_signature};
use super::markers;
use crate::model::{Field, Group, QualifiedName, Role};

/// `enum __State`: the slot of the variant that stands, or none.
pub(super) fn state(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let (parameters, arguments, clause) = generics.split_for_impl();
    let markers = markers(generics);
    let slots = group
        .fields
        .iter()
        .enumerate()
        .filter_map(|(index, field)| {
            let (ty, slot) = (access::slot_type(field)?, slot(index));
            Some(quote_spanned!(at(field.ty)=> #slot(#ty)))
        });
    quote! {
        pub enum __State #parameters #clause {
            __Empty(#markers),
            #(#slots,)*
        }
        #[automatically_derived]
        impl #parameters __rt::core::default::Default for __State #arguments #clause {
            fn default() -> Self {
                Self::__Empty(__rt::core::default::Default::default())
            }
        }
    }
}

/// The name of the state in which the variant with this index stands.
fn slot(index: usize) -> Ident {
    format_ident!("__F{index}")
}

pub(super) fn functions(group: &Group<'_>) -> TokenStream {
    let claim = claim(group);
    let seat = seat(group);
    let keep = keep(group);
    let keeping_seat = keeping_seat(group);
    let finish = finish(group);
    quote! { #claim #seat #keep #keeping_seat #finish }
}

/// The variant that takes what no other does, or a flattened one that has such.
fn keep(group: &Group<'_>) -> Option<TokenStream> {
    let own = keeper(group).and_then(|(index, field)| {
        let (fill, slot) = (access::fill(field, &quote!(__slot))?, slot(index));
        Some(quote! {
            if let __State::__Empty(_) = __state {
                *__state = __State::#slot(__rt::core::default::Default::default());
            }
            let __State::#slot(__slot) = __state else {
                return __rt::Err(__rt::Reader::second_choice(__reader));
            };
            #fill?;
            return __rt::Ok(__rt::Claim::of(0));
        })
    });
    if let Some(own) = own {
        let signature = keep_signature();
        return Some(quote!(#signature { #own }));
    }
    // Beside another variant it is a stranger.
    let flattened = group.flattened().filter_map(|(index, field)| {
        let (owner, slot) = (owner(field)?, slot(index));
        Some(quote! {
            if let __State::#slot(__slot) = __state {
                if #owner::keep(__slot, __reader)? {
                    return __rt::Ok(__rt::Claim::of(0));
                }
            } else if let __State::__Empty(_) = __state {
                let mut __slot = __rt::core::default::Default::default();
                if #owner::keep(&mut __slot, __reader)? {
                    *__state = __State::#slot(__slot);
                    return __rt::Ok(__rt::Claim::of(0));
                }
            }
        })
    });
    let otherwise = quote!(__rt::Ok(__rt::Claim::NONE));
    function(&keep_signature(), flattened, &otherwise)
}

/// The arm for the other variants, if there are any.
fn other_variants(group: &Group<'_>, value: &TokenStream) -> Option<TokenStream> {
    (group.fields.len() > 1).then(|| quote!(_ => #value,))
}

fn keeping_seat(group: &Group<'_>) -> Option<TokenStream> {
    let other = other_variants(group, &quote!(true));
    let own = keeper(group).and_then(|(index, field)| {
        let (is_full, slot) = (access::is_full(field, &quote!(__slot))?, slot(index));
        Some(quote! {
            let __is_taken = match __state {
                __State::__Empty(_) => false,
                __State::#slot(__slot) => #is_full,
                #other
            };
            __rt::Seat::of(0, __is_taken)
        })
    });
    if let Some(own) = own {
        let signature = keeping_seat_signature();
        return Some(quote!(#signature { #own }));
    }
    let chosen = group.flattened().filter_map(|(index, field)| {
        let (owner, slot) = (owner(field)?, slot(index));
        Some(quote! {
            let __is_taken = match __state {
                __State::#slot(__slot) => #owner::is_keeper_taken(__slot),
                _ => __rt::None,
            };
            if let __rt::Some(__is_taken) = __is_taken {
                return __rt::Seat::of(0, __is_taken);
            }
        })
    });
    let another = group.flattened().filter_map(|(_, field)| {
        let owner = owner(field)?;
        Some(quote! {
            let __slot = __rt::core::default::Default::default();
            if let __rt::Some(__is_taken) = #owner::is_keeper_taken(&__slot) {
                let __is_empty = __rt::core::matches!(__state, __State::__Empty(_));
                return __rt::Seat::of(0, __is_taken || !__is_empty);
            }
        })
    });
    let signature = keeping_seat_signature();
    function(&signature, chosen.chain(another), &quote!(__rt::None))
}

fn claim(group: &Group<'_>) -> Option<TokenStream> {
    let own = elements(group).filter_map(|(index, field, name)| {
        let (fill, slot) = (access::fill(field, &quote!(__slot))?, slot(index));
        let test = element_test(name);
        Some(quote! {
            if #test {
                if let __State::__Empty(_) = __state {
                    *__state = __State::#slot(__rt::core::default::Default::default());
                }
                let __State::#slot(__slot) = __state else {
                    return __rt::Err(__rt::Reader::second_choice(__reader));
                };
                #fill?;
                return __rt::Ok(__rt::Claim::of(0));
            }
        })
    });
    let flattened = group.flattened().filter_map(|(index, field)| {
        let (owner, slot) = (owner(field)?, slot(index));
        Some(quote! {
            if let __State::#slot(__slot) = __state {
                if #owner::claim(__slot, __reader, __namespace)? {
                    return __rt::Ok(__rt::Claim::of(0));
                }
            } else {
                let mut __slot = __rt::core::default::Default::default();
                if __rt::Option::is_some(&#owner::is_taken(&__slot, __reader, __namespace)) {
                    let __State::__Empty(_) = __state else {
                        return __rt::Err(__rt::Reader::second_choice(__reader));
                    };
                    #owner::claim(&mut __slot, __reader, __namespace)?;
                    *__state = __State::#slot(__slot);
                    return __rt::Ok(__rt::Claim::of(0));
                }
            }
        })
    });
    let otherwise = quote!(__rt::Ok(__rt::Claim::NONE));
    function(&claim_signature(), own.chain(flattened), &otherwise)
}

/// All variants have the same place: there is no order among them.
fn seat(group: &Group<'_>) -> Option<TokenStream> {
    let other = other_variants(group, &quote!(true));
    let own = elements(group).filter_map(|(index, field, name)| {
        let (is_full, slot) = (access::is_full(field, &quote!(__slot))?, slot(index));
        let test = element_test(name);
        Some(quote! {
            if #test {
                let __is_taken = match __state {
                    __State::__Empty(_) => false,
                    __State::#slot(__slot) => #is_full,
                    #other
                };
                return __rt::Seat::of(0, __is_taken);
            }
        })
    });
    let flattened = group.flattened().filter_map(|(index, field)| {
        let (owner, slot) = (owner(field)?, slot(index));
        Some(quote! {
            let __is_taken = if let __State::#slot(__slot) = __state {
                #owner::is_taken(__slot, __reader, __namespace)
            } else {
                let __slot = __rt::core::default::Default::default();
                let __is_empty = __rt::core::matches!(__state, __State::__Empty(_));
                let __is_mine = #owner::is_taken(&__slot, __reader, __namespace);
                __rt::Option::map(__is_mine, |_| !__is_empty)
            };
            if let __rt::Some(__is_taken) = __is_taken {
                return __rt::Seat::of(0, __is_taken);
            }
        })
    });
    function(&seat_signature(), own.chain(flattened), &quote!(__rt::None))
}

fn finish(group: &Group<'_>) -> TokenStream {
    let arms = group
        .fields
        .iter()
        .enumerate()
        .filter_map(|(index, field)| {
            let take = access::take(field, &quote!(__slot))?;
            let (slot, ident) = (slot(index), field.ident);
            Some(quote!(__State::#slot(__slot) => __rt::Ok(Self::#ident(#take)),))
        });
    let expected = expected(group);
    quote! {
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            match __state {
                #(#arms)*
                __State::__Empty(_) => __rt::Err(__rt::Reader::missing_choice(__reader, &[#(#expected),*])),
            }
        }
    }
}

/// What an error says is missing: elements, and the names of flattened variants.
fn expected(group: &Group<'_>) -> impl Iterator<Item = TokenStream> {
    let fields = group.fields.iter();
    fields.map(|field: &Field<'_>| match &field.role {
        Role::Element(QualifiedName { local, .. }) => local.to_token_stream(),
        Role::Any => quote!("*"),
        _ => field.ident.to_string().to_token_stream(),
    })
}
