//! What the tests of this workspace share; the tests themselves stand beside this folder.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "what tests share fails by panicking, as tests do, and some of it is called for that alone"
)]

pub mod documents;
pub mod errors;
pub mod fuzzed;
pub mod generated;
pub mod judges;
pub mod loan;
pub mod roundtrip;
pub mod sources;
pub mod strangers;

/// The README, so that its example is run with the other documentation.
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
pub struct Readme;

/// The page of the keys, which the derives' documentation has, so that its examples are run.
#[doc = include_str!("../../um-derive/KEYS.md")]
#[derive(Debug)]
pub struct Keys;

/// A struct of header blocks has elements with a namespace and nothing else, or an envelope of it does
/// not compile. The check is one of the code that is generated, so `cargo check` does not see it.
///
/// ```
/// # use um_messages::{Envelope, SoapType, um};
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:h")]
/// struct Headers { trace: String }
/// # let body = um::Disconnect { call_id: "1".into() };
/// # let header = Headers { trace: "1".into() };
/// Envelope::new(body).with_header(header).to_xml().unwrap();
/// ```
///
/// Without a namespace its blocks would be in SOAP's:
///
/// ```compile_fail
/// # use um_messages::{Envelope, SoapType, um};
/// #[derive(SoapType)]
/// struct Headers { trace: String }
/// # let body = um::Disconnect { call_id: "1".into() };
/// # let header = Headers { trace: "1".into() };
/// Envelope::new(body).with_header(header).to_xml().unwrap();
/// ```
///
/// A Header has no place for an attribute of theirs, nor for text, nor for `inner`:
///
/// ```compile_fail
/// # use um_messages::{Envelope, SoapType, um};
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:h")]
/// struct Headers { #[soap(attribute)] trace: String }
/// # let body = um::Disconnect { call_id: "1".into() };
/// # let header = Headers { trace: "1".into() };
/// Envelope::new(body).with_header(header).to_xml().unwrap();
/// ```
///
/// ```compile_fail
/// # use um_messages::{Envelope, SoapType, um};
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:h")]
/// struct Headers { #[soap(text)] trace: String }
/// # let body = um::Disconnect { call_id: "1".into() };
/// # let header = Headers { trace: "1".into() };
/// Envelope::new(body).with_header(header).to_xml().unwrap();
/// ```
///
/// ```compile_fail
/// # use um_messages::{Envelope, SoapType, um};
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:h", inner = "Blocks")]
/// struct Headers { trace: String }
/// # let body = um::Disconnect { call_id: "1".into() };
/// # let header = Headers { trace: "1".into() };
/// Envelope::new(body).with_header(header).to_xml().unwrap();
/// ```
#[derive(Debug)]
pub struct HeaderStructs;
