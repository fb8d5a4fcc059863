//! All requests in one type, and all answers: what a server dispatches on.

use super::{
    Disconnect, DisconnectResponse, GetCallInfo, GetCallInfoResponse, GetUMProperties,
    GetUMPropertiesResponse, IsUMEnabled, IsUMEnabledResponse, PlayOnPhone, PlayOnPhoneGreeting,
    PlayOnPhoneGreetingResponse, PlayOnPhoneResponse, ResetPIN, ResetPINResponse,
    SetMissedCallNotificationEnabled, SetMissedCallNotificationEnabledResponse, SetOofStatus,
    SetOofStatusResponse, SetPlayOnPhoneDialString, SetPlayOnPhoneDialStringResponse,
    SetTelephoneAccessFolderEmail, SetTelephoneAccessFolderEmailResponse,
};
use crate::SoapMessage;

/// A request to the service, told by the element in the Body.
///
/// The service itself does the same: it ignores the SOAPAction.
///
/// ```
/// use um_messages::{SoapMessage, um};
///
/// let xml = um::Disconnect { call_id: "MDlk".into() }.to_envelope()?;
/// match um::UmRequest::from_envelope(&xml)? {
///     um::UmRequest::Disconnect(request) => assert_eq!(request.call_id, "MDlk"),
///     other => panic!("{other:?}"),
/// }
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(crate = crate, namespace = super::NAMESPACE)]
pub enum UmRequest {
    /// Is the mailbox enabled?
    IsUMEnabled(IsUMEnabled),
    /// With which settings?
    GetUMProperties(GetUMProperties),
    /// Play the Out-of-Office greeting, or not.
    SetOofStatus(SetOofStatus),
    /// Call this number by default.
    SetPlayOnPhoneDialString(SetPlayOnPhoneDialString),
    /// Read this folder over the telephone.
    SetTelephoneAccessFolderEmail(SetTelephoneAccessFolderEmail),
    /// Tell the user about missed calls, or not.
    SetMissedCallNotificationEnabled(SetMissedCallNotificationEnabled),
    /// Make a new PIN.
    ResetPIN(ResetPIN),
    /// Play an item on a telephone.
    PlayOnPhone(PlayOnPhone),
    /// Play a greeting on a telephone, and record it.
    PlayOnPhoneGreeting(PlayOnPhoneGreeting),
    /// How far is the call?
    GetCallInfo(GetCallInfo),
    /// Hang up.
    Disconnect(Disconnect),
}

/// An answer of the service, told by the element in the Body. A fault is none: it is an error that
/// carries it, see [`UmException::from_error`](super::UmException::from_error).
#[derive(Clone, Debug, PartialEq, Eq, Hash, SoapMessage)]
#[soap(crate = crate, namespace = super::NAMESPACE)]
pub enum UmResponse {
    /// Whether the mailbox is enabled.
    IsUMEnabled(IsUMEnabledResponse),
    /// The settings.
    GetUMProperties(GetUMPropertiesResponse),
    /// It is set.
    SetOofStatus(SetOofStatusResponse),
    /// It is set.
    SetPlayOnPhoneDialString(SetPlayOnPhoneDialStringResponse),
    /// It is set.
    SetTelephoneAccessFolderEmail(SetTelephoneAccessFolderEmailResponse),
    /// It is set.
    SetMissedCallNotificationEnabled(SetMissedCallNotificationEnabledResponse),
    /// The PIN is new.
    ResetPIN(ResetPINResponse),
    /// The id of the call.
    PlayOnPhone(PlayOnPhoneResponse),
    /// The id of the call.
    PlayOnPhoneGreeting(PlayOnPhoneGreetingResponse),
    /// How far the call is.
    GetCallInfo(GetCallInfoResponse),
    /// The call is over.
    Disconnect(DisconnectResponse),
}
