//! Envelope and Body: rules B and F.

use um_messages::um::GetCallInfo;
use um_messages::xml::{Element, QName};
use um_messages::{
    Envelope, EnvelopeProblem, ErrorKind, ReadOptions, SoapMessage, SoapOperation, SoapType,
    SoapVersion, xml,
};
use um_tests::documents::{M, V1_1, body, envelope};
use um_tests::errors::{answer_error, request_error, say};
use um_tests::loan::{Loan, body as loan_body};
use um_tests::sources::{both_messages, both_messages_with};

use crate::namespaces::request;

/// What stands around a message alone is known beforehand.
#[test]
fn a_message_alone_is_written_as_in_an_envelope() {
    #[derive(Clone, SoapMessage)]
    #[soap(namespace = "urn:a", prefix = "soap", version = "1.2")]
    struct Call {
        #[soap(any)]
        others: Vec<Element>,
    }

    let alike = |alone: String, call: &dyn Fn() -> String| assert_eq!(alone, call());
    let call_id = "<1>".to_owned();
    let request = GetCallInfo { call_id };
    alike(request.to_envelope().unwrap(), &|| {
        Envelope::new(request.clone()).to_xml().unwrap()
    });
    alike(().to_envelope().unwrap(), &|| {
        Envelope::new(()).to_xml().unwrap()
    });
    let kept = |prefix: &str| Element::new("urn:kept", "Other").with_prefix(prefix.to_owned());
    for others in [
        vec![],
        vec![kept("")],
        vec![kept("soap"), kept("k"), kept("k")],
    ] {
        let call = Call { others };
        alike(call.to_envelope().unwrap(), &|| {
            Envelope::new(call.clone()).to_xml().unwrap()
        });
    }
    let wrong = GetCallInfo {
        call_id: "\0".to_owned(),
    };
    let error = wrong.to_envelope().unwrap_err();
    assert_eq!(error.path(), Some("Envelope/Body/GetCallInfo/CallId"));
}

/// What is set of an envelope holds where it is written chunk by chunk, too.
#[test]
fn chunks_are_the_envelope() {
    #[derive(SoapMessage)]
    #[soap(namespace = "urn:a")]
    struct Call {
        n: xml::Iter<'static, u32>,
        end: String,
    }

    #[derive(SoapType)]
    #[soap(namespace = "urn:h")]
    struct Headers {
        id: xml::Iter<'static, u32>,
        name: String,
    }

    let build = |count, end: &str| {
        let call = Call {
            n: xml::Iter::new(0..count),
            end: end.to_owned(),
        };
        let headers = Headers {
            id: xml::Iter::new(0..count),
            name: "h".to_owned(),
        };
        Envelope::new(call)
            .with_header(headers)
            .with_version(SoapVersion::V1_2)
            .with_prefix("s")
            .declare("x", "urn:x")
            .with_body_attribute(xml::Attribute::new("urn:x", "id", "1"))
            .map_namespace("urn:a", "urn:b")
    };
    for count in [0, 1, 20_000] {
        let whole = build(count, "").to_xml().unwrap();
        let mut streamed = Vec::new();
        build(count, "").stream_to(&mut streamed).unwrap();
        assert!(streamed == whole.as_bytes(), "{count}");
        let chunks: Result<Vec<_>, _> = build(count, "").into_chunks().collect();
        let chunks = chunks.unwrap();
        assert!(chunks.concat() == whole.as_bytes(), "{count}");
        assert_eq!(chunks.len() > 1, count > 1_000);
    }
    // A log takes no items away.
    let logged = build(3, "");
    assert!(logged.masked().to_string().contains("<!-- items"));
    assert_eq!(logged.to_xml().unwrap(), build(3, "").to_xml().unwrap());
    let mut nothing = Vec::new();
    let error = build(20_000, "\0").stream_to(&mut nothing).unwrap_err();
    assert_eq!(error.path(), Some("Envelope/Body/Call/End"));
    let error = build(1, "")
        .with_prefix("x y")
        .stream_to(&mut nothing)
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    assert!(nothing.is_empty());
}

