use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:well_known")
    .with_prefix("w");

/// The address of `Feed`.
pub const ENDPOINT: &str = "http://feed.example.org/";

/// Costs 5 € a month.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, action = "urn:subscribe", response = ())]
pub struct Subscribe {
    pub consumer: addressing::EndpointReferenceType,
    #[soap(base64)]
    pub digest: Option<Vec<u8>>,
}

/// The types of the namespace `http://www.w3.org/2005/08/addressing`.
pub mod addressing {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace =
        xml::Namespace::new("http://www.w3.org/2005/08/addressing").with_prefix("a");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct EndpointReferenceType {
        #[soap(any_attribute)]
        pub any_attribute: Vec<xml::Attribute>,
        pub address: AttributedUriType,
        pub reference_parameters: Option<ReferenceParametersType>,
        pub metadata: Option<MetadataType>,
        #[soap(any)]
        pub any: Vec<xml::Element>,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    pub struct AttributedUriType {
        #[soap(any_attribute)]
        pub any_attribute: Vec<xml::Attribute>,
        #[soap(text)]
        pub value: String,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct ReferenceParametersType {
        #[soap(any_attribute)]
        pub any_attribute: Vec<xml::Attribute>,
        #[soap(any)]
        pub any: Vec<xml::Element>,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct MetadataType {
        #[soap(any_attribute)]
        pub any_attribute: Vec<xml::Attribute>,
        #[soap(any)]
        pub any: Vec<xml::Element>,
    }
}
