//! What a service answers.

use ::http::StatusCode;
use um_messages::soap::Block;
use um_messages::xml::QName;
use um_messages::{Category, Envelope, Fault, SoapMessage, SoapType, SoapVersion};

use super::{Paid, SOAP_XML, TEXT_XML, paid, pay};

const V1_1: SoapVersion = SoapVersion::V1_1;
const V1_2: SoapVersion = SoapVersion::V1_2;

/// SOAP 1.1 section 6.2; WS-I R1124; SOAP 1.2 part 2 section 7.5.2.2.
#[test]
fn a_message_is_200_in_the_version_that_was_asked_in() {
    for (version, content_type) in [(V1_1, TEXT_XML), (V1_2, SOAP_XML)] {
        let request = Envelope::new(pay()).with_version(version);
        let answer = request.reply(paid()).to_response().unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], content_type);
        // SOAPAction is a field of requests (SOAP 1.1 section 6.1.1).
        assert!(!answer.headers().contains_key("soapaction"));
        let read =
            Envelope::<Paid>::from_response(answer.status(), answer.headers(), answer.body());
        assert_eq!(read.unwrap(), request.reply(paid()));
    }
    assert_eq!(
        paid().to_response().unwrap().headers()["content-type"],
        TEXT_XML
    );
}

/// RFC 3902 section 2: answers have an action as well, if theirs has one.
#[test]
fn the_action_of_an_answer_is_a_parameter_in_soap_1_2() {
    let answer = Envelope::new(paid().with_action("urn:paid"));
    let response = answer.clone().with_version(V1_2).to_response().unwrap();
    let expected = format!("{SOAP_XML}; action=\"urn:paid\"");
    assert_eq!(response.headers()["content-type"], expected);
    assert_eq!(
        answer.to_response().unwrap().headers()["content-type"],
        TEXT_XML
    );
    let error = Envelope::new(paid().with_action("\n")).with_version(V1_2);
    assert_eq!(error.to_response().unwrap_err().category(), Category::Http);
}

/// SOAP 1.2 part 2 table 20; SOAP 1.1 section 6.2 and WS-I R1126. D 71, H 106.
#[test]
fn a_fault_is_400_or_500_by_version_and_code() {
    let soap = V1_2.namespace();
    for (fault, in_1_2) in [
        (Fault::version_mismatch("no"), 500),
        (Fault::must_understand("no"), 500),
        (Fault::sender("no"), 400),
        (Fault::receiver("no"), 500),
        (
            Fault::new(QName::new(soap, "DataEncodingUnknown"), "no"),
            500,
        ),
        // It is the receiver's, in SOAP 1.2, and below that the code is.
        (Fault::new(QName::new("urn:bank", "Overdrawn"), "no"), 500),
        (
            Fault::sender("no").with_subcode(QName::new("urn:bank", "Iban")),
            400,
        ),
        (Fault::new(QName::new("", "Client.Iban"), "no"), 400),
        (Fault::default(), 500),
    ] {
        for (version, status, content_type) in [(V1_1, 500, TEXT_XML), (V1_2, in_1_2, SOAP_XML)] {
            let request = Envelope::new(pay()).with_version(version);
            let answer = request.reply(fault.clone()).to_response().unwrap();
            assert_eq!(answer.status(), status, "{version}: {fault}");
            assert_eq!(answer.headers()["content-type"], content_type);
        }
    }
    // Whatever it stands in.
    for status in [
        Some(Fault::sender("no")).to_response(),
        vec![Fault::sender("no")].to_response(),
        Fault::sender("no").with_action("urn:a").to_response(),
        Envelope::new(&Fault::sender("no")).to_response(),
    ] {
        assert_eq!(status.unwrap().status(), 500);
    }
}

/// H 108: WS-I R2714, R1112; SOAP 1.2 part 2 table 17: 202.
#[test]
fn the_answer_to_a_one_way_message_is_202_without_an_envelope() {
    for version in [V1_1, V1_2] {
        let request = Envelope::new(super::Note {}).with_version(version);
        let answer = request.reply(()).to_response().unwrap();
        assert_eq!(answer.status(), StatusCode::ACCEPTED);
        assert!(answer.body().is_empty() && answer.headers().is_empty());
    }
}

/// What a Header says would be lost.
#[test]
fn nothing_with_header_blocks_is_an_envelope() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:trace")]
    struct Headers {
        id: Block<u32>,
    }
    let answer = Envelope::new(()).with_header(Headers { id: Block::new(7) });
    let answer = answer.to_response().unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let read = Envelope::<(), Headers>::from_slice(answer.body()).unwrap();
    assert_eq!(*read.header.id, 7);
}

#[test]
fn an_empty_body_is_an_envelope() {
    let answer = None::<Paid>.to_response().unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let read = Option::<Paid>::from_response(answer.status(), answer.headers(), answer.body());
    assert_eq!(read.unwrap(), None);
}

#[test]
fn what_cannot_be_written_is_not_answered() {
    let error = Paid { by: "\0".into() }.to_response().unwrap_err();
    assert_eq!(error.category(), Category::Write);
    assert_eq!(error.to_fault_response().status(), 500);
}
