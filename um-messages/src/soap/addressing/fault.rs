//! The faults of WS-Addressing (SOAP Binding section 6).

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use super::blocks::FaultDetail;
use super::{Addressed, Addressing, EndpointReference, FAULT_ACTION, NAMESPACE, NAMESPACE_OF_2004};
use crate::error::{Error, ErrorKind, Shown, ShownName};
use crate::qname::QName;
use crate::soap::{Block, Envelope, Fault, SoapVersion};
use crate::xml::{Element, trim};

/// Why a message is refused for its header blocks of WS-Addressing (SOAP Binding section 6.4), with what a caller is told of it.
///
/// The [checks](super#what-is-checked) make it, and [`of_error`](Self::of_error) of what cannot be read. [`to_envelope`](Self::to_envelope)
/// is the answer: the fault and its header blocks, as both versions of SOAP have them. SOAP 1.1 has the inner code alone.
///
/// | `[Subcode]` | `[Subsubcode]` | detail |
/// |---|---|---|
/// | `wsa:InvalidAddressingHeader` | that of [`InvalidHeader`], or none | `wsa:ProblemHeaderQName` |
/// | | `wsa:ActionMismatch` | `wsa:ProblemAction` |
/// | `wsa:MessageAddressingHeaderRequired` | | `wsa:ProblemHeaderQName` |
/// | `wsa:DestinationUnreachable` | | `wsa:ProblemIRI` |
/// | `wsa:ActionNotSupported` | | `wsa:ProblemAction` |
/// | `wsa:EndpointUnavailable` | | `wsa:RetryAfter`, in milliseconds; `wsa:ProblemIRI` |
///
/// ```
/// use um_messages::soap::addressing::{Addressing, AddressingFault};
/// use um_messages::{SoapVersion, um};
///
/// # let addressing = Addressing::new("urn:Other");
/// let refused = addressing.check_action("urn:IsUMEnabled").unwrap_err();
/// assert_eq!(refused, AddressingFault::ActionNotSupported("urn:Other".into()));
///
/// let answer = refused.to_envelope(SoapVersion::V1_1, Some(&addressing)).to_xml()?;
/// assert!(answer.contains("<wsa:FaultDetail"));
/// assert!(answer.contains(":ActionNotSupported</faultcode>"));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AddressingFault {
    /// A block is not valid: which one, and why.
    InvalidHeader(QName, InvalidHeader),
    /// The action is another one than HTTP says.
    #[non_exhaustive]
    ActionMismatch {
        /// That of the block.
        action: String,
        /// That of HTTP.
        soap_action: String,
    },
    /// A block is not there, and has to be: which one.
    HeaderRequired(QName),
    /// Nothing is known of the destination: its address.
    DestinationUnreachable(String),
    /// The action is none of the service's: which one.
    ActionNotSupported(String),
    /// The endpoint cannot do anything now.
    EndpointUnavailable {
        /// When it may be asked again, to the millisecond, if that is known.
        retry_after: Option<Duration>,
        /// The address of the endpoint, if it is told.
        address: Option<String>,
    },
}

/// Why a block is not valid: the `[Subsubcode]` of `wsa:InvalidAddressingHeader` (SOAP Binding section 6.4.1, Metadata section 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidHeader {
    /// `InvalidAddress`: an address is no absolute IRI.
    Address,
    /// `InvalidEPR`: an endpoint reference is none.
    EndpointReference,
    /// `InvalidCardinality`: the block stands more often than it may.
    Cardinality,
    /// `MissingAddressInEPR`: an endpoint reference has no address.
    MissingAddress,
    /// `DuplicateMessageID`: there was a message of this name before.
    DuplicateMessageId,
    /// `OnlyAnonymousAddressSupported`: the answer cannot go to another address.
    OnlyAnonymousAddressSupported,
    /// `OnlyNonAnonymousAddressSupported`: the answer cannot go to the anonymous address.
    OnlyNonAnonymousAddressSupported,
    /// Something else.
    Other,
}

impl InvalidHeader {
    const CODES: [(Self, &'static str); 7] = [
        (Self::Address, "InvalidAddress"),
        (Self::EndpointReference, "InvalidEPR"),
        (Self::Cardinality, "InvalidCardinality"),
        (Self::MissingAddress, "MissingAddressInEPR"),
        (Self::DuplicateMessageId, "DuplicateMessageID"),
        (
            Self::OnlyAnonymousAddressSupported,
            "OnlyAnonymousAddressSupported",
        ),
        (
            Self::OnlyNonAnonymousAddressSupported,
            "OnlyNonAnonymousAddressSupported",
        ),
    ];

    fn code(self) -> Option<&'static str> {
        let mut codes = Self::CODES.into_iter();
        codes
            .find(|&(known, _)| known == self)
            .map(|(_, code)| code)
    }

