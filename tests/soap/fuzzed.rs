//! The fuzzers of messages and faults, for a short while: what they try stands in the library of the tests, how to run
//! them longer in `tests/fuzz/README.md`.

use um_tests::fuzzed::{faults, messages, run};

#[test]
fn messages_are_read_written_and_read() {
    run("messages", messages, 300);
}

#[test]
fn faults_are_passed_on() {
    run("faults", faults, 300);
}
