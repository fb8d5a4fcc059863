//! A package as it is sent: what stands around its parts, and what is in them, read piece by piece.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::io::{self, Read};

use super::content_type;
use super::package::Package;
use super::part::{Part, write_header};
use crate::error::Result;

/// A package that is sent on the way: an [`io::Read`] for the body of an HTTP request or answer. The parts of the
/// [`Package`] that it was made of are held, those that are added here are read when it is their turn, and nothing of them is
/// held but what is sent next.
///
/// The boundary is 128 random bits, unless [`MtomOptions`](super::MtomOptions) say another one: it is not looked for in what is not held.
///
/// ```
/// use std::io::Read;
/// use um_messages::mtom::Attachment;
/// use um_messages::{Envelope, SoapMessage};
///
/// #[derive(SoapMessage)]
/// #[soap(namespace = "urn:archive")]
/// struct Store { name: String, content: Attachment }
///
/// # let file = &b"a gigabyte of film"[..];
/// let store = Store { name: "film.mp4".into(), content: Attachment::part("film@example.org") };
/// let package = Envelope::new(store).to_package()?;
/// let mut body = package.into_body()?.with_part("film@example.org", "video/mp4", file)?;
/// let content_type = body.content_type().to_owned(); // for the header of the request
/// # let mut connection = Vec::new();
/// std::io::copy(&mut body, &mut connection)?; // or the HTTP client reads it
/// # assert!(String::from_utf8_lossy(&connection).contains("\r\n\r\na gigabyte of film\r\n--"));
/// # Ok::<(), um_messages::Error>(())
/// ```
pub struct PackageBody<'a> {
    content_type: String,
    boundary: Cow<'static, str>,
    pieces: VecDeque<Piece<'a>>,
    is_closed: bool,
}

/// What is sent next.
enum Piece<'a> {
    Held { bytes: Cow<'a, [u8]>, sent: usize },
    Stream(Box<dyn Read + Send + 'a>),
}

impl<'a> Package<'a> {
    /// The value of `Content-Type`, and the bytes.
    ///
    /// # Errors
    ///
    /// If a header field of a part cannot be written.
    pub fn to_multipart(&self) -> Result<(String, Vec<u8>)> {
        let mut body = PackageBody::of(self)?;
        let content_type = body.content_type().to_owned();
        let mut bytes = Vec::with_capacity(body.length());
        body.read_to_end(&mut bytes)?;
        Ok((content_type, bytes))
    }

    /// The package as a stream to send, to which parts can be added that are streams themselves.
    ///
    /// # Errors
    ///
    /// If a header field of a part cannot be written.
    pub fn into_body(self) -> Result<PackageBody<'a>> {
        PackageBody::of_owned(self)
    }
}

impl<'a> PackageBody<'a> {
    /// The parts of a package that is kept.
    fn of(package: &'a Package<'_>) -> Result<Self> {
        let mut body = Self::empty(package)?;
        for part in [package.root()].into_iter().chain(package.parts()) {
            body.push_header(part)?;
            body.push(Cow::Borrowed(part.content()));
        }
        Ok(body)
    }

    /// The parts of a package that is not.
    fn of_owned(package: Package<'a>) -> Result<Self> {
        let mut body = Self::empty(&package)?;
        let (root, parts) = package.into_parts();
        for part in [root].into_iter().chain(parts) {
            body.push_header(&part)?;
            body.push(part.into_content());
        }
        Ok(body)
    }

    fn empty(package: &Package<'_>) -> Result<Self> {
        let boundary = package.free_boundary()?;
        let root = package.root();
        let root_id = root.content_id().unwrap_or_default();
        let root_type = root.content_type().unwrap_or_default();
        let content_type = content_type::of_package(root_type, root_id, &boundary);
        Ok(Self {
            content_type,
            boundary,
            pieces: VecDeque::new(),
            is_closed: false,
        })
    }

    fn push_header(&mut self, part: &Part<'_>) -> Result<()> {
        let mut header = self.opening();
        part.write_header(&mut header)?;
        self.push(Cow::Owned(header));
        Ok(())
    }

    /// The value of `Content-Type`.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The same package with a part more, whose bytes are read when it is sent.
    ///
    /// # Errors
    ///
    /// If the content id or the media type cannot stand in a header field.
    pub fn with_part(
        mut self,
        content_id: &str,
        media_type: &str,
        content: impl Read + Send + 'a,
    ) -> Result<Self> {
        let mut header = self.opening();
        let id = format!("<{content_id}>");
        let fields = [("Content-Type", media_type), ("Content-ID", &id)];
        write_header(fields.into_iter(), &mut header)?;
        self.push(Cow::Owned(header));
        self.pieces.push_back(Piece::Stream(Box::new(content)));
        Ok(self)
    }

    /// The line before the next part.
    fn opening(&self) -> Vec<u8> {
        let line_end = if self.pieces.is_empty() { "" } else { "\r\n" };
        format!("{line_end}--{}\r\n", self.boundary).into_bytes()
    }

    fn push(&mut self, bytes: Cow<'a, [u8]>) {
        self.pieces.push_back(Piece::Held { bytes, sent: 0 });
    }

    /// How many bytes are held, and the last line.
    fn length(&self) -> usize {
        let held = self.pieces.iter().map(|piece| match piece {
            Piece::Held { bytes, .. } => bytes.len(),
            Piece::Stream(_) => 0,
        });
        held.sum::<usize>() + self.boundary.len() + "\r\n----\r\n".len()
    }
}

impl Read for PackageBody<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let Some(piece) = self.pieces.front_mut() else {
                if self.is_closed {
                    return Ok(0);
                }
                self.is_closed = true;
                let last = format!("\r\n--{}--\r\n", self.boundary);
                self.push(Cow::Owned(last.into_bytes()));
                continue;
            };
            let count = piece.read(out)?;
            if count > 0 || out.is_empty() {
                return Ok(count);
            }
            self.pieces.pop_front();
        }
    }
}

impl Read for Piece<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Held { bytes, sent } => {
                let count = bytes.get(*sent..).unwrap_or_default().read(out)?;
                *sent += count;
                Ok(count)
            }
            Self::Stream(stream) => stream.read(out),
        }
    }
}
