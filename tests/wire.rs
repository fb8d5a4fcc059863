//! The messages of the Unified Messaging web service as they stand on the wire (`documents/`), in
//! both directions, in all spellings that mean the same; and how envelopes are written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use std::fmt::Debug;

use judge::{both_messages, judge, sources};
use um_messages::soap::{Block, FaultClass, ReadBody};
use um_messages::um::{
    self, CallState, Disconnect, DisconnectResponse, EventCause, GetCallInfo, GetCallInfoResponse,
    PlayOnPhone, PlayOnPhoneResponse, UmException, UmFault,
};
use um_messages::xml::{QName, Reader, pretty};
use um_messages::{
    Envelope, Error, ErrorKind, Fault, NamedMessage, ReadOptions, Result, SoapMessage,
    SoapOperation, SoapType, SoapVersion,
};

const SOAP_1_1: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP_1_2: &str = "http://www.w3.org/2003/05/soap-envelope";

macro_rules! document {
    ($path:literal) => {
        include_str!(concat!("documents/", $path))
    };
}

const GET_CALL_INFO: &str = document!("GetCallInfo/request.xml");
const GET_CALL_INFO_RESPONSE: &str = document!("GetCallInfo/response.xml");
const PLAY_ON_PHONE: &str = document!("PlayOnPhone/request.xml");
const PLAY_ON_PHONE_RESPONSE: &str = document!("PlayOnPhone/response.xml");
const DISCONNECT: &str = document!("Disconnect/request.xml");
const DISCONNECT_RESPONSE: &str = document!("Disconnect/response.xml");

const CALL_ID: &str = "NWIwZjNhNTItN2QxYy00ZThiLTlmNjAtMmM5ZDFlN2E0YjMzQHVtLTAxLmV4YW1wbGUuY29t";

fn get_call_info() -> GetCallInfo {
    GetCallInfo {
        call_id: CALL_ID.into(),
    }
}

fn get_call_info_response() -> GetCallInfoResponse {
    GetCallInfoResponse {
        call_state: CallState::Disconnected,
        event_cause: EventCause::UserBusy,
    }
}

fn play_on_phone() -> PlayOnPhone {
    PlayOnPhone {
        entry_id: "AAAAAD96EcK40E5anGYSqzTNVu8HAKCxwtPk9QYXKDlKW2x9jp8AAAAAHy4=".into(),
        dial_string: "+1-425-555-0123".into(),
    }
}

fn play_on_phone_response() -> PlayOnPhoneResponse {
    PlayOnPhoneResponse {
        call_id: CALL_ID.into(),
    }
}

fn disconnect() -> Disconnect {
    Disconnect {
        call_id: CALL_ID.into(),
    }
}

// The golden documents.

/// Reads a document by both sources, and gives the value and what is written for it, for a snapshot.
fn written<B>(document: &str, expected: &B) -> String
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let read = both_messages::<B>(document).unwrap();
    assert_eq!(read, *expected);
    let compact = read.to_envelope().unwrap();
    let pretty = read.to_envelope_pretty().unwrap();
    assert_eq!(both_messages::<B>(&compact).unwrap(), *expected);
    assert_eq!(both_messages::<B>(&pretty).unwrap(), *expected);
    format!("{read:#?}\n\n{compact}\n\n{pretty}")
}

#[test]
fn every_message_is_read_and_written() {
    insta::assert_snapshot!("get_call_info", written(GET_CALL_INFO, &get_call_info()));
    insta::assert_snapshot!(
        "get_call_info_response",
        written(GET_CALL_INFO_RESPONSE, &get_call_info_response())
    );
    insta::assert_snapshot!("play_on_phone", written(PLAY_ON_PHONE, &play_on_phone()));
    insta::assert_snapshot!(
        "play_on_phone_response",
        written(PLAY_ON_PHONE_RESPONSE, &play_on_phone_response())
    );
    insta::assert_snapshot!("disconnect", written(DISCONNECT, &disconnect()));
    insta::assert_snapshot!(
        "disconnect_response",
        written(DISCONNECT_RESPONSE, &DisconnectResponse {})
    );
}

#[test]
fn requests_are_written_to_the_byte() {
    let indented = |written: Result<String>| format!("{}\n", written.unwrap());
    assert_eq!(
        indented(get_call_info().to_envelope_pretty()),
        GET_CALL_INFO
    );
    assert_eq!(
        indented(play_on_phone().to_envelope_pretty()),
        PLAY_ON_PHONE
    );
    assert_eq!(indented(disconnect().to_envelope_pretty()), DISCONNECT);
}

/// The example of the service's reference documentation.
#[test]
fn the_documented_messages() {
    let documented = document!("GetCallInfo/documented.request.xml");
    let request = GetCallInfo {
        call_id: "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QGRmLWV1bS0wMS5leGNoYW5nZS5j\
                  b3JwLm1pY3Jvc29mdC5jb20="
            .into(),
    };
    assert_eq!(both_messages::<GetCallInfo>(documented).unwrap(), request);
    let written = Envelope::new(request.clone())
        .map_namespace(um::NAMESPACE, um::NAMESPACE_HTTPS)
        .to_xml_pretty()
        .unwrap();
    assert_eq!(format!("{written}\n"), documented);
    // In the spelling that the service understands.
    let written = request.to_envelope_pretty().unwrap();
    assert_eq!(
        format!("{written}\n"),
        documented.replace(
            "https://schemas.microsoft.com",
            "http://schemas.microsoft.com"
        )
    );

    let documented = document!("GetCallInfo/documented.response.xml");
    let response = both_messages::<GetCallInfoResponse>(documented).unwrap();
    assert_eq!(
        response,
        GetCallInfoResponse {
            call_state: CallState::Connected,
            event_cause: EventCause::None,
        }
    );
}

