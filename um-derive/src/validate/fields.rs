//! The keys of one field, and `text` beside other fields.

use proc_macro2::Ident;
use syn::{GenericArgument, PathArguments, Type};

use crate::ctxt::Ctxt;
use crate::parse::{FieldKeys, Key};

pub(super) fn keys(ctxt: &Ctxt, item: &Ident, field: &FieldKeys<'_>) {
    if field.skip.is_some() {
        skip_stands_alone(ctxt, field);
        return;
    }
    one_role(ctxt, field);
    if field.text.is_some() {
        text_has_no_name(ctxt, field);
    } else if let Some(flatten) = &field.flatten {
        flatten_has_no_name(ctxt, field);
        flatten_ends(ctxt, item, flatten, field);
    } else {
        one_namespace(ctxt, field);
        prefix_has_namespace(ctxt, field);
    }
}

/// `#[soap(skip, rename = "X")]`; a `default` says where the value comes from.
fn skip_stands_alone(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let is_needed = |key: Key| match key {
        Key::Skip => true,
        Key::Default => matches!(&field.default, Some(set) if set.value.is_some()),
        _ => false,
    };
    for (key, at) in field.written.iter().filter(|(key, _)| !is_needed(*key)) {
        let message = format_args!(
            "field `{}` is skipped, which leaves nothing for `{}`",
            field.ident,
            key.name()
        );
        let help = match key {
            Key::Default => "remove it: a skipped field is `Default::default()` when read",
            _ => "remove it, or remove `skip`",
        };
        ctxt.error_help(at, message, help);
    }
}

/// The keys that say what a field is: an element without them.
fn is_role(key: Key) -> bool {
    matches!(key, Key::Attribute | Key::Text | Key::Flatten)
}

/// `#[soap(attribute, text)]`
fn one_role(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let mut roles = field.written.iter().filter(|(key, _)| is_role(*key));
    let Some((first, first_at)) = roles.next() else {
        return;
    };
    let Some((second, second_at)) = roles.find(|(key, _)| key != first) else {
        return;
    };
    let message = format_args!(
        "{} `{}` cannot be both `{}` and `{}`",
        field.noun,
        field.ident,
        first.name(),
        second.name()
    );
    let help = match (first, second) {
        (Key::Attribute, Key::Text) | (Key::Text, Key::Attribute) => {
            "keep `text` for the content of the element, `attribute` for a value in its start tag"
        }
        _ => "keep one of them",
    };
    ctxt.error_help(second_at, message, help);
    ctxt.error(first_at, format_args!("`{}` is set here", first.name()));
}

/// `#[soap(text, rename = "X")]`
fn text_has_no_name(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    for (key, at) in &field.written {
        let help = match key {
            key if is_role(*key) => continue,
            Key::Default | Key::SkipIf => "remove it: text is never absent, only empty",
            _ => "remove it: text has no name",
        };
        let message = format_args!(
            "field `{}` is `text`, which leaves nothing for `{}`",
            field.ident,
            key.name()
        );
        ctxt.error_help(at, message, help);
    }
}

/// `#[soap(flatten, rename = "X")]`
fn flatten_has_no_name(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    for (key, at) in &field.written {
        if is_role(*key) || matches!(key, Key::Default | Key::SkipIf) {
            continue;
        }
        let message = format_args!(
            "{} `{}` is `flatten`, which leaves nothing for `{}`",
            field.noun,
            field.ident,
            key.name()
        );
        let help = "remove it: the names are those of the flattened type's own fields";
        ctxt.error_help(at, message, help);
    }
}

/// `struct Node { #[soap(flatten)] next: Option<Box<Node>> }`
fn flatten_ends(ctxt: &Ctxt, item: &Ident, flatten: &Ident, field: &FieldKeys<'_>) {
    if is_made_of(field.ty, item) {
        let message = format_args!("`{item}` is flattened into itself");
        let help = "remove `flatten`: an element inside can hold another one";
        ctxt.error_help(flatten, message, help);
    }
}

