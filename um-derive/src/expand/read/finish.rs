//! What a struct is in the end.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::super::target::{Target, assertion, at, of_type};
use super::{access, slot_mut, slot_ref};
use crate::model::{DefaultValue, Field, Group, Item, depends_on};

pub(super) fn function(target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let fields = group.fields.iter().enumerate();
    let values = fields.map(|(index, field)| {
        let (ident, value) = (field.ident, value(index, field));
        quote!(#ident: #value)
    });
    let fields = group.fields.iter();
    let checks = fields
        .filter(|field| depends_on(field.ty, target.generics))
        .flat_map(|field| checks_of(field, &quote!('__de)));
    quote! {
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            #(const { #checks; })*
            __rt::Ok(Self { #(#values,)* })
        }
    }
}

/// What a field is in the end.
fn value(index: usize, field: &Field<'_>) -> TokenStream {
    let Some(take) = access::take(field, &slot_mut(index, field)) else {
        return default(field);
    };
    let is_filled = access::is_filled(field, &slot_ref(index, field));
    let is_filled = is_filled.filter(|_| field.default.is_some());
    let Some(is_filled) = is_filled else {
        return take;
    };
    let default = default(field);
    quote! {
        if #is_filled {
            #take
        } else {
            #default
        }
    }
}

fn default(field: &Field<'_>) -> TokenStream {
    match &field.default {
        Some(DefaultValue::Function(path)) => quote_spanned!(at(path)=> #path()),
        Some(DefaultValue::Trait) | None => {
            let owner = of_type(field.ty, quote!(__rt::core::default::Default));
            quote!(#owner::default())
        }
    }
}

/// The checks that do not wait for generic arguments.
pub(super) fn checks(item: &Item<'_>, group: &Group<'_>) -> TokenStream {
    let fields = group.fields.iter();
    fields
        .filter(|field| !depends_on(field.ty, item.generics))
        .flat_map(|field| checks_of(field, &quote!('static)))
        .map(|check| quote!(const _: () = #check;))
        .collect()
}

/// What only the compiler knows of a field's type.
fn checks_of(
    field: &Field<'_>,
    lifetime: &TokenStream,
) -> impl Iterator<Item = TokenStream> + use<> {
    let optional = optional_check(field, lifetime);
    optional.into_iter().chain(single_check(field))
}

/// `#[soap(attribute, with = "...")] ids: Vec<u8>`
fn single_check(field: &Field<'_>) -> Option<TokenStream> {
    let repeats = access::repeats(field)?;
    let message = format!(
        "field `{}` is a `Vec` where one text stands\nhelp: add `list` for values separated by white space",
        field.ident
    );
    Some(assertion(at(field.ty), &quote!(!#repeats), &message))
}

/// `#[soap(skip_if = "...")]`: what may be left out must be readable without.
fn optional_check(field: &Field<'_>, lifetime: &TokenStream) -> Option<TokenStream> {
    let skip_if = field.skip_if.as_ref()?;
    if field.default.is_some() {
        return None;
    }
    let is_optional = access::is_optional(field, lifetime)?;
    let message = format!(
        "field `{}` has `skip_if` but must be present when read\nhelp: add `default`",
        field.ident
    );
    Some(assertion(skip_if.key.span(), &is_optional, &message))
}
