//! Namespaces as a program names them.

use std::borrow::Cow;

/// A namespace: its URI, the prefix that it is written with, and other spellings of the URI that are understood.
///
/// A constant of it says all three once, and the key [`namespace`](derive@crate::SoapType#namespace) names the constant.
///
/// ```
/// use um_messages::xml::{self, Namespace};
/// use um_messages::{Envelope, SoapMessage, SoapType};
///
/// const MESSAGES: Namespace = Namespace::new("urn:calls").with_prefix("m").with_aliases(&["urn:old-calls"]);
/// const TYPES: Namespace = Namespace::new("urn:types").with_prefix("t");
///
/// #[derive(Debug, PartialEq, SoapMessage)]
/// #[soap(namespace = MESSAGES)]
/// struct Hold {
///     by: Person,
/// }
///
/// #[derive(Debug, PartialEq, SoapType)]
/// #[soap(namespace = TYPES)]
/// struct Person {
///     name: String,
/// }
///
/// let hold = Hold { by: Person { name: "Ada".into() } };
/// let xml = hold.to_envelope()?;
/// assert!(xml.contains(r#"<m:Hold xmlns:m="urn:calls" xmlns:t="urn:types"><m:By><t:Name>Ada</t:Name></m:By></m:Hold>"#));
/// assert_eq!(Hold::from_envelope(&xml.replace("urn:calls", "urn:old-calls"))?, hold);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Namespace {
    uri: &'static str,
    prefix: &'static str,
    aliases: &'static [&'static str],
}

impl Namespace {
    /// A namespace without a prefix, written as the default namespace; that of no name, if `uri` is empty.
    #[must_use]
    pub const fn new(uri: &'static str) -> Self {
        Self {
            uri,
            prefix: "",
            aliases: &[],
        }
    }

    /// With the prefix that it is written with. It must be an XML name without a colon that does not begin with `xml`, which
    /// is checked where the key names the constant.
    #[must_use]
    pub const fn with_prefix(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// With other spellings of the URI, which are understood and never written. They are understood in an element whose type
    /// names this namespace, and from there on in the document.
    #[must_use]
    pub const fn with_aliases(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    /// The URI.
    #[must_use]
    pub const fn uri(&self) -> &'static str {
        self.uri
    }

    /// The prefix, empty for none.
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// The other spellings of the URI.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }
}

/// The URI.
impl From<Namespace> for Cow<'static, str> {
    fn from(namespace: Namespace) -> Self {
        Cow::Borrowed(namespace.uri)
    }
}
