//! The derives of [`um-messages`](https://docs.rs/um-messages), which re-exports them: depend on that crate, not on this one.
//!
//! [`SoapMessage`](macro@SoapMessage) is for what stands in the Body of an envelope,
//! [`SoapType`](macro@SoapType) for everything inside a message. Both read the same keys, which
//! their pages describe.

mod ctxt;
mod derive;
mod expand;
mod model;
mod parse;
mod receiver;
mod suggest;
mod validate;

#[cfg(test)]
mod tests;

use crate::derive::derive;
use crate::parse::Derive;

/// Makes a struct a SOAP message, or an enum of one-field variants "one of these messages".
///
/// Of an enum, each variant holds a message, and is read where the Body has that message's element.
#[doc = include_str!("../KEYS.md")]
#[proc_macro_derive(SoapMessage, attributes(soap))]
pub fn soap_message(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), Derive::Message).into()
}

/// Makes a struct a complex type, an enum of unit variants a simple type, an enum of one-field
/// variants a choice of elements (or, by a key, a union or one of several derived types), and lets
/// a newtype stand for its content.
///
/// It is for everything inside a message, and for header blocks and entries of a fault's detail.
#[doc = include_str!("../KEYS.md")]
#[proc_macro_derive(SoapType, attributes(soap))]
pub fn soap_type(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    derive(input.into(), Derive::Type).into()
}
