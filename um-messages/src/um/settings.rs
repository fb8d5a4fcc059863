//! The settings of a mailbox: one operation for each.

use super::MESSAGES;
use crate::SoapMessage;

/// Sets whether callers hear the Out-of-Office greeting ([reference](super#sources), `SetOofStatus`).
///
/// The answer, [`SetOofStatusResponse`], is empty. Fault:
/// [`UserNotUmEnabled`](super::UmException::UserNotUmEnabled).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetOofStatus",
    response = SetOofStatusResponse,
)]
pub struct SetOofStatus {
    /// Whether they hear it.
    #[soap(
        rename = "status",
        alias = "Status",
        with = "super::boolean",
        schema_type = "boolean"
    )]
    pub status: bool,
}

/// The answer to [`SetOofStatus`]: it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
)]
pub struct SetOofStatusResponse {}

/// Sets the number that [`PlayOnPhone`](super::PlayOnPhone) and
/// [`PlayOnPhoneGreeting`](super::PlayOnPhoneGreeting) call where the user chooses none ([reference](super#sources), `SetPlayOnPhoneDialString`).
///
/// The answer, [`SetPlayOnPhoneDialStringResponse`], is empty. Fault:
/// [`UserNotUmEnabled`](super::UmException::UserNotUmEnabled).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetPlayOnPhoneDialString",
    response = SetPlayOnPhoneDialStringResponse,
)]
pub struct SetPlayOnPhoneDialString {
    /// The telephone number (RFC 3966). The service removes white space at its ends.
    #[soap(rename = "dialString", alias = "DialString")]
    pub dial_string: String,
}

/// The answer to [`SetPlayOnPhoneDialString`]: it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
)]
pub struct SetPlayOnPhoneDialStringResponse {}

/// Sets the folder that is read to the user over the telephone ([reference](super#sources), `SetTelephoneAccessFolderEmail`).
///
/// The answer, [`SetTelephoneAccessFolderEmailResponse`], is empty. Fault:
/// [`UserNotUmEnabled`](super::UmException::UserNotUmEnabled).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetTelephoneAccessFolderEmail",
    response = SetTelephoneAccessFolderEmailResponse,
)]
pub struct SetTelephoneAccessFolderEmail {
    /// The MAPI entry id of the folder, in base64. The service does not check it.
    #[soap(rename = "base64FolderId", alias = "base64FolderID")]
    pub base64_folder_id: String,
}

/// The answer to [`SetTelephoneAccessFolderEmail`]: it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
)]
pub struct SetTelephoneAccessFolderEmailResponse {}

/// Sets whether the user gets a message about each call that was missed ([reference](super#sources), `SetMissedCallNotificationEnabled`).
///
/// The answer, [`SetMissedCallNotificationEnabledResponse`], is empty. Faults:
/// [`UserNotUmEnabled`](super::UmException::UserNotUmEnabled),
/// [`InvalidADRecipient`](super::UmException::InvalidADRecipient).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetMissedCallNotificationEnabled",
    response = SetMissedCallNotificationEnabledResponse,
)]
pub struct SetMissedCallNotificationEnabled {
    /// Whether the user gets one.
    #[soap(
        rename = "status",
        alias = "Status",
        with = "super::boolean",
        schema_type = "boolean"
    )]
    pub status: bool,
}

/// The answer to [`SetMissedCallNotificationEnabled`]: it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
)]
pub struct SetMissedCallNotificationEnabledResponse {}
