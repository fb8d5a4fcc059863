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
    pub helper: Option<AnyBeing>,
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

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Being {
    pub age: i32,
}

/// `Being`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyBeing {
    #[soap(default)]
    Being(Being),
    Robot(Robot),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Robot {
    #[soap(attribute, rename = "model")]
    pub model: Option<String>,
    #[soap(attribute, rename = "serial")]
    pub serial: Option<String>,
    pub age: i32,
}
