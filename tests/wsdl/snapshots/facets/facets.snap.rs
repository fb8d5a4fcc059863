use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:facets")
    .with_prefix("f");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Card {
    pub name: Name35,
    pub zip: String,
    pub share: Option<Percent>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Name35(pub String);

xml::restricted_type!(Name35(String), xml::Facets::text().min_length(1).max_length(35));

#[derive(Debug, Clone, PartialEq)]
pub struct Percent(pub i32);

xml::restricted_type!(
    Percent(i32), xml::Facets::decimal().min_inclusive("0").max_inclusive("100")
);