    fn of_code(local: &str) -> Option<Self> {
        let mut codes = Self::CODES.into_iter();
        codes
            .find(|&(_, code)| code == local)
            .map(|(known, _)| known)
    }
}

const INVALID: &str = "InvalidAddressingHeader";
const MISMATCH: &str = "ActionMismatch";
const REQUIRED: &str = "MessageAddressingHeaderRequired";
const UNREACHABLE: &str = "DestinationUnreachable";
const NOT_SUPPORTED: &str = "ActionNotSupported";
const UNAVAILABLE: &str = "EndpointUnavailable";

// The answer.

impl AddressingFault {
    /// The codes, the outer one first.
    fn codes(&self) -> Vec<&'static str> {
        match self {
            Self::InvalidHeader(_, problem) => {
                std::iter::once(INVALID).chain(problem.code()).collect()
            }
            Self::ActionMismatch { .. } => vec![INVALID, MISMATCH],
            Self::HeaderRequired(_) => vec![REQUIRED],
            Self::DestinationUnreachable(_) => vec![UNREACHABLE],
            Self::ActionNotSupported(_) => vec![NOT_SUPPORTED],
            Self::EndpointUnavailable { .. } => vec![UNAVAILABLE],
        }
    }

    /// The reason, in the words of section 6.4.
    fn reason(&self) -> &'static str {
        match self {
            Self::InvalidHeader(..) | Self::ActionMismatch { .. } => {
                "A header representing a Message Addressing Property is not valid and the message cannot be processed"
            }
            Self::HeaderRequired(_) => {
                "A required header representing a Message Addressing Property is not present"
            }
            Self::DestinationUnreachable(_) => "No route can be determined to reach [destination]",
            Self::ActionNotSupported(_) => "The [action] cannot be processed at the receiver",
            Self::EndpointUnavailable { .. } => {
                "The endpoint is unable to process the message at this time"
            }
        }
    }

    /// The elements of detail (section 6.3).
    fn detail(&self) -> Vec<Element> {
        match self {
            Self::InvalidHeader(header, _) | Self::HeaderRequired(header) => {
                vec![problem_header(header)]
            }
            Self::ActionMismatch {
                action,
                soap_action,
            } => vec![
                detail("ProblemAction")
                    .with_child(detail("Action").with_text(action))
                    .with_child(detail("SoapAction").with_text(soap_action)),
            ],
            Self::DestinationUnreachable(address) => vec![problem_iri(address)],
            Self::ActionNotSupported(action) => {
                vec![detail("ProblemAction").with_child(detail("Action").with_text(action))]
            }
            Self::EndpointUnavailable {
                retry_after,
                address,
            } => {
                let milliseconds = retry_after.map(|after| after.as_millis().to_string());
                let after = milliseconds.map(|after| detail("RetryAfter").with_text(after));
                let address = address.as_deref().map(problem_iri);
                after.into_iter().chain(address).collect()
            }
        }
    }

    /// The fault of SOAP 1.2, with its detail. In SOAP 1.1 it is another one, which [`to_envelope`](Self::to_envelope) has.
    #[must_use]
    pub fn to_fault(&self) -> Fault {
        let fault = self.with_codes(NAMESPACE, self.codes());
        self.detail().into_iter().fold(fault, Fault::with_detail)
    }

    /// The fault of SOAP 1.1, whose detail stands in the Header. It has one code, `[Subcode]` or `[Subsubcode]` (section 6): the inner one, which
    /// says more.
    fn to_fault_1_1(&self) -> Fault {
        self.with_codes(NAMESPACE, self.codes().pop())
    }

    /// The fault with these codes below that of SOAP.
    pub(super) fn with_codes(
        &self,
        namespace: &'static str,
        codes: impl IntoIterator<Item = &'static str>,
    ) -> Fault {
        let fault = match self {
            Self::EndpointUnavailable { .. } => Fault::receiver(self.reason()),
            _ => Fault::sender(self.reason()),
        };
        codes.into_iter().fold(fault, |fault, code| {
            fault.with_subcode(QName::new(namespace, code))
        })
    }

    /// The answer to the message that is refused, in the version of SOAP that it came in: the fault, and the blocks that belong beside it. What could
    /// be read of the message says where it goes; if that is what is wrong, it goes back to whoever asks.
    ///
    /// ```
    /// use um_messages::soap::addressing::{Addressing, AddressingFault};
    /// use um_messages::{Envelope, um};
    ///
    /// fn refusal(error: um_messages::Error) -> um_messages::Result<String> {
    ///     match AddressingFault::of_error(&error) {
    ///         Some(fault) => fault.to_envelope(error.soap_version().unwrap_or_default(), None).to_xml(),
    ///         None => error.to_fault_envelope().to_xml(),
    ///     }
    /// }
    ///
    /// let request = Envelope::new(um::IsUMEnabled {}).to_xml()?;
    /// let error = Envelope::<um::IsUMEnabled, Addressing>::from_xml(&request).unwrap_err();
    /// assert!(refusal(error)?.contains(":MessageAddressingHeaderRequired</faultcode>"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn to_envelope(
        &self,
        version: SoapVersion,
        request: Option<&Addressing>,
    ) -> Envelope<Fault, Addressed> {
        let mut blocks = match request {
            Some(request) => request.answer_at(&self.endpoint(request), FAULT_ACTION),
            None => Addressed {
                addressing: Addressing::new(FAULT_ACTION),
                ..Addressed::default()
            },
        };
        let fault = match version {
            SoapVersion::V1_2 => self.to_fault(),
            SoapVersion::V1_1 => {
                let detail = FaultDetail {
                    detail: self.detail(),
                    ..FaultDetail::default()
                };
                let is_said = !detail.detail.is_empty();
                blocks.addressing.fault_detail = is_said.then(|| Block::new(detail));
                self.to_fault_1_1()
            }
        };
        Envelope::new(fault)
            .with_version(version)
            .with_header(blocks)
    }
}

