//! The fuzzer of messages, for a short while: what it tries stands in the library of the tests, how to run
//! it longer in `tests/fuzz/README.md`.

use um_tests::fuzzed::{messages, run};

#[test]
fn messages_are_read_written_and_read() {
    run("messages", messages, 300);
}
