//! Codecs of elements.

use super::text::{Coded, ReadTextAs, WriteTextAs};
use crate::error::Result;
use crate::xml::namespace::ElementName;
use crate::xml::read::{ReadElement, Reader};
use crate::xml::value::write_text_element;
use crate::xml::write::{WriteElement, Writer};

/// Reads a value from the element that the reader stands in.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be read as the keys of its field say",
    note = "see the keys `list`, `with`, `cdata`, `nillable` and `wrapper`"
)]
pub trait ReadElementAs<'de, I> {
    /// Reads the element, up to and with its end tag.
    ///
    /// # Errors
    ///
    /// If it is not a value.
    fn read_element(&self, reader: &mut Reader<'de>) -> Result<I>;
}

/// Writes a value as an element.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be written as the keys of its field say",
    note = "see the keys `list`, `with`, `cdata`, `nillable` and `wrapper`"
)]
pub trait WriteElementAs<I> {
    /// Writes the element, from its start tag to its end tag.
    fn write_element(&self, value: &I, writer: &mut Writer, name: ElementName<'_>);
}

/// As the value's type says.
#[derive(Clone, Copy)]
pub struct AsElement;

impl<'de, I: ReadElement<'de>> ReadElementAs<'de, I> for AsElement {
    fn read_element(&self, reader: &mut Reader<'de>) -> Result<I> {
        I::read_element(reader)
    }
}

impl<I: WriteElement> WriteElementAs<I> for AsElement {
    fn write_element(&self, value: &I, writer: &mut Writer, name: ElementName<'_>) {
        value.write_element(writer, name);
    }
}

/// As an element whose content is text.
#[derive(Clone, Copy)]
pub struct AsText<C>(pub C);

impl<'de, I, C: ReadTextAs<'de, I>> ReadElementAs<'de, I> for AsText<C> {
    fn read_element(&self, reader: &mut Reader<'de>) -> Result<I> {
        reader.refuse_nil()?;
        self.0.read_text(reader.text()?)
    }
}

impl<I, C: WriteTextAs<I>> WriteElementAs<I> for AsText<C> {
    fn write_element(&self, value: &I, writer: &mut Writer, name: ElementName<'_>) {
        write_text_element(&Coded(value, &self.0), writer, name);
    }
}

/// As an element that may be nil (XML Schema part 1, section 2.6.2).
#[derive(Clone, Copy)]
pub struct AsNillable<C>(pub C);

impl<'de, I, C: ReadElementAs<'de, I>> ReadElementAs<'de, Option<I>> for AsNillable<C> {
    fn read_element(&self, reader: &mut Reader<'de>) -> Result<Option<I>> {
        if reader.is_nil()? {
            return reader.skip_nil().map(|()| None);
        }
        self.0.read_element(reader).map(Some)
    }
}

impl<I, C: WriteElementAs<I>> WriteElementAs<Option<I>> for AsNillable<C> {
    fn write_element(&self, value: &Option<I>, writer: &mut Writer, name: ElementName<'_>) {
        match value {
            Some(value) => self.0.write_element(value, writer, name),
            None => writer.nil(name, |_| ()),
        }
    }
}
