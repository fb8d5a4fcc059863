//! Fields that are elements: how often they stand.
//!
//! The one place where `T`, `Option<T>` and `Vec<T>` differ.

use crate::error::Result;
use crate::xml::namespace::{ElementName, Fact};
use crate::xml::read::{ReadElement, Reader};
use crate::xml::write::{WriteElement, Writer};

/// How often a field's element stands: `T` once, `Option<T>` at most once, `Vec<T>` any number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; `Option` and `Vec` of such types work as well; an `Option` of a `Vec` needs the key `wrapper` or `list`"
)]
pub trait ReadField<'de>: Sized {
    /// What has been read of the field so far.
    type Slot: Default;

    /// Whether the field may be absent.
    const OPTIONAL: bool;

    /// Reads an element of the field; the reader stands behind its start tag.
    ///
    /// # Errors
    ///
    /// If the element is not a value, or one too many.
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()>;

    /// Whether an element has been read.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// Whether another element would be one too many.
    #[must_use]
    fn is_full(slot: &Self::Slot) -> bool {
        Self::is_filled(slot)
    }

    /// The field's value, after all elements have been read.
    ///
    /// # Errors
    ///
    /// If the element is missing.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self>;
}

/// How a field's elements are written; the counterpart of [`ReadField`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; `Option` and `Vec` of such types work as well; an `Option` of a `Vec` needs the key `wrapper` or `list`"
)]
pub trait WriteField {
    /// Writes the element, all of them, or none.
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>);

    /// The prefixes that the field's type asks for.
    #[must_use]
    fn facts() -> &'static [Fact];
}

#[diagnostic::do_not_recommend]
impl<'de, T: ReadElement<'de>> ReadField<'de> for T {
    type Slot = Option<T>;
    const OPTIONAL: bool = false;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        fill_once(slot, reader)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self> {
        slot.take().ok_or_else(|| reader.missing_element(name))
    }
}

impl<'de, T: ReadElement<'de>> ReadField<'de> for Option<T> {
    type Slot = Self;
    const OPTIONAL: bool = true;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        fill_once(slot, reader)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, _: &Reader<'de>, _: &'static str) -> Result<Self> {
        Ok(slot.take())
    }
}

impl<'de, T: ReadElement<'de>> ReadField<'de> for Vec<T> {
    type Slot = Self;
    const OPTIONAL: bool = true;

    #[inline(never)]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        slot.push(reader.read()?);
        Ok(())
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        !slot.is_empty()
    }

    fn is_full(_: &Self::Slot) -> bool {
        false
    }

    #[inline]
    fn take(slot: &mut Self::Slot, _: &Reader<'de>, _: &'static str) -> Result<Self> {
        Ok(std::mem::take(slot))
    }
}

/// Out of line: one copy for each type, not for each field.
#[inline(never)]
fn fill_once<'de, T: ReadElement<'de>>(
    slot: &mut Option<T>,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if slot.is_some() {
        return Err(reader.duplicate());
    }
    *slot = Some(reader.read()?);
    Ok(())
}

#[diagnostic::do_not_recommend]
impl<T: WriteElement> WriteField for T {
    #[inline]
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>) {
        self.write_element(writer, name);
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}

impl<T: WriteElement> WriteField for Option<T> {
    #[inline]
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>) {
        if let Some(value) = self {
            value.write_element(writer, name);
        }
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}

impl<T: WriteElement> WriteField for Vec<T> {
    #[inline]
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>) {
        for value in self {
            value.write_element(writer, name);
        }
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}
