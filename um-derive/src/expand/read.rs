//! The reading half of a struct: what has been read of each field, how it is filled, and what the value is in the end.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{GenericParam, Generics};

use super::absent;
use super::codec;
use super::in_order;
use super::table;
use super::target::{
    Target, assertion, at_type, end, literal, read_bounds, reading_functions, write_bounds,
};
use crate::model::{Field, Group, Item, Role, depends_on};

pub(super) fn group(item: &Item<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let generics = state_generics(target, group);
    let state = state(&generics, group);
    let start = start(group, &generics);
    let fill = fill(group, &generics);
    let finish = finish(item, group, &generics);
    let in_order = in_order::read(group);
    let functions = quote!(#in_order #start #fill #finish);
    let impls = impls(target, group, &generics, &functions);
    let checks = checks(item, group);
    quote! { #state #impls #checks }
}

/// `impl ReadFields`, and `impl ReadElement` that leads to it.
pub(super) fn impls(
    target: &Target<'_>,
    group: &Group<'_>,
    state: &Generics,
    functions: &TokenStream,
) -> TokenStream {
    let generics = target.reading(read_bounds(target, group));
    let state = of_state(state);
    let read_fields = target.implement(
        &generics,
        quote!(__rt::ReadFields<'__de>),
        quote! {
            type State = #state;
            #functions
        },
    );
    let read_element = target.implement(
        &generics,
        quote!(__rt::ReadElement<'__de>),
        reading_functions(
            &quote!(__rt::read_fields::<Self, _>(__reader)),
            Some(&quote!(__rt::read_fields_ahead(__reader, __name))),
        ),
    );
    quote! { #read_fields #read_element }
}

/// The type of the state. `Self::State` might be a variant of the user's.
pub(super) fn of_state(generics: &Generics) -> TokenStream {
    let (_, arguments, _) = generics.split_for_impl();
    quote!(__State #arguments)
}

/// The parameters of the state: the lifetime of the document only where something flattened asks for it.
pub(super) fn state_generics(target: &Target<'_>, group: &Group<'_>) -> Generics {
    if group.has(|role| matches!(role, Role::Flatten)) {
        target.reading(read_bounds(target, group))
    } else {
        target.bounded(write_bounds(target, group))
    }
}

/// `struct __State`, one slot per field.
fn state(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let (parameters, _, clause) = generics.split_for_impl();
    let slots = group.numbered().map(|(number, field)| {
        let (slot, ty) = (slot_at(number, field), codec::slot_type(field));
        quote!(#slot: #ty)
    });
    let marker = marker(generics).map(|marker| quote!(__marker: #marker,));
    quote! {
        pub struct __State #parameters #clause {
            #(#slots,)*
            #marker
        }
    }
}

/// A use for each parameter, whether or not a slot has one.
pub(super) fn marker(generics: &Generics) -> Option<TokenStream> {
    let markers = generics.params.iter().filter_map(|parameter| {
        Some(match parameter {
            GenericParam::Lifetime(parameter) => {
                let lifetime = &parameter.lifetime;
                quote!(&#lifetime ())
            }
            GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
            GenericParam::Const(_) => return None,
        })
    });
    let markers: Vec<_> = markers.collect();
    (!markers.is_empty()).then(|| quote!(__rt::core::marker::PhantomData<(#(#markers,)*)>))
}

fn start(group: &Group<'_>, generics: &Generics) -> TokenStream {
    let slots = group.numbered().map(|(number, field)| {
        let (slot, empty) = (slot_at(number, field), codec::empty_slot(field));
        quote!(#slot: #empty)
    });
    let marker = marker(generics).map(|_| quote!(__marker: __rt::core::marker::PhantomData,));
    let state = of_state(generics);
    quote! {
        fn start() -> #state {
            __State { #(#slots,)* #marker }
        }
    }
}

fn fill(group: &Group<'_>, generics: &Generics) -> Option<TokenStream> {
    let arms = group.numbered().map(|(number, field)| {
        let fill = absent::fill(field, number, &slot(number, field));
        let number = literal(number);
        quote!(#number => #fill,)
    });
    let arms: Vec<_> = arms.collect();
    let signature = fill_signature(generics);
    (!arms.is_empty()).then(|| {
        quote! {
            #signature {
                match __field {
                    #(#arms)*
                    _ => __rt::Offer::refuse(__offer),
                }
            }
        }
    })
}

pub(super) fn fill_signature(generics: &Generics) -> TokenStream {
    let state = of_state(generics);
    quote! {
        fn fill<__O: __rt::Offer>(
            __state: &mut #state,
            __field: __rt::usize,
            __offer: __O,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __O::Answer
    }
}

/// The name of the slot of the field with this number, where the field's type stands.
fn slot_at(number: usize, field: &Field<'_>) -> Ident {
    let mut slot = format_ident!("__f{number}");
    slot.set_span(at_type(field.ty));
    slot
}

/// The slot of a field, to write to, on the field's type from its start to its end: where that is no type of fields,
/// it is reported there, and once, however often the slot is used.
fn slot(number: usize, field: &Field<'_>) -> TokenStream {
    reference(
        number,
        field,
        &quote_spanned!(at_type(field.ty)=> &mut __state),
    )
}

fn reference(number: usize, field: &Field<'_>, state: &TokenStream) -> TokenStream {
    let mut slot = format_ident!("__f{number}");
    slot.set_span(end(field.ty));
    quote!(#state.#slot)
}

/// What a struct is in the end.
fn finish(item: &Item<'_>, group: &Group<'_>, generics: &Generics) -> TokenStream {
    let values = group.with_numbers().map(|(number, field)| {
        let (ident, value) = (field.ident, value(number, field));
        quote!(#ident: #value)
    });
    let optional = group.numbered().filter_map(|(number, field)| {
        let is_later = depends_on(field.ty, item.generics);
        is_later.then(|| optional_check(field, number, &quote!(Self)))?
    });
    let checks = table::later_checks(item).into_iter().chain(optional);
    let signature = finish_signature(generics);
    quote! {
        #signature {
            #(const { #checks; })*
            __rt::Ok(Self { #(#values,)* })
        }
    }
}

pub(super) fn finish_signature(generics: &Generics) -> TokenStream {
    let state = of_state(generics);
    quote! {
        fn finish(__state: &mut #state, __end: __rt::End<'_, '__de>) -> __rt::Result<Self>
    }
}

/// What a field is in the end.
fn value(number: Option<usize>, field: &Field<'_>) -> TokenStream {
    if let Role::Position = field.role {
        return codec::position(field, &quote!(__end));
    }
    let Some(number) = number else {
        return absent::default(field, None);
    };
    let take = codec::take(field, number, &slot(number, field));
    if field.default.is_none() {
        return take;
    }
    let state = quote_spanned!(at_type(field.ty)=> &__state);
    let is_filled = codec::is_filled(field, &reference(number, field, &state));
    let default = absent::default(field, Some(number));
    quote! {
        if #is_filled {
            #take
        } else {
            #default
        }
    }
}

/// The checks that do not wait for generic arguments.
fn checks(item: &Item<'_>, group: &Group<'_>) -> TokenStream {
    let ident = item.ident.to_token_stream();
    let now = group.numbered().filter_map(|(number, field)| {
        let is_now = !depends_on(field.ty, item.generics);
        is_now.then(|| optional_check(field, number, &ident))?
    });
    now.map(|check| quote!(const _: () = #check;)).collect()
}

/// `#[soap(skip_if = "...")]`: what may be left out must be readable without.
fn optional_check(field: &Field<'_>, number: usize, this: &TokenStream) -> Option<TokenStream> {
    let skip_if = field.skip_if.as_ref()?;
    if field.default.is_some() {
        return None;
    }
    let is_optional = codec::is_optional(field, number, this)?;
    let message = format!(
        "field `{}` has `skip_if` but must be present when read\nhelp: add `default`",
        field.ident
    );
    Some(assertion(skip_if.key.span(), &is_optional, &message))
}
