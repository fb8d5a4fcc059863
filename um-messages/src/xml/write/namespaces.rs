//! The part of the writer that knows what prefixes mean, and declares them.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::writer::Writer;
use crate::qname::SharedText;
use crate::xml::namespace::{ElementName, NamespaceId, Naming, Prefix};
use crate::xml::syntax::TextContext;

impl Writer {
    /// How the elements of a namespace are named inside the current element.
    #[doc(hidden)]
    pub fn naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        self.prefixes.naming(uri, prefix)
    }

    /// How elements that have the current element's namespace are named inside it.
    pub(crate) fn element_naming(&self) -> Naming {
        if let Prefix::Bound(_) = self.element.prefix {
            return self.element;
        }
        // Names joined beforehand for another type have no prefix, so it goes by its binding.
        let bound = match self.element.prefix.literal() {
            "" => None,
            prefix => self.prefixes.declaration(prefix),
        };
        Naming {
            prefix: bound.map_or(Prefix::Literal(""), Prefix::Bound),
            ..self.element
        }
    }

    /// How the document element of a type is named.
    pub(crate) fn root_naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        Naming {
            prefix: Prefix::Named(prefix),
            ..self.naming(uri, prefix)
        }
    }

    /// The prefix of the document element.
    pub(crate) fn document_prefix(&self) -> Cow<'static, str> {
        self.prefixes.outermost()
    }

    /// The namespace of the document element.
    pub(crate) fn document_namespace(&self) -> &str {
        self.prefixes.uri(self.document)
    }

    /// Declares a prefix on the element whose start tag is being written.
    pub(super) fn declare(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) {
        let uri = self.prefixes.written_uri(namespace);
        if let Some(problem) = self.prefixes.undeclarable(&prefix, &uri, namespace) {
            self.fail(problem);
        }
        // Declarations stand before attributes, which may have been written already.
        let attributes = self.out.take_since(self.declarations.end);
        self.out.push_str(if prefix.is_empty() {
            " xmlns"
        } else {
            " xmlns:"
        });
        self.out.push_str(&prefix);
        self.out.push_str("=\"");
        self.out.push_text(&uri, TextContext::Attribute);
        self.out.push('"');
        self.declarations.end = self.out.len();
        self.out.push_str(&attributes);
        self.prefixes.bind(prefix, namespace);
    }

    /// Declares a prefix for `uri` on the element whose start tag is being written, unless it is
    /// in scope already. A prefix that is bound to another namespace there stays so.
    pub(crate) fn declare_prefix(&mut self, prefix: &Cow<'static, str>, uri: &Cow<'static, str>) {
        let is_taken = self.prefixes.is_declared_since(0, prefix);
        if !is_taken && prefix != "xml" {
            let namespace = self.prefixes.intern_by_text(uri, || uri.clone());
            self.declare(prefix.clone(), namespace);
        }
    }

    /// Binds a prefix to `uri` on the element whose start tag is being written, whatever it is bound
    /// to outside. It is an error if the start tag has declared the prefix for another namespace, or
    /// may have used it: the element's name or an attribute would be in another namespace.
    pub(crate) fn redeclare_prefix(&mut self, prefix: &Cow<'static, str>, uri: &SharedText) {
        let namespace = self.prefixes.intern_shared(uri);
        match self.prefixes.namespace_of(prefix) {
            Some(bound) if bound == namespace => {}
            Some(_) if self.is_in_use(prefix) => self.fail(format!(
                "the prefix `{prefix}` for `{}`, where it stands for another namespace",
                &**uri
            )),
            _ => self.declare(prefix.clone(), namespace),
        }
    }

    /// Whether `xmlns:prefix="uri"` on an element of this name would put the name into another
    /// namespace: `xmlns:p="urn:b"` on `<p:Call>`, where `p` is bound to `urn:a`. Never of a name in no
    /// namespace, which could not get another prefix.
    pub(crate) fn would_rebind(&self, name: ElementName<'_>, prefix: &str, uri: &str) -> bool {
        name.naming.namespace != NamespaceId::NONE
            && self.prefixes.is_another(name.naming, prefix, uri)
    }

    /// As [`would_rebind`](Self::would_rebind), for the element whose start tag is being written.
    pub(crate) fn would_rebind_current(&self, prefix: &str, uri: &str) -> bool {
        self.prefixes.is_another(self.element, prefix, uri)
    }

    /// Whether the start tag that is being written declares a bound prefix, or may have used it.
    fn is_in_use(&self, prefix: &str) -> bool {
        self.has_attributes()
            || prefix == self.prefixes.text_of(self.element.prefix)
            || self
                .prefixes
                .is_declared_since(self.declarations.outside, prefix)
    }

    /// A prefix for a name that cannot do without: one that is bound to the namespace, else
    /// `wanted`, else `ns1`, `ns2`, … declared on the element whose start tag is being written.
    pub(super) fn prefix_for(
        &mut self,
        namespace: NamespaceId,
        wanted: Option<&str>,
    ) -> Cow<'static, str> {
        let wanted = wanted.filter(|prefix| !prefix.is_empty() && namespace != NamespaceId::XML);
        if let Some(prefix) = wanted.filter(|prefix| self.prefixes.is_bound(prefix, namespace)) {
            return Cow::Owned(prefix.to_owned());
        }
        if let Some(prefix) = wanted.filter(|prefix| self.prefixes.namespace_of(prefix).is_none()) {
            self.declare(Cow::Owned(prefix.to_owned()), namespace);
            return Cow::Owned(prefix.to_owned());
        }
        if let Some(prefix) = self.prefixes.prefix_of(namespace) {
            return prefix;
        }
        let prefix = match namespace {
            NamespaceId::XSI if self.prefixes.namespace_of("xsi").is_none() => Cow::Borrowed("xsi"),
            _ => self.free_prefix(),
        };
        self.declare(prefix.clone(), namespace);
        prefix
    }

    /// A prefix that is neither bound nor needed for something else.
    pub(crate) fn prefix_beside(&self, is_needed: impl Fn(&str) -> bool) -> Cow<'static, str> {
        self.prefixes.free_from(1, |prefix| !is_needed(prefix)).1
    }

    /// A prefix that is not bound. What the same start tag has tried before is bound still.
    fn free_prefix(&mut self) -> Cow<'static, str> {
        let tried = self.declarations.next_number;
        let (number, prefix) = self.prefixes.free_from(tried, |_| true);
        self.declarations.next_number = number;
        prefix
    }
}
