use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:document_wrapped")
    .with_prefix("d");

/// The address of `BankService`.
pub const ENDPOINT: &str = "https://bank.example.org/soap";

/// Sets money aside.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "urn:example:document_wrapped/Hold",
    response = HoldResponse
)]
pub struct Hold {
    pub account: String,
    pub amount: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct HoldResponse {
    pub hold_id: i64,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, response = ReleaseResponse)]
pub struct Release {
    pub hold_id: i64,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct ReleaseResponse {}

/// Any request of `BankService`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum BankServiceRequest {
    Hold(Hold),
    Release(Release),
}

/// Any response of `BankService`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum BankServiceResponse {
    HoldResponse(HoldResponse),
    ReleaseResponse(ReleaseResponse),
}
