//! The reading half of a choice: which variant stands, and what has been read of it.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Generics;

use super::read::{fill_signature, finish_signature, impls, marker, of_state, state_generics};
use super::table;
use super::target::{Target, at_type, literal};
use super::{absent, codec};
use crate::model::{Field, Group, Item};

pub(super) fn group(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let generics = state_generics(target, group);
    let state = state(&generics, group);
    let start = start(&generics, group);
    let fill = fill(&generics, group);
    let finish = finish(item, &generics, group);
    let impls = impls(target, group, &generics, &quote!(#start #fill #finish));
    quote! { #state #impls }
}

/// `enum __State`: the slot of the variant that stands, or none.
fn state(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let (parameters, _, clause) = generics.split_for_impl();
    let slots = group.numbered().map(|(number, field)| {
        let (slot, ty) = (slot(number), codec::slot_type(field));
        quote_spanned!(at_type(field.ty)=> #slot(#ty))
    });
    let marker = marker(generics).map(|marker| quote!((#marker)));
    quote! {
        pub enum __State #parameters #clause {
            __Empty #marker,
            #(#slots,)*
        }
    }
}

/// The name of the state in which the variant with this number stands.
fn slot(number: usize) -> Ident {
    format_ident!("__F{number}")
}

/// The slot of the variant that stands, as an argument.
fn standing(field: &Field<'_>) -> TokenStream {
    codec::variable(field, "__slot").into_token_stream()
}

fn start(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let marker = marker(generics).map(|_| quote!((__rt::core::marker::PhantomData)));
    let arms = group.numbered().map(|(number, field)| {
        let (slot, empty) = (slot(number), codec::empty_slot(field));
        let number = literal(number);
        quote!(#number => __State::#slot(#empty),)
    });
    let state = of_state(generics);
    quote! {
        fn start() -> #state {
            __State::__Empty #marker
        }
        fn choose(__variant: __rt::usize) -> #state {
            match __variant {
                #(#arms)*
                _ => __State::__Empty #marker,
            }
        }
    }
}

fn fill(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let arms = group.numbered().map(|(number, field)| {
        let (slot, fill) = (slot(number), absent::fill(field, number, &standing(field)));
        let number = literal(number);
        quote!((#number, __State::#slot(__slot)) => #fill,)
    });
    let signature = fill_signature(generics);
    quote! {
        #signature {
            match (__field, __state) {
                #(#arms)*
                _ => __rt::Offer::refuse(__offer),
            }
        }
    }
}

fn finish(item: &Item<'_>, generics: &Generics, group: &Group<'_>) -> TokenStream {
    let arms = group.numbered().map(|(number, field)| {
        let (slot, ident) = (slot(number), field.ident);
        let take = codec::take(field, number, &standing(field));
        quote!(__State::#slot(__slot) => __rt::Ok(Self::#ident(#take)),)
    });
    let missing = || quote!(__rt::Err(__rt::End::missing_choice(__end)));
    let nothing = |ident| quote!(__rt::Ok(Self::#ident));
    let empty = group.nothing.map_or_else(missing, nothing);
    let checks = table::later_checks(item);
    let marker = marker(generics).map(|_| quote!((_)));
    let signature = finish_signature(generics);
    quote! {
        #signature {
            #(const { #checks; })*
            match __state {
                #(#arms)*
                __State::__Empty #marker => #empty,
            }
        }
    }
}
