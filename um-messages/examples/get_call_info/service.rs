//! A UM service to talk to: three operations, with the state of calls in memory.
//!
//! To a client it looks like Exchange, and its faults have Exchange's shape. But it also understands
//! the `https` spelling of the namespace, because the messages do.

use std::collections::HashMap;
use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderMap};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use um_messages::um::{self, CallState, EventCause, UmException, UmFault};
use um_messages::xml::{Element, QName};
use um_messages::{Envelope, Error, ErrorKind, Fault, ReadOptions, SoapMessage, SoapVersion};

/// Where Exchange has the service on its server.
const PATH: &str = "/EWS/UM2007Legacy.asmx";
/// No request of this service is anywhere near as long.
const LONGEST_BODY: usize = 1024 * 1024;
/// How often a call is `Connecting` before somebody answers it.
const POLLS_UNTIL_CONNECTED: u32 = 2;

/// What the service understands; the element in the Body decides, as it does for Exchange.
#[derive(Debug, SoapMessage)]
enum Request {
    PlayOnPhone(um::PlayOnPhone),
    GetCallInfo(um::GetCallInfo),
    Disconnect(um::Disconnect),
}

/// What it answers.
#[derive(Debug, SoapMessage)]
enum Answer {
    PlayOnPhone(um::PlayOnPhoneResponse),
    GetCallInfo(um::GetCallInfoResponse),
    Disconnect(um::DisconnectResponse),
}

/// A running service. It stops when it is dropped.
pub(crate) struct Service {
    url: String,
    // Dropping the runtime ends its thread, and with it every connection.
    _runtime: Runtime,
}

impl Service {
    /// Starts the service in a thread of its own, on a free port of the loopback interface.
    pub(crate) fn start() -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let url = format!("http://{}{PATH}", listener.local_addr()?);
        let router = Router::new()
            .route(PATH, post(answer_post).fallback(refuse_method))
            .layer(DefaultBodyLimit::max(LONGEST_BODY))
            .with_state(Arc::default());
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self {
            url,
            _runtime: runtime,
        })
    }

    /// Where the service listens.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

// HTTP: a request is checked, read, and answered.

async fn answer_post(
    State(calls): State<Arc<Mutex<Calls>>>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    if !is_text_xml(&headers) {
        let fault = Fault::sender("The Content-Type of a SOAP 1.1 message is text/xml.");
        return reply(StatusCode::UNSUPPORTED_MEDIA_TYPE, &fault);
    }
    let body = match body {
        Ok(body) => body,
        Err(problem) => return reply(problem.status(), &Fault::sender(problem.body_text())),
    };
    let answer = read_request(&body).and_then(|request| {
        let mut calls = calls.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = calls.answer(&request);
        answer.map_err(|exception| um_fault(exception).into())
    });
    match answer {
        Ok(answer) => reply(StatusCode::OK, &answer),
        // A fault comes with status 500 (SOAP 1.1 section 6.2).
        Err(fault) => reply(StatusCode::INTERNAL_SERVER_ERROR, &*fault),
    }
}

/// Answers all methods but POST; axum adds the header `Allow`.
async fn refuse_method() -> Response {
    let fault = Fault::sender("A SOAP 1.1 message is sent with POST.");
    reply(StatusCode::METHOD_NOT_ALLOWED, &fault)
}

fn is_text_xml(headers: &HeaderMap) -> bool {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value.and_then(|value| value.split(';').next());
    media_type.is_some_and(|name| name.trim().eq_ignore_ascii_case("text/xml"))
}

