//! The type that an element says it has: `xsi:type` (XML Schema part 1, section 2.6.1).

use std::borrow::Cow;

use super::reader::Reader;
use crate::error::{Error, ErrorKind, Result};
use crate::xml::namespace::NamespaceId;
use crate::xml::syntax::{is_ncname, trim};

/// The name of a type, its prefix resolved.
pub struct TypeName<'de> {
    namespace: NamespaceId,
    text: Cow<'de, str>,
}

impl TypeName<'_> {
    /// Whether it is the name `local` in `namespace`.
    #[must_use]
    pub fn is(&self, namespace: NamespaceId, local: &str) -> bool {
        self.namespace == namespace && split(&self.text).1 == local
    }
}

/// The prefix, empty if there is none, and the local name.
fn split(text: &str) -> (&str, &str) {
    let text = trim(text);
    text.split_once(':').unwrap_or(("", text))
}

impl<'de> Reader<'de> {
    /// The type that the element that the reader stands in says it has.
    ///
    /// # Errors
    ///
    /// If it is not a qualified name, or its prefix is not declared.
    #[doc(hidden)]
    pub fn type_name(&self) -> Result<Option<TypeName<'de>>> {
        let Some(index) = self.type_attribute() else {
            return Ok(None);
        };
        let text = self.attribute_value(index)?;
        let (prefix, local) = split(&text);
        let is_name = is_ncname(local) && (prefix.is_empty() || is_ncname(prefix));
        let namespace = self.namespace_of_prefix(prefix);
        match namespace.filter(|_| is_name && !trim(&text).starts_with(':')) {
            Some(namespace) => Ok(Some(TypeName { namespace, text })),
            None => self.attribute_text(index)?.qname().map(|_| None),
        }
    }

    fn type_attribute(&self) -> Option<usize> {
        self.index_of_attribute(NamespaceId::XSI, "type")
    }

    /// The error that the element's type is not known, or that it does not say what type it has.
    #[doc(hidden)]
    #[must_use]
    #[cold]
    pub fn unknown_type(&self) -> Error {
        let name = self
            .type_attribute()
            .map(|index| self.attribute_text(index).and_then(|text| text.qname()));
        match name {
            Some(Ok(name)) => self.error(ErrorKind::UnknownType(name)),
            Some(Err(error)) => error,
            None => self.error(ErrorKind::MissingAttribute("xsi:type".to_owned())),
        }
    }
}
