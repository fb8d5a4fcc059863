//! Rules that look at two things at once: two keys of one place, two names of one type.

mod absent;
mod claims;
mod fields;
mod once;
mod schema_type;
mod types;
mod variants;

use crate::ctxt::Ctxt;
use crate::model::Item;
use crate::parse::{Declaration, Derive, Members, has_lifetime};

/// Keys that contradict each other, or that need another.
pub(crate) fn keys(ctxt: &Ctxt, declaration: &Declaration<'_>) {
    namespace_of_message(ctxt, declaration);
    prefix_of_container(ctxt, declaration);
    optional_has_inner(ctxt, declaration);
    response_owns(ctxt, declaration);
    if let Some(schema_type) = &declaration.keys.schema_type {
        schema_type::name(ctxt, schema_type);
    }
    match &declaration.members {
        Members::Group(group) => {
            for field in group {
                fields::keys(ctxt, declaration.ident, field);
            }
            fields::stand_once(ctxt, declaration.keys.ordered.is_some(), group);
            fields::text_stands_alone(ctxt, declaration.keys.mixed.as_ref(), group);
        }
        Members::Choice(variants, _) => {
            for variant in variants {
                fields::keys(ctxt, declaration.ident, variant);
            }
            fields::stand_once(ctxt, false, variants);
        }
        Members::Values(variants) => variants::of_values(ctxt, variants),
        Members::XsiVariants(variants) => variants::of_xsi_type(ctxt, variants),
        Members::Messages(variants) => variants::of_messages(ctxt, variants),
        // `#[soap(list)] struct Sizes(Vec<u8>);` is a list of numbers.
        Members::Newtype(_) if declaration.keys.list.is_some() => {}
        Members::Newtype(ty) => types::bytes_without_keys(ctxt, ty),
        Members::Union(variants) => {
            for (_, ty) in variants {
                types::bytes_without_keys(ctxt, ty);
            }
        }
    }
    if let (Some(deny), Members::Group(fields) | Members::Choice(fields, _)) =
        (&declaration.keys.deny_unknown_fields, &declaration.members)
    {
        fields::nothing_is_unknown(ctxt, deny, fields);
    }
}

/// Names and values that are claimed twice.
pub(crate) fn item(ctxt: &Ctxt, item: &Item<'_>) {
    claims::names(ctxt, item);
    claims::items_in_wrappers(ctxt, item);
    claims::texts(ctxt, item);
    schema_type::values(ctxt, item);
    variants::type_names(ctxt, item);
    claims::prefixes(ctxt, item);
    claims::namespace_aliases(ctxt, item);
}

/// `#[derive(SoapMessage)] struct IsUMEnabled`
fn namespace_of_message(ctxt: &Ctxt, declaration: &Declaration<'_>) {
    let is_of_messages = matches!(declaration.members, Members::Messages(_));
    if declaration.derive == Derive::Message && declaration.keys.lacks_namespace && !is_of_messages
    {
        let message = format!("`{}` has no XML namespace", declaration.ident);
        let help = "add `#[soap(namespace = \"...\")]`, or `namespace = \"\"` for none";
        ctxt.error_help(declaration.ident, message, help);
    }
}

/// `#[soap(prefix = "m")]`, `#[soap(namespace = "", prefix = "m")]`
fn prefix_of_container(ctxt: &Ctxt, declaration: &Declaration<'_>) {
    let Some(prefix) = &declaration.keys.prefix else {
        return;
    };
    match &declaration.keys.namespace {
        Some(namespace) if namespace.value.is_empty() => {
            let message = "a prefix cannot stand for no namespace";
            ctxt.error_help(
                &prefix.key,
                message,
                "remove `prefix`, or name the namespace",
            );
        }
        // A message without a namespace is reported as such.
        None if declaration.keys.lacks_namespace && declaration.derive == Derive::Type => {
            let message = "`prefix` stands for no namespace here";
            ctxt.error_help(&prefix.key, message, "add `namespace = \"...\"` beside it");
        }
        _ => {}
    }
}

/// `#[soap(response = Answer<'static>)]`
fn response_owns(ctxt: &Ctxt, declaration: &Declaration<'_>) {
    let response = declaration.keys.response.as_ref();
    let borrowed = response.filter(|response| has_lifetime(&response.value));
    if let Some(response) = borrowed {
        let answer = types::shown(&response.value);
        let message = format!("`{answer}` borrows from a text that does not outlive the answer");
        let help =
            "let it own what it has: `String` instead of `&str` and `Cow<str>`, and no lifetime";
        ctxt.error_help(&response.value, message, help);
    }
}

/// `#[soap(inner_optional)]`
fn optional_has_inner(ctxt: &Ctxt, declaration: &Declaration<'_>) {
    let keys = &declaration.keys;
    if let (Some(key), None) = (&keys.inner_optional, &keys.inner) {
        let message =
            "`inner_optional` says that an inner element may be left out, and there is none";
        ctxt.error_help(
            key,
            message,
            "add `inner = \"Name\"`, or remove `inner_optional`",
        );
    }
}
