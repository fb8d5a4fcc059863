//! The writer: appends elements to a text, and declares namespaces where they are needed.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::chars::is_ncname;
use super::escape::escape;
use super::names::{AttributeName, ElementName, Fact, Prefix, Scope};
use super::reader::Reader;
use super::scope::{NsId, PREDEFINED, is_reserved_namespace};
use super::stack::Stack;
use super::text::{Place, TextOut};
use super::traits::WriteText;
use super::uris::Uris;
use crate::error::{Error, ErrorKind, Result};
use crate::name::QName;

/// Writes elements into one text.
///
/// Derived code writes through it. Its methods return nothing: the writer keeps its first error, and
/// [`finish`](Self::finish) gives it.
pub struct Writer {
    out: String,
    /// The namespaces seen so far; `NsId` counts them.
    uris: Uris<'static>,
    /// The declarations in scope.
    bindings: Stack<Binding, 8>,
    /// What was asked for last with [`scope`](Self::scope), if it is bound: neighbours are alike.
    recent: Option<(&'static str, &'static str, NsId)>,
    /// The namespace and prefix of the current element.
    element: Scope,
    /// The namespace of the document element.
    document: NsId,
    /// Where the declarations of the current start tag end.
    declared_to: usize,
    /// Where the content of the element whose start tag was completed last begins.
    content_from: usize,
    /// What the next element gets besides what it has itself.
    on_next: Option<OnNext>,
    /// Namespaces to write under another URI.
    mapped: Vec<(String, String)>,
    error: Option<Error>,
}

#[derive(Debug, Default)]
struct Binding {
    /// Empty for the default namespace.
    prefix: Cow<'static, str>,
    namespace: NsId,
}

/// An element that is being written: what to go back to at its end.
#[derive(Clone, Copy)]
pub(crate) struct OpenElement {
    outer_bindings: usize,
    outer: Scope,
}

/// What an element gets from the one who has it written, in its start tag.
#[derive(Default)]
pub(crate) struct OnNext {
    /// The prefixes of these types are declared.
    pub(crate) facts: Option<fn() -> &'static [Fact]>,
    /// Attributes: namespace, local name, value.
    pub(crate) attributes: Vec<(&'static str, &'static str, String)>,
}

/// Most messages are larger than this and smaller than four times it.
const FIRST_CAPACITY: usize = 1024;

