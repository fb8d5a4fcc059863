use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:form")
    .with_prefix("f");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Item {
    #[soap(attribute, namespace = NAMESPACE, rename = "id")]
    pub id: i32,
    #[soap(attribute, rename = "plain")]
    pub plain: Option<i32>,
    pub here: String,
    #[soap(unqualified)]
    pub nowhere: String,
}
