//! What is done with the slot of a field: by the trait that its role asks of its type, or by a codec.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::super::codec::{self, reading_nothing};
use super::super::target::{at, end, of_type};
use crate::model::{Field, Role};

/// `<Type as Trait>` for the trait that the field's role reads it with.
pub(super) fn owner(field: &Field<'_>) -> Option<TokenStream> {
    let name = match field.role {
        Role::Attribute(_) => quote!(__rt::ReadAttribute<'__de>),
        Role::Element(_) | Role::Wrapper(..) | Role::Any => quote!(__rt::ReadField<'__de>),
        Role::Text => quote!(__rt::ReadContent<'__de>),
        Role::Flatten => quote!(__rt::ReadFlat<'__de>),
        Role::AnyAttribute => quote!(__rt::AnyAttribute),
        Role::Skip => return None,
    };
    Some(of_type(field.ty, name))
}

/// A function of that trait, on the field's type from its start to its end.
pub(super) fn function(field: &Field<'_>, name: &str) -> Option<TokenStream> {
    let (owner, name) = (owner(field)?, Ident::new(name, end(field.ty)));
    Some(quote_spanned!(end(field.ty)=> #owner::#name))
}

pub(super) fn slot_type(field: &Field<'_>) -> Option<TokenStream> {
    let (owner, ty) = (owner(field)?, field.ty);
    // An error about the type lands on it.
    let of_codec = reading_nothing(field).map(|_| quote_spanned!(at(ty)=> __rt::Option<#ty>));
    Some(of_codec.unwrap_or_else(|| quote_spanned!(end(ty)=> #owner::Slot)))
}

/// Reads the element, attribute or text into the slot, a reference.
pub(super) fn fill(field: &Field<'_>, slot: &TokenStream) -> Option<TokenStream> {
    let owner = owner(field)?;
    let index = matches!(field.role, Role::Attribute(_)).then(|| quote!(, __index));
    let arguments = quote!(#slot, __reader #index);
    let by_codec = codec::reading(field).map(|codec| {
        let function = match field.role {
            Role::Attribute(_) => quote!(fill_attribute_as),
            Role::Text => quote!(fill_text_as),
            _ => quote!(fill_as),
        };
        codec.call(&function, &arguments)
    });
    Some(by_codec.unwrap_or_else(|| quote_spanned!(end(field.ty)=> #owner::fill(#arguments))))
}

/// Whether something has been read into the slot, a reference.
pub(super) fn is_filled(field: &Field<'_>, slot: &TokenStream) -> Option<TokenStream> {
    let owner = owner(field)?;
    let by_codec = reading_nothing(field).map(|_| quote!(__rt::Option::is_some(#slot)));
    Some(by_codec.unwrap_or_else(|| quote_spanned!(end(field.ty)=> #owner::is_filled(#slot))))
}

/// Whether there is no room for another element in the slot, a reference.
pub(super) fn is_full(field: &Field<'_>, slot: &TokenStream) -> Option<TokenStream> {
    let owner = owner(field)?;
    let codec = reading_nothing(field);
    let by_codec = codec.map(|codec| codec.call(&quote!(is_full_as), slot));
    Some(by_codec.unwrap_or_else(|| quote_spanned!(end(field.ty)=> #owner::is_full(#slot))))
}

/// The value that the slot, a reference, has in the end.
pub(super) fn take(field: &Field<'_>, slot: &TokenStream) -> Option<TokenStream> {
    let owner = owner(field)?;
    let name = missing_name(field).into_iter();
    let arguments = quote!(#slot, __reader #(, #name)*);
    let by_codec = reading_nothing(field).map(|codec| {
        let function = match field.role {
            Role::Attribute(_) => quote!(take_attribute_as),
            Role::Text => quote!(take_text_as),
            _ => quote!(take_as),
        };
        codec.call(&function, &arguments)
    });
    let value =
        by_codec.unwrap_or_else(|| quote_spanned!(end(field.ty)=> #owner::take(#arguments)));
    Some(quote!(#value?))
}

/// The name by which an error calls what is missing.
fn missing_name(field: &Field<'_>) -> Option<TokenStream> {
    match &field.role {
        Role::Attribute(name) | Role::Element(name) | Role::Wrapper(name, _) => {
            Some(name.local.to_token_stream())
        }
        Role::Any => Some(quote!("*")),
        Role::Text | Role::Flatten | Role::AnyAttribute | Role::Skip => None,
    }
}

/// Whether the field may be absent, as a constant, where that can be asked.
pub(super) fn is_optional(field: &Field<'_>, lifetime: &TokenStream) -> Option<TokenStream> {
    let (name, function) = match field.role {
        Role::Attribute(_) => (
            quote!(__rt::ReadAttribute<#lifetime>),
            quote!(is_optional_text_as),
        ),
        Role::Element(_) | Role::Wrapper(..) | Role::Any => {
            (quote!(__rt::ReadField<#lifetime>), quote!(is_optional_as))
        }
        Role::Flatten => (quote!(__rt::Flat), quote!(is_optional_as)),
        // Attributes may always be absent.
        Role::Text | Role::AnyAttribute | Role::Skip => return None,
    };
    let owner = of_type(field.ty, name);
    let codec = reading_nothing(field);
    let by_codec = codec.map(|codec| codec.call(&function, &TokenStream::new()));
    Some(by_codec.unwrap_or_else(|| quote_spanned!(end(field.ty)=> #owner::OPTIONAL)))
}

/// Whether the field's type has room for several of what can stand once, as a constant, where that
/// has to be asked.
pub(super) fn repeats(field: &Field<'_>) -> Option<TokenStream> {
    let stands_once = matches!(field.role, Role::Attribute(_) | Role::Text) && !field.form.list;
    let codec = reading_nothing(field).filter(|_| stands_once)?;
    Some(codec.call(&quote!(repeats_as), &TokenStream::new()))
}