impl AddressingFault {
    /// Where the fault goes: what is wrong with the endpoint that the request names must not be wrong with the answer.
    fn endpoint<'r>(&self, request: &'r Addressing) -> Cow<'r, EndpointReference> {
        let is_refused = matches!(
            self,
            Self::InvalidHeader(header, _) if ["ReplyTo", "FaultTo"].contains(&header.local())
        );
        let endpoint = request.fault_endpoint();
        if is_refused || endpoint.problem().is_some() {
            Cow::Owned(EndpointReference::anonymous())
        } else {
            endpoint
        }
    }
}

/// An element of detail, in the namespace of the blocks.
fn detail(local: &'static str) -> Element {
    Element::new(NAMESPACE, local).with_prefix("wsa")
}

fn problem_iri(address: &str) -> Element {
    detail("ProblemIRI").with_text(address)
}

fn problem_header(header: &QName) -> Element {
    let problem = detail("ProblemHeaderQName");
    let local = header.local();
    match header.namespace() {
        "" => problem.with_text(local),
        NAMESPACE => problem
            .with_declaration("wsa", NAMESPACE)
            .with_text(format!("wsa:{local}")),
        other => problem
            .with_declaration("h", other.to_owned())
            .with_text(format!("h:{local}")),
    }
}

// Of what was read.

impl AddressingFault {
    /// The fault that was read, if it is one of WS-Addressing: from its codes and its detail, which in SOAP 1.1 is in the block
    /// [`fault_detail`](Addressing::fault_detail) beside it.
    ///
    /// ```
    /// use um_messages::soap::addressing::{Addressing, AddressingFault};
    /// use um_messages::{Envelope, Fault, SoapVersion};
    ///
    /// # let refused = AddressingFault::DestinationUnreachable("https://host/".into());
    /// # let answer = refused.to_envelope(SoapVersion::V1_1, None).to_xml()?;
    /// let answer = Envelope::<Fault, Addressing>::from_xml(&answer)?;
    /// let fault = AddressingFault::of_fault(&answer.body, answer.header.fault_detail.as_deref());
    /// assert_eq!(fault, Some(AddressingFault::DestinationUnreachable("https://host/".into())));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn of_fault(fault: &Fault, detail: Option<&FaultDetail>) -> Option<Self> {
        let codes = std::iter::once(fault.code()).chain(fault.subcodes());
        let ours: Vec<&str> = codes
            .filter(|code| code.namespace() == NAMESPACE)
            .map(QName::local)
            .collect();
        let said = Said {
            entries: (fault.detail().iter())
                .chain(detail.into_iter().flat_map(|detail| &detail.detail))
                .collect(),
        };
        let innermost = *ours.last()?;
        Some(match innermost {
            MISMATCH => Self::ActionMismatch {
                action: said.of_action("Action"),
                soap_action: said.of_action("SoapAction"),
            },
            INVALID => Self::InvalidHeader(said.header(), InvalidHeader::Other),
            REQUIRED => Self::HeaderRequired(said.header()),
            UNREACHABLE => {
                Self::DestinationUnreachable(said.text("ProblemIRI").unwrap_or_default())
            }
            NOT_SUPPORTED => Self::ActionNotSupported(said.of_action("Action")),
            UNAVAILABLE => Self::EndpointUnavailable {
                retry_after: said.retry_after(),
                address: said.text("ProblemIRI"),
            },
            other => match InvalidHeader::of_code(other) {
                Some(problem) => Self::InvalidHeader(said.header(), problem),
                None if ours.first() == Some(&INVALID) => {
                    Self::InvalidHeader(said.header(), InvalidHeader::Other)
                }
                None => return None,
            },
        })
    }

    /// The fault of a message that could not be read, if it is a block of WS-Addressing, of either namespace, that is wrong, stands twice, or is
    /// missing. Of any other error [`to_fault_envelope`](Error::to_fault_envelope) makes the answer.
    #[must_use]
    pub fn of_error(error: &Error) -> Option<Self> {
        let Some(block) = error.header_block() else {
            return is_without_action(error)
                .then(|| Self::HeaderRequired(QName::new(NAMESPACE, "Action")));
        };
        if ![NAMESPACE, NAMESPACE_OF_2004].contains(&block.namespace()) {
            return None;
        }
        let local = block.local();
        let is_reference = ["From", "ReplyTo", "FaultTo"].contains(&local);
        let is_at_block = error
            .path()
            .is_some_and(|path| path.strip_prefix("Envelope/Header/") == Some(local));
        let problem = match error.kind() {
            ErrorKind::Duplicate(_) if is_at_block => InvalidHeader::Cardinality,
            ErrorKind::MissingElement(missing) if is_reference && missing == "Address" => {
                InvalidHeader::MissingAddress
            }
            _ if is_reference => InvalidHeader::EndpointReference,
            _ if local == "To" => InvalidHeader::Address,
            _ => InvalidHeader::Other,
        };
        Some(Self::InvalidHeader(block.clone(), problem))
    }
}

