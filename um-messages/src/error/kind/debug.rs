//! What `Debug` says of a kind of error.

use std::fmt;

use super::ErrorKind;
use crate::error::shown::{LONGEST_DEBUG, bounded};
use crate::qname::QName;

impl fmt::Debug for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_lines = f.alternate();
        bounded(f, LONGEST_DEBUG, |out| out.debug(&Fields(self), in_lines))
    }
}

/// A kind with what it holds, as `#[derive(Debug)]` would have it.
struct Fields<'k>(&'k ErrorKind);

impl fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, held): (&str, &dyn fmt::Debug) = match self.0 {
            ErrorKind::Limit { limit, max } => {
                let mut fields = f.debug_struct("Limit");
                return fields.field("limit", limit).field("max", max).finish();
            }
            ErrorKind::WrongElement { found, expected } => {
                return names(f, "WrongElement", found, expected);
            }
            ErrorKind::WrongMessage { found, expected } => {
                return names(f, "WrongMessage", found, expected);
            }
            ErrorKind::SecondChoice { found, beside } => {
                let mut fields = f.debug_struct("SecondChoice");
                fields.field("found", found);
                return fields.field("beside", beside).finish();
            }
            ErrorKind::Occurrence {
                elements,
                count,
                min,
                max,
            } => {
                let mut fields = f.debug_struct("Occurrence");
                fields.field("elements", elements).field("count", count);
                return fields.field("min", min).field("max", max).finish();
            }
            ErrorKind::InvalidValue {
                value,
                expected,
                is_secret,
            } => {
                let mut fields = f.debug_struct("InvalidValue");
                fields.field("value", value).field("expected", expected);
                return fields.field("is_secret", is_secret).finish();
            }
            ErrorKind::Fault { code, reason } => {
                let mut fields = f.debug_struct("Fault");
                return fields.field("code", code).field("reason", reason).finish();
            }
            ErrorKind::UnexpectedEnd => return f.write_str("UnexpectedEnd"),
            ErrorKind::DocumentType => return f.write_str("DocumentType"),
            ErrorKind::Nil => return f.write_str("Nil"),
            ErrorKind::NilContent => return f.write_str("NilContent"),
            ErrorKind::NotBorrowed => return f.write_str("NotBorrowed"),
            other => other.held(),
        };
        f.debug_tuple(name).field(held).finish()
    }
}

fn names(f: &mut fmt::Formatter<'_>, kind: &str, found: &QName, expected: &[QName]) -> fmt::Result {
    let mut fields = f.debug_struct(kind);
    fields.field("found", found);
    fields.field("expected", &expected).finish()
}

impl ErrorKind {
    /// The name of a kind that holds one thing, and that thing.
    fn held(&self) -> (&'static str, &dyn fmt::Debug) {
        match self {
            Self::Syntax(rule) => ("Syntax", rule),
            Self::Namespace(rule) => ("Namespace", rule),
            Self::Encoding(problem) => ("Encoding", problem),
            Self::MissingElement(name) => ("MissingElement", name),
            Self::MissingChoice(names) => ("MissingChoice", names),
            Self::OutOfOrder(name) => ("OutOfOrder", name),
            Self::UnknownType(name) => ("UnknownType", name),
            Self::MissingAttribute(name) => ("MissingAttribute", name),
            Self::Duplicate(name) => ("Duplicate", name),
            Self::UnknownElement(name) => ("UnknownElement", name),
            Self::UnknownAttribute(name) => ("UnknownAttribute", name),
            Self::UnexpectedText(text) => ("UnexpectedText", text),
            Self::UnexpectedChild(name) => ("UnexpectedChild", name),
            Self::VersionMismatch(namespace) => ("VersionMismatch", namespace),
            Self::NotUnderstood(names) => ("NotUnderstood", names),
            Self::Envelope(problem) => ("Envelope", problem),
            Self::Http(problem) => ("Http", problem),
            Self::Package(problem) => ("Package", problem),
            Self::Signature(problem) => ("Signature", problem),
            Self::Unwritable(problem) => ("Unwritable", problem),
            Self::Io(error) => ("Io", error),
            // They hold nothing, or several things.
            Self::UnexpectedEnd
            | Self::DocumentType
            | Self::Limit { .. }
            | Self::WrongElement { .. }
            | Self::WrongMessage { .. }
            | Self::SecondChoice { .. }
            | Self::InvalidValue { .. }
            | Self::Nil
            | Self::NilContent
            | Self::NotBorrowed
            | Self::Occurrence { .. }
            | Self::Fault { .. } => ("", &()),
        }
    }
}
