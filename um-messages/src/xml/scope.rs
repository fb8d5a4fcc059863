//! Namespaces while reading: interned URIs, and the prefixes in scope.

use std::borrow::Cow;
use std::collections::HashMap;

use super::span::Span;

/// The namespace of `xml:lang` and its like (Namespaces in XML, section 3).
pub const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of namespace declarations themselves.
pub(super) const XMLNS_NAMESPACE: &str = "http://www.w3.org/2000/xmlns/";
/// The namespace of `xsi:nil` and `xsi:type` (XML Schema part 1, section 2.6).
pub const XSI_NAMESPACE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A namespace as one reader or writer knows it: equal numbers are equal namespaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NsId(u32);

impl NsId {
    /// No namespace.
    pub const NONE: Self = Self(0);
    pub(super) const XML: Self = Self(1);
    pub(super) const XSI: Self = Self(2);

    pub(super) fn of_index(index: usize) -> Self {
        Self(to_u32(index))
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A URI as it was sent: an index into the interned ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UriId(u32);

struct Uri<'de> {
    text: Cow<'de, str>,
    /// The namespace that the URI stands for: another spelling's, if this one is an alias.
    namespace: NsId,
}

/// A namespace declaration in scope.
#[derive(Clone, Copy)]
pub(super) struct Binding {
    /// Empty for the default namespace.
    pub(super) prefix: Span,
    key: PrefixKey,
    pub(super) uri: UriId,
}

/// A prefix as a number, so that comparing the usual ones takes one instruction: the bytes of one
/// that is at most seven bytes long, and its length.
#[derive(Clone, Copy, PartialEq, Eq)]
struct PrefixKey(u64);

impl PrefixKey {
    const EMPTY: Self = Self(0);

    #[inline]
    fn of(prefix: Span, text: &[u8]) -> Self {
        match prefix.len() {
            0 => Self::EMPTY,
            length @ 1..=7 => {
                let bytes = match text.get(prefix.start..).and_then(|rest| rest.first_chunk::<8>()) {
                    Some(bytes) => *bytes,
                    None => padded(prefix.bytes_of(text)),
                };
                let mask = (1_u64 << (8 * length)) - 1;
                Self((u64::from_le_bytes(bytes) & mask) | ((length as u64) << 56))
            }
            _ => Self(u64::MAX),
        }
    }

    const fn is_exact(self) -> bool {
        self.0 != u64::MAX
    }
}

#[cold]
fn padded(bytes: &[u8]) -> [u8; 8] {
    let mut padded = [0; 8];
    for (place, byte) in padded.iter_mut().zip(bytes) {
        *place = *byte;
    }
    padded
}

/// From this many URIs on they are found through a hash table.
const LINEAR: usize = 32;

pub(super) struct Scopes<'de> {
    uris: Vec<Uri<'de>>,
    /// Empty until there are more than `LINEAR` URIs.
    index: HashMap<Cow<'de, str>, UriId>,
    /// The URIs that the program asked for. They are string literals, so that the same address
    /// means the same text.
    asked: Vec<(&'static str, NsId)>,
    bindings: Vec<Binding>,
    /// What was resolved last: neighbours mostly have the same prefix.
    last: (PrefixKey, UriId),
}

impl<'de> Scopes<'de> {
    pub(super) fn new() -> Self {
        let mut uris = Vec::with_capacity(8);
        for (number, text) in ["", XML_NAMESPACE, XSI_NAMESPACE].into_iter().enumerate() {
            uris.push(Uri {
                text: Cow::Borrowed(text),
                namespace: NsId(to_u32(number)),
            });
        }
        Self {
            uris,
            index: HashMap::new(),
            asked: Vec::new(),
            bindings: Vec::with_capacity(8),
            last: (PrefixKey::EMPTY, UriId(NsId::NONE.0)),
        }
    }

    /// Makes `alias` another spelling of `canonical`, wherever it is declared from now on.
    pub(super) fn alias(&mut self, alias: &'static str, canonical: &'static str) {
        let namespace = self.namespace(canonical);
        let uri = self.intern(Cow::Borrowed(alias));
        if let Some(entry) = self.uris.get_mut(uri.0 as usize) {
            entry.namespace = namespace;
        }
        self.asked.retain(|&(text, _)| text != alias);
    }

    /// The namespace of a URI that the program names.
    #[inline]
    pub(super) fn namespace(&mut self, uri: &'static str) -> NsId {
        let known = self.asked.iter().find(|(text, _)| std::ptr::eq(*text, uri));
        match known {
            Some(&(_, namespace)) => namespace,
            None => self.ask(uri),
        }
    }

