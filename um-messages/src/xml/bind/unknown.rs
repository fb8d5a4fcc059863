//! What no field claims.

use crate::error::{ErrorKind, Result};
use crate::xml::namespace::TypeInfo;
use crate::xml::read::Reader;

/// Attributes of an element that has none of its own.
pub(super) fn refuse_attributes(info: &TypeInfo, reader: &Reader<'_>) -> Result<()> {
    for index in 0..reader.attribute_count() {
        refuse_attribute(info, reader, index)?;
    }
    Ok(())
}

#[cold]
pub(super) fn refuse_attribute(info: &TypeInfo, reader: &Reader<'_>, index: usize) -> Result<()> {
    let denied = info.deny_unknown_fields || reader.options().deny_unknown_fields;
    if denied && !reader.is_universal_attribute(index) {
        return Err(reader.error(ErrorKind::UnknownAttribute(reader.attribute_name(index))));
    }
    Ok(())
}

#[cold]
pub(super) fn skip_unknown(info: &TypeInfo, reader: &mut Reader<'_>) -> Result<()> {
    if info.deny_unknown_fields || reader.options().deny_unknown_fields {
        return Err(reader.error(ErrorKind::UnknownElement(reader.name())));
    }
    reader.skip_unclaimed()
}
