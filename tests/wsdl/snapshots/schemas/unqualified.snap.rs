use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:unqualified")
    .with_prefix("u");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Order {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
    #[soap(min_occurs = 1, unqualified)]
    pub item: Vec<Item>,
    pub note: Option<String>,
    pub qualified: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Note(pub String);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Item {
    #[soap(unqualified)]
    pub sku: String,
}
