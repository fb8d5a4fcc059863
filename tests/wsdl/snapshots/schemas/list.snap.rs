use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:list")
    .with_prefix("l");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Shop {
    #[soap(attribute, rename = "days")]
    pub days: Option<Days>,
    #[soap(attribute, rename = "tags")]
    pub tags: Option<String>,
    pub sizes: Sizes,
    pub open: Vec<Days>,
    pub three: Option<Sizes>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename = "Sizes")]
pub struct SizesElement(pub Sizes);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct Sizes(pub Vec<i32>);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct Days(pub Vec<DaysItem>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum DaysItem {
    Mon,
    Tue,
}