const NO_NAMESPACE: Scope = Scope {
    namespace: NsId::NONE,
    prefix: Prefix::Literal(""),
    bound: true,
};

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// A writer that has written nothing.
    #[must_use]
    pub fn new() -> Self {
        Self {
            out: String::with_capacity(FIRST_CAPACITY),
            uris: Uris::new(PREDEFINED),
            bindings: Stack::new(),
            recent: None,
            element: NO_NAMESPACE,
            document: NsId::NONE,
            declared_to: 0,
            content_from: usize::MAX,
            on_next: None,
            mapped: Vec::new(),
            error: None,
        }
    }

    /// Writes the namespace `from` as `to` from now on.
    pub(crate) fn map_namespace(&mut self, from: &str, to: &str) {
        self.mapped.push((from.to_owned(), to.to_owned()));
    }

    /// The text that was written.
    ///
    /// # Errors
    ///
    /// The first value that could not be written.
    pub fn finish(self) -> Result<String> {
        match self.error {
            None => Ok(self.out),
            Some(error) => Err(error),
        }
    }

    /// How many bytes have been written.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    // Namespaces.

    #[inline]
    fn intern(&mut self, uri: &'static str) -> NsId {
        match self.uris.at_same_place(uri) {
            Some(number) => NsId::of_number(number),
            None => self.intern_by_text(&Cow::Borrowed(uri)),
        }
    }

    #[inline(never)]
    fn intern_by_text(&mut self, uri: &Cow<'static, str>) -> NsId {
        NsId::of_number(self.uris.intern(uri))
    }

    /// How the elements of a namespace are named inside the current element.
    #[inline]
    #[doc(hidden)]
    pub fn scope(&mut self, uri: &'static str, prefix: &'static str) -> Scope {
        let same = |a: &str, b: &str| std::ptr::eq(a, b);
        if let Some((_, _, namespace)) = self
            .recent
            .filter(|(recent, bound, _)| same(recent, uri) && same(bound, prefix))
        {
            return Scope {
                namespace,
                prefix: Prefix::Literal(prefix),
                bound: true,
            };
        }
        self.looked_up_scope(uri, prefix)
    }

    fn looked_up_scope(&mut self, uri: &'static str, prefix: &'static str) -> Scope {
        let namespace = self.intern(uri);
        let bound = self.is_bound(prefix, namespace);
        self.recent = bound.then_some((uri, prefix, namespace));
        Scope {
            namespace,
            prefix: Prefix::Literal(prefix),
            bound,
        }
    }

    /// How elements that have the current element's namespace are named inside it.
    pub(crate) fn element_scope(&self) -> Scope {
        if let Prefix::Bound(_) = self.element.prefix {
            return self.element;
        }
        // Names joined beforehand for another type have no prefix, so it goes by its binding.
        let bound = match self.element.prefix.literal() {
            "" => None,
            prefix => self.bindings.last_index(|binding| binding.prefix == prefix),
        };
        let prefix = bound.map_or(Prefix::Literal(""), Prefix::Bound);
        Scope {
            prefix,
            ..self.element
        }
    }

    /// How the document element of a type is named.
    pub(crate) fn root_scope(&mut self, uri: &'static str, prefix: &'static str) -> Scope {
        Scope {
            prefix: Prefix::Named(prefix),
            ..self.scope(uri, prefix)
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

    fn binding(&self, prefix: &str) -> Option<NsId> {
        let bound = self
            .bindings
            .iter()
            .rev()
            .find(|binding| binding.prefix == prefix);
        match bound {
            Some(binding) => Some(binding.namespace),
            None if prefix.is_empty() => Some(NsId::NONE),
            None if prefix == "xml" => Some(NsId::XML),
            None => None,
        }
    }

    #[inline]
    fn is_bound(&self, prefix: &str, namespace: NsId) -> bool {
        self.binding(prefix) == Some(namespace)
    }

    /// Declares a prefix on the element whose start tag is being written.
    fn declare(&mut self, prefix: Cow<'static, str>, namespace: NsId) {
        let uri = self
            .uris
            .get(namespace.number())
            .cloned()
            .unwrap_or_default();
        let uri = match self.mapped.iter().find(|(from, _)| *from == uri) {
            Some((_, to)) => Cow::Owned(to.clone()),
            None => uri,
        };
        if is_reserved_namespace(&uri) {
            self.fail(format!("the namespace `{uri}`, which must not be declared"));
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
        self.push_text(&uri, Place::Attribute);
        self.out.push('"');
        self.declared_to = self.out.len();
        self.out.push_str(&attributes);
        self.bindings.push(Binding { prefix, namespace });
        self.recent = None;
    }

    /// Declares a prefix for `uri` on the element whose start tag is being written, unless it is
    /// in scope already. A prefix that is bound to another namespace there stays so.
    pub(crate) fn declare_prefix(&mut self, prefix: &Cow<'static, str>, uri: &Cow<'static, str>) {
        if self.binding(prefix).is_none() {
            let namespace = self.intern_by_text(uri);
            self.declare(prefix.clone(), namespace);
        }
    }

    /// Binds a prefix to `uri` on the element whose start tag is being written, whatever it is bound
    /// to outside. The element's own prefix stays as it is: the element is named with it.
    pub(super) fn redeclare_prefix(&mut self, prefix: &Cow<'static, str>, uri: &Cow<'static, str>) {
        let own = match self.element.prefix {
            Prefix::Bound(index) => self
                .bindings
                .get(index)
                .map_or("", |own| own.prefix.as_ref()),
            other => other.literal(),
        };
        if prefix == own {
            return;
        }
        let namespace = self.intern_by_text(uri);
        if !self.is_bound(prefix, namespace) {
            self.declare(prefix.clone(), namespace);
        }
    }

    /// A prefix for a name that cannot do without: one that is bound to the namespace, else
    /// `wanted`, else `ns1`, `ns2`, … declared on the element whose start tag is being written.
    fn prefix_for(&mut self, namespace: NsId, wanted: Option<&str>) -> Cow<'static, str> {
        let wanted = wanted.filter(|prefix| !prefix.is_empty() && namespace != NsId::XML);
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
            NsId::XSI if self.binding("xsi").is_none() => Cow::Borrowed("xsi"),
            _ => self.free_prefix(),
        };
        self.declare(prefix.clone(), namespace);
        prefix
    }

    /// A prefix in scope that is bound to the namespace, and not bound anew further in.
    fn bound_prefix(&self, namespace: NsId) -> Option<Cow<'static, str>> {
        if namespace == NsId::XML {
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

    fn free_prefix(&self) -> Cow<'static, str> {
        let candidates = (1..).map(|number: u32| format!("ns{number}"));
        let mut free = candidates.filter(|prefix| self.binding(prefix).is_none());
        Cow::Owned(free.next().unwrap_or_default())
    }

    // Elements.

    /// Gives the next element declarations or attributes.
    pub(crate) fn on_next(&mut self, on_next: OnNext) {
        self.on_next = Some(on_next);
    }

    /// Begins a start tag. Attributes may follow, then [`content`](Self::content), and at
    /// last [`end`](Self::end) with the same name.
    #[inline]
    pub(crate) fn start(&mut self, name: ElementName<'_>) -> OpenElement {
        let opened = OpenElement {
            outer_bindings: self.bindings.len(),
            outer: self.element,
        };
        let scope = name.scope;
        match scope.prefix {
            Prefix::Literal(_) => {
                let open = name.name.open;
                self.out
                    .push_str(open.get(..open.len() - 1).unwrap_or_default());
            }
            Prefix::Named(prefix) => {
                self.out.push('<');
                self.push_name(prefix, name.name.local);
            }
            Prefix::Bound(binding) => {
                self.out.push('<');
                self.push_prefixed(binding, name.name.local);
            }
        }
        self.declared_to = self.out.len();
        if !scope.bound {
            self.declare(Cow::Borrowed(scope.prefix.literal()), scope.namespace);
        }
        self.enter(scope);
        opened
    }

    #[inline]
    fn enter(&mut self, scope: Scope) {
        self.element = Scope {
            bound: true,
            ..scope
        };
        if let Some(on_next) = self.on_next.take() {
            self.start_with(on_next);
        }
    }

    fn start_with(&mut self, on_next: OnNext) {
        if let Some(facts) = on_next.facts {
            self.declare_facts(facts(), &mut Stack::new());
        }
        for (uri, local, value) in on_next.attributes {
            self.named_attribute("", &Cow::Borrowed(uri), local, &value);
        }
    }

    fn push_prefixed(&mut self, binding: usize, local: &str) {
        if let Some(binding) = self.bindings.get(binding) {
            self.out.push_str(&binding.prefix);
            self.out.push(':');
        }
        self.out.push_str(local);
    }

    /// Declares every prefix of a type and its fields that is free, in source order. Types are
    /// visited once, for they may be recursive.
    fn declare_facts(&mut self, facts: &'static [Fact], seen: &mut Stack<&'static [Fact], 16>) {
        if facts.is_empty() || seen.iter().any(|known| std::ptr::eq(*known, facts)) {
            return;
        }
        seen.push(facts);
        for fact in facts {
            match fact {
                Fact::Prefix(prefix, uri) => {
                    self.declare_prefix(&Cow::Borrowed(prefix), &Cow::Borrowed(uri));
                }
                Fact::Type(facts) => self.declare_facts(facts(), seen),
            }
        }
    }

    /// Completes the start tag.
    #[inline]
    pub(crate) fn content(&mut self) {
        self.out.push('>');
        self.content_from = self.out.len();
    }

    /// Ends the element.
    #[inline]
    pub(crate) fn end(&mut self, opened: OpenElement, name: ElementName<'_>) {
        if self.out.len() == self.content_from {
            self.out.pop();
            self.out.push_str("/>");
        } else {
            match name.scope.prefix {
                Prefix::Literal(_) => self.out.push_str(name.name.close),
                Prefix::Named(prefix) => self.push_end(prefix, name.name.local),
                Prefix::Bound(binding) => {
                    self.out.push_str("</");
                    self.push_prefixed(binding, name.name.local);
                    self.out.push('>');
                }
            }
        }
        self.leave(opened);
    }

    /// Whether nothing has to be declared or added in the start tag of an element of this name.
    #[inline]
    pub(super) fn is_declared(&self, name: ElementName<'_>) -> bool {
        let literal = matches!(name.scope.prefix, Prefix::Literal(_));
        literal && name.scope.bound && self.on_next.is_none()
    }

    /// Writes an element that has text and no more, with the tags that were joined beforehand.
    #[inline]
    pub(super) fn leaf<T: WriteText>(&mut self, name: ElementName<'_>, value: &T) {
        self.out.push_str(name.name.open);
        let before = self.out.len();
        self.text(value);
        if self.out.len() == before {
            self.out.pop();
            self.out.push_str("/>");
        } else {
            self.out.push_str(name.name.close);
        }
    }

    /// Writes an element whose name is not known before the program runs: `write` gets the writer
    /// inside the start tag and completes it.
    pub(crate) fn element(
        &mut self,
        prefix: &Cow<'static, str>,
        uri: &Cow<'static, str>,
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
        uri: &Cow<'static, str>,
        local: &str,
        write: impl FnOnce(&mut Self),
    ) {
        let before = self.out.len();
        let opened = self.start_element(prefix, uri, local);
        write(self);
        let empty = self.out.len() == self.content_from;
        self.end_element(opened, prefix, local);
        if empty {
            self.out.truncate(before);
        }
    }

    pub(super) fn start_element(
        &mut self,
        prefix: &Cow<'static, str>,
        uri: &Cow<'static, str>,
        local: &str,
    ) -> OpenElement {
        let opened = OpenElement {
            outer_bindings: self.bindings.len(),
            outer: self.element,
        };
        let namespace = self.intern_by_text(uri);
        self.out.push('<');
        self.push_name(prefix, local);
        self.declared_to = self.out.len();
        if !self.is_bound(prefix, namespace) {
            self.declare(prefix.clone(), namespace);
        }
        let binding = self
            .bindings
            .last_index(|binding| binding.prefix == *prefix);
        let prefix = match binding {
            Some(binding) if !prefix.is_empty() => Prefix::Bound(binding),
            _ => Prefix::Literal(""),
        };
        if opened.outer_bindings == 0 && self.document == NsId::NONE {
            self.document = namespace;
        }
        self.element = Scope {
            namespace,
            prefix,
            bound: true,
        };
        opened
    }

    pub(super) fn end_element(&mut self, opened: OpenElement, prefix: &str, local: &str) {
        if self.out.len() == self.content_from {
            self.out.pop();
            self.out.push_str("/>");
        } else {
            self.push_end(prefix, local);
        }
        self.leave(opened);
    }

    #[inline]
    fn leave(&mut self, opened: OpenElement) {
        if self.bindings.len() > opened.outer_bindings {
            self.bindings.truncate(opened.outer_bindings);
            self.recent = None;
        }
        self.element = opened.outer;
    }

    fn push_end(&mut self, prefix: &str, local: &str) {
        self.out.push_str("</");
        self.push_name(prefix, local);
        self.out.push('>');
    }

    fn push_name(&mut self, prefix: &str, local: &str) {
        if !prefix.is_empty() {
            self.out.push_str(prefix);
            self.out.push(':');
        }
        self.out.push_str(local);
    }

    /// Completes the start tag, and writes text as the content.
    pub(crate) fn text_content(&mut self, text: &str) {
        self.content();
        self.push_text(text, Place::Content);
    }

    /// Completes the start tag, and writes a qualified name as the content.
    pub(crate) fn qname_content(&mut self, name: &QName) {
        self.declare_qname(name);
        self.content();
        self.push_qname(name);
    }

    // Attributes.

    /// Writes an attribute into the start tag that is being written.
    #[inline]
    pub(super) fn attribute<T: WriteText>(&mut self, name: &AttributeName, value: &T) {
        value.declare(self);
        match name.namespace {
            None => self.out.push_str(name.open),
            Some(uri) => self.push_attribute_name(name, uri),
        }
        value.write_text(&mut TextOut {
            writer: self,
            place: Place::Attribute,
        });
        self.out.push('"');
    }

    fn push_attribute_name(&mut self, name: &AttributeName, uri: &'static str) {
        let namespace = self.intern(uri);
        match name.prefix {
            Some(prefix) if self.is_bound(prefix, namespace) => self.out.push_str(name.open),
            wanted => {
                let prefix = self.prefix_for(namespace, wanted);
                self.push_attribute_start(&prefix, name.local);
            }
        }
    }

    fn push_attribute_start(&mut self, prefix: &str, local: &str) {
        self.out.push(' ');
        self.push_name(prefix, local);
        self.out.push_str("=\"");
    }

    /// Writes an attribute whose name is not known before the program runs.
    pub(crate) fn named_attribute(
        &mut self,
        wanted: &str,
        uri: &Cow<'static, str>,
        local: &str,
        value: &str,
    ) {
        let prefix = match self.intern_by_text(uri) {
            NsId::NONE => Cow::Borrowed(""),
            namespace => self.prefix_for(namespace, Some(wanted)),
        };
        self.push_attribute_start(&prefix, local);
        self.push_text(value, Place::Attribute);
        self.out.push('"');
    }

    // Text.

    /// Writes a value as the content of the current element.
    #[inline]
    pub(super) fn text<T: WriteText>(&mut self, value: &T) {
        value.write_text(&mut TextOut {
            writer: self,
            place: Place::Content,
        });
    }

    /// Writes text into the current element or attribute value.
    #[inline]
    pub(crate) fn push_text(&mut self, text: &str, place: Place) {
        if let Err(character) = escape(text, place, &mut self.out) {
            self.refuse_character(character);
        }
    }

    /// Writes text into the current element.
    pub(crate) fn push_content(&mut self, text: &str) {
        self.push_text(text, Place::Content);
    }

    /// Writes what is markup already, or needs no escaping.
    #[inline]
    pub(crate) fn push_raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Declares what a qualified name in content needs: a prefix for its namespace, or no default
    /// namespace if it is in none. To be called while the start tag is being written.
    pub(crate) fn declare_qname(&mut self, name: &QName) {
        let namespace = self.intern_by_text(name.namespace_cow());
        if namespace != NsId::NONE {
            self.prefix_for(namespace, None);
        } else if !self.is_bound("", NsId::NONE) {
            // Without a prefix the name would be read in the default namespace.
            if self.element_scope().is_prefixed() {
                self.declare(Cow::Borrowed(""), NsId::NONE);
            } else {
                let local = name.local();
                self.fail(format!(
                    "the name `{local}` in no namespace, where there is a default namespace"
                ));
            }
        }
    }

    pub(super) fn push_qname(&mut self, name: &QName) {
        let namespace = self.intern_by_text(name.namespace_cow());
        let prefix = match namespace {
            NsId::NONE => Cow::Borrowed(""),
            _ => self.bound_prefix(namespace).unwrap_or_default(),
        };
        if prefix.is_empty() && namespace != NsId::NONE {
            self.fail(format!(
                "the name `{name}`, for whose namespace no prefix is declared"
            ));
        }
        if !is_ncname(name.local()) {
            self.fail(format!("`{}` as a name, which it is not", name.local()));
            return;
        }
        self.push_name(&prefix, name.local());
    }

    // Errors.

    #[cold]
    fn refuse_character(&mut self, character: char) {
        let code = u32::from(character);
        self.fail(format!("the character U+{code:04X} is not allowed in XML"));
    }

    /// Keeps the first error, with its place.
    #[cold]
    pub(crate) fn fail(&mut self, problem: String) {
        if self.error.is_none() {
            let error = Error::new(ErrorKind::Unwritable(problem));
            self.error = Some(error.located(|| self.path(), None));
        }
    }

    /// Where the writer stands. What has been written says it, so that nothing has to be kept for it.
    fn path(&self) -> String {
        let (before_tag, tag) = self.out.rsplit_once('<').unwrap_or_default();
        if tag.contains('>') {
            return Reader::path_to_end(&self.out);
        }
        // In a start tag. An attribute whose value is not closed is the one that cannot be written.
        let local = |name: &str| {
            name.rsplit([':', ' '])
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let attribute = tag
            .rsplit_once("=\"")
            .filter(|(_, value)| !value.contains('"'));
        let attribute = attribute
            .map(|(name, _)| format!("/@{}", local(name)))
            .unwrap_or_default();
        let outer = Reader::path_to_end(before_tag);
        let separator = if outer.is_empty() { "" } else { "/" };
        let element = local(tag.split(' ').next().unwrap_or_default());
        format!("{outer}{separator}{element}{attribute}")
    }
}
