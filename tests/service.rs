//! The embedded service of the example, over real HTTP: what it answers, and how it refuses.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, also in what its functions share, a panic is a failure"
)]

#[path = "../um-messages/examples/get_call_info/service.rs"]
mod service;

use service::Service;
use um_messages::um::{self, CallState, EventCause, UmException, UmFault};
use um_messages::{Envelope, Fault, SoapMessage, SoapOperation, SoapVersion};
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const MESSAGES: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";
const TYPES: &str = "http://schemas.microsoft.com/exchange/services/2006/types";
const ERRORS: &str = "http://schemas.microsoft.com/exchange/services/2006/errors";
const TEXT_XML: &str = "text/xml; charset=utf-8";

/// An answer as it came over the wire.
struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    /// The fault in it, which SOAP 1.1 over HTTP sends as text/xml (section 6).
    fn fault(&self) -> Fault {
        assert_eq!(self.headers["content-type"], TEXT_XML);
        Fault::from_envelope_slice(&self.body).unwrap()
    }

    #[track_caller]
    fn assert_fault(&self, status: u16, namespace: &str, code: &str) {
        let fault = self.fault();
        assert!(fault.code().is(namespace, code), "{fault:?}");
        assert_eq!(self.status, status);
    }

    /// Contract §5.1.
    #[track_caller]
    fn assert_invalid_request(&self) {
        self.assert_fault(500, TYPES, "ErrorInvalidRequest");
        let fault = self.fault();
        assert_eq!(fault.reason_in("en-US"), Some("The request is invalid."));
        let [code, message] = fault.detail() else {
            panic!("{fault:?}");
        };
        assert!(code.name().is(ERRORS, "ResponseCode"), "{code:?}");
        assert_eq!(code.text(), "ErrorInvalidRequest");
        assert!(message.name().is(ERRORS, "Message"), "{message:?}");
        assert!(!message.text().is_empty());
    }

    /// Contract §5.2.
    #[track_caller]
    fn assert_exception(&self, name: &str, text: &str) {
        self.assert_fault(500, ERRORS, name);
        let fault = self.fault();
        assert_eq!(fault.reason_in("en-US"), Some(text));
        let [entry] = fault.detail() else {
            panic!("{fault:?}");
        };
        assert!(entry.name().is(MESSAGES, "ExceptionType"), "{entry:?}");
        assert_eq!(entry.text(), name);
    }

    #[track_caller]
    fn assert_invalid_call_id(&self) {
        self.assert_exception("InvalidCallIdException", "The call identifier isn't valid.");
    }
}

fn send(service: &Service, method: &str, content_type: &str, body: &[u8]) -> Answer {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .proxy(None);
    let request = Request::builder()
        .method(method)
        .uri(service.url())
        .header("Content-Type", content_type)
        .body(body)
        .unwrap();
    let agent = Agent::from(config.build());
    let mut response = agent.run(request).unwrap();
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.body_mut().read_to_vec().unwrap(),
    }
}

fn post(service: &Service, body: impl AsRef<[u8]>) -> Answer {
    send(service, "POST", TEXT_XML, body.as_ref())
}

/// A request in a SOAP 1.1 envelope.
fn envelope(body: &str) -> String {
    format!("<s:Envelope xmlns:s='{SOAP}'><s:Body>{body}</s:Body></s:Envelope>")
}

fn call<T: SoapOperation>(service: &Service, request: &T) -> T::Response {
    let answer = post(service, request.to_envelope().unwrap());
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], TEXT_XML);
    T::Response::from_envelope_slice(&answer.body).unwrap()
}

fn play_on_phone() -> um::PlayOnPhone {
    um::PlayOnPhone {
        entry_id: "Vm9pY2UgbWFpbA==".into(),
        dial_string: "+1 425 555 0100".into(),
    }
}

fn get_call_info(call_id: &str) -> um::GetCallInfo {
    um::GetCallInfo {
        call_id: call_id.into(),
    }
}

fn disconnect(call_id: &str) -> um::Disconnect {
    um::Disconnect {
        call_id: call_id.into(),
    }
}

fn start_call(service: &Service) -> String {
    call(service, &play_on_phone()).call_id
}

fn state_of(service: &Service, call_id: &str) -> CallState {
    let info = call(service, &get_call_info(call_id));
    assert_eq!(info.event_cause, EventCause::None);
    info.call_state
}

// What it does.

