//! A package that is read from a stream, part by part, none of which is held.

use std::io::{self, Read};

use super::content_type::{ContentType, XOP};
use super::header::Header;
use super::multipart::Multipart;
use super::package::{check_root, reader};
use super::transfer::Decoder;
use super::window::Piece;
use crate::error::{PackageProblem, Result};
use crate::soap::Envelope;
use crate::soap::body::ReadBody;
use crate::soap::header::ReadHeaders;
use crate::xml::ReadOptions;
use crate::xml::read::Parts;

/// A package that is read from a stream: the envelope first, and then the parts one by one, in their order, each as an [`io::Read`].
///
/// What is held is the envelope and the piece of a part that is read next, however large the package is: the memory does not grow with it. The
/// default limits hold: larger packages than 64 MiB need another [`ReadOptions::max_bytes`].
///
/// ```
/// use std::io::Read;
/// use um_messages::mtom::{Attachment, PackageReader};
/// use um_messages::{ReadOptions, SoapMessage};
///
/// #[derive(SoapMessage)]
/// #[soap(namespace = "urn:archive")]
/// struct Store { name: String, content: Attachment }
///
/// # let store = Store { name: "film.mp4".into(), content: Attachment::part("film@example.org") };
/// # let body = um_messages::Envelope::new(store).to_package()?.into_body()?;
/// # let mut connection = body.with_part("film@example.org", "video/mp4", &b"a gigabyte of film"[..])?;
/// # let content_type = &connection.content_type().to_owned();
/// let options = ReadOptions::new().max_bytes(1 << 40);
/// let mut package = PackageReader::new_with(content_type, connection, &options)?;
/// let store = package.read_envelope::<Store, ()>()?.into_body();
/// while let Some(mut part) = package.next_part()? {
///     if part.content_id() == store.content.content_id() {
///         # let mut file = Vec::new();
///         std::io::copy(&mut part, &mut file)?;
///         # assert_eq!(file, b"a gigabyte of film");
///     }
/// }
/// # Ok::<(), um_messages::Error>(())
/// ```
pub struct PackageReader<R> {
    multipart: Multipart<Piece<R>>,
    content_type: ContentType,
    options: ReadOptions,
    has_root: bool,
}

/// A part of a package that is read from a stream. What is not read of it is skipped when the next one is asked for.
///
/// An error of reading is an [`crate::Error`] in the [`io::Error`], but for errors of the stream, which are as they were.
pub struct PartReader<'p, R> {
    multipart: &'p mut Multipart<Piece<R>>,
    header: Header,
    decoder: Decoder,
    /// What is decoded and not read.
    decoded: Vec<u8>,
    read: usize,
    is_over: bool,
}

impl<R: Read> PackageReader<R> {
    /// A package: the value of its `Content-Type`, and its bytes.
    ///
    /// # Errors
    ///
    /// If the media type is not that of a package.
    pub fn new(content_type: &str, source: R) -> Result<Self> {
        Self::new_with(content_type, source, ReadOptions::DEFAULT)
    }

    /// As [`new`](Self::new), with options.
    ///
    /// # Errors
    ///
    /// Those of `new`.
    pub fn new_with(content_type: &str, source: R, options: &ReadOptions) -> Result<Self> {
        let content_type = ContentType::parse(content_type)?;
        let window = Piece::new(source, options);
        Ok(Self {
            multipart: Multipart::new(window, &content_type.boundary, options)?,
            content_type,
            options: options.clone(),
            has_root: false,
        })
    }

    /// Reads the envelope, which must be the first part. A field of a part that comes behind it is an
    /// [`Attachment`](super::Attachment): bytes that are held cannot be read before they have come.
    ///
    /// # Errors
    ///
    /// If what has come so far is no package, those of [`Envelope::from_slice`], and those of the stream.
    pub fn read_envelope<B, H>(&mut self) -> Result<Envelope<B, H>>
    where
        B: for<'de> ReadBody<'de>,
        H: for<'de> ReadHeaders<'de>,
    {
        let (header, bytes) = self.read_root()?;
        let is_xop = header
            .media_type()
            .is_some_and(|it| it.eq_ignore_ascii_case(XOP));
        let content_type = header.get("Content-Type");
        let parts = is_xop.then(Parts::to_come);
        let mut reader = reader(content_type, bytes.into(), parts, &self.options)?;
        Ok(Envelope::read(&mut reader)?.in_kind(is_xop))
    }

    fn read_root(&mut self) -> Result<(Header, Vec<u8>)> {
        let start = self.content_type.start.clone();
        let root_type = self.content_type.root.clone();
        if self.has_root {
            return Err(self.multipart.error(PackageProblem::LateRoot));
        }
        let Some(mut part) = self.next_part()? else {
            return Err(self.multipart.error(PackageProblem::NoPart));
        };
        if start.is_some() && part.content_id() != start.as_deref() {
            return Err(part.multipart.error(PackageProblem::LateRoot));
        }
        check_root(part.header.media_type(), root_type.as_deref())?;
        let bytes = part.read_to_vec()?;
        Ok((part.header, bytes))
    }

    /// Goes to the next part. `None` behind the last one.
    ///
    /// # Errors
    ///
    /// If what has come so far is no package, and those of the stream.
    pub fn next_part(&mut self) -> Result<Option<PartReader<'_, R>>> {
        self.has_root = true;
        let Some((header, decoder)) = self.multipart.next_part()? else {
            return Ok(None);
        };
        Ok(Some(PartReader {
            multipart: &mut self.multipart,
            header,
            decoder,
            decoded: Vec::new(),
            read: 0,
            is_over: false,
        }))
    }
}

impl<R: Read> PartReader<'_, R> {
    /// The content id, without brackets.
    #[must_use]
    pub fn content_id(&self) -> Option<&str> {
        self.header.content_id()
    }

    /// The media type (`Content-Type`) with its parameters.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.header("Content-Type")
    }

    /// The value of a header field, by its name in any case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.header.get(name)
    }

    /// Reads what is left of the part, which is held then: [`ReadOptions::max_part_bytes`] bounds it.
    ///
    /// # Errors
    ///
    /// If what has come so far is no package, and those of the stream.
    pub fn read_to_vec(&mut self) -> Result<Vec<u8>> {
        let mut bytes = self.decoded.split_off(self.read);
        while !self.is_over {
            self.decode()?;
            bytes.append(&mut self.decoded);
        }
        Ok(bytes)
    }

    /// Reads bytes that stand for themselves.
    fn read_as_they_are(&mut self, out: &mut [u8]) -> Result<usize> {
        self.multipart.content_length()?;
        let count = self.multipart.content().read(out)?;
        self.multipart.consume_content(count);
        Ok(count)
    }

    /// Decodes what comes next, until there is something to be read.
    fn decode(&mut self) -> Result<()> {
        while self.read == self.decoded.len() && !self.is_over {
            self.decoded.clear();
            self.read = 0;
            let length = self.multipart.content_length()?;
            self.is_over = length == 0;
            let decoded = if self.is_over {
                self.decoder.finish()
            } else {
                let content = self.multipart.content();
                self.decoder.decode(content, &mut self.decoded)
            };
            decoded.map_err(|problem| self.multipart.content_error(problem))?;
            self.multipart.consume_content(length);
        }
        Ok(())
    }
}

impl<R: Read> Read for PartReader<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        if self.decoder.is_identity() {
            return Ok(self.read_as_they_are(out)?);
        }
        self.decode()?;
        let mut decoded = self.decoded.get(self.read..).unwrap_or_default();
        let count = decoded.read(out)?;
        self.read += count;
        Ok(count)
    }
}
