//! A SOAP client over HTTP that prints what goes over the wire.

use std::fmt::{self, Debug};
use std::io::{self, Write};
use std::time::Duration;

use um_messages::um::UmFault;
use um_messages::{Error, SoapOperation, http, xml};
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
        let message = request.to_request(&*self.url)?;
        let action = http::action(message.headers()).unwrap_or_default();
        let heading = format!("--> POST {}, SOAPAction {action:?}", self.url);
        show(&heading, message.body())?;
        let mut answer = self.agent.run(message)?;
        let body = answer.body_mut().read_to_vec()?;
        show(&format!("<-- {}", answer.status()), &body)?;
        let answer = request.read_response(answer.status(), answer.headers(), &body);
        print_answer(&answer)?;
        Ok(answer?)
    }
}

/// Prints what was read, or the fault in its place.
fn print_answer(answer: &Result<impl Debug, Error>) -> io::Result<()> {
    let mut out = io::stdout();
    let error = match answer {
        Ok(answer) => return writeln!(out, "{answer:#?}\n"),
        Err(error) => error,
    };
    match (UmFault::from_error(error), error.fault()) {
        (Some(fault), _) => writeln!(out, "{fault:#?}\n"),
        (None, Some(fault)) => writeln!(out, "{fault:#?}\n"),
        (None, None) => Ok(()),
    }
}

/// Prints an envelope, or as it stands what is none.
fn show(heading: &str, body: &[u8]) -> io::Result<()> {
    let text = String::from_utf8_lossy(body);
    let pretty = xml::pretty(&text);
    let text = pretty.as_deref().unwrap_or(&text);
    writeln!(io::stdout(), "{heading}\n{text}")
}

/// Why a call has no answer.
#[derive(Debug)]
pub(crate) enum CallError {
    /// A fault came back, which the error carries, or something that is no answer; or the request cannot be written.
    Message(Error),
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
