//! Where the reader stands, for errors.

use super::reader::{Reader, Stranger};
use crate::error::{Error, ErrorKind, Position, Result};
use crate::qname::QName;
use crate::xml::syntax::Problem;

impl Reader<'_> {
    /// An error at the current element.
    #[must_use]
    #[cold]
    pub fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind).located(|| self.path(), Some(self.position(self.token_at)))
    }

    /// The error that the element has another name than one of these.
    ///
    /// ```
    /// use um_messages::xml::{QName, Reader};
    ///
    /// let mut reader = Reader::from_str("<Fax/>");
    /// reader.next_child()?;
    /// let error = reader.wrong_element([QName::local_only("Call")]);
    /// assert!(error.to_string().starts_with("element `Fax`, where `Call` is expected"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    #[cold]
    pub fn wrong_element(&self, expected: impl Into<Vec<QName>>) -> Error {
        self.error(ErrorKind::WrongElement {
            found: self.name(),
            expected: expected.into(),
        })
    }

    /// An error in the text, or an attribute, of the current element.
    #[cold]
    pub(crate) fn error_in_text(&self, error: Error, attribute: Option<usize>) -> Error {
        let Some(attribute) = attribute.and_then(|index| self.details.attributes.get(index)) else {
            return error.located(|| self.path(), Some(self.position(self.text_at)));
        };
        let name = attribute.name.span.of(&self.text);
        let position = Some(self.position(attribute.value.span.start));
        error.located(|| format!("{}/@{name}", self.path()), position)
    }

    #[cold]
    pub(super) fn limit(&self, limit: &'static str, max: usize) -> Error {
        self.error(ErrorKind::Limit { limit, max })
    }

    #[cold]
    pub(super) fn located(&self, problem: Problem) -> Error {
        let (kind, at) = *problem.0;
        Error::new(kind).located(|| self.path(), Some(self.position(at)))
    }

    /// The element stands here a second time.
    #[cold]
    pub(crate) fn duplicate(&self) -> Error {
        self.error(ErrorKind::Duplicate(self.local().to_owned()))
    }

    /// The attribute stands here a second time, under another spelling of its name.
    #[cold]
    pub(crate) fn duplicate_attribute(&self, index: usize) -> Error {
        let name = self.attribute_name(index).local().to_owned();
        self.error(ErrorKind::Duplicate(name))
    }

    /// Something is asked for behind an error of the document itself.
    #[cold]
    pub(super) fn behind_the_error(&self) -> Error {
        let rule = "nothing can be read behind an error of the document";
        self.error(ErrorKind::Syntax(rule.to_owned()))
    }

    /// The element that was just read to its end lacks a child.
    #[cold]
    pub(crate) fn missing_element(&self, local: &str) -> Error {
        let error = self.error(ErrorKind::MissingElement(local.to_owned()));
        let Some(stranger) = self.namesake(local) else {
            return error;
        };
        let found = stranger.local.of(&self.text);
        error.with_hint(match self.scopes.uri(stranger.uri) {
            _ if found != local => format!("there is a `{found}`"),
            "" => format!("there is a `{local}` in no namespace"),
            uri => format!("there is a `{local}` in namespace `{uri}`"),
        })
    }

    /// None of the elements of a choice stands in the element that was just read to its end.
    #[must_use]
    #[cold]
    pub fn missing_choice(&self, expected: &[&str]) -> Error {
        let names = expected.iter().map(|&name| name.to_owned());
        self.error(ErrorKind::MissingChoice(names.collect()))
    }

    /// The element is one of a choice of which another one stands already.
    #[must_use]
    #[cold]
    pub fn second_choice(&self) -> Error {
        self.error(ErrorKind::SecondChoice(self.local().to_owned()))
    }

    /// Insists that elements of fields stand in the order of the fields; `last` is the last one.
    ///
    /// # Errors
    ///
    /// If the element's field stands before the last one.
    #[doc(hidden)]
    pub fn in_order(&self, last: &mut usize, field: usize) -> Result<()> {
        if field < *last {
            return Err(self.error(ErrorKind::OutOfOrder(self.local().to_owned())));
        }
        *last = field;
        Ok(())
    }

    /// An error in the parent of the element that the reader stands in.
    #[cold]
    pub(crate) fn in_parent(&self, error: Error) -> Error {
        error.with_path(self.path_of(self.open.len().saturating_sub(1)))
    }

    /// An element that was skipped in the one just read, and has this local name but for case.
    fn namesake(&self, local: &str) -> Option<&Stranger> {
        let parent = self.open.last()?.start;
        if self.stream.is_some() {
            // The names of elements that are closed are gone.
            return None;
        }
        self.strangers.iter().find(|stranger| {
            let found = stranger.local.of(&self.text);
            stranger.parent == parent && found.eq_ignore_ascii_case(local)
        })
    }

    pub(super) fn path(&self) -> String {
        self.path_of(self.open.len())
    }

    /// The path to the open element at this depth.
    fn path_of(&self, depth: usize) -> String {
        let text = &self.text;
        let names: Vec<&str> = self
            .open
            .iter()
            .take(depth)
            .map(|element| element.local(text))
            .collect();
        names.join("/")
    }

    pub(super) fn position(&self, at: usize) -> Position {
        if let Some(stream) = &self.stream {
            return stream.position();
        }
        // Errors mostly come in the order of the text, and there can be many of them.
        let known = self.last_position.get();
        let from = if known.byte <= at { known } else { START };
        let position = advance(&self.text, from, at);
        self.last_position.set(position);
        position
    }
}

/// Where a text begins.
pub(super) const START: Position = Position {
    line: 1,
    column: 1,
    byte: 0,
};

/// The position of a byte at or behind `from`.
fn advance(text: &str, from: Position, at: usize) -> Position {
    let at = at.min(text.len());
    let Position {
        mut line,
        mut column,
        byte,
    } = from;
    let bytes = text.as_bytes();
    let mut before = byte
        .checked_sub(1)
        .and_then(|before| bytes.get(before))
        .copied();
    for &byte in bytes.get(byte..at).unwrap_or_default() {
        // A line ends with LF, CR LF, or CR (XML 1.0 section 2.11).
        if byte == b'\r' || (byte == b'\n' && before != Some(b'\r')) {
            line += 1;
            column = 1;
        } else if byte != b'\n' && !is_continuation(byte) {
            column += 1;
        }
        before = Some(byte);
    }
    Position {
        line,
        column,
        byte: at,
    }
}

/// Whether a byte of UTF-8 is not the first one of its character.
const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
