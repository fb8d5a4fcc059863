//! The attributes of Envelope, Header and Body.

use crate::error::Result;
use crate::xml::{Attribute, Reader, Writer};

/// What the envelope's own elements have beside what the specification says of them: `wsu:Id`, `encodingStyle`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attributes {
    pub(super) envelope: Vec<Attribute>,
    pub(super) header: Vec<Attribute>,
    pub(super) body: Vec<Attribute>,
}

impl Attributes {
    pub(super) const NONE: Self = Self {
        envelope: Vec::new(),
        header: Vec::new(),
        body: Vec::new(),
    };
}

/// Those of the element that the reader stands in.
pub(super) fn read(reader: &mut Reader<'_>) -> Result<Vec<Attribute>> {
    (0..reader.attribute_count())
        .map(|index| Attribute::alone(reader, index))
        .collect()
}

/// Writes them, and completes the start tag.
pub(super) fn write(attributes: &[Attribute], writer: &mut Writer) {
    for attribute in attributes {
        attribute.declare(writer);
    }
    Attribute::refuse_twins(attributes, writer);
    for attribute in attributes {
        attribute.write(writer);
    }
    writer.end_start_tag();
}
