use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:identity")
    .with_prefix("i");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Table {
    #[soap(min_occurs = 1)]
    pub row: Vec<TableRow>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct TableRow {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
}
