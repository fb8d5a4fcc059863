use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:restriction")
    .with_prefix("r");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Narrow {
    #[soap(attribute, rename = "y")]
    pub y: String,
    pub a: String,
    pub c: String,
}
