//! Reading what stands in an element: the fields of a group, and what is no field.

use super::{ReadGroup, Shape};
use crate::error::{ErrorKind, Result};
use crate::xml::namespace::NsId;
use crate::xml::read::Reader;

/// Reads the fields from the element that the reader stands in.
#[inline]
pub(super) fn read_fields<'de, T: ReadGroup<'de>>(
    reader: &mut Reader<'de>,
    namespace: NsId,
) -> Result<T> {
    let mut state = T::State::default();
    read_into::<T>(&mut state, reader, namespace)?;
    T::finish(&mut state, reader)
}

/// Reads what stands in an element: its attributes, its children or its text.
#[inline]
fn read_into<'de, T: ReadGroup<'de>>(
    state: &mut T::State,
    reader: &mut Reader<'de>,
    namespace: NsId,
) -> Result<()> {
    for index in 0..reader.attribute_count() {
        if !T::claim_attribute(state, reader, index)? {
            other_attribute::<T>(state, reader, index)?;
        }
    }
    if T::EXTENT.has_text() {
        return T::read_text(state, reader);
    }
    while reader.next_child()? {
        if T::claim(state, reader, namespace)?.is_none() && T::keep(state, reader)?.is_none() {
            skip_unknown(T::SHAPE, reader)?;
        }
    }
    Ok(())
}

/// An attribute that no field has claimed.
pub(super) fn other_attribute<'de, T: ReadGroup<'de>>(
    state: &mut T::State,
    reader: &Reader<'de>,
    index: usize,
) -> Result<()> {
    if reader.is_instruction(index) || T::keep_attribute(state, reader, index)? {
        return Ok(());
    }
    refuse_attribute(T::SHAPE, reader, index)
}

/// Attributes of an element that has none of its own.
pub(crate) fn refuse_attributes(shape: &Shape, reader: &Reader<'_>) -> Result<()> {
    for index in 0..reader.attribute_count() {
        refuse_attribute(shape, reader, index)?;
    }
    Ok(())
}

#[cold]
fn refuse_attribute(shape: &Shape, reader: &Reader<'_>, index: usize) -> Result<()> {
    let denied = shape.deny_unknown_fields || reader.options().deny_unknown_fields;
    if denied && !reader.is_universal_attribute(index) {
        return Err(reader.error(ErrorKind::UnknownAttribute(reader.attribute_name(index))));
    }
    Ok(())
}

#[cold]
pub(crate) fn skip_unknown(shape: &Shape, reader: &mut Reader<'_>) -> Result<()> {
    if shape.deny_unknown_fields || reader.options().deny_unknown_fields {
        return Err(reader.error(ErrorKind::UnknownElement(reader.name())));
    }
    reader.skip_stranger()
}
