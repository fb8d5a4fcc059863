//! Attributes that no type describes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::element::{Declaration, unwritable};
use crate::error::Result;
use crate::qname::QName;
use crate::xml::read::Reader;
use crate::xml::syntax::{is_name, is_name_start};
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
    fn alone(reader: &Reader<'_>, index: usize) -> Result<Self> {
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
    fn declare(&self, writer: &mut Writer) {
        for (prefix, uri) in &self.declarations {
            writer.redeclare_prefix(prefix, uri);
        }
    }

    /// Writes the attribute into the start tag that is being written.
    pub(super) fn write(&self, writer: &mut Writer) {
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

/// What stands before a colon in a value, each once: a name, behind whatever cannot be in one.
pub(super) fn prefixes_in(value: &str) -> BTreeSet<&str> {
    let before_colon = value.rsplit(':').skip(1);
    let prefixes = before_colon.map(|piece| {
        let name = piece.rsplit(|c| !is_name(c)).next().unwrap_or_default();
        name.trim_start_matches(|c| !is_name_start(c))
    });
    prefixes.filter(|prefix| !prefix.is_empty()).collect()
}

impl PartialEq for Attribute {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.value == other.value
    }
}

impl Eq for Attribute {}

/// The type of a field that keeps attributes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep attributes",
    note = "the type of a field with `any_attribute` is `Vec<um_messages::xml::Attribute>`"
)]
pub trait AnyAttribute: Sized {
    /// What has been read so far.
    type Slot: Default;

    /// Keeps an attribute of the element that the reader stands in.
    ///
    /// # Errors
    ///
    /// If its value is too long.
    fn keep(slot: &mut Self::Slot, reader: &Reader<'_>, index: usize) -> Result<()>;

    /// Whether an attribute has been kept.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// The field's value.
    ///
    /// # Errors
    ///
    /// None: there may be no attributes.
    fn take(slot: &mut Self::Slot, reader: &Reader<'_>) -> Result<Self>;

    /// Writes the attributes into the start tag that is being written.
    fn write_kept_attributes(&self, writer: &mut Writer);
}

impl AnyAttribute for Vec<Attribute> {
    type Slot = Self;

    fn keep(slot: &mut Self::Slot, reader: &Reader<'_>, index: usize) -> Result<()> {
        slot.push(Attribute::alone(reader, index)?);
        Ok(())
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        !slot.is_empty()
    }

    fn take(slot: &mut Self::Slot, _: &Reader<'_>) -> Result<Self> {
        Ok(std::mem::take(slot))
    }

    fn write_kept_attributes(&self, writer: &mut Writer) {
        if writer.only_declares() {
            return self.iter().for_each(|attribute| attribute.declare(writer));
        }
        for attribute in self {
            if writer.is_instruction(attribute.name().namespace()) {
                writer.fail(format!(
                    "the attribute `{}`, which would not be read back",
                    attribute.name()
                ));
            }
            if writer.has_attribute(attribute.name()) {
                writer.fail(format!("the attribute `{}` stands twice", attribute.name()));
            }
            attribute.write(writer);
        }
    }
}
