//! The faults of the service, in all shapes; and an answer that is one.

use std::fmt::Debug;

use um_messages::soap::{FaultClass, ReadBody};
use um_messages::um::{
    self, DisconnectResponse, GetCallInfoResponse, PlayOnPhoneResponse, UmException, UmFault,
    UmRequest, UmResponse,
};
use um_messages::xml::{QName, Reader};
use um_messages::{Envelope, ErrorKind, Fault, ReadOptions, SoapMessage, SoapVersion};
use um_tests::sources::{both_messages, sources};

use crate::body;
use crate::documents::GET_CALL_INFO;
use crate::respell::{all_encodings, respelled};

const MESSAGE: &str = "The call identifier isn't valid.";
const NOT_ENABLED: &str = "The user isn't enabled for Unified Messaging.";
const DIALING_RULES: &str =
    "Dialing restrictions are preventing the phone number that was entered from being dialed.";

/// The faults of the service: the document, the exception and its message.
const FAULTS: [(&str, UmException, &str, &str); 12] = [
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
        DIALING_RULES,
        document!("PlayOnPhone/fault.dialing_rules.xml"),
    ),
    (
        "fault_of_get_um_properties",
        UmException::UserNotUmEnabled,
        NOT_ENABLED,
        document!("GetUMProperties/fault.xml"),
    ),
    (
        "fault_of_set_oof_status",
        UmException::UserNotUmEnabled,
        NOT_ENABLED,
        document!("SetOofStatus/fault.xml"),
    ),
    (
        "fault_of_set_play_on_phone_dial_string",
        UmException::UserNotUmEnabled,
        NOT_ENABLED,
        document!("SetPlayOnPhoneDialString/fault.xml"),
    ),
    (
        "fault_of_set_telephone_access_folder_email",
        UmException::UserNotUmEnabled,
        NOT_ENABLED,
        document!("SetTelephoneAccessFolderEmail/fault.xml"),
    ),
    (
        "fault_of_set_missed_call_notification_enabled",
        UmException::UserNotUmEnabled,
        NOT_ENABLED,
        document!("SetMissedCallNotificationEnabled/fault.xml"),
    ),
    (
        "fault_of_reset_pin",
        UmException::UserNotUmEnabled,
        NOT_ENABLED,
        document!("ResetPIN/fault.xml"),
    ),
    (
        "fault_of_recipients",
        UmException::InvalidADRecipient,
        "The recipient isn't a user.",
        document!("SetMissedCallNotificationEnabled/fault.recipient.xml"),
    ),
    (
        "fault_of_play_on_phone_greeting",
        UmException::DialingRules,
        DIALING_RULES,
        document!("PlayOnPhoneGreeting/fault.xml"),
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
        .with_version(SoapVersion::V1_2)
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
        // As bytes: UTF-16 in both orders, with a byte order mark, and others.
        all_encodings(document, &fault);
    }
}

/// The fault of every operation for a malformed request has a shape of its own (contract §5.1).
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
    let expected = UmFault {
        explanation: Some("The request is invalid.".into()),
        ..UmFault::new(UmException::InvalidRequest, "The request is invalid.")
    };
    let read = UmFault::from_fault(&fault).unwrap();
    assert_eq!(read, expected);
    assert_eq!(
        UmException::from_fault(&fault),
        Some(UmException::InvalidRequest)
    );
    let ours = expected.to_fault().unwrap();
    assert_eq!(ours.code(), fault.code());
    assert_eq!(ours.reasons(), fault.reasons());
    assert_eq!(ours.detail(), fault.detail());
    let written = written_fault(&ours);
    insta::assert_snapshot!(
        "fault_for_a_malformed_request",
        format!("{read:#?}\n\n{written}")
    );
    for spelling in respelled(document) {
        let read = UmFault::from_fault(&self::fault(&spelling));
        assert_eq!(read, Some(expected.clone()), "{spelling}");
    }
    // Without words of its own, it explains itself with the message.
    let short = UmFault::new(UmException::InvalidRequest, "The request is invalid.");
    assert_eq!(short.to_fault().unwrap(), ours);
}

