use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:sequence_optional").with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Invoice {
    pub total: String,
    #[soap(flatten)]
    pub group: Option<InvoiceGroup>,
    pub comment: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct InvoiceGroup {
    pub discount_rate: i32,
    pub discount_reason: String,
}
