//! The open elements, and what prefixes mean inside them.

use std::borrow::Cow;
use std::sync::Arc;

use super::carried::Carried;
use super::cursor::{Cursor, State};
use super::options::ReadOptions;
use crate::error::{ErrorKind, Shown};
use crate::xml::namespace::{
    Bindings, NamespaceId, Scope, SetAside, UriId, XML_NAMESPACE, XMLNS_NAMESPACE,
};
use crate::xml::syntax::{
    Normalization, OpenName, Problem, RawAttribute, RawName, Span, first_twin, scan,
};

pub(super) struct OpenElements<'de> {
    open: Vec<OpenElement>,
    bindings: Bindings<'de>,
    /// The namespace whose attributes belong to the protocol that carries the message, so that
    /// they are never unknown ones.
    protocol: NamespaceId,
    /// The open elements that stand for others, to which they refer; outermost first.
    jumps: Vec<Jump>,
}

/// An open element whose attributes and content are those of another one, to which it refers.
struct Jump {
    /// Where the other one begins, and its name.
    target: usize,
    name: OpenName,
    /// The byte behind the element that refers.
    end: usize,
    /// How many declarations are in scope outside that, and around the other one.
    outer_bindings: usize,
    around: usize,
    /// What prefixes mean in the element that refers.
    aside: SetAside,
}

/// In place of the number of declarations outside an element: that of one that refers to another is in its `Jump`.
const ELSEWHERE: usize = usize::MAX;

/// For so many open elements there is room at once.
const USUAL_DEPTH: usize = 8;

pub(super) struct OpenElement {
    pub(super) name: OpenName,
    pub(super) uri: UriId,
    pub(super) namespace: NamespaceId,
    /// How many declarations are in scope outside the element.
    pub(super) outer_bindings: usize,
    children: usize,
}

impl OpenElement {
    #[inline]
    pub(super) fn local<'t>(&self, text: &'t str) -> &'t str {
        self.name.get().local().of(text)
    }
}

impl<'de> OpenElements<'de> {
    #[inline]
    pub(super) const fn new() -> Self {
        Self {
            open: Vec::new(),
            bindings: Bindings::new(),
            protocol: NamespaceId::NONE,
            jumps: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The open elements, outermost first.
    #[inline]
    pub(super) fn all(&self) -> &[OpenElement] {
        &self.open
    }

    #[inline]
    pub(super) fn innermost(&self) -> Option<&OpenElement> {
        self.open.last()
    }

    /// The name of the innermost one.
    #[inline]
    pub(super) fn name(&self) -> Option<&OpenName> {
        self.open.last().map(|element| &element.name)
    }

    #[inline]
    pub(super) fn bindings(&self) -> &Bindings<'de> {
        &self.bindings
    }

    #[inline]
    pub(super) fn bindings_mut(&mut self) -> &mut Bindings<'de> {
        &mut self.bindings
    }

    /// A prefix that elements of a namespace may have here.
    pub(super) fn prefix_of(&self, namespace: NamespaceId, text: &str) -> Option<Span> {
        match self.open.last() {
            Some(innermost) if innermost.namespace == namespace => {
                Some(innermost.name.get().prefix())
            }
            _ => self.bindings.prefix_of(namespace, text),
        }
    }

    /// How many declarations are in scope outside each, the innermost one first.
    pub(super) fn outer_counts(&self) -> impl Iterator<Item = usize> {
        let inside_out = self.open.iter().rev();
        inside_out.map(|element| self.outer_bindings_of(element))
    }

    /// How many declarations are in scope outside the innermost one.
    pub(super) fn outer_bindings(&self) -> usize {
        self.open
            .last()
            .map_or(0, |element| self.outer_bindings_of(element))
    }

    fn outer_bindings_of(&self, element: &OpenElement) -> usize {
        match (element.outer_bindings, self.jumps.last()) {
            (ELSEWHERE, Some(jump)) => jump.around,
            (count, _) => count,
        }
    }

    /// The scope around the innermost one, or its own if it is said how many declarations are in scope there.
    pub(super) fn scope(&mut self, own: Option<usize>, text: &str) -> Arc<Scope> {
        let is_elsewhere = |element: &OpenElement| element.outer_bindings == ELSEWHERE;
        let from = self.open.iter().rposition(is_elsewhere).unwrap_or(0);
        let inside = self.open.iter().skip(from);
        let outer: Vec<_> = inside
            .map(|element| self.outer_bindings_of(element))
            .collect();
        self.bindings.scope(outer.into_iter().chain(own), text)
    }

    pub(super) fn alias(&mut self, alias: Cow<'de, str>, namespace: NamespaceId) {
        self.bindings.alias(alias, namespace);
        if let Some(element) = self.open.last_mut() {
            element.namespace = self.bindings.namespace_of_element(element.uri);
        }
    }

    pub(super) fn protocol(&self) -> NamespaceId {
        self.protocol
    }

