use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice_with_any")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Attachment {
    #[soap(flatten)]
    pub choice: AttachmentChoice,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum AttachmentChoice {
    File(String),
    /// Any other element.
    #[soap(other)]
    Other(xml::Element),
}
