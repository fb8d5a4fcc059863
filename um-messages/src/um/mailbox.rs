//! The mailbox: whether it has Unified Messaging, and with which settings.

use super::MESSAGES;
use crate::SoapMessage;

/// Asks whether the caller's mailbox is enabled for Unified Messaging ([MS-OXWUMS] section 3.1.4).
///
/// The answer is [`IsUMEnabledResponse`]: for a mailbox that is not enabled it is `false`, and no
/// fault.
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/IsUMEnabled",
    response = IsUMEnabledResponse,
)]
pub struct IsUMEnabled {}

/// The answer to [`IsUMEnabled`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    inner = "IsUMEnabledResponse",
    inner_optional,
)]
pub struct IsUMEnabledResponse {
    /// Whether the mailbox is enabled for Unified Messaging.
    #[soap(text, with = "super::boolean", schema_type = "boolean")]
    pub is_enabled: bool,
}

/// Asks for the Unified Messaging settings of the caller's mailbox ([reference](super#sources), `GetUMProperties`).
///
/// The answer is [`GetUMPropertiesResponse`]. Fault:
/// [`UserNotUmEnabled`](super::UmException::UserNotUmEnabled).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/GetUMProperties",
    response = GetUMPropertiesResponse,
)]
pub struct GetUMProperties {}

/// The answer to [`GetUMProperties`] (`UMProperties`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    inner = "GetUMPropertiesResponse",
    inner_optional,
)]
pub struct GetUMPropertiesResponse {
    /// Whether callers hear the Out-of-Office greeting.
    #[soap(with = "super::boolean", schema_type = "boolean")]
    pub oof_status: bool,
    /// Whether the user gets a message about each call that was missed.
    #[soap(with = "super::boolean", schema_type = "boolean")]
    pub missed_call_notification_enabled: bool,
    /// The number that `PlayOnPhone` and `PlayOnPhoneGreeting` call where the user chooses none.
    pub play_on_phone_dial_string: Option<String>,
    /// The numbers under which the user reaches the mailbox, all in one text, joined with `", "`.
    pub telephone_access_numbers: Option<String>,
    /// The folder that is read to the user over the telephone: its MAPI entry id in base64.
    pub telephone_access_folder_email: Option<String>,
}
