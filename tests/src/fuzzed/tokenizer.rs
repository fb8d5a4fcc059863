//! The tokenizer, judged by two other parsers.

use crate::judges::{ROXMLTREE, XML_RS};

/// The bytes are a document. Three parsers read the same of it, or refuse it, unless they differ in a way that is known.
pub fn tokenizer(bytes: &[u8]) {
    let Ok(document) = std::str::from_utf8(bytes) else {
        return;
    };
    for judge in [XML_RS, ROXMLTREE] {
        if let Err(difference) = judge.agrees(document) {
            panic!("{difference}");
        }
    }
}
