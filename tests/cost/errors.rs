//! Errors: what they say of a message is short, however much of it is wrong.

use std::fmt::Write as _;

use um_messages::{Envelope, Error, ReadOptions, um};
use um_tests::documents::V1_1;

use crate::measure::Case;

/// What is said of an error, in all ways.
fn said(error: &Error) -> usize {
    let mut text = String::new();
    write!(
        text,
        "{error} {error:?} {:?} {:?}",
        error.kind(),
        error.path()
    )
    .unwrap();
    text.len()
}

fn refused(name: &'static str, make: impl Fn(usize) -> String) {
    let options = ReadOptions::new().max_uri(usize::MAX);
    let work = |document: &String| {
        let read = Envelope::<um::GetCallInfo>::from_xml_with(document, &options);
        said(&read.unwrap_err())
    };
    Case {
        name,
        make,
        length: String::len,
        work,
        peak: 16,
        output: 4,
    }
    .check(2_000);
}

/// Header blocks that are not understood, in a namespace with a long name: each of them has the name.
#[test]
fn header_blocks_that_are_not_understood() {
    refused("header blocks that are not understood", |n| {
        let uri = "u".repeat(n * 20);
        let blocks = "<p:x s:mustUnderstand=\"1\"/>".repeat(n);
        format!(
            "<s:Envelope xmlns:s='{V1_1}' xmlns:p='{uri}'><s:Header>{blocks}</s:Header><s:Body/></s:Envelope>"
        )
    });
}

/// A path of long names.
#[test]
fn long_names_in_a_path() {
    refused("long names in a path", |n| {
        let name = "n".repeat(n);
        let open = format!("<{name}>").repeat(40);
        format!("<s:Envelope xmlns:s='{V1_1}'><s:Body>{open}")
    });
}

#[test]
fn long_names_and_values() {
    refused("a long name", |n| format!("<{0}/>", "n".repeat(n)));
    refused("a long namespace", |n| {
        format!("<s:Envelope xmlns:s='{}'/>", "u".repeat(n))
    });
    refused("a long text", |n| "t".repeat(n));
    refused("a long reference", |n| {
        format!("<a>&{};</a>", "r".repeat(n))
    });
}
