//! Asks a Unified Messaging service whether a mailbox has Unified Messaging, with reqwest: async, and without credentials.
//!
//! ```text
//! cargo run --example um_service
//! cargo run --example reqwest -- URL
//! ```

use std::env;
use std::error::Error;
use std::process::ExitCode;

use reqwest::Client;
use tokio::runtime::Builder;
use um_messages::{SoapOperation, um};

/// Sends a request, and reads the answer that belongs to it. A fault is a `um_messages::Error` that carries it.
async fn call<T: SoapOperation>(
    client: &Client,
    url: &str,
    request: &T,
) -> Result<T::Response, Box<dyn Error>> {
    let answer = client.execute(request.to_request(url)?.try_into()?).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await?;
    Ok(request.read_response(status, &headers, &body)?)
}

fn main() -> ExitCode {
    let Some(url) = env::args_os().nth(1) else {
        eprintln!("usage: cargo run --example reqwest -- URL");
        return ExitCode::from(2);
    };
    match ask(&Client::new(), &url.to_string_lossy()) {
        Ok(answer) => println!("{answer:#?}"),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn ask(client: &Client, url: &str) -> Result<um::IsUMEnabledResponse, Box<dyn Error>> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(call(client, url, &um::IsUMEnabled {}))
}

#[cfg(test)]
#[path = "service/mod.rs"]
mod service;

/// Against the service that the other examples have.
#[cfg(test)]
mod tests {
    use super::ask;
    use super::service::Service;
    use reqwest::Client;

    /// Past any proxy: none reaches this machine's loopback interface.
    fn client() -> Client {
        Client::builder().no_proxy().build().unwrap()
    }

    #[test]
    fn it_is_answered() {
        let service = Service::start().unwrap();
        assert!(ask(&client(), service.url()).unwrap().is_enabled);
    }

    #[test]
    fn what_is_no_answer_is_said_with_its_status() {
        let service = Service::start().unwrap();
        let elsewhere = service.url().replace("EWS", "elsewhere");
        let error = ask(&client(), &elsewhere).unwrap_err().to_string();
        assert!(error.ends_with("; HTTP status 404 Not Found"), "{error}");
    }
}
