//! Bad input: each gets an error that says what, where (path, line, column), and what was expected.
//!
//! `B 24`, `D 53` and the like name a row of the rules that bind a SOAP message layer, with the
//! clause of SOAP 1.1, SOAP 1.2 or the WS-I profile that the row comes from.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use std::fmt::{Debug, Write as _};

use judge::{both_messages, both_messages_with, sources, tree};
use um_messages::soap::{Block, Fault, FaultClass};
use um_messages::um::{
    CallState, EventCause, GetCallInfo, GetCallInfoResponse, UmException, UmFault,
};
use um_messages::xml::{self, Element, QName, Reader};
use um_messages::{
    Envelope, Error, ErrorKind, ReadOptions, Result, SoapMessage, SoapType, SoapVersion,
};

const V1_1: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const V1_2: &str = "http://www.w3.org/2003/05/soap-envelope";
const M: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";

/// An envelope of SOAP 1.1, one part a line. In it `s` is SOAP's prefix, and `m` that of the messages.
fn envelope(parts: &str) -> String {
    format!("<s:Envelope xmlns:s=\"{V1_1}\" xmlns:m=\"{M}\">\n{parts}\n</s:Envelope>")
}

fn body(content: &str) -> String {
    envelope(&format!("<s:Body>\n{content}\n</s:Body>"))
}

fn envelope_1_2(parts: &str) -> String {
    format!("<s:Envelope xmlns:s=\"{V1_2}\" xmlns:m=\"{M}\">\n{parts}\n</s:Envelope>")
}

fn body_1_2(content: &str) -> String {
    envelope_1_2(&format!("<s:Body>\n{content}\n</s:Body>"))
}

/// The error that a document gets where `GetCallInfo` is expected.
fn request_error(document: &str) -> Error {
    both_messages::<GetCallInfo>(document).unwrap_err()
}

/// The error that a document gets where its answer is expected.
fn answer_error(document: &str) -> Error {
    both_messages::<GetCallInfoResponse>(document).unwrap_err()
}

/// All that an error says: its kind, its path, its place, and what people read.
fn say(error: &Error) -> String {
    let kind = format!("{:?}", error.kind());
    let name: String = kind
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let place = error.position().map(|place| (place.line, place.column));
    format!("{name} {:?} {place:?}\n{error}", error.path())
}

// The document.

