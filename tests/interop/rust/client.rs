//! Calls a service with the project's messages, all operations and all faults.
//!
//! ```text
//! cargo run -p um-tests --example interop_client -- URL [--without-language]
//! ```
//!
//! Prints a line for each case: `pass` or `fail`, the case, and for a failure what was got and
//! expected. `--without-language`: the peer cannot say in which language a reason is.

mod call;
mod cases;
mod service;

use std::error::Error;
use std::process::ExitCode;
use std::{env, io};

use um_messages::um::{self, CallState, EventCause, GreetingType, UmException};

use self::call::Failure;
use self::cases::Cases;
use self::service::{ADA, Service};

/// Who is not enabled for UM.
const BOB: &str = "bob@example.com";
/// Who gets no notifications.
const ROOM: &str = "room@example.com";
/// Whom the service does not know.
const EVE: &str = "eve@example.com";

const ENTRY_ID: &str = "Vm9pY2UgbWFpbA==";
const FOLDER_ID: &str = "AAAAAFZvaWNlIG1haWw=";
const DIAL_STRING: &str = "+1 425 555 0199";
/// Whatever has to be escaped, and a letter of two bytes.
const ODD_DIAL_STRING: &str = "+1 (425) 555-0199 <Zoë's & \"home\">";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let url = arguments.next().unwrap_or_default();
    let language = match arguments.next().as_deref() {
        Some("--without-language") => "no language",
        _ => "en-US",
    };
    let mut cases = Cases {
        language,
        all_passed: true,
    };
    let ada = Service::new(&url, ADA)?;
    try_settings(&mut cases, &ada)?;
    try_calls(&mut cases, &ada)?;
    try_faults(&mut cases, &ada)?;
    let got = Service::new(&url, ROOM)?.call(&set_notification(true));
    let exception = &UmException::InvalidADRecipient;
    cases.exception("SetMissedCallNotificationEnabled", exception, got)?;
    try_not_enabled(&mut cases, &Service::new(&url, BOB)?)?;
    let got = Service::new(&url, EVE)?.call(&um::IsUMEnabled {});
    cases.status("unknown caller: 401", got, 401)?;
    Ok(if cases.all_passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

// The requests that are sent more than once.

fn set_oof(status: bool) -> um::SetOofStatus {
    um::SetOofStatus { status }
}

fn set_dial_string(dial_string: &str) -> um::SetPlayOnPhoneDialString {
    let dial_string = dial_string.to_owned();
    um::SetPlayOnPhoneDialString { dial_string }
}

fn set_folder() -> um::SetTelephoneAccessFolderEmail {
    let base64_folder_id = FOLDER_ID.to_owned();
    um::SetTelephoneAccessFolderEmail { base64_folder_id }
}

fn set_notification(status: bool) -> um::SetMissedCallNotificationEnabled {
    um::SetMissedCallNotificationEnabled { status }
}

fn play(entry_id: &str, dial_string: &str) -> um::PlayOnPhone {
    um::PlayOnPhone {
        entry_id: entry_id.to_owned(),
        dial_string: dial_string.to_owned(),
    }
}

fn play_greeting(greeting_type: GreetingType, dial_string: &str) -> um::PlayOnPhoneGreeting {
    um::PlayOnPhoneGreeting {
        greeting_type,
        dial_string: dial_string.to_owned(),
    }
}

fn get_call_info(call_id: &str) -> um::GetCallInfo {
    let call_id = call_id.to_owned();
    um::GetCallInfo { call_id }
}

fn disconnect(call_id: &str) -> um::Disconnect {
    let call_id = call_id.to_owned();
    um::Disconnect { call_id }
}

fn info(call_state: CallState) -> um::GetCallInfoResponse {
    um::GetCallInfoResponse {
        call_state,
        event_cause: EventCause::None,
    }
}

// The cases.

/// What is set must be there when the settings are asked for next.
fn try_settings(cases: &mut Cases, ada: &Service) -> io::Result<()> {
    let properties = || ada.call(&um::GetUMProperties {});
    let enabled = um::IsUMEnabledResponse { is_enabled: true };
    cases.answer("IsUMEnabled", ada.call(&um::IsUMEnabled {}), &enabled)?;

    let mut expected = um::GetUMPropertiesResponse {
        oof_status: false,
        missed_call_notification_enabled: true,
        play_on_phone_dial_string: Some("+1 425 555 0100".to_owned()),
        telephone_access_numbers: Some("+1 425 555 0199, +44 20 7946 0018".to_owned()),
        telephone_access_folder_email: None,
    };
    cases.answer("GetUMProperties", properties(), &expected)?;

    expected.oof_status = true;
    let got = ada.call(&set_oof(true)).and_then(|_| properties());
    cases.answer("SetOofStatus", got, &expected)?;

    expected.play_on_phone_dial_string = Some(ODD_DIAL_STRING.to_owned());
    let got = ada.call(&set_dial_string(ODD_DIAL_STRING));
    let got = got.and_then(|_| properties());
    cases.answer("SetPlayOnPhoneDialString", got, &expected)?;

    expected.telephone_access_folder_email = Some(FOLDER_ID.to_owned());
    let got = ada.call(&set_folder()).and_then(|_| properties());
    cases.answer("SetTelephoneAccessFolderEmail", got, &expected)?;

    expected.missed_call_notification_enabled = false;
    let got = ada.call(&set_notification(false));
    let got = got.and_then(|_| properties());
    cases.answer("SetMissedCallNotificationEnabled", got, &expected)?;

    let reset = um::ResetPINResponse {};
    cases.answer("ResetPIN", ada.call(&um::ResetPIN {}), &reset)
}

fn try_calls(cases: &mut Cases, ada: &Service) -> io::Result<()> {
    let first = ada.call(&play(ENTRY_ID, DIAL_STRING));
    let first = first.map(|answer| answer.call_id);
    let call_id = first.as_deref().unwrap_or_default().to_owned();
    cases.answer("PlayOnPhone", first.map(|id| !id.is_empty()), &true)?;

    let second = ada.call(&play_greeting(GreetingType::OofCustom, DIAL_STRING));
    let is_new = second.map(|answer| !answer.call_id.is_empty() && answer.call_id != call_id);
    cases.answer("PlayOnPhoneGreeting", is_new, &true)?;

    let state = || ada.call(&get_call_info(&call_id));
    let states: Result<Vec<_>, Failure> = (0..3).map(|_| state()).collect();
    let expected = [
        CallState::Connecting,
        CallState::Connecting,
        CallState::Connected,
    ];
    cases.answer("GetCallInfo", states, &expected.map(info).to_vec())?;

    let got = ada.call(&disconnect(&call_id)).and_then(|_| state());
    cases.answer("Disconnect", got, &info(CallState::Disconnected))?;

    // The end of the call has been told, so the service has forgotten it.
    cases.exception("GetCallInfo", &UmException::InvalidCallId, state())?;
    let got = ada.call(&disconnect("unknown"));
    cases.exception("Disconnect", &UmException::InvalidCallId, got)
}

fn try_faults(cases: &mut Cases, ada: &Service) -> io::Result<()> {
    let got = ada.call(&play("not base64!", DIAL_STRING));
    cases.exception("PlayOnPhone", &UmException::InvalidObjectId, got)?;
    let got = ada.call(&play(ENTRY_ID, "nobody"));
    cases.exception("PlayOnPhone", &UmException::DialingRules, got)?;
    let got = ada.call(&play_greeting(GreetingType::NormalCustom, "nobody"));
    cases.exception("PlayOnPhoneGreeting", &UmException::DialingRules, got)?;

    // One call is on already, and ten may be.
    let calls: Result<Vec<_>, Failure> = (1..10)
        .map(|_| ada.call(&play(ENTRY_ID, DIAL_STRING)))
        .collect();
    let got = calls.and_then(|_| ada.call(&play(ENTRY_ID, DIAL_STRING)));
    cases.exception("PlayOnPhone", &UmException::OverPlayOnPhoneCallLimit, got)?;

    let got = ada.call_spoiled(&set_oof(true), |xml| xml.replace(">true<", ">perhaps<"));
    cases.invalid_request("SetOofStatus", got)?;
    let got = ada.call_spoiled(&set_oof(true), |xml| {
        xml.replace("SetOofStatus", "NoSuchOperation")
    });
    cases.invalid_request("no such operation", got)
}

fn try_not_enabled(cases: &mut Cases, bob: &Service) -> io::Result<()> {
    let disabled = um::IsUMEnabledResponse { is_enabled: false };
    let got = bob.call(&um::IsUMEnabled {});
    cases.answer("IsUMEnabled: false", got, &disabled)?;

    let mut refused = |operation, got: Result<(), Failure>| {
        cases.exception(operation, &UmException::UserNotUmEnabled, got)
    };
    let got = bob.call(&um::GetUMProperties {}).map(drop);
    refused("GetUMProperties", got)?;
    refused("SetOofStatus", bob.call(&set_oof(true)).map(drop))?;
    let got = bob.call(&set_dial_string(DIAL_STRING)).map(drop);
    refused("SetPlayOnPhoneDialString", got)?;
    let got = bob.call(&set_folder()).map(drop);
    refused("SetTelephoneAccessFolderEmail", got)?;
    let got = bob.call(&set_notification(false)).map(drop);
    refused("SetMissedCallNotificationEnabled", got)?;
    refused("ResetPIN", bob.call(&um::ResetPIN {}).map(drop))?;
    let got = bob.call(&play(ENTRY_ID, DIAL_STRING)).map(drop);
    refused("PlayOnPhone", got)?;
    let got = bob.call(&play_greeting(GreetingType::NormalCustom, DIAL_STRING));
    refused("PlayOnPhoneGreeting", got.map(drop))
}
