//! How the service says no: the fault for an exception, and for a request that it cannot read.

use um_messages::um::{UmException, UmFault};
use um_messages::xml::QName;
use um_messages::{Error, ErrorKind, Fault, SoapVersion};

/// The fault of an exception, with Exchange's words where they are known.
pub(super) fn of_exception(exception: UmException) -> Fault {
    let message = match exception {
        UmException::InvalidRequest => "The request is invalid.",
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

/// The fault for a request in another version of SOAP.
pub(super) fn of_version() -> Fault {
    soap_fault("VersionMismatch", "This service speaks SOAP 1.1.")
}

/// The fault for a request that cannot be read.
pub(super) fn of_error(error: &Error) -> Fault {
    match error.kind() {
        ErrorKind::VersionMismatch(_) => soap_fault("VersionMismatch", error.to_string()),
        ErrorKind::NotUnderstood(_) => soap_fault("MustUnderstand", error.to_string()),
        // Exchange binds these parameters by name, without a schema, and takes a missing one for an
        // empty one.
        ErrorKind::MissingElement(name) => match name.as_str() {
            "CallId" => of_exception(UmException::InvalidCallId),
            "entryId" => of_exception(UmException::InvalidObjectId),
            "DialString" => of_exception(UmException::DialingRules),
            _ => invalid_request(error),
        },
        _ => invalid_request(error),
    }
}

fn soap_fault(code: &'static str, reason: impl Into<String>) -> Fault {
    Fault::new(QName::new(SoapVersion::V1_1.namespace(), code), reason)
}

/// The fault for a malformed request, with what is wrong with it where Exchange repeats itself.
fn invalid_request(error: &Error) -> Fault {
    written(&UmFault {
        explanation: Some(error.to_string()),
        ..UmFault::new(UmException::InvalidRequest, "The request is invalid.")
    })
}

fn written(fault: &UmFault) -> Fault {
    let fault = fault.to_fault();
    fault.unwrap_or_else(|error| Fault::receiver(error.to_string()))
}
