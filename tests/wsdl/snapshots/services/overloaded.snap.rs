use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:overloaded")
    .with_prefix("o");

/// The address of `Search`.
pub const ENDPOINT: &str = "http://search.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:id", response = One)]
pub struct ById(pub i32);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct One(pub String);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:name", response = Many)]
pub struct ByName(pub String);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Many(pub i32);

/// Any request of `Search`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum SearchRequest {
    ById(ById),
    ByName(ByName),
}

/// Any response of `Search`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum SearchResponse {
    One(One),
    Many(Many),
}
