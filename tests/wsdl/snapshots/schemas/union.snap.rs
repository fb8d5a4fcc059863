use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:union")
    .with_prefix("u");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Settings {
    #[soap(attribute, rename = "limit")]
    pub limit: Option<Limit>,
    #[soap(min_occurs = 1, max_occurs = 2, rename = "Limit")]
    pub limit2: Vec<Limit>,
    #[soap(min_occurs = 1, max_occurs = 2)]
    pub color: Vec<Color>,
    #[soap(min_occurs = 1, max_occurs = 3)]
    pub when: Vec<When>,
    pub mixed: Option<Mixed>,
    pub texts: Option<Texts>,
    #[soap(max_occurs = 2)]
    pub place: Vec<Place>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum Limit {
    Number(u32),
    Unlimited(Unlimited),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Unlimited {
    #[soap(rename = "unlimited")]
    Unlimited,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum Color {
    Red,
    Blue,
    /// Any other text.
    #[soap(other)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum When {
    Date(xml::Date),
    DateTime(xml::DateTime),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum Mixed {
    Number(u32),
    Unlimited(Unlimited),
    Date(xml::Date),
    DateTime(xml::DateTime),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Texts(pub String);

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Place(pub String);
