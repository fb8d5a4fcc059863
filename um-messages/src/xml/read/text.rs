//! Text values on their way in.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::reader::Reader;
use crate::error::{Error, ErrorKind, Result, Shown};
use crate::qname::QName;
use crate::xml::syntax::{collapse, is_ncname, is_space, trim, trim_start};

/// A text that is read as a value: the content of an element, or an attribute.
///
/// References are resolved and line ends normalized; white space is as it was sent, and
/// [`token`](Self::token) is the text without it, as all types but the string-like ones want it
/// (XML Schema part 2, section 4.3.6).
pub struct TextIn<'r, 'de> {
    value: Cow<'de, str>,
    reader: &'r Reader<'de>,
    attribute: Option<usize>,
    /// Whether it is an attempt, whose errors need no place.
    attempt: bool,
    /// Whether it is the content id of a part that stands for the text.
    is_part: bool,
}

impl<'r, 'de> TextIn<'r, 'de> {
    #[inline]
    pub(super) fn new(
        value: Cow<'de, str>,
        reader: &'r Reader<'de>,
        attribute: Option<usize>,
    ) -> Self {
        Self {
            value,
            reader,
            attribute,
            attempt: false,
            is_part: false,
        }
    }

    /// A part that stands for the text, by its content id.
    pub(super) fn of_part(content_id: String, reader: &'r Reader<'de>) -> Self {
        Self {
            is_part: true,
            ..Self::new(Cow::Owned(content_id), reader, None)
        }
    }

    /// A text that a type is tried on; `reader` knows what is declared around it.
    #[inline]
    pub(crate) fn attempt(text: Cow<'de, str>, reader: &'r Reader<'de>) -> Self {
        Self {
            attempt: true,
            ..Self::new(text, reader, None)
        }
    }

    /// The text as it was sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// The text without white space at its ends.
    #[inline]
    #[must_use]
    pub fn token(&self) -> &str {
        trim(&self.value)
    }

    /// The text with each run of white space as one space, and none at its ends.
    #[must_use]
    pub fn collapsed(&self) -> Cow<'_, str> {
        collapse(&self.value)
    }

    /// The text as it was sent, borrowed from the input if it stands there as it is.
    #[inline]
    #[must_use]
    pub fn into_cow(self) -> Cow<'de, str> {
        self.value
    }

    /// The same text, for another attempt to read it.
    #[doc(hidden)]
    #[must_use]
    pub fn again(&self) -> Self {
        Self {
            value: self.value.clone(),
            attempt: true,
            ..*self
        }
    }

    /// The words of the text: what stands between white space.
    pub(crate) fn words(self) -> impl Iterator<Item = TextIn<'r, 'de>> {
        let Self {
            value,
            reader,
            attribute,
            attempt,
            is_part,
        } = self;
        let mut from = 0;
        std::iter::from_fn(move || {
            let rest = value.get(from..)?;
            let start = from + (rest.len() - trim_start(rest).len());
            let rest = value.get(start..).filter(|rest| !rest.is_empty())?;
            let length = rest.bytes().position(is_space).unwrap_or(rest.len());
            from = start + length;
            let word = match &value {
                Cow::Borrowed(text) => Cow::Borrowed(text.get(start..from)?),
                Cow::Owned(text) => Cow::Owned(text.get(start..from)?.to_owned()),
            };
            Some(Self {
                value: word,
                reader,
                attribute,
                attempt,
                is_part,
            })
        })
    }

    /// The content id of the part that stands for the text, if one does.
    pub(crate) fn content_id(&self) -> Option<&str> {
        self.is_part.then_some(&*self.value)
    }

    /// Whether there are parts, so that the bytes of one can be had.
    #[cfg(feature = "mtom")]
    pub(crate) fn has_parts(&self) -> bool {
        self.reader.has_parts()
    }

    /// The bytes of the part that stands for the text, if one does.
    ///
    /// # Errors
    ///
    /// If there is no such part.
    pub(crate) fn part(&self) -> Result<Option<&[u8]>> {
        let part = self.content_id().map(|id| self.reader.part(id));
        part.transpose().map_err(|error| self.error(error))
    }

    /// The error that the text is not what is expected, as in "an integer from 0 to 255". An expectation that is no constant
    /// may quote the text, and is not said where the text must not be: see [`Error::redacted`].
    #[must_use]
    #[cold]
    pub fn invalid(&self, expected: impl Into<Cow<'static, str>>) -> Error {
        self.error(Error::invalid_value(&self.value, expected))
    }

    /// As [`invalid`](Self::invalid), where the expectation does not quote the text.
    #[cold]
    pub(crate) fn unexpected(&self, expected: String) -> Error {
        self.error(Error::unexpected_value(&self.value, expected))
    }

    /// The error that the text is none of the values of an enumeration.
    #[must_use]
    #[cold]
    pub fn unknown_value(&self, known: &[&str]) -> Error {
        let mut expected = String::from(if known.len() == 1 { "" } else { "one of " });
        for (index, value) in known.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            // Writing to a string does not fail.
            let _ = write!(expected, "{separator}`{value}`");
        }
        self.unexpected(expected)
    }

    /// The error that the text is a value of none of several types, which each said why.
    #[doc(hidden)]
    #[must_use]
    #[cold]
    pub fn none_of<const N: usize>(&self, errors: [Error; N]) -> Error {
        let mut expected = Vec::with_capacity(N);
        for error in errors {
            let Some((said, unquoted)) = error.expectation() else {
                // It is about something else than the value.
                return self.error(error);
            };
            expected.push((said.to_owned(), unquoted.to_owned()));
        }
        let (said, unquoted): (Vec<_>, Vec<_>) = expected.into_iter().unzip();
        let unquoted = unquoted.join(", or ");
        self.unexpected(said.join(", or ")).with_unquoted(unquoted)
    }

    /// The text as a qualified name, its prefix resolved where the text stands; without a prefix
    /// the name is in the default namespace, if there is one (XML Schema part 2, section 3.2.18).
    ///
    /// # Errors
    ///
    /// If it is not a qualified name, or its prefix is not declared.
    pub fn qname(&self) -> Result<QName> {
        let text = self.token();
        self.resolve(text)
            .ok_or_else(|| match text.split_once(':') {
                Some((prefix, local)) if is_ncname(prefix) && is_ncname(local) => {
                    let prefix = Shown(prefix);
                    let expected = format!("a name whose prefix is declared (`{prefix}` is not)");
                    let unquoted = "a name whose prefix is declared".to_owned();
                    self.unexpected(expected).with_unquoted(unquoted)
                }
                _ => self.invalid("a qualified name"),
            })
    }

    /// What a qualified name means where the text stands, if it is one and its prefix is declared.
    pub(crate) fn resolve(&self, name: &str) -> Option<QName> {
        self.reader.resolve_qname(name)
    }

    /// The text, borrowed from the input.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotBorrowed`] if it does not stand there as it is.
    #[inline]
    pub fn into_borrowed(self) -> Result<&'de str> {
        match &self.value {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(_) => Err(self.error(Error::new(ErrorKind::NotBorrowed))),
        }
    }

    fn error(&self, error: Error) -> Error {
        if self.attempt {
            return error;
        }
        self.reader.error_in_text(error, self.attribute)
    }
}

/// `true`, `false`, `1` or `0` (XML Schema part 2, section 3.2.2).
#[inline]
pub(crate) fn xs_boolean(text: &TextIn<'_, '_>) -> Result<bool> {
    match text.token() {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err(text.invalid("`true`, `false`, `1` or `0`")),
    }
}
