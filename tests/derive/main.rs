//! A test goes into the file named after the key, type or clause that it would be looked up by; where it came from stands in its comment.
//!
//! Here: the derives, in both directions: a value, and the document that it is written as and read from, by
//! both sources of the reader. There is a file for each section of `um-derive/KEYS.md`, and a few more.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod action;
mod alias;
mod any;
mod any_attribute;
mod attribute;
mod base64;
mod bound;
mod cdata;
mod choice;
mod crate_path;
mod default;
mod default_text;
mod deny_unknown_fields;
mod empty_is_default;
mod empty_is_none;
mod empty_text;
mod flatten;
mod generics;
mod hex;
mod inner;
mod inner_optional;
mod keys_together;
mod list;
mod many_fields;
mod max_occurs;
mod messages;
mod min_occurs;
mod mixed;
mod namespace;
mod namespace_alias;
mod newtype;
mod nillable;
mod occurrence;
mod ordered;
mod other;
mod position;
mod prefix;
mod properties;
mod recursion;
mod rename;
mod rename_all;
mod schema_type;
mod secret;
mod skip;
mod skip_if;
mod stack;
mod text;
mod types;
mod union;
mod unit;
mod unqualified;
mod values;
mod version;
mod with;
mod wrapper;
mod xsi_type;

use std::collections::BTreeSet;
use std::path::Path;

/// The page whose sections have a file each.
const PAGE: &str = include_str!("../../um-derive/KEYS.md");

/// Sections whose tests stand in a file of another name.
const ELSEWHERE: &[(&str, &str)] = &[
    // A module cannot have the name.
    ("crate", "crate_path"),
    // They are of its items.
    ("item_namespace", "wrapper"),
    ("item_prefix", "wrapper"),
    // What answers a message is asked beside what it calls.
    ("response", "action"),
];

/// Files about what has no key, or several.
const WITHOUT_A_KEY: &[&str] = &[
    "choice",
    "generics",
    "keys_together",
    "many_fields",
    "messages",
    "newtype",
    "occurrence",
    "properties",
    "recursion",
    "stack",
    "types",
    "unit",
    "values",
];

/// The names of the files and folders beside this file.
fn files() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("derive");
    let entries = folder.read_dir().unwrap();
    let names = entries.map(|entry| entry.unwrap().path().file_stem().unwrap().to_owned());
    names
        .map(|name| name.into_string().unwrap())
        .filter(|name| name != "main" && name != "snapshots")
        .collect()
}

#[test]
fn each_section_of_the_keys_has_a_file() {
    let sections = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`'));
    let expected: BTreeSet<String> = sections
        .map(|key| {
            ELSEWHERE
                .iter()
                .find(|it| it.0 == key)
                .map_or(key, |it| it.1)
        })
        .chain(WITHOUT_A_KEY.iter().copied())
        .map(str::to_owned)
        .collect();
    let modules: BTreeSet<String> = include_str!("main.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    for found in [modules, files()] {
        let wrong: Vec<_> = found.symmetric_difference(&expected).collect();
        assert!(wrong.is_empty(), "no file, or no section: {wrong:?}");
    }
}
