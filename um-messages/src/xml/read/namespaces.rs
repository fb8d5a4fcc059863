//! The part of the reader that says what namespaces and prefixes mean.

use std::borrow::Cow;

use super::reader::Reader;
use crate::qname::QName;
use crate::xml::namespace::NamespaceId;
use crate::xml::syntax::{Span, is_ncname};

impl<'de> Reader<'de> {
    /// The number of a namespace that the program names; `""` for none.
    #[inline]
    pub fn namespace(&mut self, uri: &'static str) -> NamespaceId {
        self.elements.bindings_mut().namespace(uri)
    }

    /// The namespace of the element that the reader stands in. The number is that of the namespace as long as the reader stands there, and
    /// further if it is one that [`namespace`](Self::namespace) has been asked for.
    #[inline]
    #[must_use]
    pub fn element_namespace(&self) -> NamespaceId {
        self.elements
            .innermost()
            .map_or(NamespaceId::NONE, |element| element.namespace)
    }

    /// The namespace of the element around the one that the reader stands in.
    pub(crate) fn parent_namespace(&self) -> NamespaceId {
        match self.elements.all() {
            [.., parent, _] => parent.namespace,
            _ => NamespaceId::NONE,
        }
    }

    /// The URI that a namespace goes by.
    pub(crate) fn uri(&self, namespace: NamespaceId) -> &str {
        self.elements.bindings().uri_of(namespace)
    }

    /// The namespace of the document element.
    pub(crate) fn document_namespace(&self) -> NamespaceId {
        self.elements
            .all()
            .first()
            .map_or(NamespaceId::NONE, |element| element.namespace)
    }

    /// Resolves a qualified name in content with the prefixes in scope.
    pub(crate) fn resolve_qname(&self, name: &str) -> Option<QName> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let valid = is_ncname(local) && (!name.contains(':') || is_ncname(prefix));
        let namespace = self.namespace_of_prefix(prefix).filter(|_| valid)?;
        // The canonical spelling: an alias in a value means the namespace as well.
        let uri = self.elements.bindings().shared_uri_of(namespace);
        Some(QName::in_shared(uri, local.to_owned()))
    }

    /// The namespace that a prefix is bound to in the element that the reader stands in.
    pub(super) fn namespace_of_prefix(&self, prefix: &str) -> Option<NamespaceId> {
        let (bindings, text) = (self.elements.bindings(), self.cursor.text().as_bytes());
        let uri = bindings.resolve_text(prefix.as_bytes(), text)?;
        Some(bindings.namespace_of(uri))
    }

    /// Binds a prefix, which is a part of the text, around the document element.
    pub(crate) fn declare_around(&mut self, prefix: Span, uri: &'de str) {
        let bindings = self.elements.bindings_mut();
        let uri = bindings.intern(Cow::Borrowed(uri));
        bindings.declare(prefix, self.cursor.text().as_bytes(), uri);
    }
}
