use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:array_of")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Cart {
    #[soap(wrapper = "Tags", rename = "string")]
    pub tags: Option<Vec<xml::Nillable<String>>>,
    #[soap(wrapper = "Items", rename = "Item")]
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Item {
    pub id: i32,
}
