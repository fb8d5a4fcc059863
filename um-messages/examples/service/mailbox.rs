//! A mailbox of the service: its settings, and its calls on the telephone.

use std::collections::VecDeque;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::um::{
    self, CallState, EventCause, GreetingType, UmException, UmRequest, UmResponse,
};

/// How often a call is `Connecting` before somebody answers it.
const POLLS_UNTIL_CONNECTED: u32 = 2;
/// How often it is `Connected` before all has been played.
const POLLS_UNTIL_OVER: u32 = 8;
/// How many calls of a mailbox go on at once.
const CALLS_AT_ONCE: usize = 10;
/// How many calls a mailbox remembers. Of those that are over, the oldest are forgotten first.
const CALLS_REMEMBERED: usize = 50;

/// What the service knows of a mailbox.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mailbox {
    address: &'static str,
    is_enabled: bool,
    /// Whether the directory's entry is one of a user.
    is_user: bool,
    properties: um::GetUMPropertiesResponse,
    pin_resets: u32,
    calls: VecDeque<Call>,
    calls_started: u64,
}

#[derive(Clone, Debug, PartialEq)]
struct Call {
    id: String,
    progress: Progress,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Progress {
    /// How often it has been asked about.
    Polled(u32),
    Over,
}

impl Mailbox {
    pub(super) fn new(address: &'static str) -> Self {
        Self {
            address,
            is_enabled: true,
            is_user: true,
            properties: um::GetUMPropertiesResponse {
                oof_status: false,
                missed_call_notification_enabled: true,
                play_on_phone_dial_string: Some("+1 425 555 0100".to_owned()),
                telephone_access_numbers: Some("+1 425 555 0199, +44 20 7946 0018".to_owned()),
                telephone_access_folder_email: None,
            },
            pin_resets: 0,
            calls: VecDeque::new(),
            calls_started: 0,
        }
    }

    pub(super) fn without_unified_messaging(address: &'static str) -> Self {
        Self {
            is_enabled: false,
            ..Self::new(address)
        }
    }

    pub(super) fn of_a_room(address: &'static str) -> Self {
        Self {
            is_user: false,
            ..Self::new(address)
        }
    }

    /// Does what is asked for, or changes nothing.
    pub(super) fn answer(&mut self, request: UmRequest) -> Result<UmResponse, UmException> {
        use {UmRequest as Request, UmResponse as Response};

        Ok(match request {
            Request::IsUMEnabled(_) => Response::IsUMEnabled(um::IsUMEnabledResponse {
                is_enabled: self.is_enabled,
            }),
            // Who has no calls has none that could be asked for.
            Request::GetCallInfo(request) => Response::GetCallInfo(self.poll(&request)?),
            Request::Disconnect(request) => Response::Disconnect(self.hang_up(&request)?),
            _ if !self.is_enabled => return Err(UmException::UserNotUmEnabled),
            Request::GetUMProperties(_) => Response::GetUMProperties(self.properties.clone()),
            Request::SetOofStatus(request) => Response::SetOofStatus(self.set_oof(&request)),
            Request::SetPlayOnPhoneDialString(request) => {
                Response::SetPlayOnPhoneDialString(self.set_dial_string(&request))
            }
            Request::SetTelephoneAccessFolderEmail(request) => {
                Response::SetTelephoneAccessFolderEmail(self.set_folder(request))
            }
            Request::SetMissedCallNotificationEnabled(request) => {
                Response::SetMissedCallNotificationEnabled(self.set_notification(&request)?)
            }
            Request::ResetPIN(_) => Response::ResetPIN(self.reset_pin()),
            Request::PlayOnPhone(request) => Response::PlayOnPhone(self.play(&request)?),
            Request::PlayOnPhoneGreeting(request) => {
                Response::PlayOnPhoneGreeting(self.play_greeting(&request)?)
            }
        })
    }

    // Settings.

    fn set_oof(&mut self, request: &um::SetOofStatus) -> um::SetOofStatusResponse {
        self.properties.oof_status = request.status;
        um::SetOofStatusResponse {}
    }

    fn set_dial_string(
        &mut self,
        request: &um::SetPlayOnPhoneDialString,
    ) -> um::SetPlayOnPhoneDialStringResponse {
        let number = request.dial_string.trim().to_owned();
        self.properties.play_on_phone_dial_string = Some(number);
        um::SetPlayOnPhoneDialStringResponse {}
    }

