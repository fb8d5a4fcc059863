//! The part of the writer that writes tags.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::traits::WriteText;
use super::writer::{OpenElement, StartTagExtras, TagDeclarations, Writer};
use crate::qname::SharedText;
use crate::xml::namespace::{ElementName, InlineStack, NamespaceId, Naming, Prefix, TypeInfo};
use crate::xml::syntax::TextContext;

impl Writer {
    /// Gives the next element declarations or attributes, besides those that it is given already.
    pub(crate) fn on_next(&mut self, more: StartTagExtras) {
        let on_next = self.on_next.get_or_insert_default();
        on_next.table = more.table.or(on_next.table);
        on_next.type_name = more.type_name.or(on_next.type_name);
        on_next.attributes.extend(more.attributes);
    }

    /// Lets the next element say that it is of the type of a variant of `info`: `xsi:type` (XML Schema part 1, section
    /// 2.6.1). The name is in the namespace of the variant, of `info`, or in that of the element.
    #[doc(hidden)]
    pub fn type_of_next(&mut self, info: &'static TypeInfo, variant: usize) {
        let variant = info.field(variant);
        let (namespace, prefix) = match variant.namespace() {
            Some(uri) => (Some(uri), variant.prefix().unwrap_or_default()),
            None => (info.namespace, info.prefix),
        };
        self.on_next(StartTagExtras {
            type_name: Some((namespace, prefix, variant.tags.local())),
            ..StartTagExtras::default()
        });
    }

    /// How many bytes have been written.
    #[must_use]
    pub(crate) fn length(&self) -> usize {
        self.out.len()
    }

    /// Begins a start tag. Attributes may follow, then [`end_start_tag`](Self::end_start_tag), and at
    /// last [`end`](Self::end) with the same name.
    #[inline]
    pub(crate) fn start(&mut self, name: ElementName<'_>) -> OpenElement {
        let opened = self.start_name(name);
        self.start_attributes();
        opened
    }

    /// Begins a start tag with the name alone. Declarations may follow, then
    /// [`start_attributes`](Self::start_attributes): what is declared first is not shadowed behind
    /// a name that uses it.
    pub(crate) fn start_name(&mut self, name: ElementName<'_>) -> OpenElement {
        let opened = OpenElement {
            outer_bindings: self.prefixes.count(),
            outer: self.element,
        };
        let naming = name.naming;
        match naming.prefix {
            Prefix::Literal(_) => {
                self.out.push_str(name.tags.unclosed());
            }
            Prefix::Named(prefix) => {
                self.out.push('<');
                self.out.push_name(prefix, name.tags.local());
            }
            Prefix::Bound(binding) => {
                self.out.push('<');
                self.push_prefixed(binding, name.tags.local());
            }
        }
        self.begin_start_tag(opened);
        if !naming.bound {
            self.declare_own(naming.prefix.literal(), naming.namespace);
        }
        self.element = Naming {
            bound: true,
            ..*naming
        };
        opened
    }

    /// Writes a start tag that has a name alone, which [`is_declared`](Self::is_declared), as it was joined beforehand.
    #[inline]
    pub(crate) fn start_alone(&mut self, name: ElementName<'_>) -> OpenElement {
        let opened = OpenElement {
            outer_bindings: self.prefixes.count(),
            outer: self.element,
        };
        self.element = *name.naming;
        self.out.push_start(name.tags.pair().0);
        opened
    }

    /// The name of a start tag has been written.
    #[inline]
    fn begin_start_tag(&mut self, element: OpenElement) {
        self.declarations = TagDeclarations {
            end: self.out.len(),
            outside: element.outer_bindings,
            next_number: 1,
        };
    }

    /// Gives the element whose start tag was begun what it gets besides what it has itself.
    #[inline]
    pub(crate) fn start_attributes(&mut self) {
        if self.on_next.is_some() {
            self.add_extras();
        }
    }

    #[cold]
    fn add_extras(&mut self) {
        let extras = self.on_next.take().unwrap_or_default();
        if let Some(table) = extras.table {
            self.declare_prefixes(table(), &mut InlineStack::default());
        }
        if let Some((uri, prefix, local)) = extras.type_name {
            self.type_attribute(uri, prefix, local);
        }
        for (uri, local, value) in extras.attributes {
            self.named_attribute("", &SharedText::Static(uri), local, &value);
        }
    }

