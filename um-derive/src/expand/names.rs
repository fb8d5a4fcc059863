//! Names as constants, with the markup that is written.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::target::at;
use crate::model::{Name, Namespace};

/// The prefix of a name.
#[derive(Clone, Copy)]
pub(super) enum Prefix<'a> {
    None,
    /// That of a key.
    Written(&'a Name),
    /// That of a constant, if it has one.
    OfNamespace(&'a Namespace),
}

impl<'a> Prefix<'a> {
    /// The prefix that a key says, or that a namespace has.
    pub(super) fn of(written: Option<&'a Name>, namespace: Option<&'a Namespace>) -> Self {
        match (written, namespace) {
            (Some(prefix), _) => Self::Written(prefix),
            (None, Some(namespace)) if namespace.is_constant() => Self::OfNamespace(namespace),
            (None, _) => Self::None,
        }
    }
}

/// A namespace that the compiler knows, as a constant: `NamespaceKey(NAMESPACE).namespace()`.
pub(super) fn constant(namespace: &Namespace) -> Option<TokenStream> {
    let path = namespace.constant()?;
    Some(quote_spanned!(at(path)=> __rt::NamespaceKey(#path).namespace()))
}

/// An element without content: `<m:CallId></m:CallId>`.
pub(super) fn tags(local: &Name, prefix: Prefix<'_>) -> TokenStream {
    joined(local, prefix, ["<", "></", ">"])
}

/// What stands before the value of an attribute: ` m:Id="`.
pub(super) fn attribute_start(local: &Name, prefix: Prefix<'_>) -> TokenStream {
    joined(local, prefix, [" ", "=\""])
}

/// A name, with or without a prefix, between pieces of markup, as one text.
fn joined<const PIECES: usize>(
    local: &Name,
    prefix: Prefix<'_>,
    pieces: [&str; PIECES],
) -> TokenStream {
    let known = match prefix {
        Prefix::None => Some(String::new()),
        Prefix::Written(prefix) if !prefix.is_constant() => Some(format!("{}:", prefix.text())),
        Prefix::Written(_) | Prefix::OfNamespace(_) => None,
    };
    if let Some(prefix) = known.filter(|_| !local.is_constant()) {
        let name = format!("{prefix}{}", local.text());
        return local.spell(&pieces.join(&name)).to_token_stream();
    }
    let prefix = match prefix {
        Prefix::None => None,
        // It is checked where it is named.
        Prefix::Written(prefix) => Some(prefix.to_token_stream()),
        Prefix::OfNamespace(namespace) => {
            let namespace = constant(namespace);
            Some(quote!(__rt::Namespace::prefix(&#namespace)))
        }
    };
    let named = prefix.map(|prefix| quote!(const __PREFIX: &__rt::str = #prefix;));
    let prefix = named
        .iter()
        .map(|_| quote!(__PREFIX, __rt::colon(__PREFIX),));
    let local = checked(local);
    let name = quote!(#(#prefix)* #local);
    let [first, rest @ ..] = &pieces[..] else {
        return TokenStream::new();
    };
    quote!({
        #named
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
