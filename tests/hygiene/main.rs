//! The derives in scopes where nothing is what its name says. What compiles must also work: each type is
//! written and read back.

mod attributes;
mod macros;
mod methods;
mod names;
mod pasted;
mod places;
mod scope;

use std::fmt::Debug;

use um_messages::xml::{self, ReadElement, Root, WriteElement};

/// The value is written as the document, and read from it.
#[track_caller]
fn same<'de, T>(value: &T, document: &'de str)
where
    T: Root + WriteElement + ReadElement<'de> + PartialEq + Debug,
{
    let written = xml::to_string(value);
    assert_eq!(
        written.as_deref().map_err(ToString::to_string),
        Ok(document)
    );
    let read = xml::from_str::<T>(document);
    assert_eq!(read.as_ref().map_err(ToString::to_string), Ok(value));
}
