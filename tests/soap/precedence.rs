//! Precedence: well-formedness, version, mustUnderstand, Fault, content (C 39: WS-I R2724, R2725).

use um_messages::soap::Fault;
use um_messages::um::GetCallInfo;
use um_messages::{Envelope, Error, ErrorKind, ReadOptions};
use um_tests::documents::{FAULT, M, V1_1, V1_2, envelope, short_body, short_envelope};
use um_tests::sources::both_messages;

use crate::must_understand::{Headers, read_header, with_header};

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

const MANDATORY_HEADER: &str = "<s:Header><h:X xmlns:h='urn:h' s:mustUnderstand='1'/></s:Header>";

/// That a block is not understood comes before what is wrong with the Body: here, that there is none.
/// It was broken once.
#[test]
fn what_must_be_understood_comes_before_a_missing_body() {
    for rest in ["", "<s:Other/>", "<s:Body/>"] {
        let document = short_envelope(&format!("{MANDATORY_HEADER}{rest}"));
        let error = both_messages::<GetCallInfo>(&document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::NotUnderstood(_)),
            "{rest}: {error}"
        );
    }
}

/// A fault is not lost behind an error beside it.
/// It was broken once.
#[test]
fn a_fault_comes_before_what_stands_behind_it() {
    let documents = [
        short_envelope(&format!("<s:Body>{FAULT}</s:Body><x/>")),
        short_envelope(&format!("<s:Body>{FAULT}</s:Body><s:Body/>")),
        short_body(&format!("{FAULT}<x/>")),
        short_body(&format!("{FAULT}<x>text</x><y/>")),
    ];
    for document in documents {
        let error = both_messages::<GetCallInfo>(&document).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Fault { .. }), "{error}");
        assert_eq!(error.fault().map(Fault::reason), Some("no"), "{document}");
    }
}

/// That a document is not well-formed comes before all else, wherever that shows.
/// It was broken once.
#[test]
fn well_formedness_comes_before_what_must_be_understood() {
    let head = format!("<s:Envelope xmlns:s='{V1_1}' xmlns:m='{M}'>{MANDATORY_HEADER}");
    for rest in [
        "<s:Body><x></s:Body></s:Envelope>",
        "<s:Body/></s:Envelope><x/>",
        "<s:Body/></s:Envelope>text",
        "<s:Body/><x a='1' a='2'/></s:Envelope>",
        "<s:Body/></s:Other>",
        "</s:Envelope>&",
    ] {
        let error = both_messages::<GetCallInfo>(&format!("{head}{rest}")).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Syntax(_)),
            "{rest}: {error}"
        );
    }
    for rest in [
        "<p:x/></s:Envelope>",
        "<s:Body><p:x/></s:Body></s:Envelope>",
    ] {
        let error = both_messages::<GetCallInfo>(&format!("{head}{rest}")).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Namespace(_)),
            "{rest}: {error}"
        );
    }
    let error = both_messages::<GetCallInfo>(&format!("{head}<s:Body/>")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd), "{error}");
}

/// Even before what the document is: no envelope, or one of no known version.
#[test]
fn well_formedness_comes_before_the_version() {
    for document in [
        "<e:Envelope xmlns:e=\"urn:no\"><a></b></e:Envelope>".to_owned(),
        "<e:Envelope xmlns:e=\"urn:no\"></e:Envelope>text".to_owned(),
        "<a></b>".to_owned(),
        "<a><b></a>".to_owned(),
        short_envelope("text<a></b>"),
        short_envelope("<s:Other/><a></b>"),
        short_envelope("<s:Header>text<a></b></s:Header>"),
        short_envelope("<s:Body/><x/><a></b>"),
    ] {
        let error = both_messages::<GetCallInfo>(&document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Syntax(_)),
            "{document}: {error}"
        );
    }
    let version = "<e:Envelope xmlns:e=\"urn:no\"><a></a></e:Envelope>";
    let error = both_messages::<GetCallInfo>(version).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::VersionMismatch(_)),
        "{error}"
    );
}
