//! Asks an Exchange server for the Unified Messaging settings of a mailbox, with a common HTTP client.
//!
//! ```text
//! UM_PASSWORD=… cargo run --example exchange -- https://HOST/EWS/UM2007Legacy.asmx USER
//! ```

use std::env;
use std::error::Error;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine};
use um_messages::{SoapMessage, SoapOperation, um};
use ureq::Agent;

/// The endpoint of a service, and who calls it.
struct Exchange {
    agent: Agent,
    url: String,
    authorization: String,
}

impl Exchange {
    /// `url` is the `UMUrl` of Autodiscover's answer. Credentials go over the wire as they are,
    /// so it should begin with `https:`.
    fn new(url: &str, user: &str, password: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false) // a fault has status 500, and its envelope is what counts
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(30)));
        let credentials = BASE64_STANDARD.encode(format!("{user}:{password}"));
        Self {
            agent: config.build().into(),
            url: url.to_owned(),
            authorization: format!("Basic {credentials}"),
        }
    }

    /// Sends a request, and reads the answer that belongs to it.
    fn call<T: SoapOperation>(&self, request: &T) -> Result<T::Response, Box<dyn Error>> {
        let action = request.action().unwrap_or_default();
        let mut response = self
            .agent
            .post(&self.url)
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", format!("\"{action}\""))
            .header("Authorization", &self.authorization)
            .send(request.to_envelope()?)?;
        let status = response.status();
        let body = response.body_mut().read_to_vec()?;
        if body.is_empty() {
            return Err(format!("no answer, and HTTP status {status}").into());
        }
        Ok(T::Response::from_envelope_slice(&body)?)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(url), Some(user)) = (arguments.next(), arguments.next()) else {
        return Err("usage: UM_PASSWORD=… cargo run --example exchange -- URL USER".into());
    };
    let exchange = Exchange::new(&url, &user, &env::var("UM_PASSWORD").unwrap_or_default());
    println!("{}", describe(&exchange)?);
    Ok(())
}

/// What is to be said about a mailbox.
fn describe(exchange: &Exchange) -> Result<String, Box<dyn Error>> {
    if !exchange.call(&um::IsUMEnabled {})?.is_enabled {
        return Ok("no Unified Messaging".to_owned());
    }
    let properties = exchange.call(&um::GetUMProperties {})?;
    Ok(format!("{properties:#?}"))
}

#[cfg(test)]
#[path = "service/mod.rs"]
mod service;

/// Against the service that the other examples have.
#[cfg(test)]
mod tests {
    use super::service::{ADA, BOB, Service};
    use super::{Exchange, describe};
    use um_messages::{Error, um};

    #[test]
    fn a_mailbox_is_described() {
        let service = Service::start().unwrap();
        let described = |user| describe(&Exchange::new(service.url(), user, "secret"));
        assert!(described(ADA).unwrap().contains("oof_status: false"));
        assert_eq!(described(BOB).unwrap(), "no Unified Messaging");
        let nobody = described("eve@example.com").unwrap_err();
        assert_eq!(
            nobody.to_string(),
            "no answer, and HTTP status 401 Unauthorized"
        );
    }

    #[test]
    fn a_fault_is_an_error_that_carries_it() {
        let service = Service::start().unwrap();
        let exchange = Exchange::new(service.url(), BOB, "secret");
        let error = exchange.call(&um::GetUMProperties {}).unwrap_err();
        let error = error.downcast_ref::<Error>().unwrap();
        let exception = um::UmException::from_error(error);
        assert_eq!(exception, Some(um::UmException::UserNotUmEnabled));
    }
}
