//! Which prefixes an element uses, or may use.

use std::collections::BTreeSet;

use super::{Element, Node};
use crate::xml::syntax::is_ncname;
use crate::xml::tree::{Attribute, prefixes_in};

/// The prefixes in an element, its own name aside; the empty one is the default namespace.
#[derive(Default)]
pub(super) struct Prefixes<'a> {
    /// Those that values may use, which nothing but a declaration tells.
    pub(super) in_values: BTreeSet<&'a str>,
    /// Those of attributes and of elements in it. They are declared where they stand, if not before.
    in_names: BTreeSet<&'a str>,
}

impl<'a> Prefixes<'a> {
    /// A loop, because a tree can be deep.
    pub(super) fn of(element: &'a Element) -> Self {
        let mut prefixes = Self::default();
        let mut elements = vec![element];
        while let Some(element) = elements.pop() {
            for attribute in element.attributes() {
                prefixes.add_attribute(attribute);
            }
            for node in element.nodes() {
                match node {
                    Node::Text(text) => prefixes.add_value(text),
                    Node::Element(child) => {
                        prefixes.in_names.insert(child.prefix());
                        elements.push(child);
                    }
                }
            }
        }
        prefixes
    }

    fn add_attribute(&mut self, attribute: &'a Attribute) {
        // Without a prefix an attribute is in no namespace (Namespaces in XML, section 6.2).
        if !attribute.prefix().is_empty() {
            self.in_names.insert(attribute.prefix());
        }
        self.add_value(attribute.value());
    }

    fn add_value(&mut self, value: &'a str) {
        self.in_values.extend(prefixes_in(value));
        if may_use_default(value) {
            self.in_values.insert("");
        }
    }

    /// Whether a name has the prefix.
    pub(super) fn has_in_names(&self, prefix: &str) -> bool {
        self.in_names.contains(prefix)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &'a str> {
        self.in_values.union(&self.in_names).copied()
    }
}

/// Whether a value may be a qualified name without a prefix, or a list with one: they are in the
/// default namespace (XML Schema part 2, section 3.2.18).
fn may_use_default(value: &str) -> bool {
    let is_name = |word: &str| word.splitn(2, ':').all(is_ncname);
    value.split_ascii_whitespace().all(is_name)
        && value
            .split_ascii_whitespace()
            .any(|word| !word.contains(':'))
}