/// Names, actions and answers.
#[test]
fn operations() {
    fn operation<R: SoapOperation>() -> [String; 5]
    where
        R::Response: NamedMessage,
    {
        [
            format!("{{{}}}{}", R::NAMESPACE, R::NAME),
            R::ACTION.unwrap().to_owned(),
            format!("{}", R::VERSION == SoapVersion::V1_1),
            format!("{{{}}}{}", R::Response::NAMESPACE, R::Response::NAME),
            format!("{:?}", R::Response::ACTION),
        ]
    }
    fn answers<R: SoapOperation<Response = A>, A>() {}

    answers::<GetCallInfo, GetCallInfoResponse>();
    answers::<PlayOnPhone, PlayOnPhoneResponse>();
    answers::<Disconnect, DisconnectResponse>();
    for (operation, [name, action, is_1_1, answer, action_of_answer]) in [
        ("GetCallInfo", operation::<GetCallInfo>()),
        ("PlayOnPhone", operation::<PlayOnPhone>()),
        ("Disconnect", operation::<Disconnect>()),
    ] {
        let uri = "http://schemas.microsoft.com/exchange/services/2006/messages";
        assert_eq!(name, format!("{{{uri}}}{operation}"));
        assert_eq!(action, format!("{uri}/{operation}"));
        assert_eq!(is_1_1, "true");
        assert_eq!(answer, format!("{{{uri}}}{operation}Response"));
        assert_eq!(action_of_answer, "None");
    }
    assert_eq!(get_call_info().action(), GetCallInfo::ACTION);
    assert_eq!(DisconnectResponse {}.action(), None);
    assert_eq!(
        um::NAMESPACE,
        "http://schemas.microsoft.com/exchange/services/2006/messages"
    );
    assert_eq!(
        um::NAMESPACE_HTTPS,
        "https://schemas.microsoft.com/exchange/services/2006/messages"
    );
    assert_eq!(
        um::ERRORS_NAMESPACE,
        "http://schemas.microsoft.com/exchange/services/2006/errors"
    );
    assert_eq!(
        um::TYPES_NAMESPACE,
        "http://schemas.microsoft.com/exchange/services/2006/types"
    );
}

#[test]
fn every_state_and_cause() {
    let states = [
        ("Idle", CallState::Idle),
        ("Connecting", CallState::Connecting),
        ("Alerted", CallState::Alerted),
        ("Connected", CallState::Connected),
        ("Disconnected", CallState::Disconnected),
        ("Incoming", CallState::Incoming),
        ("Transferring", CallState::Transferring),
        ("Forwarding", CallState::Forwarding),
        ("OnHold", CallState::Unknown("OnHold".into())),
        ("idle", CallState::Unknown("idle".into())),
    ];
    let causes = [
        ("None", EventCause::None),
        ("UserBusy", EventCause::UserBusy),
        ("NoAnswer", EventCause::NoAnswer),
        ("Unavailable", EventCause::Unavailable),
        ("Other", EventCause::Other),
        ("Weather", EventCause::Unknown("Weather".into())),
        ("none", EventCause::Unknown("none".into())),
    ];
    for (state, call_state) in &states {
        for (cause, event_cause) in &causes {
            let document = GET_CALL_INFO_RESPONSE
                .replace(">Disconnected<", &format!(">{state}<"))
                .replace(">UserBusy<", &format!(">{cause}<"));
            let expected = GetCallInfoResponse {
                call_state: call_state.clone(),
                event_cause: event_cause.clone(),
            };
            assert_eq!(
                both_messages::<GetCallInfoResponse>(&document).unwrap(),
                expected
            );
            let written = expected.to_envelope().unwrap();
            assert!(
                written.contains(&format!(
                    "<CallState>{state}</CallState><EventCause>{cause}</EventCause>"
                )),
                "{written}"
            );
        }
    }
}

// Other spellings of the same.

/// Reads the bytes by both sources.
fn both_bytes<B>(bytes: &[u8]) -> B
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let options = ReadOptions::new();
    let read = |reader: &mut Reader<'_>| Envelope::<B>::from_reader(reader).unwrap().into_body();
    let tokenizer = read(&mut Reader::from_slice_with(bytes, &options).unwrap());
    let stream = read(&mut Reader::from_stream_with(bytes, &options));
    assert_eq!(tokenizer, stream);
    tokenizer
}

/// The same document with this before and behind every tag, inside the document element and outside.
fn strewn(document: &str, between: &str) -> String {
    let (declaration, content) = document.split_once("?>").unwrap();
    let content = content
        .replace('>', "\u{0}")
        .replace('<', &format!("{between}<"))
        .replace('\u{0}', &format!(">{between}"));
    format!("{declaration}?>{content}")
}

/// The same document with a prefix on every element that has none.
fn with_children_prefixed(document: &str) -> String {
    let mut parts = document.split('<');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (slash, tag) = match part.strip_prefix('/') {
            Some(tag) => ("/", tag),
            None => ("", part),
        };
        let name = tag.split([' ', '>', '/']).next().unwrap_or_default();
        let is_plain = !name.starts_with('?') && !name.contains(':');
        let prefix = if is_plain { "m:" } else { "" };
        result.extend(["<", slash, prefix, tag]);
    }
    result.replace(" xmlns=\"", " xmlns:m=\"")
}

