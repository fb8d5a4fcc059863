//! Attributes that no type describes.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::names::{prefixes_in, unwritable};
use crate::error::{Result, ShownName, excerpt};
use crate::qname::QName;
use crate::xml::namespace::{PrefixedName, Scope};
use crate::xml::read::Reader;
use crate::xml::syntax::first_twin;
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
#[derive(Clone)]
pub struct Attribute {
    name: Arc<PrefixedName>,
    value: Box<str>,
    /// What the prefixes in the value may mean, unless an element has that with it.
    scope: Option<Arc<Scope>>,
}

impl Attribute {
    /// An attribute; an empty `namespace` stands for none.
    #[must_use]
    pub fn new(
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        let name = PrefixedName {
            name: QName::new(namespace, local),
            prefix: Cow::Borrowed(""),
        };
        Self {
            name: Arc::new(name),
            value: value.into().into(),
            scope: None,
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &QName {
        &self.name.name
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The prefix that it was sent with.
    pub(super) fn prefix(&self) -> &str {
        &self.name.prefix
    }

    /// An attribute of the element that the reader stands in, which keeps the declarations itself.
    pub(super) fn of_element(reader: &mut Reader<'_>, index: usize) -> Result<Self> {
        Ok(Self {
            name: reader.kept_attribute_name(index),
            value: reader.attribute_value(index)?.into(),
            scope: None,
        })
    }

    /// An attribute that is kept without its element: what stands before a colon in the value may be
    /// a prefix.
    pub(crate) fn alone(reader: &mut Reader<'_>, index: usize) -> Result<Self> {
        reader.keep_nodes(1)?;
        let mut attribute = Self::of_element(reader, index)?;
        if attribute.value.contains(':') {
            attribute.scope = Some(reader.scope());
        }
        Ok(attribute)
    }

    /// Declares what the prefixes in the value are bound to.
    pub(crate) fn declare(&self, writer: &mut Writer) {
        let Some(scope) = self.scope.as_ref().filter(|_| !writer.is_in_secret()) else {
            return;
        };
        let prefixes = prefixes_in(&self.value).into_iter();
        for declaration in prefixes.filter_map(|prefix| scope.find(prefix)) {
            writer.need_prefix(&declaration.prefix, &declaration.uri);
        }
    }

    /// An attribute stands once in a start tag.
    pub(crate) fn refuse_twins(attributes: &[Self], writer: &mut Writer) {
        if let Some((_, twin)) = first_twin(attributes, Self::name) {
            writer.fail(format!(
                "the attribute `{}` stands twice",
                ShownName(twin.name())
            ));
        }
    }

    /// Writes the attribute into the start tag that is being written.
    pub(crate) fn write(&self, writer: &mut Writer) {
        if let Some(problem) = unwritable(&self.name) {
            writer.fail(problem);
        }
        let name = self.name();
        writer.kept_attribute(
            self.prefix(),
            name.shared_namespace(),
            name.local(),
            &self.value,
        );
    }
}

impl PartialEq for Attribute {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name() && self.value == other.value
    }
}

impl Eq for Attribute {}

/// The name, of a long namespace the beginning, and the value.
impl fmt::Debug for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Attribute(")?;
        if !self.name().namespace().is_empty() {
            write!(f, "{{{}}}", excerpt(self.name().namespace()))?;
        }
        write!(f, "{}={:?})", self.name().local(), self.value)
    }
}
