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
mod bound;
mod cdata;
mod choice;
mod crate_path;
mod default;
mod deny_unknown_fields;
mod flatten;
mod generics;
mod inner;
mod inner_optional;
mod keys_together;
mod list;
mod messages;
mod namespace;
mod namespace_alias;
mod newtype;
mod nillable;
mod occurrence;
mod ordered;
mod other;
mod prefix;
mod properties;
mod recursion;
mod rename;
mod rename_all;
mod skip;
mod skip_if;
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