/// The same document with the envelope's elements under another prefix.
fn with_envelope_prefix(document: &str, prefix: &str) -> String {
    let written = if document.contains("<s:") {
        "s"
    } else {
        "soap"
    };
    document
        .replace(&format!("<{written}:"), &format!("<{prefix}:"))
        .replace(&format!("</{written}:"), &format!("</{prefix}:"))
        .replace(&format!("xmlns:{written}="), &format!("xmlns:{prefix}="))
}

/// The same document with the envelope's elements in the default namespace.
fn with_envelope_as_default(document: &str) -> String {
    with_envelope_prefix(document, "E")
        .replace("<E:", "<")
        .replace("</E:", "</")
        .replace("xmlns:E=", "xmlns=")
}

/// The document in every spelling that can be made from any of the golden ones.
fn respelled(document: &str) -> Vec<String> {
    let declarations = format!(
        "<soap:Envelope xmlns:i='{}' xmlns:d='{}' ",
        "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/2001/XMLSchema"
    );
    let crlf = document.replace('\n', "\r\n");
    let standard = with_envelope_prefix(document, "soap");
    vec![
        document.lines().map(str::trim).collect(),
        document.replace('\n', "\r"),
        document
            .replace("\">", "\"\n\t>")
            .replace("</soap:", "\t\r\n</soap:"),
        with_envelope_prefix(document, "env"),
        with_envelope_prefix(document, "SOAP-ENV"),
        with_envelope_prefix(document, "_1.\u{e9}"),
        standard.replace("<soap:Envelope ", &declarations),
        standard.replace("<soap:Body>", "<soap:Body xmlns:unused='urn:unused'>"),
        standard.replace("<soap:Body", "<soap:Header/>\n<soap:Body"),
        document.replace(um::NAMESPACE, um::NAMESPACE_HTTPS),
        document.replace(SOAP_1_1, SOAP_1_2),
        document.replace("schemas.", "schem&#x61;s&#46;"),
        strewn(document, "<!-- a - comment <x> & ]]> -->"),
        strewn(document, "<?pi some='data' <x> & ?>"),
        strewn(&crlf, "<!----><?p?>"),
        document.replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", ""),
        document.replace("encoding=\"utf-8\"", "standalone='yes'"),
        document.replace(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<?xml\tversion = '1.0'  ?>",
        ),
        format!("{document}\n\n<!-- the end -->\n<?p?> "),
        format!("\u{feff}{document}"),
        crlf,
    ]
}

/// Every spelling of a document is read as the value, as text and as bytes.
fn all_spellings<B>(document: &str, expected: &B)
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let mut spellings = respelled(document);
    if !document.contains("Fault") {
        spellings.push(with_children_prefixed(document));
        spellings.push(with_envelope_as_default(document));
        spellings.push(strewn(&with_children_prefixed(document), "<!---->"));
    }
    for spelling in spellings {
        assert_ne!(spelling, document);
        match both_messages::<B>(&spelling) {
            Ok(read) => assert_eq!(read, *expected, "{spelling}"),
            Err(error) => panic!("{spelling}: {error}"),
        }
    }
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| {
        let document = document.replacen("utf-8", "utf-16", 1);
        let units = "\u{feff}".encode_utf16().chain(document.encode_utf16());
        both_bytes::<B>(&units.flat_map(bytes).collect::<Vec<_>>())
    };
    assert_eq!(utf_16(u16::to_le_bytes), *expected);
    assert_eq!(utf_16(u16::to_be_bytes), *expected);
    let utf_8 = both_bytes::<B>(format!("\u{feff}{document}").as_bytes());
    assert_eq!(utf_8, *expected);
    let latin_1 = document.replacen("utf-8", "ISO-8859-1", 1);
    assert_eq!(both_bytes::<B>(latin_1.as_bytes()), *expected);
}

#[test]
fn other_spellings_of_the_same() {
    all_spellings(GET_CALL_INFO, &get_call_info());
    all_spellings(GET_CALL_INFO_RESPONSE, &get_call_info_response());
    all_spellings(PLAY_ON_PHONE, &play_on_phone());
    all_spellings(PLAY_ON_PHONE_RESPONSE, &play_on_phone_response());
    all_spellings(DISCONNECT, &disconnect());
    all_spellings(DISCONNECT_RESPONSE, &DisconnectResponse {});
}

/// What stands in a Body.
fn body(content: &str) -> String {
    format!("<s:Envelope xmlns:s='{SOAP_1_1}'><s:Body>{content}</s:Body></s:Envelope>")
}

#[test]
fn other_order_strangers_and_split_text() {
    let m = um::NAMESPACE;
    for content in [
        // Another order.
        format!(
            "<GetCallInfoResponse xmlns='{m}'><GetCallInfoResponse><EventCause>UserBusy</EventCause>\
             <CallState>Disconnected</CallState></GetCallInfoResponse></GetCallInfoResponse>"
        ),
        // Strangers of every kind, namesakes in other namespaces among them.
        format!(
            "<m:GetCallInfoResponse xmlns:m='{m}' New='1'><m:New/><GetCallInfoResponse/>\
             <m:GetCallInfoResponse m:New='1'><CallState>Idle</CallState><m:CallState>Disconnected\
             </m:CallState><m:New><m:EventCause>None</m:EventCause></m:New><m:EventCause>UserBusy\
             </m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>"
        ),
        // Values in pieces, and with white space around them.
        format!(
            "<GetCallInfoResponse xmlns='{m}'><GetCallInfoResponse><CallState>\n Dis<!-- - -->conn<![CDATA[ect]]>\
             e&#100;\n</CallState><EventCause><![CDATA[UserBusy]]></EventCause>\
             </GetCallInfoResponse></GetCallInfoResponse>"
        ),
        // Three prefixes of one namespace, and one prefix of three.
        format!(
            "<a:GetCallInfoResponse xmlns:a='{m}' xmlns:b='{m}'><b:GetCallInfoResponse xmlns:a='urn:a'>\
             <c:CallState xmlns:c='{m}'>Disconnected</c:CallState><s:EventCause xmlns:s='{m}'>UserBusy\
             </s:EventCause><a:CallState xmlns:b='urn:b'/></b:GetCallInfoResponse></a:GetCallInfoResponse>"
        ),
    ] {
        let read = both_messages::<GetCallInfoResponse>(&body(&content));
        assert_eq!(read.unwrap(), get_call_info_response(), "{content}");
    }
    // A string is read as it was sent, white space and all.
    let content = format!(
        "<Disconnect xmlns='{m}'><CallId> \t<![CDATA[<a&b>]]>&#13;\r\n&lt;<?p?>\u{1f600} </CallId></Disconnect>"
    );
    assert_eq!(
        both_messages::<Disconnect>(&body(&content))
            .unwrap()
            .call_id,
        " \t<a&b>\r\n<\u{1f600} "
    );
}

