use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:enumeration_spaced").with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Words {
    #[soap(min_occurs = 1)]
    pub padded: Vec<String>,
}
