//! The messages of the Unified Messaging web service as they stand on the wire (`documents/`), in
//! both directions, in all spellings that mean the same; and how envelopes are written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

/// A document of `documents/`; its path may be in pieces.
macro_rules! document {
    ($($path:literal),+) => {
        include_str!(concat!("../documents/", $($path),+))
    };
}

mod dispatch;
mod documents;
mod ews;
mod faults;
mod headers;
#[path = "../judge/mod.rs"]
mod judge;
mod namespaces;
mod operations;
mod respell;

const SOAP_1_1: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP_1_2: &str = "http://www.w3.org/2003/05/soap-envelope";

/// What stands in a Body.
fn body(content: &str) -> String {
    format!("<s:Envelope xmlns:s='{SOAP_1_1}'><s:Body>{content}</s:Body></s:Envelope>")
}
