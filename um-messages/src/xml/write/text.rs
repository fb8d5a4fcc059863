//! Text values on their way out.

use super::writer::Writer;
use crate::qname::QName;
use crate::xml::syntax::{TextContext, is_space};

/// Where a text value goes when it is written: into an element or an attribute, escaped as it has
/// to be there.
pub struct TextOut<'w> {
    pub(crate) writer: &'w mut Writer,
    pub(crate) context: TextContext,
    /// Whether it is all the content of its element, so that an element may stand for it.
    is_alone: bool,
}

impl<'w> TextOut<'w> {
    #[inline]
    pub(crate) fn new(writer: &'w mut Writer, context: TextContext) -> Self {
        Self {
            writer,
            context,
            is_alone: false,
        }
    }

    /// Where all the content of the current element goes.
    #[inline]
    pub(crate) fn alone(writer: &'w mut Writer) -> Self {
        Self {
            is_alone: true,
            ..Self::new(writer, TextContext::Content)
        }
    }

    /// The same place, for a text that others stand beside.
    pub(crate) fn beside_others(&mut self) -> TextOut<'_> {
        TextOut::new(self.writer, self.context)
    }
}

impl TextOut<'_> {
    /// Writes text. Characters that XML cannot carry become an error.
    #[inline]
    pub fn push(&mut self, text: &str) {
        self.writer.push_text(text, self.context);
    }

    /// Writes ASCII text that is known to need no escaping, such as a number.
    #[inline]
    pub(crate) fn push_plain(&mut self, text: &str) {
        self.writer.push_raw(text);
    }

    /// Lets ASCII text that needs no escaping be appended where it will stand.
    pub(crate) fn append_plain(&mut self, append: impl FnOnce(&mut String)) {
        self.writer.append_raw(append);
    }

    /// Makes a part of the bytes whose text would stand here, and writes the element that stands for it, if that is wanted and possible.
    pub(crate) fn extract(&mut self, bytes: &[u8]) -> bool {
        self.is_alone && self.writer.extract(bytes)
    }

    /// Writes the element that stands for a part (XOP section 2.1), where an element may stand.
    #[cfg(feature = "mtom")]
    pub(crate) fn push_include(&mut self, content_id: &str) {
        if self.is_alone {
            self.writer.include(content_id);
        } else {
            self.fail("a part where text alone may stand: in an attribute, a list or CDATA, or beside elements");
        }
    }

    /// Writes a qualified name with the prefix that [`WriteText::declare`] has seen to.
    ///
    /// [`WriteText::declare`]: super::WriteText::declare
    pub fn push_qname(&mut self, name: &QName) {
        self.writer.push_qname(name);
    }

    /// The text that would be written, as it is before it is escaped.
    pub(crate) fn raw(&mut self, write: impl FnOnce(&mut TextOut<'_>)) -> String {
        let from = self.writer.length();
        write(&mut TextOut::new(self.writer, TextContext::CData));
        self.writer.take_since(from)
    }

    /// Whether a prefix is bound to a namespace where the text goes.
    pub(crate) fn is_prefix_bound(&self, prefix: &str) -> bool {
        self.writer.is_prefix_bound(prefix)
    }

    /// Whether what was written since `from` is one word: it is not empty, and has no white space.
    pub(crate) fn is_word(&self, from: usize) -> bool {
        let written = self.writer.written_since(from);
        // References are written for white space alone, and where no CDATA section will be.
        let has_reference = self.context != TextContext::CData && written.contains("&#x");
        !written.is_empty() && !has_reference && !written.bytes().any(is_space)
    }

    /// Makes the whole message an error: the value cannot be written.
    pub fn fail(&mut self, problem: impl Into<String>) {
        self.writer.fail(problem.into());
    }
}