#[test]
fn a_call_is_started_answered_and_ended() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let states = [0; 4].map(|_| state_of(&service, &call_id));
    assert_eq!(
        states,
        [
            CallState::Connecting,
            CallState::Connecting,
            CallState::Connected,
            CallState::Connected,
        ]
    );
    call(&service, &disconnect(&call_id));
    for gone in [
        get_call_info(&call_id).to_envelope(),
        disconnect(&call_id).to_envelope(),
    ] {
        post(&service, gone.unwrap()).assert_invalid_call_id();
    }
}

#[test]
fn calls_are_kept_apart() {
    let service = Service::start().unwrap();
    let first = start_call(&service);
    let second = start_call(&service);
    assert_ne!(first, second);
    for _ in 0..2 {
        state_of(&service, &first);
    }
    assert_eq!(state_of(&service, &second), CallState::Connecting);
    assert_eq!(state_of(&service, &first), CallState::Connected);
    call(&service, &disconnect(&first));
    assert_eq!(state_of(&service, &second), CallState::Connecting);
}

#[test]
fn the_answer_has_the_documented_shape() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let answer = post(&service, get_call_info(&call_id).to_envelope().unwrap());
    let expected = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"{SOAP}\"><soap:Body>\
         <GetCallInfoResponse xmlns=\"{MESSAGES}\"><GetCallInfoResponse>\
         <CallState>Connecting</CallState><EventCause>None</EventCause>\
         </GetCallInfoResponse></GetCallInfoResponse></soap:Body></soap:Envelope>"
    );
    assert_eq!(String::from_utf8(answer.body).unwrap(), expected);
}

#[test]
fn the_service_stops_when_it_is_dropped() {
    let service = Service::start().unwrap();
    let url = service.url().to_owned();
    let authority = url.strip_prefix("http://").unwrap();
    let address = authority.split('/').next().unwrap().to_owned();
    // A connection that sends nothing must not keep it alive.
    let idle = std::net::TcpStream::connect(&address).unwrap();
    drop(service);
    assert!(std::net::TcpStream::connect(&address).is_err());
    drop(idle);
}

// What it understands.

#[test]
fn the_https_spelling_of_the_namespace_is_understood() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let request = Envelope::new(get_call_info(&call_id))
        .map_namespace(um::NAMESPACE, um::NAMESPACE_HTTPS)
        .to_xml()
        .unwrap();
    assert!(request.contains("xmlns=\"https://schemas.microsoft.com/exchange/"));
    let answer = post(&service, request);
    assert_eq!(answer.status, 200);
    um::GetCallInfoResponse::from_envelope_slice(&answer.body).unwrap();
}

#[test]
fn utf_16_is_understood_in_both_byte_orders() {
    let service = Service::start().unwrap();
    let request = play_on_phone().to_envelope().unwrap();
    let request = format!("\u{FEFF}{}", request.replace("utf-8", "utf-16"));
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let body: Vec<u8> = request.encode_utf16().flat_map(to_bytes).collect();
        let answer = send(&service, "POST", "text/xml; charset=utf-16", &body);
        assert_eq!(answer.status, 200);
        um::PlayOnPhoneResponse::from_envelope_slice(&answer.body).unwrap();
    }
}

#[test]
fn a_content_type_is_read_whatever_its_spelling() {
    let service = Service::start().unwrap();
    let request = play_on_phone().to_envelope().unwrap();
    for content_type in [
        "text/xml",
        "Text/XML ; Charset=\"UTF-8\"",
        "text/xml;charset=utf-8;action=x",
    ] {
        let answer = send(&service, "POST", content_type, request.as_bytes());
        assert_eq!(answer.status, 200, "{content_type}");
    }
}

#[test]
fn the_version_of_exchange_is_a_header_that_may_be_mandatory() {
    let service = Service::start().unwrap();
    let request = |namespace: &str| {
        format!(
            "<s:Envelope xmlns:s='{SOAP}'><s:Header><h:RequestServerVersion xmlns:h='{namespace}' \
             s:mustUnderstand='1' Version='Exchange2007_SP1'/></s:Header><s:Body>\
             <PlayOnPhone xmlns='{MESSAGES}'><entryId>QUJD</entryId><DialString>1</DialString>\
             </PlayOnPhone></s:Body></s:Envelope>"
        )
    };
    assert_eq!(post(&service, request(TYPES)).status, 200);
    post(&service, request("urn:other")).assert_fault(500, SOAP, "MustUnderstand");
}

// What it refuses.

