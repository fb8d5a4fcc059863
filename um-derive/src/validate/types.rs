//! Types as they are written. What a name stands for only the compiler knows: a well-known one is taken for what everybody
//! takes it for.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use crate::ctxt::Ctxt;

/// The name of a type, and the types between its angle brackets: `Vec` and `u8` of `std::vec::Vec<u8>`.
pub(super) fn named(ty: &Type) -> Option<(&Ident, Vec<&Type>)> {
    let Type::Path(path) = plain(ty) else {
        return None;
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return Some((&last.ident, Vec::new()));
    };
    let arguments = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    Some((&last.ident, arguments.collect()))
}

/// The type of the values that a field of this type has: `u8` of `Option<Vec<u8>>`.
pub(super) fn inside<'t>(ty: &'t Type, containers: &[&str]) -> Option<&'t Type> {
    let (name, arguments) = named(ty)?;
    let is_container = containers.iter().any(|container| name == container);
    arguments.first().copied().filter(|_| is_container)
}

/// `struct Data(Vec<u8>);`, where no key can say how bytes are spelled.
pub(super) fn bytes_without_keys(ctxt: &Ctxt, ty: &Type) {
    if is_bytes(ty) {
        let bytes = shown(ty);
        let message = format!("`{bytes}` is bytes, and does not say how they are spelled as text");
        let help =
            "write `um_messages::xml::Base64Binary` or `um_messages::xml::HexBinary` instead";
        ctxt.error_help(ty, message, help);
    }
}

/// Bytes in a field's type, alone or in an `Option` or `Vec`.
pub(super) fn bytes(ty: &Type) -> Option<&Type> {
    if is_bytes(ty) {
        return Some(ty);
    }
    inside(ty, &["Option", "Vec", "Box"]).and_then(bytes)
}

fn is_bytes(ty: &Type) -> bool {
    match plain(ty) {
        Type::Array(array) => is_byte(&array.elem),
        Type::Reference(reference) => is_slice(&reference.elem) || is_bytes(&reference.elem),
        ty => {
            let is_vec = inside(ty, &["Vec"]).is_some_and(is_byte);
            is_vec || inside(ty, &["Box", "Cow", "Rc", "Arc"]).is_some_and(is_slice)
        }
    }
}

/// What is no value in a field's type, alone or in an `Option` or `Vec`, and what to write instead.
pub(super) fn misfit(ty: &Type, is_element: bool) -> Option<(&Type, String)> {
    if is_bytes(ty) {
        return None;
    }
    let help = match plain(ty) {
        Type::Tuple(tuple) if !tuple.elems.is_empty() => {
            "make it a struct with named fields".to_owned()
        }
        Type::Array(array) => format!("write `Vec<{}>` instead", shown(&array.elem)),
        ty => {
            let (name, arguments) = named(ty)?;
            let item = *arguments.first()?;
            match name.to_string().as_str() {
                "HashMap" | "BTreeMap" | "IndexMap" => {
                    "make an entry a struct of its own, and write a `Vec` of it".to_owned()
                }
                "HashSet" | "BTreeSet" | "VecDeque" | "LinkedList" => {
                    format!("write `Vec<{}>` instead", shown(item))
                }
                "Rc" | "Arc" if shown(item) == "str" => "write `String` instead".to_owned(),
                "Rc" | "Arc" => format!("write `Box<{}>` instead", shown(item)),
                "Option" | "Vec" => match nested(name, item, is_element) {
                    Some(help) => help,
                    None => return misfit(item, is_element),
                },
                _ => return None,
            }
        }
    };
    Some((ty, help))
}

/// `Option<Option<u8>>`, `Option<Vec<u16>>`
fn nested(outer: &Ident, inner: &Type, is_element: bool) -> Option<String> {
    let (name, arguments) = named(inner)?;
    let item = shown(arguments.first()?);
    let list = if is_element {
        "add `wrapper` or `list`"
    } else {
        "add `list`"
    };
    match (outer.to_string().as_str(), name.to_string().as_str()) {
        ("Option", "Option") => Some(format!(
            "write `Option<um_messages::xml::Nillable<{item}>>`: absent, nil, or a value"
        )),
        ("Option", "Vec") if !is_bytes(inner) => Some(format!("{list}, or write `Vec<{item}>`")),
        ("Vec", "Option") => Some(format!("add `nillable`, or write `Vec<{item}>`")),
        ("Vec", "Vec") if !is_bytes(inner) => {
            Some("make the inner one a field of a struct".to_owned())
        }
        _ => None,
    }
}

/// Whether bytes can be made when they are read: `&[u8]` would borrow what does not stand in the document.
pub(super) fn can_own(bytes: &Type) -> bool {
    match plain(bytes) {
        Type::Reference(_) => false,
        ty => inside(ty, &["Rc", "Arc"]).is_none(),
    }
}

fn is_slice(ty: &Type) -> bool {
    matches!(plain(ty), Type::Slice(slice) if is_byte(&slice.elem))
}

fn is_byte(ty: &Type) -> bool {
    named(ty).is_some_and(|(name, _)| name == "u8")
}

/// Without what a macro puts around it.
fn plain(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => plain(&group.elem),
        Type::Paren(paren) => plain(&paren.elem),
        ty => ty,
    }
}

/// The type as one writes it.
pub(super) fn shown(ty: &Type) -> String {
    let mut shown = String::new();
    append(ty.to_token_stream(), &mut shown);
    shown
}

fn append(tokens: TokenStream, shown: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                if open == "[" && shown.ends_with(|last: char| last.is_alphanumeric()) {
                    shown.push(' ');
                }
                shown.push_str(open);
                append(group.stream(), shown);
                shown.push_str(close);
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => {
                shown.push(punct.as_char());
                shown.push(' ');
            }
            TokenTree::Ident(ident) if shown.ends_with(|last: char| last.is_alphanumeric()) => {
                shown.push(' ');
                shown.push_str(&ident.to_string());
            }
            token => shown.push_str(&token.to_string()),
        }
    }
}
