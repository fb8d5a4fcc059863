//! The model as tokens. Total: what could go wrong was reported before.
//!
//! Generated code stands in one `const _`, names the runtime once as `__rt`, and calls
//! functions by their paths: a method that a trait in the user's scope gives every type could stand before
//! the runtime's. So nothing in the user's scope can change what it means.

mod codec;
mod envelope;
mod fallback;
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

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput};

pub(crate) use self::fallback::fallback;

use self::target::Target;
use crate::model::{Message, Shape, mentions};

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

/// The block that hides all names, and the only path to the runtime.
fn frame(input: &DeriveInput, runtime: &impl ToTokens, body: &TokenStream) -> TokenStream {
    let module = private_module();
    let allow = allow_deprecated(input);
    quote! {
        #allow
        const _: () = {
            use #runtime::#module as __rt;
            #body
        };
    }
}

/// Generated code names what is deprecated, and uses are warned of elsewhere. Only where there is something,
/// because a crate may forbid to allow it.
fn allow_deprecated(input: &DeriveInput) -> Option<TokenStream> {
    let word = proc_macro2::Ident::new("deprecated", Span::call_site());
    let says_so = |attribute: &Attribute| mentions(attribute.meta.to_token_stream(), &word);
    let is_mentioned = match &input.data {
        Data::Struct(data) => data
            .fields
            .iter()
            .flat_map(|field| &field.attrs)
            .any(says_so),
        Data::Enum(data) => data
            .variants
            .iter()
            .flat_map(|variant| &variant.attrs)
            .any(says_so),
        Data::Union(_) => false,
    };
    let reason = "the declaration and other uses warn";
    (is_mentioned || input.attrs.iter().any(says_so))
        .then(|| quote!(#[allow(deprecated, reason = #reason)]))
}

/// The runtime's side of this version of the derive: the two are released together.
fn private_module() -> proc_macro2::Ident {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    proc_macro2::Ident::new(&format!("__private{version}"), Span::call_site())
}
