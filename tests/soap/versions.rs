//! The two versions of SOAP.

use um_messages::soap::{Fault, FaultClass};
use um_messages::xml::QName;
use um_messages::{Envelope, ErrorKind, SoapVersion};
use um_tests::documents::{FAULT, M, V1_1, V1_2, body, short_body_1_2};
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
the envelope's namespace is `urn:x`, which is of no version of SOAP that is accepted, in `Envelope`, line 1, column 1; accepted are SOAP 1.1 and SOAP 1.2
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

/// A fault of SOAP 1.1 in SOAP 1.2, and what comes back: the standard code says whose fault it is, and any other code
/// is a subcode, as it is.
#[test]
fn codes_of_soap_1_1_go_into_soap_1_2_and_back() {
    #[rustfmt::skip]
    let codes = [
        // The code, the standard one in SOAP 1.2, the subcode, and the code that comes back.
        ("s:Client", "Sender", None, (V1_1, "Client")),
        ("s:Server", "Receiver", None, (V1_1, "Server")),
        ("s:VersionMismatch", "VersionMismatch", None, (V1_1, "VersionMismatch")),
        ("s:MustUnderstand", "MustUnderstand", None, (V1_1, "MustUnderstand")),
        ("Client", "Sender", None, (V1_1, "Client")),
        ("q:Server", "Receiver", None, (V1_1, "Server")),
        ("", "Receiver", None, (V1_1, "Server")),
        ("s:Client.Authentication", "Sender", Some("soap:Client.Authentication"), (V1_1, "Client.Authentication")),
        ("s:Client:1", "Sender", Some("soap:Client:1"), (V1_1, "Client:1")),
        ("Server.Timeout", "Receiver", Some("Server.Timeout"), ("", "Server.Timeout")),
        ("Client Error", "Sender", Some("Client Error"), ("", "Client Error")),
        ("500", "Receiver", Some("500"), ("", "500")),
        ("m:Busy", "Receiver", Some("ns1:Busy"), (M, "Busy")),
        ("q:Busy", "Receiver", Some("q:Busy"), ("", "Busy")),
        ("s:Sender", "Receiver", Some("soap:Sender"), (V1_1, "Sender")),
    ];
    for (code, standard, subcode, (namespace, local)) in codes {
        let read = read_fault(&format!(
            "<s:Fault><faultcode>{code}</faultcode><faultstring xml:lang='en'>no</faultstring>\
             <faultactor>urn:a</faultactor><detail a='b'><c/></detail></s:Fault>"
        ));
        let written = in_1_2(read.clone());
        let in_1_2 = both_messages::<Fault>(&written).unwrap();
        assert!(in_1_2.code().is(V1_2, standard), "{written}");
        let expected: Vec<_> = subcode.map(|_| read.code()).into_iter().collect();
        assert_eq!(in_1_2.subcodes().iter().collect::<Vec<_>>(), expected);
        if let Some(subcode) = subcode.map(|text| text.replace("soap:", "ns1:")) {
            assert!(
                written.contains(&format!(">{subcode}</soap:Value>")),
                "{written}"
            );
        }
        let back = Envelope::new(in_1_2).to_xml().unwrap();
        let back = both_messages::<Fault>(&back).unwrap();
        assert!(back.code().is(namespace, local), "{code}: {}", back.code());
        assert_eq!(
            (
                back.reasons(),
                back.role(),
                back.detail(),
                back.detail_element()
            ),
            (
                read.reasons(),
                read.role(),
                read.detail(),
                read.detail_element()
            )
        );
    }
}

/// SOAP 1.1 has one code. A standard one of SOAP 1.2 goes by its name in SOAP 1.1, as a subcode too.
#[test]
fn codes_of_soap_1_2_go_into_soap_1_1() {
    let codes: [(&str, &[&str], &str); 7] = [
        ("s:Sender", &[], "soap:Client"),
        ("s:DataEncodingUnknown", &[], "soap:Client"),
        ("s:Sender", &["s:Receiver"], "soap:Server"),
        (
            "s:Sender",
            &["s:DataEncodingUnknown", "m:Busy"],
            "soap:Client",
        ),
        ("s:Receiver", &["m:Busy", "s:Sender"], "ns1:Busy"),
        ("s:Receiver", &["500"], "500"),
        ("s:Busy", &[], "ns1:Busy"),
    ];
    for (code, subcodes, expected) in codes {
        let subcode = |text: &&str| format!("<s:Subcode><s:Value>{text}</s:Value>");
        let opened: String = subcodes.iter().map(subcode).collect();
        let closed = "</s:Subcode>".repeat(subcodes.len());
        let read = both_messages::<Fault>(&short_body_1_2(&format!(
            "<s:Fault><s:Code><s:Value>{code}</s:Value>{opened}{closed}</s:Code></s:Fault>"
        )));
        let written = Envelope::new(read.unwrap()).to_xml().unwrap();
        assert!(
            written.contains(&format!(">{expected}</faultcode>")),
            "{written}"
        );
    }
}

/// What a program adds to a fault that was read goes by the rules of the version.
#[test]
fn a_fault_that_was_changed_has_the_shape_of_its_version() {
    let read = read_fault("<s:Fault><faultcode>s:Client</faultcode></s:Fault>");
    let subcode = QName::new("urn:a", "One");
    let changed = read
        .clone()
        .with_subcode(subcode.clone())
        .with_node("urn:n");
    let written = Envelope::new(changed).to_xml().unwrap();
    assert_eq!(*both_messages::<Fault>(&written).unwrap().code(), subcode);
    let changed = read.with_reason("en", "no").with_reason("de", "nein");
    let written = Envelope::new(changed).to_xml().unwrap();
    assert_eq!(both_messages::<Fault>(&written).unwrap().reasons().len(), 1);
}
