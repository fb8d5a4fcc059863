//! Schemas and WSDLs of structs: `shapes.rs` has one test for each row of the module's table, `refused.rs` what a schema cannot say,
//! `services.rs` WSDLs, `check.rs` structs held against them, and `there_and_back.rs`
//! what is generated from the schema of structs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod check;
mod refused;
mod services;
mod shapes;
mod there_and_back;
