//! Attributes that no type describes.

use std::borrow::Cow;

use super::names::{Declaration, prefixes_in, unwritable};
use crate::error::Result;
use crate::qname::QName;
use crate::xml::read::Reader;
use crate::xml::write::Writer;

/// An attribute of an [`Element`](super::Element), or one that a field with the key `any_attribute`
/// keeps.
///
/// Two attributes are equal when their names and values are; the prefix carries no meaning.
///
/// ```
/// use um_messages::{SoapType, xml::{self, Attribute}};
///
/// #[derive(SoapType)]
/// struct Call {
///     #[soap(attribute)]
///     id: u32,
///     #[soap(any_attribute)]
///     others: Vec<Attribute>,
/// }
///
/// let document = r#"<Call xmlns:x="urn:x" Id="7" x:Priority="1"/>"#;
/// let call: Call = xml::from_str(document)?;
/// assert!(call.others[0].name().is("urn:x", "Priority"));
/// assert_eq!(call.others[0].value(), "1");
/// assert_eq!(xml::to_string(&call)?, document);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Attribute {
    name: QName,
    prefix: String,
    value: String,
    /// What the prefixes in the value are bound to, unless an element has that with it.
    declarations: Vec<Declaration>,
}

impl Attribute {
    /// An attribute; an empty `namespace` stands for none.
    #[must_use]
    pub fn new(
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            name: QName::new(namespace, local),
            prefix: String::new(),
            value: value.into(),
            declarations: Vec::new(),
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &QName {
        &self.name
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The prefix that it was sent with.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// An attribute of the element that the reader stands in, which keeps the declarations itself.
    pub(super) fn of_element(reader: &Reader<'_>, index: usize) -> Result<Self> {
        Ok(Self {
            name: reader.attribute_name(index),
            prefix: reader.attribute_prefix(index).to_owned(),
            value: reader.attribute_value(index)?.into_owned(),
            declarations: Vec::new(),
        })
    }

    /// An attribute that is kept without its element: what stands before a colon in the value may be
    /// a prefix.
    pub(crate) fn alone(reader: &Reader<'_>, index: usize) -> Result<Self> {
        let mut attribute = Self::of_element(reader, index)?;
        let declaration = |prefix: &str| {
            let uri = reader.binding(prefix)?;
            Some((Cow::Owned(prefix.to_owned()), Cow::Owned(uri.to_owned())))
        };
        let prefixes = prefixes_in(&attribute.value).into_iter();
        attribute.declarations = prefixes.filter_map(declaration).collect();
        Ok(attribute)
    }

    /// Declares what the prefixes in the value are bound to.
    pub(crate) fn declare(&self, writer: &mut Writer) {
        for (prefix, uri) in &self.declarations {
            writer.redeclare_prefix(prefix, uri);
        }
    }

    /// Writes the attribute into the start tag that is being written.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let Self {
            name,
            prefix,
            value,
            ..
        } = self;
        if let Some(problem) = unwritable(name, prefix) {
            writer.fail(problem);
        }
        writer.named_attribute(prefix, name.shared_namespace(), name.local(), value);
    }
}

impl PartialEq for Attribute {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.value == other.value
    }
}

impl Eq for Attribute {}
