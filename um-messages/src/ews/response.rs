//! What all answers have: whether the service did what was asked for, and if not, why.

use std::fmt;

use crate::SoapType;
use crate::error::Shown;
use crate::open_names::open_names;
use crate::xml::Element;

/// What all answers of the service have (`ResponseMessageType`): flattened into each of them.
#[derive(Clone, Debug, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = super::MESSAGES)]
pub struct ResponseMessage {
    /// Whether it was done.
    #[soap(attribute)]
    pub response_class: ResponseClass,
    /// What the service says about it, for people.
    pub message_text: Option<String>,
    /// What the service says about it, for programs.
    pub response_code: Option<ResponseCode>,
    /// Not used by the service; it is always 0.
    pub descriptive_link_key: Option<i32>,
    /// More about an error, as the service sends it. Whatever its own name, it is written as `MessageXml`.
    pub message_xml: Option<Element>,
}

impl ResponseMessage {
    /// Says that it was done.
    #[must_use]
    pub fn success() -> Self {
        Self {
            response_class: ResponseClass::Success,
            message_text: None,
            response_code: Some(ResponseCode::NoError),
            descriptive_link_key: None,
            message_xml: None,
        }
    }

    /// Says that it was not done, and why.
    #[must_use]
    pub fn error(code: ResponseCode, text: impl Into<String>) -> Self {
        Self {
            response_class: ResponseClass::Error,
            message_text: Some(text.into()),
            response_code: Some(code),
            descriptive_link_key: Some(0),
            message_xml: None,
        }
    }

    /// Nothing, if it was done, with a warning or without.
    ///
    /// # Errors
    ///
    /// If it was not done.
    pub fn into_result(self) -> Result<(), ResponseError> {
        match self.response_class {
            ResponseClass::Error => Err(ResponseError::Refused(Box::new(self))),
            ResponseClass::Success | ResponseClass::Warning => Ok(()),
        }
    }

    /// What the answer has, if it was done.
    pub(super) fn into_result_with<T>(
        self,
        name: &'static str,
        value: Option<T>,
    ) -> Result<T, ResponseError> {
        match (self.response_class, value) {
            (ResponseClass::Error, _) => Err(ResponseError::Refused(Box::new(self))),
            (_, Some(value)) => Ok(value),
            (_, None) => Err(ResponseError::Incomplete {
                missing: name,
                message: Box::new(self),
            }),
        }
    }
}

/// Whether the service did what was asked for (`ResponseClassType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate)]
pub enum ResponseClass {
    /// It was done.
    Success,
    /// It was done, but something is to be said about it.
    Warning,
    /// It was not done.
    Error,
}

open_names! {
    /// What the service says to programs about an answer (`ResponseCode`): the codes that have to do
    /// with calls. The service has hundreds of others; their names are kept.
    pub enum ResponseCode {
        /// It was done.
        NoError = "NoError",
        /// The call is not, or no longer, known.
        InvalidPhoneCallId = "ErrorInvalidPhoneCallId",
        /// The telephone number is none.
        InvalidPhoneNumber = "ErrorInvalidPhoneNumber",
        /// The telephone number may not be dialed.
        PhoneNumberNotDialable = "ErrorPhoneNumberNotDialable",
        /// The mailbox has no dial plan.
        UnifiedMessagingDialPlanNotFound = "ErrorUnifiedMessagingDialPlanNotFound",
        /// The request to the server behind the service failed.
        UnifiedMessagingRequestFailed = "ErrorUnifiedMessagingRequestFailed",
        /// There is no server for calls.
        UnifiedMessagingServerNotFound = "ErrorUnifiedMessagingServerNotFound",
        /// The mailbox is not enabled for Unified Messaging.
        UserNotUnifiedMessagingEnabled = "ErrorUserNotUnifiedMessagingEnabled",
        /// The server for calls is not available.
        UMServerUnavailable = "ErrorUMServerUnavailable",
        /// The prompt to play is not there.
        UnifiedMessagingPromptNotFound = "ErrorUnifiedMessagingPromptNotFound",
        /// There is nothing to report.
        UnifiedMessagingReportDataNotFound = "ErrorUnifiedMessagingReportDataNotFound",
        /// The prompt could not be deleted.
        DeleteUnifiedMessagingPromptFailed = "ErrorDeleteUnifiedMessagingPromptFailed",
    }
}

/// An answer that says that nothing was done, or that does not say what it has to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseError {
    /// The service did not do what was asked for.
    Refused(Box<ResponseMessage>),
    /// The service says that it was done, and its answer lacks what was asked for.
    Incomplete {
        /// The element that is missing.
        missing: &'static str,
        /// What the answer has.
        message: Box<ResponseMessage>,
    },
}

impl ResponseError {
    /// What the answer says of its success.
    #[must_use]
    pub fn message(&self) -> &ResponseMessage {
        match self {
            Self::Refused(message) | Self::Incomplete { message, .. } => message,
        }
    }

    /// What the service says about it, for programs.
    #[must_use]
    pub fn code(&self) -> Option<&ResponseCode> {
        self.message().response_code.as_ref()
    }
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Incomplete { missing, .. } = self {
            write!(f, "the answer has no `{missing}`, and no error; it says ")?;
        }
        let message = self.message();
        let code = message.response_code.as_ref().map(ResponseCode::name);
        match (code, &message.message_text) {
            (Some(code), Some(text)) => write!(f, "`{}`: {}", Shown(code), Shown(text)),
            (Some(code), None) => write!(f, "`{}`", Shown(code)),
            (None, Some(text)) => write!(f, "{}", Shown(text)),
            (None, None) => f.write_str("nothing of the reason"),
        }
    }
}

impl std::error::Error for ResponseError {}
