//! The three operations of Exchange Web Services: prefixes, attributes, header blocks, and errors in
//! normal answers.

use std::fmt::Debug;

use um_messages::ews::{
    ConnectingSid, ConnectionFailureCause, DisconnectPhoneCall, DisconnectPhoneCallResponse,
    ExchangeImpersonation, GetPhoneCallInformation, GetPhoneCallInformationResponse, ItemId,
    PhoneCallId, PhoneCallInformation, PhoneCallState, PlayOnPhone, PlayOnPhoneResponse,
    RequestHeaders, ResponseClass, ResponseCode, ResponseError, ResponseHeaders, ResponseMessage,
    ServerVersion, ServerVersionInfo,
};
use um_messages::soap::ReadBody;
use um_messages::xml::Element;
use um_messages::{
    Envelope, ErrorKind, NamedMessage, ReadOptions, SoapMessage, SoapOperation, ews, um,
};
use um_tests::documents::V1_1;
use um_tests::roundtrip::denies_strangers;
use um_tests::sources::{both_by, both_messages};

use crate::body;
use crate::documents::Message;
use crate::respell::{all_spellings, as_written};

const CALL: &str = "Y2FsbC0wMDQyQHVtLTAxLmV4YW1wbGUuY29t";

fn call() -> PhoneCallId {
    PhoneCallId { id: CALL.into() }
}

fn play_on_phone() -> PlayOnPhone {
    PlayOnPhone {
        item_id: ItemId {
            id: "AAMkADk3NzY2ZTQ1LWEwYjEtNGMyZC05ZTNmLTRhNWI2YzdkOGU5ZgBGAAA=".into(),
            change_key: Some("CQAAABYAAAC1fT0Q".into()),
        },
        dial_string: "+1-425-555-0123".into(),
    }
}

fn information() -> PhoneCallInformation {
    PhoneCallInformation {
        phone_call_state: PhoneCallState::Disconnected,
        connection_failure_cause: ConnectionFailureCause::UserBusy,
        sip_response_text: Some("Busy Here".into()),
        sip_response_code: Some(486),
    }
}

fn invalid_call() -> ResponseMessage {
    ResponseMessage::error(
        ResponseCode::InvalidPhoneCallId,
        "The phone call ID isn't valid.",
    )
}

/// The document is read by both sources and in all spellings, and written to the byte.
fn check<B: Message>(name: &str, document: &str, expected: &B) {
    assert_eq!(both_messages::<B>(document).unwrap(), *expected);
    denies_strangers(document, expected);
    all_spellings(document, expected);
    let compact = expected.to_envelope().unwrap();
    let pretty = expected.to_envelope_pretty().unwrap();
    assert_eq!(both_messages::<B>(&compact).unwrap(), *expected);
    assert_eq!(both_messages::<B>(&pretty).unwrap(), *expected);
    insta::assert_snapshot!(name, format!("{expected:#?}\n\n{compact}\n\n{pretty}"));
}

fn check_request<R: SoapOperation + Message>(name: &str, document: &str, expected: &R)
where
    R::Response: NamedMessage,
{
    check(name, document, expected);
    let written = expected.to_envelope_pretty().unwrap();
    assert_eq!(format!("{written}\n"), document);
    assert_eq!(as_written(document), document);
    let uri = "http://schemas.microsoft.com/exchange/services/2006/messages";
    assert_eq!(R::NAMESPACE, uri);
    assert_eq!(R::ACTION, Some(format!("{uri}/{}", R::NAME).as_str()));
    assert_eq!(R::Response::NAMESPACE, uri);
    assert_eq!(R::Response::NAME, format!("{}Response", R::NAME));
}

#[test]
fn requests() {
    check_request(
        "play_on_phone",
        document!("ews/PlayOnPhone/request.xml"),
        &play_on_phone(),
    );
    check_request(
        "get_phone_call_information",
        document!("ews/GetPhoneCallInformation/request.xml"),
        &GetPhoneCallInformation {
            phone_call_id: call(),
        },
    );
    check_request(
        "disconnect_phone_call",
        document!("ews/DisconnectPhoneCall/request.xml"),
        &DisconnectPhoneCall {
            phone_call_id: call(),
        },
    );
}

