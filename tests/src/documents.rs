//! Messages that tests of several subjects send, and envelopes around what a test is about.

use um_messages::um::{Disconnect, GetCallInfo};

/// The namespace of SOAP 1.1.
pub const V1_1: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// The namespace of SOAP 1.2.
pub const V1_2: &str = "http://www.w3.org/2003/05/soap-envelope";
/// The namespace of the messages of the service.
pub const M: &str = "http://schemas.microsoft.com/exchange/services/2006/messages";

/// How many levels, attributes, namespaces or items a document has that would take for ever in anything but
/// linear time.
pub const MANY: usize = 100_000;

/// The identifier of a call.
pub const CALL_ID: &str =
    "NWIwZjNhNTItN2QxYy00ZThiLTlmNjAtMmM5ZDFlN2E0YjMzQHVtLTAxLmV4YW1wbGUuY29t";

/// A fault of SOAP 1.1, whose prefix is `s`.
pub const FAULT: &str =
    "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>";

/// An envelope of SOAP 1.1, one part a line. In it `s` is SOAP's prefix, and `m` that of the messages.
pub fn envelope(parts: &str) -> String {
    format!("<s:Envelope xmlns:s=\"{V1_1}\" xmlns:m=\"{M}\">\n{parts}\n</s:Envelope>")
}

/// An envelope of SOAP 1.1 with this in its Body, one part a line.
pub fn body(content: &str) -> String {
    envelope(&format!("<s:Body>\n{content}\n</s:Body>"))
}

/// As [`envelope`], of SOAP 1.2.
pub fn envelope_1_2(parts: &str) -> String {
    format!("<s:Envelope xmlns:s=\"{V1_2}\" xmlns:m=\"{M}\">\n{parts}\n</s:Envelope>")
}

/// As [`body`], of SOAP 1.2.
pub fn body_1_2(content: &str) -> String {
    envelope_1_2(&format!("<s:Body>\n{content}\n</s:Body>"))
}

/// As [`envelope`], all in one line.
pub fn short_envelope(parts: &str) -> String {
    format!("<s:Envelope xmlns:s='{V1_1}' xmlns:m='{M}'>{parts}</s:Envelope>")
}

/// As [`body`], all in one line.
pub fn short_body(content: &str) -> String {
    short_envelope(&format!("<s:Body>{content}</s:Body>"))
}

/// As [`short_body`], of SOAP 1.2.
pub fn short_body_1_2(content: &str) -> String {
    short_body(content).replace(V1_1, V1_2)
}

/// A request that asks for a call.
pub fn get_call_info() -> GetCallInfo {
    GetCallInfo {
        call_id: CALL_ID.into(),
    }
}

/// A request that ends a call.
pub fn disconnect() -> Disconnect {
    Disconnect {
        call_id: CALL_ID.into(),
    }
}