    pub(super) fn push_prefixed(&mut self, binding: usize, local: &str) {
        let prefix = self.prefixes.text_of(Prefix::Bound(binding));
        self.out.push_name(prefix, local);
    }

    /// Declares every prefix of a type and its fields that is free, in source order. Types are
    /// visited once, for they may be recursive.
    pub(super) fn declare_prefixes(
        &mut self,
        info: &'static TypeInfo,
        seen: &mut InlineStack<Option<&'static TypeInfo>, 16>,
    ) {
        if (seen.iter().flatten()).any(|known| std::ptr::eq(*known, info)) {
            return;
        }
        seen.push(Some(info));
        if !info.prefix.is_empty() {
            self.declare_static(info.prefix, info.namespace.unwrap_or_default());
        }
        for field in info.fields {
            if let (Some(prefix), Some(uri)) = (field.prefix(), field.namespace()) {
                self.declare_static(prefix, uri);
            }
            if let (Some(prefix), Some(uri)) = (field.item_prefix(), field.item_namespace()) {
                self.declare_static(prefix, uri);
            }
            let inner = field.table.map_or(TypeInfo::NONE, |table| table());
            if inner.asks_for_prefixes() {
                self.declare_prefixes(inner, seen);
            }
        }
    }

    fn declare_static(&mut self, prefix: &'static str, uri: &'static str) {
        self.declare_prefix(&Cow::Borrowed(prefix), &Cow::Borrowed(uri));
    }

    /// Completes the start tag.
    pub(crate) fn end_start_tag(&mut self) {
        self.out.end_start_tag();
    }

    /// Ends the element.
    pub(crate) fn end(&mut self, opened: OpenElement, name: ElementName<'_>) {
        if !self.out.close_empty() {
            match name.naming.prefix {
                Prefix::Literal(_) => self.out.push_str(name.tags.pair().1),
                Prefix::Named(prefix) => self.out.push_end(prefix, name.tags.local()),
                Prefix::Bound(binding) => {
                    self.out.push_str("</");
                    self.push_prefixed(binding, name.tags.local());
                    self.out.push('>');
                }
            }
        }
        self.leave(opened);
    }

    /// Whether nothing has to be declared or added in the start tag of an element of this name.
    #[inline]
    pub(crate) fn is_declared(&self, name: ElementName<'_>) -> bool {
        let literal = matches!(name.naming.prefix, Prefix::Literal(_));
        literal && name.naming.bound && self.on_next.is_none()
    }

    /// Writes an element that has text and no more, with the tags that were joined beforehand.
    #[inline]
    pub(crate) fn leaf<T: WriteText>(&mut self, name: ElementName<'_>, value: &T) {
        let (start_tag, end_tag) = name.tags.pair();
        self.out.push_str(start_tag);
        let before = self.out.len();
        self.text(value);
        if !self.out.close_empty_at(before) {
            self.out.push_str(end_tag);
        }
    }

    /// Writes an element whose name is not known before the program runs: `write` gets the writer
    /// inside the start tag and completes it.
    pub(crate) fn element(
        &mut self,
        prefix: &Cow<'static, str>,
        uri: &SharedText,
        local: &str,
        write: impl FnOnce(&mut Self),
    ) {
        let opened = self.start_element(prefix, uri, local);
        write(self);
        self.end_element(opened, prefix, local);
    }

    /// As [`element`](Self::element), for one that is left out if it has no content.
    pub(crate) fn element_with_content(
        &mut self,
        prefix: &Cow<'static, str>,
        uri: &SharedText,
        local: &str,
        write: impl FnOnce(&mut Self),
    ) {
        let before = self.out.len();
        let opened = self.start_element(prefix, uri, local);
        write(self);
        let empty = self.out.is_empty_element();
        self.end_element(opened, prefix, local);
        if empty {
            self.out.truncate(before);
            self.shared.truncate(before);
        }
    }

