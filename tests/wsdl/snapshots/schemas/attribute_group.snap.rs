use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:attribute_group")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub struct Record {
    #[soap(attribute)]
    pub created_by: String,
    #[soap(attribute)]
    pub created_at: Option<xml::DateTime>,
    #[soap(attribute)]
    pub tenant: Option<String>,
    #[soap(attribute)]
    pub version: Option<u8>,
    #[soap(rename = "Body")]
    pub body: String,
}
