//! `um_messages::testing`: a service without a network answers as one with it does.

use http::{Method, Request, Response, StatusCode};
use um_messages::soap::{Block, FaultClass, FaultHeaders};
use um_messages::testing::{Answer, Endpoint};
use um_messages::xml::{Element, QName, assert_same};
use um_messages::{
    Envelope, ErrorKind, Fault, ReadOptions, SoapMessage, SoapOperation, SoapType, SoapVersion, um,
};

fn call_id(call_id: &str) -> um::GetCallInfo {
    um::GetCallInfo {
        call_id: call_id.into(),
    }
}

fn service() -> Endpoint {
    let service = Endpoint::new();
    service.on::<um::Disconnect>(um::DisconnectResponse {});
    service.on::<um::IsUMEnabled>(um::IsUMEnabledResponse { is_enabled: true });
    service
}

fn ask<T: SoapOperation>(service: &Endpoint, request: &T) -> um_messages::Result<T::Response> {
    let answer = service.call(request.to_request("https://host/service")?);
    request.read_response(answer.status(), answer.headers(), answer.body())
}

fn read_fault(answer: &Response<Vec<u8>>) -> Envelope<Fault, FaultHeaders> {
    let (status, headers, body) = (answer.status(), answer.headers(), answer.body());
    Envelope::from_response(status, headers, body).unwrap()
}

#[test]
fn a_message_is_answered_by_its_name() {
    let service = service();
    assert!(ask(&service, &um::IsUMEnabled {}).unwrap().is_enabled);
    let request = um::Disconnect {
        call_id: "1".into(),
    };
    assert_eq!(ask(&service, &request).unwrap(), um::DisconnectResponse {});
    // What is said later counts.
    service.on::<um::IsUMEnabled>(um::IsUMEnabledResponse { is_enabled: false });
    assert!(!ask(&service, &um::IsUMEnabled {}).unwrap().is_enabled);
    // Clones are the same service.
    assert_eq!(service.clone().requests().len(), 3);
}

#[test]
fn an_answer_is_in_the_version_of_the_request() {
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let service = service();
        service.on::<um::ResetPIN>(Fault::sender("not you"));
        let request = Envelope::new(um::IsUMEnabled {}).with_version(version);
        let answer = service.call(request.to_request("/").unwrap());
        assert_eq!(answer.status(), 200);
        let expected = Envelope::new(um::IsUMEnabledResponse { is_enabled: true });
        let expected = expected.with_version(version).to_xml().unwrap();
        assert_same!(String::from_utf8(answer.into_body()).unwrap(), expected);
        let request = Envelope::new(um::ResetPIN {}).with_version(version);
        let answer = service.call(request.to_request("/").unwrap());
        assert_eq!(read_fault(&answer).version(), version);
        let is_1_1 = version == SoapVersion::V1_1;
        assert_eq!(answer.status(), if is_1_1 { 500 } else { 400 });
    }
}

#[test]
fn what_was_asked_is_kept() {
    let service = service();
    let request = Envelope::new(call_id("MDlk")).with_version(SoapVersion::V1_2);
    service.call(request.to_request("https://host/path?query").unwrap());
    service.call(Request::new("no envelope"));
    let [asked, other] = service.requests().try_into().unwrap();
    assert_eq!(asked.http().uri(), "https://host/path?query");
    assert_eq!(asked.action().as_deref(), call_id("").action());
    assert_same!(asked.text(), request.to_xml().unwrap());
    let envelope = asked.read::<um::GetCallInfo, ()>().unwrap();
    assert_eq!(envelope.body, call_id("MDlk"));
    assert_eq!(envelope.version(), SoapVersion::V1_2);
    assert_eq!(other.text(), "no envelope");
    assert!(other.read::<um::GetCallInfo, ()>().is_err());
}

/// WCF dispatches on the action, and an rpc-style message may have an empty Body.
#[test]
fn a_message_is_answered_by_its_action() {
    let service = service();
    service.on_action("urn:ping", Element::new("urn:ping", "Pong"));
    let request = ().with_action("urn:ping").to_request("/").unwrap();
    let answer = service.call(request);
    assert!(String::from_utf8_lossy(answer.body()).contains("<Pong xmlns=\"urn:ping\"/>"));
    // It counts before the name.
    service.on_action(
        um::Disconnect {
            call_id: String::new(),
        }
        .action()
        .unwrap(),
        Fault::receiver("no"),
    );
    let request = um::Disconnect {
        call_id: "1".into(),
    };
    assert!(ask(&service, &request).unwrap_err().fault().is_some());
}

#[test]
fn a_function_answers() {
    let service = Endpoint::new();
    service.on_request(|request: um::Disconnect| match request.call_id.as_str() {
        "1" => Answer::from(um::DisconnectResponse {}),
        _ => Fault::sender("no such call").into(),
    });
    // It may ask the service.
    let asked = service.clone();
    service.on_request(move |_: um::IsUMEnabled| {
        let is_enabled = asked.requests().len() > 1;
        um::IsUMEnabledResponse { is_enabled }
    });
    assert!(!ask(&service, &um::IsUMEnabled {}).unwrap().is_enabled);
    assert!(ask(&service, &um::IsUMEnabled {}).unwrap().is_enabled);
    let disconnect = |call_id: &str| {
        let request = um::Disconnect {
            call_id: call_id.into(),
        };
        ask(&service, &request)
    };
    assert!(disconnect("1").is_ok());
    let fault = disconnect("2").unwrap_err();
    assert_eq!(fault.fault().unwrap().reason(), "no such call");
}

