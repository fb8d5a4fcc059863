//! The part of the reader that gives away what stands in a document as it stands there: names with their prefixes, and
//! what prefixes mean.

use std::borrow::Cow;
use std::sync::Arc;

use super::reader::Reader;
use crate::error::Result;
use crate::qname::{QName, SharedText};
use crate::xml::namespace::{Binding, Bindings, Declaration, PrefixedName, Scope, UriId};
use crate::xml::syntax::{Normalization, RawName};

impl<'de> Reader<'de> {
    /// The name of the element that the reader stands in, or behind whose end tag, as it is spelled; and its namespace.
    pub(crate) fn spelled_name(&self) -> (RawName, UriId) {
        let element = self.elements.innermost();
        element.map_or_else(Default::default, |it| (it.name.get(), it.uri))
    }

    /// What prefixes mean in the element that the reader stands in.
    pub(crate) fn bindings(&self) -> &Bindings<'de> {
        self.elements.bindings()
    }

    /// The declarations on the element that the reader stands in.
    pub(crate) fn own_bindings(&self) -> &[Binding] {
        let outer = self.elements.outer_bindings();
        let in_scope = self.elements.bindings().in_scope();
        in_scope.get(outer..).unwrap_or_default()
    }

    /// A prefix for a namespace on the element that the reader stands in, and whether it is declared there: else it is like `wanted`, and
    /// means nothing there.
    #[cfg(feature = "signature")]
    pub(crate) fn prefix_for(&self, uri: &str, wanted: &str) -> (String, bool) {
        let (bindings, text) = (self.elements.bindings(), self.cursor.text());
        let means = |prefix: &str| bindings.resolve_text(prefix.as_bytes(), text.as_bytes());
        let in_scope = bindings.in_scope().iter();
        let mut prefixes = in_scope.map(|binding| binding.prefix.of(text));
        let is_bound = |prefix: &&str| {
            !prefix.is_empty() && means(prefix).is_some_and(|bound| bindings.uri(bound) == uri)
        };
        if let Some(known) = prefixes.find(is_bound) {
            return (known.to_owned(), true);
        }
        let numbered = (1_u32..).map(|number| format!("{wanted}{number}"));
        let mut free = std::iter::once(wanted.to_owned()).chain(numbered);
        let free = free.find(|prefix| means(prefix).is_none());
        (free.unwrap_or_default(), false)
    }

    /// The text that was read last; of a CDATA section, a comment or a processing instruction without `references`, for there are none.
    pub(crate) fn text_value(&self, references: bool) -> Result<Cow<'de, str>> {
        let text = self.cursor.token_data().text;
        self.value_of(&text, Normalization::LineEnds, references)
    }

    /// Counts elements, attributes and texts that are kept.
    ///
    /// # Errors
    ///
    /// If they are more than [`ReadOptions::max_nodes`](crate::ReadOptions::max_nodes).
    pub(crate) fn keep_nodes(&mut self, count: usize) -> Result<()> {
        let kept = self.kept.get_or_insert_default();
        kept.nodes += count;
        if kept.nodes > self.options.max_nodes {
            return Err(self.located(self.cursor.limit("max_nodes", self.options.max_nodes)));
        }
        Ok(())
    }

    /// The name of the element that the reader stands in, as it was sent.
    pub(crate) fn kept_name(&mut self) -> Arc<PrefixedName> {
        let Some(element) = self.elements.innermost() else {
            return Arc::default();
        };
        let (name, uri) = (element.name.get(), element.uri);
        if self.elements.name_of_target().is_some() {
            return Arc::new(self.name_elsewhere(name, uri));
        }
        let names = &mut self.kept.get_or_insert_default().elements;
        let (bindings, text) = (self.elements.bindings(), self.cursor.text());
        names.get(name.span.of(text), uri, || {
            prefixed(name, text, bindings.shared_uri(uri))
        })
    }

    /// The name of an element that refers to another one, with a prefix that means the same there, or none.
    #[cold]
    fn name_elsewhere(&self, name: RawName, uri: UriId) -> PrefixedName {
        let (bindings, text) = (self.elements.bindings(), self.cursor.text());
        let is_bound =
            |prefix: &str| bindings.resolve_text(prefix.as_bytes(), text.as_bytes()) == Some(uri);
        let in_scope = bindings
            .in_scope()
            .iter()
            .map(|binding| binding.prefix.of(text));
        let mut prefixes = std::iter::once(name.prefix().of(text)).chain(in_scope);
        let prefix = prefixes.find(|prefix| is_bound(prefix)).unwrap_or_default();
        PrefixedName {
            prefix: Cow::Owned(prefix.to_owned()),
            ..prefixed(name, text, bindings.shared_uri(uri))
        }
    }

    /// The name of an attribute, as it was sent.
    pub(crate) fn kept_attribute_name(&mut self, index: usize) -> Arc<PrefixedName> {
        let Some(attribute) = self.cursor.attribute(index) else {
            return Arc::default();
        };
        let (name, uri) = (attribute.name, UriId::of_number(attribute.uri));
        let names = &mut self.kept.get_or_insert_default().attributes;
        let (bindings, text) = (self.elements.bindings(), self.cursor.text());
        names.get(name.span.of(text), uri, || {
            prefixed(name, text, bindings.shared_uri(uri))
        })
    }

    /// The declarations on the element that the reader stands in, as they were sent.
    pub(crate) fn own_declarations(&self) -> impl Iterator<Item = Declaration> {
        let (bindings, text) = (self.elements.bindings(), self.cursor.text());
        let own = self.own_bindings().iter();
        own.map(move |&binding| bindings.kept(binding, text))
    }

    /// What prefixes mean in the element that the reader stands in.
    pub(crate) fn scope(&mut self) -> Arc<Scope> {
        let count = self.elements.bindings().in_scope().len();
        self.elements.scope(Some(count), self.cursor.text())
    }

    /// What prefixes mean around the element that the reader stands in.
    pub(crate) fn outer_scope(&mut self) -> Arc<Scope> {
        self.elements.scope(None, self.cursor.text())
    }
}

fn prefixed(name: RawName, text: &str, uri: SharedText) -> PrefixedName {
    PrefixedName {
        name: QName::in_shared(uri, name.local().of(text).to_owned()),
        prefix: Cow::Owned(name.prefix().of(text).to_owned()),
    }
}
