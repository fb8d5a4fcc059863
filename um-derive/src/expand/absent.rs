//! What a field is whose element or attribute is absent, or there and empty: the keys `default`, `default_text`,
//! `empty_is_default` and `empty_is_none`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::codec;
use super::target::{at, at_type, end, literal, of_type};
use crate::model::{DefaultValue, Empty, Field, Role};
use crate::parse::StrValue;

/// What the field is where it is absent; one that is skipped has no number.
pub(super) fn default(field: &Field<'_>, number: Option<usize>) -> TokenStream {
    match (&field.default, number) {
        (Some(DefaultValue::Function(path)), _) => quote_spanned!(at(path)=> #path()),
        (Some(DefaultValue::Text(text)), Some(number)) => {
            let read = read_text(field, number, text, quote!(__end));
            let read = codec::read_secretly(field, read);
            quote_spanned!(end(field.ty)=> #read?)
        }
        _ => {
            let owner = of_type(field.ty, quote!(__rt::core::default::Default));
            quote!(#owner::default())
        }
    }
}

/// Reads the value that is spelled as the text.
fn read_text(field: &Field<'_>, number: usize, text: &StrValue, end: TokenStream) -> TokenStream {
    let fill = filler(field, number);
    let number = literal(number).into_token_stream();
    let arguments = [spelled(text), end, number, fill];
    call(field, "default_text", "read", &arguments)
}

/// The text; a constant that is none is reported once, however often it is used.
fn spelled(text: &StrValue) -> TokenStream {
    match text {
        StrValue::Literal(literal) => literal.to_token_stream(),
        StrValue::Constant(path) => quote_spanned!(at(path)=> {
            const __TEXT: &__rt::str = #path;
            __TEXT
        }),
    }
}

/// A function that reads what is offered into a slot.
fn filler(field: &Field<'_>, number: usize) -> TokenStream {
    let slot = codec::variable(field, "__slot").into_token_stream();
    let fill = codec::fill_from(field, number, &slot);
    let slot = codec::slot_type(field);
    quote!(|__slot: &mut #slot, __offer, __reader| #fill)
}

/// Reads what is offered into the slot, a reference.
pub(super) fn fill(field: &Field<'_>, number: usize, slot: &TokenStream) -> TokenStream {
    let fill = match field.empty {
        Some(empty) => fill_unless_empty(field, number, empty, slot),
        None => codec::fill_from(field, number, slot),
    };
    codec::read_secretly(field, fill)
}

/// The same, where a key says what an empty one is.
fn fill_unless_empty(
    field: &Field<'_>,
    number: usize,
    empty: Empty,
    slot: &TokenStream,
) -> TokenStream {
    let (slot, offer, reader) = (slot.clone(), quote!(__offer), quote!(__reader));
    let fill = filler(field, number);
    let (function, arguments) = match (&field.role, empty, &field.default) {
        (Role::Attribute(_), ..) => {
            let stand_in = stand_in(field, number, empty);
            ("attribute", vec![slot, offer, reader, stand_in, fill])
        }
        (_, Empty::IsDefault, Some(DefaultValue::Text(text))) => (
            "element_of_text",
            vec![slot, offer, reader, spelled(text), fill],
        ),
        _ => {
            let (items, stand_in) = (items(field), stand_in(field, number, empty));
            ("element", vec![slot, offer, reader, items, stand_in, fill])
        }
    };
    call(field, "empty", function, &arguments)
}

/// A call of a function in a module of the runtime.
fn call(field: &Field<'_>, module: &str, function: &str, arguments: &[TokenStream]) -> TokenStream {
    let module = Ident::new(module, at_type(field.ty));
    let function = Ident::new(function, end(field.ty));
    quote_spanned!(at_type(field.ty)=> __rt::#module::#function(#(#arguments),*))
}

/// A function that makes the value of what is empty.
fn stand_in(field: &Field<'_>, number: usize, empty: Empty) -> TokenStream {
    if let (Empty::IsDefault, Some(DefaultValue::Text(text))) = (empty, &field.default) {
        let end = quote!(__rt::End::of::<Self>(__reader));
        let read = read_text(field, number, text, end);
        return quote!(|__reader| #read);
    }
    let value = match empty {
        Empty::IsDefault => default(field, Some(number)),
        Empty::IsNone => {
            let owner = of_type(field.ty, quote!(__rt::empty::OptionField));
            quote_spanned!(end(field.ty)=> #owner::NONE)
        }
    };
    quote!(|_| __rt::Ok(#value))
}

/// What an element of the field has: a wrapper has no attributes, whatever its items have.
fn items(field: &Field<'_>) -> TokenStream {
    let items = match &field.role {
        Role::Wrapper(..) => None,
        _ => codec::items(field),
    };
    items.unwrap_or_else(|| quote!(__rt::Items::any_number(__rt::None)))
}