/// What is known of a fault for a malformed request where a part of it is missing; and other
/// response codes, which have the same shape.
#[test]
fn response_codes() {
    let (e, t) = (um::ERRORS_NAMESPACE, um::TYPES_NAMESPACE);
    for (content, expected) in [
        (
            format!("<faultcode xmlns:a='{t}'>a:ErrorInvalidRequest</faultcode>"),
            Some(UmException::InvalidRequest),
        ),
        (
            "<faultcode>a:ErrorInvalidRequest</faultcode>".to_owned(),
            Some(UmException::InvalidRequest),
        ),
        (
            format!(
                "<faultcode>s:Client</faultcode><detail><ResponseCode xmlns='{e}'>\
                 ErrorInvalidRequest</ResponseCode></detail>"
            ),
            Some(UmException::InvalidRequest),
        ),
        (
            format!("<faultcode xmlns:a='{t}'>a:ErrorServerBusy</faultcode>"),
            Some(UmException::Other("ErrorServerBusy".into())),
        ),
        // None of the service's.
        ("<faultcode>s:Client</faultcode>".to_owned(), None),
        ("<faultcode>Server</faultcode>".to_owned(), None),
        (
            "<faultcode>java.lang.NullPointerException</faultcode>".to_owned(),
            None,
        ),
        (
            format!(
                "<faultcode>s:Client</faultcode><detail><ResponseCode xmlns='{}'>\
                 ErrorInvalidRequest</ResponseCode></detail>",
                e.replace("http:", "https:")
            ),
            Some(UmException::InvalidRequest),
        ),
        (
            "<faultcode xmlns:a='urn:a'>a:InvalidCallIdException</faultcode>".to_owned(),
            None,
        ),
        (
            "<faultcode>Server</faultcode><detail><ExceptionType xmlns='urn:x'>\
             InvalidCallIdException</ExceptionType></detail>"
                .to_owned(),
            None,
        ),
        (
            "<faultcode>Server</faultcode><detail><ExceptionType> </ExceptionType></detail>"
                .to_owned(),
            None,
        ),
    ] {
        let fault = fault(&body(&format!("<s:Fault>{content}</s:Fault>")));
        assert_eq!(UmException::from_fault(&fault), expected, "{content}");
    }
}

/// What is said of an exception or a code, and what explains it.
#[test]
fn explanations() {
    let busy = UmFault::new(
        UmException::Other("ErrorServerBusy".into()),
        "The server is busy.",
    );
    let fault = busy.to_fault().unwrap();
    assert!(fault.code().is(um::TYPES_NAMESPACE, "ErrorServerBusy"));
    let read = UmFault::from_fault(&fault).unwrap();
    assert_eq!(read.exception, busy.exception);
    assert_eq!(read.explanation.as_deref(), Some("The server is busy."));
    // An exception may be explained as well.
    let explained = UmFault {
        explanation: Some("It is long over.".into()),
        ..UmFault::new(UmException::InvalidCallId, MESSAGE)
    };
    let again = explained.to_fault().unwrap();
    assert_eq!(UmFault::from_fault(&again), Some(explained));
}

