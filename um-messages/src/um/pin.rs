//! The PIN with which the user reaches the mailbox over the telephone.

use super::MESSAGES;
use crate::SoapMessage;

/// Gives the caller's mailbox a new random PIN, which the service mails to the user
/// ([MS-OXWUMS] section 3.1.4.10).
///
/// The answer, [`ResetPINResponse`], is empty. Fault:
/// [`UserNotUmEnabled`](super::UmException::UserNotUmEnabled).
///
/// [MS-OXWUMS]: https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxwums/
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/ResetPIN",
    response = ResetPINResponse,
)]
pub struct ResetPIN {}

/// The answer to [`ResetPIN`]: the new PIN is on its way to the user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapMessage)]
#[soap(
    crate = crate,
    namespace = MESSAGES,
)]
pub struct ResetPINResponse {}
