//! The messages of `ews.wsdl`: the calls of Exchange Web Services, and a message without an answer.

use um_messages::{SoapMessage, ews};

/// Has the service forget a call. It is one-way, and the project's own.
#[derive(Debug, SoapMessage)]
#[soap(
    namespace = "urn:um-messages:interop",
    action = "urn:um-messages:interop/ForgetCall",
    response = (),
)]
pub(crate) struct ForgetCall {
    pub(crate) call_id: String,
}

/// Who answers, in the version that the caller has asked for.
pub(crate) fn answered_by(version: Option<ews::ServerVersion>) -> ews::ResponseHeaders {
    let server_version_info = ews::ServerVersionInfo {
        major_version: Some(14),
        minor_version: Some(1),
        major_build_number: Some(218),
        minor_build_number: Some(15),
        version,
    };
    ews::ResponseHeaders {
        server_version_info: Some(server_version_info),
    }
}

/// A call that somebody has answered.
pub(crate) fn connected() -> ews::PhoneCallInformation {
    ews::PhoneCallInformation {
        phone_call_state: ews::PhoneCallState::Connected,
        connection_failure_cause: ews::ConnectionFailureCause::None,
        sip_response_text: Some("OK".to_owned()),
        sip_response_code: Some(200),
    }
}
