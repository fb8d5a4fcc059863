use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:xsi_type_abstract").with_prefix("x");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct History {
    #[soap(min_occurs = 1)]
    pub event: Vec<AnyEvent>,
    pub last: Option<AnyMoved>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Event {
    pub at: xml::DateTime,
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
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Moved {
    #[soap(flatten)]
    pub base: Event,
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
#[soap(deny_unknown_fields)]
pub struct Created {
    #[soap(flatten)]
    pub base: Event,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Fast {
    #[soap(flatten)]
    pub base: Moved,
    pub speed: f32,
}
