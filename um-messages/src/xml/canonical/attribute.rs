//! An attribute between the document that it stands in and what is written.

use std::borrow::Cow;

use crate::xml::namespace::XML_NAMESPACE;

/// An attribute, as it is written.
pub(super) struct WrittenAttribute<'a> {
    pub(super) uri: &'a str,
    pub(super) local: &'a str,
    /// Empty where there is none.
    pub(super) prefix: &'a str,
    pub(super) value: Cow<'a, str>,
}

impl<'a> WrittenAttribute<'a> {
    pub(super) fn of_xml(local: &'a str, value: Cow<'a, str>) -> Self {
        Self {
            uri: XML_NAMESPACE,
            local,
            prefix: "xml",
            value,
        }
    }
}
