//! A service with axum: it answers one operation of Unified Messaging, for everybody alike.
//!
//! ```text
//! cargo run --example axum
//! cargo run --example reqwest -- http://127.0.0.1:3000/EWS/UM2007Legacy.asmx
//! ```

use std::io;

use axum::Router;
use axum::routing::any;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use um_messages::{Envelope, Fault, um};

const PATH: &str = "/EWS/UM2007Legacy.asmx";

/// Answers a request. What is none has been answered by a fault before; other methods than POST, too.
async fn answer(
    request: Envelope<um::UmRequest>,
) -> Result<Envelope<um::IsUMEnabledResponse>, Envelope<Fault>> {
    match request.body {
        um::UmRequest::IsUMEnabled(_) => {
            Ok(request.reply(um::IsUMEnabledResponse { is_enabled: true }))
        }
        _ => Err(request.reply(Fault::receiver("not yet"))),
    }
}

async fn serve(listener: TcpListener) -> io::Result<()> {
    axum::serve(listener, Router::new().route(PATH, any(answer))).await
}

fn main() -> io::Result<()> {
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async { serve(TcpListener::bind("127.0.0.1:3000").await?).await })
}

#[cfg(test)]
mod tests {
    use std::thread;

    use tokio::net::TcpListener;
    use tokio::runtime::Builder;
    use um_messages::{Error, SoapOperation, um};
    use ureq::Agent;

    use super::{PATH, serve};

    /// Serves until the test ends: the URL.
    fn start() -> String {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let url = format!("http://{}{PATH}", listener.local_addr().unwrap());
        thread::spawn(move || runtime.block_on(serve(listener)));
        url
    }

    fn call<T: SoapOperation>(url: &str, request: &T) -> Result<T::Response, Error> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None);
        let agent = Agent::from(config.build());
        let mut answer = agent.run(request.to_request(url)?).unwrap();
        let body = answer.body_mut().read_to_vec().unwrap();
        request.read_response(answer.status(), answer.headers(), &body)
    }

    #[test]
    fn it_answers() {
        let url = start();
        assert!(call(&url, &um::IsUMEnabled {}).unwrap().is_enabled);
    }

    #[test]
    fn it_refuses() {
        let error = call(&start(), &um::ResetPIN {}).unwrap_err();
        assert_eq!(error.http_status().unwrap(), 500);
        assert_eq!(error.fault().unwrap().reason(), "not yet");
    }
}
