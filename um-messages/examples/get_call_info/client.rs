//! A SOAP client over HTTP that prints what goes over the wire.

use std::fmt::{self, Debug};
use std::io::{self, Write};
use std::time::Duration;

use um_messages::soap::ReadBody;
use um_messages::um::UmFault;
use um_messages::{Error, ReadOptions, SoapMessage, SoapOperation, xml};
use ureq::http::StatusCode;
use ureq::{Agent, Proxy};

/// Talks to one service.
pub(crate) struct Client {
    agent: Agent,
    url: String,
}

impl Client {
    pub(crate) fn new(url: impl Into<String>, proxy: Option<Proxy>) -> Self {
        let config = Agent::config_builder()
            // A fault comes with status 500, and its envelope is what counts.
            .http_status_as_error(false)
            // A message is for the service at this URL and no other.
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(30)))
            .proxy(proxy);
        Self {
            agent: config.build().into(),
            url: url.into(),
        }
    }

    /// Sends a request and reads the answer that belongs to it.
    pub(crate) fn call<T>(&self, request: &T) -> Result<T::Response, CallError>
    where
        T: SoapOperation,
        T::Response: Debug,
    {
        // SOAP 1.1 wants the header in quotes, and there even if there is no action.
        let action = format!("\"{}\"", request.action().unwrap_or_default());
        let envelope = request.to_envelope()?;
        show(
            &format!("--> POST {}, SOAPAction {action}", self.url),
            &envelope,
        )?;
        let mut response = self
            .agent
            .post(&self.url)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", action)
            .send(&envelope)?;
        let status = response.status();
        let content_type = response.headers().get("Content-Type");
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let options = ReadOptions::new().content_type(content_type.unwrap_or_default());
        let body = response.body_mut().read_to_vec()?;
        show(&format!("<-- {status}"), &String::from_utf8_lossy(&body))?;
        read_answer(status, &body, &options)
    }
}

/// Reads the answer, or the fault in its place, and prints it.
fn read_answer<A>(status: StatusCode, body: &[u8], options: &ReadOptions) -> Result<A, CallError>
where
    A: SoapMessage + for<'de> ReadBody<'de> + Debug,
{
    let mut out = io::stdout();
    let error = match A::from_envelope_slice_with(body, options) {
        Ok(answer) => {
            writeln!(out, "{answer:#?}\n")?;
            return Ok(answer);
        }
        Err(error) => error,
    };
    if let Some(fault) = UmFault::from_error(&error) {
        writeln!(out, "{fault:#?}\n")?;
    } else if let Some(fault) = error.fault() {
        writeln!(out, "{fault:#?}\n")?;
    } else {
        let start = String::from_utf8_lossy(body).chars().take(200).collect();
        return Err(CallError::NoAnswer {
            status,
            error,
            start,
        });
    }
    Err(CallError::Message(error))
}

/// Prints an envelope, or as it stands what is none.
fn show(heading: &str, text: &str) -> io::Result<()> {
    let pretty = xml::pretty(text);
    let text = pretty.as_deref().unwrap_or(text);
    writeln!(io::stdout(), "{heading}\n{text}")
}

/// Why a call has no answer.
#[derive(Debug)]
pub(crate) enum CallError {
    /// A fault came back, which the error carries, or the request cannot be written.
    Message(Error),
    /// Something came back that is neither an answer nor a fault.
    NoAnswer {
        status: StatusCode,
        error: Error,
        start: String,
    },
    /// Nothing came back.
    Http(ureq::Error),
    /// The conversation cannot be printed.
    Print(io::Error),
}

impl CallError {
    pub(crate) fn is_fault(&self) -> bool {
        matches!(self, Self::Message(error) if error.fault().is_some())
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(error) => write!(f, "{error}"),
            Self::NoAnswer {
                status,
                error,
                start,
            } => write!(
                f,
                "HTTP status {status}, and no SOAP message that can be read: {error}\n\
                 The body begins with {start:?}"
            ),
            Self::Http(error) => write!(
                f,
                "no answer: {error}\n\
                 Check the URL, and that the service is running. Without --url, the example\n\
                 starts a service of its own."
            ),
            Self::Print(error) => write!(f, "cannot print: {error}"),
        }
    }
}

impl std::error::Error for CallError {}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        Self::Message(error)
    }
}

impl From<ureq::Error> for CallError {
    fn from(error: ureq::Error) -> Self {
        Self::Http(error)
    }
}

impl From<io::Error> for CallError {
    fn from(error: io::Error) -> Self {
        Self::Print(error)
    }
}
