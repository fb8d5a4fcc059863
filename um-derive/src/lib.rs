//! The derives of [`um-messages`](https://docs.rs/um-messages), which re-exports them: depend on that crate, not on this one.
//!
//! [`SoapMessage`](macro@SoapMessage) is for what stands in the Body of an envelope,
//! [`SoapType`](macro@SoapType) for everything inside a message. Both read the same keys, which
//! their pages describe.

mod ctxt;
mod expand;
mod model;
mod parse;
mod receiver;
mod suggest;
mod validate;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::ctxt::Ctxt;
use crate::model::Item;
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

fn derive(input: TokenStream, derive: Derive) -> TokenStream {
    let mut input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    receiver::replace(&mut input);
    let ctxt = Ctxt::new();
    let item = understand(&ctxt, derive, &input);
    match (ctxt.finish(), item) {
        (Ok(()), Some(item)) => expand::item(&item, &input),
        // Does not happen: what leaves no item is an error.
        (Ok(()), None) => TokenStream::new(),
        (Err(errors), _) => {
            let fallback = expand::fallback(derive, &input);
            quote::quote! { #errors #fallback }
        }
    }
}

/// Goes on after an error, so that everything there is to say is said at once.
fn understand<'a>(ctxt: &Ctxt, derive: Derive, input: &'a DeriveInput) -> Option<Item<'a>> {
    let declaration = parse::declaration(ctxt, derive, input)?;
    validate::keys(ctxt, &declaration);
    let item = Item::new(ctxt, declaration);
    validate::item(ctxt, &item);
    Some(item)
}
