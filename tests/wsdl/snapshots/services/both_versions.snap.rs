use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:both_versions")
    .with_prefix("b");

/// The address of `Ping`.
pub const ENDPOINT: &str = "http://ping.example.org/11";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:ping", response = Pong)]
pub struct Ping {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Pong {}
