//! How the service says no: the fault for an exception, and for a request that it cannot read.

use um_messages::um::{UmException, UmFault};
use um_messages::{Category, Error, ErrorKind, Fault};

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

/// The fault for a request with more than one header block that says who the caller is.
pub(super) fn of_identities() -> Fault {
    invalid_request("more than one header block says who the caller is".to_owned())
}

/// The fault for a request that cannot be read. What was sent is not sent back: a service with a log has the whole error there.
pub(super) fn of_error(error: &Error) -> Fault {
    if matches!(error.category(), Category::Io | Category::Write) {
        // Nothing that the caller could do better.
        return error.to_fault();
    }
    match error.kind() {
        ErrorKind::VersionMismatch(_) | ErrorKind::NotUnderstood(_) => error.to_fault(),
        // Exchange binds parameters by name, without a schema, and takes a missing one of these for an
        // empty one. What it makes of other missing ones is not known; here they are malformed, as
        // the specification has it.
        ErrorKind::MissingElement(name) => match name.as_str() {
            "CallId" => of_exception(UmException::InvalidCallId),
            "entryId" => of_exception(UmException::InvalidObjectId),
            "DialString" => of_exception(UmException::DialingRules),
            _ => invalid_request(error.redacted().to_string()),
        },
        _ => invalid_request(error.redacted().to_string()),
    }
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
