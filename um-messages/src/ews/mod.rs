//! The calls of Exchange's Unified Messaging in Exchange Web Services, the younger of the two services
//! ([MS-OXWUMS] sections 3.1.4.2, 3.1.4.4 and 3.1.4.7).
//!
//! It speaks SOAP 1.1 over HTTP, at the endpoint that Autodiscover gives as `EwsUrl`, usually
//! `https://HOST/EWS/Exchange.asmx`. Exchange 2010 and later have it.
//!
//! | request | what it does | answer |
//! |---|---|---|
//! | [`PlayOnPhone`] | play an item on a telephone | [`PlayOnPhoneResponse`] |
//! | [`GetPhoneCallInformation`] | how far is the call? | [`GetPhoneCallInformationResponse`] |
//! | [`DisconnectPhoneCall`] | hang up | [`DisconnectPhoneCallResponse`] |
//!
//! The messages have their elements in [`NAMESPACE`] and those of their types in [`TYPES_NAMESPACE`],
//! with the prefixes `m` and `t`. `PlayOnPhone` has the same qualified name as the request of
//! [`um`](crate::um) and another content: only the endpoint tells them apart.
//!
//! What the service refuses comes as a normal answer whose `ResponseClass` is `Error`; on demand it is
//! an error:
//!
//! ```
//! use um_messages::{Envelope, SoapMessage, ews};
//!
//! let request = ews::PlayOnPhone {
//!     item_id: ews::ItemId { id: "AAMkAD".into(), change_key: None },
//!     dial_string: "+1 425 555 0100".into(),
//! };
//! let headers = ews::RequestHeaders {
//!     request_server_version: Some(ews::ServerVersion::Exchange2010.into()),
//!     ..ews::RequestHeaders::default()
//! };
//! let xml = Envelope::new(request).with_header(headers).to_xml()?;
//! assert!(xml.contains(r#"<m:ItemId Id="AAMkAD"/><m:DialString>+1 425 555 0100</m:DialString>"#));
//!
//! let answer = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>\
//!     <m:PlayOnPhoneResponse ResponseClass='Error' \
//!     xmlns:m='http://schemas.microsoft.com/exchange/services/2006/messages'>\
//!     <m:MessageText>The number can't be dialed.</m:MessageText>\
//!     <m:ResponseCode>ErrorPhoneNumberNotDialable</m:ResponseCode>\
//!     </m:PlayOnPhoneResponse></s:Body></s:Envelope>";
//! let refused = ews::PlayOnPhoneResponse::from_envelope(answer)?.into_result().unwrap_err();
//! assert_eq!(refused.code(), Some(&ews::ResponseCode::PhoneNumberNotDialable));
//! assert_eq!(refused.to_string(), "`ErrorPhoneNumberNotDialable`: The number can't be dialed.");
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/

mod call;
mod header;
mod response;

pub use self::call::{
    ConnectionFailureCause, DisconnectPhoneCall, DisconnectPhoneCallResponse,
    GetPhoneCallInformation, GetPhoneCallInformationResponse, ItemId, PhoneCallId,
    PhoneCallInformation, PhoneCallState, PlayOnPhone, PlayOnPhoneResponse,
};
pub use self::header::{
    ConnectingSid, ExchangeImpersonation, RequestHeaders, RequestServerVersion, ResponseHeaders,
    ServerVersion, ServerVersionInfo,
};
pub use self::response::{ResponseClass, ResponseCode, ResponseError, ResponseMessage};

use crate::xml::Namespace;

/// The namespace of the messages.
pub const NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";

/// Another spelling of [`NAMESPACE`], which copies of the service's documentation have. It is understood,
/// and never written.
pub const NAMESPACE_HTTPS: &str = "https://schemas.microsoft.com/exchange/services/2006/messages";

/// The namespace of the types, and of the header blocks.
pub const TYPES_NAMESPACE: &str = "http://schemas.microsoft.com/exchange/services/2006/types";

/// [`NAMESPACE`] with its other spelling, for the key `namespace` of messages of one's own.
pub const MESSAGES: Namespace = Namespace::new(NAMESPACE)
    .with_prefix("m")
    .with_aliases(&[NAMESPACE_HTTPS]);

/// [`TYPES_NAMESPACE`] with its prefix, for the key `namespace` of types of one's own.
pub const TYPES: Namespace = Namespace::new(TYPES_NAMESPACE).with_prefix("t");
