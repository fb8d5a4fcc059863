//! Namespaces and URIs as numbers.

/// The namespace of `xml:lang` and its like (Namespaces in XML, section 3).
pub const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";
/// The namespace of namespace declarations themselves.
pub(crate) const XMLNS_NAMESPACE: &str = "http://www.w3.org/2000/xmlns/";
/// The namespace of `xsi:nil` and `xsi:type` (XML Schema part 1, section 2.6).
pub const XSI_NAMESPACE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The namespace of the element that stands for a part of a package (XOP section 2.1).
pub(crate) const XOP_NAMESPACE: &str = "http://www.w3.org/2004/08/xop/include";

/// Whether a namespace is one that must not be declared under a prefix of one's own choice
/// (Namespaces in XML, section 3).
pub(crate) fn is_reserved_namespace(uri: &str) -> bool {
    uri == XML_NAMESPACE || uri == XMLNS_NAMESPACE
}

/// A namespace as one reader or writer knows it: equal numbers are equal namespaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NamespaceId(u32);

impl NamespaceId {
    /// No namespace.
    pub const NONE: Self = Self(0);
    pub(crate) const XML: Self = Self(1);
    pub(crate) const XSI: Self = Self(2);

    pub(crate) const fn of_number(number: u32) -> Self {
        Self(number)
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }
}

/// The URIs that every reader and writer begins with: `NamespaceId::NONE`, `NamespaceId::XML`, `NamespaceId::XSI`.
pub(crate) const PREDEFINED: [&str; 3] = ["", XML_NAMESPACE, XSI_NAMESPACE];

/// A URI as it was sent: an index into the interned ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct UriId(u32);

impl UriId {
    /// That of no namespace.
    pub(crate) const NONE: Self = Self(NamespaceId::NONE.0);
    pub(super) const XML: Self = Self(NamespaceId::XML.0);

    pub(crate) const fn of_number(number: u32) -> Self {
        Self(number)
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }
}