#[test]
fn answers() {
    let played = PlayOnPhoneResponse {
        message: ResponseMessage::success(),
        phone_call_id: Some(call()),
    };
    check(
        "play_on_phone_response",
        document!("ews/PlayOnPhone/response.xml"),
        &played,
    );
    assert_eq!(played.into_result(), Ok(call()));

    let known = GetPhoneCallInformationResponse {
        message: ResponseMessage::success(),
        phone_call_information: Some(information()),
    };
    check(
        "get_phone_call_information_response",
        document!("ews/GetPhoneCallInformation/response.xml"),
        &known,
    );
    assert_eq!(known.into_result(), Ok(information()));

    let done = DisconnectPhoneCallResponse {
        message: ResponseMessage::success(),
    };
    check(
        "disconnect_phone_call_response",
        document!("ews/DisconnectPhoneCall/response.xml"),
        &done,
    );
    assert_eq!(done.into_result(), Ok(()));
}

#[test]
fn errors_are_normal_answers_and_errors_on_demand() {
    let unknown = GetPhoneCallInformationResponse {
        message: invalid_call(),
        phone_call_information: None,
    };
    check(
        "get_phone_call_information_error",
        document!("ews/GetPhoneCallInformation/error.xml"),
        &unknown,
    );
    let refused = unknown.into_result().unwrap_err();
    assert_eq!(refused, ResponseError::Refused(Box::new(invalid_call())));
    assert_eq!(refused.code(), Some(&ResponseCode::InvalidPhoneCallId));
    assert_eq!(
        refused.to_string(),
        "`ErrorInvalidPhoneCallId`: The phone call ID isn't valid."
    );

    let not_done = DisconnectPhoneCallResponse {
        message: invalid_call(),
    };
    check(
        "disconnect_phone_call_error",
        document!("ews/DisconnectPhoneCall/error.xml"),
        &not_done,
    );
    assert!(not_done.into_result().is_err());

    // What the error has beside its code is kept.
    let document = document!("ews/PlayOnPhone/error.xml");
    let read = both_messages::<PlayOnPhoneResponse>(document).unwrap();
    assert_eq!(read.message.response_class, ResponseClass::Error);
    assert_eq!(read.message.descriptive_link_key, Some(0));
    let more = read.message.message_xml.as_ref().unwrap();
    let value: Vec<_> = more.children().map(Element::text).collect();
    assert_eq!(value, ["+1-425-555-0123"]);
    let again = both_messages::<PlayOnPhoneResponse>(&read.to_envelope().unwrap()).unwrap();
    assert_eq!(again, read);
    let refused = read.into_result().unwrap_err();
    assert_eq!(refused.code(), Some(&ResponseCode::PhoneNumberNotDialable));
}

#[test]
fn an_error_says_what_it_can() {
    let bare = |class| ResponseMessage {
        response_class: class,
        message_text: None,
        response_code: None,
        descriptive_link_key: None,
        message_xml: None,
    };
    let said = |message: ResponseMessage| message.into_result().map_err(|error| error.to_string());
    let error = || bare(ResponseClass::Error);
    assert_eq!(said(error()), Err("nothing of the reason".into()));
    let text = Some("No.".to_owned());
    let code = Some(ResponseCode::Other("ErrorAccessDenied".into()));
    assert_eq!(
        said(ResponseMessage {
            message_text: text,
            ..error()
        }),
        Err("No.".into())
    );
    assert_eq!(
        said(ResponseMessage {
            response_code: code,
            ..error()
        }),
        Err("`ErrorAccessDenied`".into())
    );
    // A warning is no error.
    assert_eq!(said(bare(ResponseClass::Warning)), Ok(()));
    let incomplete = PlayOnPhoneResponse {
        message: ResponseMessage::success(),
        phone_call_id: None,
    };
    let incomplete = incomplete.into_result().unwrap_err();
    assert_eq!(incomplete.code(), Some(&ResponseCode::NoError));
    assert_eq!(
        incomplete.to_string(),
        "the answer has no `PhoneCallId`, and no error; it says `NoError`"
    );
    let warned = GetPhoneCallInformationResponse {
        message: ResponseMessage {
            message_text: Some("Beware.".into()),
            ..bare(ResponseClass::Warning)
        },
        phone_call_information: None,
    };
    assert_eq!(
        warned.into_result().unwrap_err().to_string(),
        "the answer has no `PhoneCallInformation`, and no error; it says Beware."
    );
}

