//! Elements that no type describes, where they stand among fields: the keys `any` and `other`. They are read as
//! elements of any name are, and written under the names that they have.

pub use super::element::{fill, take};

use crate::xml::bind::fields::Children;
use crate::xml::bind::item::ElementField;
use crate::xml::bind::occurs::Occurs;
use crate::xml::tree::Element;
use crate::xml::write::Writer;

/// What a field with the key `any` has: an element under its own name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep elements of any name",
    note = "it is `um_messages::xml::Element`, or an `Option` or `Vec` of it"
)]
pub trait AnyElement {
    /// Writes the element.
    fn write_any(&self, writer: &mut Writer);
}

impl AnyElement for Element {
    fn write_any(&self, writer: &mut Writer) {
        self.write(writer);
    }
}

impl<T: AnyElement> AnyElement for Box<T> {
    fn write_any(&self, writer: &mut Writer) {
        T::write_any(self, writer);
    }
}

/// Writes the elements.
pub fn write<T, F>(value: &F, children: &mut Children<'_, T>)
where
    F: ElementField<Item: AnyElement> + Occurs<<F as ElementField>::Item>,
{
    for element in value.items() {
        element.write_any(children.writer);
    }
}
