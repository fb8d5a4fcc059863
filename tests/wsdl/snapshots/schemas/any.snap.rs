use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:any")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Envelope {
    #[soap(any_attribute)]
    pub any_attribute: Vec<xml::Attribute>,
    pub to: String,
    #[soap(any)]
    pub any: Vec<xml::Element>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Exactly {
    #[soap(any)]
    pub any: xml::Element,
}
