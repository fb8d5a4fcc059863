//! The keys of one field, and `text` beside other fields.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use super::absent;
use super::once::stands_once;
use super::schema_type;
use super::types;
use crate::ctxt::Ctxt;
use crate::parse::{FieldKeys, Key, NameKeys, RoleKey};

pub(super) fn keys(ctxt: &Ctxt, item: &Ident, field: &FieldKeys<'_>) {
    let role = field.role();
    if role == Some(RoleKey::Skip) {
        skip_stands_alone(ctxt, field);
        return;
    }
    let has_wrapper = field.mentions(Key::Wrapper);
    one_role(ctxt, field);
    useful_keys(ctxt, field);
    if role == Some(RoleKey::Flatten) && !has_wrapper {
        flatten_ends(ctxt, item, field);
    }
    if matches!(role, Some(RoleKey::Any | RoleKey::Other)) {
        one_namespace(ctxt, field);
    }
    if matches!(role, None | Some(RoleKey::Attribute)) || has_wrapper {
        one_namespace(ctxt, field);
        let owner = (field.noun, field.ident);
        prefix_has_namespace(ctxt, owner, &field.name, &field.written);
    }
    wrapper_has_items(ctxt, field);
    one_spelling(ctxt, field);
    bytes_are_spelled(ctxt, field);
    schema_type::keys(ctxt, field);
    items_have_wrapper(ctxt, field);
    items_are_xml(ctxt, field);
    nil_once(ctxt, field);
    bounds_have_room(ctxt, field);
    absent::keys(ctxt, field);
}

