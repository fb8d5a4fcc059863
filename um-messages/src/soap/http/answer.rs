//! Answers: how they are sent, and how they are read.

use ::http::header::{
    CONTENT_TYPE, HeaderMap, HeaderName, LOCATION, PROXY_AUTHENTICATE, WWW_AUTHENTICATE,
};
use ::http::{Response, StatusCode, Uri};

use super::body::{self, Received};
use super::field;
use crate::error::{Answer, EnvelopeProblem, Error, ErrorKind, HttpProblem, Result, excerpt};
use crate::soap::body::{ReadBody, WriteBody};
use crate::soap::header::{ReadHeaders, WriteHeaders};
use crate::soap::{Envelope, Fault, FaultClass, SoapMessage, SoapVersion};
use crate::xml::ReadOptions;
use crate::xml::secrecy::may_hold_secret;

impl<B: SoapMessage, H: WriteHeaders> Envelope<B, H> {
    /// The answer that sends the envelope: with the media type of its version, and a [status](crate::http#statuses). That of a `()` without header
    /// blocks, which answers a one-way message, has no envelope; an envelope with an empty Body is that of an `Option`.
    ///
    /// ```
    /// use um_messages::{Envelope, Fault, SoapVersion, um};
    ///
    /// let request = Envelope::new(um::ResetPIN {}).with_version(SoapVersion::V1_2);
    /// let answer = request.reply(um::ResetPINResponse {}).to_response()?;
    /// assert_eq!(answer.status(), 200);
    /// assert_eq!(answer.headers()["content-type"], "application/soap+xml; charset=utf-8");
    ///
    /// let fault = request.reply(Fault::sender("not you")).to_response()?;
    /// assert_eq!(fault.status(), 400);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`to_xml`](Self::to_xml), and if the action is no URI, so that it cannot stand in a header field.
    pub fn to_response(&self) -> Result<Response<Vec<u8>>> {
        if self.body.is_nothing() && H::INFO.fields.is_empty() {
            let mut response = Response::new(Vec::new());
            *response.status_mut() = StatusCode::ACCEPTED;
            return Ok(response);
        }
        let (content_type, body) = self.to_body()?;
        let mut response = Response::new(body);
        *response.status_mut() = match self.body.as_fault() {
            None => StatusCode::OK,
            Some(fault) => status_of(fault, self.version()),
        };
        response.headers_mut().insert(CONTENT_TYPE, content_type);
        Ok(response)
    }
}

/// SOAP 1.1 section 6.2, SOAP 1.2 part 2 table 20. A code of the service's own is written as the receiver's in SOAP 1.2.
fn status_of(fault: &Fault, version: SoapVersion) -> StatusCode {
    match (version, fault.class()) {
        (SoapVersion::V1_2, FaultClass::Sender) => StatusCode::BAD_REQUEST,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl<'de, B: SoapMessage + ReadBody<'de>, H: ReadHeaders<'de>> Envelope<B, H> {
    /// Reads the answer to a request: its status, its header fields and its body, which the HTTP client has.
    ///
    /// A fault is the error that carries it, whatever the status and the media type are (WS-I R1107). What else comes is an error
    /// that says what it is ([`HttpProblem`]), with the [status](Error::http_status), and with the beginning of a body that is no envelope.
    ///
    /// ```
    /// use um_messages::{Envelope, um};
    ///
    /// # let answer = Envelope::new(um::DisconnectResponse {}).to_response()?;
    /// let (status, headers, body) = (answer.status(), answer.headers(), answer.body());
    /// let answer = Envelope::<um::DisconnectResponse>::from_response(status, headers, body)?;
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`from_slice`](Self::from_slice), and if the answer is no message.
    pub fn from_response(status: StatusCode, headers: &HeaderMap, body: &'de [u8]) -> Result<Self> {
        Self::from_response_with(status, headers, body, ReadOptions::DEFAULT)
    }

    /// As [`from_response`](Self::from_response), with options. What HTTP says of the encoding counts before what they say.
    ///
    /// # Errors
    ///
    /// Those of `from_response`, and if a limit is exceeded.
    pub fn from_response_with(
        status: StatusCode,
        headers: &HeaderMap,
        body: &'de [u8],
        options: &ReadOptions,
    ) -> Result<Self> {
        // What comes with the answer to a one-way message is not read (WS-I R2750).
        let is_one_way = status == StatusCode::ACCEPTED && B::from_nothing().is_some();
        let body = if is_one_way { b"" } else { body };
        let received = Received { headers, body };
        let answer = HttpAnswer { status, received };
        let read = received.read(options);
        match read {
            Ok(envelope) => match answer.problem_of_message(&envelope, options) {
                None => Ok(envelope),
                Some(problem) => Err(body::error(problem, options).of_answer(answer.said(false))),
            },
            Err(error) => Err(answer.problem_of_error(error, options)),
        }
    }
}

/// An answer that has been tried to read.
struct HttpAnswer<'a, 'de> {
    status: StatusCode,
    received: Received<'a, 'de>,
}

