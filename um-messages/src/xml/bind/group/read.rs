//! Reading an element as a group.

use super::ReadGroup;
use super::fields::read_fields;
use super::inner::{read_inner, read_optional_inner};
use crate::error::Result;
use crate::xml::namespace::NsId;
use crate::xml::read::Reader;

/// The namespace of the group's fields in the element that the reader stands in.
fn namespace<'de, T: ReadGroup<'de>>(reader: &mut Reader<'de>) -> NsId {
    match T::SHAPE.namespace {
        Some(uri) => reader.namespace(uri),
        None => reader.element_namespace(),
    }
}

/// Reads a struct from the element that the reader stands in.
///
/// # Errors
///
/// If the element is not a value of the struct.
#[doc(hidden)]
pub fn read_group<'de, T: ReadGroup<'de>>(reader: &mut Reader<'de>) -> Result<T> {
    reader.refuse_nil()?;
    let namespace = namespace::<T>(reader);
    match T::SHAPE.inner {
        Some(inner) if T::SHAPE.is_inner_optional => {
            read_optional_inner(reader, namespace, inner.local)
        }
        Some(inner) => read_inner(reader, namespace, inner.local),
        None => read_fields(reader, namespace),
    }
}
