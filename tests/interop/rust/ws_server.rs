//! Serves a call of Exchange Web Services to who says who it is (WS-Security), and one to who says where the answer goes
//! (WS-Addressing), in both versions of SOAP, for other stacks to call.
//!
//! ```text
//! cargo run -p um-tests --example interop_ws_server
//! ```
//!
//! Prints its URL, and serves until its standard input ends. Below it, `security` wants a user name and a password, and checks a timestamp if there is
//! one; `addressing` wants the blocks of WS-Addressing.

use std::io::{self, Read};
use std::sync::Arc;
use std::thread;
use std::time::SystemTime;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use um_messages::ews::{DisconnectPhoneCall, DisconnectPhoneCallResponse, ResponseMessage};
use um_messages::soap::Block;
use um_messages::soap::addressing::{Addressing, AddressingFault};
use um_messages::soap::security::{
    self, Freshness, Part, Security, SecurityError, UsernameVerifier,
};
use um_messages::{Envelope, Error, NamedMessage, SoapType, http};

const ADA: &str = "ada@example.com";
const PASSWORD: &str = "password";

#[derive(Debug, SoapType)]
struct Guarded {
    #[soap(namespace = security::WSSE)]
    security: Option<Block<Security>>,
}

fn answer() -> DisconnectPhoneCallResponse {
    DisconnectPhoneCallResponse {
        message: ResponseMessage::success(),
    }
}

// WS-Security.

async fn guarded(
    State(verifier): State<Arc<UsernameVerifier>>,
    request: Result<Envelope<DisconnectPhoneCall, Guarded>, Error>,
) -> Response {
    let request = match request {
        Ok(request) => request,
        Err(error) => {
            return match SecurityError::of_error(&error) {
                Some(refused) => (error.to_fault_envelope())
                    .reply(refused.to_fault())
                    .into_response(),
                None => error.into_response(),
            };
        }
    };
    match check(&verifier, request.header.security.as_deref()) {
        Ok(()) => request.reply(answer()).into_response(),
        Err(refused) => request.reply(refused.to_fault()).into_response(),
    }
}

fn check(verifier: &UsernameVerifier, security: Option<&Security>) -> Result<(), SecurityError> {
    let security = security.ok_or(SecurityError::MissingHeader)?;
    let now = SystemTime::now();
    match security.check_timestamp(now, &Freshness::default()) {
        Ok(()) | Err(SecurityError::Missing(Part::Timestamp)) => {}
        Err(refused) => return Err(refused),
    }
    let password_of = |name: &str| (name == ADA).then_some(PASSWORD);
    verifier.verify(security, now, password_of).map(|_| ())
}

// WS-Addressing.

async fn addressed(
    headers: HeaderMap,
    request: Result<Envelope<DisconnectPhoneCall, Addressing>, Error>,
) -> Response {
    let request = match request {
        Ok(request) => request,
        Err(error) => {
            let version = error.soap_version().unwrap_or_default();
            return match AddressingFault::of_error(&error) {
                Some(fault) => fault.to_envelope(version, None).into_response(),
                None => error.into_response(),
            };
        }
    };
    let blocks = &request.header;
    match check_blocks(blocks, &headers) {
        Ok(action) => {
            let blocks = blocks.reply(format!("{action}Response"));
            request.reply(answer()).with_header(blocks).into_response()
        }
        Err(fault) => fault
            .to_envelope(request.version(), Some(blocks))
            .into_response(),
    }
}

/// The action, if all is right.
fn check_blocks(blocks: &Addressing, headers: &HeaderMap) -> Result<&'static str, AddressingFault> {
    let action = DisconnectPhoneCall::ACTION.unwrap_or_default();
    blocks.check_soap_action(http::action(headers).as_deref())?;
    blocks.check_request()?;
    blocks.check_anonymous()?;
    blocks.check_action(action)?;
    Ok(action)
}

fn main() -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    println!("http://{}", listener.local_addr()?);
    let service = Router::new()
        .route("/security", any(guarded))
        .with_state(Arc::new(UsernameVerifier::default()))
        .route("/addressing", any(addressed));
    thread::spawn(move || runtime.block_on(async { axum::serve(listener, service).await }));
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
