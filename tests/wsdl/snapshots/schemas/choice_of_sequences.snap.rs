use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:choice_of_sequences").with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Place {
    #[soap(flatten)]
    pub choice: PlaceChoice,
    pub remark: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PlaceChoice {
    #[soap(flatten)]
    Street(PlaceStreet),
    #[soap(flatten)]
    Latitude(PlaceLatitude),
    PlusCode(String),
    #[soap(min_occurs = 1)]
    Via(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct PlaceStreet {
    pub street: String,
    pub city: String,
    pub country: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct PlaceLatitude {
    pub latitude: f64,
    pub longitude: f64,
}
