//! The feature `axum`: handlers that take and return envelopes.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use ::axum::Extension;
use ::axum::body::{Body, Bytes, to_bytes};
use ::axum::extract::{DefaultBodyLimit, Request};
use ::axum::handler::Handler;
use ::axum::response::{IntoResponse, Response};
use ::http::header::HeaderMap;
use hyper::body::Frame;
use tokio::runtime::Builder;
use um_messages::soap::FaultClass;
use um_messages::{
    Category, Envelope, Error, Fault, ReadOptions, SoapMessage, SoapType, SoapVersion,
};

use super::{Note, Paid, Pay, SOAP_XML, TEXT_XML, pay};

const V1_1: SoapVersion = SoapVersion::V1_1;
const V1_2: SoapVersion = SoapVersion::V1_2;

#[derive(Debug, Default, SoapType)]
#[soap(namespace = "urn:trace")]
struct Headers {
    id: Option<u32>,
}

async fn bank(request: Envelope<Pay, Headers>) -> Result<Envelope<Paid>, Envelope<Fault>> {
    if request.body.iban.is_empty() {
        return Err(request.reply(Fault::sender("no IBAN")));
    }
    let by = request
        .header
        .id
        .map_or("nobody".into(), |id| id.to_string());
    Ok(request.reply(Paid { by }))
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(future)
}

/// An answer, as a client has it.
struct Answer {
    status: u16,
    headers: HeaderMap,
    error: Option<Arc<Error>>,
    body: Vec<u8>,
}

fn taken_apart(response: Response) -> Answer {
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        error: parts.extensions.get::<Arc<Error>>().cloned(),
        body: wait(to_bytes(body, usize::MAX)).unwrap().to_vec(),
    }
}

impl Answer {
    #[track_caller]
    fn assert_fault(&self, status: u16, class: FaultClass, content_type: &str) {
        assert_eq!(self.status, status);
        assert_eq!(self.headers["content-type"], content_type);
        assert_eq!(
            Fault::from_envelope_slice(&self.body).unwrap().class(),
            class
        );
    }
}

fn ask<T>(handler: impl Handler<T, ()>, request: Request) -> Answer {
    taken_apart(wait(handler.call(request, ())))
}

fn request(method: &str, content_type: &str, body: impl Into<Body>) -> Request {
    let request = Request::builder().method(method);
    let request = request.header("content-type", content_type);
    request.body(body.into()).unwrap()
}

fn pay_in(version: SoapVersion, iban: &str) -> Request {
    let message = Pay { iban: iban.into() };
    let envelope = Envelope::new(message).with_header(Headers { id: Some(7) });
    let request = envelope.with_version(version).to_request("/").unwrap();
    request.map(Body::from)
}

/// A body of which nothing comes but an error.
struct Failing(fn() -> io::Error);

impl hyper::body::Body for Failing {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        Poll::Ready(Some(Err(self.0())))
    }
}

#[test]
fn a_handler_takes_and_returns_envelopes() {
    for (version, content_type) in [(V1_1, TEXT_XML), (V1_2, SOAP_XML)] {
        let answer = ask(bank, pay_in(version, "AT1"));
        assert_eq!(
            (answer.status, &answer.headers["content-type"]),
            (200, &content_type.parse().unwrap())
        );
        let paid = Envelope::<Paid>::from_slice(&answer.body).unwrap();
        assert_eq!((paid.version(), paid.body.by.as_str()), (version, "7"));
    }
}

#[test]
fn a_handler_returns_a_fault_in_the_version_that_was_asked_in() {
    for (version, status, content_type) in [(V1_1, 500, TEXT_XML), (V1_2, 400, SOAP_XML)] {
        let answer = ask(bank, pay_in(version, ""));
        answer.assert_fault(status, FaultClass::Sender, content_type);
    }
}

#[test]
fn what_cannot_be_read_is_answered_for_the_handler() {
    for (content_type, status) in [(TEXT_XML, 500), (SOAP_XML, 400)] {
        let answer = ask(bank, request("POST", content_type, "<x/>"));
        answer.assert_fault(status, FaultClass::Sender, content_type);
        // The whole error is for a log.
        assert_eq!(answer.error.unwrap().category(), Category::Data);
    }
}

