//! Calls: starting one, asking for its state, hanging up.

use super::MESSAGES;
use crate::{SoapMessage, SoapType};

/// Calls a telephone, and plays a voice message or another item of the mailbox there
/// ([MS-OXWUMS] section 3.1.4.8).
///
/// The answer, [`PlayOnPhoneResponse`], has the id of the call. Faults:
/// [`InvalidObjectId`](super::UmException::InvalidObjectId) for an entry id that is none, and
/// [`DialingRules`](super::UmException::DialingRules) for a number that may not be dialed.
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
    /// The item to play: its entry id in base64, as `FindItem` gives it in `item:StoreEntryId`.
    #[soap(rename = "entryId")]
    pub entry_id: String,
    /// The telephone number to call (RFC 3966).
    #[soap(rename = "DialString", alias = "dialString")]
    pub dial_string: String,
}

/// The answer to [`PlayOnPhone`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    inner = "PlayOnPhoneResponse",
    inner_optional,
)]
pub struct PlayOnPhoneResponse {
    /// The id of the call, for [`GetCallInfo`] and [`Disconnect`]. Opaque: it has a structure that
    /// differs from server to server, and a length that is not limited.
    #[soap(text)]
    pub call_id: String,
}

/// Calls a telephone to play a greeting of the mailbox there, and to record it anew
/// ([MS-OXWUMS] section 3.1.4.9).
///
/// The answer, [`PlayOnPhoneGreetingResponse`], has the id of the call. Fault:
/// [`DialingRules`](super::UmException::DialingRules) for a number that may not be dialed.
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhoneGreeting",
    response = PlayOnPhoneGreetingResponse,
)]
pub struct PlayOnPhoneGreeting {
    /// Which greeting.
    pub greeting_type: GreetingType,
    /// The telephone number to call (RFC 3966).
    #[soap(rename = "DialString", alias = "dialString")]
    pub dial_string: String,
}

/// The answer to [`PlayOnPhoneGreeting`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    inner = "PlayOnPhoneGreetingResponse",
    inner_optional,
)]
pub struct PlayOnPhoneGreetingResponse {
    /// The id of the call, for [`GetCallInfo`] and [`Disconnect`]; see [`PlayOnPhoneResponse`].
    #[soap(text)]
    pub call_id: String,
}

/// Asks for the state of a call ([MS-OXWUMS] section 3.1.4.3).
///
/// The answer is [`GetCallInfoResponse`]. Fault:
/// [`InvalidCallId`](super::UmException::InvalidCallId) for a call that is not, or no longer, known.
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/GetCallInfo",
    response = GetCallInfoResponse,
)]
pub struct GetCallInfo {
    /// The id of the call, as [`PlayOnPhoneResponse`] or [`PlayOnPhoneGreetingResponse`] has it.
    pub call_id: String,
}

/// The answer to [`GetCallInfo`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    inner = "GetCallInfoResponse",
    inner_optional,
)]
pub struct GetCallInfoResponse {
    /// How far the call is.
    pub call_state: CallState,
    /// Why it is in that state.
    pub event_cause: EventCause,
}

/// Hangs up ([MS-OXWUMS] section 3.1.4.1).
///
/// The answer, [`DisconnectResponse`], is empty. Fault:
/// [`InvalidCallId`](super::UmException::InvalidCallId) for a call that is not, or no longer, known.
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/Disconnect",
    response = DisconnectResponse,
)]
pub struct Disconnect {
    /// The id of the call, as [`PlayOnPhoneResponse`] or [`PlayOnPhoneGreetingResponse`] has it.
    pub call_id: String,
}

/// The answer to [`Disconnect`]: it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
)]
pub struct DisconnectResponse {}

/// How far a call is (`UMCallState`).
///
/// Servers from Exchange 2013 on report `Connecting`, `Connected` and `Disconnected` alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, rename = "UMCallState")]
#[non_exhaustive]
pub enum CallState {
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

/// Why a call is in its state (`UMEventCause`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, rename = "UMEventCause")]
#[non_exhaustive]
pub enum EventCause {
    /// Nothing out of the ordinary.
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

/// Which greeting of the mailbox (`UMGreetingType`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, rename = "UMGreetingType")]
#[non_exhaustive]
pub enum GreetingType {
    /// The one that callers hear on other days.
    NormalCustom,
    /// The one that callers hear while the user is out of office.
    OofCustom,
    /// A greeting that this list does not have, as it was sent.
    #[soap(other)]
    Unknown(String),
}
