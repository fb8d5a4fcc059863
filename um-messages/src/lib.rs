//! SOAP messages from plain structs.
//!
//! `#[derive(SoapMessage)]` turns a struct into a SOAP message: envelope wrapping and
//! namespace-aware XML, out and in. Names are compared by namespace and local name, never by prefix;
//! a value is read as it was sent or it is an error that says what, where and what was expected.
//!
//! ```
//! use um_messages::{SoapMessage, SoapType};
//!
//! #[derive(Debug, PartialEq, SoapMessage)]
//! #[soap(namespace = "urn:example:library")]
//! struct Lend {
//!     #[soap(attribute)]
//!     branch: Option<u32>,
//!     title: String,
//!     reader: Vec<Person>,
//! }
//!
//! #[derive(Debug, PartialEq, SoapType)]
//! struct Person {
//!     name: String,
//! }
//!
//! let lend = Lend {
//!     branch: Some(7),
//!     title: "Emma".into(),
//!     reader: vec![Person { name: "Ada".into() }],
//! };
//! let xml = lend.to_envelope()?;
//! assert_eq!(
//!     xml,
//!     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
//!      <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>\
//!      <Lend xmlns=\"urn:example:library\" Branch=\"7\"><Title>Emma</Title>\
//!      <Reader><Name>Ada</Name></Reader></Lend></soap:Body></soap:Envelope>",
//! );
//! assert_eq!(Lend::from_envelope(&xml)?, lend);
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! - [`SoapMessage`](derive@SoapMessage) is derived for what stands in the Body,
//!   [`SoapType`](derive@SoapType) for everything inside it; their page has the keys of `#[soap(...)]`, each with an example. In
//!   bounds [`SoapType`](trait@SoapType) is a trait, of what is read, written and owned.
//! - [`guide`] leads from nothing to a call over HTTP, and to a service.
//! - [`cookbook`] leads to structs, from a WSDL, from a captured message, and from the shapes of XML Schema one by one.
//! - [`SoapMessage`](trait@SoapMessage) reads and writes a message; [`Envelope`] adds header blocks, the other version of SOAP, and how the envelope is
//!   written. What HTTP carries beside it, the page of [`soap`] says, and the module [`http`] does.
//! - [`Fault`] is a fault of either version. Where a message is expected, it comes in an [`Error`], as does all else that is not
//!   that message.
//! - [`um`] and [`ews`] have the messages of Exchange's Unified Messaging, defined with the derives (feature `exchange`).
//! - [`soap::addressing`] has the header blocks of WS-Addressing, and `soap::security` (feature `security`) that of WS-Security.
//! - [`xml`] is the engine below: it knows no SOAP, and can be used alone. Its page has the
//!   [simple types](xml#simple-types).
//!
//! # Features
//!
//! | feature | by default | what it adds |
//! |---|---|---|
//! | `exchange` | yes | the modules [`um`] and [`ews`] |
//! | `http` | no | requests and answers over HTTP, as the types of the crate `http`: the module [`http`] |
//! | `axum` | no | envelopes as what the handlers of axum take and return; brings `http` along |
//! | `mtom` | no | messages with parts beside them, MTOM: the module [`mtom`] |
//! | `schema` | no | the module `schema`: from structs to a schema and a WSDL |
//! | `security` | no | user names and timestamps of WS-Security: the module `soap::security` |
//! | `testing` | no | a service for tests, without a network: the module [`testing`]; brings `http` along |
//! | `signature` | no | XML signatures with certificates: the modules [`xml::signature`] and [`soap::signature`]; brings `security` along |
//! | `chrono`, `jiff`, `time` | no | dates, times and durations of these crates as [simple types](xml#simple-types) |
//! | `rust_decimal` | no | `Decimal` as a simple type |
//! | `url`, `uuid` | no | `Url`, `Uuid` as simple types; `Uuid` as message id of [`soap::addressing`] |
//! | `wsdl` | no | the module `wsdl` and the tool `um-wsdl`: structs from a WSDL |
//! | `wsdl-fetch` | no | `um-wsdl --fetch`; what is below it needs a C compiler to build |

#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}
#[doc = include_str!("guide.md")]
pub mod guide {}

mod error;
#[cfg(feature = "exchange")]
pub mod ews;
#[cfg(feature = "exchange")]
mod open_names;
mod qname;
#[cfg(feature = "schema")]
#[cfg_attr(docsrs, doc(cfg(feature = "schema")))]
pub mod schema;
pub mod soap;
mod soap_type;
#[cfg(feature = "exchange")]
pub mod um;
#[cfg(feature = "wsdl")]
pub mod wsdl;
pub mod xml;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private0_1_0;

#[doc(inline)]
pub use um_derive::{SoapMessage, SoapType};

pub use self::error::{
    Category, EnvelopeProblem, Error, ErrorKind, HttpProblem, PackageProblem, Position, Result,
    SignatureProblem,
};
#[cfg(feature = "http")]
#[doc(inline)]
pub use self::soap::http;
#[cfg(feature = "mtom")]
#[doc(inline)]
pub use self::soap::mtom;
#[cfg(feature = "testing")]
#[doc(inline)]
pub use self::soap::testing;
#[doc(inline)]
pub use self::soap::{Envelope, Fault, NamedMessage, SoapMessage, SoapOperation, SoapVersion};
pub use self::soap_type::SoapType;
#[doc(inline)]
pub use self::xml::ReadOptions;

// So that the derives' paths hold inside this crate as well.
extern crate self as um_messages;
