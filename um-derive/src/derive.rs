//! The way of a declaration: parsed, understood, validated, and expanded.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::ctxt::Ctxt;
use crate::model::Item;
use crate::parse::Derive;
use crate::{expand, parse, receiver, validate};

pub(crate) fn derive(input: TokenStream, derive: Derive) -> TokenStream {
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
