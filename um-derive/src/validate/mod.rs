//! Rules that look at two things at once: two keys of one place, two names of one type.

mod claims;
mod fields;
mod once;
mod typed;

use crate::ctxt::Ctxt;
use crate::model::Message;
use crate::parse::{Body, Derive, Item, Key, VariantKeys};

/// Keys that contradict each other, or that need another.
pub(crate) fn keys(ctxt: &Ctxt, item: &Item<'_>) {
    namespace_of_message(ctxt, item);
    prefix_of_container(ctxt, item);
    optional_has_inner(ctxt, item);
    match &item.body {
        Body::Group(group) => {
            for field in group {
                fields::keys(ctxt, item.ident, field);
            }
            fields::stand_once(ctxt, group);
            fields::text_stands_alone(ctxt, group);
        }
        Body::Choice(variants) => {
            for variant in variants {
                fields::keys(ctxt, item.ident, variant);
            }
            fields::stand_once(ctxt, variants);
        }
        Body::Values(variants) => {
            for keys in variants {
                other_has_no_name(ctxt, keys);
            }
        }
        Body::Typed(variants) => typed::keys(ctxt, variants),
        Body::Newtype(_) | Body::Union(_) | Body::Messages(_) => {}
    }
    if let (Some(deny), Body::Group(fields) | Body::Choice(fields)) =
        (&item.keys.deny_unknown_fields, &item.body)
    {
        fields::nothing_is_unknown(ctxt, deny, fields);
    }
}

/// Names that are claimed twice.
pub(crate) fn message(ctxt: &Ctxt, message: &Message<'_>) {
    claims::names(ctxt, message);
    claims::texts(ctxt, message);
    typed::names(ctxt, message);
    claims::prefixes(ctxt, message);
    claims::namespace_aliases(ctxt, message);
}

/// `#[derive(SoapMessage)] struct IsUMEnabled`
fn namespace_of_message(ctxt: &Ctxt, item: &Item<'_>) {
    let is_choice = matches!(item.body, Body::Messages(_));
    if item.derive == Derive::Message && item.keys.lacks_namespace && !is_choice {
        let message = format_args!("`{}` has no XML namespace", item.ident);
        let help = "add `#[soap(namespace = \"...\")]`, or `namespace = \"\"` for none";
        ctxt.error_help(item.ident, message, help);
    }
}

/// `#[soap(prefix = "m")]`, `#[soap(namespace = "", prefix = "m")]`
fn prefix_of_container(ctxt: &Ctxt, item: &Item<'_>) {
    let Some(prefix) = &item.keys.prefix else {
        return;
    };
    match &item.keys.namespace {
        Some(namespace) if namespace.value.is_empty() => {
            let message = "a prefix cannot stand for no namespace";
            ctxt.error_help(
                &prefix.key,
                message,
                "remove `prefix`, or name the namespace",
            );
        }
        // A message without a namespace is reported as such.
        None if item.keys.lacks_namespace && item.derive == Derive::Type => {
            let message = "`prefix` stands for no namespace here";
            ctxt.error_help(&prefix.key, message, "add `namespace = \"...\"` beside it");
        }
        _ => {}
    }
}

/// `#[soap(inner_optional)]`
fn optional_has_inner(ctxt: &Ctxt, item: &Item<'_>) {
    let keys = &item.keys;
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

/// `#[soap(other, rename = "Unknown")] Other(String)`
fn other_has_no_name(ctxt: &Ctxt, keys: &VariantKeys<'_>) {
    if keys.other.is_none() {
        return;
    }
    for (key, at) in keys.written.iter().filter(|(key, _)| *key != Key::Other) {
        let message = format_args!("an `other` variant has no use for `{}`", key.name());
        let help = "remove it: the variant is written as the text that it keeps";
        ctxt.error_help(at, message, help);
    }
}
