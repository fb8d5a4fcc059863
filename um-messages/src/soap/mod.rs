//! SOAP: envelopes, header blocks and faults of both versions, and what a message is.

mod envelope;
mod fault;
mod header;
mod message;
mod version;

pub use self::envelope::Envelope;
pub use self::fault::{Fault, FaultClass, Reason};
pub use self::header::Block;
pub use self::message::{NamedMessage, ReadBody, SoapMessage, SoapOperation, WriteBody};
pub use self::version::SoapVersion;

#[doc(hidden)]
pub use self::message::{claim_message, write_message};
