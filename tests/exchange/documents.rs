//! The golden documents of the eleven operations, each with the value that it is.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::um::{
    CallState, DisconnectResponse, EventCause, GetCallInfoResponse, GetUMProperties,
    GetUMPropertiesResponse, GreetingType, IsUMEnabled, IsUMEnabledResponse, PlayOnPhone,
    PlayOnPhoneGreeting, PlayOnPhoneGreetingResponse, PlayOnPhoneResponse, ResetPIN,
    ResetPINResponse, SetMissedCallNotificationEnabled, SetMissedCallNotificationEnabledResponse,
    SetOofStatus, SetOofStatusResponse, SetPlayOnPhoneDialString, SetPlayOnPhoneDialStringResponse,
    SetTelephoneAccessFolderEmail, SetTelephoneAccessFolderEmailResponse,
};
use um_messages::{NamedMessage, SoapOperation};
use um_tests::documents::{CALL_ID, disconnect, get_call_info};

const FOLDER_ID: &str = "LgAAAACC5hSXbFF4QaVLmQ3nR8gdAQBq0T6Z9XwqTrY4sLgHZQ3kAAAAAAEMAAAB";
const NUMBER: &str = "+1-425-555-0123";

pub(crate) const GET_CALL_INFO: &str = document!("GetCallInfo/request.xml");
pub(crate) const GET_CALL_INFO_RESPONSE: &str = document!("GetCallInfo/response.xml");

/// A message as all tests want it.
pub(crate) trait Message:
    NamedMessage + for<'de> ReadBody<'de> + Clone + PartialEq + Debug
{
}

impl<T: NamedMessage + for<'de> ReadBody<'de> + Clone + PartialEq + Debug> Message for T {}

/// What is done with each operation.
pub(crate) trait Visitor {
    /// `snapshot` is the operation's name as files have it; documents come with their values.
    fn visit<R>(&mut self, snapshot: &str, request: (&str, R), response: (&str, R::Response))
    where
        R: SoapOperation + Message,
        R::Response: Message;
}

pub(crate) fn get_call_info_response() -> GetCallInfoResponse {
    GetCallInfoResponse {
        call_state: CallState::Disconnected,
        event_cause: EventCause::UserBusy,
    }
}

pub(crate) fn play_on_phone() -> PlayOnPhone {
    PlayOnPhone {
        entry_id: "AAAAAD96EcK40E5anGYSqzTNVu8HAKCxwtPk9QYXKDlKW2x9jp8AAAAAHy4=".into(),
        dial_string: NUMBER.into(),
    }
}

pub(crate) fn properties() -> GetUMPropertiesResponse {
    GetUMPropertiesResponse {
        oof_status: true,
        missed_call_notification_enabled: false,
        play_on_phone_dial_string: Some(NUMBER.into()),
        telephone_access_numbers: Some("+1-425-555-0170, +44-20-7946-0011".into()),
        telephone_access_folder_email: Some(FOLDER_ID.into()),
    }
}

/// Shows all eleven operations to a visitor.
pub(crate) fn visit_operations(visitor: &mut impl Visitor) {
    visit_mailbox(visitor);
    visit_settings(visitor);
    visit_calls(visitor);
}

/// The request and response of an operation.
macro_rules! visit {
    ($visitor:ident, $snapshot:literal, $operation:literal, $request:expr, $response:expr $(,)?) => {
        $visitor.visit(
            $snapshot,
            (document!($operation, "/request.xml"), $request),
            (document!($operation, "/response.xml"), $response),
        );
    };
}

fn visit_mailbox(visitor: &mut impl Visitor) {
    visit!(
        visitor,
        "is_um_enabled",
        "IsUMEnabled",
        IsUMEnabled {},
        IsUMEnabledResponse { is_enabled: true },
    );
    visit!(
        visitor,
        "get_um_properties",
        "GetUMProperties",
        GetUMProperties {},
        properties(),
    );
    visit!(
        visitor,
        "reset_pin",
        "ResetPIN",
        ResetPIN {},
        ResetPINResponse {},
    );
}

fn visit_settings(visitor: &mut impl Visitor) {
    visit!(
        visitor,
        "set_oof_status",
        "SetOofStatus",
        SetOofStatus { status: true },
        SetOofStatusResponse {},
    );
    visit!(
        visitor,
        "set_play_on_phone_dial_string",
        "SetPlayOnPhoneDialString",
        SetPlayOnPhoneDialString {
            dial_string: NUMBER.into(),
        },
        SetPlayOnPhoneDialStringResponse {},
    );
    visit!(
        visitor,
        "set_telephone_access_folder_email",
        "SetTelephoneAccessFolderEmail",
        SetTelephoneAccessFolderEmail {
            base64_folder_id: FOLDER_ID.into(),
        },
        SetTelephoneAccessFolderEmailResponse {},
    );
    visit!(
        visitor,
        "set_missed_call_notification_enabled",
        "SetMissedCallNotificationEnabled",
        SetMissedCallNotificationEnabled { status: false },
        SetMissedCallNotificationEnabledResponse {},
    );
}

fn visit_calls(visitor: &mut impl Visitor) {
    visit!(
        visitor,
        "play_on_phone",
        "PlayOnPhone",
        play_on_phone(),
        PlayOnPhoneResponse {
            call_id: CALL_ID.into(),
        },
    );
    visit!(
        visitor,
        "play_on_phone_greeting",
        "PlayOnPhoneGreeting",
        PlayOnPhoneGreeting {
            greeting_type: GreetingType::OofCustom,
            dial_string: NUMBER.into(),
        },
        PlayOnPhoneGreetingResponse {
            call_id: CALL_ID.into(),
        },
    );
    visit!(
        visitor,
        "get_call_info",
        "GetCallInfo",
        get_call_info(),
        get_call_info_response(),
    );
    visit!(
        visitor,
        "disconnect",
        "Disconnect",
        disconnect(),
        DisconnectResponse {},
    );
}
