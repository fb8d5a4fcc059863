use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:sequence")
    .with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Parcel {
    pub tracking_number: String,
    #[soap(rename = "weight")]
    pub weight: i32,
    pub note: Option<String>,
    pub stop: Vec<String>,
    #[soap(min_occurs = 2, max_occurs = 3)]
    pub label: Vec<String>,
}
