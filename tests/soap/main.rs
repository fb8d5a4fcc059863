//! A test goes into the file named after the key, type or clause that it would be looked up by; where it came from stands in its comment.
//!
//! Here: envelopes, header blocks and faults. `B 24`, `D 53` and the like name a row of the rules that bind a
//! SOAP message layer, with the clause of SOAP 1.1, SOAP 1.2 or the WS-I profile that the row comes from.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod addressing;
mod attributes;
mod body;
mod deny_unknown_fields;
mod envelope;
mod fault;
mod fuzzed;
mod header;
mod http;
mod masked;
mod must_understand;
mod namespaces;
mod open_body;
mod precedence;
mod properties;
mod push;
mod read_ahead;
mod references;
mod refusal;
mod secrecy;
mod security;
mod testing;
mod versions;