/// `#[soap(skip, rename = "X")]`; a `default` says where the value comes from.
fn skip_stands_alone(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let is_needed = |key: Key| match key {
        Key::Skip => true,
        Key::Default => matches!(&field.absent.default, Some(setting) if setting.value.is_some()),
        _ => false,
    };
    for (key, at) in field.written.iter().filter(|(key, _)| !is_needed(*key)) {
        let message = format!(
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

/// `#[soap(attribute, text)]`
fn one_role(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let mut roles = field.roles();
    let Some((first, first_at)) = roles.next() else {
        return;
    };
    let Some((second, second_at)) = roles.find(|(key, _)| key != first) else {
        return;
    };
    let message = format!(
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
fn useful_keys(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let Some((role_key, _)) = field.roles().next() else {
        return;
    };
    for (key, at) in &field.written {
        // `#[soap(wrapper = "Items", flatten, namespace = "urn:a")]`: that of the wrapper.
        let is_of_wrapper = matches!(key, Key::Namespace | Key::Prefix | Key::Unqualified)
            || matches!(key, Key::EmptyIsDefault | Key::EmptyIsNone);
        if is_of_wrapper && field.mentions(Key::Wrapper) {
            continue;
        }
        let Some(reason) = role_key.role().and_then(|role| useless(role, *key)) else {
            continue;
        };
        let message = format!(
            "{} `{}` is `{}`, which leaves nothing for `{}`",
            field.noun,
            field.ident,
            role_key.name(),
            key.name()
        );
        ctxt.error_help(at, message, format_args!("remove it: {reason}"));
    }
}

/// Why a key has no use on a field of this role, if it has none.
fn useless(role: RoleKey, key: Key) -> Option<&'static str> {
    if role == RoleKey::Position && key.role().is_none() {
        return Some("the reader knows it, and it is never written");
    }
    match key {
        Key::Namespace | Key::Unqualified if matches!(role, RoleKey::Any | RoleKey::Other) => None,
        Key::Rename | Key::Alias | Key::Namespace | Key::Prefix | Key::Unqualified => {
            useless_name(role)
        }
        Key::Wrapper => useless_wrapper(role),
        Key::ItemNamespace | Key::ItemPrefix => (role == RoleKey::Flatten)
            .then_some("the names are those of the flattened type's own fields"),
        Key::List
        | Key::With
        | Key::Base64
        | Key::Hex
        | Key::Nillable
        | Key::CData
        | Key::SchemaType => useless_form(role, key),
        Key::MinOccurs | Key::MaxOccurs => useless_bounds(role),
        Key::Default | Key::SkipIf => {
            (role == RoleKey::Text).then_some("text is never absent, only empty")
        }
        Key::DefaultText | Key::EmptyIsDefault | Key::EmptyIsNone | Key::EmptyText => {
            absent::useless(role, key)
        }
        // Whatever a field is, its value can be secret. Of two roles `one_role` says it; the other keys stand on no field.
        Key::Secret
        | Key::Attribute
        | Key::Text
        | Key::Flatten
        | Key::Any
        | Key::AnyAttribute
        | Key::Other
        | Key::Skip
        | Key::Position
        | Key::NamespaceAlias
        | Key::RenameAll
        | Key::Inner
        | Key::InnerOptional
        | Key::Action
        | Key::Version
        | Key::Response
        | Key::Crate
        | Key::DenyUnknownFields
        | Key::Ordered
        | Key::Mixed
        | Key::Union
        | Key::XsiType
        | Key::Bound => None,
    }
}

fn useless_name(role: RoleKey) -> Option<&'static str> {
    match role {
        RoleKey::Text => Some("text has no name"),
        RoleKey::Flatten => Some("the names are those of the flattened type's own fields"),
        RoleKey::Any | RoleKey::AnyAttribute | RoleKey::Other => {
            Some("what is kept has the name that it has")
        }
        RoleKey::Attribute | RoleKey::Skip | RoleKey::Position => None,
    }
}

fn useless_wrapper(role: RoleKey) -> Option<&'static str> {
    match role {
        RoleKey::Attribute => Some("an attribute stands in no element of its own"),
        RoleKey::Text => Some("text stands in no element of its own"),
        RoleKey::AnyAttribute => Some("attributes stand in no element of their own"),
        RoleKey::Any | RoleKey::Other => {
            Some("what is kept stands where it stood, in no other element")
        }
        RoleKey::Flatten | RoleKey::Skip | RoleKey::Position => None,
    }
}

fn useless_form(role: RoleKey, key: Key) -> Option<&'static str> {
    match (role, key) {
        (RoleKey::Attribute, Key::Nillable) => Some("an attribute is never nil, only absent"),
        (RoleKey::Attribute, Key::CData) => Some("an attribute has no CDATA sections"),
        (RoleKey::Text, Key::Nillable) => Some("text is never nil, only the element around it"),
        (RoleKey::Attribute | RoleKey::Text | RoleKey::Skip | RoleKey::Position, _) => None,
        (RoleKey::Flatten | RoleKey::Any | RoleKey::AnyAttribute | RoleKey::Other, _) => {
            Some("it says how a value stands in an element or attribute")
        }
    }
}

fn useless_bounds(role: RoleKey) -> Option<&'static str> {
    match role {
        RoleKey::Attribute => Some("an attribute stands once, or not at all"),
        RoleKey::Text => Some("an element has one text"),
        RoleKey::AnyAttribute => Some("it counts elements"),
        RoleKey::Flatten | RoleKey::Any | RoleKey::Other | RoleKey::Skip | RoleKey::Position => {
            None
        }
    }
}

/// `#[soap(min_occurs = 2, max_occurs = 1)]`, `#[soap(list, min_occurs = 1)]`
fn bounds_have_room(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let (noun, ident) = (field.noun, field.ident);
    let (min, max) = (&field.min_occurs, &field.max_occurs);
    let bound = max.as_ref().or(min.as_ref());
    if let (Some(bound), Some(list)) = (bound, &field.form.list) {
        let key = &bound.key;
        let message = format!("{noun} `{ident}` is a `list`, which leaves nothing for `{key}`");
        let help = "remove it: a list is one element, whose values it does not count";
        ctxt.error_help(key, message, help);
        ctxt.error(list, "`list` is set here");
    }
    let Some(max) = max else {
        return;
    };
    if max.value == 0 {
        let message = format!("`max_occurs = 0` leaves no room for {noun} `{ident}`");
        ctxt.error_help(&max.key, message, "remove the field, or `max_occurs`");
    } else if let Some(min) = min.as_ref().filter(|min| min.value > max.value) {
        let (least, most) = (min.value, max.value);
        let message = format!("{noun} `{ident}` stands {least} times at least, and {most} at most");
        ctxt.error_help(
            &max.key,
            message,
            "let `max_occurs` be as large as `min_occurs`",
        );
    }
}

