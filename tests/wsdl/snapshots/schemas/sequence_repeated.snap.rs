use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:sequence_repeated").with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Dictionary {
    #[soap(flatten)]
    pub group: Vec<DictionaryGroup>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct DictionaryGroup {
    pub key: String,
    pub value: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Track {
    pub name: String,
    #[soap(flatten, min_occurs = 1)]
    pub group: Vec<TrackGroup>,
    pub end: bool,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct TrackGroup {
    pub lat: f64,
    pub lon: f64,
}
