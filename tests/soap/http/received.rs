//! What a service gets, how it is read, and what answers what cannot be read.

use ::http::{HeaderMap, Method, Response, StatusCode};
use um_messages::soap::{FaultClass, FaultHeaders, NotUnderstood, ReadHeaders};
use um_messages::xml::QName;
use um_messages::{
    Envelope, Error, ErrorKind, Fault, HttpProblem, ReadOptions, SoapMessage, SoapType, SoapVersion,
};

use super::{Paid, Pay, SOAP_XML, Stop, TEXT_XML, fields, pay};

const V1_1: SoapVersion = SoapVersion::V1_1;
const V1_2: SoapVersion = SoapVersion::V1_2;

fn request_in(version: SoapVersion) -> String {
    Envelope::new(pay()).with_version(version).to_xml().unwrap()
}

fn receive_with(
    headers: &HeaderMap,
    body: &[u8],
    options: &ReadOptions,
) -> Result<Envelope<Pay>, Error> {
    Envelope::from_request_with(&Method::POST, headers, body, options)
}

fn receive(content_type: &str, body: impl AsRef<[u8]>) -> Result<Envelope<Pay>, Error> {
    let headers = match content_type {
        "" => HeaderMap::new(),
        it => fields(&[("content-type", it)]),
    };
    receive_with(&headers, body.as_ref(), &ReadOptions::new())
}

/// An answer of the service: its envelope, which the media type is that of.
#[track_caller]
fn fault(answer: &Response<Vec<u8>>) -> Envelope<Fault, FaultHeaders> {
    let (status, headers) = (answer.status(), answer.headers());
    let envelope = Envelope::from_response(status, headers, answer.body()).unwrap();
    let expected = match envelope.version() {
        V1_1 => TEXT_XML,
        V1_2 => SOAP_XML,
    };
    assert_eq!(answer.headers()["content-type"], expected);
    envelope
}

/// That this is refused: by this status, and a fault of this class in this version.
#[track_caller]
fn assert_refused(
    refused: Result<Envelope<Pay>, Error>,
    (status, class, version): (u16, FaultClass, SoapVersion),
) -> Response<Vec<u8>> {
    let error = refused.unwrap_err();
    let answer = error.to_fault_response();
    let envelope = fault(&answer);
    let found = (
        answer.status().as_u16(),
        envelope.body.class(),
        envelope.version(),
    );
    assert_eq!(found, (status, class, version), "{error}");
    answer
}

// What is read.

#[test]
fn a_request_of_either_version_is_read() {
    for (version, content_type) in [(V1_1, TEXT_XML), (V1_2, SOAP_XML)] {
        let request = receive(content_type, request_in(version)).unwrap();
        assert_eq!((request.version(), request.body), (version, pay()));
    }
}

#[test]
fn what_a_client_sends_is_read() {
    for version in [V1_1, V1_2] {
        let sent = Envelope::new(pay()).with_version(version);
        let request = sent.to_request("/").unwrap();
        let options = ReadOptions::new().check_action(true);
        assert_eq!(
            receive_with(request.headers(), request.body(), &options).unwrap(),
            sent
        );
        let body = Pay::from_request(request.method(), request.headers(), request.body());
        assert_eq!(body.unwrap(), pay());
    }
}

/// H 4, H 104: WS-I R1019; RFC 7303 section 3.2.
#[test]
fn the_charset_of_http_counts_before_the_declaration() {
    let body = Pay {
        iban: "\u{e9}".into(),
    }
    .to_envelope()
    .unwrap();
    let says_latin_1 = body.replace("utf-8", "iso-8859-1");
    assert_eq!(receive(TEXT_XML, says_latin_1).unwrap().body.iban, "\u{e9}");
    let latin_1: Vec<u8> = body
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let request = receive("Text/XML;Charset=\"ISO-8859-1\"", &latin_1).unwrap();
    assert_eq!(request.body.iban, "\u{e9}");
    assert_refused(receive(TEXT_XML, &latin_1), (500, FaultClass::Sender, V1_1));
}

// The action.