/// `#[soap(wrapper = "Items", list)]`
fn wrapper_has_items(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    if let (Some(wrapper), Some(list)) = (&field.form.wrapper, &field.form.list) {
        let ident = field.ident;
        let message = format!("field `{ident}` cannot be both `wrapper` and `list`");
        let help = "keep `wrapper` for an element for each item, `list` for one text";
        ctxt.error_help(list, message, help);
        ctxt.error(&wrapper.key, "`wrapper` is set here");
    }
}

/// `#[soap(base64, hex)]`, `#[soap(base64, with = "module")]`
fn one_spelling(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let is_spelling = |key: &Key| matches!(key, Key::With | Key::Base64 | Key::Hex);
    let mut spellings = field.written.iter().filter(|(key, _)| is_spelling(key));
    let Some((first, first_at)) = spellings.next() else {
        return;
    };
    let Some((second, second_at)) = spellings.find(|(key, _)| key != first) else {
        return;
    };
    let (noun, ident) = (field.noun, field.ident);
    let (first, second) = (first.name(), second.name());
    let message = format!("{noun} `{ident}` cannot be both `{first}` and `{second}`");
    ctxt.error_help(
        second_at,
        message,
        "keep one: each says how a value is spelled",
    );
    ctxt.error(first_at, format_args!("`{first}` is set here"));
}

/// `data: Vec<u8>`, which would be written as `<Data>1</Data><Data>2</Data>`.
fn bytes_are_spelled(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let says_it = [Key::With, Key::Base64, Key::Hex, Key::List, Key::Wrapper];
    let is_value = matches!(
        field.role(),
        None | Some(RoleKey::Attribute | RoleKey::Text)
    );
    if !is_value || says_it.iter().any(|key| field.mentions(*key)) {
        return;
    }
    let Some(bytes) = types::bytes(field.ty) else {
        return;
    };
    let message = format!(
        "`{}` is bytes, and nothing says how they are spelled as text",
        types::shown(bytes)
    );
    let help = if types::can_own(bytes) {
        "add `base64` or `hex`; for a list of `xs:unsignedByte` add `list`, or give each of them an element of \
         its own by a type for it: `struct Byte(u8);` with `#[derive(SoapType)]`, in a `Vec<Byte>`"
    } else {
        "write `Vec<u8>` instead, with `base64` or `hex`"
    };
    ctxt.error_help(field.ty, message, help);
}

/// `#[soap(item_namespace = "urn:t")]`, `#[soap(wrapper = "Items", item_prefix = "t")]`
fn items_have_wrapper(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let form = &field.form;
    let ident = field.ident;
    let (namespace, prefix) = (&form.item_namespace, &form.item_prefix);
    let first = namespace.as_ref().or(prefix.as_ref());
    match (first, prefix) {
        // What is flattened, or a position, has been told that it has no use for them.
        _ if matches!(field.role(), Some(RoleKey::Flatten | RoleKey::Position)) => {}
        (Some(setting), _) if !field.mentions(Key::Wrapper) => {
            let message = format!(
                "`{}` on field `{ident}` is for items in a wrapper, and there is none",
                setting.key
            );
            let help = "add `wrapper = \"Items\"`, or write it without `item_`";
            ctxt.error_help(&setting.key, message, help);
        }
        (_, Some(prefix)) if !field.mentions(Key::ItemNamespace) => {
            let message = format!("`item_prefix` on field `{ident}` stands for no namespace");
            let help = "add `item_namespace = \"...\"` beside it";
            ctxt.error_help(&prefix.key, message, help);
        }
        (_, Some(prefix)) if namespace.as_ref().is_some_and(|it| it.value.is_empty()) => {
            let message = "a prefix cannot stand for no namespace";
            let help = "remove `item_prefix`, or name the namespace";
            ctxt.error_help(&prefix.key, message, help);
        }
        _ => {}
    }
}

