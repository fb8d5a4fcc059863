//! Elements that no type describes, where they stand among fields: the keys `any` and `other`. They are read as
//! elements of any name are, and written under the names that they have.

pub use super::element::{fill, take};

use super::element::note_written;
use crate::error::ShownName;
use crate::qname::QName;
use crate::xml::bind::fields::Children;
use crate::xml::bind::item::ElementField;
use crate::xml::bind::occurs::Occurs;
use crate::xml::namespace::{FieldInfo, Place};
use crate::xml::tree::Element;

/// What a field with the key `any` has: an element under its own name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep elements of any name",
    note = "it is `um_messages::xml::Element`, or an `Option` or `Vec` of it"
)]
pub trait AnyElement {
    /// The element.
    fn as_element(&self) -> &Element;
}

impl AnyElement for Element {
    fn as_element(&self) -> &Element {
        self
    }
}

impl<T: AnyElement> AnyElement for Box<T> {
    fn as_element(&self) -> &Element {
        T::as_element(self)
    }
}

/// Writes the elements. One with the name of a field would be read back as that field.
pub fn write<F>(value: &F, children: &mut Children<'_>, field: usize)
where
    F: ElementField<Item: AnyElement> + Occurs<<F as ElementField>::Item>,
{
    let is_written = value.write_items(
        children,
        |children| children.writer,
        |item, children| write_one(item.as_element(), children, field),
    );
    note_written(is_written, children, field, F::REPEATS);
}

fn write_one(element: &Element, children: &mut Children<'_>, field: usize) {
    if let Some(fault) = fault(children.field(field), element.name(), children) {
        let name = ShownName(element.name());
        let problem = format!("the element `{name}` among those of any name, {fault}");
        children.writer.fail(problem);
    }
    element.write(children.writer);
}

/// Why an element would not be read back as one of the field, if it would not.
fn fault(field: &FieldInfo, name: &QName, children: &Children<'_>) -> Option<&'static str> {
    if children.is_claimed(Place::Element, name) {
        return Some("which would be read back as the field of that name");
    }
    match field.namespace() {
        Some(uri) if uri != name.namespace() => {
            Some("which is not in the namespace that the field is for")
        }
        None if children.is_claimed(Place::AnyOfNamespace, name) => {
            Some("which would be read back as one of the field for that namespace")
        }
        _ => None,
    }
}