/// H 102: WS-I R1119, R1127; SOAP 1.1 section 6.1.1.
#[test]
fn the_element_counts_and_not_the_action() {
    for action in [
        "\"urn:bank/Pay\"",
        "urn:bank/Pay",
        "\"\"",
        "",
        "\"urn:bank/Stop\"",
        "\"",
    ] {
        let headers = fields(&[("content-type", TEXT_XML), ("soapaction", action)]);
        let body = request_in(V1_1);
        let request = receive_with(&headers, body.as_bytes(), &ReadOptions::new());
        assert_eq!(request.unwrap().body, pay(), "{action}");
    }
    assert_eq!(receive(TEXT_XML, request_in(V1_1)).unwrap().body, pay());
}

#[test]
fn an_action_can_be_checked() {
    let options = ReadOptions::new().check_action(true);
    let with_parameter = "application/soap+xml; action=\"urn:bank/Stop\"";
    for (version, headers) in [
        (
            V1_1,
            fields(&[
                ("content-type", TEXT_XML),
                ("soapaction", "\"urn:bank/Stop\""),
            ]),
        ),
        (
            V1_1,
            fields(&[("content-type", TEXT_XML), ("soapaction", "urn:bank/Pay/")]),
        ),
        // Whichever something else has looked at.
        (
            V1_1,
            fields(&[
                ("content-type", TEXT_XML),
                ("soapaction", "\"urn:bank/Pay\""),
                ("soapaction", "\"urn:bank/Stop\""),
            ]),
        ),
        (V1_2, fields(&[("content-type", with_parameter)])),
    ] {
        let body = request_in(version);
        let status = if version == V1_1 { 500 } else { 400 };
        let refused = receive_with(&headers, body.as_bytes(), &options);
        assert_refused(refused, (status, FaultClass::Sender, version));
        assert!(receive_with(&headers, body.as_bytes(), &ReadOptions::new()).is_ok());
    }
    // Nothing, or that there is none, is not another one; and a message without an action has no other.
    for action in ["\"urn:bank/Pay\"", "urn:bank/Pay", "\"\"", ""] {
        let headers = fields(&[("content-type", TEXT_XML), ("soapaction", action)]);
        receive_with(&headers, request_in(V1_1).as_bytes(), &options).unwrap();
    }
    let headers = fields(&[("content-type", TEXT_XML), ("soapaction", "urn:x")]);
    let body = Stop {}.to_envelope().unwrap();
    Stop::from_request_with(&Method::POST, &headers, body.as_bytes(), &options).unwrap();
}

// What HTTP refuses.

/// H 107: WS-I R1114; RFC 9110 section 15.5.6.
#[test]
fn another_method_than_post_is_405_with_allow() {
    for method in ["GET", "HEAD", "PUT", "post", "M-POST"] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let headers = fields(&[("content-type", TEXT_XML)]);
        let body = request_in(V1_1);
        let refused = Envelope::from_request(&method, &headers, body.as_bytes());
        let answer = assert_refused(refused, (405, FaultClass::Sender, V1_1));
        assert_eq!(answer.headers()["allow"], "POST");
    }
}

/// H 107: WS-I R1115; SOAP 1.2 part 2 section 7.5.2.2; RFC 9110 section 15.5.16.
#[test]
fn another_media_type_is_415_with_accept() {
    for content_type in [
        "",
        "text/plain; x=text/xml",
        "application/xml",
        "application/json",
        "multipart/related; type=\"text/xml\"",
        "text/xmlx",
        "text",
    ] {
        let refused = receive(content_type, request_in(V1_1));
        let answer = assert_refused(refused, (415, FaultClass::Sender, V1_1));
        assert_eq!(answer.headers()["accept"], "text/xml, application/soap+xml");
    }
}

#[test]
fn the_media_type_of_a_version_that_is_not_accepted_is_415() {
    for (accepted, other, content_type) in [(V1_1, V1_2, SOAP_XML), (V1_2, V1_1, TEXT_XML)] {
        let options = ReadOptions::new().versions(&[accepted]);
        let headers = fields(&[("content-type", content_type)]);
        let refused = receive_with(&headers, request_in(other).as_bytes(), &options);
        let status = (415, FaultClass::Sender, accepted);
        let answer = assert_refused(refused, status);
        assert_eq!(answer.headers()["accept"], accepted.media_type());
    }
}

/// SOAP 1.1 section 6; SOAP 1.2 part 2 section 7.1.4.
#[test]
fn the_media_type_of_the_other_version_is_415() {
    let refused = receive(TEXT_XML, request_in(V1_2));
    assert_refused(refused, (415, FaultClass::Sender, V1_2));
    let refused = receive(SOAP_XML, request_in(V1_1));
    assert_refused(refused, (415, FaultClass::Sender, V1_1));
}

