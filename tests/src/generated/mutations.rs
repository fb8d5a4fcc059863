//! Documents that something has happened to.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What turns up in documents that are wrong.
pub const FRAGMENTS: &[&str] = &[
    "<",
    ">",
    "/",
    "&",
    ";",
    "\"",
    "'",
    "=",
    ":",
    "!",
    "?",
    "-",
    "]",
    "[",
    " ",
    "\n",
    "\r",
    "\t",
    "#",
    "x",
    "<!--",
    "-->",
    "--",
    "]]>",
    "<![CDATA[",
    "<?p ",
    "<?xml version='1.0'?>",
    "?>",
    "<a>",
    "</a>",
    "<a/>",
    "<p:a/>",
    "<q:a xmlns:q='u'/>",
    " xmlns=''",
    " xmlns='u'",
    " xmlns:p=''",
    " xmlns:p='v'",
    " a='b'",
    " xml:lang='x'",
    " xmlns:xml='u'",
    "&lt;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&#10;",
    "&#x",
    "&nbsp;",
    "\u{1}",
    "\u{7f}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{feff}",
    "\u{85}",
    "\u{1f600}",
    "\u{e9}",
    "1",
    ".",
    "<!DOCTYPE a>",
    "<!ENTITY",
    "xmlns",
    "encoding",
    "utf-16",
    "1.1",
];

#[derive(Clone, Debug)]
enum Mutation {
    Insert(Index, &'static str),
    Replace(Index, Index, &'static str),
    Delete(Index, Index),
    Repeat(Index, Index, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        4 => (at(), select(FRAGMENTS)).prop_map(|(at, text)| Mutation::Insert(at, text)),
        2 => (at(), at(), select(FRAGMENTS)).prop_map(|(at, to, text)| Mutation::Replace(at, to, text)),
        3 => (at(), at()).prop_map(|(at, to)| Mutation::Delete(at, to)),
        2 => (at(), at(), at()).prop_map(|(at, to, by)| Mutation::Repeat(at, to, by)),
    ]
}

impl Mutation {
    fn apply(&self, document: &mut Vec<char>) {
        let len = document.len();
        let place = |at: &Index| at.index(len + 1);
        // What is taken out or doubled is short, or up to a third of the document.
        let span = |at: &Index, to: &Index| {
            let from = place(at);
            let longest = if to.index(3) == 0 { len / 3 + 1 } else { 6 };
            from..(from + to.index(longest) + 1).min(len).max(from)
        };
        match self {
            Self::Insert(at, text) => {
                let at = place(at);
                document.splice(at..at, text.chars());
            }
            Self::Replace(at, to, text) => {
                let range = span(at, to);
                document.splice(range, text.chars());
            }
            Self::Delete(at, to) => {
                document.drain(span(at, to));
            }
            Self::Repeat(at, to, by) => {
                let copy = document[span(at, to)].to_vec();
                let at = place(by);
                document.splice(at..at, copy);
            }
        }
    }
}

/// A document that has been changed in a few places.
pub fn changed(document: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (document, vec(mutation(), 1..4)).prop_map(|(document, mutations)| {
        let mut document: Vec<char> = document.chars().collect();
        for mutation in mutations {
            mutation.apply(&mut document);
        }
        document.into_iter().collect()
    })
}
