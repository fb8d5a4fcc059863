//! Names and values that are needed still when the text that they stand in is dropped.

use crate::xml::syntax::{RawName, Span};

/// What is carried over from a text that is dropped.
pub(super) struct Carried<'t> {
    pub(super) dropped: &'t str,
    pub(super) text: String,
}

impl Carried<'_> {
    /// Where the text of the span stands from now on.
    pub(super) fn span(&mut self, span: Span) -> Span {
        let start = self.text.len();
        self.text.push_str(span.of(self.dropped));
        Span::new(start, self.text.len())
    }

    pub(super) fn name(&mut self, name: RawName) -> RawName {
        let span = self.span(name.span);
        let local = span.start + (name.local - name.span.start);
        RawName { span, local }
    }
}
