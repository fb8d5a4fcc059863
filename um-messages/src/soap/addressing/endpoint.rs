//! Endpoint references, and the URIs of the header blocks.

use std::ops::Deref;

use super::{ANONYMOUS, NONE, WSA};
use crate::SoapType;
use crate::xml::{Attribute, Element};

/// A URI, as most of the blocks are (`wsa:AttributedURIType`): with any attributes, the `wsu:Id` of a signature for instance. White space around
/// it is none of it.
///
/// ```
/// use um_messages::soap::addressing::AttributedUri;
///
/// let to = AttributedUri::from("https://host/orders");
/// assert_eq!(to.as_str(), "https://host/orders");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct AttributedUri {
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The URI.
    #[soap(text, with = "trimmed")]
    pub uri: String,
}

/// A URI without the white space around it, as `xs:anyURI` has it.
pub(super) mod trimmed {
    use std::convert::Infallible;

    #[allow(clippy::ptr_arg, reason = "the key `with` asks for the field's type")]
    pub(in super::super) fn to_text(uri: &String) -> &str {
        uri
    }

    #[allow(clippy::unnecessary_wraps, reason = "the key `with` asks for a result")]
    pub(in super::super) fn from_text(text: &str) -> Result<String, Infallible> {
        Ok(text.to_owned())
    }
}

impl AttributedUri {
    /// The URI.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.uri
    }
}

impl Deref for AttributedUri {
    type Target = str;

    fn deref(&self) -> &str {
        &self.uri
    }
}

impl From<String> for AttributedUri {
    fn from(uri: String) -> Self {
        Self {
            attributes: Vec::new(),
            uri,
        }
    }
}

impl From<&str> for AttributedUri {
    fn from(uri: &str) -> Self {
        uri.to_owned().into()
    }
}

/// The URI of a UUID, `urn:uuid:…` (RFC 9562 section 4), as message ids are.
///
/// ```
/// # #[cfg(feature = "uuid")] {
/// use um_messages::soap::addressing::Addressing;
/// use uuid::Uuid;
///
/// let id = Uuid::from_u128(0x7cfb1f50_0d51_4a8e_b8a6_4a4ae7b1d5a9); // in a program: Uuid::new_v4()
/// let addressing = Addressing::new("urn:bank/Transfer").with_message_id(id);
/// assert_eq!(addressing.id(), Some("urn:uuid:7cfb1f50-0d51-4a8e-b8a6-4a4ae7b1d5a9"));
/// # }
/// ```
#[cfg(feature = "uuid")]
impl From<uuid::Uuid> for AttributedUri {
    fn from(id: uuid::Uuid) -> Self {
        id.urn().to_string().into()
    }
}

/// Where messages go, and what they bring along (WS-Addressing 1.0 Core section 2).
///
/// ```
/// use um_messages::soap::addressing::EndpointReference;
/// use um_messages::xml::{self, Element};
///
/// let customer = Element::new("urn:bank", "Customer").with_text("4711");
/// let endpoint = EndpointReference::new("https://host/notify").with_reference_parameter(customer);
/// let document = concat!(
///     r#"<wsa:EndpointReference xmlns:wsa="http://www.w3.org/2005/08/addressing">"#,
///     "<wsa:Address>https://host/notify</wsa:Address><wsa:ReferenceParameters>",
///     r#"<Customer xmlns="urn:bank">4711</Customer></wsa:ReferenceParameters></wsa:EndpointReference>"#,
/// );
/// assert_eq!(xml::to_string(&endpoint)?, document);
/// assert_eq!(xml::from_str::<EndpointReference>(document)?, endpoint);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSA)]
pub struct EndpointReference {
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The address.
    pub address: AttributedUri,
    /// What each message to the endpoint has among its header blocks.
    pub reference_parameters: Option<ReferenceParameters>,
    /// What else is known of the endpoint, its WSDL for instance.
    pub metadata: Option<Metadata>,
    /// Whatever else there is.
    #[soap(any)]
    pub extensions: Vec<Element>,
}

/// What each message to an endpoint has among its header blocks. It is opaque to who sends them.
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct ReferenceParameters {
    /// The attributes.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The parameters.
    #[soap(any)]
    pub parameters: Vec<Element>,
}

/// What else is known of an endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct Metadata {
    /// The attributes.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The content.
    #[soap(any)]
    pub content: Vec<Element>,
}

impl EndpointReference {
    /// The endpoint of an address.
    #[must_use]
    pub fn new(address: impl Into<AttributedUri>) -> Self {
        Self {
            address: address.into(),
            ..Self::default()
        }
    }

    /// The endpoint that is whoever asks: what is sent there is the answer over the same connection.
    #[must_use]
    pub fn anonymous() -> Self {
        Self::new(ANONYMOUS)
    }

    /// The endpoint that gets nothing: what would be sent there is not sent.
    #[must_use]
    pub fn none() -> Self {
        Self::new(NONE)
    }

    /// The same endpoint with a reference parameter more.
    #[must_use]
    pub fn with_reference_parameter(mut self, parameter: Element) -> Self {
        let parameters = self.reference_parameters.get_or_insert_default();
        parameters.parameters.push(parameter);
        self
    }

    /// The same endpoint with an element of metadata more.
    #[must_use]
    pub fn with_metadata(mut self, element: Element) -> Self {
        self.metadata.get_or_insert_default().content.push(element);
        self
    }

    /// Whether it is [`ANONYMOUS`].
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.address.as_str() == ANONYMOUS
    }

    /// Whether it is [`NONE`].
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.address.as_str() == NONE
    }

    /// The parameters that messages to the endpoint have.
    pub fn parameters(&self) -> impl Iterator<Item = &Element> {
        let parameters = self.reference_parameters.iter();
        parameters.flat_map(|parameters| &parameters.parameters)
    }
}
