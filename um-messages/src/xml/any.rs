//! Elements that no type describes, where they stand among fields: the keys `any` and `other`.

use super::element::Element;
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
