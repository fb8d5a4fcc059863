use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:extension_chain")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Chain {
    pub a: String,
    #[soap(flatten)]
    pub choice: ChainChoice,
    #[soap(flatten)]
    pub group: Option<ChainGroup>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum ChainChoice {
    B(String),
    C(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ChainGroup {
    pub d: String,
    pub e: String,
}
