//! What other libraries and other languages call a key of this one, or write where this one needs none.

use super::keys::{Place, Row, find};

/// What other libraries call a key of this one.
#[rustfmt::skip]
const OTHER_SPELLINGS: &[(&str, &str)] = &[
    ("ns", "namespace"),
    ("xmlns", "namespace"),
    ("uri", "namespace"),
    ("target_namespace", "namespace"),
    ("default_namespace", "namespace"),
    ("namespaces", "namespace"),
    ("name", "rename"),
    ("tag", "rename"),
    ("root", "rename"),
    ("element_name", "rename"),
    ("root_element", "rename"),
    ("type", "rename"),
    ("data_contract", "rename"),
    ("enum", "rename"),
    ("local_name", "rename"),
    ("rename_all_fields", "rename_all"),
    ("soap_action", "action"),
    ("soap_version", "version"),
    ("reply", "response"),
    ("returns", "response"),
    ("output", "response"),
    ("attr", "attribute"),
    ("is_attribute", "attribute"),
    ("xsd_type", "schema_type"),
    ("data_type", "schema_type"),
    ("xml_type", "schema_type"),
    ("content", "text"),
    ("value", "text"),
    ("body", "text"),
    ("chardata", "text"),
    ("characters", "text"),
    ("inline", "flatten"),
    ("group", "flatten"),
    ("choice", "flatten"),
    ("any_element", "any"),
    ("extra", "any"),
    ("rest", "any"),
    ("any_attr", "any_attribute"),
    ("element_wrapper", "wrapper"),
    ("wrap", "wrapper"),
    ("array", "wrapper"),
    ("xs_list", "list"),
    ("min_items", "min_occurs"),
    ("max_items", "max_occurs"),
    ("nil", "nillable"),
    ("nullable", "nillable"),
    ("is_nullable", "nillable"),
    ("xsi_nil", "nillable"),
    ("serialize_with", "with"),
    ("deserialize_with", "with"),
    ("adapter", "with"),
    ("java_type_adapter", "with"),
    ("bytes", "base64"),
    ("base64_binary", "base64"),
    ("serde_bytes", "base64"),
    ("hex_binary", "hex"),
    ("hex_serde", "hex"),
    ("sensitive", "secret"),
    ("redact", "secret"),
    ("skip_serializing_if", "skip_if"),
    ("emit_default_value", "skip_if"),
    ("skip_serializing", "skip"),
    ("skip_deserializing", "skip"),
    ("ignore", "skip"),
    ("transient", "skip"),
    ("ignore_data_member", "skip"),
    ("default_value", "default_text"),
    ("default_literal", "default_text"),
    ("default_on_empty", "empty_is_default"),
    ("empty_as_default", "empty_is_default"),
    ("empty_as_none", "empty_is_none"),
    ("empty_string_as_none", "empty_is_none"),
    ("none_as_empty_string", "empty_is_none"),
    ("location", "position"),
    ("source_location", "position"),
    ("span", "position"),
    ("line", "position"),
    ("line_number", "position"),
    ("sequence", "ordered"),
    ("order", "ordered"),
    ("prop_order", "ordered"),
    ("strict", "deny_unknown_fields"),
    ("form", "unqualified"),
    ("fallback", "other"),
    ("tagged", "xsi_type"),
    ("see_also", "xsi_type"),
    ("known_type", "xsi_type"),
    ("untagged", "union"),
    ("member_types", "union"),
];

/// What needs no key, and why.
#[rustfmt::skip]
const NEEDLESS: &[(&[&str], &str)] = &[
    (
        &["required", "is_required", "optional", "repeated", "vec", "use"],
        "remove it: `T` stands once, `Option<T>` at most once, `Vec<T>` any number of times",
    ),
    (
        &["order", "prop_order", "index"],
        "remove it: fields are written in the order of their declaration; `ordered` on the struct has them read in no other",
    ),
    (&["element", "child", "member", "data_member"], "remove it: it is a child element unless a key says otherwise"),
    (&["data_type", "type", "xsd_type"], "remove it: the Rust type says it"),
    (&["borrow"], "remove it: `&str` and `Cow<str>` borrow without a key"),
    (&["enum_value"], "remove it, or write `rename = \"...\"` for another text"),
];

/// The key that another library's `name` stands for.
pub(crate) fn translate(name: &str) -> Option<&'static Row> {
    let name = plain(name);
    let mut spellings = OTHER_SPELLINGS.iter();
    let ours = spellings.find(|(theirs, _)| *theirs == name);
    find(ours.map_or(name.as_str(), |(_, ours)| ours))
}

/// Why no key says what `name` says elsewhere.
pub(crate) fn needless(name: &str, place: Place) -> Option<&'static str> {
    let name = plain(name);
    let mut needless = NEEDLESS.iter().filter(|_| !place.is_container());
    let (_, why) = needless.find(|(names, _)| names.contains(&name.as_str()))?;
    Some(why)
}

/// `XmlAnyElement` as `any_element`.
fn plain(name: &str) -> String {
    let mut result = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !result.is_empty() && !result.ends_with('_') {
            result.push('_');
        }
        result.extend(character.to_lowercase());
    }
    match result.strip_prefix("xml_") {
        Some(rest) => rest.to_owned(),
        None => result,
    }
}
