use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice_nillable")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Answer {
    #[soap(flatten)]
    pub choice: AnswerChoice,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum AnswerChoice {
    #[soap(nillable)]
    Number(Option<i32>),
    #[soap(nillable)]
    Text(Option<String>),
}
