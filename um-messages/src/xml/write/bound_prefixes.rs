//! The namespaces of what is written, and the prefixes bound to them in the current element.

use std::borrow::Cow;
use std::cell::Cell;

use super::shared_declarations::numbered;
use crate::error::Shown;
use crate::qname::SharedText;
use crate::xml::namespace::{
    InlineStack, Interner, NamespaceId, Naming, Prefix, PrefixIndex, PrefixKey,
    is_reserved_namespace,
};

pub(super) struct BoundPrefixes {
    /// The namespaces seen so far; `NamespaceId` counts them.
    uris: Interner<'static>,
    /// The declarations in scope.
    in_scope: InlineStack<BoundPrefix, 4>,
    index: PrefixIndex,
    /// What was asked for last with [`naming`](Self::naming), if it is bound: neighbours are alike.
    recent: Option<(&'static str, &'static str, NamespaceId)>,
    /// Namespaces to write under another URI.
    mapped: Vec<(String, String)>,
    /// Whether a name without a prefix is in no namespace because no default namespace is declared around it.
    relies_on_no_default: Cell<bool>,
}

#[derive(Debug)]
struct BoundPrefix {
    /// Empty for the default namespace.
    prefix: Cow<'static, str>,
    key: PrefixKey,
    namespace: NamespaceId,
    /// The number of the declaration of this prefix that is hidden by it, if they are in the index.
    shadowed: Option<usize>,
}

impl Default for BoundPrefix {
    fn default() -> Self {
        Self::NONE
    }
}

impl BoundPrefix {
    const NONE: Self = Self {
        prefix: Cow::Borrowed(""),
        key: PrefixKey::EMPTY,
        namespace: NamespaceId::NONE,
        shadowed: None,
    };

    fn new(prefix: Cow<'static, str>, namespace: NamespaceId) -> Self {
        Self {
            key: PrefixKey::of_text(&prefix),
            prefix,
            namespace,
            shadowed: None,
        }
    }

    #[inline]
    fn is(&self, key: PrefixKey, prefix: &str) -> bool {
        self.key == key && (key.is_exact() || self.prefix == prefix)
    }
}

impl BoundPrefixes {
    #[inline]
    pub(super) const fn new() -> Self {
        Self {
            uris: Interner::new(),
            in_scope: InlineStack::new([const { BoundPrefix::NONE }; 4]),
            index: PrefixIndex::NONE,
            recent: None,
            mapped: Vec::new(),
            relies_on_no_default: Cell::new(false),
        }
    }

    // Namespaces.

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

    pub(super) fn uri(&self, namespace: NamespaceId) -> &str {
        self.uris.get(namespace.number()).unwrap_or_default()
    }

    pub(super) fn shared_uri(&self, namespace: NamespaceId) -> SharedText {
        self.uris.shared(namespace.number())
    }

    /// Writes the namespace `from` as `to` from now on.
    pub(super) fn map(&mut self, from: &str, to: &str) {
        self.mapped.push((from.to_owned(), to.to_owned()));
    }

