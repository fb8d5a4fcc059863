use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:optional_group_beside_choice").with_prefix("o");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Booking {
    pub room: i32,
    #[soap(flatten)]
    pub choice: Option<BookingChoice>,
    #[soap(flatten)]
    pub content: Vec<BookingContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum BookingChoice {
    #[soap(flatten)]
    From(BookingFrom),
    #[soap(min_occurs = 1)]
    Day(Vec<xml::Date>),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct BookingFrom {
    pub from: xml::Date,
    pub to: xml::Date,
}

/// A part of `Booking`. Which parts stand together, and in which order, is not checked.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum BookingContent {
    Guest(String),
    Pet(String),
    Breed(String),
}
