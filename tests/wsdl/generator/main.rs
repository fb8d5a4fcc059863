//! What the generator writes, and what it says where it cannot write anything: `printed.rs` has a snapshot of each schema and each
//! service, `options.rs` what each option changes, `refused.rs` what is wrong with documents, and `fuzzed.rs` any bytes.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod fuzzed;
mod options;
mod printed;
mod refused;
