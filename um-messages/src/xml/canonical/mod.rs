//! Canonical XML: one spelling of all that mean the same, so that a digest can be made of it.
//!
//! ```text
//! <a:Call  xmlns:a='urn:a' xmlns:b='urn:b' Id = '7'/>     what was sent
//! <a:Call xmlns:a="urn:a" Id="7"></a:Call>                its exclusive canonical form
//! ```
//!
//! Three recommendations of the W3C say how: [Canonical XML 1.0](https://www.w3.org/TR/2001/REC-xml-c14n-20010315),
//! [Canonical XML 1.1](https://www.w3.org/TR/2008/REC-xml-c14n11-20080502/) and
//! [Exclusive XML Canonicalization 1.0](https://www.w3.org/TR/2002/REC-xml-exc-c14n-20020718/), each with and without comments.
//! [`Canonicalization`] is one of these, and makes the form of a document, of an element of one as it was sent ([`Subset`]), or of
//! an [`Element`].
//!
//! What was read has no document type declaration, so that nothing of what these recommendations say of entities and of default
//! attributes comes up. A set of nodes that is no element and no document cannot be asked for.

mod around;
mod attribute;
mod base;
mod subset;
mod walk;
mod writer;

pub use self::subset::Subset;

use std::collections::BTreeSet;

#[cfg(feature = "signature")]
pub(crate) use self::subset::Part;
pub(crate) use self::walk::canonical_form;
#[cfg(feature = "signature")]
pub(crate) use self::walk::write_canonical_forms;
use super::read::ReadOptions;
use super::tree::Element;
use crate::error::Result;

/// A way of writing XML canonically.
///
/// ```
/// use um_messages::xml::canonical::Canonicalization;
///
/// let sent = "<a:Call  xmlns:a='urn:a' xmlns:b='urn:b' Id = '7'/>";
/// assert_eq!(
///     Canonicalization::exclusive().canonicalize(sent)?,
///     r#"<a:Call xmlns:a="urn:a" Id="7"></a:Call>"#,
/// );
/// assert_eq!(
///     Canonicalization::inclusive().canonicalize(sent)?,
///     r#"<a:Call xmlns:a="urn:a" xmlns:b="urn:b" Id="7"></a:Call>"#,
/// );
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonicalization {
    method: Method,
    has_comments: bool,
    /// Prefixes that the exclusive method treats as the inclusive ones do; the empty one is the default namespace.
    inclusive_prefixes: BTreeSet<String>,
}

/// What an element says of the namespaces in scope, and what it has of `xml:…` attributes around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    /// Those that its tag uses, and nothing of what is around it.
    Exclusive,
    /// All, and all attributes.
    Inclusive,
    /// All; `xml:lang` and `xml:space`, and an `xml:base` that means the same.
    Inclusive11,
}

/// The name of the default namespace in a list of prefixes.
const DEFAULT: &str = "#default";

impl Canonicalization {
    /// Exclusive XML Canonicalization 1.0: an element is the same wherever it stands, as what is signed in SOAP has to be.
    #[must_use]
    pub const fn exclusive() -> Self {
        Self::of(Method::Exclusive, false)
    }

    /// Canonical XML 1.0.
    #[must_use]
    pub const fn inclusive() -> Self {
        Self::of(Method::Inclusive, false)
    }

    /// Canonical XML 1.1.
    #[must_use]
    pub const fn inclusive_1_1() -> Self {
        Self::of(Method::Inclusive11, false)
    }

    const fn of(method: Method, has_comments: bool) -> Self {
        Self {
            method,
            has_comments,
            inclusive_prefixes: BTreeSet::new(),
        }
    }

    /// The same, with comments or without. Default: `false`.
    #[must_use]
    pub fn with_comments(mut self, has_comments: bool) -> Self {
        self.has_comments = has_comments;
        self
    }

