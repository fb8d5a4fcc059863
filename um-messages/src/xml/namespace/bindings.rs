//! Namespaces while reading: the prefixes in scope.

use std::borrow::Cow;
use std::sync::Arc;

use super::ids::{NamespaceId, UriId};
use super::inline_stack::InlineStack;
use super::interner::Interner;
use super::prefix_index::PrefixIndex;
use super::prefix_key::PrefixKey;
use super::scope::{Declaration, Scope};
use super::type_info::TypeInfo;
use crate::qname::SharedText;
use crate::xml::syntax::Span;

/// A namespace declaration in scope.
#[derive(Clone, Copy, Default)]
pub(crate) struct Binding {
    /// Empty for the default namespace.
    pub(crate) prefix: Span,
    key: PrefixKey,
    pub(crate) uri: UriId,
    /// The number of the binding of this prefix that is hidden by it, if they are in the index.
    shadowed: Option<usize>,
}

impl Binding {
    const NONE: Self = Self {
        prefix: Span::new(0, 0),
        key: PrefixKey::EMPTY,
        uri: UriId::NONE,
        shadowed: None,
    };
}

/// Most documents have no more.
type InScope = InlineStack<Binding, 4>;

/// The declarations in scope at a place, while those at another one are.
pub(crate) struct SetAside {
    in_scope: InScope,
    index: PrefixIndex,
    scopes: Vec<(usize, Arc<Scope>)>,
}

/// How many of the program's URIs are remembered by their address.
const REMEMBERED: usize = 32;

/// So many URIs that are in use no more are forgotten at once, so that it costs little for each.
const MANY: u32 = 256;

/// How many bindings are looked at for a prefix of a namespace.
const LOOKED_AT: usize = 16;

pub(crate) struct Bindings<'de> {
    uris: Interner<'de>,
    /// The last of those that have been named by who reads the document, and need not be declared in it.
    last_named: u32,
    /// Other spellings, and the namespaces that they stand for.
    aliases: InlineStack<(UriId, NamespaceId), 4>,
    /// The namespace that elements in none stand in.
    of_unqualified: NamespaceId,
    /// The types whose other spellings are among them.
    known_types: InlineStack<Option<&'static TypeInfo>, 4>,
    /// The URIs that the program asked for. They are string literals, so that the same address
    /// means the same text.
    asked: InlineStack<(&'static str, NamespaceId), 4>,
    in_scope: InScope,
    index: PrefixIndex,
    /// What was resolved last: neighbours mostly have the same prefix.
    last: (PrefixKey, UriId),
    /// The scopes of open elements, for who keeps something in them: how many bindings each has, and those.
    scopes: Vec<(usize, Arc<Scope>)>,
}