#[test]
fn it_fails_on_demand() {
    let service = service();
    service.next(Fault::receiver("busy"));
    service.next(Answer::status(503));
    service.next(Answer::text(200, "text/html", "<html>Log in</html>"));
    service.next(Answer::text(200, "text/xml; charset=utf-8", "<s:Envelope"));
    service.next(Response::new(b"\xFF".to_vec()));
    service.next(Answer::status(7));
    let failed = || ask(&service, &um::IsUMEnabled {}).unwrap_err();
    assert_eq!(failed().fault().unwrap().reason(), "busy");
    assert_eq!(
        failed().http_status(),
        Some(StatusCode::SERVICE_UNAVAILABLE)
    );
    assert!(matches!(failed().kind(), ErrorKind::Envelope(_)));
    assert!(matches!(failed().kind(), ErrorKind::UnexpectedEnd));
    failed();
    assert_eq!(
        failed().http_status(),
        Some(StatusCode::INTERNAL_SERVER_ERROR)
    );
    // Once.
    assert!(ask(&service, &um::IsUMEnabled {}).is_ok());
    // Whatever is asked.
    service.next(Answer::status(404));
    assert_eq!(service.call(Request::new("")).status(), 404);
}

/// B 21 to 23, and what HTTP refuses.
#[test]
fn what_cannot_be_read_has_the_answer_of_a_service() {
    let service = service();
    let refused = |request: Request<Vec<u8>>| {
        let answer = service.call(request);
        (answer.status().as_u16(), read_fault(&answer))
    };
    let request = || um::IsUMEnabled {}.to_request("/").unwrap();
    // An operation that is not there.
    let (status, fault) = refused(call_id("1").to_request("/").unwrap());
    assert_eq!(status, 500);
    assert!(
        fault.body.reason().contains("GetCallInfo"),
        "{:?}",
        fault.body
    );
    assert_eq!(fault.body.class(), FaultClass::Sender);
    // A message that is none of its type.
    let content = Element::new(um::NAMESPACE, "Disconnect")
        .to_request("/")
        .unwrap();
    let (status, fault) = refused(content);
    assert_eq!(status, 500);
    assert!(fault.body.reason().contains("CallId"), "{:?}", fault.body);
    // In SOAP 1.2 the sender is to blame by the status, too.
    let envelope = Envelope::new(call_id("1")).with_version(SoapVersion::V1_2);
    let (status, fault) = refused(envelope.to_request("/").unwrap());
    assert_eq!((status, fault.version()), (400, SoapVersion::V1_2));
    // Not well-formed, nothing, another method, another media type.
    assert_eq!(refused(request().map(|_| b"<s:Envelope".to_vec())).0, 500);
    assert_eq!(refused(().to_request("/").unwrap()).0, 500);
    let mut get = request();
    *get.method_mut() = Method::GET;
    assert_eq!(refused(get).0, 405);
    let mut json = request();
    json.headers_mut()
        .insert("content-type", "application/json".parse().unwrap());
    assert_eq!(refused(json).0, 415);
}

/// SOAP 1.1 section 4.2.3.
#[test]
fn a_block_that_is_not_understood_is_refused() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:h", prefix = "h")]
    struct Headers {
        token: Block<String>,
    }
    let token = Block::new("1".to_owned()).with_must_understand(true);
    let request = Envelope::new(um::IsUMEnabled {}).with_header(Headers { token });
    let answer = service().call(request.to_request("/").unwrap());
    assert_eq!(answer.status(), 500);
    let understanding = ReadOptions::new().understand(&[QName::new("urn:h", "Token")]);
    let service = Endpoint::with_options(understanding);
    service.on::<um::IsUMEnabled>(um::IsUMEnabledResponse { is_enabled: true });
    assert_eq!(service.call(request.to_request("/").unwrap()).status(), 200);
    let asked = service.requests().remove(0);
    let asked = asked.read::<um::IsUMEnabled, Headers>().unwrap();
    assert_eq!(*asked.header.token, "1");
}

/// The answer to a one-way message has no envelope; one with header blocks is written as it is.
#[test]
fn other_answers() {
    let service = service();
    service.on::<um::Disconnect>(());
    let request = um::Disconnect {
        call_id: "1".into(),
    };
    let answer = service.call(request.to_request("/").unwrap());
    assert_eq!(answer.status(), StatusCode::ACCEPTED);
    let envelope = Envelope::new(um::DisconnectResponse {}).with_version(SoapVersion::V1_2);
    let xml = envelope.to_vec().unwrap();
    service.on::<um::Disconnect>(envelope);
    assert_eq!(
        service.call(request.to_request("/").unwrap()).into_body(),
        xml
    );
    // What cannot be written is a fault.
    service.on::<um::Disconnect>(Element::new("", "no name"));
    let answer = service.call(request.to_request("/").unwrap());
    assert_eq!(read_fault(&answer).body.class(), FaultClass::Receiver);
}
