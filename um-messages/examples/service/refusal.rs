//! How the service says no: the fault for an exception, and for a request that it cannot read.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use um_messages::um::{UmException, UmFault};
use um_messages::{Category, Envelope, Error, ErrorKind, Fault, SoapVersion};

const INVALID_REQUEST: &str = "The request is invalid.";

/// The fault of an exception, with Exchange's words where they are known.
pub(super) fn of_exception(exception: UmException) -> Fault {
    let message = match exception {
        UmException::InvalidRequest => INVALID_REQUEST,
        UmException::InvalidCallId => "The call identifier isn't valid.",
        UmException::InvalidObjectId => "The object identifier isn't valid.",
        UmException::DialingRules => {
            "Dialing restrictions are preventing the phone number that was entered from being dialed."
        }
        UmException::UserNotUmEnabled => "The user isn't enabled for Unified Messaging.",
        UmException::InvalidADRecipient => "The recipient isn't a user.",
        UmException::OverPlayOnPhoneCallLimit => "Too many calls are in progress.",
        _ => "The operation failed.",
    };
    written(&UmFault::new(exception, message))
}

/// A fault in an envelope of the version that was asked in. In SOAP 1.2 a code of Exchange's stands below the code of who is to
/// blame (part 1 section 5.4.6): the caller, whose request it was.
pub(super) fn in_version(fault: Fault, version: SoapVersion) -> Envelope<Fault> {
    let fault = match version {
        SoapVersion::V1_1 => fault,
        SoapVersion::V1_2 => {
            let sender = Fault::sender(fault.reason()).in_language("en-US");
            let sender = sender.with_subcode(fault.code().clone());
            let entries = fault.detail().iter().cloned();
            entries.fold(sender, Fault::with_detail)
        }
    };
    Envelope::new(fault).with_version(version)
}

/// The fault for a request with more than one header block that says who the caller is.
pub(super) fn of_identities() -> Fault {
    invalid_request("more than one header block says who the caller is".to_owned())
}

/// The answer to a request that cannot be read, in the version of SOAP that was asked in. What was sent is not sent back: a service with a log
/// has the whole error there.
pub(super) fn of_error(error: Error) -> Response {
    if let Some(fault) = fault_of(&error) {
        let version = error.to_fault_envelope().version();
        return in_version(fault, version).into_response();
    }
    let is_of_http = error.http_status().is_some();
    let answer = error.into_response();
    // What HTTP refuses has not been read to its end.
    if is_of_http {
        super::closing(answer)
    } else {
        answer
    }
}

/// What Exchange says of a malformed request; `None` of what HTTP or SOAP refuses before that.
fn fault_of(error: &Error) -> Option<Fault> {
    let is_of_http = error.http_status().is_some();
    // Nothing that the caller could do better.
    let is_ours = matches!(error.category(), Category::Io | Category::Write);
    match error.kind() {
        _ if is_of_http || is_ours => None,
        ErrorKind::VersionMismatch(_) | ErrorKind::NotUnderstood(_) => None,
        // Exchange binds parameters by name, without a schema, and takes a missing one of these for an
        // empty one. What it makes of other missing ones is not known; here they are malformed, as
        // the specification has it.
        ErrorKind::MissingElement(name) if name == "CallId" => {
            Some(of_exception(UmException::InvalidCallId))
        }
        ErrorKind::MissingElement(name) if name == "entryId" => {
            Some(of_exception(UmException::InvalidObjectId))
        }
        ErrorKind::MissingElement(name) if name == "DialString" => {
            Some(of_exception(UmException::DialingRules))
        }
        _ => Some(invalid_request(error.redacted().to_string())),
    }
}

/// The answer to a request whose body takes too long to come.
pub(super) fn of_late_body() -> Response {
    let fault = Envelope::new(Fault::sender("The body is late."));
    super::closing((StatusCode::REQUEST_TIMEOUT, fault).into_response())
}

/// The fault for a malformed request, with what is wrong with it where Exchange repeats itself.
fn invalid_request(explanation: String) -> Fault {
    written(&UmFault {
        explanation: Some(explanation),
        ..UmFault::new(UmException::InvalidRequest, INVALID_REQUEST)
    })
}

fn written(fault: &UmFault) -> Fault {
    let fault = fault.to_fault();
    fault.unwrap_or_else(|error| error.to_fault())
}
