//! The part of the writer that knows what prefixes mean, and declares them.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::writer::{BoundPrefix, Writer};
use crate::qname::SharedText;
use crate::xml::namespace::{ElementName, NamespaceId, Naming, Prefix, is_reserved_namespace};
use crate::xml::syntax::TextContext;

impl Writer {
    #[inline]
    pub(super) fn intern(&mut self, uri: &'static str) -> NamespaceId {
        match self.uris.at_same_place(uri) {
            Some(number) => NamespaceId::of_number(number),
            None => self.intern_by_text(uri, || Cow::Borrowed(uri)),
        }
    }

    #[inline(never)]
    pub(super) fn intern_by_text(
        &mut self,
        uri: &str,
        own: impl FnOnce() -> Cow<'static, str>,
    ) -> NamespaceId {
        let known = self.uris.find(uri);
        NamespaceId::of_number(known.unwrap_or_else(|| self.uris.add(own())))
    }

    /// The namespace of a name.
    pub(super) fn intern_shared(&mut self, uri: &SharedText) -> NamespaceId {
        self.intern_by_text(uri, || uri.to_cow())
    }

    /// How the elements of a namespace are named inside the current element.
    #[inline]
    #[doc(hidden)]
    pub fn naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        let same = |a: &str, b: &str| std::ptr::eq(a, b);
        if let Some((_, _, namespace)) = self
            .recent
            .filter(|(recent, bound, _)| same(recent, uri) && same(bound, prefix))
        {
            return Naming {
                namespace,
                prefix: Prefix::Literal(prefix),
                bound: true,
            };
        }
        self.looked_up_naming(uri, prefix)
    }

    pub(super) fn looked_up_naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        let namespace = self.intern(uri);
        let bound = self.is_bound(prefix, namespace);
        self.recent = bound.then_some((uri, prefix, namespace));
        Naming {
            namespace,
            prefix: Prefix::Literal(prefix),
            bound,
        }
    }

    /// How elements that have the current element's namespace are named inside it.
    pub(crate) fn element_naming(&self) -> Naming {
        if let Prefix::Bound(_) = self.element.prefix {
            return self.element;
        }
        // Names joined beforehand for another type have no prefix, so it goes by its binding.
        let bound = match self.element.prefix.literal() {
            "" => None,
            prefix => self.bindings.last_index(|binding| binding.prefix == prefix),
        };
        let prefix = bound.map_or(Prefix::Literal(""), Prefix::Bound);
        Naming {
            prefix,
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
        self.bindings
            .get(0)
            .map(|binding| binding.prefix.clone())
            .unwrap_or_default()
    }

    /// The namespace of the document element.
    pub(crate) fn document_namespace(&self) -> &str {
        self.uris.get(self.document.number()).map_or("", |uri| uri)
    }

    pub(super) fn binding(&self, prefix: &str) -> Option<NamespaceId> {
        let bound = self
            .bindings
            .iter()
            .rev()
            .find(|binding| binding.prefix == prefix);
        match bound {
            Some(binding) => Some(binding.namespace),
            None if prefix.is_empty() => Some(NamespaceId::NONE),
            None if prefix == "xml" => Some(NamespaceId::XML),
            None => None,
        }
    }

    #[inline]
    pub(super) fn is_bound(&self, prefix: &str, namespace: NamespaceId) -> bool {
        self.binding(prefix) == Some(namespace)
    }

    /// Declares a prefix on the element whose start tag is being written.
    pub(super) fn declare(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) {
        let uri = self
            .uris
            .get(namespace.number())
            .cloned()
            .unwrap_or_default();
        let uri = match self.mapped.iter().find(|(from, _)| *from == uri) {
            Some((_, to)) => Cow::Owned(to.clone()),
            None => uri,
        };
        if let Some(problem) = self.undeclarable(&prefix, &uri, namespace) {
            self.fail(problem);
        }
        // Declarations stand before attributes, which may have been written already.
        let attributes = self.out.split_off(self.declared_to);
        self.out.push_str(if prefix.is_empty() {
            " xmlns"
        } else {
            " xmlns:"
        });
        self.out.push_str(&prefix);
        self.out.push_str("=\"");
        self.push_text(&uri, TextContext::Attribute);
        self.out.push('"');
        self.declared_to = self.out.len();
        self.out.push_str(&attributes);
        self.bindings.push(BoundPrefix { prefix, namespace });
        self.recent = None;
    }

    /// Why a prefix cannot be declared for what is written for a namespace, if so (Namespaces in
    /// XML, section 3).
    fn undeclarable(&self, prefix: &str, written: &str, namespace: NamespaceId) -> Option<String> {
        if is_reserved_namespace(written) {
            return Some(format!(
                "the namespace `{written}`, which must not be declared"
            ));
        }
        if written.is_empty() && !prefix.is_empty() {
            return Some(format!("the prefix `{prefix}` without a namespace"));
        }
        let is_another = self
            .uris
            .find(written)
            .is_some_and(|id| id != namespace.number());
        let is_target = self.mapped.iter().any(|(from, to)| {
            to == written
                && self
                    .uris
                    .find(from)
                    .is_some_and(|id| id != namespace.number())
        });
        (is_another || is_target)
            .then(|| format!("the namespace `{written}`, which another one is mapped to"))
    }

    /// Declares a prefix for `uri` on the element whose start tag is being written, unless it is
    /// in scope already. A prefix that is bound to another namespace there stays so.
    pub(crate) fn declare_prefix(&mut self, prefix: &Cow<'static, str>, uri: &Cow<'static, str>) {
        let is_taken = self
            .bindings
            .iter()
            .any(|binding| binding.prefix == *prefix);
        if !is_taken && prefix != "xml" {
            let namespace = self.intern_by_text(uri, || uri.clone());
            self.declare(prefix.clone(), namespace);
        }
    }

    /// Binds a prefix to `uri` on the element whose start tag is being written, whatever it is bound
    /// to outside. It is an error if the start tag has declared the prefix for another namespace, or
    /// may have used it: the element's name or an attribute would be in another namespace.
    pub(crate) fn redeclare_prefix(&mut self, prefix: &Cow<'static, str>, uri: &Cow<'static, str>) {
        let namespace = self.intern_by_text(uri, || uri.clone());
        match self.binding(prefix) {
            Some(bound) if bound == namespace => {}
            Some(_) if self.is_in_use(prefix) => self.fail(format!(
                "the prefix `{prefix}` for `{uri}`, where it stands for another namespace"
            )),
            _ => self.declare(prefix.clone(), namespace),
        }
    }

    /// Whether `xmlns:prefix="uri"` on an element of this name would put the name into another
    /// namespace: `xmlns:p="urn:b"` on `<p:Call>`, where `p` is bound to `urn:a`. Never of a name in no
    /// namespace, which could not get another prefix.
    pub(crate) fn would_rebind(&self, name: ElementName<'_>, prefix: &str, uri: &str) -> bool {
        name.naming.namespace != NamespaceId::NONE && self.is_another(name.naming, prefix, uri)
    }

    /// As [`would_rebind`](Self::would_rebind), for the element whose start tag is being written.
    pub(crate) fn would_rebind_current(&self, prefix: &str, uri: &str) -> bool {
        self.is_another(self.element, prefix, uri)
    }

    fn is_another(&self, naming: Naming, prefix: &str, uri: &str) -> bool {
        let own = self.uris.get(naming.namespace.number());
        prefix == self.own_prefix(naming.prefix) && own.is_none_or(|own| own != uri)
    }

    /// Whether the start tag that is being written declares a bound prefix, or may have used it.
    fn is_in_use(&self, prefix: &str) -> bool {
        let mut declared = self.bindings.iter().skip(self.outside);
        self.has_attributes()
            || prefix == self.own_prefix(self.element.prefix)
            || declared.any(|binding| binding.prefix == prefix)
    }

    /// The prefix as a text; empty for the default namespace.
    pub(super) fn own_prefix(&self, prefix: Prefix) -> &str {
        match prefix {
            Prefix::Bound(index) => self
                .bindings
                .get(index)
                .map_or("", |binding| binding.prefix.as_ref()),
            other => other.literal(),
        }
    }

    /// A prefix for a name that cannot do without: one that is bound to the namespace, else
    /// `wanted`, else `ns1`, `ns2`, … declared on the element whose start tag is being written.
    pub(super) fn prefix_for(
        &mut self,
        namespace: NamespaceId,
        wanted: Option<&str>,
    ) -> Cow<'static, str> {
        let wanted = wanted.filter(|prefix| !prefix.is_empty() && namespace != NamespaceId::XML);
        if let Some(prefix) = wanted.filter(|prefix| self.is_bound(prefix, namespace)) {
            return Cow::Owned(prefix.to_owned());
        }
        if let Some(prefix) = wanted.filter(|prefix| self.binding(prefix).is_none()) {
            self.declare(Cow::Owned(prefix.to_owned()), namespace);
            return Cow::Owned(prefix.to_owned());
        }
        if let Some(prefix) = self.bound_prefix(namespace) {
            return prefix;
        }
        let prefix = match namespace {
            NamespaceId::XSI if self.binding("xsi").is_none() => Cow::Borrowed("xsi"),
            _ => self.free_prefix(),
        };
        self.declare(prefix.clone(), namespace);
        prefix
    }

    /// A prefix in scope that is bound to the namespace, and not bound anew further in.
    pub(super) fn bound_prefix(&self, namespace: NamespaceId) -> Option<Cow<'static, str>> {
        if namespace == NamespaceId::XML {
            return Some(Cow::Borrowed("xml"));
        }
        let mut innermost_first = self.bindings.iter().rev();
        let found = innermost_first.find(|binding| {
            binding.namespace == namespace
                && !binding.prefix.is_empty()
                && self.is_bound(&binding.prefix, namespace)
        });
        found.map(|binding| binding.prefix.clone())
    }

    /// A prefix that is neither bound nor needed for something else.
    pub(crate) fn prefix_beside(&self, is_needed: impl Fn(&str) -> bool) -> Cow<'static, str> {
        let mut tried = (1_u32..).map(|number| format!("ns{number}"));
        let free = tried.find(|prefix| self.binding(prefix).is_none() && !is_needed(prefix));
        Cow::Owned(free.unwrap_or_default())
    }

    /// A prefix that is not bound. What the same start tag has tried before is bound still.
    pub(super) fn free_prefix(&mut self) -> Cow<'static, str> {
        let mut tried = (self.next_number..).map(|number| (number, format!("ns{number}")));
        let free = tried.find(|(_, prefix)| self.binding(prefix).is_none());
        let (number, prefix) = free.unwrap_or_default();
        self.next_number = number;
        Cow::Owned(prefix)
    }
}
