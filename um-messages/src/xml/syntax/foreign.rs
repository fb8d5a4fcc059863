//! Formats that arrive where XML is expected, and are named in the error.

use super::chars::trim_start;

/// What a text looks like that is no XML, judged by how it begins.
pub(crate) fn format(text: &str) -> Option<&'static str> {
    let text = trim_start(text);
    if text.starts_with(['{', '[']) {
        Some("JSON")
    } else if is_multipart(text) {
        Some("a MIME multipart message, of which the envelope is one part")
    } else {
        None
    }
}

/// The header fields of a part, and of the whole.
const FIELDS: [&str; 4] = [
    "content-type:",
    "content-id:",
    "content-transfer-encoding:",
    "mime-version:",
];

/// A boundary, `--uuid:5c0e`, or header fields, `Content-Type: …` (RFC 2046 section 5.1).
fn is_multipart(text: &str) -> bool {
    let is_boundary = text
        .strip_prefix("--")
        .is_some_and(|boundary| boundary.starts_with(|c: char| c.is_ascii_graphic()));
    let begins_with = |field: &&str| {
        let start = text.get(..field.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(field))
    };
    is_boundary || FIELDS.iter().any(begins_with)
}
