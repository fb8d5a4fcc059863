use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:extension_chain")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Chain {
    #[soap(flatten)]
    pub base: Second,
    #[soap(flatten)]
    pub group: Option<ChainGroup>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ChainGroup {
    pub d: String,
    pub e: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct First {
    pub a: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Second {
    #[soap(flatten)]
    pub base: First,
    #[soap(flatten)]
    pub choice: SecondChoice,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum SecondChoice {
    B(String),
    C(String),
}
