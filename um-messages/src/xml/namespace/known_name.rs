//! Names as they are looked for in a document.

use crate::xml::syntax::{Pattern, Span};

/// The local name of a field as it is looked for.
#[derive(Clone, Copy, Debug)]
pub struct KnownName(Pattern);

impl KnownName {
    /// That of what is not looked for.
    pub(super) const NONE: Self = Self(Pattern::NOWHERE);

    pub(crate) const fn new(text: &'static str) -> Self {
        Self(Pattern::of(text))
    }

    /// A name that ends at `end` in markup.
    pub(super) const fn within(markup: &'static str, end: usize, local: &str) -> Self {
        Self(Pattern::within(markup, end, local))
    }

    /// The markup that it stands in, or the name itself.
    pub(super) const fn markup(&self) -> &'static str {
        self.0.whole()
    }

    /// Where it ends there.
    pub(super) const fn end(&self) -> usize {
        self.0.end()
    }

    pub(crate) fn text(&self) -> &'static str {
        self.0.text()
    }

    /// The same, for the compiler.
    pub(crate) const fn bytes(&self) -> &'static [u8] {
        self.0.bytes()
    }

    pub(crate) const fn len(&self) -> usize {
        self.0.len()
    }

    /// The byte behind the name, if it stands at `at`.
    #[inline]
    pub(crate) fn end_at(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        self.0.end_at(at, bytes)
    }

    /// Whether it is the name that stands there.
    #[inline]
    pub(crate) fn is_at(&self, name: Span, bytes: &[u8]) -> bool {
        self.len() == name.len() && self.end_at(name.start, bytes).is_some()
    }
}
