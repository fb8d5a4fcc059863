//! The messages of Exchange's Unified Messaging web service ([MS-OXWUMS]).
//!
//! The service speaks SOAP 1.1 over HTTP. Its endpoint, which Autodiscover gives as `UMUrl`, is
//! usually `https://HOST/EWS/UM2007Legacy.asmx`. Each request implements
//! [`SoapOperation`](crate::SoapOperation), which names its answer.
//!
//! | operation | request | answer | faults beside a malformed request |
//! |---|---|---|---|
//! | `PlayOnPhone` | [`PlayOnPhone`] | [`PlayOnPhoneResponse`] | [`InvalidObjectId`], [`DialingRules`] |
//! | `GetCallInfo` | [`GetCallInfo`] | [`GetCallInfoResponse`] | [`InvalidCallId`] |
//! | `Disconnect` | [`Disconnect`] | [`DisconnectResponse`] | [`InvalidCallId`] |
//!
//! A client plays an item with `PlayOnPhone`, keeps the call id that it gets, asks for the state of
//! the call with it, and hangs up with it ([MS-OXWUMS] section 3.2.4):
//!
//! ```
//! use um_messages::{SoapMessage, um};
//!
//! let answer = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>\
//!     <GetCallInfoResponse xmlns='http://schemas.microsoft.com/exchange/services/2006/messages'>\
//!     <GetCallInfoResponse><CallState>Connected</CallState><EventCause>None</EventCause>\
//!     </GetCallInfoResponse></GetCallInfoResponse></s:Body></s:Envelope>";
//! let info = um::GetCallInfoResponse::from_envelope(answer)?;
//! assert_eq!(info.call_state, um::CallState::Connected);
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! [`InvalidObjectId`]: UmException::InvalidObjectId
//! [`InvalidCallId`]: UmException::InvalidCallId
//! [`DialingRules`]: UmException::DialingRules
//! [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/

mod call;
mod fault;

pub use self::call::{
    CallState, Disconnect, DisconnectResponse, EventCause, GetCallInfo, GetCallInfoResponse,
    PlayOnPhone, PlayOnPhoneResponse,
};
pub use self::fault::{UmException, UmFault};

/// The namespace of all messages.
pub const NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";

/// Another spelling of [`NAMESPACE`], which copies of the service's documentation have. It is
/// understood, and never written unless [`Envelope::map_namespace`](crate::Envelope::map_namespace)
/// asks for it: Exchange itself refuses it.
pub const NAMESPACE_HTTPS: &str = "https://schemas.microsoft.com/exchange/services/2006/messages";

/// The namespace of the codes of faults of the service's own.
pub const ERRORS_NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/errors";

/// The namespace of the code of the fault for a malformed request, `ErrorInvalidRequest`.
pub const TYPES_NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/types";
