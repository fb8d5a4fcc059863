//! The generated code, compiled and used: `code.rs` has the snapshots as modules, `documents.rs` reads and writes the documents in
//! `instances`, `made.rs` those that are made from the schemas, `large.rs` one on a small stack, and `operations.rs` has what is said of requests.

#![deny(warnings)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod code;
mod documents;
mod large;
mod made;
mod operations;
