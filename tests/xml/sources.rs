//! The two sources of the reader, and where they may differ.

use um_messages::ReadOptions;
use um_tests::sources::{EXCEPTIONS, Right, sources, tree};

/// The list of exceptions stays closed and true: each of its documents still shows the difference.
#[test]
fn every_exception_is_one() {
    for exception in EXCEPTIONS {
        assert!(
            exception.example.contains(exception.mark),
            "{}",
            exception.example
        );
        let (tokenizer, stream) = sources(exception.example, &ReadOptions::new(), &|reader| {
            tree(reader)
        });
        let differs = match (&tokenizer, &stream) {
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
