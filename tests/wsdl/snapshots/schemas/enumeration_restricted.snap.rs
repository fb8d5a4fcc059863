use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:enumeration_restricted").with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Paint {
    pub any: Color,
    pub warm: Warm,
    pub alias: Color,
    pub twice: Twice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum Color {
    Red,
    Green,
    Blue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Warm {
    #[soap(rename = "red")]
    Red,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Twice {
    #[soap(rename = "a")]
    A,
}
