//! The child elements of a Body, one after the other.

use crate::error::{EnvelopeProblem, Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::Reader;

/// The child elements of a Body that nobody has read yet. SOAP 1.1 section 4.3 calls them body entries, and lets there
/// be several.
///
/// What is derived reads them by itself. A [`ReadBody`](super::ReadBody) that is written by hand claims those that are
/// its own:
///
/// ```
/// use um_messages::soap::{BodyEntries, ReadBody};
/// use um_messages::{Envelope, Result};
///
/// /// `<Ping>7</Ping>`, in whatever namespace.
/// struct Ping(u32);
///
/// impl<'de> ReadBody<'de> for Ping {
///     fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>> {
///         let number = entries.claim(|entry| entry.local() == "Ping", |entry| entry.read())?;
///         Ok(number.map(Self))
///     }
///
///     fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
///         visit("", "Ping");
///     }
/// }
///
/// let soap = "http://schemas.xmlsoap.org/soap/envelope/";
/// let xml = format!("<s:Envelope xmlns:s='{soap}'><s:Body><Ping>7</Ping></s:Body></s:Envelope>");
/// assert_eq!(Envelope::<Ping>::from_xml(&xml)?.body.0, 7);
/// # Ok::<(), um_messages::Error>(())
/// ```
pub struct BodyEntries<'r, 'de> {
    reader: &'r mut Reader<'de>,
    /// Whether the reader stands in an entry, which has not been read then.
    is_at_entry: bool,
    /// How many have been begun.
    count: usize,
}

/// How deep they stand.
const DEPTH: usize = 3;

impl<'r, 'de> BodyEntries<'r, 'de> {
    /// Those of the Body that the reader stands in.
    pub(super) fn enter(reader: &'r mut Reader<'de>) -> Result<Self> {
        Ok(Self {
            is_at_entry: next_entry(reader)?,
            count: 0,
            reader,
        })
    }

    /// Those of a Body of which the reader stands in the first one, if there is one, and else behind it.
    pub(super) fn at(reader: &'r mut Reader<'de>, is_at_entry: bool) -> Self {
        Self {
            reader,
            is_at_entry,
            count: 0,
        }
    }

    /// Those of a Body of which the first one was left to the reader.
    pub(super) fn begun(reader: &'r mut Reader<'de>) -> Self {
        Self {
            reader,
            is_at_entry: false,
            count: 1,
        }
    }

    pub(super) fn reader(&self) -> &Reader<'de> {
        self.reader
    }

    pub(super) fn reader_mut(&mut self) -> &mut Reader<'de> {
        self.reader
    }

    /// Whether there are no more.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.is_at_entry
    }

    /// How many have been begun.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Reads the next one, if there is one and it is wanted. Both functions get a reader that stands in it.
    ///
    /// # Errors
    ///
    /// That of `read`, and if what follows the entry in the Body is no element.
    pub fn claim<T>(
        &mut self,
        is_wanted: impl FnOnce(&Reader<'de>) -> bool,
        read: impl FnOnce(&mut Reader<'de>) -> Result<T>,
    ) -> Result<Option<T>> {
        if !self.begin(is_wanted) {
            return Ok(None);
        }
        let value = read(self.reader)?;
        self.is_at_entry = next_entry(self.reader)?;
        Ok(Some(value))
    }

    /// Leaves the next one to the reader, if there is one and it is wanted.
    pub(super) fn begin(&mut self, is_wanted: impl FnOnce(&Reader<'de>) -> bool) -> bool {
        let begins = self.is_at_entry && is_wanted(self.reader);
        if begins {
            self.is_at_entry = false;
            self.count += 1;
        }
        begins
    }

    /// Whether the reader has come to the end of what was left to it.
    pub(super) fn has_left(&self) -> bool {
        self.reader.has_left(DEPTH)
    }

    /// Goes on behind what was left to the reader.
    pub(super) fn end(&mut self) -> Result<()> {
        self.reader.skip_to_end_of(DEPTH)?;
        self.is_at_entry = next_entry(self.reader)?;
        Ok(())
    }

    /// The error that none of those that are expected comes next.
    #[cold]
    pub(super) fn unclaimed(&self, expected: Vec<QName>) -> Error {
        if self.is_at_entry {
            let found = self.reader.name();
            let kind = ErrorKind::WrongMessage { found, expected };
            return self.reader.error(kind);
        }
        if self.count == 0 {
            let problem = EnvelopeProblem::EmptyBody(expected);
            return self.reader.error(ErrorKind::Envelope(problem));
        }
        let names: Vec<_> = expected.iter().map(QName::local).collect();
        match names.as_slice() {
            [name] => self.reader.missing_element(name),
            names => self.reader.missing_choice(names),
        }
    }

    /// Skips those that are left: the error that there are any, where these were `expected`.
    pub(super) fn skip(&mut self, expected: impl FnOnce() -> Vec<QName>) -> Result<Option<Error>> {
        if !self.is_at_entry {
            return Ok(None);
        }
        let excess = if self.count == 0 {
            self.unclaimed(expected())
        } else {
            let problem = EnvelopeProblem::SecondMessage(self.reader.name());
            self.reader.error(ErrorKind::Envelope(problem))
        };
        self.reader.skip()?;
        while self.reader.next_child()? {
            self.reader.skip()?;
        }
        Ok(Some(excess))
    }
}

/// Steps to the next entry. What other elements refer to is read there, and is none.
fn next_entry(reader: &mut Reader<'_>) -> Result<bool> {
    while reader.next_child()? {
        if !reader.is_referred_to() {
            return Ok(true);
        }
        reader.skip()?;
    }
    Ok(false)
}
