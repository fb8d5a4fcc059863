use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:qname")
    .with_prefix("q");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Reference {
    #[soap(attribute, rename = "kind")]
    pub kind: Option<xml::QName>,
    pub name: xml::QName,
    pub more: Vec<xml::QName>,
}
