//! Fields that are attributes.

use crate::error::{ErrorKind, Result};
use crate::xml::namespace::AttributeName;
use crate::xml::read::{ReadText, Reader};
use crate::xml::write::{WriteText, Writer};

/// How often an attribute stands: `T` always, `Option<T>` perhaps.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait ReadAttribute<'de>: Sized {
    /// What has been read of the attribute so far.
    type Slot: Default;

    /// Whether the attribute may be absent.
    const OPTIONAL: bool;

    /// Reads the attribute.
    ///
    /// # Errors
    ///
    /// If it is not a value, or one too many (under another spelling of its name).
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>, index: usize) -> Result<()>;

    /// Whether the attribute has been read.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// The attribute's value, after the start tag has been read.
    ///
    /// # Errors
    ///
    /// If the attribute is missing.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self>;
}

/// How an attribute is written; the counterpart of [`ReadAttribute`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a `Vec` of them, separated by white space, add the key `list`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait WriteAttribute {
    /// Writes the attribute, or nothing.
    fn write_attribute(&self, writer: &mut Writer, name: &AttributeName);
}

#[diagnostic::do_not_recommend]
impl<'de, T: ReadText<'de>> ReadAttribute<'de> for T {
    type Slot = Option<T>;
    const OPTIONAL: bool = false;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>, index: usize) -> Result<()> {
        fill_attribute(slot, reader, index)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self> {
        slot.take()
            .ok_or_else(|| reader.error(ErrorKind::MissingAttribute(name.to_owned())))
    }
}

impl<'de, T: ReadText<'de>> ReadAttribute<'de> for Option<T> {
    type Slot = Self;
    const OPTIONAL: bool = true;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>, index: usize) -> Result<()> {
        fill_attribute(slot, reader, index)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, _: &Reader<'de>, _: &'static str) -> Result<Self> {
        Ok(slot.take())
    }
}

#[inline(never)]
fn fill_attribute<'de, T: ReadText<'de>>(
    slot: &mut Option<T>,
    reader: &mut Reader<'de>,
    index: usize,
) -> Result<()> {
    if slot.is_some() {
        return Err(reader.duplicate_attribute(index));
    }
    *slot = Some(T::read_text(reader.attribute_text(index)?)?);
    Ok(())
}

#[diagnostic::do_not_recommend]
impl<T: WriteText> WriteAttribute for T {
    #[inline]
    fn write_attribute(&self, writer: &mut Writer, name: &AttributeName) {
        writer.attribute(name, self);
    }
}

impl<T: WriteText> WriteAttribute for Option<T> {
    #[inline]
    fn write_attribute(&self, writer: &mut Writer, name: &AttributeName) {
        if let Some(value) = self {
            writer.attribute(name, value);
        }
    }
}
