use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:binary")
    .with_prefix("b");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct File {
    #[soap(attribute, hex, rename = "crc")]
    pub crc: Option<Vec<u8>>,
    #[soap(base64)]
    pub content: Vec<u8>,
    #[soap(hex)]
    pub hash: Option<Vec<u8>>,
    #[soap(base64)]
    pub part: Vec<Vec<u8>>,
    #[soap(hex)]
    pub thumbprint: Option<Vec<u8>>,
    #[soap(flatten)]
    pub choice: Option<FileChoice>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum FileChoice {
    #[soap(hex)]
    Key(Vec<u8>),
    #[soap(hex, min_occurs = 1)]
    Keys(Vec<Vec<u8>>),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Blob {
    #[soap(attribute, rename = "type")]
    pub r#type: Option<String>,
    #[soap(text, base64)]
    pub value: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Raw(pub xml::Base64Binary);
