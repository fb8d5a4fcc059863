use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:no_binding")
    .with_prefix("n");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Thing {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
}
