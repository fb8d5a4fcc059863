use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:any_type")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Bag {
    #[soap(attribute, rename = "loose")]
    pub loose: Option<String>,
    pub typed: xml::Element,
    pub untyped: Option<xml::Element>,
    pub simple: Option<String>,
    pub nil: Option<xml::Element>,
    pub each: Vec<xml::Element>,
}
