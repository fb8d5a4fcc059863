//! The parts of a package that is held.

use std::borrow::Cow;
use std::fmt;

use super::header::{Header, is_token};
use crate::error::{Error, ErrorKind, Result, Shown};

/// A part of a [`Package`](super::Package): header fields, and bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Part<'a> {
    header: Header,
    content: Cow<'a, [u8]>,
}

impl<'a> Part<'a> {
    /// A part of a media type, by whose content id a document refers to it. The content id has no brackets, and is `name@domain`
    /// (RFC 2392 section 2).
    pub fn new(
        content_id: impl Into<String>,
        media_type: impl Into<String>,
        content: impl Into<Cow<'a, [u8]>>,
    ) -> Self {
        let mut header = Header::default();
        header.push("Content-Type", media_type.into());
        header.push("Content-ID", format!("<{}>", content_id.into()));
        Self {
            header,
            content: content.into(),
        }
    }

    pub(super) const fn of_header(header: Header, content: Cow<'a, [u8]>) -> Self {
        Self { header, content }
    }

    /// The same part with a header field more.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.header.push(name, value.into());
        self
    }

    /// The content id, without brackets. A part that has none can be told by its place alone.
    #[must_use]
    pub fn content_id(&self) -> Option<&str> {
        self.header.content_id()
    }

    /// The media type (`Content-Type`) with its parameters.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.header("Content-Type")
    }

    /// The media type without parameters.
    pub(super) fn media_type(&self) -> Option<&str> {
        self.header.media_type()
    }

    /// The value of a header field, by its name in any case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.header.get(name)
    }

    /// The header fields, in their order.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.header.fields()
    }

    /// The bytes, decoded if they came as base64 or quoted-printable.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// The bytes, borrowed from the package if they stand there as they are.
    #[must_use]
    pub fn into_content(self) -> Cow<'a, [u8]> {
        self.content
    }

    /// The header as it is written, with the empty line behind it.
    ///
    /// # Errors
    ///
    /// If a field is none.
    pub(super) fn write_header(&self, out: &mut Vec<u8>) -> Result<()> {
        write_header(self.header.fields(), out)
    }
}

/// Writes a header, with the empty line behind it. The content is sent as it is, so that lines may be long.
pub(super) fn write_header<'h>(
    fields: impl Iterator<Item = (&'h str, &'h str)>,
    out: &mut Vec<u8>,
) -> Result<()> {
    const ENCODING: &str = "Content-Transfer-Encoding";
    let fields = fields.filter(|(name, _)| !name.eq_ignore_ascii_case(ENCODING));
    for (name, value) in fields.chain([(ENCODING, "binary")]) {
        let can_stand = |c: char| !c.is_control() || c == '\t';
        let is_content_id = name.eq_ignore_ascii_case("Content-ID");
        if !is_token(name) || !value.chars().all(can_stand) || (is_content_id && !is_id(value)) {
            let problem = format!("the header field `{}: {}`", Shown(name), Shown(value));
            return Err(Error::new(ErrorKind::Unwritable(problem)));
        }
        out.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    out.extend_from_slice(b"\r\n");
    Ok(())
}

/// Whether a text is a content id in brackets, which no white space and no other bracket stands in.
fn is_id(value: &str) -> bool {
    let inside = value.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
    let can_stand = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>');
    inside.is_some_and(|id| !id.is_empty() && id.bytes().all(can_stand))
}

/// The header, and how many bytes there are.
impl fmt::Debug for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("content_id", &self.content_id())
            .field("content_type", &self.content_type())
            .field("length", &self.content.len())
            .finish()
    }
}
