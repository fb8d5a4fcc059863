//! The variants of an enum of values, of an enum of messages, and of one whose variants are told apart by `xsi:type`.

use proc_macro2::Ident;

use super::claims;
use super::fields::prefix_has_namespace;
use super::once::stands_once;
use crate::ctxt::Ctxt;
use crate::model::{Item, Kind};
use crate::parse::{Key, MessageKeys, ValueKeys, XsiVariantKeys};

pub(super) fn of_values(ctxt: &Ctxt, variants: &[ValueKeys<'_>]) {
    for variant in variants.iter().filter(|variant| variant.other.is_some()) {
        let help = "remove it: the variant is written as the text that it keeps";
        other_has_no_name(ctxt, &variant.written, help);
    }
}

pub(super) fn of_xsi_type(ctxt: &Ctxt, variants: &[XsiVariantKeys<'_>]) {
    for variant in variants {
        if variant.other.is_some() {
            let help = "remove it: the variant keeps the type that was sent";
            other_has_no_name(ctxt, &variant.written, help);
        } else {
            let ident = &variant.variant.ident;
            let written = &variant.written;
            prefix_has_namespace(ctxt, ("variant", ident), &variant.name, written);
        }
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

pub(super) fn of_messages(ctxt: &Ctxt, variants: &[MessageKeys<'_>]) {
    let others = variants.iter().filter_map(|variant| {
        let name = format!("variant `{}`", variant.variant.ident);
        Some((name, variant.other.as_ref()?))
    });
    let reason = "it takes every message that is not known";
    stands_once(ctxt, Key::Other, reason, others);
    let mut empty = variants.iter().filter(|variant| variant.ty.is_none());
    let Some(first) = empty.next() else {
        return;
    };
    let first = &first.variant.ident;
    for second in empty.map(|variant| &variant.variant.ident) {
        let message = format!("variant `{second}` is the empty Body, as `{first}` is");
        ctxt.error_help(second, message, "keep one of them");
    }
}

/// `#[soap(other, rename = "Unknown")] Other(String)`
fn other_has_no_name(ctxt: &Ctxt, written: &[(Key, Ident)], help: &str) {
    for (key, at) in written.iter().filter(|(key, _)| *key != Key::Other) {
        let message = format!("an `other` variant has no use for `{}`", key.name());
        ctxt.error_help(at, message, help);
    }
}

/// `#[soap(default = "path")]`
fn default_is_a_flag(ctxt: &Ctxt, variant: &XsiVariantKeys<'_>) {
    if let Some(path) = variant
        .default
        .as_ref()
        .and_then(|setting| setting.value.as_ref())
    {
        let message = "key `default` takes no value on a variant";
        ctxt.error_help(path, message, "write `default` alone");
    }
}

/// Two variants of one type name.
pub(super) fn type_names(ctxt: &Ctxt, item: &Item<'_>) {
    let Kind::XsiVariants(variants) = &item.kind else {
        return;
    };
    let claims = variants.iter().flat_map(|variant| {
        let names = variant.name().into_iter();
        names.flat_map(move |name| {
            let namespace = claims::namespace(item, name, false);
            name.all()
                .map(move |local| (variant.ident, namespace, local))
        })
    });
    claims::of_variants(ctxt, "type", claims);
}