/// `#[soap(nillable)] ended: Option<Nillable<u32>>`: `Some(Nillable::nil())` would be read as `None`.
fn nil_once(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let Some(key) = field
        .form
        .nillable
        .as_ref()
        .filter(|_| field.form.wrapper.is_none())
    else {
        return;
    };
    let item = types::inside(field.ty, &["Vec"]).unwrap_or(field.ty);
    let content = types::inside(item, &["Option"]).unwrap_or(item);
    if types::inside(content, &["Nillable"]).is_some() {
        let message = "key `nillable` on a type that says itself that it may be nil";
        ctxt.error_help(key, message, "leave `nillable` out");
    }
}

/// `headers: HashMap<String, String>`, `id: Option<Option<u8>>`
fn items_are_xml(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let is_value = matches!(
        field.role(),
        None | Some(RoleKey::Attribute | RoleKey::Text)
    );
    if !is_value || field.mentions(Key::With) {
        return;
    }
    let item = if field.mentions(Key::Wrapper) || field.mentions(Key::List) {
        types::inside(
            types::inside(field.ty, &["Option"]).unwrap_or(field.ty),
            &["Vec"],
        )
    } else if field.mentions(Key::Nillable) {
        types::inside(
            types::inside(field.ty, &["Vec"]).unwrap_or(field.ty),
            &["Option"],
        )
    } else {
        Some(field.ty)
    };
    if let Some((ty, help)) = item.and_then(|item| types::misfit(item, field.role().is_none())) {
        let message = format!("`{}` stands for no XML", types::shown(ty));
        ctxt.error_help(ty, message, help);
    }
}

