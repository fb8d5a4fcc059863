//! The faults of the service: an exception's name, in the code and in the detail.

use super::{ERRORS_NAMESPACE, NAMESPACE, NAMESPACE_HTTPS};
use crate::soap::Fault;
use crate::xml::{Element, QName};
use crate::{Error, SoapType};

/// What the service itself refuses ([MS-OXWUMS] sections 3.1.4.1, 3.1.4.3, 3.1.4.8).
///
/// The set is open: any exception of the server may show up, and its name is kept.
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate)]
#[non_exhaustive]
pub enum UmException {
    /// The call is not, or no longer, known (`GetCallInfo`, `Disconnect`).
    #[soap(rename = "InvalidCallIdException")]
    InvalidCallId,
    /// The entry id is none (`PlayOnPhone`).
    #[soap(rename = "InvalidObjectIdException")]
    InvalidObjectId,
    /// The number may not be dialed (`PlayOnPhone`).
    #[soap(rename = "DialingRulesException")]
    DialingRules,
    /// An exception that this list does not have, by its name.
    #[soap(other)]
    Other(String),
}

/// A fault of the service's own: which exception, and what the server says about it.
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
}

/// The entry of detail that has the exception's name.
#[derive(SoapType)]
#[soap(crate = crate, namespace = NAMESPACE, prefix = "m")]
struct ExceptionType(UmException);

impl UmFault {
    /// A fault with a message in American English, as the service sends it.
    #[must_use]
    pub fn new(exception: UmException, message: impl Into<String>) -> Self {
        Self {
            exception,
            message: message.into(),
            language: Some("en-US".to_owned()),
        }
    }

    /// The exception in a fault of the service, if it is one.
    ///
    /// Four shapes are understood. The documents disagree, and servers have sent more than one: the name is
    /// taken from `ExceptionType` in the detail, with or without the namespace and with or without
    /// a prefix in its text, and where there is none from a code in the namespace of errors.
    #[must_use]
    pub fn from_fault(fault: &Fault) -> Option<Self> {
        let name = fault
            .detail()
            .iter()
            .find(|entry| is_exception_type(entry))
            .map(Element::text);
        let name = name.or_else(|| {
            let code = fault.code();
            (code.namespace() == ERRORS_NAMESPACE).then(|| code.local().to_owned())
        })?;
        let name = name.trim().rsplit(':').next().unwrap_or_default();
        if name.is_empty() {
            return None;
        }
        let language = fault
            .reasons()
            .first()
            .and_then(|reason| reason.lang())
            .map(str::to_owned);
        let message = fault.reason().to_owned();
        Some(Self {
            exception: UmException::from_name(name),
            message,
            language,
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
        let code = QName::new(ERRORS_NAMESPACE, self.exception.name().to_owned());
        let fault = Fault::new(code, self.message.as_str());
        let fault = match &self.language {
            Some(language) => fault.in_language(language.as_str()),
            None => fault,
        };
        fault.with_detail_of(&ExceptionType(self.exception.clone()))
    }
}

fn is_exception_type(entry: &Element) -> bool {
    let name = entry.name();
    let namespaces = [NAMESPACE, NAMESPACE_HTTPS, ""];
    name.local() == "ExceptionType" && namespaces.contains(&name.namespace())
}

impl UmException {
    /// The name that the service has for it, as in `InvalidCallIdException`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::InvalidCallId => "InvalidCallIdException",
            Self::InvalidObjectId => "InvalidObjectIdException",
            Self::DialingRules => "DialingRulesException",
            Self::Other(name) => name,
        }
    }

    /// The exception of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let known = [
            Self::InvalidCallId,
            Self::InvalidObjectId,
            Self::DialingRules,
        ];
        let found = known.into_iter().find(|exception| exception.name() == name);
        found.unwrap_or_else(|| Self::Other(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{ExceptionType, UmException};
    use crate::xml;

    /// The names stand twice: for the derive, and as constants.
    #[test]
    fn names_are_those_that_are_written_and_read() {
        use UmException::{DialingRules, InvalidCallId, InvalidObjectId};
        for exception in [InvalidCallId, InvalidObjectId, DialingRules] {
            let name = exception.name().to_owned();
            assert_eq!(UmException::from_name(&name), exception);
            let written = xml::to_string(&ExceptionType(exception)).unwrap_or_default();
            assert!(written.contains(&format!(">{name}<")), "{written}");
        }
    }
}
