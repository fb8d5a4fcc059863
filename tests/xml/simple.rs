//! A simple value in an element.

use std::fmt::Debug;

use um_messages::xml::{ReadElement, Root, WriteElement};
use um_messages::{ErrorKind, Result, SoapType};
use um_tests::roundtrip::{reads, refused, same};

#[derive(Debug, PartialEq, SoapType)]
pub(crate) struct One<T> {
    pub(crate) v: T,
}

/// The value is written as the text, and read from it and from the others.
#[track_caller]
pub(crate) fn simple<T>(value: T, text: &str, others: &[&str])
where
    One<T>: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let value = One { v: value };
    same(&value, &format!("<One><V>{text}</V></One>"));
    for other in others {
        reads(&format!("<One><V>{other}</V></One>"), &value);
    }
}

#[track_caller]
pub(crate) fn not_simple<T>(texts: &[&str])
where
    One<T>: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    for text in texts {
        let error = refused::<One<T>>(&format!("<One><V>{text}</V></One>"));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
}

pub(crate) fn is_invalid<T: Debug>(result: Result<T>) -> bool {
    matches!(result.unwrap_err().kind(), ErrorKind::InvalidValue { .. })
}
