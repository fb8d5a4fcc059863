//! The versions of SOAP: each request is answered in its own, whatever the answer is.

use um_messages::soap::{FaultClass, FaultHeaders, NotUnderstood, ReadBody};
use um_messages::um::{self, UmException};
use um_messages::xml::QName;
use um_messages::{Envelope, Fault, SoapMessage, SoapVersion};

use super::client::{
    Answer, Call, POST, SOAP, TEXT_XML, disconnect, get_call_info, play_on_phone, post,
};
use super::embedded::Service;

const SOAP_XML: &str = "application/soap+xml; charset=utf-8";
const V1_2: SoapVersion = SoapVersion::V1_2;

fn send(service: &Service, method: &str, body: &str) -> Answer {
    let call = Call {
        method,
        content_type: SOAP_XML,
        ..POST
    };
    call.send(service, body)
}

fn in_1_2(message: impl SoapMessage) -> String {
    Envelope::new(message).with_version(V1_2).to_xml().unwrap()
}

/// An answer in SOAP 1.2, by its status and media type as well.
#[track_caller]
fn read<B: SoapMessage + for<'de> ReadBody<'de>>(
    answer: &Answer,
    status: u16,
) -> Envelope<B, FaultHeaders> {
    assert_eq!(answer.status, status);
    assert_eq!(answer.headers["content-type"], SOAP_XML);
    let envelope = Envelope::from_slice(&answer.body).unwrap();
    assert_eq!(envelope.version(), V1_2);
    envelope
}

#[test]
fn soap_1_2_is_answered_in_soap_1_2() {
    let service = Service::start().unwrap();
    let answer = send(&service, "POST", &in_1_2(play_on_phone()));
    let call_id = read::<um::PlayOnPhoneResponse>(&answer, 200).body.call_id;
    let answer = send(&service, "POST", &in_1_2(disconnect(&call_id)));
    read::<um::DisconnectResponse>(&answer, 200);
}

/// SOAP 1.2 part 1 section 5.4.6, part 2 table 20: the caller is to blame, and what for stands below that.
#[test]
fn an_exception_in_soap_1_2_is_the_senders() {
    let service = Service::start().unwrap();
    for (request, expected) in [
        (in_1_2(get_call_info("MDk=")), UmException::InvalidCallId),
        (
            in_1_2(play_on_phone()).replace("Phone", "Fax"),
            UmException::InvalidRequest,
        ),
        ("<a>".to_owned(), UmException::InvalidRequest),
        (String::new(), UmException::InvalidRequest),
    ] {
        let answer = send(&service, "POST", &request);
        let fault = read::<Fault>(&answer, 400).body;
        assert_eq!(fault.class(), FaultClass::Sender);
        assert!(fault.reason_in("en-US").is_some(), "{fault}");
        assert_eq!(UmException::from_fault(&fault), Some(expected));
    }
}

/// SOAP 1.2 part 1 section 5.4.8.
#[test]
fn soap_1_2_names_the_blocks_that_are_not_understood() {
    let service = Service::start().unwrap();
    let block =
        "<soap:Header><x:Trace xmlns:x='urn:other' soap:mustUnderstand='true'/></soap:Header>";
    let request = in_1_2(play_on_phone());
    let request = request.replace("<soap:Body>", &format!("{block}<soap:Body>"));
    let refused = read::<Fault>(&send(&service, "POST", &request), 500);
    assert_eq!(refused.body.class(), FaultClass::MustUnderstand);
    let named = NotUnderstood::new(QName::new("urn:other", "Trace"));
    assert_eq!(refused.header.not_understood, [named]);
}

/// SOAP 1.2 part 1 section 5.4.7 and appendix A.
#[test]
fn an_unknown_version_is_told_which_are_known() {
    let service = Service::start().unwrap();
    let unknown = play_on_phone()
        .to_envelope()
        .unwrap()
        .replace(SOAP, "urn:soap:2");
    let answer = post(&service, unknown);
    answer.assert_fault(500, SOAP, "VersionMismatch");
    let refused = Envelope::<Fault, FaultHeaders>::from_slice(&answer.body).unwrap();
    let upgrade = refused.header.upgrade.unwrap().supported_envelope;
    let known: Vec<_> = upgrade.iter().map(|it| it.qname.namespace()).collect();
    assert_eq!(known, [V1_2.namespace(), SOAP]);
}

/// SOAP 1.1 section 6, SOAP 1.2 part 2 section 7.1.4.
#[test]
fn the_media_type_of_another_version_is_refused() {
    let service = Service::start().unwrap();
    let answer = post(&service, in_1_2(play_on_phone()));
    let refused = read::<Fault>(&answer, 415);
    assert_eq!(refused.body.class(), FaultClass::Sender);
    assert_eq!(answer.headers["accept"], "text/xml, application/soap+xml");
    let answer = send(&service, "POST", &play_on_phone().to_envelope().unwrap());
    assert_eq!(answer.headers["content-type"], TEXT_XML);
    answer.assert_fault(415, SOAP, "Client");
}

#[test]
fn http_refuses_in_the_version_of_the_media_type() {
    let service = Service::start().unwrap();
    let answer = send(&service, "PUT", &in_1_2(play_on_phone()));
    read::<Fault>(&answer, 405);
    assert_eq!(answer.headers["allow"], "POST");
    let answer = send(&service, "POST", &" ".repeat(2_000_000));
    read::<Fault>(&answer, 413);
}
