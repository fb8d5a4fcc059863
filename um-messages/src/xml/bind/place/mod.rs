//! Where a field stands. Each place fills what has been read of a field, takes the value out in the end, and
//! writes it; how often the field stands is asked of [`Occurs`](super::Occurs), and how one item stands of its codec.

pub(crate) mod any_attribute;
pub mod any_element;
pub mod attribute;
pub mod element;
pub mod flattened;
pub mod text;
