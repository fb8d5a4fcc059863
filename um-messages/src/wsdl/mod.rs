//! From a WSDL 1.1 or an XML Schema 1.0 to structs, without fetching anything.
//!
//! [`Generator`] is for a `build.rs`; the tool `um-wsdl` is the same for a file to keep. WSDL and schemas are read with the crate's own
//! derive.

mod diagnostic;
mod generator;
mod model;
mod options;
mod plan;
mod print;
mod read;
mod resolve;

pub use self::diagnostic::{Diagnostic, Severity};
pub use self::generator::{Generated, Generator};
pub use self::options::Subtypes;
