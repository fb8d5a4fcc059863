//! The service at a URL, as one caller has it, over real HTTP.

use std::fmt;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::{Error, Fault, ReadOptions, SoapMessage, SoapOperation};
use ureq::Agent;
use ureq::http::StatusCode;

const TEXT_XML: &str = "text/xml; charset=utf-8";

/// Who may do everything.
pub(crate) const ADA: &str = "ada@example.com";
/// Who is not enabled for UM.
pub(crate) const BOB: &str = "bob@example.com";
/// Who gets no notifications.
pub(crate) const ROOM: &str = "room@example.com";
/// Whom the service does not know.
pub(crate) const EVE: &str = "eve@example.com";

pub(crate) struct Service {
    agent: Agent,
    url: String,
    /// The caller, for HTTP Basic authentication.
    authorization: String,
}

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
    pub(crate) fn new(url: &str, caller: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(30)))
            .proxy(None);
        let credentials = BASE64_STANDARD.encode(format!("{caller}:password"));
        Self {
            agent: config.build().into(),
            url: url.to_owned(),
            authorization: format!("Basic {credentials}"),
        }
    }

    pub(crate) fn call<T: SoapOperation>(&self, request: &T) -> Result<T::Response, Failure> {
        self.call_spoiled(request, |envelope| envelope)
    }

    /// As `call`, with an envelope that somebody has tampered with.
    pub(crate) fn call_spoiled<T: SoapOperation>(
        &self,
        request: &T,
        spoil: impl Fn(String) -> String,
    ) -> Result<T::Response, Failure> {
        let action = format!("\"{}\"", request.action().unwrap_or_default());
        let mut response = self
            .agent
            .post(&self.url)
            .header("Content-Type", TEXT_XML)
            .header("SOAPAction", action)
            .header("Authorization", &self.authorization)
            .send(spoil(request.to_envelope()?))?;
        let status = response.status();
        let content_type = response.headers().get("Content-Type");
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let options = ReadOptions::new().content_type(content_type.unwrap_or_default());
        let body = response.body_mut().read_to_vec()?;
        if body.is_empty() {
            return Err(Failure::Status(status));
        }
        let answer = T::Response::from_envelope_slice_with(&body, &options).map_err(Failure::from);
        // A fault comes with status 500, and an answer with 200 (SOAP 1.1 section 6.2).
        match (&answer, status) {
            (Ok(_), StatusCode::OK)
            | (Err(Failure::Fault(_)), StatusCode::INTERNAL_SERVER_ERROR)
            | (Err(Failure::Other(_)), _) => answer,
            _ => Err(Failure::Other(format!("HTTP status {status}"))),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error.fault() {
            Some(fault) => Self::Fault(Box::new(fault.clone())),
            None => Self::Other(error.to_string()),
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