    pub(super) fn set_protocol(&mut self, namespace: NamespaceId) {
        self.protocol = namespace;
        self.bindings.note_named(namespace);
    }

    /// The start tag just read becomes the innermost open element.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    pub(super) fn enter(
        &mut self,
        cursor: &mut Cursor<'de>,
        options: &ReadOptions,
    ) -> Result<(), Problem> {
        let outer_bindings = self.bindings.in_scope().len();
        if !cursor.token_data().declarations.is_empty() {
            self.declare(cursor, options)?;
        }
        let uri = self.resolve(cursor.token_data().name.prefix(), cursor.text())?;
        if !cursor.token_data().attributes.is_empty() {
            self.resolve_attributes(cursor)?;
        }
        if let Some(parent) = self.open.last_mut() {
            parent.children += 1;
            if parent.children > options.max_children {
                return Err(cursor.limit("max_children", options.max_children));
            }
        }
        if self.open.len() >= options.max_depth {
            return Err(cursor.limit("max_depth", options.max_depth));
        }
        let namespace = self.bindings.namespace_of_element(uri);
        self.open.push(OpenElement {
            name: OpenName::new(&cursor.token_data().name),
            uri,
            namespace,
            outer_bindings,
            children: 0,
        });
        cursor.enter_content();
        Ok(())
    }

    /// Forgets the element that is closed.
    #[inline]
    pub(super) fn leave(&mut self, cursor: &mut Cursor<'de>) {
        cursor.set_state(State::Content);
        if let Some(closed) = self.open.last() {
            if closed.outer_bindings == ELSEWHERE {
                self.come_back(cursor);
            } else {
                self.bindings
                    .leave(closed.outer_bindings, cursor.text().as_bytes());
            }
            self.open.truncate(self.open.len() - 1);
        }
    }

    // References.

    /// The innermost element is another one, which begins at `target`, with what prefixes mean around that. Behind `end` the
    /// document goes on; where an element that is referred to refers further, that is known already.
    #[cold]
    pub(super) fn jump(
        &mut self,
        (target, end): (usize, usize),
        around: &[(Span, UriId)],
        text: &str,
    ) {
        let Some(element) = self.open.last_mut() else {
            return;
        };
        let outer_bindings = std::mem::replace(&mut element.outer_bindings, ELSEWHERE);
        let refers_further = outer_bindings == ELSEWHERE;
        let first = if refers_further {
            self.jumps.pop()
        } else {
            None
        };
        let (outer_bindings, end) = match first {
            None => (outer_bindings, end),
            Some(first) => {
                self.bindings.come_back(first.aside);
                (first.outer_bindings, first.end)
            }
        };
        let aside = self.bindings.go_to(around, text.as_bytes());
        self.jumps.push(Jump {
            target,
            name: OpenName::new(&RawName::default()),
            end,
            outer_bindings,
            around: self.bindings.in_scope().len(),
            aside,
        });
    }

    /// The start tag just read is that of the element that the innermost one refers to.
    #[cold]
    pub(super) fn enter_target(
        &mut self,
        cursor: &mut Cursor<'de>,
        options: &ReadOptions,
    ) -> Result<(), Problem> {
        if let Some(jump) = self.jumps.last_mut() {
            jump.name = OpenName::new(&cursor.token_data().name);
        }
        self.declare(cursor, options)?;
        self.resolve_attributes(cursor)?;
        cursor.enter_content();
        Ok(())
    }

    /// Comes back from an element that is closed to the one that refers to it.
    #[cold]
    fn come_back(&mut self, cursor: &mut Cursor<'de>) {
        if let Some(jump) = self.jumps.pop() {
            self.bindings.come_back(jump.aside);
            self.bindings
                .leave(jump.outer_bindings, cursor.text().as_bytes());
            cursor.go_to(jump.end);
        }
    }

    /// Whether an open element is one that begins there, because of a reference.
    pub(super) fn is_in_target(&self, target: usize) -> bool {
        self.jumps.iter().any(|jump| jump.target == target)
    }

    /// The name of the element that the innermost one refers to, if it does.
    pub(super) fn name_of_target(&self) -> Option<&OpenName> {
        let is_elsewhere = self.open.last()?.outer_bindings == ELSEWHERE;
        self.jumps
            .last()
            .filter(|_| is_elsewhere)
            .map(|jump| &jump.name)
    }

    /// Forgets all elements, and all but so many declarations.
    pub(super) fn forget_all(&mut self, bindings: usize, text: &str) {
        self.open.clear();
        self.bindings.leave(bindings, text.as_bytes());
    }

    /// Whether there are none, nor declarations or aliases.
    pub(super) fn is_untouched(&self) -> bool {
        self.open.is_empty() && self.bindings.in_scope().is_empty() && !self.bindings.has_aliases()
    }

    /// Whether a prefix has been bound since there were `outer` declarations in scope.
    pub(super) fn is_twin(&self, prefix: Span, outer: usize, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut own = self.bindings.in_scope().iter().skip(outer);
        own.any(|own| own.prefix.bytes_of(bytes) == prefix.bytes_of(bytes))
    }

    /// Binds a prefix, if it may be bound to that.
    pub(super) fn declare_allowed(
        &mut self,
        prefix: Span,
        uri: &'de str,
        text: &str,
    ) -> Option<UriId> {
        if forbidden_declaration(prefix.of(text), uri).is_some() {
            return None;
        }
        let uri = self.bindings.intern_declared(Cow::Borrowed(uri));
        self.bindings.declare(prefix, text.as_bytes(), uri);
        Some(uri)
    }

    /// Keeps the names and prefixes of the open elements.
    pub(super) fn keep(&mut self, kept: &mut Carried<'_>) {
        for element in &mut self.open {
            element.name = OpenName::new(&kept.name(element.name.get()));
        }
        self.bindings.move_prefixes(|prefix| kept.span(prefix));
    }

    fn declare(&mut self, cursor: &Cursor<'de>, options: &ReadOptions) -> Result<(), Problem> {
        if self.open.is_empty() {
            self.open.reserve(USUAL_DEPTH);
        }
        let text = cursor.text();
        let declarations = cursor.token_data().declarations.as_slice();
        let name = |declaration: &RawAttribute| declaration.name.span.bytes_of(text.as_bytes());
        let twin = first_twin(declarations, name).map(|(index, _)| index);
        for (index, declaration) in declarations.iter().enumerate() {
            if twin == Some(index) {
                let rule = "the same namespace prefix is declared twice on one element";
                return Err(scan::syntax(rule, declaration.name.span.start));
            }
            self.declare_one(declaration, cursor, options)?;
        }
        if self.bindings.in_scope().len() > options.max_namespaces {
            return Err(cursor.limit("max_namespaces", options.max_namespaces));
        }
        Ok(())
    }

    fn declare_one(
        &mut self,
        declaration: &RawAttribute,
        cursor: &Cursor<'de>,
        options: &ReadOptions,
    ) -> Result<(), Problem> {
        let name = declaration.name;
        let prefix = if name.has_prefix() {
            name.local()
        } else {
            Span::new(name.span.start, name.span.start)
        };
        let uri = cursor.value(
            &declaration.value,
            Normalization::Spaces,
            true,
            options.max_text,
        )?;
        if let Some(rule) = forbidden_declaration(prefix.of(cursor.text()), &uri) {
            let kind = ErrorKind::Namespace(rule.into());
            return Err(scan::problem(kind, name.span.start));
        }
        if uri.len() > options.max_uri {
            return Err(cursor.limit("max_uri", options.max_uri));
        }
        let uri = self.bindings.intern_declared(uri);
        self.bindings.declare(prefix, cursor.text().as_bytes(), uri);
        Ok(())
    }

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    fn resolve(&mut self, prefix: Span, text: &str) -> Result<UriId, Problem> {
        match self.bindings.resolve(prefix, text.as_bytes()) {
            Some(uri) => Ok(uri),
            None => Err(unbound(prefix, text)),
        }
    }

    /// Resolves the prefixes of the attributes, and refuses one that stands twice.
    fn resolve_attributes(&mut self, cursor: &mut Cursor<'de>) -> Result<(), Problem> {
        let (attributes, text) = cursor.attributes_mut();
        for attribute in attributes.iter_mut() {
            // Unprefixed attributes are in no namespace (Namespaces in XML, section 6.2).
            if attribute.name.has_prefix() {
                attribute.uri = self.resolve(attribute.name.prefix(), text)?.number();
            }
        }
        // `a:id="1" b:id="2"`, with both prefixes bound to one namespace, or `id="1" id="2"`.
        let bytes = text.as_bytes();
        let key =
            |attribute: &RawAttribute| (attribute.uri, attribute.name.local().bytes_of(bytes));
        match first_twin(attributes, key) {
            None => Ok(()),
            Some((index, twin)) => Err(twin_attribute(attributes, index, twin, text)),
        }
    }
}

/// An attribute stands twice: under one name, which XML forbids (section 3.1), or under two that mean the same, which Namespaces
/// in XML does (section 6.3).
#[cold]
fn twin_attribute(
    attributes: &[RawAttribute],
    index: usize,
    twin: &RawAttribute,
    text: &str,
) -> Problem {
    let (name, at) = (twin.name.span.of(text), twin.name.span.start);
    let mut before = attributes.iter().take(index);
    let is_same_name = before.any(|attribute| attribute.name.span.of(text) == name);
    let rule = format!("the attribute `{}` stands twice", Shown(name));
    if is_same_name {
        return scan::syntax(rule, at);
    }
    let rule = format!("{rule}, under two prefixes of one namespace");
    scan::problem(ErrorKind::Namespace(rule), at)
}

#[cold]
fn unbound(prefix: Span, text: &str) -> Problem {
    let rule = format!("the prefix `{}` is not declared", Shown(prefix.of(text)));
    scan::problem(ErrorKind::Namespace(rule), prefix.start)
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
