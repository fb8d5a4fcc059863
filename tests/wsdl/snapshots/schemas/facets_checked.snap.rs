use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:facets-checked")
    .with_prefix("f");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Ticket {
    #[soap(attribute, rename = "code")]
    pub code: Option<String>,
    #[soap(attribute, default_text = "50", rename = "share")]
    pub share: i32,
    pub name: String,
    pub zip: String,
    #[soap(empty_text = "7", rename = "Share")]
    pub share2: Option<i32>,
    #[soap(default_text = "7", empty_is_default)]
    pub must: i32,
    pub codes: Codes,
    pub two: Codes,
    #[soap(nillable)]
    pub amount: Option<String>,
    #[soap(min_occurs = 1)]
    pub small: Vec<String>,
    #[soap(hex)]
    pub hash: Vec<u8>,
    pub ratio: f64,
    pub since: xml::Date,
    pub either: Either,
    pub text: TicketText,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct Codes(pub Vec<String>);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum Either {
    Number(i32),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct TicketText {
    #[soap(attribute, rename = "lang")]
    pub lang: Option<String>,
    #[soap(text)]
    pub value: String,
}
