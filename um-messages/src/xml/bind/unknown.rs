//! What no field claims.

use crate::error::Result;
use crate::qname::QName;
use crate::xml::namespace::{Place, TypeInfo};
use crate::xml::read::Reader;

/// Attributes of an element that has none of its own.
pub(crate) fn refuse_attributes(info: &TypeInfo, reader: &Reader<'_>) -> Result<()> {
    for index in 0..reader.attribute_count() {
        refuse_attribute(info, reader, index)?;
    }
    Ok(())
}

#[cold]
pub(super) fn refuse_attribute(info: &TypeInfo, reader: &Reader<'_>, index: usize) -> Result<()> {
    if !is_denied(info, reader) || reader.is_universal_attribute(index) {
        return Ok(());
    }
    let mut known = Vec::new();
    info.add_names(Place::Attribute, "", &mut known);
    Err(reader.unknown_attribute(index, &known))
}

/// An element that no field of a type has.
#[cold]
pub(crate) fn skip_unknown(info: &TypeInfo, reader: &mut Reader<'_>) -> Result<()> {
    skip_or_refuse(info, reader, |around, known| {
        info.add_names(Place::Element, around, known);
    })
}

/// An element that is none of those that may stand there, whose names `add` adds where it is given the namespace around them.
#[cold]
pub(super) fn skip_or_refuse(
    info: &TypeInfo,
    reader: &mut Reader<'_>,
    add: impl FnOnce(&str, &mut Vec<QName>),
) -> Result<()> {
    reader.refuse_include()?;
    if !is_denied(info, reader) {
        return reader.skip_unclaimed();
    }
    let mut known = Vec::new();
    add(reader.uri(reader.parent_namespace()), &mut known);
    Err(reader.unknown_element(&known))
}

fn is_denied(info: &TypeInfo, reader: &Reader<'_>) -> bool {
    info.deny_unknown_fields || reader.options().deny_unknown_fields
}
