//! A value and its document, in both directions and by both sources of the reader.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "helpers of tests fail by panicking, as tests do, and each test uses a part of them"
)]

use std::fmt::Debug;

use um_messages::xml::{self, ReadElement, Root, WriteElement};

use crate::judge::both_as;

/// The value is written as the document, and the document is read as the value.
#[track_caller]
pub(crate) fn same<T>(value: &T, document: &str)
where
    T: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    assert_eq!(xml::to_string(value).unwrap(), document);
    reads(document, value);
}

/// The document is read as the value.
#[track_caller]
pub(crate) fn reads<T>(document: &str, value: &T)
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    match both_as::<T>(document) {
        Ok(read) => assert_eq!(read, *value, "{document}"),
        Err(error) => panic!("{document}: {error}"),
    }
}

/// The document is not a value of the type; why.
#[track_caller]
pub(crate) fn refused<T>(document: &str) -> um_messages::Error
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    match both_as::<T>(document) {
        Ok(value) => panic!("{document} is read as {value:?}"),
        Err(error) => error,
    }
}
