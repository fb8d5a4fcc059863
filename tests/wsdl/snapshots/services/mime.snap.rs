use um_messages::{SoapMessage, SoapType, soap, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:mime")
    .with_prefix("m");

/// The address of `Files`.
pub const ENDPOINT: &str = "http://files.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:upload", response = Uploaded)]
pub struct Upload {
    #[soap(attribute, rename = "name")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Uploaded {}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct UploadHeaders {
    pub key: Option<soap::Block<String>>,
}
