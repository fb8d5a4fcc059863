//! HTTP: methods, content types, encodings, sizes, headers, who calls.

use um_messages::SoapMessage;
use um_messages::um::{self, CallState};

use crate::client::{
    Answer, Call, ERRORS, MESSAGES, POST, SOAP, TEXT_XML, TYPES, disconnect, get_call_info,
    play_on_phone, post, start_call, state_of,
};
use crate::service::{ADA, Service};

/// Sends a body with another content type.
fn send(service: &Service, method: &str, content_type: &str, body: &[u8]) -> Answer {
    let call = Call {
        method,
        content_type,
        ..POST
    };
    call.send(service, body)
}

// What it understands.

#[test]
fn utf_16_is_understood_in_both_byte_orders() {
    let service = Service::start().unwrap();
    let request = play_on_phone().to_envelope().unwrap();
    let request = format!("\u{FEFF}{}", request.replace("utf-8", "utf-16"));
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let body: Vec<u8> = request.encode_utf16().flat_map(to_bytes).collect();
        let answer = send(&service, "POST", "text/xml; charset=utf-16", &body);
        assert_eq!(answer.status, 200);
        um::PlayOnPhoneResponse::from_envelope_slice(&answer.body).unwrap();
    }
}

#[test]
fn a_content_type_is_read_whatever_its_spelling() {
    let service = Service::start().unwrap();
    let request = play_on_phone().to_envelope().unwrap();
    for content_type in [
        "text/xml",
        "Text/XML ; Charset=\"UTF-8\"",
        "text/xml;charset=utf-8;action=x",
    ] {
        let answer = send(&service, "POST", content_type, request.as_bytes());
        assert_eq!(answer.status, 200, "{content_type}");
    }
}

/// A request with these header blocks, where `h` is the namespace of types and `x` another.
fn with_header(blocks: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='{SOAP}' xmlns:h='{TYPES}' xmlns:x='urn:other'><s:Header>{blocks}</s:Header>\
         <s:Body><PlayOnPhone xmlns='{MESSAGES}'><entryId>QUJD</entryId><DialString>1</DialString>\
         </PlayOnPhone></s:Body></s:Envelope>"
    )
}

#[test]
fn header_blocks_of_exchange_web_services_are_understood() {
    let service = Service::start().unwrap();
    for block in [
        "<h:RequestServerVersion s:mustUnderstand='1' Version='Exchange2007_SP1'/>",
        "<h:MailboxCulture s:mustUnderstand='1'>en-US</h:MailboxCulture>",
        "<h:ExchangeImpersonation s:mustUnderstand='1'><h:ConnectingSID><h:SID>S-1</h:SID>\
         </h:ConnectingSID></h:ExchangeImpersonation>",
        "<x:Trace>1</x:Trace>",
    ] {
        assert_eq!(post(&service, with_header(block)).status, 200, "{block}");
    }
}

#[test]
fn other_mandatory_header_blocks_are_not_understood() {
    let service = Service::start().unwrap();
    let before = service.mailbox(ADA);
    for block in [
        "<x:RequestServerVersion s:mustUnderstand='1' Version='Exchange2007_SP1'/>",
        "<h:SerializedSecurityContext s:mustUnderstand='1'/>",
    ] {
        post(&service, with_header(block)).assert_fault(500, SOAP, "MustUnderstand");
    }
    assert_eq!(service.mailbox(ADA), before);
}

/// Contract §1: two impersonations are refused.
#[test]
fn wrong_header_blocks_are_refused() {
    let service = Service::start().unwrap();
    let before = service.mailbox(ADA);
    let impersonation = "<h:ExchangeImpersonation><h:ConnectingSID><h:SID>S-1</h:SID></h:ConnectingSID>\
                         </h:ExchangeImpersonation>";
    for blocks in [
        impersonation.repeat(2),
        impersonation.replace("<h:SID>S-1</h:SID>", ""),
        "<h:RequestServerVersion/>".to_owned(),
    ] {
        post(&service, with_header(&blocks)).assert_invalid_request();
    }
    assert_eq!(service.mailbox(ADA), before);
}

// What it refuses.

#[test]
fn other_methods_than_post_are_refused() {
    let service = Service::start().unwrap();
    for method in ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "SUBSCRIBE"] {
        let answer = send(&service, method, TEXT_XML, b"");
        assert_eq!(answer.headers["allow"], "POST", "{method}");
        answer.assert_fault(405, SOAP, "Client");
    }
    let answer = send(&service, "HEAD", TEXT_XML, b"");
    assert_eq!(answer.status, 405);
    assert_eq!(answer.headers["allow"], "POST");
}

#[test]
fn other_content_types_are_refused() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let request = disconnect(&call_id).to_envelope().unwrap();
    for content_type in [
        "application/soap+xml",
        "application/xml",
        "text/plain; x=text/xml",
        "text/xmlx",
        "",
    ] {
        let answer = send(&service, "POST", content_type, request.as_bytes());
        answer.assert_fault(415, SOAP, "Client");
    }
    assert_eq!(state_of(&service, &call_id), CallState::Connecting);
}

#[test]
fn a_body_is_at_most_a_mebibyte() {
    const LIMIT: usize = 1024 * 1024;
    let service = Service::start().unwrap();
    let request = play_on_phone().to_envelope().unwrap();
    let padded = |length: usize| format!("{request}{}", " ".repeat(length - request.len()));
    assert_eq!(post(&service, padded(LIMIT)).status, 200);
    post(&service, padded(LIMIT + 1)).assert_fault(413, SOAP, "Client");
}

/// Contract §5.2, byte for byte, but for the prefix of the code, which means nothing.
#[test]
fn a_fault_has_the_documented_shape() {
    let service = Service::start().unwrap();
    let answer = post(&service, get_call_info("MDk=").to_envelope().unwrap());
    let xml = String::from_utf8(answer.body).unwrap().replace("ns1", "a");
    let expected = format!(
        "<soap:Fault><faultcode xmlns:a=\"{ERRORS}\">a:InvalidCallIdException</faultcode>\
         <faultstring xml:lang=\"en-US\">The call identifier isn't valid.</faultstring>\
         <detail><m:ExceptionType xmlns:m=\"{MESSAGES}\">InvalidCallIdException\
         </m:ExceptionType></detail></soap:Fault>"
    );
    assert!(xml.contains(&expected), "{xml}");
}
