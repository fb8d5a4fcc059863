use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:array_nillable")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Scores {
    #[soap(wrapper = "All", rename = "int")]
    pub all: Vec<xml::Nillable<i32>>,
    #[soap(wrapper = "Best", rename = "int")]
    pub best: Option<Vec<xml::Nillable<i32>>>,
    #[soap(nillable, wrapper = "Worst", rename = "int")]
    pub worst: Option<Vec<xml::Nillable<i32>>>,
    #[soap(wrapper = "Last", rename = "int")]
    pub last: Option<xml::Nillable<Vec<xml::Nillable<i32>>>>,
    #[soap(base64, wrapper = "Sheets", rename = "bytes")]
    pub sheets: Option<Vec<xml::Nillable<Vec<u8>>>>,
}
