//! WS-Addressing of August 2004, the W3C member submission that old services speak: `WSAddressingAugust2004` of WCF.
//!
//! Its blocks are read and written by the types of this module, and convert to and from those of WS-Addressing 1.0, which know how to answer and
//! what to check. Addresses that mean the same have the same constant on that side: [`ANONYMOUS`] becomes
//! [`addressing::ANONYMOUS`](super::ANONYMOUS). A service that speaks both has both in its struct of header blocks, each an `Option`.
//!
//! ```
//! use um_messages::soap::addressing::{self, august_2004};
//! use um_messages::{Envelope, SoapType, um};
//!
//! #[derive(SoapType)]
//! #[soap(namespace = "urn:my:headers")]
//! struct Headers {
//!     #[soap(flatten)]
//!     addressing: Option<addressing::Addressing>,
//!     #[soap(flatten)]
//!     august_2004: Option<august_2004::Addressing>,
//! }
//!
//! # let blocks = august_2004::Addressing {
//! #     message_id: Some(um_messages::soap::Block::new("urn:id:1".into())),
//! #     ..august_2004::Addressing::new("urn:IsUMEnabled", "https://host/um")
//! # };
//! # let request = Envelope::new(um::IsUMEnabled {}).with_header(blocks).to_xml()?;
//! let request = Envelope::<um::IsUMEnabled, Headers>::from_xml(&request)?;
//! let blocks = request.header.august_2004.unwrap_or_default();
//! let answer = addressing::Addressing::from(blocks).reply("urn:IsUMEnabledResponse");
//! let answer = Envelope::new(um::IsUMEnabledResponse { is_enabled: true })
//!     .with_header(august_2004::Addressed::from(answer));
//! assert!(answer.to_xml()?.contains("urn:id:1</wsa:RelatesTo>"));
//! assert!(answer.to_xml()?.contains(august_2004::ANONYMOUS));
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! What differs from WS-Addressing 1.0, beside the namespace: an endpoint reference has `ReferenceProperties` as well, which go into messages as the
//! reference parameters do, without a mark; and elements as `PortType` and `ServiceName` in the place of metadata, which are
//! [kept](EndpointReference::extensions). `RelationshipType` is a qualified name. There is no address for nothing, and no block `FaultDetail`.

use super::endpoint::{AttributedUri, Metadata, ReferenceParameters};
use super::{AddressingFault, REPLY};
use crate::SoapType;
use crate::qname::QName;
use crate::soap::{Block, Fault};
use crate::xml::{Attribute, Element, Namespace};

/// The namespace of the blocks.
pub const NAMESPACE: &str = super::NAMESPACE_OF_2004;

/// The address of whoever asks (section 2.1).
pub const ANONYMOUS: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";

/// The action of a fault (section 4).
pub const FAULT_ACTION: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault";

const WSA: Namespace = Namespace::new(NAMESPACE).with_prefix("wsa");

/// The header blocks, as [`addressing::Addressing`](super::Addressing).
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSA)]
pub struct Addressing {
    /// Where the message goes. It has to be there in what is sent (section 3); that it is missing is forgiven.
    pub to: Option<Block<AttributedUri>>,
    /// Where it comes from.
    pub from: Option<Block<EndpointReference>>,
    /// Where the answer goes. A request that has an answer needs it.
    pub reply_to: Option<Block<EndpointReference>>,
    /// Where a fault goes.
    pub fault_to: Option<Block<EndpointReference>>,
    /// What the message means.
    pub action: Block<AttributedUri>,
    /// What the message is called by others.
    #[soap(rename = "MessageID")]
    pub message_id: Option<Block<AttributedUri>>,
    /// The messages that it belongs to.
    pub relates_to: Vec<Block<RelatesTo>>,
}

/// A message that this one belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct RelatesTo {
    /// How; `None` is `wsa:Reply`.
    #[soap(attribute)]
    pub relationship_type: Option<QName>,
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The `MessageID` of the other message.
    #[soap(text)]
    pub message_id: String,
}

/// Where messages go, and what they bring along, as [`addressing::EndpointReference`](super::EndpointReference).
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSA)]
pub struct EndpointReference {
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The address.
    pub address: AttributedUri,
    /// What tells the endpoint from others at its address: header blocks of each message to it.
    pub reference_properties: Option<ReferenceParameters>,
    /// More header blocks of each message to the endpoint.
    pub reference_parameters: Option<ReferenceParameters>,
    /// Whatever else there is: `PortType`, `ServiceName`, policies.
    #[soap(any)]
    pub extensions: Vec<Element>,
}

/// The header blocks of a message to an endpoint, as [`addressing::Addressed`](super::Addressed).
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSA)]
pub struct Addressed {
    /// The blocks of WS-Addressing.
    #[soap(flatten)]
    pub addressing: Addressing,
    /// The reference properties and parameters.
    #[soap(any)]
    pub reference_parameters: Vec<Element>,
}

impl Addressing {
    /// The blocks of a message with this action that goes to this address.
    #[must_use]
    pub fn new(action: impl Into<AttributedUri>, to: impl Into<AttributedUri>) -> Self {
        Self {
            to: Some(Block::new(to.into())),
            action: Block::new(action.into()),
            ..Self::default()
        }
    }
}

