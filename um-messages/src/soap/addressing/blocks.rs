//! The header blocks, and what the answer to a message has of them.

use std::borrow::Cow;

use super::endpoint::trimmed;
use super::{ANONYMOUS, AttributedUri, EndpointReference, MARK, NAMESPACE, REPLY, WSA};
use crate::SoapType;
use crate::soap::Block;
use crate::xml::{Attribute, Element};

/// The header blocks of WS-Addressing: [flattened](derive@crate::SoapType#flatten) into the struct of header blocks, or that struct itself.
///
/// `Action` has to be there. Where a message may have no blocks of WS-Addressing, the flattened field is an `Option<Addressing>`.
///
/// ```
/// use um_messages::soap::addressing::Addressing;
/// use um_messages::{Envelope, SoapType, um};
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:trace", prefix = "t")]
/// struct Headers {
///     trace_id: u32,
///     #[soap(flatten)]
///     addressing: Addressing,
/// }
///
/// let addressing = Addressing::new("urn:IsUMEnabled")
///     .with_to("https://host/um")
///     .with_message_id("urn:uuid:7cfb1f50-0d51-4a8e-b8a6-4a4ae7b1d5a9")
///     .with_must_understand(true);
/// let xml = Envelope::new(um::IsUMEnabled {}).with_header(Headers { trace_id: 7, addressing }).to_xml()?;
/// assert!(xml.contains(
///     r#" soap:mustUnderstand="1">https://host/um</wsa:To>"#,
/// ));
///
/// let header = Envelope::<um::IsUMEnabled, Headers>::from_xml(&xml)?.header;
/// assert_eq!(header.addressing.action.as_str(), "urn:IsUMEnabled");
/// assert_eq!(header.addressing.destination(), "https://host/um");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSA)]
pub struct Addressing {
    /// Where the message goes: [`destination`](Self::destination) where nothing is said.
    pub to: Option<Block<AttributedUri>>,
    /// Where it comes from.
    pub from: Option<Block<EndpointReference>>,
    /// Where the answer goes: [`reply_endpoint`](Self::reply_endpoint) where nothing is said.
    pub reply_to: Option<Block<EndpointReference>>,
    /// Where a fault goes: [`fault_endpoint`](Self::fault_endpoint) where nothing is said.
    pub fault_to: Option<Block<EndpointReference>>,
    /// What the message means.
    pub action: Block<AttributedUri>,
    /// What the message is called by others. A request that has an answer needs it.
    #[soap(rename = "MessageID")]
    pub message_id: Option<Block<AttributedUri>>,
    /// The messages that it belongs to.
    pub relates_to: Vec<Block<RelatesTo>>,
    /// What SOAP 1.1 says beside a fault: see [`AddressingFault`](super::AddressingFault).
    pub fault_detail: Option<Block<FaultDetail>>,
}

/// A message that this one belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct RelatesTo {
    /// How, as a URI; `None` is [`REPLY`].
    #[soap(attribute, with = "trimmed")]
    pub relationship_type: Option<String>,
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The `MessageID` of the other message.
    #[soap(text, with = "trimmed")]
    pub message_id: String,
}

/// The detail of a fault of WS-Addressing, in SOAP 1.1 (SOAP Binding section 6): a fault over a header block has no `detail` there.
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct FaultDetail {
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The detail.
    #[soap(any)]
    pub detail: Vec<Element>,
}

/// The header blocks of a message to an [`EndpointReference`]: those of WS-Addressing, and the reference parameters. The field
/// [flattens](derive@crate::SoapType#flatten) into a struct of header blocks that has no [`any`](derive@crate::SoapType#any) of its own.
///
/// Read from a message it has all blocks that no other field claims, the reference parameters among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSA)]
pub struct Addressed {
    /// The blocks of WS-Addressing.
    #[soap(flatten)]
    pub addressing: Addressing,
    /// The reference parameters.
    #[soap(any)]
    pub reference_parameters: Vec<Element>,
}

impl RelatesTo {
    /// What the answer to a message says of it.
    #[must_use]
    pub fn reply(message_id: impl Into<String>) -> Self {
        Self {
            message_id: message_id.into(),
            ..Self::default()
        }
    }

    /// How the messages belong together, as a URI.
    #[must_use]
    pub fn relationship(&self) -> &str {
        self.relationship_type.as_deref().unwrap_or(REPLY)
    }
}

impl Addressing {
    /// The blocks of a message with this action, and nothing else.
    #[must_use]
    pub fn new(action: impl Into<AttributedUri>) -> Self {
        Self {
            action: Block::new(action.into()),
            ..Self::default()
        }
    }

    /// The same blocks, with where the message goes.
    #[must_use]
    pub fn with_to(mut self, address: impl Into<AttributedUri>) -> Self {
        self.to = Some(Block::new(address.into()));
        self
    }

    /// The same blocks, with where it comes from.
    #[must_use]
    pub fn with_from(mut self, endpoint: EndpointReference) -> Self {
        self.from = Some(Block::new(endpoint));
        self
    }

    /// The same blocks, with where the answer goes.
    #[must_use]
    pub fn with_reply_to(mut self, endpoint: EndpointReference) -> Self {
        self.reply_to = Some(Block::new(endpoint));
        self
    }

    /// The same blocks, with where a fault goes.
    #[must_use]
    pub fn with_fault_to(mut self, endpoint: EndpointReference) -> Self {
        self.fault_to = Some(Block::new(endpoint));
        self
    }

    /// The same blocks, with a name for the message, which no other message may have: a text, or a `Uuid` with the feature
    /// `uuid`.
    #[must_use]
    pub fn with_message_id(mut self, id: impl Into<AttributedUri>) -> Self {
        self.message_id = Some(Block::new(id.into()));
        self
    }

