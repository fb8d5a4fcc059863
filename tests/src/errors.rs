//! What an error says.

use um_messages::Error;
use um_messages::um::{GetCallInfo, GetCallInfoResponse};

use crate::sources::both_messages;

/// The error that a document gets where `GetCallInfo` is expected.
pub fn request_error(document: &str) -> Error {
    both_messages::<GetCallInfo>(document).unwrap_err()
}

/// The error that a document gets where its answer is expected.
pub fn answer_error(document: &str) -> Error {
    both_messages::<GetCallInfoResponse>(document).unwrap_err()
}

/// All that an error says: its kind, its path, its place, and what people read.
pub fn say(error: &Error) -> String {
    let kind = format!("{:?}", error.kind());
    let name: String = kind
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let place = error.position().map(|place| (place.line, place.column));
    format!("{name} {:?} {place:?}\n{error}", error.path())
}