impl<'de> Bindings<'de> {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self {
            uris: Interner::new(),
            last_named: 0,
            aliases: InlineStack::new([(UriId::NONE, NamespaceId::NONE); 4]),
            known_types: InlineStack::new([None; 4]),
            of_unqualified: NamespaceId::NONE,
            asked: InlineStack::new([("", NamespaceId::NONE); 4]),
            in_scope: InScope::new([Binding::NONE; 4]),
            index: PrefixIndex::NONE,
            last: (PrefixKey::EMPTY, UriId::NONE),
            scopes: Vec::new(),
        }
    }

    /// Makes `alias` another spelling of a namespace, wherever it is declared from now on; an empty one, of elements in no
    /// namespace.
    pub(crate) fn alias(&mut self, alias: Cow<'de, str>, namespace: NamespaceId) {
        if alias.is_empty() {
            self.of_unqualified = namespace;
            return;
        }
        let uri = self.intern(alias);
        if (self.aliases)
            .find(|known| *known == (uri, namespace))
            .is_some()
        {
            return;
        }
        self.aliases.push((uri, namespace));
        let (asked, uris) = (&mut self.asked, &self.uris);
        let alias = uris.get(uri.number());
        let is_alias = |(text, _): &(&str, _)| alias == Some(*text);
        if asked.find(is_alias).is_some() {
            asked.truncate(0);
        }
    }

    /// Whether there are other spellings of namespaces.
    pub(crate) fn has_aliases(&self) -> bool {
        self.aliases.len() > 0 || self.of_unqualified != NamespaceId::NONE
    }

    /// Whether a type, whose other spellings are known from now on, is met for the first time.
    pub(crate) fn meets(&mut self, info: &'static TypeInfo) -> bool {
        let is_known = self.knows(info);
        if !is_known {
            self.known_types.push(Some(info));
        }
        !is_known
    }

    /// Whether the other spellings of a type are known.
    pub(crate) fn knows(&self, info: &'static TypeInfo) -> bool {
        let mut known = self.known_types.iter().flatten();
        known.any(|known| std::ptr::eq(*known, info))
    }

    /// The namespace of a URI that the program names.
    #[inline]
    pub(crate) fn namespace(&mut self, uri: &'static str) -> NamespaceId {
        match (self.asked).find(|(text, _)| std::ptr::eq(*text, uri)) {
            Some(&(_, namespace)) => namespace,
            None => self.ask(uri),
        }
    }

    #[cold]
    fn ask(&mut self, uri: &'static str) -> NamespaceId {
        let id = self.intern(Cow::Borrowed(uri));
        let namespace = self.namespace_of(id);
        // One text can stand at several addresses; past the bound it is looked up each time.
        if self.asked.len() < REMEMBERED {
            self.asked.push((uri, namespace));
        }
        namespace
    }

    /// The namespace of a URI that is not the program's, if it has been declared or asked for.
    pub(crate) fn find_namespace(&self, uri: &str) -> Option<NamespaceId> {
        let number = self.uris.find(uri)?;
        Some(self.namespace_of(UriId::of_number(number)))
    }

    /// The number of a URI that somebody names. It stays so.
    pub(crate) fn intern(&mut self, uri: Cow<'de, str>) -> UriId {
        let id = self.intern_declared(uri);
        self.note_named(NamespaceId::of_number(id.number()));
        id
    }

    /// Somebody goes by a namespace, whether a prefix is bound to it or not.
    pub(crate) fn note_named(&mut self, namespace: NamespaceId) {
        self.last_named = self.last_named.max(namespace.number());
    }

    /// The number of a URI that a prefix is bound to. It stays so as long as one is.
    pub(crate) fn intern_declared(&mut self, uri: Cow<'de, str>) -> UriId {
        let known = self.uris.find(&uri);
        UriId::of_number(known.unwrap_or_else(|| self.uris.add(uri)))
    }

    /// The last URI that somebody has named, or a prefix is bound to, if there are many behind it.
    pub(crate) fn last_before_many(&self) -> Option<UriId> {
        let bound = self.in_scope().iter().map(|binding| binding.uri.number());
        let last = bound.fold(self.last_named, u32::max);
        let are_many = self.uris.get(last.saturating_add(MANY)).is_some();
        are_many.then_some(UriId::of_number(last))
    }

    /// Forgets the URIs behind this one: others get their numbers.
    #[cold]
    pub(crate) fn forget_behind(&mut self, last: UriId) {
        self.uris.forget_behind(last.number());
    }

    /// The URI as it was sent, as a text of its own if it is not borrowed from the document.
    pub(crate) fn cloned_uri(&self, uri: UriId) -> Cow<'de, str> {
        self.uris.cloned(uri.number())
    }

    #[inline]
    pub(crate) fn namespace_of(&self, uri: UriId) -> NamespaceId {
        let alias = self.aliases.find(|(alias, _)| *alias == uri);
        alias.map_or(NamespaceId::of_number(uri.number()), |&(_, namespace)| {
            namespace
        })
    }

    /// The namespace of an element whose URI was sent.
    #[inline]
    pub(crate) fn namespace_of_element(&self, uri: UriId) -> NamespaceId {
        if uri == UriId::NONE {
            self.of_unqualified
        } else {
            self.namespace_of(uri)
        }
    }

    /// The URI as it was sent.
    pub(crate) fn uri(&self, uri: UriId) -> &str {
        self.uris.get(uri.number()).unwrap_or_default()
    }

    /// The URI as it was sent, for who keeps it.
    pub(crate) fn shared_uri(&self, uri: UriId) -> SharedText {
        self.uris.shared(uri.number())
    }

    /// The URI that a namespace goes by, for who keeps it.
    pub(crate) fn shared_uri_of(&self, namespace: NamespaceId) -> SharedText {
        self.uris.shared(namespace.number())
    }

    /// The URI that a namespace goes by.
    pub(crate) fn uri_of(&self, namespace: NamespaceId) -> &str {
        self.uri(UriId::of_number(namespace.number()))
    }

    pub(crate) fn in_scope(&self) -> &[Binding] {
        self.in_scope.as_slice()
    }

    /// A prefix that is bound to a namespace, of the innermost ones; the empty one if elements without a prefix are in it. Where it
    /// is used it is one of few.
    pub(crate) fn prefix_of(&self, namespace: NamespaceId, text: &str) -> Option<Span> {
        let bytes = text.as_bytes();
        let means = |prefix: Span| {
            let uri = self.resolve_text(prefix.bytes_of(bytes), bytes)?;
            Some(self.namespace_of_element(uri))
        };
        let in_scope = self
            .in_scope
            .iter()
            .rev()
            .take(LOOKED_AT)
            .map(|binding| binding.prefix);
        let mut prefixes = in_scope.chain([Span::default()]);
        prefixes.find(|&prefix| means(prefix) == Some(namespace))
    }

    /// Binds a prefix, which is a span of `text`.
    pub(crate) fn declare(&mut self, prefix: Span, text: &[u8], uri: UriId) {
        self.in_scope.push(Binding {
            key: PrefixKey::of(prefix, text),
            prefix,
            uri,
            shadowed: None,
        });
        if self.index.is_used() {
            self.add_to_index(self.in_scope.len() - 1, text);
        } else if self.index.is_due(self.in_scope.len()) {
            self.add_to_index(0, text);
        }
        self.forget_last();
    }

    #[cold]
    fn add_to_index(&mut self, from: usize, text: &[u8]) {
        for (number, binding) in self
            .in_scope
            .as_mut_slice()
            .iter_mut()
            .enumerate()
            .skip(from)
        {
            binding.shadowed = self.index.bind(binding.prefix.bytes_of(text), number);
        }
    }

    /// Leaves the scopes of all but the first `count` declarations. `text` is what their prefixes refer to.
    #[inline]
    pub(crate) fn leave(&mut self, count: usize, text: &[u8]) {
        if count < self.in_scope.len() {
            if self.index.is_used() {
                let left = self.in_scope.iter().skip(count).rev();
                left.for_each(|it| self.index.unbind(it.prefix.bytes_of(text), it.shadowed));
            }
            self.in_scope.truncate(count);
            self.forget_last();
            let open = self
                .scopes
                .partition_point(|(bindings, _)| *bindings <= count);
            self.scopes.truncate(open);
        }
    }

    /// Goes to another place of the document, where these declarations are in scope: each a prefix, and what it is bound to.
    #[cold]
    pub(crate) fn go_to(&mut self, around: &[(Span, UriId)], text: &[u8]) -> SetAside {
        let aside = SetAside {
            in_scope: std::mem::take(&mut self.in_scope),
            index: std::mem::take(&mut self.index),
            scopes: std::mem::take(&mut self.scopes),
        };
        for &(prefix, uri) in around {
            self.declare(prefix, text, uri);
        }
        self.forget_last();
        aside
    }

    /// Comes back to a place that was left.
    #[cold]
    pub(crate) fn come_back(&mut self, aside: SetAside) {
        self.in_scope = aside.in_scope;
        self.index = aside.index;
        self.scopes = aside.scopes;
        self.forget_last();
    }

    /// The prefixes stand elsewhere now.
    pub(crate) fn move_prefixes(&mut self, mut moved: impl FnMut(Span) -> Span) {
        for binding in self.in_scope.as_mut_slice() {
            binding.prefix = moved(binding.prefix);
        }
    }

    /// What a prefix means has changed, perhaps.
    fn forget_last(&mut self) {
        self.last = (PrefixKey::INEXACT, UriId::NONE);
    }

    /// The scope of an open element. `counts` says of each open element from the outermost one to it how many
    /// bindings are in scope there; `text` is what their prefixes refer to.
    pub(crate) fn scope(&mut self, counts: impl Iterator<Item = usize>, text: &str) -> Arc<Scope> {
        let mut innermost: Option<(usize, Arc<Scope>)> = None;
        for count in counts {
            let outside = innermost.as_ref().map_or(0, |(count, _)| *count);
            if count == outside {
                continue;
            }
            let known = (self.scopes).binary_search_by_key(&count, |(count, _)| *count);
            if let Some(scope) = known.ok().and_then(|index| self.scopes.get(index)) {
                innermost = Some(scope.clone());
                continue;
            }
            let own = self.in_scope().get(outside..count).unwrap_or_default();
            let own = own.iter().map(|binding| self.kept(*binding, text));
            let outer = innermost.map(|(_, scope)| scope);
            let scope = (count, Arc::new(Scope::inside(outer, own.collect())));
            self.scopes.push(scope.clone());
            innermost = Some(scope);
        }
        innermost.map(|(_, scope)| scope).unwrap_or_default()
    }

    /// A binding, for who keeps it.
    pub(crate) fn kept(&self, binding: Binding, text: &str) -> Declaration {
        Declaration {
            prefix: Cow::Owned(binding.prefix.of(text).to_owned()),
            uri: self.shared_uri(binding.uri),
        }
    }

    /// What a prefix is bound to; the empty one to no namespace if there is no default one.
    /// `text` is what its span and those of the bindings refer to.
    #[inline]
    pub(crate) fn resolve(&mut self, prefix: Span, text: &[u8]) -> Option<UriId> {
        let key = PrefixKey::of(prefix, text);
        if key == self.last.0 && key.is_exact() {
            return Some(self.last.1);
        }
        let uri = self.find_binding(key, prefix, text)?;
        self.last = (key, uri);
        Some(uri)
    }

    fn find_binding(&self, key: PrefixKey, prefix: Span, text: &[u8]) -> Option<UriId> {
        if self.index.is_used() {
            return self.resolve_text(prefix.bytes_of(text), text);
        }
        let bound = self.in_scope.iter().rev().find(|binding| {
            binding.key == key
                && (key.is_exact() || binding.prefix.bytes_of(text) == prefix.bytes_of(text))
        });
        match bound {
            Some(binding) => Some(binding.uri),
            None if key == PrefixKey::EMPTY => Some(UriId::NONE),
            None => Self::predeclared(prefix.bytes_of(text)),
        }
    }

    /// As [`resolve`](Self::resolve), for a prefix that does not stand in the text.
    pub(crate) fn resolve_text(&self, prefix: &[u8], text: &[u8]) -> Option<UriId> {
        let bound = if self.index.is_used() {
            let number = self.index.innermost(prefix);
            number.and_then(|number| self.in_scope.get(number))
        } else {
            let mut bindings = self.in_scope.iter().rev();
            bindings.find(|binding| binding.prefix.bytes_of(text) == prefix)
        };
        match bound {
            Some(binding) => Some(binding.uri),
            None => Self::predeclared(prefix),
        }
    }

    #[cold]
    fn predeclared(prefix: &[u8]) -> Option<UriId> {
        match prefix {
            b"" => Some(UriId::NONE),
            b"xml" => Some(UriId::XML),
            _ => None,
        }
    }
}
