//! Which of a struct's fields an attribute or an element is for.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::names::element_test;
use super::access;
use super::{in_order, slot_mut, slot_ref};
use crate::model::{Field, Group, Name, Qualification, QualifiedName, Role};

pub(super) fn functions(group: &Group<'_>) -> TokenStream {
    let claim_attribute = claim_attribute(group);
    let claim = claim(group);
    let seat = seat(group);
    let read_text = read_text(group);
    quote! { #claim_attribute #claim #seat #read_text }
}

/// The fields that are elements, with their places and names.
pub(super) fn elements<'g, 'a>(
    group: &'g Group<'a>,
) -> impl Iterator<Item = (usize, &'g Field<'a>, &'g QualifiedName)> {
    let fields = group.fields.iter().enumerate();
    fields.filter_map(|(index, field)| match &field.role {
        Role::Element(name) | Role::Wrapper(name, _) => Some((index, field, name)),
        _ => None,
    })
}

/// A function of `branches`, each of which may return; without one there is nothing to ask.
pub(super) fn function(
    signature: &TokenStream,
    branches: impl Iterator<Item = TokenStream>,
    otherwise: &TokenStream,
) -> Option<TokenStream> {
    let mut branches = branches.peekable();
    branches.peek()?;
    Some(quote! {
        #signature {
            #(#branches)*
            #otherwise
        }
    })
}

/// `claim_attribute`, own attributes first.
fn claim_attribute(group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter().enumerate();
    let own = fields.filter_map(|(index, field)| {
        let Role::Attribute(name) = &field.role else {
            return None;
        };
        let fill = access::fill(field, &slot_mut(index, field))?;
        let tests = name.all().map(|local| attribute_test(name, local));
        Some(quote! {
            if #(#tests)||* {
                #fill?;
                return __rt::Ok(true);
            }
        })
    });
    let flattened = group.flattened().filter_map(|(index, field)| {
        let (claim, slot) = (
            access::function(field, "claim_attribute")?,
            slot_mut(index, field),
        );
        Some(quote! {
            if #claim(#slot, __reader, __index)? {
                return __rt::Ok(true);
            }
        })
    });
    let signature = quote! {
        fn claim_attribute(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool>
    };
    function(&signature, own.chain(flattened), &quote!(__rt::Ok(false)))
}

fn attribute_test(name: &QualifiedName, local: &Name) -> TokenStream {
    match &name.qualification {
        Qualification::Qualified { namespace, .. } => {
            quote!(__rt::Reader::attribute_is_in(__reader, __index, #namespace, #local))
        }
        Qualification::ByDefault | Qualification::Unqualified => {
            quote!(__rt::Reader::attribute_is(__reader, __index, __rt::NsId::NONE, #local))
        }
    }
}

/// `claim`, own elements first.
fn claim(group: &Group<'_>) -> Option<TokenStream> {
    let own = elements(group).filter_map(|(index, field, name)| {
        let fill = access::fill(field, &slot_mut(index, field))?;
        let (test, in_order) = (element_test(name), in_order(group, index));
        Some(quote! {
            if #test {
                #in_order
                #fill?;
                return __rt::Ok(__rt::Claim::of(#index));
            }
        })
    });
    let flattened = group.flattened().filter_map(|(index, field)| {
        let claim = access::function(field, "claim")?;
        let is_taken = access::function(field, "is_taken")?;
        let (slot_ref, slot_mut) = (slot_ref(index, field), slot_mut(index, field));
        let Some(in_order) = in_order(group, index) else {
            return Some(quote! {
                if #claim(#slot_mut, __reader, __namespace)? {
                    return __rt::Ok(__rt::Claim::of(#index));
                }
            });
        };
        Some(quote! {
            if __rt::Option::is_some(&#is_taken(#slot_ref, __reader, __namespace)) {
                #in_order
                #claim(#slot_mut, __reader, __namespace)?;
                return __rt::Ok(__rt::Claim::of(#index));
            }
        })
    });
    let otherwise = quote!(__rt::Ok(__rt::Claim::NONE));
    function(&claim_signature(), own.chain(flattened), &otherwise)
}

pub(super) fn claim_signature() -> TokenStream {
    quote! {
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::Claim>
    }
}

/// `seat`: the same questions, without reading.
fn seat(group: &Group<'_>) -> Option<TokenStream> {
    let own = elements(group).filter_map(|(index, field, name)| {
        let test = element_test(name);
        let is_full = access::is_full(field, &slot_ref(index, field))?;
        Some(quote! {
            if #test {
                return __rt::Seat::of(#index, #is_full);
            }
        })
    });
    let flattened = group.flattened().filter_map(|(index, field)| {
        let (is_taken, slot) = (access::function(field, "is_taken")?, slot_ref(index, field));
        Some(quote! {
            if let __rt::Some(__is_taken) = #is_taken(#slot, __reader, __namespace) {
                return __rt::Seat::of(#index, __is_taken);
            }
        })
    });
    function(&seat_signature(), own.chain(flattened), &quote!(__rt::None))
}

pub(super) fn seat_signature() -> TokenStream {
    quote! {
        fn seat(
            __state: &Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Option<__rt::Seat>
    }
}

/// `read_text`, of a field or of a flattened struct.
fn read_text(group: &Group<'_>) -> Option<TokenStream> {
    let mut fields = group.fields.iter().enumerate();
    let own = fields.find(|(_, field)| matches!(field.role, Role::Text));
    let own = own.and_then(|(index, field)| access::fill(field, &slot_mut(index, field)));
    let flattened = group.flattened().filter_map(|(index, field)| {
        let (has_text, read_text) = (
            access::function(field, "HAS_TEXT")?,
            access::function(field, "read_text")?,
        );
        let slot = slot_mut(index, field);
        Some(quote! {
            if #has_text {
                return #read_text(#slot, __reader);
            }
        })
    });
    let signature = quote! {
        fn read_text(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<()>
    };
    match own {
        Some(own) => Some(quote!(#signature { #own })),
        None => function(&signature, flattened, &quote!(__rt::Reader::skip(__reader))),
    }
}
