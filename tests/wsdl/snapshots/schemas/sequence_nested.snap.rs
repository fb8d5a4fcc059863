use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:sequence_nested")
    .with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Form {
    pub a: String,
    #[soap(max_occurs = 8)]
    pub b: Vec<String>,
}
