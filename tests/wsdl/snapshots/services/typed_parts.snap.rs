use um_messages::{SoapMessage, SoapType, soap, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:sizes").with_prefix("s");

/// The address of `Sizes`.
pub const ENDPOINT: &str = "http://sizes.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:size", response = SizeResponse)]
pub struct Size {
    #[soap(unqualified, rename = "id")]
    pub id: i32,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct SizeResponse {
    #[soap(unqualified, rename = "size")]
    pub size: i32,
}

/// Header blocks.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = blocks::NAMESPACE, rename_all = "camelCase")]
pub struct SizeHeaders {
    pub token: Option<soap::Block<String>>,
    #[soap(namespace = own::NAMESPACE)]
    pub trace: Option<soap::Block<i32>>,
}

/// What the detail of a fault of `Size` says.
#[derive(Debug, Clone, PartialEq)]
pub enum SizeFault {
    Reason(faults::Reason),
}

impl SizeFault {
    /// What the detail of a fault says, if it is one of these.
    ///
    /// # Errors
    ///
    /// If the detail is one of these and cannot be read.
    pub fn from_fault(fault: &um_messages::Fault) -> um_messages::Result<Option<Self>> {
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::Reason(detail)));
        }
        Ok(None)
    }
}

/// The types of the namespace `urn:faults`.
pub mod faults {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:faults")
        .with_prefix("f");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE, rename = "reason")]
    pub struct Reason(pub String);
}

/// The types of the namespace `urn:example:own`.
pub mod own {
    use um_messages::xml;

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:own")
        .with_prefix("o");
}

/// The types of the namespace `urn:blocks`.
pub mod blocks {
    use um_messages::xml;

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:blocks")
        .with_prefix("b");
}
