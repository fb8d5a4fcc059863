//! WS-Addressing 1.0: where a message goes, what it means, what it is called, and where its answer goes.
//!
//! [`Addressing`] has all its header blocks. It is flattened into a struct of header blocks, or is that struct. A client says where its message goes
//! and what it means:
//!
//! ```
//! use um_messages::soap::addressing::Addressing;
//! use um_messages::{Envelope, SoapMessage, um};
//!
//! let request = um::IsUMEnabled {};
//! let addressing = Addressing::new(request.action().unwrap_or_default())
//!     .with_to("https://host/um")
//!     .with_message_id("urn:uuid:7cfb1f50-0d51-4a8e-b8a6-4a4ae7b1d5a9") // with the feature `uuid`: Uuid::new_v4()
//!     .with_must_understand(true);
//! let xml = Envelope::new(request).with_header(addressing).to_xml()?;
//! assert!(xml.contains(r#"<wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">urn:uuid:"#));
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! A service checks the blocks, and makes those of the answer from them. What is wrong is an [`AddressingFault`], which has its answer, too:
//!
//! ```
//! use um_messages::soap::addressing::{Addressing, AddressingFault};
//! use um_messages::{Envelope, Error, Result, um};
//!
//! const ACTION: &str = "http://schemas.microsoft.com/exchange/services/2006/messages/IsUMEnabled";
//! type Request = Envelope<um::IsUMEnabled, Addressing>;
//!
//! fn answer(request: &str) -> Result<String> {
//!     let request = match Request::from_xml(request) {
//!         Ok(request) => request,
//!         Err(error) => return refuse(&error),
//!     };
//!     let addressing = &request.header;
//!     if let Err(fault) = check(addressing) {
//!         return fault.to_envelope(request.version(), Some(addressing)).to_xml();
//!     }
//!     let blocks = addressing.reply(format!("{ACTION}Response"));
//!     request.reply(um::IsUMEnabledResponse { is_enabled: true }).with_header(blocks).to_xml()
//! }
//!
//! fn check(addressing: &Addressing) -> Result<(), AddressingFault> {
//!     addressing.check_request()?;
//!     addressing.check_action(ACTION)?;
//!     addressing.check_anonymous() // the answer goes back over the same connection
//! }
//!
//! fn refuse(error: &Error) -> Result<String> {
//!     let version = error.soap_version().unwrap_or_default();
//!     match AddressingFault::of_error(error) {
//!         Some(fault) => fault.to_envelope(version, None).to_xml(),
//!         None => error.to_fault_envelope().to_xml(),
//!     }
//! }
//!
//! let blocks = Addressing::new(ACTION).with_message_id("urn:id:1");
//! let request = Envelope::new(um::IsUMEnabled {}).with_header(blocks).to_xml()?;
//! assert!(answer(&request)?.contains("urn:id:1</wsa:RelatesTo>"));
//! assert!(answer(&request.replace("IsUMEnabled</wsa:Action>", "Other</wsa:Action>"))?.contains("ActionNotSupported"));
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! Fields of [`Addressing`] are [`Block`](super::Block)s, so that they have `mustUnderstand` and a role, and what they hold has any attributes, the
//! `wsu:Id` of a signature for instance. What is a field is understood: the `mustUnderstand` of WCF's `Action` and `To` is no error any more. The blocks of
//! old services, of the namespace of August 2004, are in [`august_2004`].
//!
//! # What is checked
//!
//! | | by | the fault |
//! |---|---|---|
//! | `Action` is there | reading | `MessageAddressingHeaderRequired` |
//! | a block stands once (`RelatesTo` any number of times) | reading | `InvalidCardinality` |
//! | an endpoint reference has an address, and is one | reading | `MissingAddressInEPR`, `InvalidEPR` |
//! | an error of reading, as a fault | [`AddressingFault::of_error`] | |
//! | addresses are absolute IRIs; the action and names are not empty | [`check`](Addressing::check) | `InvalidAddress`, `InvalidAddressingHeader` |
//! | no reference parameter would be a block of SOAP or of WS-Addressing in the answer | [`check`](Addressing::check) | `InvalidEPR` |
//! | a request has a `MessageID` | [`check_request`](Addressing::check_request) | `MessageAddressingHeaderRequired` |
//! | the answer goes back over the same connection, or does not | [`check_anonymous`](Addressing::check_anonymous), [`check_not_anonymous`](Addressing::check_not_anonymous) | `OnlyAnonymousAddressSupported`, `OnlyNonAnonymousAddressSupported` |
//! | the action is that of the message | [`check_action`](Addressing::check_action) | `ActionNotSupported` |
//! | the action is that of HTTP | [`check_soap_action`](Addressing::check_soap_action) | `ActionMismatch` |
//!
//! # What the caller does
//!
//! - Sends the message: HTTP goes to the URL that the program says, whatever `To` is. An answer whose endpoint is not anonymous is a message of its
//!   own, and the request gets the status 202; one whose endpoint is [none](EndpointReference::is_none) is not sent.
//! - Decides which addresses a stranger may have it send answers to, before it sends them, and which header blocks it may have it send there: reference
//!   parameters can be any, unless they are signed by someone whom it trusts (SOAP Binding section 7).
//! - Remembers the names of messages, where none may come twice
//!   ([`DuplicateMessageId`](InvalidHeader::DuplicateMessageId)), and to which of its own an answer [relates](Addressing::in_reply_to).
//! - Looks at the [role](super::Block::role) of a block, if it stands between the caller and the service.
//!
//! # What others call it
//!
//! | | |
//! |---|---|
//! | WCF | `MessageVersion.Soap11WSAddressing10`, `Soap12WSAddressing10` (`WSHttpBinding`), `Soap12WSAddressingAugust2004`; `textMessageEncoding`; `OperationContext.IncomingMessageHeaders` |
//! | Apache CXF | `WSAddressingFeature`, `<wsa:addressing/>`, `MAPAggregator` and `MAPCodec` |
//! | JAX-WS, Metro | `@Addressing`, `AddressingFeature`, `W3CEndpointReference`; `MemberSubmissionAddressing` for that of 2004 |
//! | Axis2 | the module `addressing`; `Options.setAction`, `setReplyTo` |
//! | Spring WS | `@Action`, `AnnotationActionEndpointMapping`, `ActionCallback` |
//! | zeep | `WsAddressingPlugin` |
//! | gSOAP | the plugin `wsaapi`: `soap_wsa_request`, `soap_wsa_reply` |

