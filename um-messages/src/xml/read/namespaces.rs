//! The part of the reader that knows what prefixes mean.

use super::reader::Reader;
use crate::error::{ErrorKind, Result};
use crate::qname::QName;
use crate::xml::namespace::{Binding, Declarations, NsId, UriId, XML_NAMESPACE, XMLNS_NAMESPACE};
use crate::xml::syntax::{Problem, RawAttribute, Span, White, is_ncname, scan};

impl Reader<'_> {
    pub(super) fn declare(&mut self) -> Result<()> {
        for index in 0..self.details.declarations.len() {
            let Some(&declaration) = self.details.declarations.get(index) else {
                break;
            };
            let twin = |other: &RawAttribute| {
                other.name.span.of(&self.text) == declaration.name.span.of(&self.text)
            };
            if self.details.declarations.iter().take(index).any(twin) {
                let rule = "the same namespace prefix is declared twice on one element";
                return Err(self.located(scan::syntax(rule, declaration.name.span.start)));
            }
            self.declare_one(declaration)?;
        }
        if self.scopes.bindings().len() > self.options.max_namespaces {
            return Err(self.limit("max_namespaces", self.options.max_namespaces));
        }
        Ok(())
    }

    pub(super) fn declare_one(&mut self, declaration: RawAttribute) -> Result<()> {
        let name = declaration.name;
        let prefix = if name.has_prefix() {
            name.local()
        } else {
            Span::new(name.span.start, name.span.start)
        };
        let uri = self.run_value(&declaration.value, White::Spaces, true)?;
        if let Some(rule) = forbidden_declaration(prefix.of(&self.text), &uri) {
            let kind = ErrorKind::Namespace(rule.into());
            return Err(self.located(scan::problem(kind, name.span.start)));
        }
        let uri = self.scopes.intern(uri);
        self.scopes.declare(prefix, self.text.as_bytes(), uri);
        Ok(())
    }

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    pub(super) fn resolve(&mut self, prefix: Span) -> Result<UriId, Problem> {
        match self.scopes.resolve(prefix, self.text.as_bytes()) {
            Some(uri) => Ok(uri),
            None => Err(self.unbound(prefix)),
        }
    }

    #[cold]
    pub(super) fn unbound(&self, prefix: Span) -> Problem {
        let rule = format!("the prefix `{}` is not declared", prefix.of(&self.text));
        scan::problem(ErrorKind::Namespace(rule), prefix.start)
    }

    /// Resolves the prefixes of the attributes, and refuses one that stands twice.
    pub(super) fn resolve_attributes(&mut self) -> Result<(), Problem> {
        for index in 0..self.details.attributes.len() {
            let Some(attribute) = self.details.attributes.get(index) else {
                break;
            };
            // Unprefixed attributes are in no namespace (Namespaces in XML, section 6.2).
            if attribute.name.has_prefix() {
                let uri = self.resolve(attribute.name.prefix())?;
                if let Some(attribute) = self.details.attributes.get_mut(index) {
                    attribute.uri = uri.number();
                }
            }
        }
        if let Some(twin) = self.twin_attribute() {
            let rule = format!(
                "the attribute `{}` stands twice",
                twin.name.span.of(&self.text)
            );
            return Err(scan::syntax(rule, twin.name.span.start));
        }
        Ok(())
    }

    /// An attribute that has the same expanded name as another (which two of the same qualified
    /// name have as well).
    pub(super) fn twin_attribute(&self) -> Option<RawAttribute> {
        const PAIRWISE: usize = 12;
        let text = &self.text;
        let key = |attribute: &RawAttribute| (attribute.uri, attribute.name.local().of(text));
        let attributes = self.details.attributes.as_slice();
        if attributes.len() <= PAIRWISE {
            let twin = attributes.iter().enumerate().find(|(index, attribute)| {
                attributes
                    .iter()
                    .take(*index)
                    .any(|other| key(other) == key(attribute))
            });
            return twin.map(|(_, attribute)| *attribute);
        }
        let mut sorted: Vec<&RawAttribute> = attributes.iter().collect();
        sorted.sort_by_key(|attribute| key(attribute));
        sorted.windows(2).find_map(|pair| match pair {
            [first, second] if key(first) == key(second) => Some(**second),
            _ => None,
        })
    }

    /// The number of a namespace that the program names; `""` for none.
    #[inline]
    pub fn namespace(&mut self, uri: &'static str) -> NsId {
        self.scopes.namespace(uri)
    }

    /// The namespace of the element that the reader stands in.
    #[inline]
    #[must_use]
    pub fn element_namespace(&self) -> NsId {
        self.open
            .last()
            .map_or(NsId::NONE, |element| element.namespace)
    }

    /// The URI that a namespace goes by.
    pub(crate) fn uri(&self, namespace: NsId) -> &str {
        self.scopes.uri_of(namespace)
    }

    /// The namespace of the document element.
    pub(crate) fn document_namespace(&self) -> NsId {
        self.open
            .first()
            .map_or(NsId::NONE, |element| element.namespace)
    }

    /// Resolves a qualified name in content with the prefixes in scope.
    pub(crate) fn resolve_qname(&self, name: &str) -> Option<QName> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let valid = is_ncname(local) && (!name.contains(':') || is_ncname(prefix));
        let uri = self
            .scopes
            .resolve_text(prefix.as_bytes(), self.text.as_bytes())
            .filter(|_| valid)?;
        // The canonical spelling: an alias in a value means the namespace as well.
        let uri = self.scopes.shared_uri_of(self.scopes.namespace_of(uri));
        Some(QName::in_shared(uri, local.to_owned()))
    }

    /// The namespace that a prefix is bound to in the element that the reader stands in.
    pub(super) fn namespace_of_prefix(&self, prefix: &str) -> Option<NsId> {
        let text = self.text.as_bytes();
        let uri = self.scopes.resolve_text(prefix.as_bytes(), text)?;
        Some(self.scopes.namespace_of(uri))
    }

    /// The URI that a prefix is bound to in the element that the reader stands in, as it was sent.
    pub(crate) fn binding(&self, prefix: &str) -> Option<&str> {
        let mut innermost_first = self.scopes.bindings().iter().rev();
        let bound = innermost_first.find(|binding| binding.prefix.of(&self.text) == prefix)?;
        Some(self.scopes.uri(bound.uri))
    }

    /// The declarations on the element that the reader stands in, as they were sent.
    pub(crate) fn own_declarations(&self) -> impl Iterator<Item = (&str, &str)> {
        let outer = self.open.last().map_or(0, |element| element.outer_bindings);
        let text = &self.text;
        self.scopes
            .bindings()
            .iter()
            .skip(outer)
            .map(move |&Binding { prefix, uri, .. }| (prefix.of(text), self.scopes.uri(uri)))
    }

    /// The declarations in scope around the element that the reader stands in. Elements side by
    /// side share them.
    pub(crate) fn outer_declarations(&mut self) -> Declarations {
        let outer = self.open.last().map_or(0, |element| element.outer_bindings);
        self.scopes.snapshot(outer, &self.text)
    }
}

/// Why a prefix must not be bound to a URI (Namespaces in XML, section 3), if so.
fn forbidden_declaration(prefix: &str, uri: &str) -> Option<&'static str> {
    let is_xml = uri == XML_NAMESPACE;
    match prefix {
        "xml" if is_xml => None,
        "xml" => Some("the prefix `xml` belongs to the XML namespace"),
        "xmlns" => Some("the prefix `xmlns` must not be declared"),
        _ if is_xml => Some("the XML namespace has the prefix `xml` and no other"),
        _ if uri == XMLNS_NAMESPACE => Some("the namespace of `xmlns` must not be declared"),
        "" => None,
        _ if uri.is_empty() => Some("a prefix must not be bound to an empty namespace name"),
        _ => None,
    }
}
