use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:any_alone")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Two {
    #[soap(any)]
    pub any: Vec<xml::Element>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Either {
    #[soap(any, min_occurs = 1)]
    pub any: Vec<xml::Element>,
}
