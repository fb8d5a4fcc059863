//! The keys that say what a field is where it is absent or empty.

use crate::ctxt::Ctxt;
use crate::parse::{FieldKeys, Key, RoleKey};

use super::types;

pub(super) fn keys(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    one_default(ctxt, field);
    empty_is_one(ctxt, field);
    empty_has_default(ctxt, field);
    wrapper_has_no_text(ctxt, field);
    stands_once(ctxt, field);
}

/// Why a key has no use on a field of this role, if it has none.
pub(super) fn useless(role: RoleKey, key: Key) -> Option<&'static str> {
    match role {
        RoleKey::Attribute => (key == Key::EmptyText)
            .then_some("it is said of an element; an attribute that is empty has the empty text"),
        RoleKey::Skip | RoleKey::Position => None,
        RoleKey::Text => Some(match key {
            Key::EmptyIsNone => "an `Option` that is text is `None` where that is empty",
            Key::EmptyIsDefault | Key::EmptyText => {
                "it is said of an element where that is a field"
            }
            _ => "text is never absent, only empty",
        }),
        RoleKey::Flatten | RoleKey::Any | RoleKey::AnyAttribute | RoleKey::Other => {
            Some(match key {
                Key::EmptyText => "it is said of an element",
                _ => "it is said of one element or attribute",
            })
        }
    }
}

/// `#[soap(default, default_text = "kg")]`
fn one_default(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let absent = &field.absent;
    if let (Some(default), Some(text)) = (&absent.default, &absent.default_text) {
        let ident = field.ident;
        let message = format!("field `{ident}` cannot be both `default` and `default_text`");
        ctxt.error_help(
            &text.key,
            message,
            "keep one: each says what stands for an absent one",
        );
        ctxt.error(&default.key, "`default` is set here");
    }
}

/// `#[soap(default, empty_is_default, empty_is_none)]`
fn empty_is_one(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let absent = &field.absent;
    let keys = [
        absent.empty_is_default.as_ref(),
        absent.empty_is_none.as_ref(),
        absent.empty_text.as_ref().map(|text| &text.key),
    ];
    let mut keys = keys.into_iter().flatten();
    if let (Some(first), Some(second)) = (keys.next(), keys.next()) {
        let ident = field.ident;
        let message = format!(
            "{} `{ident}` cannot be both `{first}` and `{second}`",
            field.noun
        );
        ctxt.error_help(
            second,
            message,
            "keep one: each says what stands for an empty one",
        );
        ctxt.error(first, format_args!("`{first}` is set here"));
    }
}

/// `#[soap(empty_is_default)]`
fn empty_has_default(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let is_said = [Key::Default, Key::DefaultText]
        .iter()
        .any(|key| field.mentions(*key));
    // A field that has another use of it, or none, has been told.
    let has_use = match field.role() {
        Some(RoleKey::Position) => false,
        Some(role) => useless(role, Key::EmptyIsDefault).is_none(),
        None => true,
    };
    let Some(key) = field
        .absent
        .empty_is_default
        .as_ref()
        .filter(|_| !is_said && has_use)
    else {
        return;
    };
    let message = format!(
        "`empty_is_default` on field `{}` is for a default, and there is none",
        field.ident
    );
    ctxt.error_help(
        key,
        message,
        "add `default` or `default_text = \"...\"` beside it, or write `empty_is_none`",
    );
}

/// `#[soap(wrapper = "Items", default_text = "kg")]`
fn wrapper_has_no_text(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    // What is flattened has been told that it has no use for it.
    let wrapper = field.form.wrapper.as_ref();
    let Some(wrapper) = wrapper.filter(|_| field.role() != Some(RoleKey::Flatten)) else {
        return;
    };
    let texts = [
        (
            &field.absent.default_text,
            "keep `wrapper`, which has elements and no text, and write `default = \"path::to::function\"`",
        ),
        (
            &field.absent.empty_text,
            "keep `wrapper`, which has elements and no text",
        ),
    ];
    for (text, help) in texts {
        let Some(text) = text else { continue };
        let (ident, key) = (field.ident, &text.key);
        let message = format!("field `{ident}` cannot be both `wrapper` and `{key}`");
        ctxt.error_help(key, message, help);
        ctxt.error(&wrapper.key, "`wrapper` is set here");
    }
}

/// `#[soap(default_text = "kg")] units: Vec<String>`
fn stands_once(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let absent = &field.absent;
    let text = absent.default_text.as_ref().map(|text| &text.key);
    let key = text
        .or(absent.empty_is_default.as_ref())
        .or(absent.empty_is_none.as_ref());
    let is_value = [Key::List, Key::Wrapper, Key::With, Key::Base64, Key::Hex]
        .iter()
        .any(|key| field.mentions(*key));
    let is_repeated =
        field.role().is_none() && !is_value && types::inside(field.ty, &["Vec"]).is_some();
    if let Some(key) = key.filter(|_| is_repeated) {
        let message = format!(
            "field `{}` is any number of elements, and `{key}` is for one",
            field.ident
        );
        let help = "remove it, or add `list` for a `Vec` that is one text";
        ctxt.error_help(key, message, help);
    }
}
