use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:redefine")
    .with_prefix("r");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Team {
    #[soap(attribute, rename = "a")]
    pub a: Option<String>,
    #[soap(attribute, rename = "b")]
    pub b: Option<String>,
    pub lead: Person,
    pub size: Size,
    pub first: String,
    pub nick: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Person {
    pub name: String,
    pub email: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Size {
    S,
}
