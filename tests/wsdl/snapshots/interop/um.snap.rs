use um_messages::{SoapMessage, SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("http://schemas.microsoft.com/exchange/services/2006/messages").with_prefix("m");

/// The address of `UM2007Legacy`.
pub const ENDPOINT: &str = "http://127.0.0.1/EWS/UM2007Legacy.asmx";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    rename = "IsUMEnabled",
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/IsUMEnabled",
    response = IsUmEnabledResponse
)]
pub struct IsUmEnabled {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "IsUMEnabledResponse")]
pub struct IsUmEnabledResponse {
    #[soap(rename = "IsUMEnabledResponse")]
    pub is_um_enabled_response: bool,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    rename = "GetUMProperties",
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/GetUMProperties",
    response = GetUmPropertiesResponse
)]
pub struct GetUmProperties {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "GetUMPropertiesResponse")]
pub struct GetUmPropertiesResponse {
    #[soap(rename = "GetUMPropertiesResponse")]
    pub get_um_properties_response: GetUmPropertiesResponseGetUmPropertiesResponse,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ExceptionType(pub String);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetOofStatus",
    response = SetOofStatusResponse
)]
pub struct SetOofStatus {
    #[soap(rename = "status")]
    pub status: bool,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct SetOofStatusResponse {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetPlayOnPhoneDialString",
    response = SetPlayOnPhoneDialStringResponse
)]
pub struct SetPlayOnPhoneDialString {
    #[soap(rename = "dialString")]
    pub dial_string: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct SetPlayOnPhoneDialStringResponse {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetTelephoneAccessFolderEmail",
    response = SetTelephoneAccessFolderEmailResponse
)]
pub struct SetTelephoneAccessFolderEmail {
    #[soap(rename = "base64FolderId")]
    pub base64_folder_id: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct SetTelephoneAccessFolderEmailResponse {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/SetMissedCallNotificationEnabled",
    response = SetMissedCallNotificationEnabledResponse
)]
pub struct SetMissedCallNotificationEnabled {
    #[soap(rename = "status")]
    pub status: bool,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct SetMissedCallNotificationEnabledResponse {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    rename = "ResetPIN",
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/ResetPIN",
    response = ResetPinResponse
)]
pub struct ResetPin {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "ResetPINResponse")]
pub struct ResetPinResponse {}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhone",
    response = PlayOnPhoneResponse
)]
pub struct PlayOnPhone {
    #[soap(rename = "entryId")]
    pub entry_id: String,
    pub dial_string: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct PlayOnPhoneResponse {
    pub play_on_phone_response: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/PlayOnPhoneGreeting",
    response = PlayOnPhoneGreetingResponse
)]
pub struct PlayOnPhoneGreeting {
    pub greeting_type: UmGreetingType,
    pub dial_string: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct PlayOnPhoneGreetingResponse {
    pub play_on_phone_greeting_response: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/GetCallInfo",
    response = GetCallInfoResponse
)]
pub struct GetCallInfo {
    pub call_id: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct GetCallInfoResponse {
    pub get_call_info_response: GetCallInfoResponseGetCallInfoResponse,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    action = "http://schemas.microsoft.com/exchange/services/2006/messages/Disconnect",
    response = DisconnectResponse
)]
pub struct Disconnect {
    pub call_id: String,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE)]
pub struct DisconnectResponse {}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct GetUmPropertiesResponseGetUmPropertiesResponse {
    pub oof_status: bool,
    pub missed_call_notification_enabled: bool,
    pub play_on_phone_dial_string: Option<String>,
    pub telephone_access_numbers: Option<String>,
    pub telephone_access_folder_email: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum UmGreetingType {
    NormalCustom,
    OofCustom,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct GetCallInfoResponseGetCallInfoResponse {
    pub call_state: UmCallState,
    pub event_cause: UmEventCause,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum UmCallState {
    Idle,
    Connecting,
    Alerted,
    Connected,
    Disconnected,
    Incoming,
    Transferring,
    Forwarding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum UmEventCause {
    None,
    UserBusy,
    NoAnswer,
    Unavailable,
    Other,
}

/// What the detail of a fault of `GetUMProperties` says.
#[derive(Debug, Clone, PartialEq)]
pub enum GetUmPropertiesFault {
    ExceptionType(ExceptionType),
}

impl GetUmPropertiesFault {
    /// What the detail of a fault says, if it is one of these.
    ///
    /// # Errors
    ///
    /// If the detail is one of these and cannot be read.
    pub fn from_fault(fault: &um_messages::Fault) -> um_messages::Result<Option<Self>> {
        if let Some(detail) = fault.detail_as()? {
            return Ok(Some(Self::ExceptionType(detail)));
        }
        Ok(None)
    }
}

/// Any request of `UM2007Legacy`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum Um2007LegacyRequest {
    IsUmEnabled(IsUmEnabled),
    GetUmProperties(GetUmProperties),
    SetOofStatus(SetOofStatus),
    SetPlayOnPhoneDialString(SetPlayOnPhoneDialString),
    SetTelephoneAccessFolderEmail(SetTelephoneAccessFolderEmail),
    SetMissedCallNotificationEnabled(SetMissedCallNotificationEnabled),
    ResetPin(ResetPin),
    PlayOnPhone(PlayOnPhone),
    PlayOnPhoneGreeting(PlayOnPhoneGreeting),
    GetCallInfo(GetCallInfo),
    Disconnect(Disconnect),
}

/// Any response of `UM2007Legacy`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[allow(clippy::enum_variant_names)]
pub enum Um2007LegacyResponse {
    IsUmEnabledResponse(IsUmEnabledResponse),
    GetUmPropertiesResponse(GetUmPropertiesResponse),
    SetOofStatusResponse(SetOofStatusResponse),
    SetPlayOnPhoneDialStringResponse(SetPlayOnPhoneDialStringResponse),
    SetTelephoneAccessFolderEmailResponse(SetTelephoneAccessFolderEmailResponse),
    SetMissedCallNotificationEnabledResponse(SetMissedCallNotificationEnabledResponse),
    ResetPinResponse(ResetPinResponse),
    PlayOnPhoneResponse(PlayOnPhoneResponse),
    PlayOnPhoneGreetingResponse(PlayOnPhoneGreetingResponse),
    GetCallInfoResponse(GetCallInfoResponse),
    DisconnectResponse(DisconnectResponse),
}
