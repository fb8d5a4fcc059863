//! A field that is the text of its element.

use crate::error::{ErrorKind, Result};
use crate::xml::read::{ReadText, Reader};
use crate::xml::write::{WriteText, Writer};

/// The text content of an element: `T`, or `Option<T>` where no text at all is `None`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait ReadContent<'de>: Sized {
    /// What has been read.
    type Slot: Default;

    /// Reads the text; the reader stands before it, and is left behind the end tag.
    ///
    /// # Errors
    ///
    /// If it is not a value.
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()>;

    /// The value.
    ///
    /// # Errors
    ///
    /// If nothing has been read.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self>;
}

/// How the text content is written; the counterpart of [`ReadContent`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a `Vec` of them, separated by white space, add the key `list`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait WriteContent {
    /// Declares the prefixes that the text needs.
    fn declare(&self, writer: &mut Writer);

    /// Writes the text.
    fn write_content(&self, writer: &mut Writer);
}

#[diagnostic::do_not_recommend]
impl<'de, T: ReadText<'de>> ReadContent<'de> for T {
    type Slot = Option<T>;

    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        *slot = Some(T::read_text(reader.text()?)?);
        Ok(())
    }

    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self> {
        slot.take()
            .ok_or_else(|| reader.error(ErrorKind::MissingElement("text".to_owned())))
    }
}

impl<'de, T: ReadText<'de>> ReadContent<'de> for Option<T> {
    type Slot = Self;

    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        let text = reader.text()?;
        if !text.as_str().is_empty() {
            *slot = Some(T::read_text(text)?);
        }
        Ok(())
    }

    fn take(slot: &mut Self::Slot, _: &Reader<'de>) -> Result<Self> {
        Ok(slot.take())
    }
}

#[diagnostic::do_not_recommend]
impl<T: WriteText> WriteContent for T {
    #[inline]
    fn declare(&self, writer: &mut Writer) {
        WriteText::declare(self, writer);
    }

    #[inline]
    fn write_content(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl<T: WriteText> WriteContent for Option<T> {
    fn declare(&self, writer: &mut Writer) {
        if let Some(value) = self {
            value.declare(writer);
        }
    }

    fn write_content(&self, writer: &mut Writer) {
        let Some(value) = self else { return };
        let before = writer.length();
        writer.text(value);
        if writer.length() == before {
            writer.fail("an empty text in an `Option`, which would be read as `None`".to_owned());
        }
    }
}
