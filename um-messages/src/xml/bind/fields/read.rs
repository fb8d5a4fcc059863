//! Reading an element as a struct or a choice.

use super::ReadFields;
use super::here::read_here;
use super::inner::{read_inner, read_optional_inner};
use crate::error::Result;
use crate::xml::bind::find::namespace_of;
use crate::xml::read::Reader;

/// Reads a struct or a choice from the element that the reader stands in.
///
/// # Errors
///
/// If the element is not a value of the type.
pub fn read_fields<'de, T: ReadFields<'de>>(reader: &mut Reader<'de>) -> Result<T> {
    reader.refuse_nil()?;
    let namespace = namespace_of(
        const { T::INFO.namespace },
        reader.element_namespace(),
        reader,
    );
    if const { T::INFO.inner.is_none() } {
        read_here(reader, namespace)
    } else if const { T::INFO.is_inner_optional } {
        read_optional_inner(reader, namespace)
    } else {
        read_inner(reader, namespace)
    }
}
