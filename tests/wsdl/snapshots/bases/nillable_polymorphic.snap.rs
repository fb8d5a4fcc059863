use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:nillable_polymorphic").with_prefix("n");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Holder {
    #[soap(nillable)]
    pub item: Option<AnyBase>,
    pub maybe: Option<xml::Nillable<AnyBase>>,
    #[soap(nillable)]
    pub list: Vec<Option<AnyBase>>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Base {
    pub a: i32,
}

/// `Base`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyBase {
    #[soap(default)]
    Base(Base),
    More(More),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct More {
    #[soap(flatten)]
    pub base: Base,
    pub b: i32,
}
