use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:extension")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Truck {
    #[soap(flatten)]
    pub base: Vehicle,
    #[soap(attribute, rename = "axles")]
    pub axles: u8,
    pub load: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Vehicle {
    #[soap(attribute, rename = "plate")]
    pub plate: Option<String>,
    pub wheels: u8,
}
