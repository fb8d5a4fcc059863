use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:one_way")
    .with_prefix("o");

/// The address of `Events`.
pub const ENDPOINT: &str = "http://events.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:notify", response = ())]
pub struct Notify {
    pub text: String,
}