/// Contract §3: every code, and one that is not known.
#[test]
fn every_code() {
    for name in [
        "NoError",
        "ErrorInvalidPhoneCallId",
        "ErrorInvalidPhoneNumber",
        "ErrorPhoneNumberNotDialable",
        "ErrorUnifiedMessagingDialPlanNotFound",
        "ErrorUnifiedMessagingRequestFailed",
        "ErrorUnifiedMessagingServerNotFound",
        "ErrorUserNotUnifiedMessagingEnabled",
        "ErrorUMServerUnavailable",
        "ErrorUnifiedMessagingPromptNotFound",
        "ErrorUnifiedMessagingReportDataNotFound",
        "ErrorDeleteUnifiedMessagingPromptFailed",
        "ErrorServerBusy",
    ] {
        let document = document!("ews/DisconnectPhoneCall/response.xml").replace("NoError", name);
        let read = both_messages::<DisconnectPhoneCallResponse>(&document).unwrap();
        let code = read.message.response_code.clone().unwrap();
        assert_eq!(code.name(), name);
        let is_other = matches!(code, ResponseCode::Other(_));
        assert_eq!(is_other, name == "ErrorServerBusy");
        assert!(
            read.to_envelope()
                .unwrap()
                .contains(&format!(">{name}</m:ResponseCode>"))
        );
    }
}

/// Contract §4.3: every state and cause, and what is not known.
#[test]
fn every_state_and_cause() {
    for (state, cause) in [
        ("Idle", "None"),
        ("Connecting", "UserBusy"),
        ("Alerted", "NoAnswer"),
        ("Connected", "Unavailable"),
        ("Disconnected", "Other"),
        ("Incoming", "None"),
        ("Transferring", "None"),
        ("Forwarding", "None"),
        ("OnHold", "Weather"),
    ] {
        let document = document!("ews/GetPhoneCallInformation/response.xml")
            .replace("Disconnected", state)
            .replace("UserBusy", cause);
        let read = both_messages::<GetPhoneCallInformationResponse>(&document).unwrap();
        let known = read.clone().into_result().unwrap();
        let is_known = state != "OnHold";
        assert_eq!(
            format!("{:?}", known.phone_call_state),
            if is_known {
                state.into()
            } else {
                format!("Unknown({state:?})")
            }
        );
        assert_eq!(
            format!("{:?}", known.connection_failure_cause),
            if is_known {
                cause.into()
            } else {
                format!("Unknown({cause:?})")
            }
        );
        let written = read.to_envelope().unwrap();
        assert!(written.contains(&format!(
            "<t:PhoneCallState>{state}</t:PhoneCallState>\
             <t:ConnectionFailureCause>{cause}</t:ConnectionFailureCause>"
        )));
    }
}

#[test]
fn the_class_is_a_closed_set() {
    let document = document!("ews/DisconnectPhoneCall/response.xml").replace("Success", "Maybe");
    let error = both_messages::<DisconnectPhoneCallResponse>(&document).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { .. }),
        "{error}"
    );
    assert_eq!(
        error.path(),
        Some("Envelope/Body/DisconnectPhoneCallResponse/@ResponseClass")
    );
}