    /// The same, which declares these prefixes wherever they are in scope, as the inclusive ways do with all: the `PrefixList` of
    /// an element `InclusiveNamespaces` (Exclusive XML Canonicalization, section 3), for prefixes that values use. The default
    /// namespace is `#default`. Of no effect on the inclusive ways.
    ///
    /// ```
    /// use um_messages::xml::canonical::Canonicalization;
    ///
    /// let sent = "<Pet xmlns:z='urn:z' xmlns:y='urn:y'>z:Cat</Pet>";
    /// let canonicalization = Canonicalization::exclusive().with_inclusive_prefixes(["z"]);
    /// assert_eq!(canonicalization.canonicalize(sent)?, r#"<Pet xmlns:z="urn:z">z:Cat</Pet>"#);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn with_inclusive_prefixes(
        mut self,
        prefixes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let prefixes = prefixes.into_iter().map(Into::into);
        let prefixes = prefixes.map(|prefix| match prefix {
            prefix if prefix == DEFAULT => String::new(),
            prefix => prefix,
        });
        self.inclusive_prefixes = prefixes.collect();
        self
    }

    /// The way that an algorithm of XML Signature names, if it is one of these six.
    #[must_use]
    pub fn of_algorithm(uri: &str) -> Option<Self> {
        let found = ALGORITHMS.iter().find(|(_, _, known)| *known == uri);
        found.map(|&(method, has_comments, _)| Self::of(method, has_comments))
    }

    /// The URI of the algorithm, as XML Signature names it.
    ///
    /// ```
    /// use um_messages::xml::canonical::Canonicalization;
    ///
    /// let uri = "http://www.w3.org/2001/10/xml-exc-c14n#";
    /// assert_eq!(Canonicalization::exclusive().algorithm(), uri);
    /// assert_eq!(Canonicalization::of_algorithm(uri), Some(Canonicalization::exclusive()));
    /// ```
    #[must_use]
    pub fn algorithm(&self) -> &'static str {
        let is_this = |&&(method, has_comments, _): &&(Method, bool, &str)| {
            (method, has_comments) == (self.method, self.has_comments)
        };
        ALGORITHMS.iter().find(is_this).map_or("", |found| found.2)
    }

    /// The canonical form of a document.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed XML without a document type declaration, if a default limit of [`ReadOptions`] is exceeded, or if what
    /// has to be declared is a relative URI (Canonical XML, section 1.3).
    pub fn canonicalize(&self, xml: &str) -> Result<String> {
        self.canonicalize_subset(&Subset::of(xml))
    }

    /// The canonical form of a part of a document.
    ///
    /// # Errors
    ///
    /// Those of [`canonicalize`](Self::canonicalize), for the whole document, and if no element begins where one should.
    pub fn canonicalize_subset(&self, subset: &Subset<'_>) -> Result<String> {
        canonical_form(subset.xml, &subset.options, (self, subset.part))
    }

    /// The canonical form of an element, as a document of its own: what was around it where it was read does not count, but for prefixes
    /// that it uses. An [`Element`] has no comments and no processing instructions.
    ///
    /// ```
    /// use um_messages::xml::{Element, canonical::Canonicalization};
    ///
    /// let call: Element = "<c:Call xmlns:c='urn:c' Id='7'>&#60;</c:Call>".parse()?;
    /// assert_eq!(
    ///     Canonicalization::exclusive().canonicalize_element(&call)?,
    ///     r#"<c:Call xmlns:c="urn:c" Id="7">&lt;</c:Call>"#,
    /// );
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Element::to_xml`], and if what has to be declared is a relative URI.
    pub fn canonicalize_element(&self, element: &Element) -> Result<String> {
        let xml = element.to_xml()?;
        self.canonicalize_subset(&Subset::of(&xml).with_options(ReadOptions::unlimited()))
    }

    /// The prefixes that the exclusive way declares wherever they are in scope, as an element `InclusiveNamespaces` lists them.
    pub fn inclusive_prefixes(&self) -> impl Iterator<Item = &str> {
        let prefixes = self.inclusive_prefixes.iter();
        prefixes.map(|prefix| if prefix.is_empty() { DEFAULT } else { prefix })
    }

    /// Whether a prefix is declared wherever it is in scope, used or not.
    fn is_inclusive(&self, prefix: &str) -> bool {
        self.method != Method::Exclusive || self.inclusive_prefixes.contains(prefix)
    }
}

const ALGORITHMS: [(Method, bool, &str); 6] = [
    (
        Method::Exclusive,
        false,
        "http://www.w3.org/2001/10/xml-exc-c14n#",
    ),
    (
        Method::Exclusive,
        true,
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
    ),
    (
        Method::Inclusive,
        false,
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
    ),
    (
        Method::Inclusive,
        true,
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
    ),
    (
        Method::Inclusive11,
        false,
        "http://www.w3.org/2006/12/xml-c14n11",
    ),
    (
        Method::Inclusive11,
        true,
        "http://www.w3.org/2006/12/xml-c14n11#WithComments",
    ),
];
