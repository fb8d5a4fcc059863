use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Pay {
    #[soap(flatten)]
    pub choice: PayChoice,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PayChoice {
    Card(Card),
    Iban(String),
    Cash(Cash),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Card {
    pub number: String,
    pub expires: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Cash {}
