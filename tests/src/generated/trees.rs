//! Trees of elements.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use um_messages::xml::{Element, Node, Reader};
use um_messages::{Error, ReadOptions};

use super::texts::{NAMES, text};
use crate::judges::judged;
use crate::sources::tree;

/// A tree with so many levels below its root.
pub fn tree_of(depth: u32) -> BoxedStrategy<Element> {
    let uri = || select(&["", "urn:x", "urn:y", "urn:home"][..]);
    let attributes = vec((uri(), select(NAMES), text()), 0..4);
    let head = (
        uri(),
        select(NAMES),
        select(&["", "x", "y", "ns1"][..]),
        attributes,
    )
        .prop_map(|(uri, local, prefix, attributes)| {
            let mut element = Element::new(uri, local);
            if !uri.is_empty() {
                element = element.with_prefix(prefix);
            }
            for (uri, local, value) in attributes {
                if element.attribute(uri, local).is_none() {
                    element = element.with_attribute(uri, local, value);
                }
            }
            element
        });
    if depth == 0 {
        return head.boxed();
    }
    let child = prop_oneof![text().prop_map(Err), tree_of(depth - 1).prop_map(Ok),];
    (head, vec(child, 0..4))
        .prop_map(|(head, children)| {
            children
                .into_iter()
                .fold(head, |element, child| match child {
                    Ok(child) => element.with_child(child),
                    Err(text) => element.with_text(text),
                })
        })
        .boxed()
}

/// What the tokenizer and xml-rs read. As bytes, so that the declared encoding counts for both.
pub fn read_tree(document: &str) -> (Result<Element, Error>, Result<Element, String>) {
    let tokenizer = Reader::from_slice_with(document.as_bytes(), &ReadOptions::new());
    (
        tokenizer.and_then(|mut reader| tree(&mut reader)),
        judged(document),
    )
}

/// The tree as a text, without white space that stands between elements.
pub fn squeezed(element: &Element) -> String {
    let has_elements = element.children().next().is_some();
    let mut result = format!("({}", element.name());
    let mut attributes: Vec<_> = element
        .attributes()
        .iter()
        .map(|attribute| format!(" {}={:?}", attribute.name(), attribute.value()))
        .collect();
    attributes.sort();
    result.extend(attributes);
    for node in element.nodes() {
        match node {
            Node::Element(child) => result += &squeezed(child),
            Node::Text(text) if has_elements && text.trim().is_empty() => {}
            Node::Text(text) => {
                let _ = write!(result, "{text:?}");
            }
        }
    }
    result + ")"
}
