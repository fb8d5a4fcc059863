use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:default_empty")
    .with_prefix("d");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Load {
    #[soap(default_text = "kg", empty_is_default)]
    pub unit: Unit,
    #[soap(default_text = "2", empty_is_default)]
    pub size: Size,
    #[soap(default_text = "50", empty_is_default)]
    pub share: i32,
    #[soap(default_text = "1 2", empty_is_default)]
    pub sizes: Sizes,
    #[soap(default_text = "t", empty_is_default)]
    pub limit: Limit,
    #[soap(default_text = "9.50", empty_is_default)]
    pub price: Price,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum Unit {
    Kg,
    T,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "int")]
pub enum Size {
    #[soap(rename = "1")]
    _1,
    #[soap(rename = "2")]
    _2,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct Sizes(pub Vec<Size>);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum Limit {
    Number(i32),
    Unit(Unit),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Price {
    #[soap(attribute, rename = "currency")]
    pub currency: Option<String>,
    #[soap(text)]
    pub value: String,
}
