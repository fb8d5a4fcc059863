use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:any_twice")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Message {
    #[soap(flatten)]
    pub content: Vec<MessageContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum MessageContent {
    Text(String),
    /// Any other element.
    #[soap(other)]
    Other(xml::Element),
}
