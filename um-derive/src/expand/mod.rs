//! The model as tokens. Total: what could go wrong was reported before.
//!
//! Generated code stands in one `const _`, names the runtime once as `__rt`, and calls
//! functions by their paths: a method that a trait in the user's scope gives every type could stand before
//! the runtime's. So nothing in the user's scope can change what it means.

mod codec;
mod envelope;
mod fallback;
mod frame;
mod message_enum;
mod names;
mod newtype;
mod read;
mod simple;
mod target;
mod typed;
mod union;
mod write;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

pub(crate) use self::fallback::fallback;

use self::frame::frame;
use self::target::Target;
use crate::model::{Message, Shape};

pub(crate) fn message(message: &Message<'_>, input: &DeriveInput) -> TokenStream {
    let target = Target::new(message.ident, message.generics, message.bound.as_ref());
    let body = match &message.shape {
        Shape::Group(group) => {
            let shape = names::group(message, &target, group);
            let read = read::group(message, &target, group);
            let write = write::group(message, &target, group);
            quote! { #shape #read #write }
        }
        Shape::Choice(group) => {
            let shape = names::group(message, &target, group);
            let read = read::choice(&target, group);
            let write = write::choice(message, &target, group);
            quote! { #shape #read #write }
        }
        Shape::Newtype(ty) => newtype::impls(&target, ty),
        Shape::Values(values) => simple::impls(&target, values),
        Shape::Union(variants) => union::impls(&target, variants),
        Shape::Typed(variants) => typed::impls(message, &target, variants),
        Shape::Messages(variants) => message_enum::impls(message, &target, variants),
    };
    let envelope = envelope::impls(message, &target);
    frame(input, &message.runtime, &quote! { #body #envelope })
}
