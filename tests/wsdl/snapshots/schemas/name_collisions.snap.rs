use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:name_collisions")
    .with_prefix("n");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Item {
    pub a: ItemType,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub struct Fields {
    #[soap(attribute)]
    pub value: Option<i32>,
    #[soap(attribute, rename = "a-b")]
    pub a_b: Option<i32>,
    #[soap(attribute, rename = "a_b")]
    pub a_b2: Option<i32>,
    #[soap(attribute, rename = "a.b")]
    pub a_b3: Option<i32>,
    #[soap(rename = "value")]
    pub value2: String,
    #[soap(rename = "Value")]
    pub value3: String,
    #[soap(rename = "VALUE")]
    pub value4: String,
    pub any: String,
    #[soap(any)]
    pub any2: Option<xml::Element>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename = "Option")]
pub struct Option2 {
    pub string: Option<StringType>,
    pub vec: Vec<VecType>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ItemType {
    pub b: ItemType2,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct StringType {
    pub r#box: Option<Box<BoxType>>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct VecType {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ItemType2 {
    pub c: ItemType3,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct BoxType {
    pub string: Box<StringType>,
    pub default: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum ItemType3 {
    #[soap(rename = "x")]
    X,
}
