use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:default_fixed")
    .with_prefix("d");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub struct Load {
    #[soap(attribute, default_text = "kg")]
    pub unit: Unit,
    #[soap(attribute, default_text = "10")]
    pub max: u32,
    #[soap(attribute, default_text = "true")]
    pub safe: bool,
    #[soap(attribute, default_text = "load")]
    pub schema: String,
    #[soap(attribute)]
    pub form: String,
    #[soap(attribute, default_text = "")]
    pub wrong: String,
    #[soap(default_text = "1", empty_is_default, rename = "Count")]
    pub count: i32,
    #[soap(empty_text = "none", rename = "Label")]
    pub label: Option<String>,
    #[soap(default_text = "1.0", empty_is_default, rename = "Version")]
    pub version: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum Unit {
    Kg,
    T,
}
