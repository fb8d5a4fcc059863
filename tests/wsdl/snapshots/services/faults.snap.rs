use um_messages::{SoapMessage, SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:faults")
    .with_prefix("f");

/// The address of `Payments`.
pub const ENDPOINT: &str = "http://pay.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:pay", response = PayResponse)]
pub struct Pay {
    pub amount: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct PayResponse {}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct NoFunds(pub Problem);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Closed(pub Problem);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:refund", response = RefundResponse)]
pub struct Refund {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct RefundResponse {}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Busy(pub i32);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Problem {
    pub reason: String,
}

/// What the detail of a fault of `Pay` says.
#[derive(Debug, Clone, PartialEq)]
pub enum PayFault {
    NoFunds(NoFunds),
    Closed(Closed),
}

impl PayFault {
    /// What the detail of a fault says, if it is one of these.
    ///
    /// # Errors
    ///
    /// If the detail is one of these and cannot be read.
    pub fn from_fault(fault: &um_messages::Fault) -> um_messages::Result<Option<Self>> {
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::NoFunds(detail)));
        }
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::Closed(detail)));
        }
        Ok(None)
    }
}

/// What the detail of a fault of `Refund` says.
#[derive(Debug, Clone, PartialEq)]
pub enum RefundFault {
    Busy(Busy),
}

impl RefundFault {
    /// What the detail of a fault says, if it is one of these.
    ///
    /// # Errors
    ///
    /// If the detail is one of these and cannot be read.
    pub fn from_fault(fault: &um_messages::Fault) -> um_messages::Result<Option<Self>> {
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::Busy(detail)));
        }
        Ok(None)
    }
}

/// Any request of `Payments`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum PaymentsRequest {
    Pay(Pay),
    Refund(Refund),
}

/// Any response of `Payments`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum PaymentsResponse {
    PayResponse(PayResponse),
    RefundResponse(RefundResponse),
}