#[test]
fn a_call_that_is_not_known_is_an_invalid_call_id() {
    let service = Service::start().unwrap();
    for call_id in ["", "MDk=", "dW1jYWxs00000001", "<&>"] {
        let question = get_call_info(call_id).to_envelope().unwrap();
        post(&service, question).assert_invalid_call_id();
        let hang_up = disconnect(call_id).to_envelope().unwrap();
        post(&service, hang_up).assert_invalid_call_id();
    }
}

#[test]
fn an_entry_id_that_is_none_is_an_invalid_object_id() {
    let service = Service::start().unwrap();
    for entry_id in [
        "",
        "=",
        "====",
        "A===",
        "QUJ",
        "QU=D",
        "QU-D",
        "not base64!",
    ] {
        let mut request = play_on_phone();
        request.entry_id = entry_id.into();
        post(&service, request.to_envelope().unwrap()).assert_exception(
            "InvalidObjectIdException",
            "The object identifier isn't valid.",
        );
    }
}

#[test]
fn a_dial_string_without_digits_breaks_the_dialing_rules() {
    let service = Service::start().unwrap();
    for dial_string in ["", "+", "reception", "٣"] {
        let mut request = play_on_phone();
        request.dial_string = dial_string.into();
        post(&service, request.to_envelope().unwrap()).assert_exception(
            "DialingRulesException",
            "Dialing restrictions are preventing the phone number that was entered from being \
             dialed.",
        );
    }
}

/// Contract §6 no. 15: the server takes what is missing for empty.
#[test]
fn a_missing_parameter_is_refused_as_an_empty_one() {
    let service = Service::start().unwrap();
    for (request, exception) in [
        ("<GetCallInfo xmlns='NS'/>", UmException::InvalidCallId),
        (
            "<Disconnect xmlns='NS'> </Disconnect>",
            UmException::InvalidCallId,
        ),
        // A foreign element is no CallId.
        (
            "<Disconnect xmlns='NS'><CallId xmlns=''>A</CallId></Disconnect>",
            UmException::InvalidCallId,
        ),
        (
            "<PlayOnPhone xmlns='NS'><DialString>1</DialString></PlayOnPhone>",
            UmException::InvalidObjectId,
        ),
        (
            "<PlayOnPhone xmlns='NS'><entryId>QUJD</entryId></PlayOnPhone>",
            UmException::DialingRules,
        ),
    ] {
        let answer = post(&service, envelope(&request.replace("NS", MESSAGES)));
        assert_eq!(answer.status, 500);
        let fault = UmFault::from_fault(&answer.fault()).unwrap();
        assert_eq!(fault.exception, exception, "{request}");
    }
}

#[test]
fn what_is_no_request_is_an_invalid_request() {
    let service = Service::start().unwrap();
    let request = "<GetCallInfo xmlns='NS'><CallId>MDk=</CallId></GetCallInfo>";
    let request = request.replace("NS", MESSAGES);
    let good = envelope(&request);
    for bad in [
        // no document, or none that is well-formed
        String::new(),
        good[..good.len() - 1].to_owned(),
        good.replace("</CallId>", "</callId>"),
        good.replace("MDk=", "&nbsp;"),
        good.replace("MDk=", "&#1;"),
        good.replace("MDk=", "\u{1}"),
        good.replace("MDk=", "]]>"),
        format!("<!DOCTYPE x>{good}"),
        format!("{good}{good}"),
        // no envelope
        "<html><body>Sign in</body></html>".to_owned(),
        request.clone(),
        // not one message that is known
        envelope(""),
        envelope("text"),
        envelope(&format!("{request}{request}")),
        envelope(&request.replace("2006", "2007")),
        envelope(&request.replace("http:", "HTTPS:")),
        envelope(&request.replace(MESSAGES, "")),
        envelope(&request.replace("GetCallInfo", "GetUMProperties")),
        envelope(&request.replace("GetCallInfo", "getCallInfo")),
        Fault::sender("a fault is no request")
            .to_envelope()
            .unwrap(),
        // no request of its type
        good.replace("MDk=", "<Id>MDk=</Id>"),
        good.replace("<CallId>", "<CallId>MDk=</CallId><CallId>"),
    ] {
        post(&service, &bad).assert_invalid_request();
    }
    post(&service, b"\xFF\xFE\x00\xD8").assert_invalid_request();
    post(&service, b"<a>\xFF</a>").assert_invalid_request();
    post(&service, "<a>".repeat(100_000)).assert_invalid_request();
}

