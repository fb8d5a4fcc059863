use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:all")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub struct Person {
    #[soap(attribute)]
    pub id: u32,
    pub name: String,
    pub born: Option<xml::Date>,
    pub height: Option<f64>,
}
