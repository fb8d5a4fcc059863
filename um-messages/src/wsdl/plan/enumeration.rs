//! Enumerations: a variant for each value.

use std::collections::HashSet;

use super::fields::{Named, named_variants};
use super::naming::{Names, pascal};
use super::planner::Planner;
use super::rust::{Docs, Key, Variant};
use crate::wsdl::model;
use crate::wsdl::resolve::BuiltIn;
use crate::xml::ValueSpace;

impl Planner<'_, '_> {
    /// The variants of an enum of values.
    pub(super) fn values<'v>(
        &mut self,
        of_type: &str,
        base: BuiltIn,
        values: impl Iterator<Item = &'v model::Value<'v>>,
    ) -> (Vec<Variant>, Vec<Key>) {
        let mut names = Names::default();
        let mut seen = HashSet::new();
        let space = base.value_space();
        let values = values.filter(|value| seen.insert(space.value(value.text)));
        let variants = values.map(|value| {
            let asked = self.asked.name(of_type, '=', value.text);
            let name = asked.unwrap_or_else(|| match base {
                BuiltIn::Boolean => boolean_name(value.text).to_owned(),
                _ => value_name(value.text),
            });
            Named {
                item: Variant {
                    name: names.unique(&name),
                    docs: value.documentation.as_deref().map(Docs::text),
                    keys: Vec::new(),
                    value: None,
                },
                xml: Some(value.text.to_owned()),
            }
        });
        let (variants, style) = named_variants(variants.collect());
        let is_spelled_in_many_ways = space != ValueSpace::Text;
        let schema_type =
            is_spelled_in_many_ways.then(|| Key::Text("schema_type", base.name().to_owned()));
        (variants, style.into_iter().chain(schema_type).collect())
    }
}

/// `1` is `true`, and not a number.
fn boolean_name(text: &str) -> &'static str {
    match text {
        "true" | "1" => "True",
        _ => "False",
    }
}

/// What a value is called: by its letters and digits, or by its signs if it has none. A minus is no hyphen.
fn value_name(text: &str) -> String {
    let digits = text.strip_prefix('-').unwrap_or_default();
    if text.is_empty() {
        "Empty".to_owned()
    } else if digits.starts_with(|first: char| first.is_ascii_digit()) {
        pascal(&format!("minus {digits}"))
    } else if text.contains(char::is_alphanumeric) {
        pascal(text)
    } else {
        pascal(&text.chars().filter_map(sign).collect::<String>())
    }
}

/// What a sign is called.
fn sign(character: char) -> Option<&'static str> {
    Some(match character {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Star",
        '/' => "Slash",
        '%' => "Percent",
        '<' => "Less",
        '>' => "Greater",
        '=' => "Equal",
        '!' => "Not",
        '?' => "Question",
        '&' => "And",
        '|' => "Or",
        '#' => "Hash",
        '.' => "Dot",
        ',' => "Comma",
        ' ' => "Space",
        _ => return None,
    })
}
