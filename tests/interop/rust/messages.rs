//! Writes every message of the operations into a folder, a file for each: those of the Unified Messaging service into `um`, and those
//! of Exchange Web Services, with their header blocks and in both versions of SOAP, into `ews11` and `ews12`.
//!
//! ```text
//! cargo run -p um-tests --example interop_messages -- FOLDER
//! ```

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use um_messages::ews;
use um_messages::soap::WriteHeaders;
use um_messages::um::{self, CallState, EventCause, GreetingType, UmException, UmFault};
use um_messages::{Envelope, NamedMessage, SoapMessage, SoapVersion};

#[path = "ews.rs"]
mod messages;

use self::messages::{ForgetCall, answered_by, connected};

/// Whatever has to be escaped, and a letter of two bytes.
const TEXT: &str = "+1 (425) 555-0199 <Zoë's & \"home\">, ]]>\r\n\t";

type Outcome = Result<(), Box<dyn Error>>;

struct Folder(PathBuf);

impl Folder {
    fn create(path: PathBuf) -> Result<Self, Box<dyn Error>> {
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn write<T: NamedMessage>(&self, message: &T) -> Outcome {
        self.write_as(T::NAME, message)
    }

    /// Writes a message of which there is more than one.
    fn write_as(&self, name: &str, message: &impl SoapMessage) -> Outcome {
        self.write_text(name, &message.to_envelope()?)
    }

    fn write_text(&self, name: &str, xml: &str) -> Outcome {
        Ok(fs::write(self.0.join(format!("{name}.xml")), xml)?)
    }
}

fn main() -> Outcome {
    let folder = env::args_os().nth(1).ok_or("into which folder?")?;
    let folder = PathBuf::from(folder);
    let um = Folder::create(folder.join("um"))?;
    write_settings(&um)?;
    write_calls(&um)?;
    write_faults(&um)?;
    for (name, version) in [("ews11", SoapVersion::V1_1), ("ews12", SoapVersion::V1_2)] {
        let ews = Folder::create(folder.join(name))?;
        write_ews_requests(&ews, version)?;
        write_ews_answers(&ews, version)?;
        write_refusals(&ews, version)?;
    }
    Ok(())
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

// Exchange Web Services.

fn write_ews_requests(folder: &Folder, version: SoapVersion) -> Outcome {
    let header = || ews::RequestHeaders {
        request_server_version: Some(ews::ServerVersion::Exchange2010Sp2.into()),
        ..ews::RequestHeaders::default()
    };
    let phone_call_id = || ews::PhoneCallId {
        id: TEXT.to_owned(),
    };
    let play = ews::PlayOnPhone {
        item_id: ews::ItemId {
            id: TEXT.to_owned(),
            change_key: Some("CQAA".to_owned()),
        },
        dial_string: TEXT.to_owned(),
    };
    let tell = ews::GetPhoneCallInformation {
        phone_call_id: phone_call_id(),
    };
    let hang_up = ews::DisconnectPhoneCall {
        phone_call_id: phone_call_id(),
    };
    let forget = ForgetCall {
        call_id: TEXT.to_owned(),
    };
    write_in(folder, version, &play, header())?;
    write_in(folder, version, &tell, header())?;
    write_in(folder, version, &hang_up, header())?;
    write_in(folder, version, &forget, ())
}

fn write_ews_answers(folder: &Folder, version: SoapVersion) -> Outcome {
    let header = || answered_by(Some(ews::ServerVersion::Exchange2010Sp2));
    let play = ews::PlayOnPhoneResponse {
        message: ews::ResponseMessage::success(),
        phone_call_id: Some(ews::PhoneCallId {
            id: TEXT.to_owned(),
        }),
    };
    let tell = ews::GetPhoneCallInformationResponse {
        message: ews::ResponseMessage::success(),
        phone_call_information: Some(connected()),
    };
    let refused = ews::ResponseCode::InvalidPhoneCallId;
    let hang_up = ews::DisconnectPhoneCallResponse {
        message: ews::ResponseMessage::error(refused, TEXT),
    };
    write_in(folder, version, &play, header())?;
    write_in(folder, version, &tell, header())?;
    write_in(folder, version, &hang_up, header())
}

fn write_in<B: NamedMessage>(
    folder: &Folder,
    version: SoapVersion,
    body: &B,
    header: impl WriteHeaders,
) -> Outcome {
    let envelope = Envelope::new(body).with_version(version);
    folder.write_text(B::NAME, &envelope.with_header(header).to_xml()?)
}

/// The faults for what cannot be read, with the blocks beside them.
fn write_refusals(folder: &Folder, version: SoapVersion) -> Outcome {
    let request = |soap: &str, block: &str, body: &str| {
        let envelope = format!(
            "<s:Envelope xmlns:s='{soap}'><s:Header>{block}</s:Header><s:Body>{body}</s:Body></s:Envelope>"
        );
        let refused = Envelope::<ews::PlayOnPhone>::from_xml(&envelope);
        refused.map_or_else(|error| error.to_fault_envelope().to_xml(), |it| it.to_xml())
    };
    let soap = version.namespace();
    let unknown = "<b:Unknown xmlns:b='urn:b' s:mustUnderstand='1'/>";
    folder.write_text("Fault.MustUnderstand", &request(soap, unknown, "")?)?;
    folder.write_text("Fault.malformed", &request(soap, "", "<other/>")?)?;
    match version {
        SoapVersion::V1_1 => {
            folder.write_text("Fault.VersionMismatch", &request("urn:soap:2", "", "")?)
        }
        // It is refused in SOAP 1.1.
        SoapVersion::V1_2 => Ok(()),
    }
}