#[test]
fn a_media_type_can_be_forgiven() {
    let options = ReadOptions::new().any_media_type(true);
    for content_type in ["application/xml", "x", SOAP_XML] {
        let headers = fields(&[("content-type", content_type)]);
        receive_with(&headers, request_in(V1_1).as_bytes(), &options).unwrap();
    }
}

/// RFC 9110 sections 8.4 and 15.5.16.
#[test]
fn a_compressed_body_is_415_with_accept_encoding() {
    let headers = fields(&[("content-type", TEXT_XML), ("content-encoding", "gzip")]);
    let refused = receive_with(&headers, b"\x1F\x8B\x08", &ReadOptions::new());
    let answer = assert_refused(refused, (415, FaultClass::Sender, V1_1));
    assert_eq!(answer.headers()["accept-encoding"], "identity");
}

#[test]
fn a_charset_that_is_not_known_is_415() {
    let refused = receive("text/xml; charset=ibm037", request_in(V1_1));
    assert_refused(refused, (415, FaultClass::Sender, V1_1));
    let error = receive("text/xml; charset=ibm037", request_in(V1_1)).unwrap_err();
    let problem = HttpProblem::Charset("ibm037".into());
    assert!(
        matches!(error.kind(), ErrorKind::Http(it) if *it == problem),
        "{error}"
    );
}

/// RFC 9110 section 15.5.14.
#[test]
fn a_body_that_is_too_long_is_413() {
    let body = request_in(V1_1);
    let headers = fields(&[("content-type", TEXT_XML)]);
    let length = u64::try_from(body.len()).unwrap();
    let options = ReadOptions::new().max_bytes(length);
    receive_with(&headers, body.as_bytes(), &options).unwrap();
    let refused = receive_with(&headers, body.as_bytes(), &options.max_bytes(length - 1));
    assert_eq!(
        refused.as_ref().unwrap_err().http_status(),
        Some(StatusCode::PAYLOAD_TOO_LARGE)
    );
    assert_refused(refused, (413, FaultClass::Sender, V1_1));
}

/// What HTTP refuses is no version's yet: that of the media type is asked in.
#[test]
fn http_refuses_in_the_version_of_the_media_type() {
    let headers = fields(&[("content-type", SOAP_XML)]);
    let refused = Envelope::from_request(&Method::GET, &headers, b"");
    assert_refused(refused, (405, FaultClass::Sender, V1_2));
    let options = ReadOptions::new().max_bytes(1);
    let refused = receive_with(&headers, b"ab", &options);
    assert_refused(refused, (413, FaultClass::Sender, V1_2));
    let only_1_2 = ReadOptions::new().versions(&[V1_2]);
    let refused = receive_with(&HeaderMap::new(), b"", &only_1_2);
    assert_refused(refused, (415, FaultClass::Sender, V1_2));
}

// What SOAP refuses.

/// H 106, D 71: SOAP 1.1 section 6.2; WS-I R1126; SOAP 1.2 part 2 table 20: `env:Sender`.
#[test]
fn a_message_that_cannot_be_read_is_the_senders_fault() {
    for (version, status, content_type) in [(V1_1, 500, TEXT_XML), (V1_2, 400, SOAP_XML)] {
        let request = request_in(version);
        for body in [
            request.replace("Iban>", "Bic>"),
            request.replace("Pay", "Play"),
            request.replace("</Iban>", ""),
            // No envelope: the media type is all that says the version.
            "<Pay xmlns='urn:bank'/>".into(),
            "Pay!".into(),
            String::new(),
        ] {
            let refused = receive(content_type, &body);
            assert_refused(refused, (status, FaultClass::Sender, version));
        }
    }
}

/// B 21 to 23: SOAP 1.2 part 1 section 5.4.7 and appendix A, part 2 table 20.
#[test]
fn another_version_is_a_version_mismatch_with_upgrade() {
    let unknown = request_in(V1_1).replace(V1_1.namespace(), "urn:soap");
    let refused = receive(TEXT_XML, unknown);
    let answer = assert_refused(refused, (500, FaultClass::VersionMismatch, V1_1));
    let upgrade = fault(&answer).header.upgrade.unwrap();
    let supported = upgrade
        .supported_envelope
        .iter()
        .map(|it| it.qname.namespace());
    assert!(supported.eq([V1_2.namespace(), V1_1.namespace()]));
    let options = ReadOptions::new().versions(&[V1_1]).any_media_type(true);
    let headers = fields(&[("content-type", SOAP_XML)]);
    let refused = receive_with(&headers, request_in(V1_2).as_bytes(), &options);
    assert_refused(refused, (500, FaultClass::VersionMismatch, V1_1));
}

