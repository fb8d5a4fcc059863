use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:attributes")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub struct Text {
    #[soap(attribute, namespace = xml::XML_NAMESPACE)]
    pub lang: String,
    #[soap(attribute, namespace = xml::XML_NAMESPACE)]
    pub space: Option<String>,
    #[soap(attribute, namespace = NAMESPACE)]
    pub global: Option<i32>,
    #[soap(attribute)]
    pub local: Option<String>,
    #[soap(any_attribute)]
    pub any_attribute: Vec<xml::Attribute>,
    #[soap(text)]
    pub value: String,
}
