//! Qualified names: a namespace and a local name, without a prefix.

use std::borrow::Cow;
use std::fmt;

/// A qualified name: a namespace URI and a local name.
///
/// Two names are equal when both parts are; the prefix that a document happens to use carries no
/// meaning (Namespaces in XML 1.0, section 4) and is not kept. `QName` is also a simple type
/// (`xs:QName`): in an element or attribute it is read with the prefixes in scope there, and
/// written with a prefix that the writer declares where it has to.
///
/// ```
/// use um_messages::xml::QName;
///
/// let name = QName::new("http://www.w3.org/2001/XMLSchema", "string");
/// assert_eq!(name.local(), "string");
/// assert_eq!(name.to_string(), "{http://www.w3.org/2001/XMLSchema}string");
/// assert_eq!(QName::local_only("string").to_string(), "string");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QName {
    namespace: Cow<'static, str>,
    local: Cow<'static, str>,
}

impl QName {
    /// A name in a namespace; an empty `namespace` stands for none.
    #[must_use]
    pub fn new(
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            namespace: namespace.into(),
            local: local.into(),
        }
    }

    /// A name in no namespace.
    #[must_use]
    pub fn local_only(local: impl Into<Cow<'static, str>>) -> Self {
        Self::new("", local)
    }

    /// The namespace URI, empty for none.
    #[must_use]
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    pub(crate) fn namespace_cow(&self) -> &Cow<'static, str> {
        &self.namespace
    }

    /// The local name.
    #[must_use]
    pub fn local(&self) -> &str {
        &self.local
    }

    /// Whether this is the name `local` in `namespace`.
    #[must_use]
    pub fn is(&self, namespace: &str, local: &str) -> bool {
        self.local == local && self.namespace == namespace
    }
}

/// `{namespace}local`, or `local` alone in no namespace.
impl fmt::Display for QName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.namespace.is_empty() {
            write!(f, "{{{}}}", self.namespace)?;
        }
        f.write_str(&self.local)
    }
}