/// Contract §1: one name, two messages. Only the endpoint tells them apart.
#[test]
fn play_on_phone_is_another_message_in_each_service() {
    fn read<B: for<'de> ReadBody<'de> + PartialEq + Debug>(document: &str) -> Result<B, String> {
        both_messages(document).map_err(|error| error.to_string())
    }

    assert_eq!(
        (um::PlayOnPhone::NAMESPACE, um::PlayOnPhone::NAME),
        (PlayOnPhone::NAMESPACE, PlayOnPhone::NAME)
    );
    assert_eq!(um::PlayOnPhone::ACTION, PlayOnPhone::ACTION);
    let for_um = document!("PlayOnPhone/request.xml");
    let for_ews = document!("ews/PlayOnPhone/request.xml");
    assert!(read::<um::PlayOnPhone>(for_um).is_ok());
    assert!(read::<PlayOnPhone>(for_ews).is_ok());
    let error = read::<um::PlayOnPhone>(for_ews).unwrap_err();
    assert!(error.starts_with("missing element `entryId`"), "{error}");
    let error = read::<PlayOnPhone>(for_um).unwrap_err();
    assert!(error.starts_with("missing element `ItemId`"), "{error}");
    let answer = document!("PlayOnPhone/response.xml");
    let error = read::<PlayOnPhoneResponse>(answer).unwrap_err();
    assert!(
        error.starts_with("missing attribute `ResponseClass`"),
        "{error}"
    );
    let answer = document!("ews/PlayOnPhone/response.xml");
    let error = read::<um::PlayOnPhoneResponse>(answer).unwrap_err();
    assert!(error.contains("PlayOnPhoneResponse"), "{error}");
}

/// Types' elements are in their own namespace, and not in that of the messages.
#[test]
fn children_of_a_type_are_the_types() {
    let document = document!("ews/GetPhoneCallInformation/response.xml");
    let foreign = document.replace("t:PhoneCallState", "m:PhoneCallState");
    let error = both_messages::<GetPhoneCallInformationResponse>(&foreign).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(_)),
        "{error}"
    );
    let text = error.to_string();
    assert!(text.contains("PhoneCallState"), "{text}");
}

// Header blocks.

fn headers(impersonated: ConnectingSid) -> RequestHeaders {
    RequestHeaders {
        exchange_impersonation: Some(ExchangeImpersonation {
            connecting_sid: impersonated,
        }),
        mailbox_culture: Some("de-AT".into()),
        request_server_version: Some(ServerVersion::Exchange2007Sp1.into()),
    }
}

#[test]
fn header_blocks_of_a_request() {
    let t = ews::TYPES_NAMESPACE;
    for (impersonated, element) in [
        (
            ConnectingSid::PrincipalName("ada@example.com".into()),
            "<t:PrincipalName>ada@example.com</t:PrincipalName>",
        ),
        (
            ConnectingSid::Sid("S-1-5-21-42".into()),
            "<t:SID>S-1-5-21-42</t:SID>",
        ),
        (
            ConnectingSid::PrimarySmtpAddress("ada@example.com".into()),
            "<t:PrimarySmtpAddress>ada@example.com</t:PrimarySmtpAddress>",
        ),
        (
            ConnectingSid::SmtpAddress("countess@example.com".into()),
            "<t:SmtpAddress>countess@example.com</t:SmtpAddress>",
        ),
    ] {
        let headers = headers(impersonated);
        let written = Envelope::new(play_on_phone())
            .with_header(headers.clone())
            .declare("t", t)
            .to_xml()
            .unwrap();
        let expected = format!(
            "<soap:Envelope xmlns:soap=\"{V1_1}\" xmlns:t=\"{t}\"><soap:Header>\
             <t:ExchangeImpersonation><t:ConnectingSID>{element}</t:ConnectingSID>\
             </t:ExchangeImpersonation><t:MailboxCulture>de-AT</t:MailboxCulture>\
             <t:RequestServerVersion Version=\"Exchange2007_SP1\"/></soap:Header>"
        );
        assert!(written.contains(&expected), "{written}");
        let read = both_by(&written, &ReadOptions::new(), &|reader| {
            let envelope = Envelope::<PlayOnPhone, RequestHeaders>::read(reader)?;
            Ok((envelope.header, envelope.body))
        });
        assert_eq!(read.unwrap(), (headers, play_on_phone()));
    }
}

