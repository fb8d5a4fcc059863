//! How a field's value is read and written: its place, which is a module of the runtime, and its codec, which is
//! built as the keys say, `AsNillable(AsText(List(PlainText)))`.
//!
//! All that is generated for a field stands where its type does, from its start to its end: an error about the type
//! lands on it, and what the compiler says twice of one place, it says once.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::target::{at, end, literal, of_type};
use crate::model::{Field, Role};

/// The trait of the runtime that says which items a field of the type has. A module that knows the text says it
/// itself, by what its functions take.
fn item_trait(field: &Field<'_>) -> Option<TokenStream> {
    let form = &field.form;
    let name = match &field.role {
        Role::Flatten => quote!(FlattenField),
        Role::AnyAttribute => quote!(AnyAttribute),
        Role::Any => quote!(ElementField),
        Role::Skip => return None,
        Role::Wrapper(..) => quote!(ListField),
        _ if form.nillable => quote!(NillableField),
        _ if form.list => quote!(ListField),
        _ if form.with.is_some() => return None,
        _ if form.cdata => quote!(CDataField),
        Role::Attribute(_) | Role::Text => quote!(TextField),
        Role::Element(_) => quote!(ElementField),
    };
    Some(of_type(field.ty, quote!(__rt::#name)))
}

/// The type of what has been read of the field so far.
pub(super) fn slot_type(field: &Field<'_>) -> TokenStream {
    let ty = field.ty;
    match (&field.role, item_trait(field)) {
        (Role::Flatten, _) => quote_spanned!(at(ty)=> __rt::Flattened<'__de, #ty>),
        (_, Some(item)) => quote_spanned!(end(ty)=> #item::Slot),
        (_, None) => quote_spanned!(at(ty)=> __rt::Option<#ty>),
    }
}

/// What has been read of the field at first.
pub(super) fn empty_slot(field: &Field<'_>) -> TokenStream {
    match &field.role {
        Role::Flatten => {
            let default = quote_spanned!(at(field.ty)=> __rt::core::default::Default::default);
            let call = quote_spanned!(end(field.ty)=> ());
            quote!(#default #call)
        }
        _ => quote_spanned!(at(field.ty)=> __rt::None),
    }
}

/// The module of the runtime for the place where the field stands.
fn place(field: &Field<'_>) -> &'static str {
    match &field.role {
        Role::Attribute(_) => "attribute",
        Role::Element(_) | Role::Wrapper(..) => "element",
        Role::Text => "text",
        Role::Flatten => "flattened",
        Role::Any | Role::Skip => "any_element",
        Role::AnyAttribute => "any_attribute",
    }
}

/// A call of a function of the field's place.
pub(super) fn call(field: &Field<'_>, function: &str, arguments: &TokenStream) -> TokenStream {
    let (start, end) = (at(field.ty), end(field.ty));
    let (place, function) = (Ident::new(place(field), start), Ident::new(function, end));
    let function = quote_spanned!(start=> __rt::#place::#function);
    let arguments = quote_spanned!(end=> (#arguments));
    quote!(#function #arguments)
}

/// Reads a part into the slot, a reference.
pub(super) fn fill(field: &Field<'_>, number: usize, slot: &TokenStream) -> TokenStream {
    let codec = reading(field, number, &quote!(Self));
    let arguments = match &field.role {
        Role::Attribute(_) => quote!(#slot, __part, __reader, &#codec),
        Role::Flatten | Role::AnyAttribute => quote!(#slot, __part, __reader),
        _ => quote!(#slot, __reader, &#codec),
    };
    call(field, "fill", &arguments)
}

/// Whether something has been read into the slot, a reference.
pub(super) fn is_filled(field: &Field<'_>, slot: &TokenStream) -> TokenStream {
    match &field.role {
        Role::Flatten => quote!(__rt::Flattened::is_some(#slot)),
        _ => quote!(__rt::Option::is_some(#slot)),
    }
}

/// The value that the slot, a reference, has in the end.
pub(super) fn take(field: &Field<'_>, number: usize, slot: &TokenStream) -> TokenStream {
    let place = literal(number);
    let arguments = match &field.role {
        Role::Flatten => quote!(#slot, __end, #place),
        Role::AnyAttribute => return call(field, "take", slot),
        _ => {
            let codec = reading(field, number, &quote!(Self));
            quote!(#slot, __end, #place, &#codec)
        }
    };
    let take = call(field, "take", &arguments);
    let question = quote_spanned!(end(field.ty)=> ?);
    quote!(#take #question)
}

/// Whether the field may be absent, as a constant, where that can be asked.
pub(super) fn is_optional(
    field: &Field<'_>,
    number: usize,
    this: &TokenStream,
) -> Option<TokenStream> {
    let ty = field.ty;
    match &field.role {
        // Attributes may always be absent.
        Role::Text | Role::AnyAttribute | Role::Skip => None,
        Role::Flatten => Some(quote_spanned!(at(ty)=> __rt::flattened::is_optional::<#ty>())),
        _ => {
            let codec = reading(field, number, this);
            Some(quote_spanned!(at(ty)=> __rt::element::is_optional::<#ty, _>(&#codec)))
        }
    }
}

/// The codec that reads the field; `this` is the type that has it.
fn reading(field: &Field<'_>, number: usize, this: &TokenStream) -> TokenStream {
    whole(field, number, this, |leaf| quote!(__rt::#leaf))
}

/// The codec that writes the field. Its innermost one is named by the field's type: where that does not fit, there is
/// no codec to say more of.
pub(super) fn writing(field: &Field<'_>, number: usize) -> TokenStream {
    whole(field, number, &quote!(Self), |leaf| {
        let name = if leaf == "Plain" { "PLAIN" } else { "TEXT" };
        let constant = Ident::new(name, end(field.ty));
        let owner = item_trait(field);
        quote_spanned!(end(field.ty)=> #owner::#constant)
    })
}

fn whole(
    field: &Field<'_>,
    number: usize,
    this: &TokenStream,
    leaf: impl Fn(Ident) -> TokenStream,
) -> TokenStream {
    let form = &field.form;
    let leaf = |name| leaf(Ident::new(name, at(field.ty)));
    let text = || {
        let text = match &form.with {
            Some(module) => {
                let read = quote_spanned!(at(module)=> #module::from_text);
                let write = quote_spanned!(at(module)=> #module::to_text);
                quote!(__rt::With(#read, #write))
            }
            None => leaf("PlainText"),
        };
        let text = nested(form.list, "List", text);
        nested(form.cdata, "CData", text)
    };
    if matches!(field.role, Role::Attribute(_) | Role::Text) {
        return text();
    }
    let is_text = form.list || form.cdata || form.with.is_some();
    let element = if is_text {
        nested(true, "AsText", text())
    } else {
        leaf("Plain")
    };
    let element = nested(form.nillable, "AsNillable", element);
    match &field.role {
        Role::Wrapper(_, Some(_)) => {
            let number = literal(number);
            quote!(__rt::Wrapper(<#this as __rt::Root>::INFO, #number, #element))
        }
        Role::Wrapper(_, None) => quote!(__rt::FlatWrapper(<#this as __rt::Root>::INFO)),
        _ => element,
    }
}

fn nested(is_wanted: bool, outer: &str, inner: TokenStream) -> TokenStream {
    if is_wanted {
        let outer = quote::format_ident!("{outer}");
        quote!(__rt::#outer(#inner))
    } else {
        inner
    }
}

/// The function that gives the table of what stands in the elements, if it is not text.
pub(super) fn info(field: &Field<'_>) -> Option<TokenStream> {
    let form = &field.form;
    if form.list || form.cdata || form.with.is_some() {
        return None;
    }
    let item = item_trait(field)?;
    let content = match &field.role {
        Role::Wrapper(_, Some(_)) if form.nillable => {
            quote!(<#item::Entry as __rt::NillableField>::Content)
        }
        Role::Wrapper(..) => quote!(#item::Entry),
        _ if form.nillable => quote!(#item::Content),
        _ => return Some(quote_spanned!(end(field.ty)=> #item::info)),
    };
    Some(quote!(<#content as __rt::WriteElement>::info))
}
