//! The part of the reader that says where something stands: for errors, and for types that ask where their element begins.

use super::reader::Reader;
use crate::error::Position;

impl Reader<'_> {
    /// The position of a byte of the text.
    pub(crate) fn position(&self, at: usize) -> Position {
        self.places.position(at, self.cursor.text())
    }

    /// Where the last token began.
    pub(super) fn token_position(&self) -> Position {
        self.position(self.cursor.token_at())
    }

    /// Where the start tag began before the last look at the content.
    pub(super) fn start_tag_position(&self) -> Position {
        let before_window = self.cursor.start_tag_began();
        before_window.unwrap_or_else(|| self.position(self.cursor.start_tag_at()))
    }

    /// Where the name and the value of an attribute of the last start tag began, if it has so many.
    pub(super) fn attribute_positions(&self, index: usize) -> Option<(Position, Position)> {
        let attribute = self.cursor.attribute(index)?;
        let before_window = self.cursor.attribute_began(index);
        Some(before_window.unwrap_or_else(|| {
            let name = self.position(attribute.name.span.start);
            (name, self.position(attribute.value.span.start))
        }))
    }

    /// Where the last text began.
    pub(super) fn text_position(&self) -> Position {
        let before_window = self.cursor.text_began();
        before_window.unwrap_or_else(|| self.position(self.cursor.text_at()))
    }

    /// Lets `read` read a type that asks where its element begins, behind the start tag of that.
    #[inline]
    pub(crate) fn with_position<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let at = if self.cursor.has_looked() {
            self.start_tag_position()
        } else {
            self.token_position()
        };
        self.with_element_at(at, read)
    }

    /// As [`with_position`](Self::with_position), behind the name in the start tag of an element that is read ahead.
    #[inline]
    pub(crate) fn with_position_ahead<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let behind_name = self.ahead.at;
        let before = self.cursor.text().get(..behind_name).unwrap_or_default();
        let at = before.rfind('<').unwrap_or(behind_name);
        self.with_element_at(self.position(at), read)
    }

    #[inline]
    fn with_element_at<T>(&mut self, position: Position, read: impl FnOnce(&mut Self) -> T) -> T {
        self.places.enter(position);
        let value = read(self);
        self.places.leave();
        value
    }

    /// Where the element begins of the type that is read and asked for it; where it has none, the element that the reader
    /// stands in: the Body, of the blocks of a Header that is not there.
    pub(crate) fn element_position(&self) -> Position {
        let innermost = self.places.element();
        innermost.unwrap_or_else(|| self.token_position())
    }
}
