//! What a struct is in the end.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::super::target::{Target, assertion, at, of_type};
use super::{reading, slot};
use crate::model::{Fallback, Field, Group, Message, Role, depends_on};

pub(super) fn function(target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let fields = group.fields.iter().enumerate();
    let values = fields.map(|(index, field)| {
        let (ident, value) = (field.ident, value(index, field));
        quote!(#ident: #value)
    });
    let checks = group
        .fields
        .iter()
        .filter(|field| depends_on(field.ty, target.generics))
        .filter_map(|field| optional_check(field, &quote!('__de)));
    quote! {
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            #(const { #checks })*
            __rt::Ok(Self { #(#values,)* })
        }
    }
}

/// What a field is in the end.
fn value(index: usize, field: &Field<'_>) -> TokenStream {
    let Some(owner) = reading(field) else {
        return default(field);
    };
    let slot = slot(index);
    let name = missing_name(field).into_iter();
    let take = quote!(#owner::take(&mut __state.#slot, __reader #(, #name)*)?);
    if field.default.is_none() {
        return take;
    }
    let default = default(field);
    quote! {
        if #owner::is_filled(&__state.#slot) {
            #take
        } else {
            #default
        }
    }
}

/// The name by which an error calls what is missing.
pub(super) fn missing_name(field: &Field<'_>) -> Option<TokenStream> {
    match &field.role {
        Role::Attribute(name) | Role::Element(name) => Some(name.local.to_token_stream()),
        Role::Any => Some(quote!("*")),
        Role::Text | Role::Flatten | Role::AnyAttribute | Role::Skip => None,
    }
}

fn default(field: &Field<'_>) -> TokenStream {
    match &field.default {
        Some(Fallback::Function(path)) => quote_spanned!(at(path)=> #path()),
        Some(Fallback::Trait) | None => {
            let owner = of_type(field.ty, quote!(__rt::core::default::Default));
            quote!(#owner::default())
        }
    }
}

/// The checks of `skip_if` that do not wait for generic arguments.
pub(super) fn optional_checks(message: &Message<'_>, group: &Group<'_>) -> TokenStream {
    let fields = group.fields.iter();
    fields
        .filter(|field| !depends_on(field.ty, message.generics))
        .filter_map(|field| optional_check(field, &quote!('static)))
        .map(|check| quote!(const _: () = #check;))
        .collect()
}

/// `#[soap(skip_if = "...")]`: what may be left out must be readable without.
fn optional_check(field: &Field<'_>, lifetime: &TokenStream) -> Option<TokenStream> {
    let skip_if = field.skip_if.as_ref()?;
    if field.default.is_some() {
        return None;
    }
    let name = match field.role {
        Role::Attribute(_) => quote!(__rt::ReadAttribute<#lifetime>),
        Role::Element(_) | Role::Any => quote!(__rt::ReadField<#lifetime>),
        Role::Flatten => quote!(__rt::Flat),
        // Attributes may always be absent.
        Role::Text | Role::AnyAttribute | Role::Skip => return None,
    };
    let owner = of_type(field.ty, name);
    let message = format!(
        "field `{}` has `skip_if` but must be present when read\nhelp: add `default`",
        field.ident
    );
    Some(assertion(
        skip_if.key.span(),
        &quote!(#owner::OPTIONAL),
        &message,
    ))
}
