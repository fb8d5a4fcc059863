//! Fields whose items a codec reads and writes.

use super::Occurs;
use super::element::{ReadElementAs, WriteElementAs};
use super::text::{Coded, ReadTextAs, WriteTextAs};
use crate::error::{ErrorKind, Result};
use crate::xml::bind::WriteContent;
use crate::xml::namespace::{AttributeName, ElementName};
use crate::xml::read::Reader;
use crate::xml::write::Writer;

/// Reads an element of the field; the reader stands behind its start tag.
///
/// # Errors
///
/// If the element is not a value, or one too many.
pub fn fill_as<'de, F: Occurs<I>, I, C: ReadElementAs<'de, I>>(
    slot: &mut Option<F>,
    reader: &mut Reader<'de>,
    codec: &C,
) -> Result<()> {
    if slot.is_some() && !F::REPEATS {
        return Err(reader.duplicate());
    }
    let item = codec.read_element(reader)?;
    F::add(slot, item).map_err(|_| reader.duplicate())
}

/// Whether another element would be one too many.
pub fn is_full_as<'de, F: Occurs<I>, I, C: ReadElementAs<'de, I>>(slot: &Option<F>, _: &C) -> bool {
    slot.is_some() && !F::REPEATS
}

/// Whether the element may be absent.
#[must_use]
pub const fn is_optional_as<'de, F: Occurs<I>, I, C: ReadElementAs<'de, I>>(_: &C) -> bool {
    F::OPTIONAL
}

/// Whether the attribute may be absent.
#[must_use]
pub const fn is_optional_text_as<'de, F: Occurs<I>, I, C: ReadTextAs<'de, I>>(_: &C) -> bool {
    F::OPTIONAL
}

/// The field's value, after all elements have been read.
///
/// # Errors
///
/// If the element is missing.
pub fn take_as<'de, F: Occurs<I>, I, C: ReadElementAs<'de, I>>(
    slot: &mut Option<F>,
    reader: &Reader<'de>,
    name: &'static str,
    _: &C,
) -> Result<F> {
    slot.take()
        .or_else(F::absent)
        .ok_or_else(|| reader.missing_element(name))
}

/// Writes the items as elements.
pub fn write_as<F: Occurs<I>, I, C: WriteElementAs<I>>(
    value: &F,
    writer: &mut Writer,
    name: ElementName<'_>,
    codec: &C,
) {
    for item in value.items() {
        codec.write_element(item, writer, name);
    }
}

/// Whether the field has room for several values.
#[must_use]
pub const fn repeats_as<'de, F: Occurs<I>, I, C: ReadTextAs<'de, I>>(_: &C) -> bool {
    F::REPEATS
}

/// Reads the attribute.
///
/// # Errors
///
/// If it is not a value, or one too many.
pub fn fill_attribute_as<'de, F: Occurs<I>, I, C: ReadTextAs<'de, I>>(
    slot: &mut Option<F>,
    reader: &mut Reader<'de>,
    index: usize,
    codec: &C,
) -> Result<()> {
    let item = codec.read_text(reader.attribute_text(index)?)?;
    F::add(slot, item).map_err(|_| reader.duplicate_attribute(index))
}

/// The attribute's value, after the start tag has been read.
///
/// # Errors
///
/// If the attribute is missing.
pub fn take_attribute_as<'de, F: Occurs<I>, I, C: ReadTextAs<'de, I>>(
    slot: &mut Option<F>,
    reader: &Reader<'de>,
    name: &'static str,
    _: &C,
) -> Result<F> {
    slot.take()
        .or_else(F::absent)
        .ok_or_else(|| reader.error(ErrorKind::MissingAttribute(name.to_owned())))
}

/// Writes the attribute, or nothing.
pub fn write_attribute_as<F: Occurs<I>, I, C: WriteTextAs<I>>(
    value: &F,
    writer: &mut Writer,
    name: &AttributeName,
    codec: &C,
) {
    for item in value.items() {
        writer.attribute(name, &Coded(item, codec));
    }
}

/// Reads the text of the element; no text at all is what the field is without a value, if it may be.
///
/// # Errors
///
/// If it is not a value.
pub fn fill_text_as<'de, F: Occurs<I>, I, C: ReadTextAs<'de, I>>(
    slot: &mut Option<F>,
    reader: &mut Reader<'de>,
    codec: &C,
) -> Result<()> {
    let text = reader.text()?;
    if text.as_str().is_empty() && F::OPTIONAL {
        return Ok(());
    }
    let item = codec.read_text(text)?;
    F::add(slot, item).map_err(|_| reader.duplicate())
}

/// The value of the text.
///
/// # Errors
///
/// If nothing has been read.
pub fn take_text_as<'de, F: Occurs<I>, I, C: ReadTextAs<'de, I>>(
    slot: &mut Option<F>,
    reader: &Reader<'de>,
    _: &C,
) -> Result<F> {
    slot.take()
        .or_else(F::absent)
        .ok_or_else(|| reader.error(ErrorKind::MissingElement("text".to_owned())))
}

/// Declares the prefixes that the text needs.
pub fn declare_text_as<F: Occurs<I>, I, C: WriteTextAs<I>>(
    value: &F,
    writer: &mut Writer,
    codec: &C,
) {
    for item in value.items() {
        codec.declare(item, writer);
    }
}

/// Writes the text.
pub fn write_text_as<F: Occurs<I>, I, C: WriteTextAs<I>>(
    value: &F,
    writer: &mut Writer,
    codec: &C,
) {
    let Some(item) = value.items().first() else {
        return;
    };
    let text = Coded(item, codec);
    if F::OPTIONAL {
        Some(text).write_content(writer);
    } else {
        text.write_content(writer);
    }
}