/// `struct Node { #[soap(flatten)] next: Option<Box<Node>> }`
fn flatten_ends(ctxt: &Ctxt, item: &Ident, field: &FieldKeys<'_>) {
    let Some(flatten) = field.only_role(Key::Flatten) else {
        return;
    };
    if is_made_of(field.ty, item) {
        let message = format!("`{item}` is flattened into itself");
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
    let Some(unqualified) = &field.name.unqualified else {
        return;
    };
    if field.mentions(Key::Namespace) {
        let message = format!(
            "{} `{}` cannot be both `unqualified` and in a `namespace`",
            field.noun, field.ident
        );
        let is_one = |key: &Key| matches!(key, Key::Namespace | Key::Unqualified);
        let mut both = field.written.iter().filter(|(key, _)| is_one(key));
        if let (Some((first, first_at)), Some((_, second))) = (both.next(), both.next()) {
            ctxt.error_help(second, message, "keep one of them");
            ctxt.error(first_at, format_args!("`{}` is set here", first.name()));
        }
    } else if field.mentions(Key::Attribute) {
        let message = format!("attribute `{}` is unqualified anyway", field.ident);
        let help = "remove `unqualified`: attributes are unqualified unless they have a namespace";
        ctxt.error_help(unqualified, message, help);
    }
}

/// `#[soap(prefix = "t")]`, `#[soap(namespace = "", prefix = "t")]`
pub(super) fn prefix_has_namespace(
    ctxt: &Ctxt,
    (noun, ident): (&str, &Ident),
    name: &NameKeys,
    written: &[(Key, Ident)],
) {
    let Some(prefix) = &name.prefix else {
        return;
    };
    let mentions = |wanted: Key| written.iter().any(|(key, _)| *key == wanted);
    if !mentions(Key::Namespace) {
        let message = format!("`prefix` on {noun} `{ident}` stands for no namespace");
        let help = if mentions(Key::Unqualified) {
            "remove it: what is `unqualified` is written without a prefix"
        } else {
            "add `namespace = \"...\"` beside it"
        };
        ctxt.error_help(&prefix.key, message, help);
    } else if matches!(&name.namespace, Some(namespace) if namespace.value.is_empty()) {
        let message = "a prefix cannot stand for no namespace";
        ctxt.error_help(
            &prefix.key,
            message,
            "remove `prefix`, or name the namespace",
        );
    }
}

/// One `text`, one `any_attribute`, one `position`; one `any` and one `other` for each namespace, and one for the rest. Of an ordered
/// struct the place tells one `any` from the other, if something stands between them: that the compiler judges.
pub(super) fn stand_once(ctxt: &Ctxt, is_ordered: bool, fields: &[FieldKeys<'_>]) {
    let once = [
        (Key::Text, "an element has one text"),
        (
            Key::AnyAttribute,
            "it takes everything that no other field claims",
        ),
        (Key::Position, "a struct has one element"),
    ];
    for (key, reason) in once {
        stands_once(ctxt, key, reason, with_key(fields, key));
    }
    let any = [
        (
            Key::Any,
            "it takes everything that no other field claims; or give each a `namespace`",
        ),
        (
            Key::Other,
            "it takes everything that no other variant claims; or give each a `namespace`",
        ),
    ];
    for (key, reason) in any.into_iter().filter(|_| !is_ordered) {
        let mut namespaces: Vec<_> = fields.iter().map(any_namespace).collect();
        namespaces.sort();
        namespaces.dedup();
        for namespace in namespaces {
            let of_it = fields.iter().filter(|it| any_namespace(it) == namespace);
            stands_once(ctxt, key, reason, with_key(of_it, key));
        }
    }
}

/// What the elements of a field with `any` are told apart by, as it is written.
fn any_namespace(field: &FieldKeys<'_>) -> Option<String> {
    let namespace = field.name.namespace.as_ref();
    let unqualified = field.name.unqualified.as_ref();
    namespace
        .map(|setting| setting.value.to_token_stream().to_string())
        .or_else(|| unqualified.map(|_| "\"\"".to_owned()))
}

/// The fields with a key that says what they are.
fn with_key<'a>(
    fields: impl IntoIterator<Item = &'a FieldKeys<'a>>,
    key: Key,
) -> impl Iterator<Item = (String, &'a Ident)> {
    fields.into_iter().filter_map(move |field| {
        let name = format!("{} `{}`", field.noun, field.ident);
        Some((name, field.only_role(key)?))
    })
}

/// No child elements beside `text`, unless a schema says so: `mixed="true"`.
pub(super) fn text_stands_alone(ctxt: &Ctxt, mixed: Option<&Ident>, fields: &[FieldKeys<'_>]) {
    let text = fields
        .iter()
        .find_map(|field| Some((field, field.only_role(Key::Text)?)));
    if let Some(mixed) = mixed {
        let may_be_flattened = |field: &FieldKeys<'_>| field.mentions(Key::Flatten);
        if text.is_none() && !fields.iter().any(may_be_flattened) {
            let message =
                "`mixed` says that text stands beside child elements, and no field is `text`";
            let help = "add `text` to a field, or remove `mixed`";
            ctxt.error_help(mixed, message, help);
        }
        return;
    }
    let Some((text, at)) = text else {
        return;
    };
    if let Some(element) = fields.iter().find(|field| is_element(field)) {
        let message = format!("field `{}` is `text` beside child elements", text.ident);
        let help = "make the other fields attributes, or the text an element; or, where a schema says so, add `mixed` to the struct";
        ctxt.error_help(at, message, help);
        let ident = element.ident;
        ctxt.error(ident, format_args!("field `{ident}` is a child element"));
    }
}

/// `#[soap(deny_unknown_fields)]` above `#[soap(any)]` and `#[soap(any_attribute)]`
pub(super) fn nothing_is_unknown(ctxt: &Ctxt, deny: &Ident, fields: &[FieldKeys<'_>]) {
    let find = |key: Key| {
        let mut all = fields.iter().filter(|field| any_namespace(field).is_none());
        all.find_map(|field| Some((field, field.only_role(key)?)))
    };
    let (Some((one, any)), Some((other, _))) = (find(Key::Any), find(Key::AnyAttribute)) else {
        return;
    };
    let message = format!(
        "field `{}` is `any` and `{}` `any_attribute`, which leaves nothing unknown",
        one.ident, other.ident
    );
    ctxt.error_help(any, message, "remove one of them, or `deny_unknown_fields`");
    ctxt.error(deny, "`deny_unknown_fields` is set here");
}

fn is_element(field: &FieldKeys<'_>) -> bool {
    match field.role() {
        None | Some(RoleKey::Any) => true,
        // The wrapper is one.
        Some(RoleKey::Flatten) => field.mentions(Key::Wrapper),
        Some(
            RoleKey::Attribute
            | RoleKey::Text
            | RoleKey::AnyAttribute
            | RoleKey::Other
            | RoleKey::Skip
            | RoleKey::Position,
        ) => false,
    }
}
