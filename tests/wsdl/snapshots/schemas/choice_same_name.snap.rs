use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice_same_name")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Price {
    #[soap(flatten)]
    pub content: Vec<PriceContent>,
}

/// A part of `Price`. Which parts stand together, and in which order, is not checked.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PriceContent {
    Net(String),
    Tax(String),
    Gross(String),
}
