//! Serves the calls of Exchange Web Services, in both versions of SOAP, for other stacks to call.
//!
//! ```text
//! cargo run -p um-tests --example interop_ews_server
//! ```
//!
//! Prints its URL, and serves until its standard input ends.

mod ews;

use std::io::{self, Read};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use um_messages::ews::{
    DisconnectPhoneCall, DisconnectPhoneCallResponse, GetPhoneCallInformation,
    GetPhoneCallInformationResponse, PhoneCallId, PlayOnPhone, PlayOnPhoneResponse, RequestHeaders,
    ResponseCode, ResponseMessage,
};
use um_messages::{Envelope, SoapMessage};

use self::ews::{ForgetCall, answered_by, connected};

const PATH: &str = "/EWS/Exchange.asmx";

#[derive(Debug, SoapMessage)]
enum Request {
    PlayOnPhone(PlayOnPhone),
    GetPhoneCallInformation(GetPhoneCallInformation),
    DisconnectPhoneCall(DisconnectPhoneCall),
    ForgetCall(ForgetCall),
}

#[derive(SoapMessage)]
enum Answer {
    PlayOnPhone(PlayOnPhoneResponse),
    GetPhoneCallInformation(GetPhoneCallInformationResponse),
    DisconnectPhoneCall(DisconnectPhoneCallResponse),
}

/// The ids of the calls that are on.
#[derive(Default)]
struct Calls {
    ids: Mutex<Vec<String>>,
    started: AtomicU32,
}

impl Calls {
    fn start(&self, request: &PlayOnPhone) -> Result<PhoneCallId, ResponseMessage> {
        if !request.dial_string.contains(|c: char| c.is_ascii_digit()) {
            let code = ResponseCode::PhoneNumberNotDialable;
            return Err(ResponseMessage::error(code, "The number can't be dialed."));
        }
        let number = self.started.fetch_add(1, Ordering::Relaxed);
        // What it plays is to be seen in its id.
        let id = format!("{}/{number}", request.item_id.id);
        self.with(|ids| ids.push(id.clone()));
        Ok(PhoneCallId { id })
    }

    fn find(&self, id: &str) -> Result<(), ResponseMessage> {
        let is_known = self.with(|ids| ids.iter().any(|known| known == id));
        is_known.then_some(()).ok_or_else(|| {
            let code = ResponseCode::InvalidPhoneCallId;
            ResponseMessage::error(code, "The call is not known.")
        })
    }

    fn forget(&self, id: &str) {
        self.with(|ids| ids.retain(|known| known != id));
    }

    fn with<T>(&self, action: impl FnOnce(&mut Vec<String>) -> T) -> T {
        action(&mut self.ids.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn answer(
    State(calls): State<Arc<Calls>>,
    mut request: Envelope<Request, RequestHeaders>,
) -> Response {
    let version = request.header.request_server_version.take();
    let header = answered_by(version.map(|it| it.version));
    let answer = match &request.body {
        Request::ForgetCall(request_body) => {
            calls.forget(&request_body.call_id);
            return request.reply(()).into_response();
        }
        Request::PlayOnPhone(request) => Answer::PlayOnPhone(play(&calls, request)),
        Request::GetPhoneCallInformation(request) => {
            Answer::GetPhoneCallInformation(tell(&calls, &request.phone_call_id.id))
        }
        Request::DisconnectPhoneCall(request) => {
            Answer::DisconnectPhoneCall(hang_up(&calls, &request.phone_call_id.id))
        }
    };
    request.reply(answer).with_header(header).into_response()
}

fn play(calls: &Calls, request: &PlayOnPhone) -> PlayOnPhoneResponse {
    let started = calls.start(request);
    PlayOnPhoneResponse {
        phone_call_id: started.as_ref().ok().cloned(),
        message: message_of(started),
    }
}

fn tell(calls: &Calls, id: &str) -> GetPhoneCallInformationResponse {
    let found = calls.find(id);
    GetPhoneCallInformationResponse {
        phone_call_information: found.is_ok().then(connected),
        message: message_of(found),
    }
}

fn hang_up(calls: &Calls, id: &str) -> DisconnectPhoneCallResponse {
    let found = calls.find(id);
    calls.forget(id);
    DisconnectPhoneCallResponse {
        message: message_of(found),
    }
}

fn message_of<T>(outcome: Result<T, ResponseMessage>) -> ResponseMessage {
    outcome.map_or_else(|refused| refused, |_| ResponseMessage::success())
}

fn main() -> io::Result<()> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    println!("http://{}{PATH}", listener.local_addr()?);
    let service = Router::new()
        .route(PATH, any(answer))
        .with_state(Arc::new(Calls::default()));
    thread::spawn(move || runtime.block_on(async { axum::serve(listener, service).await }));
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
