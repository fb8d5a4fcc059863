//! Every key in every place, and every two keys in one: what is accepted, and what is said of the rest.
//!
//! The keys come from the table, each written as its own help line writes it. So a new key is
//! here as soon as it is there. Read every line that changes: a pair without a sense must be refused, and with
//! the reason; nothing may be ignored in silence.

use proc_macro2::TokenStream;

use super::soup::{assert_style, messages};
use crate::derive;
use crate::parse::{Derive, Key, Place, allowed_on, rows};

/// All places, with a declaration around them: `#A` is where the keys stand.
#[rustfmt::skip]
const PLACES: &[(Place, Derive, &str)] = &[
    (Place::MessageStruct, Derive::Message, "#A struct X { field: Vec<String> }"),
    (Place::TypeStruct, Derive::Type, "#A struct X { field: Vec<String> }"),
    (Place::MessageNewtype, Derive::Message, "#A struct X(Y);"),
    (Place::TypeNewtype, Derive::Type, "#A struct X(Y);"),
    (Place::ValueEnum, Derive::Type, "#A enum X { A }"),
    (Place::ChoiceEnum, Derive::Type, "#A enum X { A(Y) }"),
    (Place::UnionEnum, Derive::Type, "#[soap(union)] #A enum X { A(Y) }"),
    (Place::TypedEnum, Derive::Type, "#[soap(xsi_type)] #A enum X { A(Y) }"),
    (Place::MessageEnum, Derive::Message, "#A enum X { A(Y) }"),
    (Place::Field, Derive::Type, "struct X { #A field: Vec<String> }"),
    (Place::OnlyField, Derive::Type, "struct X(#A Y);"),
    (Place::Value, Derive::Type, "enum X { #A A }"),
    (Place::Variant, Derive::Type, "enum X { #A A(Y), B(Y) }"),
    (Place::UnionVariant, Derive::Type, "#[soap(union)] enum X { #A A(Y) }"),
    (Place::TypedVariant, Derive::Type, "#[soap(xsi_type)] enum X { #A A(Y) }"),
    (Place::MessageVariant, Derive::Message, "enum X { #A A(Y) }"),
];

/// A key with its value, as the help lines write it: `rename = "Name"`.
fn written(key: Key) -> &'static str {
    let row = rows().find(|row| row.key == key);
    let mut usage = row.map_or("", |row| row.usage).split('`');
    usage.nth(1).unwrap_or_default()
}

/// A declaration with some keys, and those without which they are nothing.
fn source(place: Place, declaration: &str, keys: &[Key]) -> String {
    let mut entries: Vec<_> = keys.iter().map(|key| written(*key)).collect();
    let mut needs = |needed: Key, is_needed: bool| {
        if is_needed && !keys.contains(&needed) {
            entries.push(written(needed));
        }
    };
    let is_message = matches!(place, Place::MessageStruct | Place::MessageNewtype);
    let is_unqualified = keys.contains(&Key::Unqualified);
    needs(
        Key::Namespace,
        is_message || keys.contains(&Key::Prefix) && !is_unqualified,
    );
    needs(Key::Inner, keys.contains(&Key::InnerOptional));
    let is_default = keys.contains(&Key::EmptyIsDefault) && place == Place::Field;
    needs(
        Key::Default,
        is_default && !keys.contains(&Key::DefaultText),
    );
    let is_value = place == Place::Value && keys.contains(&Key::Other);
    let one = [Key::DefaultText, Key::EmptyIsDefault, Key::EmptyIsNone];
    let declaration = if is_value {
        "enum X { #A A(String), B }".to_owned()
    } else if one.iter().any(|key| keys.contains(key)) {
        declaration.replace("Vec<String>", "Option<String>")
    } else {
        declaration.to_owned()
    };
    declaration.replace("#A", &format!("#[soap({})]", entries.join(", ")))
}

/// What the derive says, in one line.
fn answer(kind: Derive, source: &str) -> String {
    let tokens: TokenStream = source.parse().expect("the declaration is one");
    let messages = messages(source, derive(tokens, kind));
    for message in &messages {
        assert_style(source, message);
    }
    if messages.is_empty() {
        return "accepted".to_owned();
    }
    messages.join(" | ").replace("\nhelp: ", "; ")
}

/// What a place is called in the snapshots, which were there before some names.
fn heading(place: Place) -> String {
    match place {
        Place::OnlyField => "Content".to_owned(),
        place => format!("{place:?}"),
    }
}

#[test]
fn every_key_in_every_place() {
    let mut lines = Vec::new();
    for (place, kind, declaration) in PLACES {
        lines.push(format!("\n{}: {declaration}", heading(*place)));
        for row in rows() {
            let source = source(*place, declaration, &[row.key]);
            lines.push(format!("{}: {}", row.name, answer(*kind, &source)));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_two_keys_of_a_place() {
    for (place, kind, declaration) in PLACES {
        let keys: Vec<_> = allowed_on(*place).collect();
        let mut lines = Vec::new();
        for (index, first) in keys.iter().enumerate() {
            for second in &keys[index..] {
                let source = source(*place, declaration, &[first.key, second.key]);
                let answer = answer(*kind, &source);
                lines.push(format!("{}, {}: {answer}", first.name, second.name));
            }
        }
        if !lines.is_empty() {
            insta::assert_snapshot!(format!("{place:?}"), lines.join("\n"));
        }
    }
}

/// The keys of a struct or choice, and those of what stands in it.
#[test]
fn every_key_around_every_other() {
    let inside = [
        (
            Place::TypeStruct,
            Place::Field,
            "#A struct X { #B field: Vec<String> }",
        ),
        (
            Place::ChoiceEnum,
            Place::Variant,
            "#A enum X { #B A(Y), B(Y) }",
        ),
        (Place::ValueEnum, Place::Value, "#A enum X { #B A, B }"),
        (
            Place::TypedEnum,
            Place::TypedVariant,
            "#[soap(xsi_type)] #A enum X { #B A(Y), B(Y) }",
        ),
    ];
    let mut lines = Vec::new();
    for (outer, inner, declaration) in inside {
        for around in allowed_on(outer).filter(|row| row.key != Key::XsiType) {
            for within in allowed_on(inner) {
                let source = source(outer, declaration, &[around.key]).replace("#B", "#A");
                let source = self::source(inner, &source, &[within.key]);
                let source = match (inner, within.key) {
                    (Place::Value, Key::Other) => continue,
                    _ => source,
                };
                let answer = answer(Derive::Type, &source);
                lines.push(format!(
                    "{inner:?}: {} around {}: {answer}",
                    around.name, within.name
                ));
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

/// What a field can be, beside what another one is.
#[test]
fn every_two_fields_of_a_struct() {
    let roles = [
        "",
        "#[soap(attribute)]",
        "#[soap(text)]",
        "#[soap(flatten)]",
        "#[soap(any)]",
        "#[soap(any_attribute)]",
        "#[soap(wrapper = \"Items\", rename = \"Item\")]",
        "#[soap(wrapper = \"Items\", flatten)]",
        "#[soap(skip)]",
        "#[soap(position)]",
    ];
    let mut lines = Vec::new();
    for (index, first) in roles.iter().enumerate() {
        for second in &roles[index..] {
            let source = format!("struct X {{ {first} one: Y, {second} two: Y }}");
            lines.push(format!("{source}: {}", answer(Derive::Type, &source)));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}
