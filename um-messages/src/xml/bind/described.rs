//! What a field is in a schema, as far as its type says it.

use super::codec::Codec;
use super::item::FlattenField;
use super::occurs::Occurs;
use crate::xml::description::{Describe, FieldDescription};
use crate::xml::write::WriteElement;

impl FieldDescription {
    /// A field with this codec, in whose items stands what `value` describes.
    #[must_use]
    pub const fn of<F, C>(rust: &'static str, _codec: &C, value: Describe) -> Self
    where
        C: Codec<F>,
        F: Occurs<C::Item>,
    {
        Self::new(rust, value, F::OPTIONAL, F::REPEATS)
    }

    /// A flattened field.
    #[must_use]
    pub const fn flattened<F>(rust: &'static str) -> Self
    where
        F: FlattenField + Occurs<<F as FlattenField>::Item>,
    {
        let value = <F::Item as WriteElement>::description;
        Self::new(rust, value, F::OPTIONAL, F::REPEATS)
    }
}
