//! A test goes into the file named after the key, type or clause that it would be looked up by; where it came from stands in its comment.
//!
//! Here: the XML engine against XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition), and the simple
//! types against XML Schema. Each row of a table is a document and the clause it comes from: `XML 2.4` is a
//! section, `[14]` a production of XML 1.0; `NS 3` is a section of Namespaces in XML. Every document is read
//! from a text and from a stream, and xml-rs, which is another's work, judges whether it is well-formed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod binary;
mod booleans;
mod calendar;
mod canonical;
mod characters;
mod documents;
mod durations;
mod element;
mod encodings;
mod errors;
mod everywhere;
mod facets;
mod foreign_types;
mod fuzzed;
mod iter;
mod limits;
mod mask;
mod namespaces;
mod not_well_formed;
mod numbers;
mod own_elements;
mod own_types;
mod pretty;
mod productions;
mod properties;
mod qualified_names;
mod read_ahead;
mod reader;
mod rows;
mod same;
mod simple;
mod sources;
mod streams;
mod strings;
mod well_formed;
