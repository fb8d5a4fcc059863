//! What has to hold for any bytes that are taken for a WSDL or a schema. `tests/fuzz` runs it under libFuzzer.

use um_messages::wsdl::{Generator, Severity};

/// How much longer the code may be than the document, and how long it may be for the shortest.
const MOST: usize = 256;
const LEAST: usize = 64 * 1024;

/// Generates, which ends in code or in an error, and the code is no longer than the document allows.
///
/// # Panics
///
/// If that does not hold.
pub fn generator(bytes: &[u8]) {
    let generator = Generator::new("fuzzed.wsdl").document("fuzzed.wsdl", bytes);
    match generator.allow_missing(true).generate() {
        Ok(generated) => {
            let length = generated.code().len();
            assert!(length <= LEAST + MOST * bytes.len(), "{length} bytes");
        }
        Err(diagnostics) => {
            let is_error = |severity| severity == Severity::Error;
            assert!(diagnostics.iter().any(|one| is_error(one.severity())));
        }
    }
}
