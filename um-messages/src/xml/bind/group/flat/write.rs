//! Writing flattened groups.

use super::WriteFlat;
use crate::xml::bind::WriteGroup;
use crate::xml::namespace::{Fact, Scope};
use crate::xml::write::Writer;

#[diagnostic::do_not_recommend]
impl<T: WriteGroup> WriteFlat for T {
    fn write_attributes(&self, writer: &mut Writer) {
        WriteGroup::write_attributes(self, writer);
    }

    fn write_kept_attributes(&self, writer: &mut Writer) {
        WriteGroup::write_kept_attributes(self, writer);
    }

    fn write_content(&self, writer: &mut Writer, outer: Scope) {
        let scope = match T::SHAPE.namespace {
            Some(uri) => writer.scope(uri, T::SHAPE.prefix),
            None => outer.handed_down(),
        };
        WriteGroup::write_content(self, writer, scope);
    }

    fn facts() -> &'static [Fact] {
        <T as WriteGroup>::facts()
    }
}

impl<T: WriteGroup> WriteFlat for Option<T> {
    fn write_attributes(&self, writer: &mut Writer) {
        if let Some(group) = self {
            WriteGroup::write_attributes(group, writer);
        }
    }

    fn write_kept_attributes(&self, writer: &mut Writer) {
        if let Some(group) = self {
            WriteGroup::write_kept_attributes(group, writer);
        }
    }

    fn write_content(&self, writer: &mut Writer, outer: Scope) {
        let Some(group) = self else { return };
        let before = writer.length();
        WriteFlat::write_content(group, writer, outer);
        if writer.length() == before && !T::EXTENT.attributes && !T::EXTENT.any_attribute {
            writer.fail("nothing for a group in an `Option`, which would be read as `None`".into());
        }
    }

    fn facts() -> &'static [Fact] {
        <T as WriteGroup>::facts()
    }
}

impl<T: WriteGroup> WriteFlat for Vec<T> {
    fn write_attributes(&self, _: &mut Writer) {}

    fn write_kept_attributes(&self, _: &mut Writer) {}

    fn write_content(&self, writer: &mut Writer, outer: Scope) {
        for group in self {
            let before = writer.length();
            WriteFlat::write_content(group, writer, outer);
            if writer.length() == before {
                writer.fail("nothing for a group in a `Vec`, which would not be read back".into());
            }
        }
    }

    fn facts() -> &'static [Fact] {
        <T as WriteGroup>::facts()
    }
}
