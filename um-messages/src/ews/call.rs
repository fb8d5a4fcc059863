//! Calls: starting one, asking for its state, hanging up.

use super::response::{ResponseError, ResponseMessage};
use super::{MESSAGES, TYPES};
use crate::{SoapMessage, SoapType};

/// Calls a telephone, and plays an item of the mailbox there ([MS-OXWUMS] section 3.1.4.7, which
/// calls it `PlayOnPhone2`; on the wire it is `PlayOnPhone`).
///
/// The answer, [`PlayOnPhoneResponse`], has the id of the call, or says why there is none:
/// [`PhoneNumberNotDialable`](super::ResponseCode::PhoneNumberNotDialable) and others. It is another message than
/// [`um::PlayOnPhone`](crate::um::PlayOnPhone), of the same qualified name.
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhone",
    response = PlayOnPhoneResponse,
)]
pub struct PlayOnPhone {
    /// The item to play.
    pub item_id: ItemId,
    /// The telephone number to call.
    pub dial_string: String,
}

/// The answer to [`PlayOnPhone`].
#[derive(Clone, Debug, PartialEq, Eq, SoapMessage)]
#[soap(crate = crate, namespace = MESSAGES)]
pub struct PlayOnPhoneResponse {
    /// Whether there is a call now.
    #[soap(flatten)]
    pub message: ResponseMessage,
    /// The id of the call, for [`GetPhoneCallInformation`] and [`DisconnectPhoneCall`].
    pub phone_call_id: Option<PhoneCallId>,
}

impl PlayOnPhoneResponse {
    /// The id of the call.
    ///
    /// # Errors
    ///
    /// If the service refused, or says nothing of a call.
    pub fn into_result(self) -> Result<PhoneCallId, ResponseError> {
        self.message
            .into_result_with("PhoneCallId", self.phone_call_id)
    }
}

/// Asks for the state of a call ([MS-OXWUMS] section 3.1.4.4).
///
/// The answer is [`GetPhoneCallInformationResponse`]; for a call that is not, or no longer, known it says
/// [`InvalidPhoneCallId`](super::ResponseCode::InvalidPhoneCallId).
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/GetPhoneCallInformation",
    response = GetPhoneCallInformationResponse,
)]
pub struct GetPhoneCallInformation {
    /// The id of the call, as [`PlayOnPhoneResponse`] has it.
    pub phone_call_id: PhoneCallId,
}

/// The answer to [`GetPhoneCallInformation`].
#[derive(Clone, Debug, PartialEq, Eq, SoapMessage)]
#[soap(crate = crate, namespace = MESSAGES)]
pub struct GetPhoneCallInformationResponse {
    /// Whether the call is known.
    #[soap(flatten)]
    pub message: ResponseMessage,
    /// The state of the call.
    pub phone_call_information: Option<PhoneCallInformation>,
}

impl GetPhoneCallInformationResponse {
    /// The state of the call.
    ///
    /// # Errors
    ///
    /// If the service refused, or says nothing of a call.
    pub fn into_result(self) -> Result<PhoneCallInformation, ResponseError> {
        self.message
            .into_result_with("PhoneCallInformation", self.phone_call_information)
    }
}

/// Hangs up ([MS-OXWUMS] section 3.1.4.2).
///
/// The answer is [`DisconnectPhoneCallResponse`]; for a call that is not, or no longer, known it says
/// [`InvalidPhoneCallId`](super::ResponseCode::InvalidPhoneCallId).
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/DisconnectPhoneCall",
    response = DisconnectPhoneCallResponse,
)]
pub struct DisconnectPhoneCall {
    /// The id of the call, as [`PlayOnPhoneResponse`] has it.
    pub phone_call_id: PhoneCallId,
}

/// The answer to [`DisconnectPhoneCall`].
#[derive(Clone, Debug, PartialEq, Eq, SoapMessage)]
#[soap(crate = crate, namespace = MESSAGES)]
pub struct DisconnectPhoneCallResponse {
    /// Whether the call is over.
    #[soap(flatten)]
    pub message: ResponseMessage,
}

impl DisconnectPhoneCallResponse {
    /// Nothing: the call is over.
    ///
    /// # Errors
    ///
    /// If the service refused.
    pub fn into_result(self) -> Result<(), ResponseError> {
        self.message.into_result()
    }
}

/// An item of a mailbox (`ItemIdType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = TYPES)]
pub struct ItemId {
    /// Its id. Opaque.
    #[soap(attribute)]
    pub id: String,
    /// The state that it was seen in. Opaque.
    #[soap(attribute)]
    pub change_key: Option<String>,
}

/// A call (`PhoneCallIdType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = TYPES)]
pub struct PhoneCallId {
    /// Its id. Opaque.
    #[soap(attribute)]
    pub id: String,
}

/// The state of a call (`PhoneCallInformationType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = TYPES)]
pub struct PhoneCallInformation {
    /// How far the call is.
    pub phone_call_state: PhoneCallState,
    /// Why it failed, if it did.
    pub connection_failure_cause: ConnectionFailureCause,
    /// What the telephone network says (`SIPResponseText`).
    #[soap(rename = "SIPResponseText")]
    pub sip_response_text: Option<String>,
    /// What the telephone network says, as a number (`SIPResponseCode`).
    #[soap(rename = "SIPResponseCode")]
    pub sip_response_code: Option<i32>,
}

/// How far a call is (`PhoneCallStateType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate)]
#[non_exhaustive]
pub enum PhoneCallState {
    /// Nothing has happened yet.
    Idle,
    /// The telephone is being called.
    Connecting,
    /// The telephone rings.
    Alerted,
    /// Somebody has answered.
    Connected,
    /// The call is over.
    Disconnected,
    /// The call is an incoming one.
    Incoming,
    /// The call is being transferred.
    Transferring,
    /// The call is being forwarded.
    Forwarding,
    /// A state that this list does not have, as it was sent.
    #[soap(other)]
    Unknown(String),
}

/// Why a call failed (`ConnectionFailureCauseType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate)]
#[non_exhaustive]
pub enum ConnectionFailureCause {
    /// It did not.
    None,
    /// The line is busy.
    UserBusy,
    /// Nobody has answered.
    NoAnswer,
    /// The telephone cannot be reached.
    Unavailable,
    /// Another cause: the value `Other`, which the service itself has.
    Other,
    /// A cause that this list does not have, as it was sent.
    #[soap(other)]
    Unknown(String),
}
