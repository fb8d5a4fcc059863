//! What the fuzzers try: each takes bytes, and panics where something does not hold that has to hold for all of them.
//!
//! `tests/fuzz` runs them under libFuzzer for as long as one likes. `cargo test` runs them as well, on all that they begin
//! with and on what a fixed seed makes of it.

mod faults;
mod messages;
mod seeds;
mod streams;
mod tokenizer;
mod trees;
mod values;

pub use self::faults::faults;
pub use self::messages::messages;
pub use self::seeds::run;
pub use self::streams::{Chopped, streams};
pub use self::tokenizer::tokenizer;
pub use self::trees::trees;
pub use self::values::values;
