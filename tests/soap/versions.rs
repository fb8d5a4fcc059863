//! The two versions of SOAP.

use um_messages::soap::{Fault, FaultClass};
use um_messages::xml::QName;
use um_messages::{Envelope, ErrorKind, SoapVersion};
use um_tests::documents::{FAULT, V1_1, V1_2, body, short_body_1_2};
use um_tests::errors::{request_error, say};
use um_tests::sources::both_messages;

use crate::fault::read_fault;

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

fn in_1_2(fault: Fault) -> String {
    Envelope::new(fault)
        .with_version(SoapVersion::V1_2)
        .to_xml()
        .unwrap()
}

/// In SOAP 1.2 a reason has a language (part 1, 5.4.2), also where SOAP 1.1 said none.
/// It was broken once.
#[test]
fn a_reason_without_a_language_gets_one_in_soap_1_2() {
    let read = read_fault(FAULT);
    assert_eq!(read.reasons()[0].lang(), None);
    let written = in_1_2(read);
    assert!(
        written.contains("<soap:Text xml:lang=\"en\">no</soap:Text>"),
        "{written}"
    );
    let again = both_messages::<Fault>(&written).unwrap();
    assert_eq!(again.reason_in("en"), Some("no"));
}

/// SOAP 1.2 has no dotted codes: one is the code before the dot, and the whole of it a subcode.
/// It was broken once.
#[test]
fn a_dotted_code_is_a_subcode_in_soap_1_2() {
    let read = read_fault(
        "<s:Fault><faultcode>s:Client.Authentication</faultcode><faultstring>no</faultstring></s:Fault>",
    );
    let again = both_messages::<Fault>(&in_1_2(read)).unwrap();
    assert!(again.code().is(V1_2, "Sender"), "{}", again.code());
    assert_eq!(again.class(), FaultClass::Sender);
    assert_eq!(
        again.subcodes(),
        [QName::new(V1_1, "Client.Authentication")]
    );
}

/// A fault of SOAP 1.2 that is passed on in SOAP 1.1 keeps its class and its reason.
/// It was broken once.
#[test]
fn a_fault_is_passed_on_in_the_other_version() {
    let read = both_messages::<Fault>(&short_body_1_2(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang='de'>nein</s:Text></s:Reason></s:Fault>",
    ))
    .unwrap();
    let again = both_messages::<Fault>(&Envelope::new(read).to_xml().unwrap()).unwrap();
    assert!(again.code().is(V1_1, "Client"), "{}", again.code());
    assert_eq!(again.reason_in("de"), Some("nein"));
}
