use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:substitution_concrete").with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename = "comment")]
pub struct Comment(pub String);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename = "shipComment")]
pub struct ShipComment(pub String);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Order {
    #[soap(flatten)]
    pub comment: Option<OrderComment>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub enum OrderComment {
    Comment(String),
    ShipComment(String),
}