fn reply(status: StatusCode, message: &impl SoapMessage) -> Response {
    match message.to_envelope() {
        Ok(xml) => (status, [(CONTENT_TYPE, "text/xml; charset=utf-8")], xml).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

// SOAP: the request in an envelope, or the fault that says what is wrong with it.

fn read_request(body: &[u8]) -> Result<Request, Box<Fault>> {
    // Clients send it, and Exchange understands it, though it means nothing here.
    let version = QName::new(um::TYPES_NAMESPACE, "RequestServerVersion");
    let options = ReadOptions::new().understand(&[version]);
    match Envelope::<Request>::from_slice_with(body, &options) {
        Ok(envelope) if envelope.soap_version() == SoapVersion::V1_1 => Ok(envelope.body),
        Ok(_) => Err(soap_fault("VersionMismatch", "This service speaks SOAP 1.1.").into()),
        Err(error) => Err(refuse(&error).into()),
    }
}

fn refuse(error: &Error) -> Fault {
    match error.kind() {
        ErrorKind::VersionMismatch(_) => soap_fault("VersionMismatch", error.to_string()),
        ErrorKind::NotUnderstood(_) => soap_fault("MustUnderstand", error.to_string()),
        // Exchange takes a missing parameter for an empty one.
        ErrorKind::MissingElement(name) => match name.as_str() {
            "CallId" => um_fault(UmException::InvalidCallId),
            "entryId" => um_fault(UmException::InvalidObjectId),
            "DialString" => um_fault(UmException::DialingRules),
            _ => invalid_request(error),
        },
        _ => invalid_request(error),
    }
}

fn soap_fault(code: &'static str, reason: impl Into<String>) -> Fault {
    Fault::new(QName::new(SoapVersion::V1_1.namespace(), code), reason)
}

fn invalid_request(error: &Error) -> Fault {
    const CODE: &str = "ErrorInvalidRequest";
    let entry = |name, text: String| {
        Element::new(um::ERRORS_NAMESPACE, name)
            .with_prefix("e")
            .with_text(text)
    };
    let code = QName::new(um::TYPES_NAMESPACE, CODE);
    Fault::new(code, "The request is invalid.")
        .in_language("en-US")
        .with_detail(entry("ResponseCode", CODE.to_owned()))
        .with_detail(entry("Message", error.to_string()))
}

fn um_fault(exception: UmException) -> Fault {
    let message = match exception {
        UmException::InvalidCallId => "The call identifier isn't valid.",
        UmException::InvalidObjectId => "The object identifier isn't valid.",
        UmException::DialingRules => {
            "Dialing restrictions are preventing the phone number that was entered from being dialed."
        }
        _ => "",
    };
    let fault = UmFault::new(exception, message).to_fault();
    fault.unwrap_or_else(|error| Fault::receiver(error.to_string()))
}

// The telephone.

/// The calls that go on: how often each has been asked about, by its id.
#[derive(Default)]
struct Calls {
    polls: HashMap<String, u32>,
    started: u64,
}

impl Calls {
    fn answer(&mut self, request: &Request) -> Result<Answer, UmException> {
        match request {
            Request::PlayOnPhone(request) => self.start(request).map(Answer::PlayOnPhone),
            Request::GetCallInfo(request) => self.poll(&request.call_id).map(Answer::GetCallInfo),
            Request::Disconnect(request) => self.end(&request.call_id).map(Answer::Disconnect),
        }
    }

    fn start(&mut self, request: &um::PlayOnPhone) -> Result<um::PlayOnPhoneResponse, UmException> {
        if !is_base64(&request.entry_id) {
            return Err(UmException::InvalidObjectId);
        }
        if !request.dial_string.contains(|c: char| c.is_ascii_digit()) {
            return Err(UmException::DialingRules);
        }
        self.started += 1;
        // It looks like base64, as Exchange's ids do, and means nothing to anybody else.
        let call_id = format!("dW1jYWxs{:08}", self.started);
        self.polls.insert(call_id.clone(), 0);
        Ok(um::PlayOnPhoneResponse { call_id })
    }

    /// Exchange from 2013 on reports no other states on the way to an answer.
    fn poll(&mut self, call_id: &str) -> Result<um::GetCallInfoResponse, UmException> {
        let polls = self.polls.get_mut(call_id);
        let polls = polls.ok_or(UmException::InvalidCallId)?;
        let call_state = match *polls {
            0..POLLS_UNTIL_CONNECTED => CallState::Connecting,
            _ => CallState::Connected,
        };
        *polls = polls.saturating_add(1);
        Ok(um::GetCallInfoResponse {
            call_state,
            event_cause: EventCause::None,
        })
    }

    fn end(&mut self, call_id: &str) -> Result<um::DisconnectResponse, UmException> {
        let ended = self.polls.remove(call_id);
        ended
            .map(|_| um::DisconnectResponse {})
            .ok_or(UmException::InvalidCallId)
    }
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/".contains(&byte);
    !digits.is_empty()
        && digits.len() % 4 != 1
        && text.len() == digits.len().next_multiple_of(4)
        && digits.bytes().all(is_digit)
}
