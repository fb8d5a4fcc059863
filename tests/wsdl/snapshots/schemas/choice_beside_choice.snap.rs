use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:choice_beside_choice").with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Trip {
    #[soap(flatten)]
    pub choice: TripChoice,
    #[soap(flatten)]
    pub choice2: TripChoice2,
    #[soap(flatten)]
    pub choice3: Option<TripChoice3>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum TripChoice {
    FromStation(String),
    FromAddress(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum TripChoice2 {
    ToStation(String),
    ToAddress(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum TripChoice3 {
    Days(i8),
    Hours(i8),
}
