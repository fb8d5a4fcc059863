//! Attributes that no type describes: the key `any_attribute`.

use crate::error::ShownName;
use crate::xml::bind::find::Part;
use crate::xml::bind::offer::{Claim, Offer};
use crate::xml::read::Reader;
use crate::xml::tree::Attribute;
use crate::xml::write::Writer;

/// The type of a field for attributes of any name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep attributes",
    note = "the type of a field with `any_attribute` is `Vec<um_messages::xml::Attribute>`"
)]
pub trait AnyAttribute: Sized {
    /// Adds an attribute of the element that the reader stands in; nothing is read ahead.
    fn fill<O: Offer>(slot: &mut Option<Self>, offer: O, reader: &mut Reader<'_>) -> O::Answer;

    /// The field's value.
    fn take(slot: &mut Option<Self>) -> Self;

    /// Declares what the prefixes in the values are bound to.
    fn declare(&self, writer: &mut Writer);

    /// Writes the attributes into the start tag that is being written.
    fn write(&self, writer: &mut Writer);
}

impl AnyAttribute for Vec<Attribute> {
    fn fill<O: Offer>(slot: &mut Option<Self>, offer: O, reader: &mut Reader<'_>) -> O::Answer {
        let fill = |slot: &mut Option<Self>, part: &Part| {
            let attribute = Attribute::alone(reader, part.index)?;
            slot.get_or_insert_default().push(attribute);
            Ok(Claim::Read)
        };
        offer.fill(slot, fill, |_, _| false)
    }

    fn take(slot: &mut Option<Self>) -> Self {
        slot.take().unwrap_or_default()
    }

    fn declare(&self, writer: &mut Writer) {
        for attribute in self {
            attribute.declare(writer);
        }
    }

    fn write(&self, writer: &mut Writer) {
        if self.is_empty() {
            return;
        }
        let before = writer.attribute_names();
        Attribute::refuse_twins(self, writer);
        for attribute in self {
            let name = attribute.name();
            if writer.is_protocol_attribute(name.namespace()) {
                writer.fail(format!(
                    "the attribute `{}`, which would not be read back",
                    ShownName(name)
                ));
            }
            if before.contains(name) {
                writer.fail(format!("the attribute `{}` stands twice", ShownName(name)));
            }
            attribute.write(writer);
        }
    }
}
