//! Reading an envelope.

use std::io;

use super::Envelope;
use super::settings::Settings;
use crate::error::{Error, ErrorKind, Result};
use crate::soap::ahead;
use crate::soap::body::ReadBody;
use crate::soap::header::{self, Header, ReadHeaders};
use crate::soap::message_slot::MessageSlot;
use crate::soap::parts::{
    Body, Content, Start, by_precedence, enter_envelope, first_of, read_trailer,
};
use crate::soap::version::SoapVersion;
use crate::xml::{ReadOptions, Reader};

// The bounds stand at each function: what is no message, or no struct of header blocks, is told so. Of bounds that stand at the
// implementation the compiler says that there is no such function.
impl<'de, B, H> Envelope<B, H> {
    /// Reads an envelope of either version of SOAP.
    ///
    /// # Errors
    ///
    /// In this order: if the text is not well-formed; if it is no envelope of a known version; if a
    /// header block must be understood and is not; if the Body has a fault (and `B` is not [`Fault`](crate::soap::Fault));
    /// if the Body or a header block is not what its type expects.
    pub fn from_xml(xml: &'de str) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        Self::from_xml_with(xml, ReadOptions::DEFAULT)
    }

    /// As [`from_xml`](Self::from_xml), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_xml`, and if a limit is exceeded.
    pub fn from_xml_with(xml: &'de str, options: &ReadOptions) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        Self::read(&mut Reader::from_str_with(xml, options))
    }

    /// As [`from_xml`](Self::from_xml), from bytes in UTF-8, UTF-16, ISO-8859-1 or windows-1252.
    ///
    /// # Errors
    ///
    /// Those of `from_xml`, and if the bytes are not text in one of these encodings.
    pub fn from_slice(xml: &'de [u8]) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        Self::from_slice_with(xml, ReadOptions::DEFAULT)
    }

    /// As [`from_slice`](Self::from_slice), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`, and if a limit is exceeded.
    pub fn from_slice_with(xml: &'de [u8], options: &ReadOptions) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        Self::read(&mut Reader::from_slice_with(xml, options)?)
    }

    /// Reads a stream to its end, and an envelope from that.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`, those of the stream, and if it is longer than
    /// [`ReadOptions::max_bytes`].
    pub fn read_from(source: impl io::Read) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        Self::read_from_with(source, ReadOptions::DEFAULT)
    }

    /// As [`read_from`](Self::read_from), with options.
    ///
    /// # Errors
    ///
    /// Those of `read_from`, and if a limit is exceeded.
    pub fn read_from_with(source: impl io::Read, options: &ReadOptions) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        Self::read(&mut Reader::read_from_with(source, options)?)
    }

    /// Reads an envelope from a reader that stands before the document element, whatever its source.
    ///
    /// # Errors
    ///
    /// Those of `from_xml`.
    pub fn read(reader: &mut Reader<'de>) -> Result<Self>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        const { header::assert_blocks_alone::<H>() };
        match Self::read_ahead(reader) {
            Some(read) => Ok(read),
            None => Self::read_tokens(reader),
        }
    }
}

impl<'de, B: ReadBody<'de>, H: ReadHeaders<'de>> Envelope<B, H> {
    /// As [`read`](Self::read), token by token.
    #[inline(never)]
    fn read_tokens(reader: &mut Reader<'de>) -> Result<Self> {
        let mut body = None;
        let (header, settings) = read_around(reader, &mut body)?;
        // Where there was no error, the body is there.
        Ok(Self {
            body: body.ok_or_else(|| reader.error(ErrorKind::UnexpectedEnd))?,
            header,
            settings,
        })
    }

    /// An envelope without a Header, if it can be read ahead.
    fn read_ahead(reader: &mut Reader<'de>) -> Option<Self> {
        let (body, header, version) = ahead::read_envelope(reader)?;
        Some(Self {
            body,
            header,
            settings: Settings::new(version),
        })
    }
}

/// Reads the message of an envelope, whatever its source.
pub(in crate::soap) fn read_message<'de, B: ReadBody<'de>>(reader: &mut Reader<'de>) -> Result<B> {
    match ahead::read_envelope::<B, ()>(reader) {
        Some((body, (), _)) => Ok(body),
        None => Envelope::<B>::read_tokens(reader).map(Envelope::into_body),
    }
}

/// Whether it is the error that there is nothing to read.
#[cold]
fn is_of_nothing(error: &Error, reader: &Reader<'_>) -> bool {
    matches!(error.kind(), ErrorKind::UnexpectedEnd) && reader.is_blank()
}

/// Reads an envelope, and its message into the slot.
fn read_around<'de, H: ReadHeaders<'de>>(
    reader: &mut Reader<'de>,
    message: &mut dyn MessageSlot<'de>,
) -> Result<(H, Settings)> {
    let read = match enter_envelope(reader) {
        Ok(version) => read_parts(reader, version, message),
        Err(error) if is_of_nothing(&error, reader) && message.fill_with_nothing() => {
            let header = Header::absent(reader).blocks;
            header.map(|header| (header, Settings::new(SoapVersion::default())))
        }
        Err(error) => Err(error),
    };
    read.map_err(|error| first_of(error, reader))
}

fn read_parts<'de, H: ReadHeaders<'de>>(
    reader: &mut Reader<'de>,
    version: SoapVersion,
    message: &mut dyn MessageSlot<'de>,
) -> Result<(H, Settings)> {
    let start = Start::<H>::read(reader, version)?;
    let body = start.body.and_then(|()| read_body(reader, message));
    let trailer = if body.is_ok() {
        read_trailer(reader)
    } else {
        Ok(())
    };
    let trailer = start.denied.and(trailer);
    if reader.is_broken() {
        body?;
        trailer?;
        return Err(reader.error(ErrorKind::UnexpectedEnd));
    }
    reader.finish()?;
    let header = by_precedence(start.header, body, trailer, message)?;
    let settings = Settings {
        attributes: start.attributes,
        ..Settings::new(version)
    };
    Ok((header, settings))
}

fn read_body<'de>(reader: &mut Reader<'de>, message: &mut dyn MessageSlot<'de>) -> Result<Body> {
    let Content {
        mut entries,
        fault,
        denied,
    } = Content::enter(reader)?;
    if fault.is_none() && !message.fill(&mut entries)? {
        return Err(entries.unclaimed(message.expected()));
    }
    let excess = entries.skip(|| message.expected())?;
    Ok(Body {
        fault,
        excess: denied.or(excess),
    })
}