#[test]
fn impersonation_is_of_one_user_under_one_name() {
    let t = ews::TYPES_NAMESPACE;
    let read = |sids: &str| {
        let document = format!(
            "<s:Envelope xmlns:s='{V1_1}' xmlns:t='{t}'><s:Header><t:ExchangeImpersonation>\
             <t:ConnectingSID>{sids}</t:ConnectingSID></t:ExchangeImpersonation></s:Header><s:Body>\
             <IsUMEnabled xmlns='{}'/></s:Body></s:Envelope>",
            um::NAMESPACE
        );
        both_by(&document, &ReadOptions::new(), &|reader| {
            let envelope = Envelope::<um::IsUMEnabled, RequestHeaders>::read(reader)?;
            Ok(envelope.header)
        })
    };
    read("<t:SID>S-1</t:SID>").unwrap();
    for wrong in [
        "",
        "<t:SID>S-1</t:SID><t:SID>S-2</t:SID>",
        "<t:SID>S-1</t:SID><t:SmtpAddress>a@b</t:SmtpAddress>",
        "<SID>S-1</SID>",
        "<t:Sid>S-1</t:Sid>",
        "S-1",
    ] {
        let error = read(wrong).unwrap_err();
        let path = error.path().unwrap();
        assert!(
            path.starts_with("Envelope/Header/ExchangeImpersonation/ConnectingSID"),
            "{wrong}: {error}"
        );
    }
}

#[test]
fn header_blocks_of_an_answer() {
    let document = document!("ews/PlayOnPhone/response.xml");
    let header = both_by(document, &ReadOptions::new(), &|reader| {
        let envelope = Envelope::<PlayOnPhoneResponse, ResponseHeaders>::read(reader)?;
        Ok(envelope.header)
    });
    let expected = ServerVersionInfo {
        major_version: Some(15),
        minor_version: Some(0),
        major_build_number: Some(1497),
        minor_build_number: Some(2),
        version: Some(ServerVersion::Other("V2_23".into())),
    };
    assert_eq!(header.unwrap().server_version_info, Some(expected));
}

#[test]
fn every_version_of_the_service() {
    for name in [
        "Exchange2007",
        "Exchange2007_SP1",
        "Exchange2010",
        "Exchange2010_SP1",
        "Exchange2010_SP2",
        "Exchange2013",
        "Exchange2013_SP1",
    ] {
        let version = ServerVersion::from_name(name);
        assert!(!matches!(version, ServerVersion::Other(_)), "{name}");
        assert_eq!(version.name(), name);
        let headers = RequestHeaders {
            request_server_version: Some(version.into()),
            ..RequestHeaders::default()
        };
        let written = Envelope::new(play_on_phone()).with_header(headers).to_xml();
        assert!(written.unwrap().contains(&format!(" Version=\"{name}\"/>")));
    }
}

/// In a Body that is none of its own, and with another element beside its own.
#[test]
fn an_answer_that_is_none() {
    let m = ews::NAMESPACE;
    let error = both_messages::<PlayOnPhoneResponse>(&body(&format!(
        "<m:DisconnectPhoneCallResponse ResponseClass='Success' xmlns:m='{m}'/>"
    )));
    assert!(matches!(
        error.unwrap_err().kind(),
        ErrorKind::WrongMessage { .. }
    ));
    let twice = both_messages::<PlayOnPhoneResponse>(&body(&format!(
        "<m:PlayOnPhoneResponse ResponseClass='Success' xmlns:m='{m}'><m:ResponseCode>NoError\
         </m:ResponseCode><m:ResponseCode>NoError</m:ResponseCode></m:PlayOnPhoneResponse>"
    )));
    assert!(matches!(twice.unwrap_err().kind(), ErrorKind::Duplicate(_)));
}
