//! The page of the keys has each key, in the table of each place where it may stand, and with an example;
//! the README lists them all.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::derive;
use crate::parse::Derive;

const PAGE: &str = include_str!("../../KEYS.md");

/// Declarations with a key that is not known, whose error says which are.
const MESSAGES: &[&str] = &["#K struct X {}", "#K struct X(X);", "#K enum X { A(A) }"];
const TYPES: &[&str] = &[
    "#K struct X {}",
    "#K struct X(X);",
    "#K enum X { A }",
    "#K enum X { A(A) }",
    "#K #[soap(union)] enum X { A(A) }",
    "#K #[soap(xsi_type)] enum X { A(A) }",
];
const FIELDS: &[&str] = &["struct X { #K a: A }"];
const CHOICES: &[&str] = &["enum X { #K A(A) }"];
/// Variants that are no element of their own.
const VALUES: &[&str] = &["enum X { #K A }", "#[soap(xsi_type)] enum X { #K A(A) }"];

/// The keys that the parser takes at the place of `#K` in any of some declarations.
fn keys(mode: Derive, declarations: &[&str]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for declaration in declarations {
        let source = declaration.replace("#K", "#[soap(frobnicate)]");
        let output = derive(source.parse().unwrap_or_default(), mode).to_string();
        let (_, list) = output.split_once("allowed here are ").unwrap_or_default();
        let (list, _) = list.split_once('"').unwrap_or_default();
        assert!(!list.is_empty(), "{output}");
        keys.extend(list.split(", ").map(|key| key.trim_matches('`').to_owned()));
    }
    keys
}

/// What stands below a heading, up to the next one.
fn section(heading: &str) -> Option<&'static str> {
    let (_, rest) = PAGE.split_once(&format!("\n### {heading}\n"))?;
    rest.split("\n##").next()
}

/// The keys in a table: each is a link to its section.
fn table(heading: &str) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for row in section(heading).unwrap_or_default().lines() {
        let cell = row.split(" | ").next().unwrap_or_default();
        for link in cell.split("[`").skip(1) {
            let (text, rest) = link.split_once("`](#").unwrap_or_default();
            let (target, _) = rest.split_once(')').unwrap_or_default();
            let key = text.split(' ').next().unwrap_or_default();
            assert_eq!(key, target, "{row}");
            keys.insert(key.to_owned());
        }
    }
    keys
}

#[test]
fn the_tables_are_those_of_the_parser() {
    let of_types = keys(Derive::Type, TYPES);
    let of_messages = keys(Derive::Message, MESSAGES);
    let only: BTreeSet<_> = of_messages.difference(&of_types).cloned().collect();
    assert_eq!(table("On a message"), only);
    assert_eq!(table("On a struct or an enum"), of_types);
    assert_eq!(table("On a field"), keys(Derive::Type, FIELDS));
    assert_eq!(
        table("On a variant"),
        keys(Derive::Type, &[CHOICES, VALUES].concat())
    );
}

/// The README of the workspace, or the copy of it in the crate's package.
fn readme() -> String {
    let places =
        ["../README.md", "README.md"].map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let text = places.iter().find_map(|path| fs::read_to_string(path).ok());
    text.expect("there is a README")
}

/// The keys in a row of its table "What is supported", which come before any other words.
fn listed(readme: &str, title: &str) -> BTreeSet<String> {
    let rows = readme.lines();
    let mut cells = rows.filter_map(|row| row.strip_prefix(&format!("| {title} | ")));
    let (keys, _) = cells
        .next()
        .unwrap_or_default()
        .split_once([';', '|'])
        .unwrap_or_default();
    keys.split(',')
        .map(|key| key.trim().trim_matches('`').to_owned())
        .collect()
}

#[test]
fn the_readme_lists_the_keys() {
    let readme = readme();
    let of_types = keys(Derive::Type, TYPES);
    let of_messages = keys(Derive::Message, MESSAGES);
    let only: BTreeSet<_> = of_messages.difference(&of_types).cloned().collect();
    assert_eq!(listed(&readme, "keys on a message"), only);
    assert_eq!(listed(&readme, "keys on a struct or enum"), of_types);
    let of_fields = keys(Derive::Type, FIELDS);
    assert_eq!(listed(&readme, "keys on a field"), of_fields);
    // "Of a choice, what an element has as a field" is said in words, not by name.
    let of_choices = keys(Derive::Type, CHOICES);
    let of_variants = listed(&readme, "keys on a variant");
    assert_eq!(of_variants, keys(Derive::Type, VALUES));
    assert!(
        of_choices
            .iter()
            .all(|key| of_fields.contains(key) || of_variants.contains(key))
    );
}

#[test]
fn each_key_has_an_example() {
    let places = [
        keys(Derive::Message, MESSAGES),
        keys(Derive::Type, TYPES),
        keys(Derive::Type, FIELDS),
        keys(Derive::Type, CHOICES),
        keys(Derive::Type, VALUES),
    ];
    for key in places.iter().flatten() {
        let section = section(&format!("`{key}`")).unwrap_or_default();
        let example = section.split("```").nth(1).unwrap_or_default();
        let is_used = example
            .split("#[soap(")
            .skip(1)
            .filter_map(|keys| keys.split(")]").next())
            .flat_map(|keys| keys.split(','))
            .any(|written| {
                written
                    .split('=')
                    .next()
                    .is_some_and(|name| name.trim() == key)
            });
        assert!(is_used, "no example of `{key}`");
        assert!(
            example.contains("</") || example.contains("/>"),
            "no XML for `{key}`"
        );
    }
}
