//! The faults of the service: an exception's name in the code and in the detail, or the code of
//! a request that is none.

use super::{ERRORS_NAMESPACE, NAMESPACE, NAMESPACE_SINGULAR, TYPES_NAMESPACE};
use crate::open_names::open_names;
use crate::soap::Fault;
use crate::xml::{Element, QName};
use crate::{Error, SoapType};

open_names! {
    /// What the service refuses ([MS-OXWUMS] sections 2.2.3.1, 3.1.4.1, 3.1.4.3, 3.1.4.8).
    ///
    /// The set is open: any exception of the server may show up, and its name is kept.
    ///
    /// ```
    /// use um_messages::um::UmException;
    ///
    /// let exception = UmException::from_name("InvalidCallIdException");
    /// assert_eq!(exception, UmException::InvalidCallId);
    /// let new = UmException::from_name("TooLoudException");
    /// assert_eq!(new, UmException::Other("TooLoudException".to_owned()));
    /// assert_eq!(new.name(), "TooLoudException");
    /// ```
    ///
    /// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
    pub enum UmException {
        /// The request is malformed: of no operation, or not of its operation's shape. The one that is
        /// no exception of the server but a response code, with a fault of another shape.
        InvalidRequest = "ErrorInvalidRequest",
        /// The call is not, or no longer, known (`GetCallInfo`, `Disconnect`).
        InvalidCallId = "InvalidCallIdException",
        /// The entry id is none (`PlayOnPhone`).
        InvalidObjectId = "InvalidObjectIdException",
        /// The number may not be dialed (`PlayOnPhone`, `PlayOnPhoneGreeting`).
        DialingRules = "DialingRulesException",
        /// The mailbox is not enabled for Unified Messaging (all but `IsUMEnabled`, `GetCallInfo` and
        /// `Disconnect`).
        UserNotUmEnabled = "UserNotUmEnabledException",
        /// The caller is nobody that the service knows.
        InvalidPrincipal = "InvalidPrincipalException",
        /// The directory's entry of the mailbox is of the wrong kind
        /// (`SetMissedCallNotificationEnabled`).
        InvalidADRecipient = "InvalidADRecipientException",
        /// There is no gateway to the telephone network.
        IPGatewayNotFound = "IPGatewayNotFoundException",
        /// The telephone number is none.
        InvalidPhoneNumber = "InvalidPhoneNumberException",
        /// The SIP address is none.
        InvalidSipUri = "InvalidSipUriException",
        /// Too many calls are going on.
        OverPlayOnPhoneCallLimit = "OverPlayOnPhoneCallLimitException",
        /// The name of the file to play is none.
        InvalidFileName = "InvalidFileNameException",
        /// There is no number to call from.
        NoCallerIdToUse = "NoCallerIdToUseException",
        /// The auto attendant is none.
        InvalidUMAutoAttendant = "InvalidUMAutoAttendantException",
        /// The recording is too long.
        AudioDataIsOversize = "AudioDataIsOversizeException",
        /// The file to play is not there.
        SourceFileNotFound = "SourceFileNotFoundException",
        /// The content could not be deleted.
        DeleteContent = "DeleteContentException",
        /// The place where prompts are published is not there.
        PublishingPoint = "PublishingPointException",
        /// The mailbox cannot be reached.
        EWSUMMailboxAccess = "EWSUMMailboxAccessException",
        /// Anything that the server behind the service does not name.
        ClientAccess = "ClientAccessException",
    }
}

/// A fault of the service: which exception, and what the server says about it.
///
/// ```
/// use um_messages::{SoapMessage, um};
///
/// let answer = um::UmFault::new(um::UmException::InvalidCallId, "The call identifier isn't valid.")
///     .to_fault()?
///     .to_envelope()?;
///
/// let error = um::DisconnectResponse::from_envelope(&answer).unwrap_err();
/// let fault = um::UmFault::from_error(&error).expect("a fault of the service");
/// assert_eq!(fault.exception, um::UmException::InvalidCallId);
/// assert_eq!(fault.message, "The call identifier isn't valid.");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UmFault {
    /// Which exception.
    pub exception: UmException,
    /// What the server says about it, for people.
    pub message: String,
    /// The language of the message (`xml:lang`), if it is said.
    pub language: Option<String>,
    /// What the detail says beside the name: `Message`, in a fault for a malformed request.
    pub explanation: Option<String>,
}

/// The entry of detail that has the exception's name.
#[derive(SoapType)]
#[soap(crate = crate, namespace = NAMESPACE, prefix = "m")]
pub(super) struct ExceptionType {
    // The set of names is open.
    #[soap(text, schema_type = "string")]
    name: UmException,
}

/// The entry of detail that has the name of a response code.
#[derive(SoapType)]
#[soap(crate = crate, namespace = ERRORS_NAMESPACE, prefix = "e")]
pub(super) struct ResponseCode {
    // The set of names is open.
    #[soap(text, schema_type = "string")]
    name: UmException,
}

/// The entry of detail that explains a response code.
#[derive(SoapType)]
#[soap(crate = crate, namespace = ERRORS_NAMESPACE, prefix = "e", rename = "Message")]
pub(super) struct Explanation(String);

