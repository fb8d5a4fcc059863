use um_messages::{SoapMessage, SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:data")
    .with_prefix("d");

/// The address of `Orders`.
pub const ENDPOINT: &str = "http://orders.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:place", response = Placed)]
pub struct Place {
    #[soap(min_occurs = 1)]
    pub item: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Placed(pub i32);

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Item {
    #[soap(attribute, rename = "sku")]
    pub sku: String,
}