    /// Writes a document whose markup is known but for what `write` writes into the innermost element. `prefix` is bound
    /// to `uri` there, and all elements have it; the `ends` are the innermost one's end tag, and those around it.
    pub(crate) fn enclosed(
        &mut self,
        prefix: Cow<'static, str>,
        uri: &'static str,
        (start, ends): (&'static str, [&'static str; 2]),
        write: impl FnOnce(&mut Self),
    ) {
        let opened = OpenElement {
            outer_bindings: self.prefixes.count(),
            outer: self.element,
        };
        let namespace = self.prefixes.intern(uri);
        self.document = namespace;
        self.prefixes.bind(prefix, namespace);
        self.element = Naming {
            namespace,
            prefix: Prefix::Bound(opened.outer_bindings),
            bound: true,
        };
        self.out.push_start(start);
        self.begin_start_tag(OpenElement {
            outer_bindings: self.prefixes.count(),
            ..opened
        });
        write(self);
        let [inner, outer] = ends;
        if !self.out.close_empty() {
            self.out.push_str(inner);
        }
        self.out.push_str(outer);
        self.leave(opened);
    }

    pub(crate) fn start_element(
        &mut self,
        prefix: &Cow<'static, str>,
        uri: &SharedText,
        local: &str,
    ) -> OpenElement {
        let (opened, namespace) = self.start_tag_of(prefix, uri, local);
        if !self.prefixes.is_bound(prefix, namespace) {
            self.declare(prefix.clone(), namespace);
        }
        self.enter(prefix, namespace);
        opened
    }

    /// As [`start_element`](Self::start_element), for one that need not declare its prefix itself.
    pub(crate) fn start_kept(
        &mut self,
        prefix: &Cow<'static, str>,
        uri: &SharedText,
        local: &str,
    ) -> OpenElement {
        let (opened, namespace) = self.start_tag_of(prefix, uri, local);
        // Names in no namespace do not rely on it that no default one is declared around the document.
        if prefix.is_empty() && namespace == NamespaceId::NONE {
            self.keep_no_default();
        }
        if self.prefixes.namespace_of(prefix) != Some(namespace) {
            self.declare_shared(prefix.clone(), namespace);
        }
        self.enter(prefix, namespace);
        opened
    }

    /// A start tag as far as its name.
    fn start_tag_of(
        &mut self,
        prefix: &str,
        uri: &SharedText,
        local: &str,
    ) -> (OpenElement, NamespaceId) {
        let opened = OpenElement {
            outer_bindings: self.prefixes.count(),
            outer: self.element,
        };
        let namespace = self.prefixes.intern_shared(uri);
        if self.declarations.end == 0 {
            self.document = namespace;
        }
        self.out.push('<');
        self.out.push_name(prefix, local);
        self.begin_start_tag(opened);
        (opened, namespace)
    }

    /// The element whose start tag was begun, and whose prefix is bound, becomes the current one.
    fn enter(&mut self, prefix: &str, namespace: NamespaceId) {
        let prefix = match self.prefixes.declaration(prefix) {
            Some(binding) if !prefix.is_empty() => Prefix::Bound(binding),
            _ => Prefix::Literal(""),
        };
        self.element = Naming {
            namespace,
            prefix,
            bound: true,
        };
    }

    /// As [`start_name`](Self::start_name), with another prefix than the name's own.
    pub(crate) fn start_with_prefix(
        &mut self,
        prefix: &Cow<'static, str>,
        name: ElementName<'_>,
    ) -> OpenElement {
        let uri = self.prefixes.shared_uri(name.naming.namespace);
        self.start_element(prefix, &uri, name.tags.local())
    }

    pub(crate) fn end_element(&mut self, opened: OpenElement, prefix: &str, local: &str) {
        if !self.out.close_empty() {
            self.out.push_end(prefix, local);
        }
        self.leave(opened);
    }

    #[inline]
    pub(super) fn leave(&mut self, opened: OpenElement) {
        self.prefixes.leave(opened.outer_bindings);
        self.element = opened.outer;
    }

    /// Completes the start tag, and writes text as the content.
    pub(crate) fn text_content(&mut self, text: &str) {
        self.end_start_tag();
        self.out.push_text(text, TextContext::Content);
    }
}