// Faults.

const MESSAGE: &str = "The call identifier isn't valid.";

/// The faults of the service: the document, the exception and its message.
const FAULTS: [(&str, UmException, &str, &str); 4] = [
    (
        "fault_of_get_call_info",
        UmException::InvalidCallId,
        MESSAGE,
        document!("GetCallInfo/fault.xml"),
    ),
    (
        "fault_of_disconnect",
        UmException::InvalidCallId,
        MESSAGE,
        document!("Disconnect/fault.xml"),
    ),
    (
        "fault_of_play_on_phone",
        UmException::InvalidObjectId,
        "The object identifier isn't valid.",
        document!("PlayOnPhone/fault.xml"),
    ),
    (
        "fault_of_dialing_rules",
        UmException::DialingRules,
        "Dialing restrictions are preventing the phone number that was entered from being dialed.",
        document!("PlayOnPhone/fault.dialing_rules.xml"),
    ),
];

fn fault(document: &str) -> Fault {
    both_messages(document).unwrap()
}

/// The fault in both versions of SOAP, both of which are read back as a fault that says the same.
fn written_fault(fault: &Fault) -> String {
    let compact = fault.to_envelope().unwrap();
    let pretty = fault.to_envelope_pretty().unwrap();
    let version_1_2 = Envelope::new(fault.clone())
        .version(SoapVersion::V1_2)
        .to_xml_pretty()
        .unwrap();
    for again in [&compact, &pretty, &version_1_2] {
        let again = self::fault(again);
        assert_eq!(again.reasons(), fault.reasons());
        assert_eq!(again.detail(), fault.detail());
        let code = again.subcodes().first().unwrap_or(again.code());
        assert_eq!(code, fault.code());
    }
    format!("{compact}\n\n{pretty}\n\n{version_1_2}")
}

#[test]
fn the_faults_of_the_service() {
    for (name, exception, message, document) in FAULTS {
        let fault = fault(document);
        let code = QName::new(um::ERRORS_NAMESPACE, exception.name().to_owned());
        assert_eq!(*fault.code(), code);
        assert_eq!(fault.code_text(), format!("a:{}", exception.name()));
        assert_eq!(fault.class(), FaultClass::Other);
        let expected = UmFault::new(exception, message);
        let read = UmFault::from_fault(&fault).unwrap();
        assert_eq!(read, expected);
        // As the service writes it, and as this library does.
        let ours = expected.to_fault().unwrap();
        assert_eq!(ours.code(), fault.code());
        assert_eq!(ours.reasons(), fault.reasons());
        assert_eq!(ours.detail(), fault.detail());
        let written = written_fault(&ours);
        insta::assert_snapshot!(name, format!("{read:#?}\n\n{written}"));
        for spelling in respelled(document) {
            let fault = self::fault(&spelling);
            assert_eq!(
                UmFault::from_fault(&fault),
                Some(expected.clone()),
                "{spelling}"
            );
        }
    }
}

/// The fault of every operation for a malformed request is none of the service's exceptions.
#[test]
fn the_fault_for_a_malformed_request() {
    let document = document!("ErrorInvalidRequest/fault.xml");
    let fault = fault(document);
    assert!(fault.code().is(um::TYPES_NAMESPACE, "ErrorInvalidRequest"));
    assert_eq!(fault.reason(), "The request is invalid.");
    assert_eq!(fault.reason_in("en-us"), Some("The request is invalid."));
    let entries: Vec<_> = fault
        .detail()
        .iter()
        .map(|entry| (entry.name().local(), entry.text()))
        .collect();
    assert_eq!(
        entries,
        [
            ("ResponseCode", "ErrorInvalidRequest".to_owned()),
            ("Message", "The request is invalid.".to_owned()),
        ]
    );
    assert_eq!(UmFault::from_fault(&fault), None);
    insta::assert_snapshot!("fault_for_a_malformed_request", written_fault(&fault));
}

