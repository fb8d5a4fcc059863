use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:simple_content")
    .with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Receipt {
    pub exact: AnyRounded,
    pub sum: Euros,
    pub level: Level,
    pub codes: Codes,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
pub struct Rounded {
    #[soap(flatten)]
    pub base: Amount,
    #[soap(attribute, rename = "digits")]
    pub digits: Option<i8>,
}

/// `Rounded`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyRounded {
    #[soap(default)]
    Rounded(Rounded),
    Euros(Euros),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, rename_all = "camelCase")]
pub struct Euros {
    #[soap(attribute)]
    pub currency: Currency,
    #[soap(attribute)]
    pub digits: i8,
    #[soap(text)]
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
pub struct Level {
    #[soap(attribute, rename = "since")]
    pub since: Option<xml::Date>,
    #[soap(text)]
    pub value: LevelName,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
pub struct Codes {
    #[soap(attribute, rename = "set")]
    pub set: Option<String>,
    #[soap(text)]
    pub value: CodeList,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Currency {
    Eur,
    Chf,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
pub struct Amount {
    #[soap(attribute, rename = "currency")]
    pub currency: Currency,
    #[soap(text)]
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum LevelName {
    Low,
    High,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct CodeList(pub Vec<i32>);