impl HttpAnswer<'_, '_> {
    /// Why an envelope is no answer, if it is none.
    fn problem_of_message<B: WriteBody, H>(
        &self,
        envelope: &Envelope<B, H>,
        options: &ReadOptions,
    ) -> Option<HttpProblem> {
        let is_fault = envelope.body.as_fault().is_some();
        let is_nothing = envelope.body.is_nothing() && self.received.is_blank();
        if is_fault {
            return None;
        }
        if !self.status.is_success() {
            let otherwise = if is_nothing {
                HttpProblem::Status
            } else {
                HttpProblem::NoFault
            };
            return Some(self.problem_of_status().unwrap_or(otherwise));
        }
        if is_nothing || options.context().any_media_type {
            return None;
        }
        self.received.wrong_media_type_for(envelope.version())
    }

    /// What is not read, as the error that says best what it is.
    #[cold]
    fn problem_of_error(&self, error: Error, options: &ReadOptions) -> Error {
        let is_envelope = error.fault().is_some()
            || error.soap_version().is_some()
            || matches!(error.kind(), ErrorKind::VersionMismatch(_));
        let error = if error.fault().is_some() {
            error
        } else if let Some(coding) = self.received.compression() {
            body::error(HttpProblem::Compressed(excerpt(coding)), options)
        } else if let Some(problem) = self.problem_of_status() {
            body::error(problem, options)
        } else if is_envelope {
            error
        } else {
            self.problem_of_no_envelope(error, options)
        };
        error.of_answer(self.said(!is_envelope))
    }

    fn problem_of_no_envelope(&self, error: Error, options: &ReadOptions) -> Error {
        let is_html = matches!(error.kind(), ErrorKind::Envelope(EnvelopeProblem::Html))
            || self.received.media_type().eq_ignore_ascii_case("text/html");
        if is_html {
            return Error::new(ErrorKind::Envelope(EnvelopeProblem::Html));
        }
        let problem = match self.received.wrong_media_type() {
            Some(problem @ (HttpProblem::Multipart | HttpProblem::Json)) => Some(problem),
            _ if !self.status.is_success() => Some(HttpProblem::Status),
            _ if self.received.is_blank() => Some(HttpProblem::Empty),
            problem => problem.filter(|_| !options.context().any_media_type),
        };
        problem.map_or(error, |problem| body::error(problem, options))
    }

    /// What the status says by itself.
    fn problem_of_status(&self) -> Option<HttpProblem> {
        Some(match self.status {
            StatusCode::UNAUTHORIZED => HttpProblem::Unauthorized(self.schemes(&WWW_AUTHENTICATE)),
            StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
                HttpProblem::ProxyUnauthorized(self.schemes(&PROXY_AUTHENTICATE))
            }
            StatusCode::FORBIDDEN => HttpProblem::Forbidden,
            status if status.is_redirection() => HttpProblem::Redirect(self.location()),
            _ => return None,
        })
    }

    /// The schemes of authentication that a header field offers, without what they say beside their name (RFC 9110 section 11.6.1).
    fn schemes(&self, name: &HeaderName) -> Vec<String> {
        const MOST: usize = 8;
        let values = self.received.headers.get_all(name).into_iter();
        let texts = values.filter_map(|value| value.to_str().ok());
        let challenges = texts.flat_map(|text| text.split(',')).filter_map(scheme);
        challenges.take(MOST).collect()
    }

    /// Where the answer is, without what may be a secret.
    fn location(&self) -> Option<String> {
        let location = field::text(self.received.headers, &LOCATION)?;
        let uri: Uri = location.parse().ok()?;
        let path = uri.path();
        Some(match (uri.scheme_str(), uri.host()) {
            (Some(scheme), Some(host)) => {
                let port = uri.port().map(|port| format!(":{port}"));
                format!("{scheme}://{host}{}{path}", port.unwrap_or_default())
            }
            _ => path.to_owned(),
        })
    }

    /// What an error says of the answer.
    fn said(&self, shows_start: bool) -> Answer {
        Answer {
            status: self.status.as_u16(),
            reason: self.status.canonical_reason().unwrap_or_default(),
            start: if shows_start {
                self.start()
            } else {
                String::new()
            },
        }
    }

    /// How the body begins.
    fn start(&self) -> String {
        const LONGEST: usize = 400;
        if self.received.compression().is_some() {
            return String::new();
        }
        let body = self.received.body;
        let start = String::from_utf8_lossy(body.get(..LONGEST).unwrap_or(body));
        // A piece of an envelope perhaps: there are servers that send back what they were sent.
        if may_hold_secret(&start) {
            return String::new();
        }
        excerpt(start.trim())
    }
}

/// The scheme of a challenge, if it is the beginning of one: `realm="x"` is a parameter of the one before.
fn scheme(challenge: &str) -> Option<String> {
    let name = challenge.split_whitespace().next()?;
    let is_token = |c: char| c.is_ascii_alphanumeric() || c == '-';
    name.chars().all(is_token).then(|| excerpt(name))
}
