//! Reading fields from the element that the reader stands in: its attributes, then its children or its text.

use super::{Claim, Open, ReadFields};
use crate::error::Result;
use crate::xml::bind::find::Part;
use crate::xml::bind::unknown::{refuse_attribute, refuse_attributes, skip_unknown};
use crate::xml::namespace::NamespaceId;
use crate::xml::read::{Held, Reader};

/// Reads a value whose fields stand in the element that the reader stands in.
#[inline]
pub(super) fn read_here<'de, T, H, O>(reader: &mut Reader<'de>, namespace: NamespaceId) -> Result<H>
where
    T: ReadFields<'de>,
    H: Held<T>,
    O: Held<Open<'de, T>>,
{
    let mut open = O::hold(|| Ok(Open::start()))?;
    let open = open.as_mut();
    if const { T::INFO.content_model().has_attributes() } {
        for index in 0..reader.attribute_count() {
            read_attribute(open, Part::attribute(index, namespace), reader)?;
        }
    } else if reader.attribute_count() > 0 {
        refuse_attributes(T::INFO, reader)?;
    }
    if const { T::INFO.content_model().has_text() } {
        read_text(open, namespace, reader)?;
    } else {
        while reader.next_child()? {
            read_child(open, Part::element(namespace), reader)?;
        }
    }
    H::hold(|| open.finish(reader))
}

/// Reads an attribute, if the type has it; says whether a field has its name.
#[inline]
pub(super) fn read_attribute<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: Part,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_field = open.offer(&part, reader)? == Claim::Read;
    if !is_field && !reader.is_protocol_attribute(part.index) {
        read_any_attribute(open, &part.of_any_name(), reader)?;
    }
    Ok(is_field)
}

#[cold]
fn read_any_attribute<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if const { T::INFO.content_model().has_any_attribute() }
        && open.offer(part, reader)? == Claim::Read
    {
        return Ok(());
    }
    refuse_attribute(T::INFO, reader, part.index)
}

/// Reads the text of a type that has one.
#[inline]
pub(super) fn read_text<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    match open.offer(&Part::text(namespace), reader)? {
        Claim::No => reader.skip(),
        Claim::Read | Claim::Full => Ok(()),
    }
}

/// Reads the element that the reader stands in, if the type has it; says whether a field has its name.
#[inline]
pub(super) fn read_child<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: Part,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_field = const { T::INFO.content_model().has_elements() }
        && open.offer(&part, reader)? == Claim::Read;
    if !is_field {
        read_any_child(open, &part.of_any_name(), reader)?;
    }
    Ok(is_field)
}

#[cold]
fn read_any_child<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if const { T::INFO.content_model().has_any() } && open.offer(part, reader)? == Claim::Read {
        return Ok(());
    }
    skip_unknown(T::INFO, reader)
}
