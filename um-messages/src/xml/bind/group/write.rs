//! Writing a group as an element.

use super::WriteGroup;
use crate::xml::namespace::{ElementName, Scope};
use crate::xml::write::Writer;

/// Writes a struct as an element.
#[doc(hidden)]
pub fn write_group<T: WriteGroup>(value: &T, writer: &mut Writer, name: ElementName<'_>) {
    let Some(inner) = T::SHAPE.inner else {
        return write_into(value, writer, name);
    };
    let outer = writer.start(name);
    writer.content();
    let inner = scope::<T>(writer).name(inner);
    write_into(value, writer, inner);
    writer.end(outer, name);
}

/// Writes what stands in a struct into the current element, whose start tag is complete.
pub(crate) fn write_group_content<T: WriteGroup>(value: &T, writer: &mut Writer) {
    let scope = scope::<T>(writer);
    value.write_content(writer, scope);
}

/// What kept attributes need is declared first, so that no name before them uses a prefix that
/// they give another meaning.
#[inline]
fn write_into<T: WriteGroup>(value: &T, writer: &mut Writer, name: ElementName<'_>) {
    let opened = writer.start_name(name);
    if T::EXTENT.any_attribute {
        writer.declare_kept(|writer| value.write_kept_attributes(writer));
    }
    writer.start_attributes();
    value.write_attributes(writer);
    value.write_kept_attributes(writer);
    writer.content();
    write_group_content(value, writer);
    writer.end(opened, name);
}

/// How the fields of the struct are named inside the current element.
#[inline]
fn scope<T: WriteGroup>(writer: &mut Writer) -> Scope {
    match T::SHAPE.namespace {
        Some(uri) => writer.scope(uri, T::SHAPE.prefix),
        None => writer.element_scope(),
    }
}