/// Contract §5.2 and §5.3.
fn exceptions() -> [(&'static str, UmException); 20] {
    [
        ("InvalidCallIdException", UmException::InvalidCallId),
        ("InvalidObjectIdException", UmException::InvalidObjectId),
        ("DialingRulesException", UmException::DialingRules),
        ("UserNotUmEnabledException", UmException::UserNotUmEnabled),
        ("InvalidPrincipalException", UmException::InvalidPrincipal),
        (
            "InvalidADRecipientException",
            UmException::InvalidADRecipient,
        ),
        ("IPGatewayNotFoundException", UmException::IPGatewayNotFound),
        (
            "InvalidPhoneNumberException",
            UmException::InvalidPhoneNumber,
        ),
        ("InvalidSipUriException", UmException::InvalidSipUri),
        (
            "OverPlayOnPhoneCallLimitException",
            UmException::OverPlayOnPhoneCallLimit,
        ),
        ("InvalidFileNameException", UmException::InvalidFileName),
        ("NoCallerIdToUseException", UmException::NoCallerIdToUse),
        (
            "InvalidUMAutoAttendantException",
            UmException::InvalidUMAutoAttendant,
        ),
        (
            "AudioDataIsOversizeException",
            UmException::AudioDataIsOversize,
        ),
        (
            "SourceFileNotFoundException",
            UmException::SourceFileNotFound,
        ),
        ("DeleteContentException", UmException::DeleteContent),
        ("PublishingPointException", UmException::PublishingPoint),
        (
            "EWSUMMailboxAccessException",
            UmException::EWSUMMailboxAccess,
        ),
        ("ClientAccessException", UmException::ClientAccess),
        (
            "StorageTransientException",
            UmException::Other("StorageTransientException".into()),
        ),
    ]
}

/// Each name is known, read from the code and from the detail, and written.
#[test]
fn every_exception() {
    let m = um::NAMESPACE;
    for (name, exception) in exceptions() {
        assert_eq!(exception.name(), name);
        let by_detail = format!(
            "<s:Fault><faultcode>Server</faultcode><detail><ExceptionType xmlns='{m}'> {name} \
             </ExceptionType></detail></s:Fault>"
        );
        assert_eq!(
            UmException::from_fault(&fault(&body(&by_detail))),
            Some(exception.clone())
        );
        let by_code = format!("<s:Fault><faultcode>a:{name}</faultcode></s:Fault>");
        assert_eq!(
            UmException::from_fault(&fault(&body(&by_code))),
            Some(exception.clone())
        );
        let written = UmFault::new(exception, "No.").to_fault().unwrap();
        let written = written.to_envelope().unwrap();
        assert!(
            written.contains(&format!(">{name}</m:ExceptionType>")),
            "{written}"
        );
        assert!(
            written.contains(&format!(":{name}</faultcode>")),
            "{written}"
        );
    }
}

/// Four shapes of one fault: [MS-OXWUMS] 3.1.4.1, 3.1.4.3, 4.15 and 2.2.3.1. And what is left of them.
fn shapes() -> [String; 11] {
    let (e, m) = (um::ERRORS_NAMESPACE, um::NAMESPACE);
    [
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
        // With the detail alone, in each of its shapes; and with a detail that says nothing.
        format!(
            "<faultcode>s:Server</faultcode><faultstring>{MESSAGE}</faultstring><detail>\
             <m:ExceptionType xmlns:m='{m}'>InvalidCallIdException</m:ExceptionType></detail>"
        ),
        format!(
            "<faultcode>s:Server</faultcode><faultstring>{MESSAGE}</faultstring><detail>\
             <ExceptionType>InvalidCallIdException</ExceptionType></detail>"
        ),
        format!(
            "<faultcode>s:Server</faultcode><faultstring>{MESSAGE}</faultstring><detail>\
             <ExceptionType xmlns='{}'>a:InvalidCallIdException</ExceptionType></detail>",
            um::NAMESPACE_HTTPS
        ),
        format!(
            "<faultcode>s:Server</faultcode><faultstring>{MESSAGE}</faultstring><detail>\
             <ExceptionType xmlns='{}'>InvalidCallIdException</ExceptionType></detail>",
            um::NAMESPACE_SINGULAR
        ),
        format!(
            "<faultcode xmlns:a='{e}'>a:InvalidCallIdException</faultcode>\
             <faultstring>{MESSAGE}</faultstring><detail><m:ExceptionType xmlns:m='{m}'/></detail>"
        ),
        format!(
            "<faultcode xmlns:a='{}'>a:InvalidCallIdException</faultcode>\
             <faultstring>{MESSAGE}</faultstring><detail>\
             <m:ExceptionType xmlns:m='{m}'>a:</m:ExceptionType></detail>",
            e.replace("http:", "https:")
        ),
        // With the code alone, which is there in the four.
        format!(
            "<faultcode xmlns:a='{e}'>a:InvalidCallIdException</faultcode>\
             <faultstring xml:lang='en-US'>{MESSAGE}</faultstring>"
        ),
    ]
}

#[test]
fn four_shapes_of_one_fault() {
    for shape in shapes() {
        let fault = fault(&body(&format!("<s:Fault>{shape}</s:Fault>")));
        let read = UmFault::from_fault(&fault).unwrap();
        assert_eq!(read.exception, UmException::InvalidCallId, "{shape}");
        assert_eq!(read.message, MESSAGE);
        let language = shape.contains("xml:lang").then_some("en-US");
        assert_eq!(read.language.as_deref(), language);
        // Passed on, it says the same: no more, and no less.
        let again = read.to_fault().unwrap().to_envelope().unwrap();
        assert_eq!(again.contains("xml:lang"), language.is_some(), "{again}");
        assert_eq!(UmFault::from_fault(&self::fault(&again)), Some(read));
    }
}

/// The set of exceptions is open: a name that is not known is kept.
#[test]
fn an_exception_that_is_not_known() {
    let name = "StorageTransientException";
    let document = document!("GetCallInfo/fault.xml").replace("InvalidCallIdException", name);
    let read = UmFault::from_fault(&fault(&document)).unwrap();
    assert_eq!(read.exception, UmException::Other(name.into()));
    let again = fault(&read.to_fault().unwrap().to_envelope().unwrap());
    assert_eq!(UmFault::from_fault(&again), Some(read));
}

#[test]
fn a_fault_instead_of_the_answer_is_an_error_that_carries_it() {
    fn check<B: for<'de> ReadBody<'de> + Debug>(document: &str, expected: &UmFault) {
        let read = |reader: &mut Reader<'_>| Envelope::<B>::read(reader);
        let options = ReadOptions::new();
        let (tokenizer, stream) = sources(document, &options, &read);
        for error in [tokenizer.unwrap_err(), stream.unwrap_err()] {
            let ErrorKind::Fault { code, reason, .. } = error.kind() else {
                panic!("{error}");
            };
            let name = expected.exception.name();
            assert_eq!(*code, format!("{{{}}}{name}", um::ERRORS_NAMESPACE));
            assert_eq!(*reason, expected.message);
            assert_eq!(UmFault::from_error(&error).as_ref(), Some(expected));
            assert_eq!(
                UmException::from_error(&error).as_ref(),
                Some(&expected.exception)
            );
            assert_eq!(*error.fault().unwrap(), fault(document));
            assert_eq!(error.into_fault().unwrap(), fault(document));
        }
    }

    for (_, exception, message, document) in FAULTS {
        let expected = UmFault::new(exception, message);
        check::<GetCallInfoResponse>(document, &expected);
        check::<DisconnectResponse>(document, &expected);
        check::<PlayOnPhoneResponse>(document, &expected);
        check::<UmRequest>(document, &expected);
        check::<UmResponse>(document, &expected);
        check::<()>(document, &expected);
    }
    // Any other error has none.
    let error = both_messages::<GetCallInfoResponse>(GET_CALL_INFO).unwrap_err();
    assert!(error.fault().is_none());
    assert!(UmFault::from_error(&error).is_none());
    assert!(matches!(
        error.into_fault().unwrap_err().kind(),
        ErrorKind::WrongMessage { .. }
    ));
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
