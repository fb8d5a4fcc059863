//! Structs: what does not depend on the fields of one in particular.

use super::names::{Content, ElementName, Fact, Scope, Shape};
use super::reader::Reader;
use super::scope::NsId;
use super::writer::Writer;
use crate::error::{ErrorKind, Result};

/// A struct that is read from an element: it is offered the attributes and the children in turn.
///
/// The state is apart from the struct, so that recursion through `claim` needs little of the stack.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a struct with named fields",
    note = "header blocks and the like are fields of a struct with `#[derive(SoapType)]`"
)]
pub trait ReadGroup<'de>: Sized {
    /// What has been read so far.
    type State: Default;
    /// What is the same for all values.
    const SHAPE: &'static Shape;

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

    /// The struct.
    ///
    /// # Errors
    ///
    /// If something is missing.
    fn finish(state: &mut Self::State, reader: &Reader<'de>) -> Result<Self>;
}

/// A struct that is written as an element.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a struct with named fields",
    note = "header blocks and the like are fields of a struct with `#[derive(SoapType)]`"
)]
pub trait WriteGroup {
    /// What is the same for all values.
    const SHAPE: &'static Shape;

    /// Writes the attributes.
    fn write_attributes(&self, _writer: &mut Writer) {}

    /// Writes the children, or the text.
    fn write_content(&self, _writer: &mut Writer, _scope: Scope) {}

    /// The prefixes that the struct and its fields ask for.
    #[must_use]
    fn facts() -> &'static [Fact];
}

/// The namespace of the struct's fields in the element that the reader stands in.
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
        Some(inner) => read_inner(reader, namespace, inner.local),
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
            refuse_attribute(T::SHAPE, reader, index)?;
        }
    }
    if T::SHAPE.content == Content::Text {
        return T::read_text(state, reader);
    }
    while reader.next_child()? {
        if !T::claim(state, reader, namespace)? {
            skip_unknown(T::SHAPE, reader)?;
        }
    }
    Ok(())
}

/// The struct's fields stand one element further in.
fn read_inner<'de, T: ReadGroup<'de>>(
    reader: &mut Reader<'de>,
    namespace: NsId,
    inner: &'static str,
) -> Result<T> {
    for index in 0..reader.attribute_count() {
        refuse_attribute(T::SHAPE, reader, index)?;
    }
    let mut value = None;
    while reader.next_child()? {
        if !reader.is(namespace, inner) {
            skip_unknown(T::SHAPE, reader)?;
        } else if value.is_some() {
            return Err(reader.duplicate());
        } else {
            reader.refuse_nil()?;
            value = Some(read_fields(reader, namespace)?);
        }
    }
    value.ok_or_else(|| reader.missing_element(inner))
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
fn skip_unknown(shape: &Shape, reader: &mut Reader<'_>) -> Result<()> {
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
