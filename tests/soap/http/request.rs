//! What a client sends.

use ::http::{Method, Request, Uri};
use um_messages::xml::Element;
use um_messages::{
    Category, Envelope, ErrorKind, HttpProblem, SoapMessage, SoapType, SoapVersion, http,
};

use super::{Pay, SOAP_XML, Stop, TEXT_XML, fields, pay};

const URI: &str = "https://bank.example/pay?a=b";

fn request(version: SoapVersion) -> Request<Vec<u8>> {
    let envelope = Envelope::new(pay()).with_version(version);
    envelope.to_request(URI).unwrap()
}

fn header<'a>(request: &'a Request<Vec<u8>>, name: &str) -> Option<&'a str> {
    assert!(request.headers().get_all(name).iter().count() < 2);
    request.headers().get(name).map(|it| it.to_str().unwrap())
}

/// H 100: WS-I R1132; SOAP 1.2 part 2 section 7.4.
#[test]
fn it_is_a_post_to_the_uri() {
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let request = request(version);
        assert_eq!(request.method(), Method::POST);
        assert_eq!(request.uri(), URI);
        let read = Envelope::<Pay>::from_slice(request.body()).unwrap();
        assert_eq!((read.version(), read.body), (version, pay()));
    }
}

/// SOAP 1.1 section 6; H 5: WS-I R1018.
#[test]
fn soap_1_1_is_text_xml_with_its_charset() {
    assert_eq!(
        header(&request(SoapVersion::V1_1), "content-type"),
        Some(TEXT_XML)
    );
}

/// H 101: SOAP 1.1 section 6.1.1; WS-I R1109, R2744.
#[test]
fn soap_1_1_has_the_action_in_quotes() {
    let request = request(SoapVersion::V1_1);
    assert_eq!(header(&request, "soapaction"), Some("\"urn:bank/Pay\""));
}

/// H 101: WS-I R2745.
#[test]
fn soap_1_1_without_an_action_has_an_empty_one() {
    let request = Stop {}.to_request(URI).unwrap();
    assert_eq!(header(&request, "soapaction"), Some("\"\""));
}

/// SOAP 1.2 part 2 section 7.1.4; RFC 3902 section 2: its parameters are `charset` and `action`. H 103.
#[test]
fn soap_1_2_is_application_soap_xml_with_charset_and_action() {
    let content_type = format!("{SOAP_XML}; action=\"urn:bank/Pay\"");
    let request = request(SoapVersion::V1_2);
    assert_eq!(
        header(&request, "content-type"),
        Some(content_type.as_str())
    );
    assert_eq!(header(&request, "soapaction"), None);
}

/// SOAP 1.2 part 2 section 6.5: an action is optional.
#[test]
fn soap_1_2_without_an_action_has_no_parameter() {
    let envelope = Envelope::new(Stop {}).with_version(SoapVersion::V1_2);
    let request = envelope.to_request(URI).unwrap();
    assert_eq!(header(&request, "content-type"), Some(SOAP_XML));
}

#[test]
fn it_has_the_header_blocks() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:trace")]
    struct Headers {
        id: u32,
    }
    let envelope = Envelope::new(pay()).with_header(Headers { id: 7 });
    let request = envelope.to_request(URI).unwrap();
    let read = Envelope::<Pay, Headers>::from_slice(request.body()).unwrap();
    assert_eq!(read.header.id, 7);
}

#[test]
fn its_action_can_be_one_of_run_time() {
    let message = Element::new("urn:x", "Get").with_action("urn:x#Get");
    let request = message.to_request(URI).unwrap();
    assert_eq!(header(&request, "soapaction"), Some("\"urn:x#Get\""));
    // By reference, too, and as any type that makes a URI.
    let message = Envelope::new(&message);
    let request = message.to_request(URI.parse::<Uri>().unwrap()).unwrap();
    assert_eq!(header(&request, "soapaction"), Some("\"urn:x#Get\""));
}

/// A header field ends where its line does: what an action has must not begin another one.
#[test]
fn an_action_that_is_no_uri_is_refused() {
    for action in [
        "a\r\nCookie: b",
        "a\"",
        "a\\",
        "a\n",
        "\u{e9}",
        "\0",
        "a\tb",
        "\u{7f}",
    ] {
        for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
            let envelope = Envelope::new(pay().with_action(action)).with_version(version);
            let error = envelope.to_request(URI).unwrap_err();
            let problem = HttpProblem::UnsendableAction(action.into());
            assert!(
                matches!(error.kind(), ErrorKind::Http(it) if *it == problem),
                "{error}"
            );
            assert_eq!(error.category(), Category::Http);
        }
    }
    let long = "x\n".repeat(5_000);
    let error = pay().with_action(long).to_request(URI).unwrap_err();
    assert!(error.to_string().len() < 300, "{error}");
}

#[test]
fn a_uri_that_is_none_is_refused_and_not_repeated() {
    for uri in ["https://ann:hunter2@ho st/", "", "https://ann:hunter2@"] {
        let error = pay().to_request(uri).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Http(HttpProblem::Uri(_))),
            "{error}"
        );
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
    }
    let error = pay().to_request("a b").unwrap_err().to_string();
    assert_eq!(
        error,
        "no URI that a request can be sent to: `invalid uri character`"
    );
}

#[test]
fn what_cannot_be_written_is_not_sent() {
    let error = Pay { iban: "\0".into() }.to_request(URI).unwrap_err();
    assert_eq!(error.category(), Category::Write);
}

// The action, as who receives the request sees it.

#[test]
fn the_action_of_a_request() {
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let action = http::action(request(version).headers());
        assert_eq!(action.as_deref(), Some("urn:bank/Pay"));
    }
    for (headers, action) in [
        // H 102: WS-I R1119.
        (fields(&[("soapaction", "urn:a")]), Some("urn:a")),
        (fields(&[("soapaction", " \"urn:a\" ")]), Some("urn:a")),
        // SOAP 1.1 section 6.1.1: the URI says it, or nothing does.
        (fields(&[("soapaction", "\"\"")]), None),
        (fields(&[("soapaction", "")]), None),
        (fields(&[]), None),
        // RFC 3902 section 2; SOAP 1.2 has no other place for it.
        (
            fields(&[("content-type", "Application/SOAP+XML;Action=urn:a")]),
            Some("urn:a"),
        ),
        (
            fields(&[("content-type", SOAP_XML), ("soapaction", "urn:a")]),
            None,
        ),
        (
            fields(&[
                ("content-type", "text/xml; action=urn:a"),
                ("soapaction", "urn:b"),
            ]),
            Some("urn:b"),
        ),
    ] {
        assert_eq!(http::action(&headers).as_deref(), action, "{headers:?}");
    }
}
