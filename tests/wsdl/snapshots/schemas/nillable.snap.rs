use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:nillable")
    .with_prefix("n");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Store {
    #[soap(nillable)]
    pub one: Option<String>,
    pub maybe: Option<xml::Nillable<i32>>,
    #[soap(nillable)]
    pub many: Vec<Option<xml::Date>>,
    pub r#box: xml::Nillable<BoxType>,
    pub maybe_box: Option<xml::Nillable<BoxType>>,
    #[soap(base64)]
    pub data: Option<xml::Nillable<Vec<u8>>>,
    #[soap(hex, nillable)]
    pub key: Option<Vec<u8>>,
    #[soap(hex, nillable)]
    pub keys: Vec<Option<Vec<u8>>>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Shelf(pub xml::Nillable<BoxType>);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Price(pub xml::Nillable<String>);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct BoxType {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
    #[soap(nillable)]
    pub size: Option<i32>,
}
