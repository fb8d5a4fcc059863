//! The sources of the reader, which say the same, and where xml-rs may differ.

use um_messages::xml::Reader;
use um_tests::judges::judged;
use um_tests::sources::{EXCEPTIONS, Right, tree};

/// The list of exceptions stays closed and true: each of its documents still shows the difference.
#[test]
fn every_exception_is_one() {
    for exception in EXCEPTIONS {
        assert!(
            exception.example.contains(exception.mark),
            "{}",
            exception.example
        );
        let tokenizer = tree(&mut Reader::from_str(exception.example));
        let differs = match (&tokenizer, &judged(exception.example)) {
            (Ok(ours), Ok(theirs)) => ours != theirs,
            (ours, theirs) => ours.is_ok() != theirs.is_ok(),
        };
        assert!(differs, "no longer an exception: {}", exception.example);
        let reads = exception.right == Right::TokenizerReads;
        assert_eq!(
            tokenizer.is_ok(),
            reads,
            "{}: {}",
            exception.clause,
            exception.example
        );
    }
}