    fn set_folder(
        &mut self,
        request: um::SetTelephoneAccessFolderEmail,
    ) -> um::SetTelephoneAccessFolderEmailResponse {
        // Whatever it is: Exchange does not check it either.
        self.properties.telephone_access_folder_email = Some(request.base64_folder_id);
        um::SetTelephoneAccessFolderEmailResponse {}
    }

    fn set_notification(
        &mut self,
        request: &um::SetMissedCallNotificationEnabled,
    ) -> Result<um::SetMissedCallNotificationEnabledResponse, UmException> {
        if !self.is_user {
            return Err(UmException::InvalidADRecipient);
        }
        self.properties.missed_call_notification_enabled = request.status;
        Ok(um::SetMissedCallNotificationEnabledResponse {})
    }

    fn reset_pin(&mut self) -> um::ResetPINResponse {
        self.pin_resets += 1;
        um::ResetPINResponse {}
    }

    // Calls.

    fn play(&mut self, request: &um::PlayOnPhone) -> Result<um::PlayOnPhoneResponse, UmException> {
        let is_base64 = BASE64_STANDARD.decode(&request.entry_id).is_ok();
        if request.entry_id.is_empty() || !is_base64 {
            return Err(UmException::InvalidObjectId);
        }
        let call_id = self.dial(&request.dial_string)?;
        Ok(um::PlayOnPhoneResponse { call_id })
    }

    fn play_greeting(
        &mut self,
        request: &um::PlayOnPhoneGreeting,
    ) -> Result<um::PlayOnPhoneGreetingResponse, UmException> {
        if matches!(request.greeting_type, GreetingType::Unknown(_)) {
            return Err(UmException::InvalidRequest);
        }
        let call_id = self.dial(&request.dial_string)?;
        Ok(um::PlayOnPhoneGreetingResponse { call_id })
    }

    /// Starts a call: its id.
    fn dial(&mut self, number: &str) -> Result<String, UmException> {
        if !number.contains(|c: char| c.is_ascii_digit()) {
            return Err(UmException::DialingRules);
        }
        let is_over = |call: &Call| call.progress == Progress::Over;
        let going_on = self.calls.iter().filter(|call| !is_over(call)).count();
        if going_on >= CALLS_AT_ONCE {
            return Err(UmException::OverPlayOnPhoneCallLimit);
        }
        if self.calls.len() >= CALLS_REMEMBERED {
            let oldest = self.calls.iter().position(is_over);
            oldest.and_then(|index| self.calls.remove(index));
        }
        self.calls_started += 1;
        // Built as Exchange builds it, and opaque to everybody else.
        let id = format!("{:08}|{}", self.calls_started, self.address);
        let id = BASE64_STANDARD.encode(id);
        self.calls.push_back(Call {
            id: id.clone(),
            progress: Progress::Polled(0),
        });
        Ok(id)
    }

    fn poll(&mut self, request: &um::GetCallInfo) -> Result<um::GetCallInfoResponse, UmException> {
        let call_state = self.call(&request.call_id)?.poll();
        if call_state == CallState::Disconnected {
            // Told once, then forgotten.
            self.calls.retain(|call| call.id != request.call_id);
        }
        Ok(um::GetCallInfoResponse {
            call_state,
            event_cause: EventCause::None,
        })
    }

    fn hang_up(&mut self, request: &um::Disconnect) -> Result<um::DisconnectResponse, UmException> {
        let call = self.call(&request.call_id)?;
        if call.progress == Progress::Over {
            return Err(UmException::InvalidCallId);
        }
        call.progress = Progress::Over;
        Ok(um::DisconnectResponse {})
    }

    fn call(&mut self, call_id: &str) -> Result<&mut Call, UmException> {
        let found = self.calls.iter_mut().find(|call| call.id == call_id);
        found.ok_or(UmException::InvalidCallId)
    }
}

impl Call {
    /// Exchange from 2013 on reports no other states.
    fn poll(&mut self) -> CallState {
        match &mut self.progress {
            Progress::Over => CallState::Disconnected,
            Progress::Polled(POLLS_UNTIL_OVER) => {
                self.progress = Progress::Over;
                CallState::Disconnected
            }
            Progress::Polled(polls) => {
                *polls += 1;
                if *polls > POLLS_UNTIL_CONNECTED {
                    CallState::Connected
                } else {
                    CallState::Connecting
                }
            }
        }
    }
}