/// Whether it is the error that there is no `Action`.
fn is_without_action(error: &Error) -> bool {
    let is_of_header = matches!(error.path(), Some("Envelope/Header" | "Envelope/Body"));
    is_of_header && matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Action")
}

/// What a fault that was read says in detail.
struct Said<'f> {
    entries: Vec<&'f Element>,
}

impl Said<'_> {
    fn entry(&self, local: &str) -> Option<&Element> {
        let mut entries = self.entries.iter();
        let found = entries.find(|entry| entry.name().is(NAMESPACE, local));
        found.copied()
    }

    fn text(&self, local: &str) -> Option<String> {
        let text = self.entry(local)?.text();
        Some(trim(&text).to_owned())
    }

    /// What the detail says of an action: that of the block, or of HTTP.
    fn of_action(&self, local: &str) -> String {
        let problem = self.entry("ProblemAction");
        let action = problem.and_then(|problem| problem.child(NAMESPACE, local));
        action.map_or_else(String::new, |action| trim(&action.text()).to_owned())
    }

    /// The block that the fault is about: its name, or itself (section 6.3).
    fn header(&self) -> QName {
        let name = self.entry("ProblemHeaderQName");
        let name = name.and_then(|name| name.read::<QName>().ok());
        let block = || {
            let block = self.entry("ProblemHeader")?.children().next()?;
            Some(block.name().clone())
        };
        name.or_else(block).unwrap_or_default()
    }

    fn retry_after(&self) -> Option<Duration> {
        let milliseconds = self.text("RetryAfter")?.parse().ok()?;
        Some(Duration::from_millis(milliseconds))
    }
}

impl fmt::Display for AddressingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidHeader(header, problem) => {
                write!(f, "the header block `{}` is not valid", ShownName(header))?;
                match problem.code() {
                    Some(code) => write!(f, ": {code}"),
                    None => Ok(()),
                }
            }
            Self::ActionMismatch {
                action,
                soap_action,
            } => write!(
                f,
                "the action is `{}`, and that of HTTP `{}`",
                Shown(action),
                Shown(soap_action)
            ),
            Self::HeaderRequired(header) => {
                write!(f, "missing header block `{}`", ShownName(header))
            }
            Self::DestinationUnreachable(address) => {
                write!(f, "no way leads to `{}`", Shown(address))
            }
            Self::ActionNotSupported(action) => {
                write!(f, "the action `{}` is not supported", Shown(action))
            }
            Self::EndpointUnavailable { retry_after, .. } => {
                f.write_str("the endpoint is not available now")?;
                match retry_after {
                    Some(after) => write!(f, "; it may be in {} ms", after.as_millis()),
                    None => Ok(()),
                }
            }
        }
    }
}

/// So that a function can return it as it returns other errors.
impl std::error::Error for AddressingFault {}
