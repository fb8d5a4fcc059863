//! Every production of XML 1.0 (fifth edition) and of Namespaces in XML 1.0 (third edition) that a document without a DTD
//! can meet, and every constraint: documents that satisfy it, and documents that break it.
//!
//! Each is read by all sources of the reader, and by two parsers of others, whose deviations `um_tests::judges` lists.

mod bytes;
mod characters;
mod elements;
mod judges;
mod markup;
mod names;
mod references;

use std::collections::BTreeSet;

use um_messages::xml::{Element, Reader};
use um_messages::{ReadOptions, Result};
use um_tests::fuzzed::Chopped;
use um_tests::sources::tree;

use crate::rows::{check, row};

/// A rule, and documents.
struct Production {
    /// The section, the number and name of the production, or the constraint.
    clause: &'static str,
    /// Documents that satisfy it.
    satisfied: &'static [&'static str],
    /// Documents that break it, and are not well-formed or not namespace-well-formed therefore.
    broken: &'static [&'static str],
    /// Documents that satisfy it, and are refused all the same, because SOAP forbids them.
    refused: &'static [&'static str],
}

impl Production {
    fn documents(&self) -> impl Iterator<Item = &'static str> {
        let lists = [self.satisfied, self.broken, self.refused];
        lists.into_iter().flatten().copied()
    }
}

fn productions() -> impl Iterator<Item = &'static Production> {
    let chapters = [
        characters::PRODUCTIONS,
        markup::PRODUCTIONS,
        elements::PRODUCTIONS,
        references::PRODUCTIONS,
        names::PRODUCTIONS,
    ];
    chapters.into_iter().flatten()
}

/// A way to read bytes.
type Source = (&'static str, fn(&[u8]) -> Result<Element>);

/// All that read bytes; what reads a text is asked beside them.
const SOURCES: &[Source] = &[
    ("slice", |bytes| {
        tree(&mut Reader::from_slice_with(bytes, &ReadOptions::new())?)
    }),
    ("reader", |bytes| tree(&mut Reader::read_from(bytes)?)),
    ("reader, byte by byte", |bytes| {
        tree(&mut Reader::read_from(Chopped::new(bytes, 0))?)
    }),
    ("stream", |bytes| tree(&mut Reader::from_stream(bytes))),
    ("stream, byte by byte", |bytes| {
        tree(&mut Reader::from_stream(Chopped::new(bytes, 0)))
    }),
];

/// What all sources read of a text; they agree.
fn read(document: &str) -> Result<Element> {
    let read = tree(&mut Reader::from_str(document));
    for (source, result) in results(document.as_bytes()) {
        assert_eq!(result.ok().as_ref(), read.as_ref().ok(), "from a {source}");
    }
    read
}

fn results(bytes: &[u8]) -> impl Iterator<Item = (&'static str, Result<Element>)> {
    SOURCES.iter().map(|(source, read)| (*source, read(bytes)))
}

#[test]
fn documents_that_satisfy_a_production_are_read() {
    let problems = productions().flat_map(|production| {
        production.satisfied.iter().filter_map(|document| {
            row(production.clause, document, || {
                let error = read(document).err()?;
                Some(format!("refused: {error}"))
            })
        })
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn documents_that_break_a_production_are_refused() {
    let problems = productions().flat_map(|production| {
        let documents = production.broken.iter().chain(production.refused);
        documents.filter_map(|document| {
            row(production.clause, document, || {
                let element = read(document).ok()?;
                Some(format!("read as {element:?}"))
            })
        })
    });
    check(&problems.collect::<Vec<_>>());
}

/// The table stays as large as it is; a document may stand under several productions, and under each once.
#[test]
fn there_are_many_documents() {
    let mut all = BTreeSet::new();
    for production in productions() {
        let documents: BTreeSet<&str> = production.documents().collect();
        assert_eq!(
            documents.len(),
            production.documents().count(),
            "{}",
            production.clause
        );
        all.extend(documents);
    }
    assert!(all.len() + bytes::count() >= 950, "{} documents", all.len());
}
