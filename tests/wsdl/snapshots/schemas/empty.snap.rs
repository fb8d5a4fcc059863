use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:empty")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Ping {}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Pong {}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Flag {
    #[soap(attribute, rename = "on")]
    pub on: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Holder {
    pub a: Nothing,
    pub b: Option<Nothing>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Nothing {}