/// Four shapes of one fault: [MS-OXWUMS] 3.1.4.1, 3.1.4.3, 4.15 and 2.2.3.1.
#[test]
fn four_shapes_of_one_fault() {
    let (e, m) = (um::ERRORS_NAMESPACE, um::NAMESPACE);
    let shapes = [
        format!(
            "<faultcode xmlns:a='{e}'>a:InvalidCallIdException</faultcode>\
             <faultstring xml:lang='en-US'>{MESSAGE}</faultstring><detail>\
             <m:ExceptionType xmlns:m='{m}'>InvalidCallIdException</m:ExceptionType></detail>"
        ),
        format!(
            "<faultcode xmlns:a='{e}'>a:InvalidCallIdException</faultcode>\
             <faultstring xml:lang='en-US'>{MESSAGE}</faultstring><detail>\
             <ExceptionType xmlns:m='{m}'>InvalidCallIdException</ExceptionType></detail>"
        ),
        format!(
            "<faultcode>a:InvalidCallIdException</faultcode>\
             <faultstring>{MESSAGE}</faultstring><detail>\
             <ExceptionType xmlns='{m}'>InvalidCallIdException</ExceptionType></detail>"
        ),
        format!(
            "<faultcode xmlns:a='{e}'>a:InvalidCallIdException</faultcode>\
             <faultstring xml:lang='en-US'>{MESSAGE}</faultstring><detail>\
             <m:ExceptionType xmlns:m='{m}'>a:InvalidCallIdException</m:ExceptionType></detail>"
        ),
        // With the code alone, which is there in all of them.
        format!(
            "<faultcode xmlns:a='{e}'>a:InvalidCallIdException</faultcode>\
             <faultstring xml:lang='en-US'>{MESSAGE}</faultstring>"
        ),
    ];
    for shape in shapes {
        let fault = fault(&body(&format!("<s:Fault>{shape}</s:Fault>")));
        let read = UmFault::from_fault(&fault).unwrap();
        assert_eq!(read.exception, UmException::InvalidCallId, "{shape}");
        assert_eq!(read.message, MESSAGE);
        let language = shape.contains("xml:lang").then_some("en-US");
        assert_eq!(read.language.as_deref(), language);
    }
}

/// The set of exceptions is open.
#[test]
fn an_exception_that_is_not_known() {
    let document = document!("GetCallInfo/fault.xml").replace(
        "InvalidCallIdException",
        "OverPlayOnPhoneCallLimitException",
    );
    let fault = fault(&document);
    let read = UmFault::from_fault(&fault).unwrap();
    let name = "OverPlayOnPhoneCallLimitException";
    assert_eq!(read.exception, UmException::Other(name.into()));
    assert_eq!(read.exception.name(), name);
    assert_eq!(UmException::from_name(name), read.exception);
    let again = self::fault(&read.to_fault().unwrap().to_envelope().unwrap());
    assert_eq!(UmFault::from_fault(&again), Some(read));
}

#[test]
fn a_fault_instead_of_the_answer_is_an_error_that_carries_it() {
    fn check<B: for<'de> ReadBody<'de> + Debug>(document: &str, expected: &UmFault) {
        let read = |reader: &mut Reader<'_>| Envelope::<B>::from_reader(reader);
        let options = ReadOptions::new();
        let (tokenizer, stream) = sources(document, &options, &read);
        for error in [tokenizer.unwrap_err(), stream.unwrap_err()] {
            let ErrorKind::Fault { code, reason } = error.kind() else {
                panic!("{error}");
            };
            let name = expected.exception.name();
            assert_eq!(*code, format!("{{{}}}{name}", um::ERRORS_NAMESPACE));
            assert_eq!(*reason, expected.message);
            assert_eq!(UmFault::from_error(&error).as_ref(), Some(expected));
            assert_eq!(*error.fault().unwrap(), fault(document));
            assert_eq!(error.into_fault().unwrap(), fault(document));
        }
    }

    for (_, exception, message, document) in FAULTS {
        let expected = UmFault::new(exception, message);
        check::<GetCallInfoResponse>(document, &expected);
        check::<DisconnectResponse>(document, &expected);
        check::<PlayOnPhoneResponse>(document, &expected);
        check::<Request>(document, &expected);
        check::<()>(document, &expected);
    }
    // Any other error has none.
    let error = both_messages::<GetCallInfoResponse>(GET_CALL_INFO).unwrap_err();
    assert!(error.fault().is_none());
    assert!(UmFault::from_error(&error).is_none());
    assert!(matches!(
        error.into_fault().unwrap_err().kind(),
        ErrorKind::WrongElement { .. }
    ));
}

// One of several messages.

#[derive(Clone, Debug, PartialEq, SoapMessage)]
enum Request {
    GetCallInfo(GetCallInfo),
    PlayOnPhone(PlayOnPhone),
    Disconnect(Disconnect),
}

#[test]
fn one_of_several_messages() {
    let requests = [
        (GET_CALL_INFO, Request::GetCallInfo(get_call_info())),
        (PLAY_ON_PHONE, Request::PlayOnPhone(play_on_phone())),
        (DISCONNECT, Request::Disconnect(disconnect())),
    ];
    for (document, request) in requests {
        assert_eq!(both_messages::<Request>(document).unwrap(), request);
        let written = request.to_envelope_pretty().unwrap();
        assert_eq!(format!("{written}\n"), document);
        let https = document.replace(um::NAMESPACE, um::NAMESPACE_HTTPS);
        assert_eq!(both_messages::<Request>(&https).unwrap(), request);
    }
    assert_eq!(
        Request::Disconnect(disconnect()).action(),
        Disconnect::ACTION
    );
    assert_eq!(
        Request::PlayOnPhone(play_on_phone()).action(),
        PlayOnPhone::ACTION
    );
    assert_eq!(
        Request::GetCallInfo(get_call_info()).action(),
        GetCallInfo::ACTION
    );
}

/// The names that would have been right.
fn expected_instead(error: &Error) -> Vec<String> {
    let ErrorKind::WrongElement { expected, .. } = error.kind() else {
        panic!("{error}");
    };
    expected.iter().map(ToString::to_string).collect()
}