    #[cold]
    fn ask(&mut self, uri: &'static str) -> NsId {
        let id = self.intern(Cow::Borrowed(uri));
        let namespace = self.namespace_of(id);
        // One text can stand at several addresses; past the bound it is looked up each time.
        if self.asked.len() < LINEAR {
            self.asked.push((uri, namespace));
        }
        namespace
    }

    /// The namespace of a URI that is not the program's, if it has been declared or asked for.
    pub(super) fn find_namespace(&self, uri: &str) -> Option<NsId> {
        self.find(uri).map(|id| self.namespace_of(id))
    }

    fn find(&self, uri: &str) -> Option<UriId> {
        if self.uris.len() > LINEAR {
            return self.index.get(uri).copied();
        }
        let position = self.uris.iter().position(|known| known.text == uri)?;
        Some(UriId(to_u32(position)))
    }

    pub(super) fn intern(&mut self, text: Cow<'de, str>) -> UriId {
        if let Some(known) = self.find(&text) {
            return known;
        }
        let id = UriId(to_u32(self.uris.len()));
        self.uris.push(Uri {
            text,
            namespace: NsId(id.0),
        });
        self.index_new_uris();
        id
    }

    fn index_new_uris(&mut self) {
        if self.uris.len() <= LINEAR {
            return;
        }
        for number in self.index.len()..self.uris.len() {
            let text = self
                .uris
                .get(number)
                .map(|uri| uri.text.clone())
                .unwrap_or_default();
            self.index.insert(text, UriId(to_u32(number)));
        }
    }

    #[inline]
    pub(super) fn namespace_of(&self, uri: UriId) -> NsId {
        self.uris
            .get(uri.0 as usize)
            .map_or(NsId::NONE, |uri| uri.namespace)
    }

    /// The URI as it was sent.
    pub(super) fn uri(&self, uri: UriId) -> &str {
        self.uris.get(uri.0 as usize).map_or("", |uri| &uri.text)
    }

    /// The URI that a namespace goes by.
    pub(super) fn uri_of(&self, namespace: NsId) -> &str {
        self.uri(UriId(namespace.0))
    }

    pub(super) fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// Binds a prefix, which is a span of `text`.
    pub(super) fn declare(&mut self, prefix: Span, text: &[u8], uri: UriId) {
        let key = PrefixKey::of(prefix, text);
        self.bindings.push(Binding { prefix, key, uri });
        self.forget_last();
    }

    /// Leaves the scopes of all but the first `count` declarations.
    #[inline]
    pub(super) fn leave(&mut self, count: usize) {
        if count < self.bindings.len() {
            self.bindings.truncate(count);
            self.forget_last();
        }
    }

    /// What a prefix means has changed, perhaps.
    fn forget_last(&mut self) {
        self.last = (PrefixKey(u64::MAX), UriId(NsId::NONE.0));
    }

    /// What a prefix is bound to; the empty one to no namespace if there is no default one.
    /// `text` is what its span and those of the bindings refer to.
    #[inline]
    pub(super) fn resolve(&mut self, prefix: Span, text: &[u8]) -> Option<UriId> {
        let key = PrefixKey::of(prefix, text);
        if key == self.last.0 && key.is_exact() {
            return Some(self.last.1);
        }
        let uri = self.find_binding(key, prefix, text)?;
        self.last = (key, uri);
        Some(uri)
    }

    fn find_binding(&self, key: PrefixKey, prefix: Span, text: &[u8]) -> Option<UriId> {
        let bound = self.bindings.iter().rev().find(|binding| {
            binding.key == key
                && (key.is_exact() || binding.prefix.bytes_of(text) == prefix.bytes_of(text))
        });
        match bound {
            Some(binding) => Some(binding.uri),
            None if key == PrefixKey::EMPTY => Some(UriId(NsId::NONE.0)),
            None => Self::predeclared(prefix.bytes_of(text)),
        }
    }

    /// As [`resolve`](Self::resolve), for a prefix that does not stand in the text.
    pub(super) fn resolve_text(&self, prefix: &[u8], text: &[u8]) -> Option<UriId> {
        let mut bindings = self.bindings.iter().rev();
        match bindings.find(|binding| binding.prefix.bytes_of(text) == prefix) {
            Some(binding) => Some(binding.uri),
            None => Self::predeclared(prefix),
        }
    }

    #[cold]
    fn predeclared(prefix: &[u8]) -> Option<UriId> {
        match prefix {
            b"" => Some(UriId(NsId::NONE.0)),
            b"xml" => Some(UriId(NsId::XML.0)),
            _ => None,
        }
    }
}

/// Numbers of URIs. A document would need more than 4 GiB of distinct declarations to exceed them.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
