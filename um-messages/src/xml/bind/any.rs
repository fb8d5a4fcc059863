//! Elements and attributes that no type describes, where they stand among fields: the keys `any`, `other` and
//! `any_attribute`.

use crate::error::Result;
use crate::xml::read::Reader;
use crate::xml::tree::{Attribute, Element};
use crate::xml::write::Writer;

/// The type of a field that keeps elements.
///
/// They are read as fields of any name are, and written under the names that they have.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep elements of any name",
    note = "it is `um_messages::xml::Element`, or an `Option` or `Vec` of it"
)]
pub trait WriteAny {
    /// Writes the elements.
    fn write_any(&self, writer: &mut Writer);
}

impl WriteAny for Element {
    fn write_any(&self, writer: &mut Writer) {
        self.write(writer);
    }
}

impl WriteAny for Option<Element> {
    fn write_any(&self, writer: &mut Writer) {
        if let Some(element) = self {
            element.write(writer);
        }
    }
}

impl WriteAny for Vec<Element> {
    fn write_any(&self, writer: &mut Writer) {
        for element in self {
            element.write(writer);
        }
    }
}

impl<T: WriteAny> WriteAny for Box<T> {
    fn write_any(&self, writer: &mut Writer) {
        T::write_any(self, writer);
    }
}

/// The type of a field that keeps attributes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep attributes",
    note = "the type of a field with `any_attribute` is `Vec<um_messages::xml::Attribute>`"
)]
pub trait AnyAttribute: Sized {
    /// What has been read so far.
    type Slot: Default;

    /// Keeps an attribute of the element that the reader stands in.
    ///
    /// # Errors
    ///
    /// If its value is too long.
    fn keep(slot: &mut Self::Slot, reader: &Reader<'_>, index: usize) -> Result<()>;

    /// Whether an attribute has been kept.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// The field's value.
    ///
    /// # Errors
    ///
    /// None: there may be no attributes.
    fn take(slot: &mut Self::Slot, reader: &Reader<'_>) -> Result<Self>;

    /// Writes the attributes into the start tag that is being written.
    fn write_kept_attributes(&self, writer: &mut Writer);
}

impl AnyAttribute for Vec<Attribute> {
    type Slot = Self;

    fn keep(slot: &mut Self::Slot, reader: &Reader<'_>, index: usize) -> Result<()> {
        slot.push(Attribute::alone(reader, index)?);
        Ok(())
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        !slot.is_empty()
    }

    fn take(slot: &mut Self::Slot, _: &Reader<'_>) -> Result<Self> {
        Ok(std::mem::take(slot))
    }

    fn write_kept_attributes(&self, writer: &mut Writer) {
        if writer.only_declares() {
            return self.iter().for_each(|attribute| attribute.declare(writer));
        }
        for attribute in self {
            if writer.is_instruction(attribute.name().namespace()) {
                writer.fail(format!(
                    "the attribute `{}`, which would not be read back",
                    attribute.name()
                ));
            }
            if writer.has_attribute(attribute.name()) {
                writer.fail(format!("the attribute `{}` stands twice", attribute.name()));
            }
            attribute.write(writer);
        }
    }
}
