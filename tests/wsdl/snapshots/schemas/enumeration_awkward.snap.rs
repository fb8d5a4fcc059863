use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:enumeration_awkward").with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Signs {
    #[soap(min_occurs = 1)]
    pub sign: Vec<Sign>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Sign {
    #[soap(rename = "")]
    Empty,
    #[soap(rename = "+")]
    Plus,
    #[soap(rename = "-")]
    Minus,
    #[soap(rename = "*")]
    Star,
    #[soap(rename = "<=")]
    LessEqual,
    #[soap(rename = ">=")]
    GreaterEqual,
    #[soap(rename = "1")]
    _1,
    #[soap(rename = "01")]
    _01,
    #[soap(rename = "1.5")]
    _1_5,
    #[soap(rename = "15")]
    _15,
    #[soap(rename = "-1")]
    Minus1,
    #[soap(rename = "a b")]
    AB,
    #[soap(rename = "a-b")]
    AB2,
    #[soap(rename = "AB")]
    Ab,
    #[soap(rename = "ab")]
    Ab2,
    #[soap(rename = "self")]
    Self_,
    #[soap(rename = "Self")]
    Self2,
    Other,
    #[soap(rename = "\"quoted\"")]
    Quoted,
    #[soap(rename = "back\\slash")]
    BackSlash,
    #[soap(rename = "x.y/z#1")]
    XYZ1,
    #[soap(rename = "größe")]
    Größe,
    大小,
    #[soap(rename = "€")]
    Value,
}
