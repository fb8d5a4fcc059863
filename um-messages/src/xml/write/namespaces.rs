//! The part of the writer that knows what prefixes mean, and declares them.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;
use std::ops::Range;

use super::known_markup::DeclaredNext;
use super::writer::Writer;
use crate::error::Shown;
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
    #[inline]
    pub(crate) fn element_naming(&self) -> Naming {
        self.element.handed_down()
    }

    /// How the document element of a type is named.
    pub(crate) fn root_naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        Naming {
            prefix: Prefix::Named(prefix),
            ..self.naming(uri, prefix)
        }
    }

    /// The URI of a namespace; empty for none.
    pub(crate) fn uri(&self, namespace: NamespaceId) -> &str {
        self.prefixes.uri(namespace)
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

    /// Declares the prefix of an element whose name has just been written.
    pub(super) fn declare_own(&mut self, prefix: &'static str, namespace: NamespaceId) {
        match self.declared_next.filter(|next| next.is(prefix, namespace)) {
            Some(next) => {
                self.out.push_str(next.markup);
                self.declarations.end = self.out.len();
                self.prefixes.bind_for_next(prefix, next.uri, namespace);
            }
            None => self.declare(Cow::Borrowed(prefix), namespace),
        }
    }

    /// Lets the namespace of the document element be declared as it was written out beforehand, if it was.
    pub(crate) fn declare_next(&mut self, naming: Naming, uri: &'static str, markup: &'static str) {
        if !markup.is_empty() && self.prefixes.is_written_as_it_is(uri) {
            self.declared_next = Some(DeclaredNext {
                prefix: naming.prefix.literal(),
                uri,
                namespace: naming.namespace,
                markup,
            });
        }
    }

    /// Declares a prefix that is needed in the element whose start tag is being written, and perhaps in others: then on
    /// the document element, unless the prefix means something else there or on the way from there.
    pub(super) fn declare_shared(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) {
        let is_free = self.prefixes.declaration(&prefix).is_none() && prefix != "xml";
        // What is masked does not stay where it is written.
        if !is_free || self.is_in_secret() {
            self.declare(prefix, namespace);
            return;
        }
        if self.declares_at_once() {
            self.declare_at_once(prefix, namespace);
            return;
        }
        if prefix.is_empty() {
            self.declare_shared_default(namespace);
            return;
        }
        match self.shared.namespace_of(&prefix) {
            Some(shared) if shared == namespace => self.prefixes.bind(prefix, namespace),
            Some(_) => self.declare(prefix, namespace),
            None if self.shared.share(prefix.clone(), namespace) => {
                self.prefixes.bind(prefix, namespace);
            }
            None => {
                let at = self.declared(prefix.clone(), namespace);
                self.shared.remember(prefix, namespace, at);
            }
        }
    }

    /// Declares a prefix where it is needed, but for that there is no default namespace where there is none.
    fn declare_at_once(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) {
        let is_nothing = prefix.is_empty() && namespace == NamespaceId::NONE;
        if is_nothing && self.prefixes.declaration("").is_none() {
            self.prefixes.bind(prefix, namespace);
        } else {
            self.declare(prefix, namespace);
        }
    }

    /// As [`declare_shared`](Self::declare_shared), of the default namespace, or that there is none.
    fn declare_shared_default(&mut self, namespace: NamespaceId) {
        let at = self.declarations.end;
        if namespace == NamespaceId::NONE {
            self.shared.need_no_default(at);
        } else if !self.shared.is_known_default(namespace, at) {
            let at = self.declared(Cow::Borrowed(""), namespace);
            self.shared.remember_default(namespace, at);
            return;
        }
        self.prefixes.bind(Cow::Borrowed(""), namespace);
    }

    /// Sees to it that there is no default namespace in the element whose start tag is being written, where there is none.
    pub(super) fn keep_no_default(&mut self) {
        if self.prefixes.declaration("").is_none() {
            self.declare_shared(Cow::Borrowed(""), NamespaceId::NONE);
        }
    }

    /// Declares a prefix; where that stands.
    fn declared(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) -> Range<usize> {
        let before = self.declarations.end;
        self.declare(prefix, namespace);
        before..self.declarations.end
    }

    /// Binds a prefix without declaring it: what is written will stand where it is bound so.
    pub(crate) fn assume(&mut self, prefix: &Cow<'static, str>, uri: &SharedText) {
        let namespace = self.prefixes.intern_shared(uri);
        self.prefixes.bind(prefix.clone(), namespace);
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
        if let Some(namespace) = self.missing_binding(prefix, uri) {
            self.declare(prefix.clone(), namespace);
        }
    }

    /// As [`redeclare_prefix`](Self::redeclare_prefix), where the element need not declare the prefix itself.
    pub(crate) fn need_prefix(&mut self, prefix: &Cow<'static, str>, uri: &SharedText) {
        if let Some(namespace) = self.missing_binding(prefix, uri) {
            self.declare_shared(prefix.clone(), namespace);
        }
    }

    /// The namespace that a prefix has to be bound to, if it is not, and can be.
    fn missing_binding(&mut self, prefix: &str, uri: &SharedText) -> Option<NamespaceId> {
        let namespace = self.prefixes.intern_shared(uri);
        match self.prefixes.namespace_of(prefix) {
            Some(NamespaceId::NONE) if namespace == NamespaceId::NONE => {
                self.keep_no_default();
                None
            }
            Some(bound) if bound == namespace => None,
            Some(_) if self.is_in_use(prefix) => {
                self.fail(format!(
                    "the prefix `{}` for `{}`, where it stands for another namespace",
                    Shown(prefix),
                    Shown(uri)
                ));
                None
            }
            _ => Some(namespace),
        }
    }

    /// Whether `xmlns:prefix="uri"` on an element of this name would put the name into another
    /// namespace: `xmlns:p="urn:b"` on `<p:Call>`, where `p` is bound to `urn:a`. Never of a name in no
    /// namespace, which could not get another prefix.
    pub(crate) fn would_rebind(&self, name: ElementName<'_>, prefix: &str, uri: &str) -> bool {
        name.naming.namespace != NamespaceId::NONE
            && self.prefixes.is_another(*name.naming, prefix, uri)
    }

    /// Whether an element of this name is in the namespace `uri`.
    pub(crate) fn is_for(&self, name: ElementName<'_>, uri: &str) -> bool {
        self.prefixes.uri(name.naming.namespace) == uri
    }

    /// As [`would_rebind`](Self::would_rebind), for the element whose start tag is being written.
    pub(crate) fn would_rebind_current(&self, prefix: &str, uri: &str) -> bool {
        self.prefixes.is_another(self.element, prefix, uri)
    }

    /// Whether a prefix is bound to a namespace in the current element.
    pub(crate) fn is_prefix_bound(&self, prefix: &str) -> bool {
        self.prefixes.namespace_of(prefix).is_some()
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
        self.suitable_prefix(namespace, wanted, Self::declare)
    }

    /// As [`prefix_for`](Self::prefix_for), where the element need not declare the prefix itself.
    pub(super) fn shared_prefix_for(
        &mut self,
        namespace: NamespaceId,
        wanted: Option<&str>,
    ) -> Cow<'static, str> {
        self.suitable_prefix(namespace, wanted, Self::declare_shared)
    }

    fn suitable_prefix(
        &mut self,
        namespace: NamespaceId,
        wanted: Option<&str>,
        declare: impl FnOnce(&mut Self, Cow<'static, str>, NamespaceId),
    ) -> Cow<'static, str> {
        let wanted = wanted.filter(|prefix| !prefix.is_empty() && namespace != NamespaceId::XML);
        if let Some(prefix) = wanted.filter(|prefix| self.prefixes.is_bound(prefix, namespace)) {
            return Cow::Owned(prefix.to_owned());
        }
        if let Some(prefix) = wanted.filter(|prefix| self.prefixes.namespace_of(prefix).is_none()) {
            declare(self, Cow::Owned(prefix.to_owned()), namespace);
            return Cow::Owned(prefix.to_owned());
        }
        if let Some(prefix) = self.prefixes.prefix_of(namespace) {
            return prefix;
        }
        let prefix = match namespace {
            NamespaceId::XSI if self.prefixes.namespace_of("xsi").is_none() => Cow::Borrowed("xsi"),
            _ => self.free_prefix(namespace),
        };
        declare(self, prefix.clone(), namespace);
        prefix
    }

    /// A prefix that is neither bound nor needed for something else.
    pub(crate) fn prefix_beside(&self, is_needed: impl Fn(&str) -> bool) -> Cow<'static, str> {
        let suits = |prefix: &str| !is_needed(prefix) && self.shared.namespace_of(prefix).is_none();
        self.prefixes.free_from(self.shared.next_number(), suits).1
    }

    /// A prefix that is not bound, and on the document element to no other namespace. What the same start tag has
    /// tried before is bound still.
    fn free_prefix(&mut self, namespace: NamespaceId) -> Cow<'static, str> {
        let mut shared = self.shared.prefixes_of(namespace);
        let shared = shared.find(|prefix| self.prefixes.namespace_of(prefix).is_none());
        if let Some(prefix) = shared {
            return prefix.clone();
        }
        let tried = self.declarations.next_number;
        let tried = tried.max(self.shared.next_number());
        let suits = |prefix: &str| self.shared.namespace_of(prefix).is_none();
        let (number, prefix) = self.prefixes.free_from(tried, suits);
        self.declarations.next_number = number;
        prefix
    }
}
