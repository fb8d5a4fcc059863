//! Reading an element as a group.

use super::inner::{read_inner, read_optional_inner};
use super::{ReadGroup, Shape};
use crate::error::{ErrorKind, Result};
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
