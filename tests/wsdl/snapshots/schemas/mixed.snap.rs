use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:mixed")
    .with_prefix("m");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Letter {
    #[soap(attribute, rename = "lang")]
    pub lang: Option<String>,
    #[soap(flatten)]
    pub content: Vec<LetterContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum LetterContent {
    /// Text between the elements.
    #[soap(text)]
    Text(String),
    Name(String),
    Amount(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Plain {
    #[soap(flatten)]
    pub content: Vec<PlainContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PlainContent {
    /// Text between the elements.
    #[soap(text)]
    Text(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Rich {
    #[soap(flatten)]
    pub content: Vec<RichContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum RichContent {
    /// Text between the elements.
    #[soap(text)]
    Text(String),
    #[soap(rename = "b")]
    B(String),
    /// Any other element.
    #[soap(other)]
    Other(xml::Element),
}
