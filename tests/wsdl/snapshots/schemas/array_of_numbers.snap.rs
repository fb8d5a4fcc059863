use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:array_of_numbers")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Meter {
    #[soap(min_occurs = 1)]
    pub digit: Vec<u16>,
    #[soap(nillable, max_occurs = 2)]
    pub flag: Vec<Option<u8>>,
    pub rate: Option<u8>,
}
