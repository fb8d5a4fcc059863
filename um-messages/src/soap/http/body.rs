//! What goes over HTTP, in either direction: how the body is written and read, and what it is if it is no envelope.

use ::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue};

use super::field;
use crate::error::{Error, ErrorKind, HttpProblem, Result};
use crate::soap::body::ReadBody;
use crate::soap::header::{ReadHeaders, WriteHeaders};
#[cfg(feature = "mtom")]
use crate::soap::mtom;
use crate::soap::{Envelope, SoapMessage, SoapVersion};
use crate::xml::ReadOptions;
use crate::xml::read::media_type;

impl<B: SoapMessage, H: WriteHeaders> Envelope<B, H> {
    /// The body that sends the envelope, and its media type.
    pub(super) fn to_body(&self) -> Result<(HeaderValue, Vec<u8>)> {
        let content_type = field::content_type(self.version(), self.body.action())?;
        #[cfg(feature = "mtom")]
        if self.mtom().is_some() {
            let (content_type, body) = self.to_package()?.to_multipart()?;
            return Ok((field::sendable(&content_type)?, body));
        }
        Ok((content_type, self.to_vec()?))
    }
}

/// A body, and what is said of it.
#[derive(Clone, Copy)]
pub(super) struct Received<'a, 'de> {
    pub(super) headers: &'a HeaderMap,
    pub(super) body: &'de [u8],
}

impl<'de> Received<'_, 'de> {
    /// Reads the envelope, with the parts beside it if it comes in a package.
    pub(super) fn read<B, H>(&self, options: &ReadOptions) -> Result<Envelope<B, H>>
    where
        B: ReadBody<'de>,
        H: ReadHeaders<'de>,
    {
        #[cfg(feature = "mtom")]
        if self.is_package() && !self.is_blank() {
            return Envelope::from_multipart_with(self.content_type(), self.body, options);
        }
        Envelope::from_slice_with(self.body, &self.options(options))
    }
}

impl Received<'_, '_> {
    /// The value of `Content-Type`; empty if there is none.
    pub(super) fn content_type(&self) -> &str {
        field::text(self.headers, &CONTENT_TYPE).unwrap_or_default()
    }

    /// The media type without parameters.
    pub(super) fn media_type(&self) -> &str {
        media_type::essence(self.content_type())
    }

    /// The version of SOAP whose media type it has.
    pub(super) fn version(&self) -> Option<SoapVersion> {
        field::version_of(self.content_type())
    }

    /// The options with what HTTP says of the encoding (WS-I R1019).
    fn options(&self, options: &ReadOptions) -> ReadOptions {
        options.clone().content_type(self.content_type())
    }

    /// Whether there is nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.body.iter().all(u8::is_ascii_whitespace)
    }

    /// The coding that the body is compressed with, if it still is: who decompresses it need not take away the header field.
    pub(super) fn compression(&self) -> Option<&str> {
        const GZIP: &[u8] = b"\x1F\x8B";
        if self.body.starts_with(GZIP) {
            return Some("gzip");
        }
        let coding = field::text(self.headers, &CONTENT_ENCODING)?.trim();
        let is_none = coding.is_empty() || coding.eq_ignore_ascii_case("identity");
        (!is_none && !self.is_blank() && !self.is_readable()).then_some(coding)
    }

    /// Whether it is a package with an envelope, as far as its media type says, and not an envelope all the same. The version of SOAP may
    /// stand in it alone.
    #[cfg_attr(
        not(feature = "mtom"),
        expect(clippy::unused_self, reason = "packages are not read without it")
    )]
    fn is_package(&self) -> bool {
        #[cfg(feature = "mtom")]
        let is_package = !self.is_markup() && mtom::may_have_envelope(self.content_type());
        #[cfg(not(feature = "mtom"))]
        let is_package = false;
        is_package
    }

    /// Whether the body begins as one does that is not compressed.
    fn is_readable(&self) -> bool {
        self.is_markup() || (self.is_package() && self.body.trim_ascii_start().starts_with(b"--"))
    }

    /// Whether the body begins as XML does, in any encoding.
    fn is_markup(&self) -> bool {
        const BEFORE: &[u8] = b"\xEF\xBB\xBF\xFE\xFF\0\t\r\n ";
        let first = self.body.iter().find(|byte| !BEFORE.contains(byte));
        first == Some(&b'<')
    }

    /// What is wrong with the media type, where the body is no envelope, or it is not known yet whether it is.
    pub(super) fn wrong_media_type(&self) -> Option<HttpProblem> {
        let media_type = self.media_type().to_ascii_lowercase();
        if self.version().is_some() || self.is_package() {
            return None;
        }
        Some(match media_type.as_str() {
            "" => HttpProblem::NoMediaType,
            it if it.starts_with("multipart/") => HttpProblem::Multipart,
            it if it.ends_with("/json") || it.ends_with("+json") => HttpProblem::Json,
            _ => HttpProblem::MediaType(crate::error::excerpt(self.media_type())),
        })
    }

    /// What is wrong with the media type of an envelope of this version.
    pub(super) fn wrong_media_type_for(&self, version: SoapVersion) -> Option<HttpProblem> {
        match self.version() {
            Some(said) if said == version => None,
            Some(_) => Some(HttpProblem::OtherVersion(self.media_type().to_owned())),
            None => self.wrong_media_type(),
        }
    }
}

/// The error that it is such a problem, with what may help.
#[cold]
pub(super) fn error(problem: HttpProblem, options: &ReadOptions) -> Error {
    let hint = match problem {
        HttpProblem::Compressed(_) => "decompressing it is up to who speaks HTTP".to_owned(),
        HttpProblem::NoMediaType | HttpProblem::MediaType(_) | HttpProblem::OtherVersion(_) => {
            let accepted = SoapVersion::accepted(options);
            let media_types = accepted.iter().rev().map(|version| {
                let media_type = version.media_type();
                format!("`{media_type}` is that of {version}")
            });
            media_types.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let hint = (!hint.is_empty()).then_some(hint);
    Error::new(ErrorKind::Http(problem)).with_optional_hint(hint)
}
