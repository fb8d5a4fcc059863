//! The variants of an enum that are told apart by `xsi:type`.

use super::claims;
use super::once::stands_once;
use crate::ctxt::Ctxt;
use crate::model::{Message, Shape};
use crate::parse::{Key, TypedKeys};

pub(super) fn keys(ctxt: &Ctxt, variants: &[TypedKeys<'_>]) {
    for variant in variants {
        other_has_no_name(ctxt, variant);
        default_is_a_flag(ctxt, variant);
    }
    let with_key = |key: Key| {
        let variants = variants.iter();
        variants.filter_map(move |variant| {
            let mut written = variant.written.iter();
            let (_, at) = written.find(|(written, _)| *written == key)?;
            Some((format!("variant `{}`", variant.variant.ident), at))
        })
    };
    let reason = "it is read where there is no `xsi:type`";
    stands_once(ctxt, Key::Default, reason, with_key(Key::Default));
    let reason = "it takes every type that is not known";
    stands_once(ctxt, Key::Other, reason, with_key(Key::Other));
}

/// `#[soap(other, rename = "Unknown")]`
fn other_has_no_name(ctxt: &Ctxt, variant: &TypedKeys<'_>) {
    if variant.other.is_none() {
        return;
    }
    for (key, at) in variant.written.iter().filter(|(key, _)| *key != Key::Other) {
        let message = format_args!("an `other` variant has no use for `{}`", key.name());
        ctxt.error_help(
            at,
            message,
            "remove it: the variant keeps the type that was sent",
        );
    }
}

/// `#[soap(default = "path")]`
fn default_is_a_flag(ctxt: &Ctxt, variant: &TypedKeys<'_>) {
    if let Some(path) = variant.default.as_ref().and_then(|set| set.value.as_ref()) {
        let message = "key `default` takes no value on a variant";
        ctxt.error_help(path, message, "write `default` alone");
    }
}

/// Two variants of one type name.
pub(super) fn names(ctxt: &Ctxt, message: &Message<'_>) {
    let Shape::Typed(variants) = &message.shape else {
        return;
    };
    let claims = variants.iter().flat_map(|variant| {
        let names = variant.names().iter();
        names.map(|name| (variant.ident, name))
    });
    claims::of_variants(ctxt, "type", claims);
}
