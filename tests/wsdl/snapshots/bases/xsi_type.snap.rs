use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:xsi_type")
    .with_prefix("x");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Drawing {
    pub frame: Option<AnyShape>,
    pub shape: Vec<AnyShape>,
    pub hole: Option<Circle>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Shape {
    pub name: String,
}

/// `Shape`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyShape {
    #[soap(default)]
    Shape(Shape),
    Circle(Circle),
    #[soap(rename = "square-shape")]
    SquareShape(SquareShape),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Circle {
    #[soap(flatten)]
    pub base: Shape,
    pub radius: f64,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
pub struct SquareShape {
    #[soap(flatten)]
    pub base: Shape,
    #[soap(attribute, rename = "side")]
    pub side: f64,
}
