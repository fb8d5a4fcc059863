//! Qualified names: a namespace and a local name, without a prefix.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// A text that lives as long as the program, or is shared by all who keep it: a namespace can
/// be long, and have many names.
#[derive(Clone)]
pub(crate) enum SharedText {
    Static(&'static str),
    Shared(Arc<str>),
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Static(text) => text,
            Self::Shared(text) => text,
        }
    }
}

impl SharedText {
    pub(crate) const EMPTY: Self = Self::Static("");

    /// The text, copied if it has to be.
    pub(crate) fn to_cow(&self) -> Cow<'static, str> {
        match self {
            Self::Static(text) => Cow::Borrowed(text),
            Self::Shared(text) => Cow::Owned(text.as_ref().to_owned()),
        }
    }
}

impl From<Cow<'static, str>> for SharedText {
    fn from(text: Cow<'static, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Self::Static(text),
            Cow::Owned(text) => Self::Shared(text.into()),
        }
    }
}

impl Default for SharedText {
    fn default() -> Self {
        Self::Static("")
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        let (one, other): (&str, &str) = (self, other);
        std::ptr::eq(one, other) || one == other
    }
}

impl Eq for SharedText {}

impl Hash for SharedText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SharedText {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

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
    namespace: SharedText,
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
            namespace: namespace.into().into(),
            local: local.into(),
        }
    }

    /// A name in a namespace that others share.
    pub(crate) fn in_shared(namespace: SharedText, local: impl Into<Cow<'static, str>>) -> Self {
        let local = local.into();
        Self { namespace, local }
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

    pub(crate) fn shared_namespace(&self) -> &SharedText {
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
        self.local == local && *self.namespace == *namespace
    }
}

/// `{namespace}local`, or `local` alone in no namespace.
impl fmt::Display for QName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.namespace.is_empty() {
            write!(f, "{{{}}}", &*self.namespace)?;
        }
        f.write_str(&self.local)
    }
}
