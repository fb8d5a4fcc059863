//! Writing a group as an element.

use super::WriteGroup;
use crate::xml::names::{ElementName, Scope};
use crate::xml::writer::Writer;

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
