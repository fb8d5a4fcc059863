use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:sequence_same_name").with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Frame {
    #[soap(flatten)]
    pub content: Vec<FrameContent>,
}

/// A part of `Frame`. Which parts stand together, and in which order, is not checked.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum FrameContent {
    Mark(String),
    Picture(String),
}