#[test]
fn an_empty_string() {
    insta::assert_snapshot!(say(&request_error("")), @r#"
UnexpectedEnd None Some((1, 1))
the text ends before the document is complete, line 1, column 1
"#);
    insta::assert_snapshot!(say(&request_error(" \n ")), @r#"
UnexpectedEnd None Some((2, 2))
the text ends before the document is complete, line 2, column 2
"#);
}

#[test]
fn a_page_of_html() {
    let page = "<!DOCTYPE html>\n<html><head><title>502</title></head><body><br></body></html>";
    let error = GetCallInfo::from_envelope(page).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
Envelope None Some((1, 1))
an HTML page, where a SOAP envelope is expected, line 1, column 1
"#);
    for page in [
        "<html><body>Unauthorized</body></html>",
        "<HTML>\n<BODY>",
        "\u{FEFF}\r\n<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    ] {
        let error = GetCallInfo::from_envelope(page).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("an HTML page, where a SOAP envelope is expected"),
            "{error}"
        );
    }
}

#[test]
fn a_text_that_is_no_xml() {
    insta::assert_snapshot!(say(&request_error("Service Unavailable")), @r#"
Syntax None Some((1, 1))
not well-formed XML: text `Service Unavailable` before the document element, line 1, column 1
"#);
    insta::assert_snapshot!(say(&request_error("{\"error\": 401}")), @r#"
Syntax None Some((1, 1))
not well-formed XML: text `{"error": 401}` before the document element, line 1, column 1
"#);
}

#[test]
fn truncated_text() {
    let document = body("<m:GetCallInfo>\n<m:CallId>MDlk</m:CallId></m:GetCallInfo>");
    both_messages::<GetCallInfo>(&document).unwrap();
    for end in (0..document.len()).filter(|&end| document.is_char_boundary(end)) {
        let error = request_error(&document[..end]);
        assert!(
            matches!(error.kind(), ErrorKind::UnexpectedEnd),
            "cut at {end}: {error}"
        );
    }
    let inside_the_id = document.find("lk</m").unwrap();
    insta::assert_snapshot!(say(&request_error(&document[..inside_the_id])), @r#"
UnexpectedEnd Some("Envelope/Body/GetCallInfo/CallId") Some((4, 13))
the text ends before the document is complete, in `Envelope/Body/GetCallInfo/CallId`, line 4, column 13
"#);
}

#[test]
fn mis_nested_end_tags() {
    let error = request_error(&body(
        "<m:GetCallInfo><m:CallId>x</m:GetCallInfo></m:CallId>",
    ));
    insta::assert_snapshot!(say(&error), @r#"
Syntax Some("Envelope/Body/GetCallInfo/CallId") Some((3, 27))
not well-formed XML: `</m:GetCallInfo>` stands where `<m:CallId>` must be closed, in `Envelope/Body/GetCallInfo/CallId`, line 3, column 27
"#);
}

#[test]
fn a_document_type() {
    let document = format!(
        "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        body("<m:GetCallInfo><m:CallId>&x;</m:CallId></m:GetCallInfo>")
    );
    insta::assert_snapshot!(say(&request_error(&document)), @r#"
DocumentType None Some((1, 1))
document type declarations are not allowed in SOAP, line 1, column 1
"#);
    let bomb = format!(
        "<!DOCTYPE e [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>{}",
        body("")
    );
    assert!(matches!(
        request_error(&bomb).kind(),
        ErrorKind::DocumentType
    ));
}

// Envelope and Body: rules B and F.

#[test]
fn the_wrong_root() {
    insta::assert_snapshot!(say(&request_error("<GetCallInfo/>")), @r#"
WrongElement Some("GetCallInfo") Some((1, 1))
element `GetCallInfo`, where `{http://schemas.xmlsoap.org/soap/envelope/}Envelope` or `{http://www.w3.org/2003/05/soap-envelope}Envelope` is expected, in `GetCallInfo`, line 1, column 1
"#);
    insta::assert_snapshot!(say(&request_error("<Envelope/>")), @r#"
VersionMismatch Some("Envelope") Some((1, 1))
the envelope's namespace is none, which is neither SOAP 1.1 nor SOAP 1.2, in `Envelope`, line 1, column 1
"#);
    let other = format!("<s:Body xmlns:s=\"{V1_1}\"/>");
    assert!(matches!(
        request_error(&other).kind(),
        ErrorKind::WrongElement { .. }
    ));
}

/// B 21: SOAP 1.1, 4.1.2; SOAP 1.2 part 1, 5.4.7.
#[test]
fn another_version() {
    for namespace in [
        "https://schemas.xmlsoap.org/soap/envelope/",
        "http://www.w3.org/2001/12/soap-envelope",
        "urn:x",
        "http://schemas.xmlsoap.org/soap/envelope",
    ] {
        let document = body("").replace(V1_1, namespace);
        let error = request_error(&document);
        assert!(
            matches!(error.kind(), ErrorKind::VersionMismatch(found) if found == namespace),
            "{error}"
        );
    }
    insta::assert_snapshot!(say(&request_error(&body("").replace(V1_1, "urn:x"))), @r#"
VersionMismatch Some("Envelope") Some((1, 1))
the envelope's namespace is `urn:x`, which is neither SOAP 1.1 nor SOAP 1.2, in `Envelope`, line 1, column 1
"#);
}

#[test]
fn the_wrong_namespace() {
    let singular = body("<GetCallInfo xmlns=\"urn:x\"><CallId>1</CallId></GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&singular)), @r#"
WrongElement Some("Envelope/Body/GetCallInfo") Some((3, 1))
element `GetCallInfo` has namespace `urn:x` instead of `http://schemas.microsoft.com/exchange/services/2006/messages`, in `Envelope/Body/GetCallInfo`, line 3, column 1
"#);
    let none = body("<GetCallInfo><CallId>1</CallId></GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&none)), @r#"
WrongElement Some("Envelope/Body/GetCallInfo") Some((3, 1))
element `GetCallInfo` has namespace none instead of `http://schemas.microsoft.com/exchange/services/2006/messages`, in `Envelope/Body/GetCallInfo`, line 3, column 1
"#);
    // B 10: names are compared character by character.
    for namespace in [
        M.to_uppercase(),
        format!("{M}/"),
        M.replace("messages", "Messages"),
        M.replace("messages", "messag"),
        M.replace("2006", "2007"),
    ] {
        let document = body(&format!(
            "<GetCallInfo xmlns=\"{namespace}\"><CallId>1</CallId></GetCallInfo>"
        ));
        assert!(matches!(
            request_error(&document).kind(),
            ErrorKind::WrongElement { .. }
        ));
    }
}

#[test]
fn the_wrong_message() {
    let error = request_error(&body("<m:Disconnect><m:CallId>1</m:CallId></m:Disconnect>"));
    insta::assert_snapshot!(say(&error), @r#"
WrongElement Some("Envelope/Body/Disconnect") Some((3, 1))
element `{http://schemas.microsoft.com/exchange/services/2006/messages}Disconnect`, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo` is expected, in `Envelope/Body/Disconnect`, line 3, column 1
"#);
}

/// B 24, 27.
#[test]
fn no_body() {
    insta::assert_snapshot!(say(&request_error(&envelope(""))), @r#"
Envelope Some("Envelope") Some((3, 1))
the envelope has no Body, in `Envelope`, line 3, column 1
"#);
    insta::assert_snapshot!(say(&request_error(&envelope("<s:Header/>"))), @r#"
Envelope Some("Envelope") Some((3, 1))
the envelope has no Body, in `Envelope`, line 3, column 1
"#);
    let error = request_error(&envelope("<Body/>"));
    assert!(matches!(
        error.kind(),
        ErrorKind::Envelope(_) | ErrorKind::WrongElement { .. }
    ));
    assert_eq!(error.path(), Some("Envelope/Body"));
    assert!(
        error.to_string().contains(V1_1),
        "the namespace is what is wrong: {error}"
    );
}

#[test]
fn an_empty_body() {
    insta::assert_snapshot!(say(&request_error(&body(""))), @r#"
Envelope Some("Envelope/Body") Some((4, 1))
the Body is empty, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo` is expected, in `Envelope/Body`, line 4, column 1
"#);
    insta::assert_snapshot!(say(&answer_error(&envelope("<s:Body/>"))), @r#"
Envelope Some("Envelope/Body") Some((2, 1))
the Body is empty, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfoResponse` is expected, in `Envelope/Body`, line 2, column 1
"#);
    both_messages::<()>(&body("<!-- nothing -->")).unwrap();
}

/// B 24: one Header, then one Body; B 26: nothing behind it.
#[test]
fn two_bodies() {
    let message = "<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>";
    let twice = envelope(&format!(
        "<s:Body>{message}</s:Body>\n<s:Body>{message}</s:Body>"
    ));
    insta::assert_snapshot!(say(&request_error(&twice)), @r#"
Envelope Some("Envelope/Body") Some((3, 1))
the envelope has a second Body, in `Envelope/Body`, line 3, column 1
"#);
    let behind = envelope(&format!("<s:Body>{message}</s:Body>\n<s:Header/>"));
    insta::assert_snapshot!(say(&request_error(&behind)), @r#"
Envelope Some("Envelope/Header") Some((3, 1))
the Header stands behind the Body, in `Envelope/Header`, line 3, column 1
"#);
    let headers = envelope(&format!("<s:Header/><s:Header/><s:Body>{message}</s:Body>"));
    insta::assert_snapshot!(say(&request_error(&headers)), @r#"
WrongElement Some("Envelope/Header") Some((2, 12))
element `{http://schemas.xmlsoap.org/soap/envelope/}Header`, where `{http://schemas.xmlsoap.org/soap/envelope/}Body` is expected, in `Envelope/Header`, line 2, column 12
"#);
    // The switch for trailers does not make two of one.
    let options = ReadOptions::new().allow_trailing_elements(true);
    both_messages_with::<GetCallInfo>(&twice, &options).unwrap_err();
    both_messages_with::<GetCallInfo>(&behind, &options).unwrap_err();
}

/// B 32: one message.
#[test]
fn two_messages() {
    let message = "<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>";
    insta::assert_snapshot!(say(&request_error(&body(&format!("{message}\n{message}")))), @r#"
Envelope Some("Envelope/Body/GetCallInfo") Some((4, 1))
a second element, `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo`, in the Body, in `Envelope/Body/GetCallInfo`, line 4, column 1
"#);
    let fault = body(&format!(
        "<s:Fault><faultcode>s:Server</faultcode></s:Fault>{message}"
    ));
    // A fault is never lost.
    assert!(matches!(
        request_error(&fault).kind(),
        ErrorKind::Fault { .. }
    ));
}

/// B 25, 26: WS-I R1011.
#[test]
fn trailers() {
    let document = envelope(
        "<s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>\n<x><y>z</y></x>",
    );
    insta::assert_snapshot!(say(&request_error(&document)), @r#"
Envelope Some("Envelope/x") Some((3, 1))
element `x` stands behind the Body, in `Envelope/x`, line 3, column 1
"#);
    let options = ReadOptions::new().allow_trailing_elements(true);
    assert_eq!(
        both_messages_with::<GetCallInfo>(&document, &options)
            .unwrap()
            .call_id,
        "1"
    );
}

/// A 17, and text where elements belong: B 28.
#[test]
fn text_where_elements_belong() {
    let message = "<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>";
    let documents = [
        envelope(&format!("stray<s:Body>{message}</s:Body>")),
        envelope(&format!("<s:Body>stray{message}</s:Body>")),
        envelope(&format!("<s:Body>{message}&amp;</s:Body>")),
        envelope(&format!("<s:Body>{message}</s:Body><![CDATA[stray]]>")),
        envelope(&format!(
            "<s:Header>stray</s:Header><s:Body>{message}</s:Body>"
        )),
        body("<m:GetCallInfo>stray<m:CallId>1</m:CallId></m:GetCallInfo>"),
    ];
    for document in documents {
        let error = request_error(&document);
        assert!(
            matches!(error.kind(), ErrorKind::UnexpectedText(_)),
            "{document}: {error}"
        );
    }
    let behind = format!("{}\nstray", body(message));
    insta::assert_snapshot!(say(&request_error(&behind)), @r#"
Syntax None Some((6, 1))
not well-formed XML: text `stray` after the document element, line 6, column 1
"#);
    let inside = body("<m:GetCallInfo>\n  MDlk\n  <m:CallId>1</m:CallId></m:GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&inside)), @r#"
UnexpectedText Some("Envelope/Body/GetCallInfo") Some((4, 3))
text `MDlk`, where only elements are expected, in `Envelope/Body/GetCallInfo`, line 4, column 3
"#);
    let root = format!("{}<x/>", body(message));
    insta::assert_snapshot!(say(&request_error(&root)), @r#"
Syntax None Some((5, 14))
not well-formed XML: a document has one document element, here is a second, line 5, column 14
"#);
}

// The message.

#[test]
fn a_missing_element() {
    insta::assert_snapshot!(say(&request_error(&body("<m:GetCallInfo/>"))), @r#"
MissingElement Some("Envelope/Body/GetCallInfo") Some((3, 1))
missing element `CallId`, in `Envelope/Body/GetCallInfo`, line 3, column 1
"#);
    let inner =
        body("<m:GetCallInfoResponse>\n<m:CallState>Idle</m:CallState></m:GetCallInfoResponse>");
    insta::assert_snapshot!(say(&answer_error(&inner)), @r#"
MissingElement Some("Envelope/Body/GetCallInfoResponse") Some((4, 32))
missing element `EventCause`, in `Envelope/Body/GetCallInfoResponse`, line 4, column 32
"#);
    let cause = body(
        "<m:GetCallInfoResponse><m:GetCallInfoResponse>\n<m:CallState>Idle</m:CallState>\n</m:GetCallInfoResponse></m:GetCallInfoResponse>",
    );
    insta::assert_snapshot!(say(&answer_error(&cause)), @r#"
MissingElement Some("Envelope/Body/GetCallInfoResponse/GetCallInfoResponse") Some((5, 1))
missing element `EventCause`, in `Envelope/Body/GetCallInfoResponse/GetCallInfoResponse`, line 5, column 1
"#);
}

/// The field is missing, and what stands there in its stead is said.
#[test]
fn a_leaf_in_another_namespace() {
    let document = body("<m:GetCallInfo><CallId>1</CallId></m:GetCallInfo>");
    let error = request_error(&document);
    assert!(
        error.to_string().starts_with("missing element `CallId`"),
        "{error}"
    );
    assert!(error.to_string().contains("namespace"), "{error}");
}

#[test]
fn a_doubled_element() {
    let twice =
        body("<m:GetCallInfo>\n<m:CallId>1</m:CallId>\n<m:CallId>1</m:CallId></m:GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&twice)), @r#"
Duplicate Some("Envelope/Body/GetCallInfo/CallId") Some((5, 1))
`CallId` stands twice, where it may stand once, in `Envelope/Body/GetCallInfo/CallId`, line 5, column 1
"#);
    let inner = "<m:GetCallInfoResponse><m:CallState>Idle</m:CallState><m:EventCause>None</m:EventCause></m:GetCallInfoResponse>";
    let twice = body(&format!(
        "<m:GetCallInfoResponse>{inner}\n{inner}</m:GetCallInfoResponse>"
    ));
    insta::assert_snapshot!(say(&answer_error(&twice)), @r#"
Duplicate Some("Envelope/Body/GetCallInfoResponse/GetCallInfoResponse") Some((4, 1))
`GetCallInfoResponse` stands twice, where it may stand once, in `Envelope/Body/GetCallInfoResponse/GetCallInfoResponse`, line 4, column 1
"#);
}

#[test]
fn an_element_inside_a_string() {
    let document = body("<m:GetCallInfo><m:CallId>MD<b>lk</b></m:CallId></m:GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&document)), @r#"
UnexpectedChild Some("Envelope/Body/GetCallInfo/CallId/b") Some((3, 28))
element `b`, where only text is expected, in `Envelope/Body/GetCallInfo/CallId/b`, line 3, column 28
"#);
}

/// F 80: XML Schema part 1, 3.3.4.
#[test]
fn nil_that_cannot_be_absent() {
    let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    for nil in ["true", "1", " true "] {
        let document = body(&format!(
            "<m:GetCallInfo {xsi}><m:CallId xsi:nil=\"{nil}\"/></m:GetCallInfo>"
        ));
        let error = request_error(&document);
        assert!(matches!(error.kind(), ErrorKind::Nil), "{nil}: {error}");
        assert_eq!(error.path(), Some("Envelope/Body/GetCallInfo/CallId"));
    }
    for nil in ["false", "0"] {
        let document = body(&format!(
            "<m:GetCallInfo {xsi}><m:CallId xsi:nil=\"{nil}\">1</m:CallId></m:GetCallInfo>"
        ));
        assert_eq!(
            both_messages::<GetCallInfo>(&document).unwrap().call_id,
            "1"
        );
    }
    let message = body(&format!("<m:GetCallInfo\n{xsi} xsi:nil=\"true\"/>"));
    insta::assert_snapshot!(say(&request_error(&message)), @r#"
Nil Some("Envelope/Body/GetCallInfo") Some((3, 1))
the element is nil (`xsi:nil`), and a value is expected, in `Envelope/Body/GetCallInfo`, line 3, column 1; a field that may be nil is an `Option` with the key `nillable`
"#);
    let wrong = body(&format!(
        "<m:GetCallInfo {xsi}><m:CallId\nxsi:nil=\"TRUE\">1</m:CallId></m:GetCallInfo>"
    ));
    insta::assert_snapshot!(say(&request_error(&wrong)), @r#"
InvalidValue Some("Envelope/Body/GetCallInfo/CallId/@xsi:nil") Some((4, 10))
`TRUE` is not `true`, `false`, `1` or `0`, in `Envelope/Body/GetCallInfo/CallId/@xsi:nil`, line 4, column 10
"#);
    // The attribute is XML Schema's; one of the same name in no namespace is another's.
    let other = body("<m:GetCallInfo><m:CallId nil=\"true\">1</m:CallId></m:GetCallInfo>");
    both_messages::<GetCallInfo>(&other).unwrap();
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, SoapType)]
enum Color {
    Red,
    #[soap(rename = "light green")]
    LightGreen,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:paint")]
struct Paint {
    #[soap(attribute)]
    layers: Option<u8>,
    color: Option<Color>,
    dry: Option<bool>,
    width: Vec<f64>,
}

fn paint(attributes: &str, content: &str) -> Result<Paint> {
    both_messages(&body(&format!(
        "<Paint xmlns=\"urn:paint\"{attributes}>\n{content}</Paint>"
    )))
}

fn paint_error(attributes: &str, content: &str) -> String {
    say(&paint(attributes, content).unwrap_err())
}

/// F 90: XML Schema part 2, 4.3.5.
#[test]
fn an_unknown_enumeration_value() {
    insta::assert_snapshot!(paint_error("", "<Color>Blue</Color>"), @r#"
InvalidValue Some("Envelope/Body/Paint/Color") Some((4, 8))
`Blue` is not one of `Red`, `light green`, in `Envelope/Body/Paint/Color`, line 4, column 8
"#);
    // White space is collapsed, case is not (XML Schema part 2, 4.3.6).
    assert_eq!(
        paint("", "<Color> Red\n</Color>").unwrap().color,
        Some(Color::Red)
    );
    for text in ["", "red", "Re d", "LightGreen", "Red Red"] {
        paint("", &format!("<Color>{text}</Color>")).unwrap_err();
    }
    let unknown = body(
        "<m:GetCallInfoResponse><m:GetCallInfoResponse><m:CallState>Ringing</m:CallState><m:EventCause>Other</m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>",
    );
    let answer = both_messages::<GetCallInfoResponse>(&unknown).unwrap();
    assert_eq!(answer.call_state, CallState::Unknown("Ringing".into()));
    assert_eq!(answer.event_cause, EventCause::Other);
}

/// F 82–85: XML Schema part 2.
#[test]
fn values_that_are_none() {
    insta::assert_snapshot!(paint_error(" Layers=\"300\"", ""), @r#"
InvalidValue Some("Envelope/Body/Paint/@Layers") Some((3, 34))
`300` is not an integer from 0 to 255, in `Envelope/Body/Paint/@Layers`, line 3, column 34
"#);
    insta::assert_snapshot!(paint_error("", "<Dry>yes</Dry>"), @r#"
InvalidValue Some("Envelope/Body/Paint/Dry") Some((4, 6))
`yes` is not `true`, `false`, `1` or `0`, in `Envelope/Body/Paint/Dry`, line 4, column 6
"#);
    insta::assert_snapshot!(paint_error("", "<Width>1</Width>\n  <Width>inf</Width>"), @r#"
InvalidValue Some("Envelope/Body/Paint/Width") Some((5, 10))
`inf` is not a floating-point number, `INF`, `-INF` or `NaN`, in `Envelope/Body/Paint/Width`, line 5, column 10
"#);
    let long = "x".repeat(1000);
    assert!(paint_error("", &format!("<Dry>{long}</Dry>")).len() < 300);
}

#[test]
fn a_stray_attribute_twice() {
    insta::assert_snapshot!(paint_error(" Layers=\"3\"\nLayers=\"3\"", ""), @r#"
Syntax Some("Envelope/Body") Some((4, 1))
not well-formed XML: the attribute `Layers` stands twice, in `Envelope/Body`, line 4, column 1
"#);
}

// Limits. What a limit does not stop is read in time linear in its length: there are more levels,
// attributes and namespaces here than anything quadratic would get through.

const MANY: usize = 100_000;

#[test]
fn deep_nesting() {
    let nested = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    let document = body(&format!(
        "<m:GetCallInfo>{nested}<m:CallId>1</m:CallId></m:GetCallInfo>"
    ));
    let error = request_error(&document);
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                max: 64
            }
        ),
        "{:?}",
        error.kind()
    );
    assert!(
        error
            .to_string()
            .starts_with("more than `max_depth` allows (64), in `Envelope/Body/GetCallInfo/x/x/"),
        "{error}"
    );

    let options = ReadOptions::new().max_depth(MANY + 10);
    let read = Envelope::<GetCallInfo>::from_xml_with(&document, &options).unwrap();
    assert_eq!(read.body.call_id, "1");

    let unclosed = body(&format!("<m:GetCallInfo>{}", "<x>".repeat(MANY)));
    Envelope::<GetCallInfo>::from_xml_with(&unclosed, &options).unwrap_err();
}

#[test]
fn a_million_attributes() {
    let mut tag = String::from("<m:GetCallInfo");
    (0..1_000_000).for_each(|number| write!(tag, " a{number}=''").unwrap());
    let document = body(&format!("{tag}><m:CallId>1</m:CallId></m:GetCallInfo>"));
    let error = request_error(&document);
    insta::assert_snapshot!(say(&GetCallInfo::from_envelope(&document).unwrap_err()), @r#"
Limit Some("Envelope/Body") Some((3, 1954))
more than `max_attributes` allows (256), in `Envelope/Body`, line 3, column 1954
"#);
    drop(error);
    let options = ReadOptions::new().max_attributes(usize::MAX);
    let read = Envelope::<GetCallInfo>::from_xml_with(&document, &options).unwrap();
    assert_eq!(read.body.call_id, "1");
    let twin = document
        .replacen("<m:CallId>", "<m:CallId a='' b=''>", 1)
        .replacen(" a5=''", " a999998=''", 1);
    let error = Envelope::<GetCallInfo>::from_xml_with(&twin, &options).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the attribute `a999998` stands twice"),
        "{error}"
    );
}

/// Namespaces that are declared one after the other, and all different.
#[test]
fn very_many_namespaces() {
    let mut content = String::new();
    (0..MANY).for_each(|number| {
        write!(
            content,
            "<x xmlns='urn:{number}' xmlns:p='urn:p{number}' p:a=''/>"
        )
        .unwrap();
    });
    let document = body(&format!(
        "<m:GetCallInfo>{content}<m:CallId>1</m:CallId></m:GetCallInfo>"
    ));
    assert_eq!(GetCallInfo::from_envelope(&document).unwrap().call_id, "1");

    let mut tag = String::from("<m:GetCallInfo");
    (0..300).for_each(|number| write!(tag, " xmlns:p{number}='urn:p'").unwrap());
    let document = body(&format!("{tag}/>"));
    let options = ReadOptions::new().max_attributes(usize::MAX);
    let error = both_messages_with::<GetCallInfo>(&document, &options).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
Limit Some("Envelope/Body") Some((3, 1))
more than `max_namespaces` allows (256), in `Envelope/Body`, line 3, column 1
"#);
}

#[test]
fn huge_text() {
    let text = "0123456789abcdef &amp; ".repeat(1 << 18);
    let document = body(&format!(
        "<m:GetCallInfo><m:CallId>{text}</m:CallId></m:GetCallInfo>"
    ));
    let read = GetCallInfo::from_envelope(&document).unwrap();
    assert_eq!(read.call_id.len(), 19 << 18);
    let options = ReadOptions::new().max_text(1 << 16);
    let error = Envelope::<GetCallInfo>::from_xml_with(&document, &options).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_text",
                max: 65_536
            }
        ),
        "{error}"
    );
    // Many small pieces of text are one text as well.
    let pieces = "x<!---->".repeat(MANY);
    let document = body(&format!(
        "<m:GetCallInfo><m:CallId>{pieces}</m:CallId></m:GetCallInfo>"
    ));
    assert_eq!(
        GetCallInfo::from_envelope(&document).unwrap().call_id.len(),
        MANY
    );
}

/// A broken reference at the end of a long text is found once, not once a character.
#[test]
fn long_tokens_that_are_broken() {
    for document in [
        format!("<a>{}", "&".repeat(MANY)),
        format!("<a>&{}", "x".repeat(MANY)),
        format!("<a>&#{}", "0".repeat(MANY)),
        format!("<a>{}", "]".repeat(MANY)),
        format!("<a>{}", "<!".repeat(MANY)),
        format!("<a>{}", "<!---".repeat(MANY)),
        format!("<a>{}", "<![CDATA[".repeat(MANY)),
        format!("<a>{}", "<?a ".repeat(MANY)),
        format!("<a {}", "='".repeat(MANY)),
        format!("<{}", "a:".repeat(MANY)),
        format!("<a b='{}", "\n".repeat(MANY)),
    ] {
        assert!(document.parse::<Element>().is_err());
        assert!(xml::pretty(&document).is_err());
    }
}

// The stack.

macro_rules! struct_of_a_hundred_fields {
    ($($field:ident)*) => {
        /// The widest type that the stack is tested with.
        #[derive(Debug, Default, PartialEq, SoapMessage)]
        #[soap(namespace = "urn:wide")]
        struct Wide {
            $($field: Option<String>,)*
            inner: Option<Box<Self>>,
        }
    };
}

struct_of_a_hundred_fields! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9
    d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9
    g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 h0 h1 h2 h3 h4 h5 h6 h7 h8 h9 i0 i1 i2 i3 i4 i5 i6 i7 i8 i9
    j0 j1 j2 j3 j4 j5 j6 j7 j8
}

/// Runs in a thread of 2 MiB, as Rust's are by default.
fn in_two_mebibytes(run: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(run)
        .unwrap();
    thread.join().unwrap();
}

#[test]
fn the_stack_holds_the_deepest_message_of_a_wide_type() {
    in_two_mebibytes(|| {
        // Envelope and Body are two of the 64 levels, and a leaf is another.
        const LEVELS: usize = 61;
        let document = body_of_wide(LEVELS);
        let mut level = &Wide::from_envelope(&document).unwrap();
        let mut levels = 1;
        while let Some(inner) = &level.inner {
            level = inner;
            levels += 1;
        }
        assert_eq!((levels, level.j8.as_deref()), (LEVELS, Some("x")));
        let error = Wide::from_envelope(&body_of_wide(LEVELS + 1)).unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::Limit {
                    limit: "max_depth",
                    ..
                }
            ),
            "{error}"
        );
    });
}

fn body_of_wide(levels: usize) -> String {
    let outer = levels - 1;
    body(&format!(
        "<Wide xmlns=\"urn:wide\">{}<J8>x</J8>{}</Wide>",
        "<Inner>".repeat(outer),
        "</Inner>".repeat(outer)
    ))
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:chain")]
struct Chain {
    next: Option<Box<Chain>>,
}

/// A recursive type is bounded by the limit, not by the stack.
#[test]
fn a_recursive_type_is_bounded() {
    in_two_mebibytes(|| {
        let nested = format!("{}{}", "<Next>".repeat(MANY), "</Next>".repeat(MANY));
        let document = body(&format!("<Chain xmlns=\"urn:chain\">{nested}</Chain>"));
        let error = Chain::from_envelope(&document).unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::Limit {
                    limit: "max_depth",
                    max: 64
                }
            ),
            "{:?}",
            error.kind()
        );
    });
}

fn deep_fault() -> String {
    let deep = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    body(&format!(
        "<s:Fault><faultcode>s:Server</faultcode><faultstring/><detail>{deep}</detail></s:Fault>"
    ))
}

// What overflows the stack ends the process: these fail loudly.

#[test]
fn a_deep_detail_is_read() {
    let options = ReadOptions::new().max_depth(MANY + 10);
    let read = Envelope::<Fault>::from_xml_with(&deep_fault(), &options).unwrap();
    assert_eq!(read.body.detail().len(), 1);
}

#[test]
fn deep_trees_are_compared_and_cloned() {
    let document = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    let options = ReadOptions::new().max_depth(MANY);
    let tree = tree(&mut Reader::from_str_with(&document, &options)).unwrap();
    let copy = tree.clone();
    assert!(copy == tree);
}

// Headers: rules C.

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
struct Headers {
    known: Option<Block<String>>,
    number: Option<u8>,
}

const MESSAGE: &str = "<s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>";

fn with_header(namespace: &str, blocks: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"{namespace}\" xmlns:m=\"{M}\" xmlns:h=\"urn:h\">\n<s:Header>{blocks}</s:Header>\n{MESSAGE}</s:Envelope>"
    )
}

fn read_header(document: &str, options: &ReadOptions) -> Result<Envelope<GetCallInfo, Headers>> {
    let read = |reader: &mut Reader<'_>| Envelope::<GetCallInfo, Headers>::from_reader(reader);
    let (tokenizer, stream) = sources(document, options, &read);
    assert_eq!(tokenizer.is_ok(), stream.is_ok(), "{document}");
    tokenizer
}

/// The blocks that are not understood.
fn not_understood(namespace: &str, blocks: &str) -> Vec<String> {
    match read_header(&with_header(namespace, blocks), &ReadOptions::new()) {
        Ok(_) => Vec::new(),
        Err(error) => match error.kind() {
            ErrorKind::NotUnderstood(names) => names.iter().map(ToString::to_string).collect(),
            _ => panic!("{blocks}: {error}"),
        },
    }
}

/// The rule, the version, the blocks, and those of them that are not understood.
#[rustfmt::skip]
const BLOCKS: &[(&str, &str, &str, &[&str])] = &[
    ("C 38", V1_1, "<h:X/>", &[]),
    ("C 38", V1_1, "<h:X s:mustUnderstand='1'/>", &["{urn:h}X"]),
    ("C 38", V1_1, "<h:X s:mustUnderstand='0'/>", &[]),
    ("C 38, a field claims it", V1_1, "<h:Known s:mustUnderstand='1'>x</h:Known>", &[]),
    ("C 38, a field claims it", V1_1, "<h:Number s:mustUnderstand='1'>1</h:Number>", &[]),
    ("C 38, all are named", V1_1, "<h:X s:mustUnderstand='1'/><h:Y/><Z s:mustUnderstand='1'/>", &["{urn:h}X", "Z"]),
    ("C 38, by name, not by local name", V1_1, "<x:Known xmlns:x='urn:x' s:mustUnderstand='1'/>", &["{urn:x}Known"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand='true'/>", &["{urn:h}X"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand='1'/>", &["{urn:h}X"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand=' true '/>", &["{urn:h}X"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand='false'/>", &[]),
    ("C 40, next", V1_1, "<h:X s:mustUnderstand='1' s:actor='http://schemas.xmlsoap.org/soap/actor/next'/>", &["{urn:h}X"]),
    ("C 40, next", V1_2, "<h:X s:mustUnderstand='1' s:role='http://www.w3.org/2003/05/soap-envelope/role/next'/>", &["{urn:h}X"]),
    ("C 40, ultimate receiver", V1_2, "<h:X s:mustUnderstand='1' s:role='http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver'/>", &["{urn:h}X"]),
    ("C 40, no role", V1_2, "<h:X s:mustUnderstand='1' s:role=''/>", &["{urn:h}X"]),
    ("C 41", V1_1, "<h:X s:mustUnderstand='1' s:actor='urn:other'/>", &[]),
    ("C 41", V1_2, "<h:X s:mustUnderstand='1' s:role='urn:other'/>", &[]),
    ("C 42", V1_2, "<h:X s:mustUnderstand='1' s:role='http://www.w3.org/2003/05/soap-envelope/role/none'/>", &[]),
    ("C 43, not a child", V1_1, "<h:X><h:Y s:mustUnderstand='1'/></h:X>", &[]),
    ("C 44, unqualified", V1_1, "<h:X mustUnderstand='1'/>", &[]),
    ("C 44, unqualified", V1_2, "<h:X mustUnderstand='1'/>", &[]),
    ("C 44, the other version's", V1_2, "<h:X xmlns:o='http://schemas.xmlsoap.org/soap/envelope/' o:mustUnderstand='1'/>", &[]),
    ("C 44, the other version's", V1_1, "<h:X xmlns:o='http://www.w3.org/2003/05/soap-envelope' o:mustUnderstand='1'/>", &[]),
    ("C 44, an unqualified role", V1_1, "<h:X s:mustUnderstand='1' actor='urn:other'/>", &["{urn:h}X"]),
    ("C 44, a role is of SOAP 1.2", V1_1, "<h:X s:mustUnderstand='1' s:role='urn:other'/>", &["{urn:h}X"]),
    ("C 44, an actor is of SOAP 1.1", V1_2, "<h:X s:mustUnderstand='1' s:actor='urn:other'/>", &["{urn:h}X"]),
    ("C 47, they may repeat", V1_1, "<h:X/><h:X/><h:Y/>", &[]),
];

#[test]
fn mandatory_blocks_are_understood_or_refused() {
    for &(rule, version, blocks, expected) in BLOCKS {
        assert_eq!(
            not_understood(version, blocks),
            expected,
            "{rule}: {blocks}"
        );
    }
}

#[test]
fn the_caller_can_understand_blocks() {
    let document = with_header(
        V1_1,
        "<h:X s:mustUnderstand='1'/><h:Y s:mustUnderstand='1'/>",
    );
    let options = ReadOptions::new().understand(&[QName::new("urn:h", "X")]);
    let error = read_header(&document, &options).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::NotUnderstood(names) if *names == [QName::new("urn:h", "Y")]),
        "{error}"
    );
    read_header(&document, &options.understand(&[QName::new("urn:h", "Y")])).unwrap();
    read_header(&document, &ReadOptions::new().ignore_must_understand(true)).unwrap();
}

#[test]
fn blocks_that_are_not_understood_are_named() {
    let document = with_header(
        V1_1,
        "\n<h:X s:mustUnderstand='1'/><h:Y s:mustUnderstand='1'/>",
    );
    let error = read_header(&document, &ReadOptions::new()).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
NotUnderstood Some("Envelope/Header/X") Some((3, 1))
header blocks that must be understood are not: `{urn:h}X` and `{urn:h}Y`, in `Envelope/Header/X`, line 3, column 1
"#);
}

#[test]
fn a_block_that_cannot_be_read() {
    let document = with_header(V1_1, "\n<h:Number>many</h:Number>");
    insta::assert_snapshot!(say(&read_header(&document, &ReadOptions::new()).unwrap_err()), @r#"
InvalidValue Some("Envelope/Header/Number") Some((3, 11))
`many` is not an integer from 0 to 255, in `Envelope/Header/Number`, line 3, column 11
"#);
    let twice = with_header(V1_1, "<h:Number>1</h:Number>\n<h:Number>1</h:Number>");
    insta::assert_snapshot!(say(&read_header(&twice, &ReadOptions::new()).unwrap_err()), @r#"
Duplicate Some("Envelope/Header/Number") Some((3, 1))
`Number` stands twice, where it may stand once, in `Envelope/Header/Number`, line 3, column 1
"#);
    let wrong = with_header(V1_2, "\n<h:X s:mustUnderstand='maybe'/>");
    insta::assert_snapshot!(say(&read_header(&wrong, &ReadOptions::new()).unwrap_err()), @r#"
InvalidValue Some("Envelope/Header/X/@s:mustUnderstand") Some((3, 24))
`maybe` is not `true`, `false`, `1` or `0`, in `Envelope/Header/X/@s:mustUnderstand`, line 3, column 24
"#);
}

/// C 37: SOAP 1.2 part 1, 5.2.3: what is no boolean is the sender's fault, before all that must be understood.
#[test]
fn a_wrong_boolean_comes_before_what_must_be_understood() {
    for blocks in [
        "<h:X s:mustUnderstand='maybe'/><h:Y s:mustUnderstand='1'/>",
        "<h:Y s:mustUnderstand='1'/><h:X s:mustUnderstand='maybe'/>",
    ] {
        let error = read_header(&with_header(V1_2, blocks), &ReadOptions::new()).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{blocks}: {error}"
        );
    }
}

// Precedence: well-formedness, version, mustUnderstand, Fault, content (C 39: WS-I R2724, R2725).

const FAULT: &str =
    "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>";
const WRONG: &str = "<m:GetCallInfo/>";
const MANDATORY: &str = "<h:X xmlns:h=\"urn:h\" s:mustUnderstand=\"1\"/>";

fn message_with(header: &str, content: &str) -> String {
    envelope(&format!(
        "<s:Header>{header}</s:Header>\n<s:Body>{content}</s:Body>"
    ))
}

fn header_error(document: &str) -> Error {
    read_header(document, &ReadOptions::new()).unwrap_err()
}

#[test]
fn the_version_comes_first() {
    let document = message_with(MANDATORY, FAULT).replace(V1_1, "urn:x");
    assert!(matches!(
        header_error(&document).kind(),
        ErrorKind::VersionMismatch(_)
    ));
}

#[test]
fn then_what_must_be_understood_and_it_carries_the_fault() {
    let error = header_error(&message_with(MANDATORY, FAULT));
    assert!(
        matches!(error.kind(), ErrorKind::NotUnderstood(_)),
        "{error}"
    );
    assert_eq!(error.fault().unwrap().reason(), "no");
    let error = header_error(&message_with(MANDATORY, WRONG));
    assert!(
        matches!(error.kind(), ErrorKind::NotUnderstood(_)),
        "{error}"
    );
    assert!(error.fault().is_none());
}

#[test]
fn then_the_fault() {
    let unreadable = "<h:Number xmlns:h=\"urn:h\">many</h:Number>";
    let error = header_error(&message_with(unreadable, FAULT));
    assert!(matches!(error.kind(), ErrorKind::Fault { .. }), "{error}");
}

#[test]
fn then_the_content() {
    let error = header_error(&message_with("", WRONG));
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(_)),
        "{error}"
    );
}

/// A document that is not well-formed says nothing, whatever stands before the place.
#[test]
fn nothing_comes_before_well_formedness() {
    let documents = [
        message_with(
            MANDATORY,
            "<m:GetCallInfo><m:CallId>1</m:CallIdd></m:GetCallInfo>",
        ),
        message_with(MANDATORY, FAULT).replace("</s:Envelope>", ""),
        format!("{}<x/>", message_with(MANDATORY, FAULT)),
        format!("{}<x/>", message_with("", FAULT)),
        message_with(MANDATORY, "<m:GetCallInfo><q:CallId/></m:GetCallInfo>"),
        message_with(
            &format!("{MANDATORY}<h:Number xmlns:h='urn:h'><q:x/></h:Number>"),
            FAULT,
        ),
        message_with("<h:Number xmlns:h='urn:h'><q:x/></h:Number>", FAULT),
    ];
    for document in documents {
        let error = header_error(&document);
        let is_xml = matches!(
            error.kind(),
            ErrorKind::Syntax(_) | ErrorKind::Namespace(_) | ErrorKind::UnexpectedEnd
        );
        assert!(is_xml, "{document}: {error}");
        assert!(
            Envelope::<Fault, Headers>::from_xml(&document).is_err(),
            "{document}"
        );
    }
}

// Faults: rules D and E.

fn fault(document: &str) -> Fault {
    let error = answer_error(document);
    assert!(
        matches!(error.kind(), ErrorKind::Fault { .. }),
        "{document}: {error}"
    );
    let as_value = both_messages::<Fault>(document).unwrap();
    assert_eq!(*error.fault().unwrap(), as_value, "{document}");
    as_value
}

fn fault_1_1(content: &str) -> Fault {
    fault(&body(&format!("<s:Fault>{content}</s:Fault>")))
}

#[test]
fn a_fault_where_an_answer_was_expected() {
    let document = body(
        "<s:Fault><faultcode>s:Server</faultcode><faultstring>no line</faultstring></s:Fault>",
    );
    insta::assert_snapshot!(say(&answer_error(&document)), @r#"
Fault Some("Envelope/Body/Fault") Some((3, 1))
the answer is a fault, `{http://schemas.xmlsoap.org/soap/envelope/}Server`: no line, in `Envelope/Body/Fault`, line 3, column 1
"#);
    assert_eq!(
        answer_error(&document).into_fault().unwrap().to_string(),
        format!("{{{V1_1}}}Server: no line")
    );
}

/// The rule, the children of the Fault, and its code, class, reason and role.
type Shape = (
    &'static str,
    &'static str,
    (&'static str, &'static str),
    FaultClass,
    &'static str,
    Option<&'static str>,
);

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    ("D 52", "<faultcode>s:Client</faultcode><faultstring>no</faultstring><faultactor>urn:a</faultactor>", (V1_1, "Client"), FaultClass::Sender, "no", Some("urn:a")),
    ("D 53, qualified", "<s:faultcode>s:Server</s:faultcode><s:faultstring>no</s:faultstring><s:faultactor>urn:a</s:faultactor>", (V1_1, "Server"), FaultClass::Receiver, "no", Some("urn:a")),
    ("D 53, undeclared default", "<faultcode xmlns=''>s:Client</faultcode><faultstring xmlns=''>no</faultstring>", (V1_1, "Client"), FaultClass::Sender, "no", None),
    ("D 53, order", "<faultstring>no</faultstring><faultactor>urn:a</faultactor><faultcode>s:Client</faultcode>", (V1_1, "Client"), FaultClass::Sender, "no", Some("urn:a")),
    ("D 53, strangers", "<x:y xmlns:x='urn:x'>?</x:y><faultcode>s:Client</faultcode><x:faultstring xmlns:x='urn:x'>?</x:faultstring><faultstring>no</faultstring>", (V1_1, "Client"), FaultClass::Sender, "no", None),
    ("D 54, empty", "<faultcode/><faultstring>no</faultstring>", ("", ""), FaultClass::Other, "no", None),
    ("D 54, missing", "<faultstring>no</faultstring>", ("", ""), FaultClass::Other, "no", None),
    ("D 54, nothing", "", ("", ""), FaultClass::Other, "", None),
    ("D 55, prefix of the element", "<faultcode xmlns:a='urn:a'>a:Busy</faultcode><faultstring>no</faultstring>", ("urn:a", "Busy"), FaultClass::Other, "no", None),
    ("D 55, prefix bound anew", "<faultcode xmlns:s='urn:a'>s:Client</faultcode><faultstring>no</faultstring>", ("urn:a", "Client"), FaultClass::Other, "no", None),
    ("D 55, unbound prefix", "<faultcode>q:Client</faultcode><faultstring>no</faultstring>", ("", "Client"), FaultClass::Sender, "no", None),
    ("D 56, default namespace", "<s:faultcode xmlns='urn:d'>Busy</s:faultcode><faultstring>no</faultstring>", ("urn:d", "Busy"), FaultClass::Other, "no", None),
    ("D 56, no namespace", "<faultcode>Client</faultcode><faultstring>no</faultstring>", ("", "Client"), FaultClass::Sender, "no", None),
    ("D 55, white space", "<faultcode>\n s:Client\t</faultcode><faultstring> no </faultstring>", (V1_1, "Client"), FaultClass::Sender, " no ", None),
    ("D 58, dotted", "<faultcode>s:Client.Authentication.Expired</faultcode><faultstring>no</faultstring>", (V1_1, "Client.Authentication.Expired"), FaultClass::Sender, "no", None),
    ("D 57", "<faultcode>s:VersionMismatch</faultcode><faultstring>no</faultstring>", (V1_1, "VersionMismatch"), FaultClass::VersionMismatch, "no", None),
    ("D 57", "<faultcode>s:MustUnderstand</faultcode><faultstring>no</faultstring>", (V1_1, "MustUnderstand"), FaultClass::MustUnderstand, "no", None),
    ("D 57, a code of SOAP 1.2 is none of 1.1", "<faultcode>s:Sender</faultcode><faultstring>no</faultstring>", (V1_1, "Sender"), FaultClass::Other, "no", None),
    ("D, a number", "<faultcode>500</faultcode><faultstring>no</faultstring>", ("", "500"), FaultClass::Other, "no", None),
    ("E in D, mixed versions", "<s:Code><s:Value>s:Client</s:Value></s:Code><s:Reason><s:Text>no</s:Text></s:Reason>", (V1_1, "Client"), FaultClass::Sender, "no", None),
    ("A 11, 12", "<faultcode>s:Cli<!-- -->ent</faultcode><faultstring>n<![CDATA[o]]></faultstring>", (V1_1, "Client"), FaultClass::Sender, "no", None),
];

#[test]
fn faults_are_read_in_every_shape() {
    for &(rule, content, (namespace, local), class, reason, role) in SHAPES {
        let fault = fault_1_1(content);
        assert!(
            fault.code().is(namespace, local),
            "{rule}: {content}: {}",
            fault.code()
        );
        assert_eq!(
            (fault.class(), fault.reason(), fault.role()),
            (class, reason, role),
            "{rule}: {content}"
        );
    }
}

/// D 50, 63: a Fault is what has the name, in the namespace.
#[test]
fn only_a_fault_is_a_fault() {
    for content in [
        "<m:Fault/>",
        "<Fault><faultcode>s:Client</faultcode></Fault>",
        "<m:GetCallInfoFault><faultcode>s:Client</faultcode></m:GetCallInfoFault>",
        "<s:fault/>",
    ] {
        let error = answer_error(&body(content));
        assert!(
            matches!(error.kind(), ErrorKind::WrongElement { .. }),
            "{content}: {error}"
        );
    }
    let nested = "<m:GetCallInfoResponse><s:Fault/><m:GetCallInfoResponse><m:CallState>Idle</m:CallState><m:EventCause>None</m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>";
    both_messages::<GetCallInfoResponse>(&body(nested)).unwrap();
}

/// D 59: WS-I R1016.
#[test]
fn the_language_of_a_reason_is_kept() {
    let fault =
        fault_1_1("<faultcode>s:Client</faultcode><faultstring xml:lang='de'>nein</faultstring>");
    assert_eq!(fault.reasons()[0].lang(), Some("de"));
    assert_eq!(fault.reason_in("DE"), Some("nein"));
}

/// D 60, 62: WS-I R1002, R1003.
#[test]
fn detail_of_any_content_is_kept() {
    let head = "<faultcode>s:Client</faultcode><faultstring>no</faultstring>";
    let entries = |content: &str| {
        let fault = fault_1_1(&format!("{head}{content}"));
        let names = fault
            .detail()
            .iter()
            .map(|entry| entry.name().to_string())
            .collect::<Vec<_>>();
        (names, fault.detail_element().map(Element::text))
    };
    assert_eq!(entries(""), (vec![], None));
    assert_eq!(entries("<detail/>"), (vec![], Some(String::new())));
    assert_eq!(
        entries("<detail>just text</detail>"),
        (vec![], Some("just text".into()))
    );
    let several = entries("<detail><m:A/><b xmlns='urn:b'><c/></b><d/><m:A/></detail>");
    assert_eq!(
        several.0,
        [
            format!("{{{M}}}A"),
            "{urn:b}b".into(),
            "d".into(),
            format!("{{{M}}}A")
        ]
    );
    let attributes = fault_1_1(&format!("{head}<s:detail x='1' m:y='2'>t<z/></s:detail>"));
    assert_eq!(
        attributes.detail_element().unwrap().attribute(M, "y"),
        Some("2")
    );
    assert_eq!(attributes.detail().len(), 1);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:e")]
struct Reason {
    code: QName,
}

/// B 35, F 89: `QName` values mean what they meant where they stood.
#[test]
fn detail_is_read_as_a_type() {
    let document = format!(
        "<s:Envelope xmlns:s=\"{V1_1}\" xmlns:a=\"urn:a\"><s:Body xmlns:b=\"urn:b\"><s:Fault xmlns:c=\"urn:c\">\
         <faultcode>c:X</faultcode><detail xmlns:d=\"urn:d\"><Other/><e:Reason xmlns:e=\"urn:e\"><e:Code>PREFIX:x</e:Code></e:Reason></detail>\
         </s:Fault></s:Body></s:Envelope>"
    );
    for prefix in ["a", "b", "c", "d", "e"] {
        let fault = fault(&document.replace("PREFIX", prefix));
        let reason = fault.detail_as::<Reason>().unwrap().unwrap();
        assert_eq!(reason.code, QName::new(format!("urn:{prefix}"), "x"));
    }
    let error = fault(&document.replace("PREFIX", "z"))
        .detail_as::<Reason>()
        .unwrap_err();
    assert!(error.to_string().contains("`z` is not"), "{error}");
}

/// E 64–70: SOAP 1.2 part 1, 5.4.
#[test]
fn faults_of_soap_1_2_are_read() {
    let read = fault(&body_1_2(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:a='urn:a'>a:One</s:Value>\
         <s:Subcode xmlns:b='urn:b'><s:Value>b:Two</s:Value><s:Subcode><s:Value xmlns='urn:c'>Three</s:Value></s:Subcode></s:Subcode></s:Subcode></s:Code>\
         <s:Reason><s:Text xml:lang='en'>no</s:Text><s:Text xml:lang='de'>nein</s:Text></s:Reason>\
         <s:Node>urn:node</s:Node><s:Role> urn:role </s:Role><s:Detail m:x='1'><m:A/><m:B/></s:Detail></s:Fault>",
    ));
    assert!(read.code().is(V1_2, "Sender"));
    assert_eq!(read.class(), FaultClass::Sender);
    let subcodes = [
        QName::new("urn:a", "One"),
        QName::new("urn:b", "Two"),
        QName::new("urn:c", "Three"),
    ];
    assert_eq!(read.subcodes(), subcodes);
    assert_eq!((read.reason(), read.reason_in("de")), ("no", Some("nein")));
    assert_eq!(
        (read.node(), read.role()),
        (Some("urn:node"), Some("urn:role"))
    );
    assert_eq!(read.detail().len(), 2);
    assert_eq!(read.detail_element().unwrap().attribute(M, "x"), Some("1"));

    let small = fault(&body_1_2(
        "<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang='en'/></s:Reason><s:Detail/></s:Fault>",
    ));
    assert_eq!(
        (small.class(), small.detail().len()),
        (FaultClass::Receiver, 0)
    );
    let codes = [
        ("VersionMismatch", FaultClass::VersionMismatch),
        ("MustUnderstand", FaultClass::MustUnderstand),
        ("DataEncodingUnknown", FaultClass::DataEncodingUnknown),
        ("Client", FaultClass::Other),
    ];
    for (code, class) in codes {
        let read = fault(&body_1_2(&format!(
            "<s:Fault><s:Code><s:Value>s:{code}</s:Value></s:Code></s:Fault>"
        )));
        assert_eq!(read.class(), class, "{code}");
    }
}

/// D 52, E 64: what is written has the shape of its version, and is read back.
#[test]
fn faults_are_written_in_the_shape_of_their_version() {
    let fault = Fault::sender("no")
        .with_reason("de", "nein")
        .with_subcode(QName::new("urn:a", "One"))
        .with_role("urn:role")
        .with_node("urn:node")
        .with_detail(Element::new("urn:d", "D").with_text("x"));
    let v1_1 = Envelope::new(fault.clone()).to_xml().unwrap();
    insta::assert_snapshot!(v1_1, @r#"<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode xmlns:ns1="urn:a">ns1:One</faultcode><faultstring xml:lang="en">no</faultstring><faultactor>urn:role</faultactor><detail><D xmlns="urn:d">x</D></detail></soap:Fault></soap:Body></soap:Envelope>"#);
    let v1_2 = Envelope::new(fault.clone())
        .version(SoapVersion::V1_2)
        .to_xml()
        .unwrap();
    insta::assert_snapshot!(v1_2, @r#"<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value xmlns:ns1="urn:a">ns1:One</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="en">no</soap:Text><soap:Text xml:lang="de">nein</soap:Text></soap:Reason><soap:Node>urn:node</soap:Node><soap:Role>urn:role</soap:Role><soap:Detail><D xmlns="urn:d">x</D></soap:Detail></soap:Fault></soap:Body></soap:Envelope>"#);
    let read = both_messages::<Fault>(&v1_2).unwrap();
    assert_eq!(
        (read.code(), read.subcodes(), read.reasons()),
        (fault.code(), fault.subcodes(), fault.reasons())
    );
    assert_eq!(
        (read.role(), read.node(), read.detail()),
        (fault.role(), fault.node(), fault.detail())
    );
    assert!(
        both_messages::<Fault>(&v1_1)
            .unwrap()
            .code()
            .is("urn:a", "One")
    );
}

/// A fault can be passed on: what was read is written again, or it is an error, and never other markup.
#[test]
fn faults_are_passed_on_as_they_are() {
    for code in [
        "a&lt;b/&gt;",
        "s:a&lt;b",
        "x y",
        "1",
        "q:&amp;",
        "m:a:b",
        "&gt;",
    ] {
        let read = fault_1_1(&format!(
            "<faultcode>{code}</faultcode><faultstring>no</faultstring>"
        ));
        let Ok(written) = read.to_envelope() else {
            continue;
        };
        match Fault::from_envelope(&written) {
            Ok(again) => assert_eq!(again.code(), read.code(), "{written}"),
            Err(error) => panic!("{code} is written as {written}: {error}"),
        }
    }
    let shapes = SHAPES.iter().map(|shape| fault_1_1(shape.1));
    for read in shapes {
        let written = match read.to_envelope() {
            Ok(written) => written,
            // D 57: a code is a name.
            Err(error) => {
                assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
                assert!(["", "500"].contains(&read.code().local()), "{error}");
                continue;
            }
        };
        let again = both_messages::<Fault>(&written).unwrap();
        assert_eq!(
            (again.code(), again.reason(), again.role()),
            (read.code(), read.reason(), read.role()),
            "{written}"
        );
    }
}

#[test]
fn the_name_of_an_exception_is_no_markup() {
    let fault = UmFault::new(
        UmException::Other("X</faultcode><evil/><faultcode>".into()),
        "no",
    )
    .to_fault();
    if let Ok(written) = fault.and_then(|fault| fault.to_envelope()) {
        assert!(!written.contains("<evil"), "{written}");
    }
}

/// Detail with very many entries under very many declarations: each keeps its own in scope.
#[test]
fn many_entries_of_detail_under_many_declarations() {
    let mut declarations = String::new();
    (0..250).for_each(|number| write!(declarations, " xmlns:p{number}='urn:p{number}'").unwrap());
    let entries = "<a/>".repeat(2_000);
    let document = body(&format!(
        "<s:Fault{declarations}><faultcode/><faultstring/><detail>{entries}</detail></s:Fault>"
    ));
    let read = Fault::from_envelope(&document).unwrap();
    assert_eq!(read.detail().len(), 2_000);
}

/// No bytes make the reader panic; each is read or refused.
#[test]
fn no_change_of_a_byte_is_a_panic() {
    let document = body(
        "<m:GetCallInfo a='&lt;'><!--c--><m:CallId xml:lang='en'>1<![CDATA[2]]>&#51;</m:CallId><?p?></m:GetCallInfo>",
    );
    let bytes = document.as_bytes();
    for index in 0..bytes.len() {
        for byte in [
            0, b'<', b'>', b'&', b'"', b':', b'!', b'/', b' ', b']', 0x80, 0xFF,
        ] {
            let mut changed = bytes.to_vec();
            changed[index] = byte;
            let _ = GetCallInfo::from_envelope_slice(&changed);
            if let Ok(text) = std::str::from_utf8(&changed) {
                let _ = xml::pretty(text);
                let _ = fault_or_error(text);
            }
        }
    }
}

fn fault_or_error(document: &str) -> Result<Fault> {
    Fault::from_envelope(document)
}

/// Indentation grows with the depth, so the depth is limited, whatever the document is.
#[test]
fn what_is_printed_pretty_is_limited() {
    let deep = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    let error = xml::pretty(&deep).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                ..
            }
        ),
        "{:?}",
        error.kind()
    );
    let fits = format!("{}{}", "<x>".repeat(64), "</x>".repeat(64));
    assert_eq!(xml::pretty(&fits).unwrap().lines().count(), 127);
}

/// NS 3: what must not be declared is not declared, and a prefix is a name.
#[test]
fn wrong_declarations_of_the_caller_are_refused() {
    let declarations = [
        ("p", "http://www.w3.org/XML/1998/namespace"),
        ("p", "http://www.w3.org/2000/xmlns/"),
        ("", "http://www.w3.org/XML/1998/namespace"),
        ("xml", "urn:x"),
        ("xmlns", "urn:x"),
        ("1", "urn:x"),
        ("a b", "urn:x"),
        ("p", ""),
        ("p", "urn:\0"),
        ("soap", "urn:x"),
    ];
    for (prefix, uri) in declarations {
        let request = GetCallInfo {
            call_id: "1".to_owned(),
        };
        match Envelope::new(request).declare(prefix, uri).to_xml() {
            Err(error) => assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}"),
            Ok(written) => panic!("{prefix:?} as {uri:?} is written: {written}"),
        }
    }
    let request = GetCallInfo {
        call_id: "1".to_owned(),
    };
    let mapped = Envelope::new(request)
        .map_namespace(M, "http://www.w3.org/2000/xmlns/")
        .to_xml();
    assert!(mapped.is_err(), "{mapped:?}");
}
