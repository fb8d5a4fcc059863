//! The reading half of a group: slots for the fields, the claims on tags and attributes, the end.

mod access;
mod choice;
mod claim;
mod finish;
mod keep;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{GenericParam, Generics};

use super::target::{Target, at, end, read_bounds};
use crate::model::{Field, Group, Item};

pub(super) fn group(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let generics = target.reading(read_bounds(target, group));
    let state = state(&generics, group);
    let claims = claim::functions(group);
    let keeps = keep::functions(group);
    let finish = finish::function(target, group);
    let checks = finish::checks(item, group);
    let impls = impls(target, &generics, &quote!(#claims #keeps #finish));
    quote! { #state #impls #checks }
}

/// As [`group`], for an enum of which one variant stands.
pub(super) fn choice(target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let generics = target.reading(read_bounds(target, group));
    let state = choice::state(&generics, group);
    let functions = choice::functions(group);
    let impls = impls(target, &generics, &functions);
    quote! { #state #impls }
}

fn impls(target: &Target<'_>, generics: &Generics, functions: &TokenStream) -> TokenStream {
    let (_, arguments, _) = generics.split_for_impl();
    let read_group = target.implement(
        generics,
        quote!(__rt::ReadGroup<'__de>),
        quote! {
            type State = __State #arguments;
            #functions
        },
    );
    let read_element = target.implement(
        generics,
        quote!(__rt::ReadElement<'__de>),
        quote! {
            fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
                __rt::read_group(__reader)
            }
        },
    );
    quote! { #read_group #read_element }
}

/// `struct __State`, one slot per field, with its `Default` written out: a derived one would bound
/// the type parameters.
fn state(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let (parameters, arguments, clause) = generics.split_for_impl();
    let (fields, defaults): (Vec<_>, Vec<_>) = slots(group).unzip();
    let markers = markers(generics);
    let (last, first) = if group.ordered {
        (quote!(__last: __rt::usize,), quote!(__last: 0,))
    } else {
        (TokenStream::new(), TokenStream::new())
    };
    quote! {
        pub struct __State #parameters #clause {
            #(#fields,)*
            #last
            __marker: #markers,
        }
        #[automatically_derived]
        impl #parameters __rt::core::default::Default for __State #arguments #clause {
            fn default() -> Self {
                Self {
                    #(#defaults,)*
                    #first
                    __marker: __rt::core::default::Default::default(),
                }
            }
        }
    }
}

/// A use for each parameter, whether or not a slot has one.
fn markers(generics: &Generics) -> TokenStream {
    let markers = generics.params.iter().filter_map(marker);
    quote!((#(__rt::core::marker::PhantomData<#markers>,)*))
}

fn marker(parameter: &GenericParam) -> Option<TokenStream> {
    match parameter {
        GenericParam::Lifetime(parameter) => {
            let lifetime = &parameter.lifetime;
            Some(quote!(&#lifetime ()))
        }
        GenericParam::Type(parameter) => Some(parameter.ident.to_token_stream()),
        GenericParam::Const(_) => None,
    }
}

/// Each slot as a field of the state, and its first value.
fn slots(group: &Group<'_>) -> impl Iterator<Item = (TokenStream, TokenStream)> {
    let fields = group.fields.iter().enumerate();
    fields.filter_map(|(index, field)| {
        let (ty, mut slot) = (access::slot_type(field)?, slot_name(index));
        slot.set_span(at(field.ty));
        let default = quote_spanned!(at(field.ty)=> __rt::core::default::Default::default);
        let call = quote_spanned!(end(field.ty)=> ());
        Some((quote!(#slot: #ty), quote!(#slot: #default #call)))
    })
}

/// The name of the slot of the field with this index.
fn slot_name(index: usize) -> Ident {
    format_ident!("__f{index}")
}

/// What insists on the order of the fields, before one is filled.
fn in_order(group: &Group<'_>, index: usize) -> Option<TokenStream> {
    let check = quote!(__rt::Reader::in_order(__reader, &mut __state.__last, #index)?;);
    group.ordered.then_some(check)
}

/// A reference to the slot of a field, on the field's type: where that is no type of fields, it is reported
/// there, and once, however often the slot is used.
fn slot_ref(index: usize, field: &Field<'_>) -> TokenStream {
    let mut slot = slot_name(index);
    slot.set_span(end(field.ty));
    let state = quote_spanned!(at(field.ty)=> &__state);
    quote!(#state.#slot)
}

/// The same, to write to.
fn slot_mut(index: usize, field: &Field<'_>) -> TokenStream {
    let mut slot = slot_name(index);
    slot.set_span(end(field.ty));
    let state = quote_spanned!(at(field.ty)=> &mut __state);
    quote!(#state.#slot)
}
