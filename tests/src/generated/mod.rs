//! What properties are tried on: messages, envelopes, trees and spellings of documents, made at random.

pub mod envelopes;
pub mod messages;
pub mod mutations;
pub mod spelling;
pub mod texts;
pub mod trees;

use proptest::prelude::*;

/// So many cases, and no file of those that failed.
pub fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
