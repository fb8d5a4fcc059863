//! HTTP: methods, content types, encodings, sizes, headers, who calls.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::SoapMessage;
use um_messages::um::{self, CallState};

use super::client::{
    Answer, Call, ERRORS, MESSAGES, POST, SOAP, TEXT_XML, TYPES, call, disconnect, get_call_info,
    play_on_phone, post, start_call, state_of,
};
use super::embedded::{ADA, BOB, ROOM, Service};

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
        "<h:ExchangeImpersonation s:mustUnderstand='1'><h:ConnectingSID><h:PrincipalName>\
         ada@example.com</h:PrincipalName></h:ConnectingSID></h:ExchangeImpersonation>",
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

/// An impersonation is obeyed, for every way to name the user.
#[test]
fn who_is_impersonated_is_who_calls() {
    let service = Service::start().unwrap();
    let ada = service.mailbox(ADA);
    for (name, user, status) in [
        ("PrincipalName", ROOM, 200),
        ("PrimarySmtpAddress", ROOM, 200),
        ("SmtpAddress", ROOM, 200),
        ("SmtpAddress", BOB, 500),
        ("SmtpAddress", "eve@example.com", 401),
        ("SID", "S-1-5-21-42", 401),
    ] {
        let before = service.mailbox(ROOM);
        let answer = post(
            &service,
            with_header(&format!(
                "<h:ExchangeImpersonation s:mustUnderstand='1'><h:ConnectingSID><h:{name}>{user}\
                 </h:{name}></h:ConnectingSID></h:ExchangeImpersonation>"
            )),
        );
        assert_eq!(answer.status, status, "{name} {user}");
        assert_eq!(service.mailbox(ROOM) != before, status == 200);
    }
    assert_eq!(service.mailbox(ADA), ada);
}

/// A name that cannot be read is nobody's, and not that of who says nothing.
#[test]
fn credentials_that_cannot_be_read_are_refused() {
    let service = Service::start().unwrap();
    let before = service.mailbox(ADA);
    let encoded = |bytes: &[u8]| format!("Basic {}", BASE64_STANDARD.encode(bytes));
    for authorization in [
        "Basic !!!!".to_owned(),
        "Basic".to_owned(),
        "Bearer YWRhQGV4YW1wbGUuY29tOng=".to_owned(),
        encoded(b"ada@example.com"),
        encoded(b"\xE9v\xE9@example.com:x"),
        encoded(b":x"),
        encoded(b"Ada@example.com:x"),
    ] {
        let call = Call {
            authorization: Some(&authorization),
            ..POST
        };
        let answer = call.send(&service, play_on_phone().to_envelope().unwrap());
        assert_eq!(answer.status, 401, "{authorization}");
        assert!(
            answer.headers["www-authenticate"]
                .to_str()
                .unwrap()
                .starts_with("Basic")
        );
    }
    assert_eq!(service.mailbox(ADA), before);
    let call = Call {
        authorization: Some(&encoded(b"ada@example.com:a:b")),
        ..POST
    };
    assert_eq!(
        call.send(&service, play_on_phone().to_envelope().unwrap())
            .status,
        200
    );
}

/// WS-I R1019: what HTTP says of the encoding counts, and not what the XML declaration says.
#[test]
fn the_charset_of_http_counts() {
    let service = Service::start().unwrap();
    let request = |encoding: &str| {
        format!(
            "<?xml version='1.0' encoding='{encoding}'?><s:Envelope xmlns:s='{SOAP}'><s:Body>\
             <SetPlayOnPhoneDialString xmlns='{MESSAGES}'><dialString>\u{e9}1</dialString>\
             </SetPlayOnPhoneDialString></s:Body></s:Envelope>"
        )
    };
    let latin_1 = |text: String| -> Vec<u8> {
        text.chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect()
    };
    for (content_type, body) in [
        (
            "text/xml; charset=utf-8",
            request("iso-8859-1").into_bytes(),
        ),
        ("text/xml; charset=UTF-8", request("utf-8").into_bytes()),
        (
            "text/xml; charset=\"ISO-8859-1\"",
            latin_1(request("utf-8")),
        ),
        ("text/xml", latin_1(request("iso-8859-1"))),
        ("text/xml", request("utf-8").into_bytes()),
    ] {
        let reset = um::SetPlayOnPhoneDialString {
            dial_string: "1".into(),
        };
        call(&service, &reset);
        let answer = send(&service, "POST", content_type, &body);
        assert_eq!(answer.status, 200, "{content_type}");
        let properties = call(&service, &um::GetUMProperties {});
        assert_eq!(
            properties.play_on_phone_dial_string.as_deref(),
            Some("\u{e9}1"),
            "{content_type}"
        );
    }
    // Not UTF-8, whatever it says.
    let body = latin_1(request("utf-8"));
    send(&service, "POST", TEXT_XML, &body).assert_invalid_request();
    // An encoding that is not known here.
    let answer = send(&service, "POST", "text/xml; charset=ibm037", &body);
    answer.assert_fault(415, SOAP, "Client");
}

/// Contract §1: the server refuses more than one that says who calls.
#[test]
fn wrong_header_blocks_are_refused() {
    let service = Service::start().unwrap();
    let before = service.mailbox(ADA);
    let impersonation = "<h:ExchangeImpersonation><h:ConnectingSID><h:SID>S-1</h:SID></h:ConnectingSID>\
                         </h:ExchangeImpersonation>";
    for blocks in [
        impersonation.repeat(2),
        "<h:SerializedSecurityContext/>".repeat(2),
        format!("{impersonation}<h:SerializedSecurityContext/>"),
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
