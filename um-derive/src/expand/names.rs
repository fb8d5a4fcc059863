//! Names as constants, with the markup that is written.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::target::at;
use crate::model::Name;

/// An element without content: `<m:CallId></m:CallId>`.
pub(super) fn tags(local: &Name, prefix: Option<&Name>) -> TokenStream {
    joined(local, prefix, ["<", "></", ">"])
}

/// What stands before the value of an attribute: ` m:Id="`.
pub(super) fn attribute_start(local: &Name, prefix: Option<&Name>) -> TokenStream {
    joined(local, prefix, [" ", "=\""])
}

/// A name, with or without a prefix, between pieces of markup, as one text.
fn joined<const PIECES: usize>(
    local: &Name,
    prefix: Option<&Name>,
    pieces: [&str; PIECES],
) -> TokenStream {
    let is_constant = local.is_constant() || prefix.is_some_and(Name::is_constant);
    if !is_constant {
        let prefix = prefix.map(|prefix| format!("{}:", prefix.text()));
        let name = format!("{}{}", prefix.unwrap_or_default(), local.text());
        return local.spell(&pieces.join(&name)).to_token_stream();
    }
    // The prefix is checked where it is named.
    let (prefix, local) = (prefix.into_iter(), checked(local));
    let name = quote!(#(#prefix, ":",)* #local);
    let [first, rest @ ..] = &pieces[..] else {
        return TokenStream::new();
    };
    quote!({
        const __PARTS: &[&__rt::str] = &[#first, #(#name, #rest),*];
        const __TEXT: [__rt::u8; __rt::length(__PARTS)] = __rt::join(__PARTS);
        __rt::utf8(&__TEXT)
    })
}

/// A name that the macro has checked, or the compiler does.
pub(super) fn checked(name: &Name) -> TokenStream {
    if name.is_constant() {
        quote_spanned!(at(name)=> __rt::checked_name(#name))
    } else {
        name.to_token_stream()
    }
}

/// A prefix that the macro has checked, or the compiler does.
pub(super) fn checked_prefix(prefix: &Name) -> TokenStream {
    if prefix.is_constant() {
        quote_spanned!(at(prefix)=> __rt::checked_prefix(#prefix))
    } else {
        prefix.to_token_stream()
    }
}
