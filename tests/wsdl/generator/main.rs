//! What the generator writes, and what it says where it cannot write anything: `printed.rs` has a snapshot of each schema and each
//! service, `options.rs` what each option changes, and `refused.rs` what is wrong with documents.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod options;
mod printed;
mod refused;
