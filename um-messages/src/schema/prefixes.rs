//! Prefixes of qualified names that are values.

use super::components::XS;
use crate::qname::QName;
use crate::xml::{self, XML_NAMESPACE};

/// Prefixes for the namespaces that a document names in values.
pub(super) struct Prefixes {
    bound: Vec<(String, String)>,
}

impl Prefixes {
    /// Those for a target namespace, and for others, which have numbers.
    pub(super) fn new<'n>(target: &str, others: impl IntoIterator<Item = &'n str>) -> Self {
        let mut prefixes = Self { bound: Vec::new() };
        prefixes.bind(XS, "xs");
        prefixes.bind(XML_NAMESPACE, "xml");
        prefixes.bind(target, "tns");
        for (number, namespace) in (1..).zip(others) {
            prefixes.bind(namespace, &format!("ns{number}"));
        }
        prefixes
    }

    /// The namespace has this prefix, unless it has one.
    pub(super) fn bind(&mut self, namespace: &str, prefix: &str) {
        if !namespace.is_empty() && self.prefix(namespace).is_none() {
            self.bound.push((namespace.to_owned(), prefix.to_owned()));
        }
    }

    fn prefix(&self, namespace: &str) -> Option<&str> {
        let mut bound = self.bound.iter();
        let found = bound.find(|(known, _)| known == namespace);
        found.map(|(_, prefix)| prefix.as_str())
    }

    /// The element with the declarations of all of them.
    pub(super) fn declared_on(&self, element: xml::Element) -> xml::Element {
        let bound = self.bound.iter();
        let bound = bound.filter(|(namespace, _)| namespace != XML_NAMESPACE);
        bound.fold(element, |element, (namespace, prefix)| {
            element.with_declaration(prefix.clone(), namespace.clone())
        })
    }

    /// A name as a value.
    pub(super) fn name(&self, name: &QName) -> String {
        match self.prefix(name.namespace()) {
            Some(prefix) => format!("{prefix}:{}", name.local()),
            None => name.local().to_owned(),
        }
    }
}
