use um_messages::SoapMessage;

/// The address of `Sizes`.
pub const ENDPOINT: &str = "http://sizes.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = "", rename = "text", action = "urn:size", response = Size)]
pub struct Text(pub String);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = "", rename = "size")]
pub struct Size(pub i32);
