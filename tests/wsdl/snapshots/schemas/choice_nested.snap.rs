use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice_nested")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Find {
    #[soap(flatten)]
    pub choice: Option<FindChoice>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum FindChoice {
    Id(i64),
    Name(String),
    Alias(String),
    Nick(String),
}
