use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:extension")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Truck {
    #[soap(attribute, rename = "plate")]
    pub plate: Option<String>,
    #[soap(attribute, rename = "axles")]
    pub axles: u8,
    pub wheels: u8,
    pub load: String,
}
