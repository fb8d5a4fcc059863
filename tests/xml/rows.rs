//! Tables of documents, and the kinds of errors in them.

use um_messages::xml::{Element, Reader};
use um_messages::{Error, ErrorKind, ReadOptions};
use um_tests::sources::tree;

use crate::rows::Kind::{DocumentType, End, Namespace, Syntax};

/// Which kind of error a document gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Syntax,
    Namespace,
    End,
    DocumentType,
    Encoding,
    Other,
}

pub(crate) fn kind(error: &Error) -> Kind {
    match error.kind() {
        ErrorKind::Syntax(_) => Syntax,
        ErrorKind::Namespace(_) => Namespace,
        ErrorKind::UnexpectedEnd => End,
        ErrorKind::DocumentType => DocumentType,
        ErrorKind::Encoding(_) => Kind::Encoding,
        _ => Kind::Other,
    }
}

/// Fails with all rows that do, not with the first alone.
pub(crate) fn check(problems: &[String]) {
    assert!(
        problems.is_empty(),
        "{} rows:\n{}",
        problems.len(),
        problems.join("\n")
    );
}

/// Runs a row, so that the rows behind one that fails are run as well.
pub(crate) fn row(
    clause: &str,
    document: &str,
    test: impl Fn() -> Option<String>,
) -> Option<String> {
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(test));
    let problem = outcome.unwrap_or_else(|panic| {
        let said = panic
            .downcast_ref::<String>()
            .map_or("a panic", String::as_str);
        Some(said.to_owned())
    })?;
    Some(format!("{clause}: {document:?}: {problem}"))
}

pub(crate) fn document_of(document: &str, options: &ReadOptions) -> Result<Element, Error> {
    tree(&mut Reader::from_str_with(document, options))
}
