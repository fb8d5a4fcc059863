//! Ranges of the text that is read.

/// A range of bytes of the text that a reader stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub(crate) const fn len(self) -> usize {
        self.end - self.start
    }

    /// The text of the span. Spans come from scanning `text`, so they lie inside it.
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub(crate) fn bytes_of(self, text: &[u8]) -> &[u8] {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the text of the span is `expected`.
    #[inline]
    pub(crate) fn is(self, expected: &str, text: &str) -> bool {
        self.bytes_of(text.as_bytes()) == expected.as_bytes()
    }
}

/// A qualified name as it is written: all of it, and where its local name begins.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RawName {
    pub(crate) span: Span,
    /// Where the local name begins: at the start of the span if there is no prefix.
    pub(crate) local: usize,
}

impl RawName {
    pub(crate) const fn has_prefix(self) -> bool {
        self.local != self.span.start
    }

    /// The prefix; an empty span without one.
    pub(crate) const fn prefix(self) -> Span {
        let colon = if self.has_prefix() { 1 } else { 0 };
        Span::new(self.span.start, self.local - colon)
    }

    pub(crate) const fn local(self) -> Span {
        Span::new(self.local, self.span.end)
    }
}

/// The name of an open element. Lengths instead of ends, because a copy of the name as the tokenizer
/// has just stored it would have to wait for those stores.
pub(crate) struct OpenName {
    start: usize,
    length: usize,
    /// How long the prefix and its colon are.
    prefix_length: usize,
}

impl OpenName {
    #[inline]
    pub(crate) const fn new(name: &RawName) -> Self {
        Self {
            start: name.span.start,
            length: name.span.len(),
            prefix_length: name.local - name.span.start,
        }
    }

    #[inline]
    pub(crate) const fn get(&self) -> RawName {
        RawName {
            span: self.span(),
            local: self.start + self.prefix_length,
        }
    }

    #[inline]
    pub(crate) const fn span(&self) -> Span {
        Span::new(self.start, self.start + self.length)
    }

    #[inline]
    pub(crate) const fn local_length(&self) -> usize {
        self.length - self.prefix_length
    }
}
