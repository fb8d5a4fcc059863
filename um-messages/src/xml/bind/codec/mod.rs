//! Values that stand otherwise than their type alone says: the keys `list`, `with`, `cdata`, `nillable`,
//! `wrapper`.
//!
//! A codec reads and writes one item, as text or as an element; codecs stand in each other. How
//! often the item stands is decided apart from it, by [`Occurs`]. Where the item's type is the type
//! of a function's result (`with`) the compiler finds it; else the key's own trait names it.

mod element;
mod field;
mod text;
mod wrapper;

pub use self::element::{AsElement, AsNillable, AsText, ReadElementAs, WriteElementAs};
pub use self::field::{
    declare_text_as, fill_as, fill_attribute_as, fill_text_as, is_full_as, is_optional_as,
    is_optional_text_as, repeats_as, take_as, take_attribute_as, take_text_as, write_as,
    write_attribute_as, write_text_as,
};
pub use self::text::{CData, List, Plain, ReadTextAs, ReadWith, WriteTextAs, WriteWith};
pub use self::wrapper::{FlatWrapper, ReadWrapper, WriteWrapper};

use crate::xml::write::WriteText;

/// How often items of a type stand in a field: `I` once, `Option<I>` at most once, `Vec<I>` any
/// number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of values of type `{I}`",
    note = "a field is one value, or an `Option` or `Vec` of them"
)]
pub trait Occurs<I>: Sized {
    /// Whether there may be none.
    const OPTIONAL: bool;
    /// Whether there may be several.
    const REPEATS: bool;

    /// Adds an item; gives it back if there is no room for it.
    ///
    /// # Errors
    ///
    /// The item, if it is one too many.
    fn add(slot: &mut Option<Self>, item: I) -> Result<(), I>;

    /// What the field is without an item.
    fn absent() -> Option<Self>;

    /// The items.
    fn items(&self) -> &[I];
}

impl<I> Occurs<I> for I {
    const OPTIONAL: bool = false;
    const REPEATS: bool = false;

    fn add(slot: &mut Option<Self>, item: I) -> Result<(), I> {
        if slot.is_some() {
            return Err(item);
        }
        *slot = Some(item);
        Ok(())
    }

    fn absent() -> Option<Self> {
        None
    }

    fn items(&self) -> &[I] {
        std::slice::from_ref(self)
    }
}

impl<I> Occurs<I> for Option<I> {
    const OPTIONAL: bool = true;
    const REPEATS: bool = false;

    fn add(slot: &mut Option<Self>, item: I) -> Result<(), I> {
        if slot.is_some() {
            return Err(item);
        }
        *slot = Some(Some(item));
        Ok(())
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn items(&self) -> &[I] {
        self.as_slice()
    }
}

impl<I> Occurs<I> for Vec<I> {
    const OPTIONAL: bool = true;
    const REPEATS: bool = true;

    fn add(slot: &mut Option<Self>, item: I) -> Result<(), I> {
        slot.get_or_insert_default().push(item);
        Ok(())
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn items(&self) -> &[I] {
        self
    }
}

/// The type of a field with `list` or `wrapper`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    note = "`list` and `wrapper` take a `Vec`, or an `Option` of one"
)]
pub trait ListField {
    /// The list.
    type Item;
    /// What the list has.
    type Entry;
}

impl<T> ListField for Vec<T> {
    type Item = Self;
    type Entry = T;
}

impl<T> ListField for Option<Vec<T>> {
    type Item = Vec<T>;
    type Entry = T;
}

/// The type of a field with `nillable`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be nil",
    note = "`nillable` takes an `Option`, whose `None` is nil, or a `Vec` of such",
    note = "for an element that can be absent as well as nil use `Option<um_messages::xml::Nillable<T>>`, without a key"
)]
pub trait NillableField {
    /// What is nil, or is not.
    type Item;
    /// What it is if it is not nil.
    type Content;
}

impl<T> NillableField for Option<T> {
    type Item = Self;
    type Content = T;
}

impl<T> NillableField for Vec<Option<T>> {
    type Item = Option<T>;
    type Content = T;
}

/// The type of a field with `cdata`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as text",
    note = "`cdata` takes a simple type, or an `Option` or `Vec` of one"
)]
pub trait TextField {
    /// The value.
    type Item;
}

impl<T: WriteText> TextField for T {
    type Item = Self;
}

impl<T: WriteText> TextField for Option<T> {
    type Item = T;
}

impl<T: WriteText> TextField for Vec<T> {
    type Item = T;
}
