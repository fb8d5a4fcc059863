//! The fuzzers of XML, for a short while: what they try stands in the library of the tests, how to run them longer in
//! `tests/fuzz/README.md`.

use um_tests::fuzzed::{run, streams, tokenizer, trees, values};

#[test]
fn the_tokenizer_is_judged_by_others() {
    run("tokenizer", tokenizer, 300);
}

#[test]
fn trees_stay_the_same() {
    run("trees", trees, 300);
}

#[test]
fn values_are_read_back() {
    run("values", values, 300);
}

#[test]
fn streams_are_read_as_texts_are() {
    run("streams", streams, 300);
}
