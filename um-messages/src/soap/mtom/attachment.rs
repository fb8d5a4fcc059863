//! Bytes in a field that may stay outside of memory.

use crate::error::Result;
use crate::xml::read::{ReadText, TextIn};
use crate::xml::value::{Base64Binary, Bytes, read_bytes, write_bytes};
use crate::xml::write::{TextOut, WriteText};

/// Bytes of `xs:base64Binary`, or the content id of the part that they are in: for bytes that are not to be held.
///
/// Written, [`Part`](Self::Part) is a reference to a part that the program sends beside the message
/// ([`PackageBody::with_part`](super::PackageBody::with_part)). Read from a stream ([`PackageReader`](super::PackageReader)), it is one to a
/// part that comes behind the message. Where the parts are held, and where there are none, the bytes are [read](Self::Bytes).
///
/// A part can stand for all the content of an element alone: a `Part` in an attribute or a list cannot be written. Where the envelope is written alone, by
/// [`to_xml`](crate::Envelope::to_xml) or [`into_chunks`](crate::Envelope::into_chunks), it is the reference, and the package is the program's.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Attachment {
    /// The bytes.
    Bytes(Vec<u8>),
    /// The content id of the part.
    Part(String),
}

impl Attachment {
    /// A reference to the part of this content id, which has no brackets, and is `name@domain` (RFC 2392 section 2).
    #[must_use]
    pub fn part(content_id: impl Into<String>) -> Self {
        Self::Part(content_id.into())
    }

    /// The content id of the part, if the bytes are in one.
    #[must_use]
    pub fn content_id(&self) -> Option<&str> {
        match self {
            Self::Bytes(_) => None,
            Self::Part(content_id) => Some(content_id),
        }
    }

    /// The bytes, if they are here.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::Part(_) => None,
        }
    }
}

impl From<Vec<u8>> for Attachment {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'de> ReadText<'de> for Attachment {
    const MAY_BE_PART: bool = true;

    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        match text.content_id().filter(|_| !text.has_parts()) {
            Some(content_id) => Ok(Self::part(content_id)),
            None => read_bytes::<Vec<u8>, Base64Binary>(&text).map(Self::Bytes),
        }
    }
}

impl WriteText for Attachment {
    fn write_text(&self, out: &mut TextOut<'_>) {
        match self {
            Self::Bytes(bytes) => write_bytes::<Base64Binary>(bytes.as_bytes(), out),
            Self::Part(content_id) => out.push_include(content_id),
        }
    }

    crate::__described! {
        crate::xml::Description::simple("base64Binary")
    }
}

crate::__text_elements!(Attachment);
