//! Where the reader stands, for errors.

use super::super::options::ReadOptions;
use super::super::scan::Problem;
use super::super::tokenizer::Token;
use super::{Reader, Stranger};
use crate::error::{Error, ErrorKind, Position};

impl Reader<'_> {
    /// An error at the current element.
    #[must_use]
    #[cold]
    pub fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind).located(|| self.path(), Some(self.position(self.token_at)))
    }

    /// An error in the text, or an attribute, of the current element.
    #[cold]
    pub(in crate::xml) fn error_in_text(&self, error: Error, attribute: Option<usize>) -> Error {
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
    pub(in crate::xml) fn duplicate(&self) -> Error {
        self.error(ErrorKind::Duplicate(self.local().to_owned()))
    }

    /// The element that was just read to its end lacks an attribute, or its text.
    #[cold]
    pub(in crate::xml) fn missing(&self, kind: ErrorKind) -> Error {
        self.error(kind)
    }

    /// The element that was just read to its end lacks a child.
    #[cold]
    pub(in crate::xml) fn missing_element(&self, local: &str) -> Error {
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

    /// The path to the end of an unfinished text.
    pub(in crate::xml) fn path_to_end(xml: &str) -> String {
        let options = ReadOptions::new()
            .max_depth(usize::MAX)
            .max_namespaces(usize::MAX);
        let mut reader = Reader::from_str_with(xml, &options.max_attributes(usize::MAX));
        while !matches!(reader.token(), Ok(Token::EndOfDocument) | Err(_)) {}
        reader.path()
    }

    pub(super) fn path(&self) -> String {
        let text = &self.text;
        let names: Vec<&str> = self
            .open
            .iter()
            .map(|element| element.local(text))
            .collect();
        names.join("/")
    }

    pub(super) fn position(&self, at: usize) -> Position {
        match &self.stream {
            Some(stream) => stream.position(),
            None => position(&self.text, at),
        }
    }
}

/// Line and column of a byte.
fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or(text);
    // A line ends with LF, CR LF, or CR (XML 1.0 section 2.11).
    let lone_returns = before.replace("\r\n", "\n").matches('\r').count();
    let line = 1 + before.matches('\n').count() + lone_returns;
    let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let column = 1 + before.get(start..).map_or(0, |line| line.chars().count());
    Position {
        line,
        column,
        byte: before.len(),
    }
}