/// The fault for it: the codes of section 4, and the words of WS-Addressing 1.0. Detail is said of an endpoint that is
/// not available alone, when it may be asked again.
///
/// ```
/// use um_messages::soap::addressing::{AddressingFault, august_2004};
///
/// let refused = AddressingFault::ActionNotSupported("urn:Other".into());
/// let fault = august_2004::fault(&refused);
/// assert!(fault.subcodes()[0].is(august_2004::NAMESPACE, "ActionNotSupported"));
/// ```
#[must_use]
pub fn fault(fault: &AddressingFault) -> Fault {
    let code = match fault {
        AddressingFault::InvalidHeader(..) | AddressingFault::ActionMismatch { .. } => {
            "InvalidMessageInformationHeader"
        }
        AddressingFault::HeaderRequired(_) => "MessageInformationHeaderRequired",
        AddressingFault::DestinationUnreachable(_) => "DestinationUnreachable",
        AddressingFault::ActionNotSupported(_) => "ActionNotSupported",
        AddressingFault::EndpointUnavailable { .. } => "EndpointUnavailable",
    };
    let written = fault.with_codes(NAMESPACE, [code]);
    match fault {
        AddressingFault::EndpointUnavailable {
            retry_after: Some(after),
            ..
        } => {
            let after = after.as_millis().to_string();
            written.with_detail(Element::new(NAMESPACE, "RetryAfter").with_text(after))
        }
        _ => written,
    }
}

// To WS-Addressing 1.0.

impl From<Addressing> for super::Addressing {
    fn from(old: Addressing) -> Self {
        Self {
            to: old.to.map(|to| to.map(modern_address)),
            from: old.from.map(|from| from.map(Into::into)),
            reply_to: old.reply_to.map(|reply_to| reply_to.map(Into::into)),
            fault_to: old.fault_to.map(|fault_to| fault_to.map(Into::into)),
            action: old.action,
            message_id: old.message_id,
            relates_to: (old.relates_to.into_iter())
                .map(|relates_to| relates_to.map(Into::into))
                .collect(),
            fault_detail: None,
        }
    }
}

impl From<EndpointReference> for super::EndpointReference {
    fn from(old: EndpointReference) -> Self {
        let mut parameters = old.reference_properties;
        if let Some(more) = old.reference_parameters {
            let all = parameters.get_or_insert_default();
            all.attributes.extend(more.attributes);
            all.parameters.extend(more.parameters);
        }
        let metadata = Metadata {
            content: old.extensions,
            ..Metadata::default()
        };
        Self {
            attributes: old.attributes,
            address: modern_address(old.address),
            reference_parameters: parameters,
            metadata: (!metadata.content.is_empty()).then_some(metadata),
            extensions: Vec::new(),
        }
    }
}

impl From<RelatesTo> for super::RelatesTo {
    fn from(old: RelatesTo) -> Self {
        let as_uri = |relationship: QName| {
            if relationship.is(NAMESPACE, "Reply") {
                REPLY.to_owned()
            } else {
                format!("{}#{}", relationship.namespace(), relationship.local())
            }
        };
        Self {
            relationship_type: old.relationship_type.map(as_uri),
            attributes: old.attributes,
            message_id: old.message_id,
        }
    }
}

fn modern_address(address: AttributedUri) -> AttributedUri {
    translated(address, ANONYMOUS, super::ANONYMOUS)
}

fn translated(mut address: AttributedUri, from: &str, to: &str) -> AttributedUri {
    if address.uri == from {
        to.clone_into(&mut address.uri);
    }
    address
}

// From WS-Addressing 1.0.

impl From<super::Addressed> for Addressed {
    fn from(modern: super::Addressed) -> Self {
        let unmarked = |block: Element| block.without_attribute(super::NAMESPACE, super::MARK);
        let parameters = modern.reference_parameters.into_iter().map(unmarked);
        Self {
            addressing: modern.addressing.into(),
            reference_parameters: parameters.collect(),
        }
    }
}

/// `To`, which is required here, is [`ANONYMOUS`] where it was not said.
impl From<super::Addressing> for Addressing {
    fn from(modern: super::Addressing) -> Self {
        let to = modern.to.map(|to| to.map(old_address));
        Self {
            to: Some(to.unwrap_or_else(|| Block::new(ANONYMOUS.into()))),
            from: modern.from.map(|from| from.map(Into::into)),
            reply_to: modern.reply_to.map(|reply_to| reply_to.map(Into::into)),
            fault_to: modern.fault_to.map(|fault_to| fault_to.map(Into::into)),
            action: modern.action,
            message_id: modern.message_id,
            relates_to: (modern.relates_to.into_iter())
                .map(|relates_to| relates_to.map(Into::into))
                .collect(),
        }
    }
}

impl From<super::EndpointReference> for EndpointReference {
    fn from(modern: super::EndpointReference) -> Self {
        let metadata = modern.metadata.map(|metadata| metadata.content);
        Self {
            attributes: modern.attributes,
            address: old_address(modern.address),
            reference_properties: None,
            reference_parameters: modern.reference_parameters,
            extensions: (metadata.into_iter().flatten())
                .chain(modern.extensions)
                .collect(),
        }
    }
}

impl From<super::RelatesTo> for RelatesTo {
    fn from(modern: super::RelatesTo) -> Self {
        let as_name = |uri: String| match uri.rsplit_once('#') {
            Some((namespace, local)) => QName::new(namespace.to_owned(), local.to_owned()),
            None => QName::new(uri, ""),
        };
        let other = modern.relationship_type.filter(|uri| uri != REPLY);
        Self {
            relationship_type: other.map(as_name),
            attributes: modern.attributes,
            message_id: modern.message_id,
        }
    }
}

fn old_address(address: AttributedUri) -> AttributedUri {
    translated(address, super::ANONYMOUS, ANONYMOUS)
}
