//! Flattened fields: groups whose elements and attributes stand in the struct that has the field.
//!
//! How often is decided here: `T` once, `Option<T>` at most once, `Vec<T>` any number.

mod read;
mod write;

use super::{Extent, Group, Names};
use crate::error::Result;
use crate::xml::namespace::{Fact, NsId, Scope};
use crate::xml::read::Reader;
use crate::xml::write::Writer;

/// A type that can be flattened.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait Flat {
    /// What it has in the element that it is flattened into.
    const EXTENT: Extent;
    /// The names that it claims there.
    const NAMES: &'static Names;
    /// Whether it may be absent.
    const OPTIONAL: bool;
}

/// How often a flattened group is read.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait ReadFlat<'de>: Flat + Sized {
    /// What has been read so far.
    type Slot: Default;
    /// Whether the group has the text of the element.
    const HAS_TEXT: bool = Self::EXTENT.has_text();

    /// Reads the attribute if it is one of the group's.
    ///
    /// # Errors
    ///
    /// If it is, and cannot be read.
    fn claim_attribute(
        slot: &mut Self::Slot,
        reader: &mut Reader<'de>,
        index: usize,
    ) -> Result<bool>;

    /// Reads the element that the reader stands in if it is one of the group's; `outer` is the
    /// namespace of a group that has none of its own.
    ///
    /// # Errors
    ///
    /// If it is, and cannot be read.
    fn claim(slot: &mut Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Result<bool>;

    /// Whether there is no room for the element that the reader stands in, if it is the group's.
    fn is_taken(slot: &Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Option<bool>;

    /// Keeps the element that no field has claimed, if the group has a field that keeps such.
    ///
    /// # Errors
    ///
    /// If there is no room for it.
    fn keep(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<bool>;

    /// Whether there is no room to keep an element, if the group has a field that keeps such.
    fn is_keeper_taken(slot: &Self::Slot) -> Option<bool>;

    /// Keeps the attribute that no field has claimed, if the group has a field that keeps such.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn keep_attribute(slot: &mut Self::Slot, reader: &Reader<'de>, index: usize) -> Result<bool>;

    /// Reads the text content, up to and with the end tag.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn read_text(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()>;

    /// Whether something has been claimed.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// The field's value.
    ///
    /// # Errors
    ///
    /// If something is missing.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self>;
}

/// How a flattened group is written; the counterpart of [`ReadFlat`].
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait WriteFlat: Flat {
    /// Writes the attributes.
    fn write_attributes(&self, writer: &mut Writer);

    /// Writes the attributes that were kept without a field of their name.
    fn write_kept_attributes(&self, writer: &mut Writer);

    /// Writes the elements, or the text; `outer` names those of a group without a namespace of its own.
    fn write_content(&self, writer: &mut Writer, outer: Scope);

    /// The prefixes that the group asks for.
    #[must_use]
    fn facts() -> &'static [Fact];
}

/// The extent of a group that is flattened.
const fn extent<T: Group>() -> Extent {
    if T::SHAPE.inner.is_none() {
        return T::EXTENT;
    }
    Extent {
        fault: Some(
            "a struct with `inner` is flattened\n\
             help: remove `inner`, and give the field its name instead of `flatten`",
        ),
        ..T::EXTENT
    }
}

#[diagnostic::do_not_recommend]
impl<T: Group> Flat for T {
    const EXTENT: Extent = extent::<T>();
    const NAMES: &'static Names = T::NAMES;
    const OPTIONAL: bool = false;
}

impl<T: Group> Flat for Option<T> {
    const EXTENT: Extent = extent::<T>();
    const NAMES: &'static Names = T::NAMES;
    const OPTIONAL: bool = true;
}

impl<T: Group> Flat for Vec<T> {
    const EXTENT: Extent = extent::<T>().repeated();
    const NAMES: &'static Names = T::NAMES;
    const OPTIONAL: bool = true;
}