#[test]
fn the_wrong_root() {
    insta::assert_snapshot!(say(&request_error("<GetCallInfo/>")), @r#"
WrongElement Some("GetCallInfo") Some((1, 1))
element `GetCallInfo`, where `{http://schemas.xmlsoap.org/soap/envelope/}Envelope` or `{http://www.w3.org/2003/05/soap-envelope}Envelope` is expected, in `GetCallInfo`, line 1, column 1
"#);
    insta::assert_snapshot!(say(&request_error("<Envelope/>")), @r#"
VersionMismatch Some("Envelope") Some((1, 1))
the envelope's namespace is none, which is of no version of SOAP that is accepted, in `Envelope`, line 1, column 1; accepted are SOAP 1.1 and SOAP 1.2
"#);
    let other = format!("<s:Body xmlns:s=\"{V1_1}\"/>");
    assert!(matches!(
        request_error(&other).kind(),
        ErrorKind::WrongElement { .. }
    ));
}

#[test]
fn the_wrong_namespace() {
    let singular = body("<GetCallInfo xmlns=\"urn:x\"><CallId>1</CallId></GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&singular)), @r#"
WrongMessage Some("Envelope/Body/GetCallInfo") Some((3, 1))
element `GetCallInfo` has namespace `urn:x` instead of `http://schemas.microsoft.com/exchange/services/2006/messages`, in `Envelope/Body/GetCallInfo`, line 3, column 1
"#);
    let none = body("<GetCallInfo><CallId>1</CallId></GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&none)), @r#"
WrongMessage Some("Envelope/Body/GetCallInfo") Some((3, 1))
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
            ErrorKind::WrongMessage { .. }
        ));
    }
}

#[test]
fn the_wrong_message() {
    let error = request_error(&body("<m:Disconnect><m:CallId>1</m:CallId></m:Disconnect>"));
    insta::assert_snapshot!(say(&error), @r#"
WrongMessage Some("Envelope/Body/Disconnect") Some((3, 1))
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

/// What is wrong with an envelope is told apart by a match.
#[test]
fn problems_of_envelopes() {
    let problem = |document: &str| match request_error(document).kind() {
        ErrorKind::Envelope(problem) => problem.clone(),
        other => panic!("{document}: {other:?}"),
    };
    let message = "<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>";
    let one = format!("<s:Body>{message}</s:Body>");
    let request = QName::new(M, "GetCallInfo");
    for (document, expected) in [
        ("<html><br></html>".to_owned(), EnvelopeProblem::Html),
        ("<!DOCTYPE html><html/>".to_owned(), EnvelopeProblem::Html),
        (envelope(""), EnvelopeProblem::NoBody),
        (
            envelope(&format!("{one}{one}")),
            EnvelopeProblem::SecondBody,
        ),
        (body(""), EnvelopeProblem::EmptyBody(vec![request.clone()])),
        (
            body(&format!("{message}{message}")),
            EnvelopeProblem::SecondMessage(request),
        ),
        (
            envelope(&format!("{one}<s:Header/>")),
            EnvelopeProblem::LateHeader,
        ),
        (
            envelope(&format!("{one}<x/>")),
            EnvelopeProblem::Trailer(QName::local_only("x")),
        ),
    ] {
        assert_eq!(problem(&document), expected, "{document}");
    }
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

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn nothing_may_follow_the_envelope() {
    let document = loan_body("<Loan xmlns='urn:library'><Title>Emma</Title></Loan>");
    for behind in [
        "text",
        "<x/>",
        "&#32;",
        "<![CDATA[]]>",
        "</x>",
        "\0",
        &document,
    ] {
        both_messages::<Loan>(&format!("{document}{behind}")).unwrap_err();
    }
    for behind in [" \r\n\t", "<!-- x -->", "<?x?>"] {
        both_messages::<Loan>(&format!("{document}{behind}")).unwrap();
    }
}

/// Envelopes are equal that say the same in the same version, whatever their prefixes.
/// It was broken once.
#[test]
fn envelopes_are_compared_by_what_they_say() {
    let plain = Envelope::new(request());
    assert_eq!(plain, Envelope::new(request()).with_prefix("s"));
    assert_eq!(plain, Envelope::new(request()).declare("p", "urn:p"));
    let written = plain.clone().with_prefix("e").declare("", "urn:p").to_xml();
    assert_eq!(Envelope::from_xml(&written.unwrap()).unwrap(), plain);
    assert_ne!(
        plain,
        Envelope::new(request()).with_version(SoapVersion::V1_2)
    );
    let other = GetCallInfo {
        call_id: "2".to_owned(),
    };
    assert_ne!(plain, Envelope::new(other));
}

/// What is set with `with_x` is what `x` says.
#[test]
fn an_envelope_says_what_was_set() {
    let plain = Envelope::new(request());
    assert_eq!(
        (plain.version(), plain.prefix()),
        (SoapVersion::V1_1, "soap")
    );
    let set = plain.with_version(SoapVersion::V1_2).with_prefix("s");
    assert_eq!((set.version(), set.prefix()), (SoapVersion::V1_2, "s"));

    let written = set.to_xml().unwrap();
    assert!(written.contains("<s:Envelope "), "{written}");
    let read = Envelope::<GetCallInfo>::from_xml(&written).unwrap();
    assert_eq!((read.version(), read.prefix()), (SoapVersion::V1_2, "soap"));
}

#[derive(Debug, PartialEq, SoapType)]
struct Session {
    #[soap(namespace = "urn:session")]
    number: u32,
}

/// A client takes what it sends by reference.
fn sent<M: SoapOperation>(request: &M, session: &Session) -> String {
    let envelope = Envelope::new(request).with_header(session);
    assert_eq!(envelope.body.action(), request.action());
    assert_eq!(envelope.version(), M::VERSION);
    envelope.to_xml().unwrap()
}

#[test]
fn messages_and_headers_are_written_by_reference() {
    let request = GetCallInfo {
        call_id: "1".into(),
    };
    let session = Session { number: 7 };
    let text = xml::to_string(&&session).unwrap();
    assert_eq!(text, xml::to_string(&session).unwrap());
    let xml = sent(&request, &session);
    let owned = Envelope::new(request).with_header(session);
    assert_eq!(xml, owned.to_xml().unwrap());
}
