//! Documents that are written in parts: chunks of text, none of which is held when the next one is made.
//!
//! The writer stops in a list whose items are made on the way, as soon as there is enough text. For the next chunk all is
//! written once more but the items that have been written, up to where the list was left; what was written before is
//! dropped, and so is what is written behind the place where the writer stops again. So a chunk has at least as much new text
//! as there is around the lists, and all chunks together take time linear in the text.

use super::parts::{End, Parts};
use super::writer::Writer;
use crate::error::Result;

/// A chunk has at least so many bytes, but the last one.
const LEAST: usize = 32 * 1024;

/// A list that is being written.
#[derive(Clone, Copy)]
pub(crate) struct OpenList {
    /// Whether the writer may stop in it: it is in no item of another one.
    may_stop: bool,
}

impl Writer {
    /// A list begins whose items are made on the way. `None` if none of them is to be written now: they have been, or
    /// will be.
    pub(crate) fn begin_list(&mut self) -> Option<OpenList> {
        let length = self.length();
        let parts = self.parts.as_mut().filter(|parts| !parts.is_in_list);
        let Some(parts) = parts else {
            return Some(OpenList { may_stop: false });
        };
        let number = parts.count;
        parts.count += 1;
        let is_over = parts.resumed.is_some_and(|resumed| number < resumed);
        if is_over || parts.end.is_some() {
            parts.passed += 1;
            return None;
        }
        parts.is_in_list = true;
        parts.list_at = length;
        if parts.resumed == Some(number) {
            parts.start = length;
        }
        Some(OpenList { may_stop: true })
    }

    /// Whether there is enough text for a chunk, so that a list which has further items should be left.
    pub(crate) fn is_chunk(&self, list: OpenList) -> bool {
        let parts = self.parts.as_ref().filter(|_| list.may_stop);
        parts.is_some_and(|parts| self.length() - parts.start >= parts.least)
    }

    /// The list has been written to its end, or is left where it is to go on for the next chunk.
    pub(crate) fn leave_list(&mut self, list: OpenList, is_over: bool) {
        let length = self.length();
        if let Some(parts) = self.parts.as_mut().filter(|_| list.may_stop) {
            parts.is_in_list = false;
            if !is_over {
                let list = parts.count - 1;
                parts.end = Some(End { at: length, list });
            }
        }
    }

    /// How many lists there were of which no item is written now.
    pub(crate) fn passed_lists(&self) -> usize {
        self.parts.as_ref().map_or(0, |parts| parts.passed)
    }

    /// Whether prefixes are declared where they are needed, for what stands before may have been sent.
    pub(super) fn declares_at_once(&self) -> bool {
        self.parts.is_some()
    }
}

/// The chunks of a document, which `write` writes, each time in the same way.
pub(crate) struct Chunks<W> {
    write: W,
    /// How the next one is to be written, if there is one.
    next: Option<Parts>,
    text: String,
}

impl<W: FnMut(&mut Writer) -> Result<()>> Chunks<W> {
    pub(crate) fn new(write: W) -> Self {
        Self {
            write,
            next: Some(Parts::new(None, LEAST)),
            text: String::new(),
        }
    }

    /// Writes the document as far as the next chunk.
    fn write_chunk(&mut self, parts: Parts) -> Result<Vec<u8>> {
        let mut writer = Writer::reusing(std::mem::take(&mut self.text));
        writer.parts = Some(Box::new(parts));
        (self.write)(&mut writer)?;
        let parts = writer.parts.take();
        self.text = writer.finish()?;
        let Some(parts) = parts else {
            return Ok(Vec::new());
        };
        let end = parts.end.as_ref().map_or(self.text.len(), |end| end.at);
        let chunk = self.text.get(parts.start..end).unwrap_or_default();
        if let Some(End { at, list }) = parts.end {
            let around = self.text.len() - (at - parts.list_at);
            self.next = Some(Parts::new(Some(list), LEAST.max(around)));
        }
        Ok(chunk.as_bytes().to_vec())
    }
}

impl<W: FnMut(&mut Writer) -> Result<()>> Iterator for Chunks<W> {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Result<Vec<u8>>> {
        let parts = self.next.take()?;
        Some(self.write_chunk(parts))
    }
}
