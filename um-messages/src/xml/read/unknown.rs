//! What is unknown in a document, where that is denied.

use super::reader::Reader;
use crate::error::{Error, ErrorKind, Result, Shown};
use crate::qname::QName;

impl Reader<'_> {
    /// Reads the child element that the reader stands in, for a type that denies what is unknown in its element, or does not.
    /// An element of a simple type has no type of its own to say so: `<Id What="?">7</Id>`.
    #[inline]
    pub(crate) fn denying<T>(
        &mut self,
        denies: bool,
        read: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        if !denies {
            return read(self);
        }
        let outer = std::mem::replace(&mut self.denied_at, self.elements.depth());
        let value = read(self);
        self.denied_at = outer;
        value
    }

    /// Refuses attributes of an element that has none, but those that any element may have, if unknown ones are denied.
    pub(crate) fn refuse_unknown_attributes(&self) -> Result<()> {
        let denies = self.options.deny_unknown_fields || self.denied_at == self.elements.depth();
        let mut attributes = 0..self.attribute_count();
        let unknown = attributes.find(|&index| denies && !self.is_universal_attribute(index));
        unknown.map_or(Ok(()), |index| Err(self.unknown_attribute(index, &[])))
    }

    /// The attribute is none of those that the type has, whose names are these.
    #[cold]
    pub(crate) fn unknown_attribute(&self, index: usize, known: &[QName]) -> Error {
        let name = self.attribute_name(index);
        let hint = near_miss(&name, known);
        let error = self.error_in_name_of(ErrorKind::UnknownAttribute(name), index);
        error.with_optional_hint(hint)
    }

    /// The element that the reader stands in is none of those that the type around it has, whose names are these.
    #[cold]
    pub(crate) fn unknown_element(&self, known: &[QName]) -> Error {
        let name = self.name();
        let hint = near_miss(&name, known);
        let error = self.error(ErrorKind::UnknownElement(name));
        error.with_optional_hint(hint)
    }
}

/// What was meant, perhaps: a name that is right but for its namespace, or for case.
fn near_miss(found: &QName, known: &[QName]) -> Option<String> {
    let is_namesake = |name: &&QName| name.local() == found.local();
    let is_like = |name: &&QName| name.local().eq_ignore_ascii_case(found.local());
    let wanted = known.iter().find(is_namesake);
    let wanted = wanted.or_else(|| known.iter().find(is_like))?;
    let local = wanted.local();
    Some(match wanted.namespace() {
        uri if uri == found.namespace() => format!("`{local}` is expected"),
        "" => format!("`{local}` is expected in no namespace"),
        uri => format!("`{local}` is expected in namespace `{}`", Shown(uri)),
    })
}
