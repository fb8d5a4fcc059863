use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:extension_empty")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Uses {
    pub same: Same,
    pub something: Something,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
pub struct Same {
    #[soap(flatten)]
    pub base: Base,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Something {
    pub b: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Base {
    pub a: String,
}
