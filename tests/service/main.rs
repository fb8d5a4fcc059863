//! The embedded service of the examples, over real HTTP: what it answers, and how it refuses.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, also in what its functions share, a panic is a failure"
)]

#[path = "../../um-messages/examples/service/mod.rs"]
mod service;

mod client;
mod http;
mod operations;
mod refusals;
