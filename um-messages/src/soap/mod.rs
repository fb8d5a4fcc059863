//! SOAP: envelopes, header blocks and faults of both versions, and what a message is.
//!
//! [`SoapMessage`] reads and writes a message in an envelope without a Header. [`Envelope`] does the same with
//! header blocks ([`Block`]), and says in which version a message came:
//!
//! ```
//! use um_messages::{Envelope, SoapVersion, um};
//!
//! let call_id = String::from("MDlk");
//! let sent = Envelope::new(um::Disconnect { call_id }).with_version(SoapVersion::V1_2).to_xml()?;
//!
//! let request = Envelope::<um::Disconnect>::from_xml(&sent)?;
//! assert_eq!(request.body.call_id, "MDlk");
//!
//! let answer = Envelope::new(um::DisconnectResponse {})
//!     .with_version(request.version())
//!     .to_xml()?;
//! assert!(answer.contains(SoapVersion::V1_2.namespace()));
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! Of all that can be wrong with an envelope, the first in this order is the error: it is not well-formed,
//! it is of no known version, it has a header block that must be understood and is not, it has a
//! [`Fault`], it is not what its type expects. [`Error::to_fault_envelope`](crate::Error::to_fault_envelope) is what a service
//! answers to it.
//!
//! A message that is too large to be held is read part by part, the items of a list one by one: [`OpenBody`]; what comes in chunks to a program that must not wait, by [`PushReader`].
//!
//! The header blocks of WS-Addressing are in [`addressing`], that of WS-Security in `security` (feature `security`).
//!
//! # Over HTTP
//!
//! The envelope is the content of the request and of its answer; the HTTP client is the program's own. With the feature `http`, the module
//! [`http`] makes requests and reads answers. What HTTP carries beside the envelope (SOAP 1.1 section 6, SOAP 1.2 part 2 section 7) depends on
//! the version:
//!
//! | | SOAP 1.1 | SOAP 1.2 |
//! |---|---|---|
//! | `Content-Type` | `text/xml; charset=utf-8` | `application/soap+xml; charset=utf-8; action="…"` |
//! | the [action](SoapMessage::action) | `SOAPAction: "…"`, in quotes, and `""` where there is none | in `Content-Type`, or not at all |
//! | status of an answer | 200 | 200 |
//! | status of a fault | 500 | 400 if the sender is to blame, else 500 |
//!
//! A client reads the envelope whatever the status is: a fault says more than its status does. The `charset` of `Content-Type` counts before what the
//! XML declaration says of the encoding (WS-I R1019): [`ReadOptions::content_type`](crate::ReadOptions::content_type) takes it. The answer to a
//! one-way message may have nothing in it, which is read as `()`.
//!
//! With the feature `mtom`, bytes travel as parts beside the envelope, which is the document of a package then: the module
//! [`mtom`].

pub mod addressing;
pub(crate) mod ahead;
mod attributes;
pub(crate) mod body;
mod entries;
mod envelope;
mod fault;
mod header;
#[cfg(feature = "http")]
pub mod http;
mod masked;
mod message;
mod message_slot;
#[cfg(feature = "mtom")]
pub mod mtom;
mod open_body;
mod parts;
mod push;
mod refusal;
#[cfg(feature = "security")]
pub mod security;
#[cfg(feature = "signature")]
pub mod signature;
#[cfg(feature = "testing")]
pub mod testing;
mod version;

pub use self::body::{ReadBody, WriteBody};
pub use self::entries::BodyEntries;
pub use self::envelope::Envelope;
pub use self::fault::{
    Fault, FaultClass, FaultHeaders, NotUnderstood, Reason, SupportedEnvelope, Upgrade,
};
pub use self::header::{Block, ReadHeaders, WriteHeaders};
pub use self::message::{NamedMessage, SoapMessage, SoapOperation, WithAction};
pub use self::open_body::{BodyItems, OpenBody};
pub use self::push::PushReader;
pub use self::version::SoapVersion;
