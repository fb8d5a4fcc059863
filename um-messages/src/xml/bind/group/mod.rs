//! Structs and choices: what does not depend on the fields of one in particular.

mod extent;
mod fields;
mod flat;
mod inner;
mod names;
mod read;
mod write;

pub use self::extent::{Content, Extent};
pub use self::flat::{Flat, ReadFlat, WriteFlat};
pub use self::names::{Names, same};
pub use self::read::read_group;
pub use self::write::write_group;

pub(super) use self::fields::{refuse_attributes, skip_unknown};
pub(crate) use self::write::write_group_content;

use crate::error::Result;
use crate::xml::namespace::{Fact, Name, NsId, Scope};
use crate::xml::read::Reader;
use crate::xml::write::Writer;

/// What is the same for all values of a struct.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The namespace of its fields; without one, that of the element it stands in.
    pub namespace: Option<&'static str>,
    /// The prefix that its namespace is written with; empty for the default namespace.
    pub prefix: &'static str,
    /// The element inside that has all fields.
    pub inner: Option<&'static Name>,
    /// Whether that element may be left out when the struct is read.
    pub is_inner_optional: bool,
    /// Whether unknown elements and attributes are an error.
    pub deny_unknown_fields: bool,
    /// What its own fields are, flattened ones aside.
    pub extent: Extent,
}

impl Shape {
    /// That of a struct without fields.
    pub const EMPTY: &'static Self = &Self {
        namespace: None,
        prefix: "",
        inner: None,
        is_inner_optional: false,
        deny_unknown_fields: false,
        extent: Extent::EMPTY,
    };
}

/// A struct with named fields, or a choice: an enum whose variants are its fields, one of which stands.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait Group {
    /// What is the same for all values.
    const SHAPE: &'static Shape;
    /// What it has in the element that it stands in, flattened fields and all.
    const EXTENT: Extent = Self::SHAPE.extent;
    /// The names that it claims there.
    const NAMES: &'static Names = Names::NONE;
}

/// The field that has claimed an element, if one has.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim(usize);

impl Claim {
    /// No field has.
    pub const NONE: Self = Self(0);

    /// The field at this place in the struct has.
    #[inline]
    #[must_use]
    pub const fn of(field: usize) -> Self {
        Self(field + 1)
    }

    /// The place of the field that has.
    #[inline]
    #[must_use]
    pub const fn field(self) -> Option<usize> {
        self.0.checked_sub(1)
    }

    /// Whether no field has.
    #[inline]
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }
}

/// The field that an element is for, and whether the field has no room for it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    /// The place of the field in the struct.
    pub field: usize,
    /// Whether the field is filled, and may not repeat.
    pub is_taken: bool,
}

impl Seat {
    /// That of the field at this place.
    #[inline]
    #[must_use]
    #[allow(
        clippy::unnecessary_wraps,
        reason = "the answer to whether there is one"
    )]
    pub const fn of(field: usize, is_taken: bool) -> Option<Self> {
        Some(Self { field, is_taken })
    }
}

/// A group that is read from an element: it is offered the attributes and the children in turn.
///
/// The state is apart from the value, so that recursion through `claim` needs little of the stack.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait ReadGroup<'de>: Group + Sized {
    /// What has been read so far.
    type State: Default;

    /// Reads the attribute if it is one of the struct's.
    ///
    /// # Errors
    ///
    /// If it is, and cannot be read.
    fn claim_attribute(
        _state: &mut Self::State,
        _reader: &mut Reader<'de>,
        _index: usize,
    ) -> Result<bool> {
        Ok(false)
    }

    /// Reads the element that the reader stands in if it is one of the struct's.
    ///
    /// # Errors
    ///
    /// If it is, and cannot be read.
    fn claim(
        _state: &mut Self::State,
        _reader: &mut Reader<'de>,
        _namespace: NsId,
    ) -> Result<Claim> {
        Ok(Claim::NONE)
    }

    /// The field that [`claim`](Self::claim) would read the element into.
    fn seat(_state: &Self::State, _reader: &mut Reader<'de>, _namespace: NsId) -> Option<Seat> {
        None
    }

    /// Keeps the element that no field has claimed, if there is a field that keeps such.
    ///
    /// # Errors
    ///
    /// If there is no room for it.
    fn keep(_state: &mut Self::State, _reader: &mut Reader<'de>) -> Result<Claim> {
        Ok(Claim::NONE)
    }

    /// The field that [`keep`](Self::keep) would read an element into.
    fn keeping_seat(_state: &Self::State) -> Option<Seat> {
        None
    }

    /// Keeps the attribute that no field has claimed, if there is a field that keeps such.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn keep_attribute(
        _state: &mut Self::State,
        _reader: &Reader<'de>,
        _index: usize,
    ) -> Result<bool> {
        Ok(false)
    }

    /// Reads the text content, up to and with the end tag.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    fn read_text(_state: &mut Self::State, reader: &mut Reader<'de>) -> Result<()> {
        reader.skip()
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// If something is missing.
    fn finish(state: &mut Self::State, reader: &Reader<'de>) -> Result<Self>;
}

/// A group that is written into an element.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait WriteGroup: Group {
    /// Writes the attributes.
    fn write_attributes(&self, _writer: &mut Writer) {}

    /// Writes the attributes that were kept without a field of their name.
    fn write_kept_attributes(&self, _writer: &mut Writer) {}

    /// Writes the children, or the text.
    fn write_content(&self, _writer: &mut Writer, _scope: Scope) {}

    /// The prefixes that the struct and its fields ask for.
    #[must_use]
    fn facts() -> &'static [Fact];
}

// A box is as what is in it.

impl<T: Group> Group for Box<T> {
    const SHAPE: &'static Shape = T::SHAPE;
    const EXTENT: Extent = T::EXTENT;
    const NAMES: &'static Names = T::NAMES;
}

impl<'de, T: ReadGroup<'de>> ReadGroup<'de> for Box<T> {
    type State = T::State;

    fn claim_attribute(
        state: &mut Self::State,
        reader: &mut Reader<'de>,
        index: usize,
    ) -> Result<bool> {
        T::claim_attribute(state, reader, index)
    }

    fn claim(state: &mut Self::State, reader: &mut Reader<'de>, namespace: NsId) -> Result<Claim> {
        T::claim(state, reader, namespace)
    }

    fn seat(state: &Self::State, reader: &mut Reader<'de>, namespace: NsId) -> Option<Seat> {
        T::seat(state, reader, namespace)
    }

    fn keep(state: &mut Self::State, reader: &mut Reader<'de>) -> Result<Claim> {
        T::keep(state, reader)
    }

    fn keeping_seat(state: &Self::State) -> Option<Seat> {
        T::keeping_seat(state)
    }

    fn keep_attribute(state: &mut Self::State, reader: &Reader<'de>, index: usize) -> Result<bool> {
        T::keep_attribute(state, reader, index)
    }

    fn read_text(state: &mut Self::State, reader: &mut Reader<'de>) -> Result<()> {
        T::read_text(state, reader)
    }

    fn finish(state: &mut Self::State, reader: &Reader<'de>) -> Result<Self> {
        T::finish(state, reader).map(Self::new)
    }
}

impl<T: WriteGroup> WriteGroup for Box<T> {
    fn write_attributes(&self, writer: &mut Writer) {
        T::write_attributes(self, writer);
    }

    fn write_kept_attributes(&self, writer: &mut Writer) {
        T::write_kept_attributes(self, writer);
    }

    fn write_content(&self, writer: &mut Writer, scope: Scope) {
        T::write_content(self, writer, scope);
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}
