//! A call of Unified Messaging, and why it has no answer.

use std::fmt;

use http::StatusCode;
use um_messages::{Error, Fault, SoapOperation};

use super::service::{Service, spoil_text};

/// Why there is no answer.
pub(crate) enum Failure {
    /// A fault in its place.
    Fault(Box<Fault>),
    /// A status and nothing else.
    Status(StatusCode),
    /// Anything else, as text.
    Other(String),
}

impl Service {
    pub(crate) fn call<T: SoapOperation>(&self, request: &T) -> Result<T::Response, Failure> {
        self.call_spoiled(request, |envelope| envelope)
    }

    /// As `call`, with an envelope that somebody has tampered with.
    pub(crate) fn call_spoiled<T: SoapOperation>(
        &self,
        request: &T,
        spoil: impl Fn(String) -> String,
    ) -> Result<T::Response, Failure> {
        let message = request.to_request(&*self.url)?;
        let answer = self.send(message.map(|xml| spoil_text(&xml, spoil)))?;
        if answer.body().is_empty() {
            return Err(Failure::Status(answer.status()));
        }
        Ok(request.read_response(answer.status(), answer.headers(), answer.body())?)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match (error.fault(), error.http_status()) {
            // A fault comes with status 500 (SOAP 1.1 section 6.2).
            (Some(fault), Some(StatusCode::INTERNAL_SERVER_ERROR)) => {
                Self::Fault(Box::new(fault.clone()))
            }
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<ureq::Error> for Failure {
    fn from(error: ureq::Error) -> Self {
        Self::Other(error.to_string())
    }
}

/// All that a fault says: its code, its reasons with their languages, and its detail.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = match self {
            Self::Fault(fault) => fault,
            Self::Status(status) => return write!(f, "HTTP status {}", status.as_u16()),
            Self::Other(text) => return f.write_str(text),
        };
        write!(f, "{}", fault.code())?;
        for reason in fault.reasons() {
            let language = reason.lang().unwrap_or("no language");
            write!(f, ", {} ({language})", reason.text())?;
        }
        for entry in fault.detail() {
            write!(f, ", {} {}", entry.name(), entry.text())?;
        }
        Ok(())
    }
}