    /// The URI that is written for a namespace.
    pub(super) fn written_uri(&self, namespace: NamespaceId) -> Cow<'static, str> {
        let uri = self.uris.cloned(namespace.number());
        match self.mapped.iter().find(|(from, _)| *from == uri) {
            Some((_, to)) => Cow::Owned(to.clone()),
            None => uri,
        }
    }

    /// Whether a namespace is declared under its own URI, and may be.
    pub(super) fn is_written_as_it_is(&self, uri: &str) -> bool {
        self.mapped.is_empty() && !is_reserved_namespace(uri)
    }

    // Prefixes.

    /// How many declarations are in scope.
    #[inline]
    pub(super) fn count(&self) -> usize {
        self.in_scope.len()
    }

    pub(super) fn bind(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) {
        self.in_scope.push(BoundPrefix::new(prefix, namespace));
        if self.index.is_used() {
            self.add_to_index(self.in_scope.len() - 1);
        } else if self.index.is_due(self.in_scope.len()) {
            self.add_to_index(0);
        }
        self.recent = None;
    }

    /// As [`bind`](Self::bind), where elements in the namespace follow.
    pub(super) fn bind_for_next(
        &mut self,
        prefix: &'static str,
        uri: &'static str,
        namespace: NamespaceId,
    ) {
        self.bind(Cow::Borrowed(prefix), namespace);
        self.recent = Some((uri, prefix, namespace));
    }

    #[cold]
    fn add_to_index(&mut self, from: usize) {
        for (number, bound) in self
            .in_scope
            .as_mut_slice()
            .iter_mut()
            .enumerate()
            .skip(from)
        {
            bound.shadowed = self.index.bind(bound.prefix.as_bytes(), number);
        }
    }

    /// Leaves the scopes of all but the first `count` declarations.
    #[inline]
    pub(super) fn leave(&mut self, count: usize) {
        if self.in_scope.len() > count {
            if self.index.is_used() {
                let left = self.in_scope.iter().rev().take(self.in_scope.len() - count);
                left.for_each(|it| self.index.unbind(it.prefix.as_bytes(), it.shadowed));
            }
            self.in_scope.truncate(count);
            self.recent = None;
        }
    }

    /// How the elements of a namespace are named where the prefix is bound to it, or will be.
    pub(super) fn naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        // By reference: copied as a whole, it would be read before it is stored.
        match &self.recent {
            Some((recent, bound, namespace))
                if std::ptr::eq(*recent, uri) && std::ptr::eq(*bound, prefix) =>
            {
                Naming {
                    namespace: *namespace,
                    prefix: Prefix::Literal(prefix),
                    bound: true,
                }
            }
            _ => self.looked_up_naming(uri, prefix),
        }
    }

    #[inline(never)]
    fn looked_up_naming(&mut self, uri: &'static str, prefix: &'static str) -> Naming {
        let namespace = self.intern(uri);
        let bound = self.is_bound(prefix, namespace);
        self.recent = bound.then_some((uri, prefix, namespace));
        Naming {
            namespace,
            prefix: Prefix::Literal(prefix),
            bound,
        }
    }

    /// The prefix that was declared first.
    pub(super) fn outermost(&self) -> Cow<'static, str> {
        let outermost = self.in_scope.get(0);
        outermost
            .map(|binding| binding.prefix.clone())
            .unwrap_or_default()
    }

    /// The innermost declaration of a prefix, by its number.
    pub(super) fn declaration(&self, prefix: &str) -> Option<usize> {
        if self.index.is_used() {
            return self.index.innermost(prefix.as_bytes());
        }
        let key = PrefixKey::of_text(prefix);
        self.in_scope.last_index(|binding| binding.is(key, prefix))
    }

    /// Whether the prefix is declared behind the first `outside` declarations.
    pub(super) fn is_declared_since(&self, outside: usize, prefix: &str) -> bool {
        let declared = self.declaration(prefix);
        declared.is_some_and(|number| number >= outside)
    }

    /// What a prefix is bound to; the empty one to no namespace if there is no default one.
    pub(super) fn namespace_of(&self, prefix: &str) -> Option<NamespaceId> {
        let bound = if self.index.is_used() {
            let number = self.index.innermost(prefix.as_bytes());
            number.and_then(|number| self.in_scope.get(number))
        } else {
            let key = PrefixKey::of_text(prefix);
            let mut innermost_first = self.in_scope.iter().rev();
            innermost_first.find(|binding| binding.is(key, prefix))
        };
        match bound {
            Some(binding) => Some(binding.namespace),
            None if prefix.is_empty() => Some(NamespaceId::NONE),
            None if prefix == "xml" => Some(NamespaceId::XML),
            None => None,
        }
    }

    /// Whether a name with this prefix is in the namespace. The document relies on it from now on.
    #[inline]
    pub(super) fn is_bound(&self, prefix: &str, namespace: NamespaceId) -> bool {
        let is_bound = self.namespace_of(prefix) == Some(namespace);
        if is_bound && prefix.is_empty() && namespace == NamespaceId::NONE {
            self.relies_on_no_default.set(true);
        }
        is_bound
    }

    /// Whether a default namespace around the document would have changed names in it.
    pub(super) fn take_reliance_on_no_default(&mut self) -> bool {
        self.relies_on_no_default.take()
    }

    /// Whether a name with this prefix is in the namespace `uri`, as an attribute.
    pub(super) fn is_attribute_in(&self, prefix: &str, uri: &str) -> bool {
        self.uri(self.attribute_namespace(prefix)) == uri
    }

    /// The namespace of an attribute whose name has this prefix, which is bound.
    pub(super) fn attribute_namespace(&self, prefix: &str) -> NamespaceId {
        match prefix {
            // Without a prefix an attribute is in no namespace (Namespaces in XML, section 6.2).
            "" => NamespaceId::NONE,
            prefix => self.namespace_of(prefix).unwrap_or_default(),
        }
    }

    /// The prefix as a text; empty for the default namespace.
    #[inline]
    pub(super) fn text_of(&self, prefix: Prefix) -> &str {
        match prefix {
            Prefix::Bound(index) => self
                .in_scope
                .get(index)
                .map_or("", |binding| binding.prefix.as_ref()),
            other => other.literal(),
        }
    }

    /// Whether an element so named would be in another namespace if its prefix were bound to `uri`.
    pub(super) fn is_another(&self, naming: Naming, prefix: &str, uri: &str) -> bool {
        let own = self.uris.get(naming.namespace.number());
        prefix == self.text_of(naming.prefix) && own.is_none_or(|own| own != uri)
    }

    /// A prefix in scope that is bound to the namespace, and not bound anew further in.
    pub(super) fn prefix_of(&self, namespace: NamespaceId) -> Option<Cow<'static, str>> {
        if namespace == NamespaceId::XML {
            return Some(Cow::Borrowed("xml"));
        }
        let mut innermost_first = self.in_scope.iter().rev();
        let found = innermost_first.find(|binding| {
            binding.namespace == namespace
                && !binding.prefix.is_empty()
                && self.is_bound(&binding.prefix, namespace)
        });
        found.map(|binding| binding.prefix.clone())
    }

    /// The first of the prefixes `ns1`, `ns2`, … from `number` on that is not bound and suits.
    pub(super) fn free_from(
        &self,
        number: u32,
        suits: impl Fn(&str) -> bool,
    ) -> (u32, Cow<'static, str>) {
        let mut tried = (number..).map(|number| (number, numbered(number)));
        let free = tried.find(|(_, prefix)| self.namespace_of(prefix).is_none() && suits(prefix));
        let (number, prefix) = free.unwrap_or_default();
        (number, Cow::Owned(prefix))
    }

    /// Why a prefix cannot be declared for what is written for a namespace, if so (Namespaces in
    /// XML, section 3).
    pub(super) fn undeclarable(
        &self,
        prefix: &str,
        written: &str,
        namespace: NamespaceId,
    ) -> Option<String> {
        if is_reserved_namespace(written) {
            return Some(format!(
                "the namespace `{}`, which must not be declared",
                Shown(written)
            ));
        }
        if written.is_empty() && !prefix.is_empty() {
            return Some(format!(
                "the prefix `{}` without a namespace",
                Shown(prefix)
            ));
        }
        if self.mapped.is_empty() {
            return None;
        }
        let is_of_another = |uri: &str| {
            let known = self.uris.find(uri);
            known.is_some_and(|number| number != namespace.number())
        };
        let mut mapped = self.mapped.iter();
        let is_taken =
            is_of_another(written) || mapped.any(|(from, to)| to == written && is_of_another(from));
        let written = Shown(written);
        is_taken.then(|| format!("the namespace `{written}`, which another one is mapped to"))
    }
}
