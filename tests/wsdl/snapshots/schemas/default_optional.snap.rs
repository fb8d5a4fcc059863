use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:default_optional")
    .with_prefix("d");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Load {
    #[soap(empty_text = "kg")]
    pub unit: Option<Unit>,
    #[soap(empty_text = "50", max_occurs = 3)]
    pub share: Vec<i32>,
    #[soap(empty_text = "9.50")]
    pub price: Option<Price>,
    #[soap(empty_text = "1", nillable)]
    pub width: Option<i32>,
    #[soap(empty_text = "2")]
    pub height: Option<xml::Nillable<i32>>,
    #[soap(empty_text = "3")]
    pub cost: Option<xml::Nillable<Price>>,
    pub notes: Option<Notes>,
    #[soap(min_occurs = 1, wrapper = "Marks", rename = "Mark")]
    pub marks: Option<Vec<String>>,
    #[soap(flatten)]
    pub choice: LoadChoice,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum LoadChoice {
    #[soap(empty_text = "A1")]
    Road(String),
    #[soap(empty_text = "7", min_occurs = 1, max_occurs = 2)]
    Rail(Vec<i32>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum Unit {
    Kg,
    T,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Price {
    #[soap(attribute, rename = "currency")]
    pub currency: Option<String>,
    #[soap(text)]
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Notes {
    #[soap(empty_text = "none")]
    pub note: Vec<String>,
}
