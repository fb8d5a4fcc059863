use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:any_type_extended").with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Crate {
    #[soap(attribute, rename = "kind")]
    pub kind: Option<String>,
    #[soap(any_attribute)]
    pub any_attribute: Vec<xml::Attribute>,
    #[soap(flatten)]
    pub content: Vec<CrateContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum CrateContent {
    /// Text between the elements.
    #[soap(text)]
    Text(String),
    /// Any other element.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Safe {
    #[soap(attribute, rename = "kind")]
    pub kind: Option<String>,
    pub id: i32,
}
