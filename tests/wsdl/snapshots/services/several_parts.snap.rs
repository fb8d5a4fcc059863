use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:several_parts")
    .with_prefix("s");

/// The address of `Sums`.
pub const ENDPOINT: &str = "http://sums.example.org/";

/// The request of `Sum` is `(Head, Line)`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:sum", response = (Line, Sum))]
pub struct Head(pub String);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Line {
    #[soap(attribute, rename = "n")]
    pub n: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct Sum(pub String);
