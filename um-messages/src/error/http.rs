//! What HTTP can say instead of a message.

use std::fmt::{self, Write};

use super::shown::{Bounded, Shown};

/// Why what came over HTTP is no message that is read, or a message cannot go over it.
///
/// ```
/// use http::{HeaderMap, StatusCode};
/// use um_messages::{ErrorKind, HttpProblem, SoapMessage, um};
///
/// let status = StatusCode::SERVICE_UNAVAILABLE;
/// let answer = um::DisconnectResponse::from_response(status, &HeaderMap::new(), b"try later");
/// let error = answer.unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Http(HttpProblem::Status)));
/// assert_eq!(error.http_status(), Some(status));
/// assert_eq!(
///     error.to_string(),
///     "no SOAP envelope, and the status says that the request failed; \
///      HTTP status 503 Service Unavailable; the body begins with `try later`",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HttpProblem {
    /// The URI is none that a request can be sent to; why.
    Uri(String),
    /// The action cannot stand in a header field.
    UnsendableAction(String),

    /// The service wants to know who calls (401); the schemes of authentication that it offers.
    Unauthorized(Vec<String>),
    /// A proxy wants to know who calls (407); the schemes of authentication that it offers.
    ProxyUnauthorized(Vec<String>),
    /// The service does not let the caller in (403).
    Forbidden,
    /// The answer is elsewhere (3xx), if it says where: without a query, and without a user's name and password.
    Redirect(Option<String>),
    /// The status says that the request failed, and there is no envelope.
    Status,
    /// The status says that the request failed, and there is a message that is no fault.
    NoFault,
    /// There is no body, where an envelope is expected.
    Empty,

    /// The body is compressed; the coding, as of `Content-Encoding`.
    Compressed(String),
    /// A multipart message, as of MTOM, or with attachments.
    Multipart,
    /// JSON.
    Json,
    /// There is no `Content-Type`.
    NoMediaType,
    /// Another media type than those of SOAP, or that of a version that is not accepted.
    MediaType(String),
    /// The media type of another version of SOAP than the envelope is of.
    OtherVersion(String),

    /// The method of a request is another one than POST (405).
    Method(String),
    /// The body of a request is in an encoding that is not known (415).
    Charset(String),
    /// The body of a request is longer than is allowed (413).
    TooLong,
    /// The body of a request has not come whole (400).
    Incomplete,
    /// The action of a request is another one than that of the message in it.
    OtherAction(String),
}

impl HttpProblem {
    /// Says it, without a text that may be a secret if it is `redacted`.
    pub(super) fn say(&self, out: &mut Bounded<'_>, redacted: bool) -> fmt::Result {
        let (before, shown, behind) = self.sentence();
        out.write_str(before)?;
        match (self, shown) {
            (Self::Redirect(_), _) if redacted => return Ok(()),
            (_, Some(text)) => write!(out, " `{}`", Shown(text))?,
            _ => {}
        }
        out.write_str(behind)?;
        match self {
            Self::Unauthorized(schemes) | Self::ProxyUnauthorized(schemes) => offer(out, schemes),
            _ => Ok(()),
        }
    }

    /// What is said before a text that somebody has sent, that text, and what is said behind it.
    fn sentence(&self) -> (&'static str, Option<&str>, &'static str) {
        match self {
            Self::Uri(why) => ("no URI that a request can be sent to:", Some(why), ""),
            Self::UnsendableAction(it) => {
                ("the action", Some(it), " cannot stand in a header field")
            }
            Self::Unauthorized(_) => ("the service wants to know who calls", None, ""),
            Self::ProxyUnauthorized(_) => ("a proxy wants to know who calls", None, ""),
            Self::Forbidden => ("the service does not let the caller in", None, ""),
            Self::Redirect(None) => ("the answer is elsewhere", None, ""),
            Self::Redirect(Some(uri)) => ("the answer is elsewhere", Some(uri), ""),
            Self::Status => (
                "no SOAP envelope, and the status says that the request failed",
                None,
                "",
            ),
            Self::NoFault => (
                "a message that is no fault, where the status says that the request failed",
                None,
                "",
            ),
            Self::Empty => ("nothing, where a SOAP envelope is expected", None, ""),
            Self::Compressed(coding) => ("the body is compressed, with", Some(coding), ""),
            Self::Multipart => (
                "a multipart message, where a SOAP envelope is expected",
                None,
                "",
            ),
            Self::Json => ("JSON, where a SOAP envelope is expected", None, ""),
            Self::NoMediaType => ("no media type (`Content-Type`)", None, ""),
            Self::MediaType(it) => ("the media type is", Some(it), ""),
            Self::OtherVersion(it) => (
                "the media type is",
                Some(it),
                ", and the envelope of another version of SOAP",
            ),
            Self::Method(it) => ("the method is", Some(it), ", and not POST"),
            Self::Charset(it) => ("the encoding", Some(it), " is not known"),
            Self::TooLong => ("the body is too long", None, ""),
            Self::Incomplete => ("the body has not come whole", None, ""),
            Self::OtherAction(it) => ("the action", Some(it), " is not that of the message"),
        }
    }
}

/// Says which schemes of authentication are offered.
fn offer(out: &mut Bounded<'_>, schemes: &[String]) -> fmt::Result {
    for (index, scheme) in schemes.iter().enumerate() {
        let before = if index == 0 { ", by" } else { " or" };
        write!(out, "{before} `{}`", Shown(scheme))?;
    }
    Ok(())
}

/// The answer that an error is of.
#[cfg(feature = "http")]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// What the status is called.
    pub(crate) reason: &'static str,
    /// How the body begins, if it is no envelope: of that nothing is shown.
    pub(crate) start: String,
}

#[cfg(feature = "http")]
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "; HTTP status {}", self.status)?;
        if !self.reason.is_empty() {
            write!(f, " {}", self.reason)?;
        }
        if !self.start.is_empty() {
            write!(f, "; the body begins with `{}`", Shown(&self.start))?;
        }
        Ok(())
    }
}