impl UmFault {
    /// A fault with a message in American English, as the service sends it.
    #[must_use]
    pub fn new(exception: UmException, message: impl Into<String>) -> Self {
        Self {
            exception,
            message: message.into(),
            language: Some("en-US".to_owned()),
            explanation: None,
        }
    }

    /// The exception in a fault of the service, if it is one.
    ///
    /// All shapes are understood. The documents disagree, and servers have sent more than one: the
    /// name is taken from `ExceptionType` in the detail, with or without the namespace and with or
    /// without a prefix in its text, or from `ResponseCode`; where there is neither, from a code in
    /// one of the service's namespaces, or with a prefix that is not declared.
    #[must_use]
    pub fn from_fault(fault: &Fault) -> Option<Self> {
        let entry = |is_wanted: fn(&QName) -> bool| {
            let mut entries = fault.detail().iter();
            let found = entries.find(|entry| is_wanted(entry.name()));
            found.map(Element::text)
        };
        let named = |is_wanted| entry(is_wanted).and_then(|text| bare_name(&text));
        let mut codes = std::iter::once(fault.code()).chain(fault.subcodes());
        let name = named(is_exception_type)
            .or_else(|| named(is_response_code))
            .or_else(|| codes.find_map(name_of_code))?;
        let reason = fault.reasons().first();
        Some(Self {
            exception: UmException::from_name(&name),
            message: fault.reason().to_owned(),
            language: reason.and_then(|reason| reason.lang()).map(str::to_owned),
            explanation: entry(is_explanation),
        })
    }

    /// The exception in the fault that an error carries, if it is one of the service.
    #[must_use]
    pub fn from_error(error: &Error) -> Option<Self> {
        error.fault().and_then(Self::from_fault)
    }

    /// The fault as the service sends it.
    ///
    /// # Errors
    ///
    /// If the exception's name cannot be written as XML.
    pub fn to_fault(&self) -> Result<Fault, Error> {
        let exception = &self.exception;
        let is_code = is_code(exception.name());
        let namespace = if is_code {
            TYPES_NAMESPACE
        } else {
            ERRORS_NAMESPACE
        };
        let code = QName::new(namespace, exception.name().to_owned());
        let fault = Fault::new(code, self.message.as_str());
        let fault = match &self.language {
            Some(language) => fault.in_language(language.as_str()),
            None => fault.without_language(),
        };
        let (fault, explanation) = if is_code {
            let explanation = self.explanation.as_ref().unwrap_or(&self.message);
            let entry = ResponseCode {
                name: exception.clone(),
            };
            (fault.with_detail_of(&entry)?, Some(explanation))
        } else {
            let entry = ExceptionType {
                name: exception.clone(),
            };
            (fault.with_detail_of(&entry)?, self.explanation.as_ref())
        };
        match explanation {
            Some(text) => fault.with_detail_of(&Explanation(text.clone())),
            None => Ok(fault),
        }
    }
}

impl UmException {
    /// The exception in a fault of the service, in any of its shapes; see [`UmFault::from_fault`].
    #[must_use]
    pub fn from_fault(fault: &Fault) -> Option<Self> {
        UmFault::from_fault(fault).map(|fault| fault.exception)
    }

    /// The exception in the fault that an error carries, if it is one of the service.
    #[must_use]
    pub fn from_error(error: &Error) -> Option<Self> {
        error.fault().and_then(Self::from_fault)
    }
}

fn is_exception_type(entry: &QName) -> bool {
    let is_ours = matches!(entry.namespace(), "" | NAMESPACE_SINGULAR)
        || is_spelling_of(NAMESPACE, entry.namespace());
    is_ours && entry.local() == "ExceptionType"
}

fn is_response_code(entry: &QName) -> bool {
    is_spelling_of(ERRORS_NAMESPACE, entry.namespace()) && entry.local() == "ResponseCode"
}

fn is_explanation(entry: &QName) -> bool {
    is_spelling_of(ERRORS_NAMESPACE, entry.namespace()) && entry.local() == "Message"
}

/// Whether a namespace is one of the service's: as it stands, or as copies of the documents have it, with
/// `https:` for `http:`.
fn is_spelling_of(ours: &str, namespace: &str) -> bool {
    let rest = |uri| str::strip_prefix(uri, "http:");
    namespace == ours || namespace.strip_prefix("https:") == rest(ours)
}

/// The name in an entry of detail, without the prefix that some documents put before it; `None` for none.
fn bare_name(text: &str) -> Option<String> {
    let name = text.trim().rsplit(':').next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// The name in a fault code of the service's own. Without a namespace, which is what a prefix that is
/// not declared leaves of it, a code must look like a name of the service: others forget prefixes too.
fn name_of_code(code: &QName) -> Option<String> {
    let (namespace, local) = (code.namespace(), code.local());
    let is_plain = !local.contains('.');
    let is_ours = is_spelling_of(ERRORS_NAMESPACE, namespace)
        || is_spelling_of(TYPES_NAMESPACE, namespace)
        || (namespace.is_empty() && is_plain && (is_code(local) || local.ends_with("Exception")));
    is_ours.then(|| local.to_owned())
}

/// Whether a name is a response code, which is what the names of Exchange's other web services
/// look like: their faults have another namespace and another detail than exceptions.
fn is_code(name: &str) -> bool {
    name.starts_with("Error")
}
