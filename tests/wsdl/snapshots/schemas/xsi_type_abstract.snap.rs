use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:xsi_type_abstract").with_prefix("x");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct History {
    #[soap(min_occurs = 1)]
    pub event: Vec<AnyEvent>,
    pub last: Option<AnyMoved>,
}

/// A type that is derived from `Event`.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyEvent {
    Created(Created),
    Fast(Fast),
    Moved(Moved),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Moved {
    pub at: xml::DateTime,
    pub to: String,
}

/// `Moved`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyMoved {
    #[soap(default)]
    Moved(Moved),
    Fast(Fast),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Created {
    pub at: xml::DateTime,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Fast {
    pub at: xml::DateTime,
    pub to: String,
    pub speed: f32,
}