/// Whether a type is this one, or a well-known container of it.
fn is_made_of(ty: &Type, item: &Ident) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let is_container = ["Option", "Vec", "Box"]
        .iter()
        .any(|name| last.ident == name);
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if is_container => {
            let mut arguments = arguments.args.iter();
            arguments.any(
                |argument| matches!(argument, GenericArgument::Type(ty) if is_made_of(ty, item)),
            )
        }
        _ => last.ident == *item,
    }
}

/// `#[soap(unqualified, namespace = "urn:a")]`, `#[soap(attribute, unqualified)]`
fn one_namespace(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let Some(unqualified) = &field.unqualified else {
        return;
    };
    if field.mentions(Key::Namespace) {
        let message = format_args!(
            "{} `{}` cannot be both `unqualified` and in a `namespace`",
            field.noun, field.ident
        );
        let is_one = |key: &Key| matches!(key, Key::Namespace | Key::Unqualified);
        let mut both = field.written.iter().filter(|(key, _)| is_one(key));
        if let (Some((first, first_at)), Some((_, second))) = (both.next(), both.next()) {
            ctxt.error_help(second, message, "keep one of them");
            ctxt.error(first_at, format_args!("`{}` is set here", first.name()));
        }
    } else if field.attribute.is_some() {
        let message = format_args!("attribute `{}` is unqualified anyway", field.ident);
        let help = "remove `unqualified`: attributes are unqualified unless they have a namespace";
        ctxt.error_help(unqualified, message, help);
    }
}

/// `#[soap(prefix = "t")]`, `#[soap(namespace = "", prefix = "t")]`
fn prefix_has_namespace(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let Some(prefix) = &field.prefix else {
        return;
    };
    let (noun, ident) = (field.noun, field.ident);
    if !field.mentions(Key::Namespace) {
        let message = format_args!("`prefix` on {noun} `{ident}` stands for no namespace");
        ctxt.error_help(&prefix.key, message, "add `namespace = \"...\"` beside it");
    } else if matches!(&field.namespace, Some(namespace) if namespace.value.is_empty()) {
        let message = "a prefix cannot stand for no namespace";
        ctxt.error_help(
            &prefix.key,
            message,
            "remove `prefix`, or name the namespace",
        );
    }
}

/// One `text`, and no child elements beside it.
pub(super) fn text_stands_alone(ctxt: &Ctxt, fields: &[FieldKeys<'_>]) {
    let mut texts = fields
        .iter()
        .filter_map(|field| Some((field, text(field)?)));
    let Some((first, first_at)) = texts.next() else {
        return;
    };
    let mut is_alone = true;
    for (second, at) in texts {
        let message = format_args!("field `{}` is a second `text`", second.ident);
        ctxt.error_help(at, message, "keep one: an element has one text");
        is_alone = false;
    }
    if !is_alone {
        ctxt.error(
            first_at,
            format_args!("field `{}` is the first `text`", first.ident),
        );
    }
    if let Some(element) = fields.iter().find(|field| is_element(field)) {
        let message = format_args!("field `{}` is `text` beside child elements", first.ident);
        let help = "make the other fields attributes, or the text an element";
        ctxt.error_help(first_at, message, help);
        let ident = element.ident;
        ctxt.error(ident, format_args!("field `{ident}` is a child element"));
    }
}

/// What is also skipped or an attribute was reported, and may not be meant as text.
fn text<'a>(field: &'a FieldKeys<'_>) -> Option<&'a Ident> {
    let is_clear = field.skip.is_none() && field.attribute.is_none() && field.flatten.is_none();
    field.text.as_ref().filter(|_| is_clear)
}

fn is_element(field: &FieldKeys<'_>) -> bool {
    let mut keys = field.written.iter().map(|(key, _)| *key);
    !keys.any(|key| is_role(key) || key == Key::Skip)
}
