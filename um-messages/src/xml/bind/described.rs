//! What a field is in a schema, as far as its type says it.

use super::codec::Codec;
use super::item::{FlattenField, WriteElementField, WriteTextField};
use super::occurs::Occurs;
use crate::xml::description::{Describe, FieldDescription};
use crate::xml::write::{WriteElement, WriteText};

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

    /// A field whose type alone says what its elements are.
    #[must_use]
    pub const fn element<F: WriteElementField>(rust: &'static str) -> Self {
        let value = <F::Item as WriteElement>::description;
        let (is_optional, repeats) = (
            <F as Occurs<F::Item>>::OPTIONAL,
            <F as Occurs<F::Item>>::REPEATS,
        );
        Self::new(rust, value, is_optional, repeats)
    }

    /// A field whose type alone says what its attribute or text is.
    #[must_use]
    pub const fn text<F: WriteTextField>(rust: &'static str) -> Self {
        let value = <F::Item as WriteText>::description;
        Self::new(rust, value, <F as Occurs<F::Item>>::OPTIONAL, false)
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