pub mod august_2004;
mod blocks;
mod check;
mod endpoint;
mod fault;

pub use self::blocks::{Addressed, Addressing, FaultDetail, RelatesTo};
pub use self::endpoint::{AttributedUri, EndpointReference, Metadata, ReferenceParameters};
pub use self::fault::{AddressingFault, InvalidHeader};

use crate::xml::Namespace;

/// The namespace of the blocks.
pub const NAMESPACE: &str = "http://www.w3.org/2005/08/addressing";

/// That of August 2004.
const NAMESPACE_OF_2004: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

/// The address of whoever asks, for the answer over the same connection (Core section 2.1).
pub const ANONYMOUS: &str = "http://www.w3.org/2005/08/addressing/anonymous";

/// The address to which nothing is sent (Core section 2.1).
pub const NONE: &str = "http://www.w3.org/2005/08/addressing/none";

/// The relationship of an answer to what it answers (Core section 3.1).
pub const REPLY: &str = "http://www.w3.org/2005/08/addressing/reply";

/// What relates to a message without a name relates to this (Core section 3.1).
pub const UNSPECIFIED: &str = "http://www.w3.org/2005/08/addressing/unspecified";

/// The action of a fault of WS-Addressing (SOAP Binding section 6).
pub const FAULT_ACTION: &str = "http://www.w3.org/2005/08/addressing/fault";

/// The action of a fault of SOAP itself (SOAP Binding section 6), as `MustUnderstand` is.
pub const SOAP_FAULT_ACTION: &str = "http://www.w3.org/2005/08/addressing/soap/fault";

/// The attribute of a block that is a reference parameter (SOAP Binding section 3.4).
const MARK: &str = "IsReferenceParameter";

const WSA: Namespace = Namespace::new(NAMESPACE).with_prefix("wsa");
