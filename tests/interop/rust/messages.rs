//! Writes every message of the eleven operations into a folder, a file for each.
//!
//! ```text
//! cargo run -p um-tests --example interop_messages -- FOLDER
//! ```

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use um_messages::um::{self, CallState, EventCause, GreetingType, UmException, UmFault};
use um_messages::{NamedMessage, SoapMessage};

/// Whatever has to be escaped, and a letter of two bytes.
const TEXT: &str = "+1 (425) 555-0199 <Zoë's & \"home\">, ]]>\r\n\t";

type Outcome = Result<(), Box<dyn Error>>;

struct Folder(PathBuf);

impl Folder {
    fn write<T: NamedMessage>(&self, message: &T) -> Outcome {
        self.write_as(T::NAME, message)
    }

    /// Writes a message of which there is more than one.
    fn write_as(&self, name: &str, message: &impl SoapMessage) -> Outcome {
        let xml = message.to_envelope()?;
        Ok(fs::write(self.0.join(format!("{name}.xml")), xml)?)
    }
}

fn main() -> Outcome {
    let folder = env::args_os().nth(1).ok_or("into which folder?")?;
    let folder = Folder(folder.into());
    fs::create_dir_all(&folder.0)?;
    write_settings(&folder)?;
    write_calls(&folder)?;
    write_faults(&folder)
}

fn write_settings(folder: &Folder) -> Outcome {
    folder.write(&um::IsUMEnabled {})?;
    folder.write(&um::IsUMEnabledResponse { is_enabled: true })?;
    folder.write(&um::GetUMProperties {})?;
    folder.write(&um::GetUMPropertiesResponse {
        oof_status: true,
        missed_call_notification_enabled: false,
        play_on_phone_dial_string: Some(TEXT.to_owned()),
        telephone_access_numbers: Some("+1 425 555 0199, +44 20 7946 0018".to_owned()),
        telephone_access_folder_email: Some("AAAAAFZvaWNlIG1haWw=".to_owned()),
    })?;
    let without_texts = um::GetUMPropertiesResponse {
        oof_status: false,
        missed_call_notification_enabled: true,
        play_on_phone_dial_string: None,
        telephone_access_numbers: None,
        telephone_access_folder_email: None,
    };
    folder.write_as("GetUMPropertiesResponse.without_texts", &without_texts)?;
    folder.write(&um::SetOofStatus { status: true })?;
    folder.write(&um::SetOofStatusResponse {})?;
    let dial_string = TEXT.to_owned();
    folder.write(&um::SetPlayOnPhoneDialString { dial_string })?;
    folder.write(&um::SetPlayOnPhoneDialStringResponse {})?;
    let base64_folder_id = "AAAAAFZvaWNlIG1haWw=".to_owned();
    folder.write(&um::SetTelephoneAccessFolderEmail { base64_folder_id })?;
    folder.write(&um::SetTelephoneAccessFolderEmailResponse {})?;
    folder.write(&um::SetMissedCallNotificationEnabled { status: false })?;
    folder.write(&um::SetMissedCallNotificationEnabledResponse {})?;
    folder.write(&um::ResetPIN {})?;
    folder.write(&um::ResetPINResponse {})
}

fn write_calls(folder: &Folder) -> Outcome {
    let call_id = || "dW1jYWxsMQ==".to_owned();
    folder.write(&um::PlayOnPhone {
        entry_id: "Vm9pY2UgbWFpbA==".to_owned(),
        dial_string: TEXT.to_owned(),
    })?;
    folder.write(&um::PlayOnPhoneResponse { call_id: call_id() })?;
    for greeting_type in [GreetingType::NormalCustom, GreetingType::OofCustom] {
        let name = format!("PlayOnPhoneGreeting.{greeting_type:?}");
        let dial_string = TEXT.to_owned();
        let request = um::PlayOnPhoneGreeting {
            greeting_type,
            dial_string,
        };
        folder.write_as(&name, &request)?;
    }
    folder.write(&um::PlayOnPhoneGreetingResponse { call_id: call_id() })?;
    folder.write(&um::GetCallInfo { call_id: call_id() })?;
    for call_state in states() {
        let name = format!("GetCallInfoResponse.{call_state:?}");
        let event_cause = EventCause::None;
        let response = um::GetCallInfoResponse {
            call_state,
            event_cause,
        };
        folder.write_as(&name, &response)?;
    }
    for event_cause in causes() {
        let name = format!("GetCallInfoResponse.{event_cause:?}");
        let call_state = CallState::Disconnected;
        let response = um::GetCallInfoResponse {
            call_state,
            event_cause,
        };
        folder.write_as(&name, &response)?;
    }
    folder.write(&um::Disconnect { call_id: call_id() })?;
    folder.write(&um::DisconnectResponse {})
}

fn states() -> [CallState; 8] {
    [
        CallState::Idle,
        CallState::Connecting,
        CallState::Alerted,
        CallState::Connected,
        CallState::Disconnected,
        CallState::Incoming,
        CallState::Transferring,
        CallState::Forwarding,
    ]
}

fn causes() -> [EventCause; 5] {
    [
        EventCause::None,
        EventCause::UserBusy,
        EventCause::NoAnswer,
        EventCause::Unavailable,
        EventCause::Other,
    ]
}

fn write_faults(folder: &Folder) -> Outcome {
    let exceptions = [
        UmException::InvalidRequest,
        UmException::InvalidCallId,
        UmException::InvalidObjectId,
        UmException::DialingRules,
        UmException::UserNotUmEnabled,
        UmException::InvalidADRecipient,
        UmException::OverPlayOnPhoneCallLimit,
        UmException::Other("TooLoudException".to_owned()),
    ];
    for exception in exceptions {
        let name = format!("Fault.{}", exception.name());
        let fault = UmFault::new(exception, TEXT);
        folder.write_as(&name, &fault.to_fault()?)?;
    }
    Ok(())
}