    /// The same blocks, with a message more that this one belongs to.
    #[must_use]
    pub fn with_relates_to(mut self, relates_to: RelatesTo) -> Self {
        self.relates_to.push(Block::new(relates_to));
        self
    }

    /// The same blocks, of which the receiver must understand `Action` and `To`, if that is there: so WCF sends them. Default: `false`.
    #[must_use]
    pub fn with_must_understand(mut self, must_understand: bool) -> Self {
        self.action = self.action.with_must_understand(must_understand);
        self.to = self.to.map(|to| to.with_must_understand(must_understand));
        self
    }

    /// Where the message goes: `To`, or [`ANONYMOUS`] (Core section 3.2).
    #[must_use]
    pub fn destination(&self) -> &str {
        (self.to.as_deref()).map_or(ANONYMOUS, AttributedUri::as_str)
    }

    /// What the message is called: `MessageID`, if that is there.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.message_id.as_deref().map(AttributedUri::as_str)
    }

    /// The message that this one answers: the first `RelatesTo` that says so.
    #[must_use]
    pub fn in_reply_to(&self) -> Option<&str> {
        let mut related = self.relates_to.iter();
        let reply = related.find(|relates_to| relates_to.relationship() == REPLY)?;
        Some(&reply.message_id)
    }

    /// Where the answer goes: `ReplyTo`, or the [anonymous](EndpointReference::anonymous) endpoint (Core section 3.2).
    #[must_use]
    pub fn reply_endpoint(&self) -> Cow<'_, EndpointReference> {
        match &self.reply_to {
            Some(endpoint) => Cow::Borrowed(endpoint),
            None => Cow::Owned(EndpointReference::anonymous()),
        }
    }

    /// Where a fault goes: `FaultTo`, or the [reply endpoint](Self::reply_endpoint) (Core section 3.4).
    #[must_use]
    pub fn fault_endpoint(&self) -> Cow<'_, EndpointReference> {
        match &self.fault_to {
            Some(endpoint) => Cow::Borrowed(endpoint),
            None => self.reply_endpoint(),
        }
    }

    /// The blocks of the answer to the message (Core section 3.4): it goes to the [reply endpoint](Self::reply_endpoint), and relates to the
    /// message. If that endpoint is [none](EndpointReference::is_none), there is no answer to send.
    ///
    /// ```
    /// use um_messages::soap::addressing::Addressing;
    /// use um_messages::{Envelope, um};
    ///
    /// # let request = Envelope::new(um::IsUMEnabled {})
    /// #     .with_header(Addressing::new("urn:IsUMEnabled").with_message_id("urn:id:1"));
    /// let blocks = request.header.reply("urn:IsUMEnabledResponse");
    /// let answer = request.reply(um::IsUMEnabledResponse { is_enabled: true }).with_header(blocks);
    /// assert!(answer.to_xml()?.contains("urn:id:1</wsa:RelatesTo>"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn reply(&self, action: impl Into<AttributedUri>) -> Addressed {
        self.answer_at(&self.reply_endpoint(), action)
    }

    /// The blocks of a fault that answers the message: as [`reply`](Self::reply), for the [fault endpoint](Self::fault_endpoint). The action is
    /// that of the service's WSDL, [`SOAP_FAULT_ACTION`](super::SOAP_FAULT_ACTION) for a fault of SOAP itself, and
    /// [`FAULT_ACTION`](super::FAULT_ACTION) for one of WS-Addressing, of which
    /// [`to_envelope`](super::AddressingFault::to_envelope) makes all.
    #[must_use]
    pub fn reply_fault(&self, action: impl Into<AttributedUri>) -> Addressed {
        self.answer_at(&self.fault_endpoint(), action)
    }

    pub(super) fn answer_at(
        &self,
        endpoint: &EndpointReference,
        action: impl Into<AttributedUri>,
    ) -> Addressed {
        let mut answer = endpoint.message(action);
        let related = self.id().map(|id| Block::new(RelatesTo::reply(id)));
        answer.addressing.relates_to.extend(related);
        answer
    }
}

impl EndpointReference {
    /// The header blocks of a message to the endpoint: its address as `To`, and its reference parameters as blocks of their own, each
    /// marked with `wsa:IsReferenceParameter` (Core section 3.3, SOAP Binding section 3.4).
    ///
    /// ```
    /// use um_messages::soap::addressing::EndpointReference;
    /// use um_messages::xml::Element;
    /// use um_messages::{Envelope, um};
    ///
    /// let customer = Element::new("urn:bank", "Customer").with_prefix("b").with_text("4711");
    /// let endpoint = EndpointReference::new("https://host/notify").with_reference_parameter(customer);
    /// let blocks = endpoint.message("urn:bank/Notify");
    /// let xml = Envelope::new(um::IsUMEnabled {}).with_header(blocks).to_xml()?;
    /// assert!(xml.contains("https://host/notify</wsa:To>"));
    /// assert!(xml.contains(r#"IsReferenceParameter="true">4711</b:Customer></soap:Header>"#));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn message(&self, action: impl Into<AttributedUri>) -> Addressed {
        Addressed {
            addressing: Addressing::new(action).with_to(self.address.uri.as_str()),
            reference_parameters: self.parameters().map(as_block).collect(),
        }
    }
}

/// A reference parameter as a header block.
fn as_block(parameter: &Element) -> Element {
    let block = parameter.clone();
    match block.attribute(NAMESPACE, MARK) {
        Some(_) => block,
        None => block.with_attribute(NAMESPACE, MARK, "true"),
    }
}
