//! How one item stands in its place: as its type says, or as the keys `list`, `with`, `base64`, `hex`, `cdata`,
//! `nillable` and `wrapper` say. Codecs stand in each other, as in `AsNillable(AsText(List(PlainText)))`.

mod binary;
mod element;
mod plain;
mod text;

pub use self::binary::Binary;
pub use self::element::{AsNillable, AsNillableType, AsText};
pub(super) use self::element::{ReadElementAs, WriteElementAs};
pub use self::plain::{Plain, PlainText};
pub(super) use self::text::Coded;
pub use self::text::{CData, List, ReadTextAs, With, WriteTextAs};

/// What one item is of a field of type `F`.
pub trait Codec<F> {
    /// The item.
    type Item;
}