/// C 38, C 45: SOAP 1.2 part 1 section 5.4.8, part 2 table 20.
#[test]
fn a_block_that_is_not_understood_is_a_must_understand_fault() {
    for (version, content_type) in [(V1_1, TEXT_XML), (V1_2, SOAP_XML)] {
        let block =
            "<s:Header xmlns:s='S'><t:Token xmlns:t='urn:t' s:mustUnderstand='1'/></s:Header>";
        let block = block.replace("'S'", &format!("'{}'", version.namespace()));
        let body = request_in(version).replace("<soap:Body>", &format!("{block}<soap:Body>"));
        let refused = receive(content_type, body);
        let answer = assert_refused(refused, (500, FaultClass::MustUnderstand, version));
        let named = NotUnderstood::new(QName::new("urn:t", "Token"));
        let expected = if version == V1_2 { vec![named] } else { vec![] };
        assert_eq!(fault(&answer).header.not_understood, expected);
    }
}

/// Nobody is to blame for what the program has been answered elsewhere.
#[test]
fn an_error_of_an_answer_is_the_receivers_fault() {
    let elsewhere: [(u16, &str, String); 5] = [
        (500, TEXT_XML, super::fault_in(V1_1)),
        (415, TEXT_XML, super::fault_in(V1_1)),
        (503, "text/html", "<html>".into()),
        (200, "application/json", "{}".into()),
        (200, TEXT_XML, "<Envelope xmlns='urn:soap'/>".into()),
    ];
    for (status, content_type, body) in elsewhere {
        let error = super::read::<Paid>(status, content_type, body).unwrap_err();
        let answer = error.to_fault_response();
        let envelope = fault(&answer);
        assert_eq!(answer.status(), 500, "{error}");
        assert_eq!(envelope.body.class(), FaultClass::Receiver, "{error}");
        assert_eq!(envelope.header, FaultHeaders::default());
    }
}

/// What was sent is not sent back.
#[test]
fn a_refusal_says_no_text_of_the_request() {
    for (content_type, body) in [
        (
            TEXT_XML,
            request_in(V1_1).replace("<Iban>", "hunter2<Iban>"),
        ),
        ("text/plain", "hunter2".into()),
        (SOAP_XML, "<a>&hunter2;</a>".into()),
    ] {
        let answer = receive(content_type, body).unwrap_err().to_fault_response();
        let body = String::from_utf8_lossy(answer.body());
        assert!(!body.contains("hunter2"), "{body}");
    }
}

/// However long and strange what was sent is.
#[test]
fn a_refusal_is_bounded() {
    let long = "x".repeat(100_000);
    for content_type in [
        format!("text/{long}"),
        format!("text/xml; charset={long}"),
        format!("application/soap+xml; action=\"{long}\""),
    ] {
        let headers = fields(&[("content-type", &content_type), ("soapaction", &long)]);
        let options = ReadOptions::new().check_action(true);
        for body in [request_in(V1_1), long.clone()] {
            let error = receive_with(&headers, body.as_bytes(), &options).unwrap_err();
            assert!(error.to_fault_response().body().len() < 4096);
            assert!(format!("{error} {error:?}").len() < 4096);
        }
    }
}

#[test]
fn header_blocks_are_read() {
    #[derive(Debug, SoapType)]
    #[soap(namespace = "urn:trace")]
    struct Headers {
        id: u32,
    }
    fn id<'de, H: ReadHeaders<'de>>(body: &'de [u8]) -> Result<H, Error> {
        let headers = fields(&[("content-type", TEXT_XML)]);
        Envelope::<Pay, H>::from_request(&Method::POST, &headers, body).map(|it| it.header)
    }
    let sent = Envelope::new(pay()).with_header(Headers { id: 7 });
    assert_eq!(id::<Headers>(&sent.to_vec().unwrap()).unwrap().id, 7);
    let error = id::<Headers>(request_in(V1_1).as_bytes()).unwrap_err();
    assert_eq!(error.to_fault_response().status(), 500);
}
