//! The key `position`: a field that says where the element begins that its struct stands in.

use super::fields::End;
use crate::error::Position;

/// The type of a field with `position`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of a position",
    note = "a field with `position` is a `um_messages::Position`, an `Option` of it, or a type with `From<um_messages::Position>`"
)]
pub trait PositionField: Sized {
    /// The position of the element that has this end.
    fn of(end: End<'_, '_>) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<Position>> PositionField for T {
    fn of(end: End<'_, '_>) -> Self {
        Self::from(end.reader.element_position())
    }
}
