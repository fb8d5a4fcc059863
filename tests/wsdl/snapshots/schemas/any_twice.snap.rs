use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:any_twice")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Message {
    #[soap(any, namespace = "urn:head")]
    pub any: Option<xml::Element>,
    pub text: String,
    #[soap(any, namespace = "urn:tail")]
    pub any2: Vec<xml::Element>,
}
