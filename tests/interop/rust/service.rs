//! The service at a URL, as one caller has it, over real HTTP.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderValue, Request, Response};
use ureq::Agent;

/// Who may do everything.
pub(crate) const ADA: &str = "ada@example.com";
pub(crate) struct Service {
    agent: Agent,
    pub(crate) url: String,
    /// The caller, for HTTP Basic authentication.
    authorization: HeaderValue,
}

impl Service {
    pub(crate) fn new(url: &str, caller: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(30)))
            .proxy(None);
        let credentials = BASE64_STANDARD.encode(format!("{caller}:password"));
        Ok(Self {
            agent: config.build().into(),
            url: url.to_owned(),
            authorization: format!("Basic {credentials}").parse()?,
        })
    }

    /// Sends a request as the caller.
    pub(crate) fn send(
        &self,
        mut message: Request<Vec<u8>>,
    ) -> Result<Response<Vec<u8>>, ureq::Error> {
        let headers = message.headers_mut();
        headers.insert("Authorization", self.authorization.clone());
        let (head, mut body) = self.agent.run(message)?.into_parts();
        Ok(Response::from_parts(head, body.read_to_vec()?))
    }
}

/// A text that somebody has tampered with.
pub(crate) fn spoil_text(text: &[u8], spoil: impl Fn(String) -> String) -> Vec<u8> {
    spoil(String::from_utf8_lossy(text).into_owned()).into_bytes()
}
