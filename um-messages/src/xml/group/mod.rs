//! Structs and choices: what does not depend on the fields of one in particular.

mod extent;
mod flat;
mod inner;

pub use self::extent::{Content, Extent};
pub use self::flat::{Flat, ReadFlat, WriteFlat};

use super::names::{ElementName, Fact, Name, Scope};
use super::reader::Reader;
use super::scope::NsId;
use super::writer::Writer;
use crate::error::{ErrorKind, Result};

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
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`"
)]
pub trait Group {
    /// What is the same for all values.
    const SHAPE: &'static Shape;
    /// What it has in the element that it stands in, flattened fields and all.
    const EXTENT: Extent = Self::SHAPE.extent;
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

/// A group that is read from an element: it is offered the attributes and the children in turn.
///
/// The state is apart from the value, so that recursion through `claim` needs little of the stack.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`"
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
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`"
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

/// The namespace of the group's fields in the element that the reader stands in.
fn namespace<'de, T: ReadGroup<'de>>(reader: &mut Reader<'de>) -> NsId {
    match T::SHAPE.namespace {
        Some(uri) => reader.namespace(uri),
        None => reader.element_namespace(),
    }
}

/// Reads a struct from the element that the reader stands in.
///
/// # Errors
///
/// If the element is not a value of the struct.
#[doc(hidden)]
pub fn read_group<'de, T: ReadGroup<'de>>(reader: &mut Reader<'de>) -> Result<T> {
    reader.refuse_nil()?;
    let namespace = namespace::<T>(reader);
    match T::SHAPE.inner {
        Some(inner) if T::SHAPE.is_inner_optional => {
            inner::read_optional_inner(reader, namespace, inner.local)
        }
        Some(inner) => inner::read_inner(reader, namespace, inner.local),
        None => read_fields(reader, namespace),
    }
}

/// Reads the fields from the element that the reader stands in.
#[inline]
fn read_fields<'de, T: ReadGroup<'de>>(reader: &mut Reader<'de>, namespace: NsId) -> Result<T> {
    let mut state = T::State::default();
    read_into::<T>(&mut state, reader, namespace)?;
    T::finish(&mut state, reader)
}

/// Reads what stands in an element: its attributes, its children or its text.
#[inline]
fn read_into<'de, T: ReadGroup<'de>>(
    state: &mut T::State,
    reader: &mut Reader<'de>,
    namespace: NsId,
) -> Result<()> {
    for index in 0..reader.attribute_count() {
        if !T::claim_attribute(state, reader, index)? {
            other_attribute::<T>(state, reader, index)?;
        }
    }
    if T::EXTENT.has_text() {
        return T::read_text(state, reader);
    }
    while reader.next_child()? {
        if T::claim(state, reader, namespace)?.is_none() && T::keep(state, reader)?.is_none() {
            skip_unknown(T::SHAPE, reader)?;
        }
    }
    Ok(())
}

/// An attribute that no field has claimed.
fn other_attribute<'de, T: ReadGroup<'de>>(
    state: &mut T::State,
    reader: &Reader<'de>,
    index: usize,
) -> Result<()> {
    if reader.is_instruction(index) || T::keep_attribute(state, reader, index)? {
        return Ok(());
    }
    refuse_attribute(T::SHAPE, reader, index)
}

/// Attributes of an element that has none of its own.
pub(super) fn refuse_attributes(shape: &Shape, reader: &Reader<'_>) -> Result<()> {
    for index in 0..reader.attribute_count() {
        refuse_attribute(shape, reader, index)?;
    }
    Ok(())
}

#[cold]
fn refuse_attribute(shape: &Shape, reader: &Reader<'_>, index: usize) -> Result<()> {
    let denied = shape.deny_unknown_fields || reader.options().deny_unknown_fields;
    if denied && !reader.is_universal_attribute(index) {
        return Err(reader.error(ErrorKind::UnknownAttribute(reader.attribute_name(index))));
    }
    Ok(())
}

#[cold]
pub(super) fn skip_unknown(shape: &Shape, reader: &mut Reader<'_>) -> Result<()> {
    if shape.deny_unknown_fields || reader.options().deny_unknown_fields {
        return Err(reader.error(ErrorKind::UnknownElement(reader.name())));
    }
    reader.skip_stranger()
}

/// Writes a struct as an element.
#[doc(hidden)]
pub fn write_group<T: WriteGroup>(value: &T, writer: &mut Writer, name: ElementName<'_>) {
    let outer = writer.start(name);
    match T::SHAPE.inner {
        None => write_into(value, writer),
        Some(inner) => {
            writer.content();
            let name = scope::<T>(writer).name(inner);
            let element = writer.start(name);
            write_into(value, writer);
            writer.end(element, name);
        }
    }
    writer.end(outer, name);
}

/// Writes what stands in a struct into the current element, whose start tag is complete.
pub(crate) fn write_group_content<T: WriteGroup>(value: &T, writer: &mut Writer) {
    let scope = scope::<T>(writer);
    value.write_content(writer, scope);
}

#[inline]
fn write_into<T: WriteGroup>(value: &T, writer: &mut Writer) {
    value.write_attributes(writer);
    value.write_kept_attributes(writer);
    writer.content();
    write_group_content(value, writer);
}

/// How the fields of the struct are named inside the current element.
#[inline]
fn scope<T: WriteGroup>(writer: &mut Writer) -> Scope {
    match T::SHAPE.namespace {
        Some(uri) => writer.scope(uri, T::SHAPE.prefix),
        None => writer.element_scope(),
    }
}