#[test]
fn what_http_refuses_is_answered_for_the_handler() {
    let answer = ask(bank, request("GET", TEXT_XML, ""));
    answer.assert_fault(405, FaultClass::Sender, TEXT_XML);
    assert_eq!(answer.headers["allow"], "POST");
    let answer = ask(bank, request("POST", "application/json", "{}"));
    answer.assert_fault(415, FaultClass::Sender, TEXT_XML);
    let xml = pay().to_envelope().unwrap();
    let answer = ask(bank, request("POST", SOAP_XML, xml));
    answer.assert_fault(415, FaultClass::Sender, TEXT_XML);
}

/// Of axum's own limit, in the version of the media type.
#[test]
fn a_body_that_is_too_long_is_413() {
    let limited = bank.layer(DefaultBodyLimit::max(100));
    let answer = ask(limited, pay_in(V1_2, "AT1"));
    answer.assert_fault(413, FaultClass::Sender, SOAP_XML);
    let long = "x".repeat(3_000_000);
    ask(bank, request("POST", TEXT_XML, long)).assert_fault(413, FaultClass::Sender, TEXT_XML);
}

/// What is announced is not read.
#[test]
fn what_is_refused_is_refused_before_its_body() {
    for (name, value, status) in [
        ("content-length", "4000000000", 413),
        ("content-type", "text/plain", 415),
    ] {
        let body = Body::new(Failing(|| panic!("nobody reads it")));
        let mut request = request("POST", TEXT_XML, body);
        request.headers_mut().insert(name, value.parse().unwrap());
        let options = ReadOptions::new().max_bytes(1_000_000);
        let handler = bank.layer(Extension(options));
        ask(handler, request).assert_fault(status, FaultClass::Sender, TEXT_XML);
    }
}

#[test]
fn a_body_that_does_not_come_whole_is_400() {
    let body = Body::new(Failing(|| io::Error::other("cut off")));
    let answer = ask(bank, request("POST", TEXT_XML, body));
    answer.assert_fault(400, FaultClass::Sender, TEXT_XML);
}

#[test]
fn options_stand_in_an_extension() {
    let options = ReadOptions::new().versions(&[V1_1]);
    let answer = ask(bank.layer(Extension(options)), pay_in(V1_2, "AT1"));
    answer.assert_fault(415, FaultClass::Sender, TEXT_XML);
}

#[test]
fn a_handler_can_take_the_error() {
    async fn told(request: Result<Envelope<Pay>, Error>) -> String {
        request.unwrap_err().to_string()
    }
    let answer = ask(told, request("PUT", TEXT_XML, ""));
    assert_eq!(answer.body, b"the method is `PUT`, and not POST");
}

#[test]
fn a_one_way_message_is_accepted() {
    async fn noted(request: Envelope<Note>) -> Envelope<()> {
        request.reply(())
    }
    let answer = ask(noted, Note {}.to_request("/").unwrap().map(Body::from));
    assert_eq!((answer.status, answer.body.len()), (202, 0));
}

#[test]
fn an_answer_that_cannot_be_written_is_the_receivers_fault() {
    for (version, content_type) in [(V1_1, TEXT_XML), (V1_2, SOAP_XML)] {
        let paid = Paid {
            by: "hunter2\0".into(),
        };
        let response = Envelope::new(paid).with_version(version).into_response();
        let answer = taken_apart(response);
        answer.assert_fault(500, FaultClass::Receiver, content_type);
        assert!(!String::from_utf8_lossy(&answer.body).contains("hunter2"));
        assert_eq!(answer.error.unwrap().category(), Category::Write);
    }
}

/// It cannot say more than that it failed.
#[test]
fn an_error_of_another_service_is_the_receivers_fault() {
    async fn forwarded(_: Envelope<Pay>) -> Result<Envelope<Paid>, Error> {
        let paid = super::read::<Paid>(415, "text/plain", "hunter2")?;
        Ok(Envelope::new(paid))
    }
    let answer = ask(forwarded, pay().to_request("/").unwrap().map(Body::from));
    answer.assert_fault(500, FaultClass::Receiver, TEXT_XML);
}
