//! The answer to a request that cannot be read, and the statuses with which HTTP itself refuses.

use ::http::header::{ACCEPT, ACCEPT_ENCODING, ALLOW, HeaderName, HeaderValue};
use ::http::{Response, StatusCode};

use crate::error::{Error, ErrorKind, HttpProblem};

impl Error {
    /// The HTTP status of the answer that could not be read, or with which HTTP itself refuses a request
    /// ([`to_fault_response`](Self::to_fault_response)). `None` if HTTP has nothing to do with the error.
    #[must_use]
    pub fn http_status(&self) -> Option<StatusCode> {
        match self.answer() {
            Some(answer) => StatusCode::from_u16(answer.status).ok(),
            None => refusal_of(self.kind()),
        }
    }

    /// The answer to a request that could not be read: [`to_fault_envelope`](Self::to_fault_envelope) over HTTP, in the version
    /// of SOAP that was asked in, with the [status](crate::http#statuses) and the header fields that belong to it.
    ///
    /// | status | for | header field (RFC 9110) |
    /// |---|---|---|
    /// | 405 | another method than POST (WS-I R1114) | `Allow` |
    /// | 413 | a body that is too long, too many parts of a [package](crate::PackageProblem), or one that is too large | |
    /// | 431 | a header of a part of a package that is too large | |
    /// | 415 | another media type (WS-I R1115), or that of another version of SOAP | `Accept` |
    /// | 415 | a body that is compressed | `Accept-Encoding` |
    /// | 415 | a `charset` that is not known | |
    /// | 400 | a body that has not come whole, or is no package although its media type says so; in SOAP 1.2 all else that the sender is to blame for | |
    /// | 500 | all else | |
    ///
    /// An error of an answer, which the program has got to a request of its own, is the fault of the receiver: whoever asks the program has not
    /// made it.
    ///
    /// ```
    /// use http::{Method, Request};
    /// use um_messages::{Envelope, um};
    ///
    /// let page = Request::new("");
    /// let error = Envelope::<um::ResetPIN>::from_request(&Method::GET, page.headers(), b"").unwrap_err();
    /// let answer = error.to_fault_response();
    /// assert_eq!(answer.status(), 405);
    /// assert_eq!(answer.headers()["allow"], "POST");
    /// ```
    #[must_use]
    pub fn to_fault_response(&self) -> Response<Vec<u8>> {
        // A fault that cannot be written is not sent.
        let mut response = self.to_fault_envelope().to_response().unwrap_or_else(|_| {
            let mut response = Response::new(Vec::new());
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response
        });
        let refusal = refusal_of(self.kind()).filter(|_| !self.is_of_answer());
        if let Some(status) = refusal {
            *response.status_mut() = status;
            let headers = response.headers_mut();
            headers.extend(self.expectation_of_http());
        }
        response
    }

    /// The header field that says what would not have been refused.
    fn expectation_of_http(&self) -> Option<(HeaderName, HeaderValue)> {
        let ErrorKind::Http(problem) = self.kind() else {
            return None;
        };
        match problem {
            HttpProblem::Method(_) => Some((ALLOW, HeaderValue::from_static("POST"))),
            HttpProblem::Compressed(_) => {
                Some((ACCEPT_ENCODING, HeaderValue::from_static("identity")))
            }
            HttpProblem::Multipart
            | HttpProblem::Json
            | HttpProblem::NoMediaType
            | HttpProblem::MediaType(_)
            | HttpProblem::OtherVersion(_) => {
                let accepted = self.accepted_versions().iter().rev();
                let accepted: Vec<_> = accepted.map(|version| version.media_type()).collect();
                let accepted = HeaderValue::from_str(&accepted.join(", ")).ok()?;
                Some((ACCEPT, accepted))
            }
            _ => None,
        }
    }
}

/// The status with which HTTP refuses a request for this (RFC 9110 section 15.5); `None` if SOAP does.
fn refusal_of(kind: &ErrorKind) -> Option<StatusCode> {
    let problem = match kind {
        ErrorKind::Limit {
            limit: "max_bytes" | "max_parts" | "max_part_bytes",
            ..
        } => return Some(StatusCode::PAYLOAD_TOO_LARGE),
        ErrorKind::Limit {
            limit: "max_part_headers" | "max_part_header_bytes",
            ..
        } => return Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE),
        ErrorKind::Package(problem) if !problem.is_of_document() => {
            return Some(StatusCode::BAD_REQUEST);
        }
        ErrorKind::Http(problem) => problem,
        _ => return None,
    };
    match problem {
        HttpProblem::Method(_) => Some(StatusCode::METHOD_NOT_ALLOWED),
        HttpProblem::TooLong => Some(StatusCode::PAYLOAD_TOO_LARGE),
        HttpProblem::Incomplete => Some(StatusCode::BAD_REQUEST),
        HttpProblem::Compressed(_)
        | HttpProblem::Multipart
        | HttpProblem::Json
        | HttpProblem::NoMediaType
        | HttpProblem::MediaType(_)
        | HttpProblem::OtherVersion(_)
        | HttpProblem::Charset(_) => Some(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        _ => None,
    }
}