#[test]
fn what_was_wrong_is_said_with_its_place() {
    let service = Service::start().unwrap();
    let request = envelope(&format!("<GetCallInfo xmlns='{MESSAGES}s'/>"));
    let fault = post(&service, request).fault();
    assert_eq!(
        fault.detail()[1].text(),
        format!(
            "element `GetCallInfo` has namespace `{MESSAGES}s` instead of `{MESSAGES}`, in \
             `Envelope/Body/GetCallInfo`, line 1, column 73"
        )
    );
}

#[test]
fn other_versions_of_soap_are_a_version_mismatch() {
    let service = Service::start().unwrap();
    let newer = Envelope::new(play_on_phone()).version(SoapVersion::V1_2);
    let newer = newer.to_xml().unwrap();
    let unknown = newer.replace(SoapVersion::V1_2.namespace(), "urn:soap:2");
    for request in [newer, unknown] {
        post(&service, request).assert_fault(500, SOAP, "VersionMismatch");
    }
}

#[test]
fn a_bad_request_changes_nothing() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let question = get_call_info(&call_id).to_envelope().unwrap();
    let hang_up = disconnect(&call_id).to_envelope().unwrap();
    for request in [question, hang_up] {
        // Each is wrong behind the place where the message is complete already.
        for (from, to) in [
            ("</soap:Body>", "<x/></soap:Body>"),
            ("</soap:Envelope>", "<x/></soap:Envelope>"),
            ("</soap:Envelope>", "</soap:Envelope><x/>"),
            ("</soap:Envelope>", ""),
        ] {
            post(&service, request.replace(from, to)).assert_invalid_request();
        }
    }
    let mut without_digits = play_on_phone();
    without_digits.dial_string = "?".into();
    assert_eq!(
        post(&service, without_digits.to_envelope().unwrap()).status,
        500
    );
    // It is still there, and nobody has asked for it yet.
    let states = [0; 3].map(|_| state_of(&service, &call_id));
    let [first, second, third] = states;
    assert_eq!(
        [first, second],
        [CallState::Connecting, CallState::Connecting]
    );
    assert_eq!(third, CallState::Connected);
}

// HTTP.

#[test]
fn other_methods_than_post_are_refused() {
    let service = Service::start().unwrap();
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "SUBSCRIBE"] {
        let answer = send(&service, method, TEXT_XML, b"");
        assert_eq!(answer.headers["allow"], "POST", "{method}");
        answer.assert_fault(405, SOAP, "Client");
    }
    let answer = send(&service, "HEAD", TEXT_XML, b"");
    assert_eq!(answer.status, 405);
    assert_eq!(answer.headers["allow"], "POST");
}

#[test]
fn other_content_types_are_refused() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let request = disconnect(&call_id).to_envelope().unwrap();
    for content_type in [
        "application/soap+xml",
        "application/xml",
        "text/plain; x=text/xml",
        "text/xmlx",
        "",
    ] {
        let answer = send(&service, "POST", content_type, request.as_bytes());
        answer.assert_fault(415, SOAP, "Client");
    }
    assert_eq!(state_of(&service, &call_id), CallState::Connecting);
}

#[test]
fn a_body_is_at_most_a_mebibyte() {
    const LIMIT: usize = 1024 * 1024;
    let service = Service::start().unwrap();
    let request = play_on_phone().to_envelope().unwrap();
    let padded = |length: usize| format!("{request}{}", " ".repeat(length - request.len()));
    assert_eq!(post(&service, padded(LIMIT)).status, 200);
    post(&service, padded(LIMIT + 1)).assert_fault(413, SOAP, "Client");
}

/// Contract §5.2, byte for byte, but for the prefix of the code, which means nothing.
#[test]
fn a_fault_has_the_documented_shape() {
    let service = Service::start().unwrap();
    let answer = post(&service, get_call_info("MDk=").to_envelope().unwrap());
    let xml = String::from_utf8(answer.body).unwrap().replace("ns1", "a");
    let expected = format!(
        "<soap:Fault><faultcode xmlns:a=\"{ERRORS}\">a:InvalidCallIdException</faultcode>\
         <faultstring xml:lang=\"en-US\">The call identifier isn't valid.</faultstring>\
         <detail><m:ExceptionType xmlns:m=\"{MESSAGES}\">InvalidCallIdException\
         </m:ExceptionType></detail></soap:Fault>"
    );
    assert!(xml.contains(&expected), "{xml}");
}