#[test]
fn none_of_several_messages() {
    let all = ["GetCallInfo", "PlayOnPhone", "Disconnect"]
        .map(|name| format!("{{{}}}{name}", um::NAMESPACE));
    for content in [
        format!("<ResetPIN xmlns='{}'/>", um::NAMESPACE),
        "<GetCallInfo><CallId>x</CallId></GetCallInfo>".to_owned(),
        format!("<getCallInfo xmlns='{}'/>", um::NAMESPACE),
    ] {
        let error = both_messages::<Request>(&body(&content)).unwrap_err();
        assert_eq!(expected_instead(&error), all, "{content}");
    }
    let error = both_messages::<Request>(GET_CALL_INFO_RESPONSE).unwrap_err();
    let text = error.to_string();
    for name in all {
        assert!(text.contains(&name), "{text}");
    }
    assert_eq!(error.path(), Some("Envelope/Body/GetCallInfoResponse"));
    // An empty Body names them as well.
    let empty = both_messages::<Request>(&body("")).unwrap_err().to_string();
    for name in ["GetCallInfo", "PlayOnPhone", "Disconnect"] {
        assert!(empty.contains(name), "{empty}");
    }
}

// How namespaces are written.

/// The Body's child as it is written; the envelope must be read back equal.
fn content<B>(envelope: &Envelope<B>) -> String
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let written = envelope.to_xml().unwrap();
    assert_eq!(
        both_messages::<B>(&written).unwrap(),
        envelope.body,
        "{written}"
    );
    assert_eq!(
        both_messages::<B>(&pretty(&written).unwrap()).unwrap(),
        envelope.body,
        "{written}"
    );
    let (head, rest) = written.split_once("Body>").unwrap();
    assert!(
        head.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><"),
        "{head}"
    );
    let (content, _) = rest.rsplit_once("</").unwrap().0.rsplit_once("</").unwrap();
    content.to_owned()
}

/// A message in one namespace with parts in others, each with a prefix.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Info {
    call: Call,
    #[soap(attribute, namespace = "urn:x", prefix = "x")]
    mark: Option<u8>,
    another: Option<OtherCall>,
    #[soap(namespace = "urn:z", prefix = "z")]
    last: Option<Call>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Call {
    id: u8,
    more: Vec<Call>,
    #[soap(attribute, namespace = "urn:y", prefix = "y")]
    mark: Option<u8>,
}

/// The same prefix for another namespace.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t2", prefix = "t")]
struct OtherCall {
    id: u8,
    own: u8,
}

fn call(id: u8) -> Call {
    Call {
        id,
        more: Vec::new(),
        mark: None,
    }
}

fn info() -> Info {
    Info {
        call: call(1),
        mark: None,
        another: None,
        last: None,
    }
}

#[test]
fn prefixes_are_declared_on_the_message_in_source_order() {
    // All that the type has, whatever the value: `t` and `y` of the first field before `x`.
    assert_eq!(
        content(&Envelope::new(info())),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:t="urn:t" xmlns:y="urn:y" xmlns:x="urn:x" xmlns:z="urn:z">"#,
            "<m:Call><t:Id>1</t:Id></m:Call></m:Info>",
        )
    );
    let full = Info {
        call: Call {
            id: 1,
            more: vec![Call {
                more: vec![call(3)],
                ..call(2)
            }],
            mark: Some(4),
        },
        mark: Some(5),
        another: Some(OtherCall { id: 6, own: 7 }),
        last: Some(call(8)),
    };
    // The second namespace of a prefix is declared where it is needed.
    assert_eq!(
        content(&Envelope::new(full)),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:t="urn:t" xmlns:y="urn:y" xmlns:x="urn:x" xmlns:z="urn:z""#,
            r#" x:Mark="5"><m:Call y:Mark="4"><t:Id>1</t:Id><t:More><t:Id>2</t:Id><t:More><t:Id>3</t:Id>"#,
            r#"</t:More></t:More></m:Call><m:Another><t:Id xmlns:t="urn:t2">6</t:Id>"#,
            r#"<t:Own xmlns:t="urn:t2">7</t:Own></m:Another><z:Last><t:Id>8</t:Id></z:Last></m:Info>"#,
        )
    );
}

#[test]
fn prefixes_are_declared_on_the_envelope_where_it_is_asked_for() {
    let envelope = Envelope::new(info())
        .declare("t", "urn:t")
        .declare("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .declare("z", "urn:other");
    assert!(envelope.to_xml().unwrap().contains(concat!(
        r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="urn:t""#,
        r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:z="urn:other"><soap:Body>"#,
    )));
    assert_eq!(
        content(&envelope),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:y="urn:y" xmlns:x="urn:x">"#,
            "<m:Call><t:Id>1</t:Id></m:Call></m:Info>",
        )
    );
    // A prefix that is taken is declared anew by the element that needs it.
    let envelope = Envelope::new(Info {
        last: Some(call(2)),
        ..info()
    });
    assert_eq!(
        content(&envelope.declare("m", "urn:other").declare("z", "urn:other")),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:t="urn:t" xmlns:y="urn:y" xmlns:x="urn:x">"#,
            r#"<m:Call><t:Id>1</t:Id></m:Call><z:Last xmlns:z="urn:z"><t:Id>2</t:Id></z:Last></m:Info>"#,
        )
    );
}

