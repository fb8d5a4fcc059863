//! Asks an Exchange server for the Unified Messaging settings of a mailbox, with a common HTTP client.
//!
//! ```text
//! UM_PASSWORD=… cargo run --example exchange -- https://HOST/EWS/UM2007Legacy.asmx USER
//! ```

use std::env;
use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine};
use um_messages::{SoapOperation, um};
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

    /// Sends a request, and reads the answer that belongs to it. A fault is a `um_messages::Error`
    /// that carries it.
    fn call<T: SoapOperation>(&self, request: &T) -> Result<T::Response, Box<dyn Error>> {
        let mut message = request.to_request(&*self.url)?;
        let headers = message.headers_mut();
        headers.insert("Authorization", self.authorization.parse()?);
        let mut answer = self.agent.run(message)?;
        let body = answer.body_mut().read_to_vec()?;
        Ok(request.read_response(answer.status(), answer.headers(), &body)?)
    }
}

fn main() -> ExitCode {
    // Not `args`, which panics where an argument is not Unicode.
    let arguments = env::args_os().skip(1);
    let arguments: Vec<_> = arguments
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    let (Ok([url, user]), Ok(password)) = (<[_; 2]>::try_from(arguments), env::var("UM_PASSWORD"))
    else {
        eprintln!("usage: UM_PASSWORD=… cargo run --example exchange -- URL USER");
        return ExitCode::from(2);
    };
    match describe(&Exchange::new(&url, &user, &password)) {
        Ok(description) => println!("{description}"),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
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
    use ureq::Agent;

    /// As what the README shows, but past any proxy: none reaches this machine's loopback interface.
    fn exchange(url: &str, user: &str) -> Exchange {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None);
        Exchange {
            agent: config.build().into(),
            ..Exchange::new(url, user, "secret")
        }
    }

    #[test]
    fn a_mailbox_is_described() {
        let service = Service::start().unwrap();
        let described = |user| describe(&exchange(service.url(), user));
        assert!(described(ADA).unwrap().contains("oof_status: false"));
        assert_eq!(described(BOB).unwrap(), "no Unified Messaging");
        let nobody = described("eve@example.com").unwrap_err().to_string();
        let expected =
            "the service wants to know who calls, by `Basic`; HTTP status 401 Unauthorized";
        assert_eq!(nobody, expected);
    }

    #[test]
    fn a_fault_is_an_error_that_carries_it() {
        let service = Service::start().unwrap();
        let exchange = exchange(service.url(), BOB);
        let error = exchange.call(&um::GetUMProperties {}).unwrap_err();
        let error = error.downcast_ref::<Error>().unwrap();
        let exception = um::UmException::from_error(error);
        assert_eq!(exception, Some(um::UmException::UserNotUmEnabled));
    }

    #[test]
    fn what_is_no_answer_is_said_with_its_status() {
        let service = Service::start().unwrap();
        let elsewhere = service.url().replace("EWS", "elsewhere");
        let error = exchange(&elsewhere, ADA).call(&um::IsUMEnabled {});
        let error = error.unwrap_err().to_string();
        assert!(error.ends_with("; HTTP status 404 Not Found"), "{error}");
    }
}
