use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:soap_1_2")
    .with_prefix("s");

/// The address of `Echo`.
pub const ENDPOINT: &str = "http://echo.example.org/12";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    version = "1.2",
    namespace = NAMESPACE,
    action = "urn:example:echo",
    response = EchoResponse
)]
pub struct Echo {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(version = "1.2", namespace = NAMESPACE)]
pub struct EchoResponse {
    pub text: String,
}
