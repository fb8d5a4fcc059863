//! The text that is written, and the first thing that cannot be.

use crate::error::{Error, ErrorKind, Result};
use crate::xml::syntax::{TextContext, escape, path_to_end};

pub(super) struct Output {
    text: String,
    /// Where the content of the element whose start tag was completed last begins.
    content_from: usize,
    error: Option<Error>,
}

/// Most messages are larger than this and smaller than four times it.
const FIRST_CAPACITY: usize = 1024;

impl Output {
    pub(super) fn new() -> Self {
        Self::reusing(String::with_capacity(FIRST_CAPACITY))
    }

    pub(super) fn reusing(mut text: String) -> Self {
        text.clear();
        Self {
            text,
            content_from: usize::MAX,
            error: None,
        }
    }

    pub(super) fn finish(self) -> Result<String> {
        match self.error {
            None => Ok(self.text),
            Some(error) => Err(error),
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// What has been written from this place on.
    pub(super) fn since(&self, from: usize) -> &str {
        self.text.get(from..).unwrap_or_default()
    }

    /// Replaces the text.
    pub(super) fn edit(&mut self, edit: impl FnOnce(String) -> String) {
        self.text = edit(std::mem::take(&mut self.text));
    }

    /// Takes back what has been written from this place on.
    pub(super) fn take_since(&mut self, from: usize) -> String {
        self.text.split_off(from.min(self.text.len()))
    }

    /// Replaces what has been written from this place on by what `replace` makes of it, which is nothing if it was nothing.
    pub(super) fn replace_since(&mut self, from: usize, replace: fn(&str, &mut String)) {
        let written = self.take_since(from);
        if !written.is_empty() {
            replace(&written, &mut self.text);
            // What it stands in is not empty, however long it is now.
            self.content_from = usize::MAX;
        }
    }

    pub(super) fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
    }

    // What is markup already, or needs no escaping.

    #[inline]
    pub(super) fn push(&mut self, markup: char) {
        self.text.push(markup);
    }

    #[inline]
    pub(super) fn push_str(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Lets it be appended.
    pub(super) fn append(&mut self, append: impl FnOnce(&mut String)) {
        append(&mut self.text);
    }

    pub(super) fn push_name(&mut self, prefix: &str, local: &str) {
        if !prefix.is_empty() {
            self.text.push_str(prefix);
            self.text.push(':');
        }
        self.text.push_str(local);
    }

    pub(super) fn push_attribute_start(&mut self, prefix: &str, local: &str) {
        self.text.push(' ');
        self.push_name(prefix, local);
        self.text.push_str("=\"");
    }

    /// Writes start tags that are complete.
    pub(super) fn push_start(&mut self, tags: &str) {
        self.text.push_str(tags);
        self.content_from = self.text.len();
    }

    /// Completes the start tag.
    #[inline]
    pub(super) fn end_start_tag(&mut self) {
        self.text.push('>');
        self.content_from = self.text.len();
    }

    /// Whether nothing follows the start tag that was completed last.
    pub(super) fn is_empty_element(&self) -> bool {
        self.text.len() == self.content_from
    }

    /// Makes an empty-element tag of the start tag that was completed last, if nothing follows it.
    #[inline]
    pub(super) fn close_empty(&mut self) -> bool {
        self.close_empty_at(self.content_from)
    }

    /// Makes an empty-element tag of the start tag that ends at `content_from`, if nothing follows it.
    #[inline]
    pub(super) fn close_empty_at(&mut self, content_from: usize) -> bool {
        let empty = self.text.len() == content_from;
        if empty {
            self.text.pop();
            self.text.push_str("/>");
        }
        empty
    }

    pub(super) fn push_end(&mut self, prefix: &str, local: &str) {
        self.text.push_str("</");
        self.push_name(prefix, local);
        self.text.push('>');
    }

    // Text.

    /// Writes text into the current element or attribute value.
    #[inline]
    pub(super) fn push_text(&mut self, text: &str, context: TextContext) {
        if let Err(character) = escape(text, context, &mut self.text) {
            self.refuse_character(character);
        }
    }

    /// Makes a CDATA section of the text written since `from`. The section ends before what would
    /// end it, and for a CR, which would be read as LF (XML 1.0 section 2.11).
    pub(super) fn enclose_cdata(&mut self, from: usize) {
        let text = self.take_since(from);
        if text.is_empty() {
            return;
        }
        self.text.push_str("<![CDATA[");
        let text = text
            .replace("]]>", "]]]]><![CDATA[>")
            .replace('\r', "]]>&#xD;<![CDATA[");
        self.text.push_str(&text);
        self.text.push_str("]]>");
    }

    // What cannot be written.

    #[cold]
    fn refuse_character(&mut self, character: char) {
        let code = u32::from(character);
        self.fail(format!("the character U+{code:04X} is not allowed in XML"));
    }

    /// Remembers the first error, and where it is.
    #[cold]
    pub(super) fn fail(&mut self, problem: String) {
        self.fail_with(Error::new(ErrorKind::Unwritable(problem)));
    }

    #[cold]
    pub(super) fn fail_with(&mut self, error: Error) {
        if self.error.is_none() {
            self.error = Some(error.located(|| self.path(), None));
        }
    }

    pub(super) fn has_failed(&self) -> bool {
        self.error.is_some()
    }

    /// Lets the error say nothing of the value that cannot be written.
    #[cold]
    pub(super) fn hide_failure(&mut self) {
        self.error = self.error.take().map(Error::of_secret);
    }

    /// Where the writer stands. What has been written says it, so that nothing has to be kept for it.
    fn path(&self) -> String {
        let (before_tag, tag) = self.text.rsplit_once('<').unwrap_or_default();
        if tag.contains('>') {
            return path_to_end(&self.text);
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
        let outer = path_to_end(before_tag);
        let separator = if outer.is_empty() { "" } else { "/" };
        let element = local(tag.split(' ').next().unwrap_or_default());
        format!("{outer}{separator}{element}{attribute}")
    }
}
