use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:empty_request")
    .with_prefix("e");

/// The address of `Health`.
pub const ENDPOINT: &str = "http://health.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Status {
    pub text: String,
}
