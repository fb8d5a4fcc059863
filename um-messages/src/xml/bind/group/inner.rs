//! `inner`: the fields of a struct stand one element further in.

use super::ReadGroup;
use super::fields::{other_attribute, read_fields, refuse_attributes, skip_unknown};
use crate::error::Result;
use crate::xml::namespace::NsId;
use crate::xml::read::{Next, Reader};
use crate::xml::syntax::is_blank;

/// Reads a struct whose fields stand in the element `inner` of the one that the reader stands in.
pub(super) fn read_inner<'de, T: ReadGroup<'de>>(
    reader: &mut Reader<'de>,
    namespace: NsId,
    inner: &'static str,
) -> Result<T> {
    refuse_attributes(T::SHAPE, reader)?;
    let mut value = None;
    while reader.next_child()? {
        if !reader.is(namespace, inner) {
            skip_unknown(T::SHAPE, reader)?;
        } else if value.is_some() {
            return Err(reader.duplicate());
        } else {
            reader.refuse_nil()?;
            value = Some(read_fields(reader, namespace)?);
        }
    }
    value.ok_or_else(|| reader.missing_element(inner))
}

/// As [`read_inner`], where the element `inner` may be left out, so that the fields stand in the one
/// that the reader stands in. All of them stand in the one or in the other.
pub(super) fn read_optional_inner<'de, T: ReadGroup<'de>>(
    reader: &mut Reader<'de>,
    namespace: NsId,
    inner: &'static str,
) -> Result<T> {
    let mut value = None;
    let mut state = T::State::default();
    let mut has_fields = false;
    // Text is the whole content, or it is none.
    let mut may_be_text = T::EXTENT.has_text();
    for index in 0..reader.attribute_count() {
        if T::claim_attribute(&mut state, reader, index)? {
            has_fields = true;
        } else {
            other_attribute::<T>(&mut state, reader, index)?;
        }
    }
    loop {
        match next(reader, may_be_text)? {
            // White space is a text only where it must be one.
            Next::End(text) if may_be_text && (has_fields || !is_blank(&text)) => {
                reader.put_text_ahead(text);
                T::read_text(&mut state, reader)?;
                has_fields = true;
                break;
            }
            Next::End(_) => break,
            Next::Child if reader.is(namespace, inner) => {
                if has_fields || value.is_some() {
                    return Err(reader.duplicate());
                }
                reader.refuse_nil()?;
                value = Some(read_fields(reader, namespace)?);
                may_be_text = false;
            }
            Next::Child => {
                let is_claimed = !T::claim(&mut state, reader, namespace)?.is_none();
                if is_claimed && value.is_some() {
                    return Err(reader.duplicate());
                }
                has_fields |= is_claimed;
                // What is kept here counts if all of it stands here.
                if !is_claimed && T::keep(&mut state, reader)?.is_none() {
                    skip_unknown(T::SHAPE, reader)?;
                }
                may_be_text = false;
            }
        }
    }
    match value {
        Some(value) => Ok(value),
        None if has_fields => T::finish(&mut state, reader),
        None => Err(reader.missing_element(inner)),
    }
}

/// The next child or, where there may be text instead of one, that text.
fn next<'de>(reader: &mut Reader<'de>, may_be_text: bool) -> Result<Next<'de>> {
    if may_be_text {
        return reader.next_child_or_text();
    }
    let is_child = reader.next_child()?;
    Ok(if is_child {
        Next::Child
    } else {
        Next::End("".into())
    })
}
