//! A test goes into the file named after the key, type or clause that it would be looked up by; where it came from stands in its comment.
//!
//! Here: the messages of the Unified Messaging web service and of Exchange Web Services as they stand on the
//! wire (`documents/`), in both directions, in all spellings that mean the same; and the embedded service of
//! the examples over HTTP.

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
mod operations;
mod respell;
mod service;

use um_tests::documents::V1_1;

/// What stands in a Body.
fn body(content: &str) -> String {
    format!("<s:Envelope xmlns:s='{V1_1}'><s:Body>{content}</s:Body></s:Envelope>")
}