#[test]
fn the_prefix_of_the_envelope() {
    for (prefix, version, uri) in [
        ("s", SoapVersion::V1_1, SOAP_1_1),
        ("SOAP-ENV", SoapVersion::V1_1, SOAP_1_1),
        ("m", SoapVersion::V1_2, SOAP_1_2),
    ] {
        let envelope = Envelope::new(info()).prefix(prefix).version(version);
        let written = envelope.to_xml().unwrap();
        assert!(
            written.starts_with(&format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><{prefix}:Envelope xmlns:{prefix}=\"{uri}\">\
                 <{prefix}:Body><m:Info xmlns:m=\"urn:m\" "
            )),
            "{written}"
        );
        assert!(written.ends_with(&format!("</m:Info></{prefix}:Body></{prefix}:Envelope>")));
        content(&envelope);
    }
    let default = Envelope::new(get_call_info()).prefix("");
    let written = default.to_xml().unwrap();
    assert_eq!(
        written,
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Envelope xmlns=\"{SOAP_1_1}\"><Body>\
             <GetCallInfo xmlns=\"{}\"><CallId>{CALL_ID}</CallId></GetCallInfo></Body></Envelope>",
            um::NAMESPACE
        )
    );
    assert_eq!(
        both_messages::<GetCallInfo>(&written).unwrap(),
        get_call_info()
    );
}

