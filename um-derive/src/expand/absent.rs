//! What a field is whose element or attribute is absent, or there and empty: the keys `default`, `default_text`,
//! `empty_is_default`, `empty_is_none` and `empty_text`.

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
    let fill = match &field.empty {
        Some(empty) => fill_unless_empty(field, number, empty, slot),
        None => codec::fill_from(field, number, slot),
    };
    codec::read_secretly(field, fill)
}

/// The same, where a key says what an empty one is.
fn fill_unless_empty(
    field: &Field<'_>,
    number: usize,
    empty: &Empty,
    slot: &TokenStream,
) -> TokenStream {
    let is_attribute = matches!(field.role, Role::Attribute(_));
    let text = match (empty, &field.default) {
        (Empty::HasText(text), _) => Some(text),
        (Empty::IsDefault, Some(DefaultValue::Text(text))) if !is_attribute => Some(text),
        _ => None,
    };
    let mut arguments = vec![slot.clone(), quote!(__offer), quote!(__reader)];
    let function = if let Some(text) = text {
        arguments.push(spelled(text));
        "element_of_text"
    } else {
        if !is_attribute {
            arguments.push(items(field));
        }
        arguments.push(match empty {
            Empty::IsNone => none(field),
            _ => default_in(field, number),
        });
        if is_attribute { "attribute" } else { "element" }
    };
    arguments.push(filler(field, number));
    call(field, "empty", function, &arguments)
}

/// A call of a function in a module of the runtime.
fn call(field: &Field<'_>, module: &str, function: &str, arguments: &[TokenStream]) -> TokenStream {
    let module = Ident::new(module, at_type(field.ty));
    let function = Ident::new(function, end(field.ty));
    quote_spanned!(at_type(field.ty)=> __rt::#module::#function(#(#arguments),*))
}

/// A function that makes the default.
fn default_in(field: &Field<'_>, number: usize) -> TokenStream {
    if let Some(DefaultValue::Text(text)) = &field.default {
        let end = quote!(__rt::End::of::<Self>(__reader));
        let read = read_text(field, number, text, end);
        return quote!(|__reader| #read);
    }
    let value = default(field, Some(number));
    quote!(|_| __rt::Ok(#value))
}

/// A function that makes the `None` of what is empty.
fn none(field: &Field<'_>) -> TokenStream {
    let owner = of_type(field.ty, quote!(__rt::empty::OptionField));
    let value = quote_spanned!(end(field.ty)=> #owner::NONE);
    quote!(|_| __rt::Ok(#value))
}

/// What an element of the field has: a wrapper has no attributes, whatever its items have.
fn items(field: &Field<'_>) -> TokenStream {
    let items = match &field.role {
        Role::Wrapper(..) => None,
        _ => codec::items(field),
    };
    items.unwrap_or_else(|| quote!(__rt::Items::optional(__rt::None)))
}
