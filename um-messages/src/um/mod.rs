//! The messages of Exchange's Unified Messaging web service ([MS-OXWUMS]).
//!
//! The service speaks SOAP 1.1 over HTTP. Its endpoint, which Autodiscover gives as `UMUrl`, is
//! usually `https://HOST/EWS/UM2007Legacy.asmx`. Each request implements
//! [`SoapOperation`](crate::SoapOperation), which names its answer: the type with `Response` behind
//! the name, [`DisconnectResponse`] for instance.
//!
//! | request | what it does | faults beside [`InvalidRequest`] |
//! |---|---|---|
//! | [`IsUMEnabled`] | is the mailbox enabled? | none |
//! | [`GetUMProperties`] | with which settings? | [`UserNotUmEnabled`] |
//! | [`SetOofStatus`] | play the Out-of-Office greeting | [`UserNotUmEnabled`] |
//! | [`SetPlayOnPhoneDialString`] | the number to call by default | [`UserNotUmEnabled`] |
//! | [`SetTelephoneAccessFolderEmail`] | the folder read over the telephone | [`UserNotUmEnabled`] |
//! | [`SetMissedCallNotificationEnabled`] | tell of missed calls | [`UserNotUmEnabled`], [`InvalidADRecipient`] |
//! | [`ResetPIN`] | a new PIN | [`UserNotUmEnabled`] |
//! | [`PlayOnPhone`] | play an item on a telephone | [`UserNotUmEnabled`], [`InvalidObjectId`], [`DialingRules`] |
//! | [`PlayOnPhoneGreeting`] | play and record a greeting | [`UserNotUmEnabled`], [`DialingRules`] |
//! | [`GetCallInfo`] | how far is the call? | [`InvalidCallId`] |
//! | [`Disconnect`] | hang up | [`InvalidCallId`] |
//!
//! More exceptions of the server may come with any of them, and a server that does not find the
//! mailbox answers with HTTP status 401 and no SOAP message at all. A server dispatches on
//! [`UmRequest`].
//!
//! What is written is what Exchange's servers understand. What is read is that and, where the
//! service's documents disagree, what they print instead: other spellings of the namespace
//! ([`NAMESPACE_HTTPS`], [`NAMESPACE_SINGULAR`]), `DialString` for `dialString` and the other way round,
//! `Status` for `status`, `base64FolderID` for `base64FolderId`, `True` for `true`, and results in one element instead of
//! two of the same name.
//!
//! Of what the documents print, two things are not read: a text in the request `IsUMEnabled`, which is
//! empty on the wire, and properties without `OofStatus`.
//!
//! # Sources
//!
//! [MS-OXWUMS], the service's specification, and its [reference], for the operations that the specification
//! does not describe.
//!
//! # Use
//!
//! A client plays an item with `PlayOnPhone`, keeps the call id that it gets, asks for the state of
//! the call with it, and hangs up with it ([MS-OXWUMS] section 3.2.4):
//!
//! ```
//! use um_messages::{SoapMessage, um};
//!
//! let request = um::GetCallInfo { call_id: "MDlk".into() }.to_envelope()?;
//! assert!(request.contains("<CallId>MDlk</CallId>"));
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
//! [`InvalidRequest`]: UmException::InvalidRequest
//! [`UserNotUmEnabled`]: UmException::UserNotUmEnabled
//! [`InvalidADRecipient`]: UmException::InvalidADRecipient
//! [`InvalidObjectId`]: UmException::InvalidObjectId
//! [`InvalidCallId`]: UmException::InvalidCallId
//! [`DialingRules`]: UmException::DialingRules
//! [reference]: https://learn.microsoft.com/exchange/client-developer/web-service-reference/unified-messaging-web-service-reference-for-exchange
//! [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/

mod boolean;
mod call;
mod fault;
mod mailbox;
mod message;
mod pin;
#[cfg(feature = "schema")]
mod service;
mod settings;

pub use self::call::{
    CallState, Disconnect, DisconnectResponse, EventCause, GetCallInfo, GetCallInfoResponse,
    GreetingType, PlayOnPhone, PlayOnPhoneGreeting, PlayOnPhoneGreetingResponse,
    PlayOnPhoneResponse,
};
pub use self::fault::{UmException, UmFault};
pub use self::mailbox::{
    GetUMProperties, GetUMPropertiesResponse, IsUMEnabled, IsUMEnabledResponse,
};
pub use self::message::{UmRequest, UmResponse};
pub use self::pin::{ResetPIN, ResetPINResponse};
#[cfg(feature = "schema")]
#[cfg_attr(docsrs, doc(cfg(feature = "schema")))]
pub use self::service::service;
pub use self::settings::{
    SetMissedCallNotificationEnabled, SetMissedCallNotificationEnabledResponse, SetOofStatus,
    SetOofStatusResponse, SetPlayOnPhoneDialString, SetPlayOnPhoneDialStringResponse,
    SetTelephoneAccessFolderEmail, SetTelephoneAccessFolderEmailResponse,
};

use crate::xml::Namespace;

/// The namespace of all messages.
pub const NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";

/// Another spelling of [`NAMESPACE`], which copies of the service's documentation have. It is
/// understood, and never written unless [`Envelope::map_namespace`](crate::Envelope::map_namespace)
/// asks for it: Exchange itself refuses it.
pub const NAMESPACE_HTTPS: &str = "https://schemas.microsoft.com/exchange/services/2006/messages";

/// A slip of one page of the service's documentation for [`NAMESPACE`]. It is understood, and never
/// written.
pub const NAMESPACE_SINGULAR: &str = "http://schemas.microsoft.com/exchange/services/2006/message";

/// [`NAMESPACE`] with its other spellings, for the key `namespace` of messages of one's own.
pub const MESSAGES: Namespace =
    Namespace::new(NAMESPACE).with_aliases(&[NAMESPACE_HTTPS, NAMESPACE_SINGULAR]);

/// The namespace of the codes of faults of the service's own.
pub const ERRORS_NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/errors";

/// The namespace of the code of the fault for a malformed request, `ErrorInvalidRequest`.
pub const TYPES_NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/types";