/// In the default namespace, with all that needs a prefix there or none at all.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:d")]
struct Mixed {
    #[soap(attribute, namespace = "urn:d")]
    own: Option<u8>,
    #[soap(attribute, namespace = "urn:e")]
    foreign: Option<u8>,
    #[soap(attribute)]
    kind: Option<QName>,
    #[soap(unqualified)]
    part: Option<Nested>,
    name: Option<QName>,
    #[soap(namespace = "urn:f")]
    guest: Option<Nested>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Nested {
    item: u8,
    #[soap(namespace = "urn:d")]
    home: Option<u8>,
    #[soap(attribute, namespace = "urn:e")]
    foreign: Option<u8>,
}

fn mixed() -> Mixed {
    Mixed {
        own: None,
        foreign: None,
        kind: None,
        part: None,
        name: None,
        guest: None,
    }
}

#[test]
fn a_default_namespace_and_what_it_does_not_reach() {
    let nested = |foreign| Nested {
        item: 1,
        home: Some(2),
        foreign,
    };
    assert_eq!(
        content(&Envelope::new(mixed())),
        r#"<Mixed xmlns="urn:d"/>"#
    );
    assert_eq!(
        content(&Envelope::new(Mixed {
            part: Some(nested(None)),
            guest: Some(nested(None)),
            ..mixed()
        })),
        concat!(
            r#"<Mixed xmlns="urn:d"><Part xmlns=""><Item>1</Item><Home xmlns="urn:d">2</Home></Part>"#,
            r#"<Guest xmlns="urn:f"><Item>1</Item><Home xmlns="urn:d">2</Home></Guest></Mixed>"#,
        )
    );
    // Attributes in a namespace: a prefix that is in scope, or a new one.
    let attributes = Mixed {
        own: Some(3),
        foreign: Some(4),
        kind: Some(QName::new("urn:e", "Red")),
        part: Some(nested(Some(5))),
        ..mixed()
    };
    assert_eq!(
        content(&Envelope::new(attributes.clone())),
        concat!(
            r#"<Mixed xmlns="urn:d" xmlns:ns1="urn:d" xmlns:ns2="urn:e" ns1:Own="3" ns2:Foreign="4""#,
            r#" Kind="ns2:Red"><Part xmlns="" ns2:Foreign="5"><Item>1</Item>"#,
            r#"<Home xmlns="urn:d">2</Home></Part></Mixed>"#,
        )
    );
    assert_eq!(
        content(
            &Envelope::new(attributes)
                .declare("e", "urn:e")
                .declare("ns1", "urn:n")
        ),
        concat!(
            r#"<Mixed xmlns="urn:d" xmlns:ns2="urn:d" ns2:Own="3" e:Foreign="4" Kind="e:Red">"#,
            r#"<Part xmlns="" e:Foreign="5"><Item>1</Item><Home xmlns="urn:d">2</Home></Part></Mixed>"#,
        )
    );
}

#[test]
fn qualified_names_as_values() {
    let named = |kind: Option<QName>, name| Mixed {
        kind,
        name: Some(name),
        ..mixed()
    };
    let color = || QName::new("urn:e", "Red");
    assert_eq!(
        content(&Envelope::new(named(None, color()))),
        r#"<Mixed xmlns="urn:d"><Name xmlns:ns1="urn:e">ns1:Red</Name></Mixed>"#
    );
    assert_eq!(
        content(&Envelope::new(named(Some(color()), color()))),
        r#"<Mixed xmlns="urn:d" xmlns:ns1="urn:e" Kind="ns1:Red"><Name>ns1:Red</Name></Mixed>"#
    );
    let soap = QName::new(SOAP_1_1, "Client");
    assert_eq!(
        content(&Envelope::new(named(None, soap))),
        r#"<Mixed xmlns="urn:d"><Name>soap:Client</Name></Mixed>"#
    );
    // No prefix can stand for no namespace, so no default namespace may be there.
    let bare = Envelope::new(named(None, QName::local_only("Red"))).to_xml();
    match bare {
        Ok(written) => {
            let read = both_messages::<Mixed>(&written).unwrap();
            assert_eq!(read.name, Some(QName::local_only("Red")), "{written}");
        }
        Err(error) => {
            assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
            assert_eq!(error.path(), Some("Envelope/Body/Mixed/Name"));
        }
    }
}

#[test]
fn a_mapped_namespace_is_mapped_everywhere() {
    let message = Mixed {
        own: Some(1),
        kind: Some(QName::new("urn:d", "Red")),
        part: Some(Nested {
            item: 1,
            home: Some(2),
            foreign: None,
        }),
        ..mixed()
    };
    let plain = content(&Envelope::new(message.clone()));
    let mapped = Envelope::new(message).map_namespace("urn:d", "urn:mapped");
    let written = mapped.to_xml().unwrap();
    assert_eq!(
        written,
        Envelope::new(mapped.body.clone())
            .to_xml()
            .unwrap()
            .replace("urn:d", "urn:mapped")
    );
    assert!(plain.contains("urn:d"));
    assert!(!written.contains("urn:d"));
    // Not the action.
    let request = Envelope::new(get_call_info()).map_namespace(um::NAMESPACE, "urn:mapped");
    assert_eq!(request.body.action(), GetCallInfo::ACTION);
    for (from, to) in [
        (SOAP_1_1, "urn:x"),
        ("urn:x", SOAP_1_2),
        ("", "urn:x"),
        ("urn:x", ""),
    ] {
        let error = Envelope::new(mixed())
            .map_namespace(from, to)
            .to_xml()
            .unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    }
}

// Header blocks.

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Headers {
    version: Option<Block<Version>>,
    culture: Option<String>,
    #[soap(namespace = "urn:own")]
    own: Vec<Block<String>>,
    count: Option<Block<u8>>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t")]
struct Version {
    #[soap(attribute)]
    number: u8,
    #[soap(default)]
    part: Vec<u8>,
}

fn headers() -> Headers {
    Headers {
        version: Some(
            Block::new(Version {
                number: 1,
                part: vec![2],
            })
            .must_understand(true)
            .role("http://schemas.xmlsoap.org/soap/actor/next"),
        ),
        culture: Some("de-AT".into()),
        own: vec![
            Block::new("x".into()),
            Block::new(String::new()).relay(true),
        ],
        count: Some(Block::new(3).must_understand(true)),
    }
}

fn both_headers(document: &str) -> Envelope<Disconnect, Headers> {
    let read = judge(document, &ReadOptions::new(), &|reader| {
        let envelope = Envelope::<Disconnect, Headers>::from_reader(reader)?;
        Ok((
            envelope.header.clone(),
            envelope.body.clone(),
            envelope.soap_version(),
        ))
    });
    let (header, body, version) = read.unwrap();
    Envelope::new(body).header(header).version(version)
}

#[test]
fn header_blocks_in_both_versions() {
    let body = format!(
        "<Disconnect xmlns=\"{}\"><CallId>{CALL_ID}</CallId></Disconnect>",
        um::NAMESPACE
    );
    let envelope = Envelope::new(disconnect()).header(headers());
    let version_1_1 = envelope.to_xml().unwrap();
    assert_eq!(
        version_1_1,
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"{SOAP_1_1}\"><soap:Header>\
             <t:Version xmlns:t=\"urn:t\" soap:mustUnderstand=\"1\" \
             soap:actor=\"http://schemas.xmlsoap.org/soap/actor/next\" Number=\"1\">\
             <Part xmlns=\"urn:t\">2</Part></t:Version>\
             <t:Culture xmlns:t=\"urn:t\">de-AT</t:Culture><Own xmlns=\"urn:own\">x</Own>\
             <Own xmlns=\"urn:own\"/><t:Count xmlns:t=\"urn:t\" soap:mustUnderstand=\"1\">3</t:Count>\
             </soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>"
        )
    );
    let read = both_headers(&version_1_1);
    // SOAP 1.1 has no `relay`.
    let mut expected = headers();
    expected.own = vec![Block::new("x".into()), Block::new(String::new())];
    assert_eq!(read.header, expected);
    assert_eq!(read.soap_version(), SoapVersion::V1_1);

    let mut envelope = envelope.version(SoapVersion::V1_2).prefix("env");
    let next = "http://www.w3.org/2003/05/soap-envelope/role/next";
    envelope.header.count = Some(Block::new(3).role(next));
    let version_1_2 = envelope.to_xml().unwrap();
    assert!(
        version_1_2.contains(&format!(
            "<Own xmlns=\"urn:own\">x</Own><Own xmlns=\"urn:own\" env:relay=\"true\"/>\
             <t:Count xmlns:t=\"urn:t\" env:role=\"{next}\">3</t:Count></env:Header>"
        )),
        "{version_1_2}"
    );
    let read = both_headers(&version_1_2);
    assert_eq!(read.header, envelope.header);
    assert_eq!(read.soap_version(), SoapVersion::V1_2);
}

#[test]
fn header_blocks_of_others() {
    let document = format!(
        "<s:Envelope xmlns:s='{SOAP_1_1}' xmlns:q='urn:t'><s:Header>\n<q:New/><q:Culture s:mustUnderstand='1'>\
         en</q:Culture><Culture/><q:Count s:mustUnderstand='true' s:actor='urn:me'> 3 </q:Count></s:Header>\
         <s:Body><Disconnect xmlns='{}'><CallId/></Disconnect></s:Body></s:Envelope>",
        um::NAMESPACE
    );
    let header = both_headers(&document).header;
    assert_eq!(header.culture.as_deref(), Some("en"));
    assert_eq!(header.version, None);
    let count = header.count.unwrap();
    assert_eq!(
        (*count, count.is_mandatory(), count.target()),
        (3, true, Some("urn:me"))
    );
}

#[test]
fn no_header_blocks_no_header() {
    let none = Headers {
        version: None,
        culture: None,
        own: Vec::new(),
        count: None,
    };
    let written = Envelope::new(disconnect())
        .header(none.clone())
        .to_xml()
        .unwrap();
    assert_eq!(written, disconnect().to_envelope().unwrap());
    assert_eq!(both_headers(&written).header, none);
}
