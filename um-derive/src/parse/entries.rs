//! Splits `#[soap(...)]` at its commas, so that a mistake in one entry hides nothing in the next.

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use syn::{Attribute, MacroDelimiter, Meta};

use crate::ctxt::Ctxt;

/// One `key` or `key = value`.
pub(crate) struct Entry {
    pub(crate) key: Ident,
    pub(crate) written: Written,
}

/// What follows the key.
pub(crate) enum Written {
    Nothing,
    /// `= value`
    Equals(TokenStream),
    /// `(value)`, or anything else.
    Else(TokenStream),
}

/// All entries of all `#[soap(...)]` attributes.
pub(crate) fn entries(ctxt: &Ctxt, attributes: &[Attribute]) -> Vec<Entry> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("soap"))
        .filter_map(|attribute| arguments(ctxt, attribute))
        .flat_map(|arguments| split(ctxt, arguments))
        .filter_map(|piece| entry(ctxt, piece))
        .collect()
}

fn arguments(ctxt: &Ctxt, attribute: &Attribute) -> Option<TokenStream> {
    let help = "write the keys in parentheses, as in `#[soap(rename = \"Name\")]`";
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => {
            return Some(list.tokens.clone());
        }
        Meta::List(list) => {
            ctxt.error_help(list, "`#[soap ...]` with the wrong brackets", help);
        }
        Meta::Path(path) => ctxt.error_help(path, "`#[soap]` without keys", help),
        Meta::NameValue(meta) => {
            ctxt.error_help(meta, "`#[soap = ...]` is not a list of keys", help);
        }
    }
    None
}

/// Splits at the commas that are not between the `<` and `>` of a type.
fn split(ctxt: &Ctxt, tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut pieces = Vec::new();
    let mut piece = Vec::new();
    let mut depth = 0_usize;
    let mut is_arrow = false;
    for token in tokens {
        let sign = match &token {
            TokenTree::Punct(punct) => Some(punct.as_char()),
            _ => None,
        };
        match sign {
            Some('<') => depth += 1,
            // That of `fn() -> A` closes nothing.
            Some('>') if !is_arrow => depth = depth.saturating_sub(1),
            Some(',') if depth == 0 && piece.is_empty() => {
                ctxt.error_help(&token, "expected a key before this comma", "remove it");
                continue;
            }
            Some(',') if depth == 0 => {
                pieces.push(std::mem::take(&mut piece));
                continue;
            }
            _ => {}
        }
        is_arrow = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '-' && punct.spacing() == Spacing::Joint);
        piece.push(token);
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

fn entry(ctxt: &Ctxt, piece: Vec<TokenTree>) -> Option<Entry> {
    let mut tokens = piece.into_iter();
    let key = match tokens.next()? {
        TokenTree::Ident(key) => key,
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            // An identifier that came through a macro may be wrapped.
            let inner = group.stream().into_iter().chain(tokens).collect();
            return entry(ctxt, inner);
        }
        other => {
            let found = other.to_string();
            let help = "write `key` or `key = value`, as in `#[soap(rename = \"Name\")]`";
            ctxt.error_help(other, format_args!("expected a key, found `{found}`"), help);
            return None;
        }
    };
    let mut rest = tokens.peekable();
    let written = match rest.peek() {
        None => Written::Nothing,
        Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
            rest.next();
            Written::Equals(rest.collect())
        }
        Some(TokenTree::Punct(punct)) if punct.as_char() == '-' => {
            hyphenated(ctxt, &key, rest);
            return None;
        }
        Some(_) => Written::Else(rest.collect()),
    };
    Some(Entry { key, written })
}

/// `rename-all`
fn hyphenated(ctxt: &Ctxt, key: &Ident, rest: impl Iterator<Item = TokenTree>) {
    let rest: TokenStream = rest
        .take_while(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '='))
        .collect();
    let name = format!("{key}{rest}").replace(' ', "");
    let message = format!("key `{name}` is written with a hyphen");
    let help = format!("write `{}`", name.replace('-', "_"));
    ctxt.error_help(quote::quote!(#key #rest), message, help);
}
