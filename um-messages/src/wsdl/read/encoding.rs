//! Encodings that messages do not have and published schemas do.

use std::borrow::Cow;

use crate::error::Result;
use crate::xml::decoded;

/// The text of a document.
///
/// # Errors
///
/// If it is in none of the encodings of messages, unless it is in ASCII whatever it declares.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>> {
    // All others whose declaration can be read so have ASCII as a part.
    match std::str::from_utf8(bytes) {
        Ok(text) if bytes.is_ascii() && decoded(bytes).is_err() => Ok(Cow::Borrowed(text)),
        _ => decoded(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    /// A document in this encoding.
    fn document(label: &str, content: &[u8]) -> Vec<u8> {
        let start = format!("<?xml version='1.0' encoding='{label}'?><a>");
        [start.as_bytes(), content, b"</a>"].concat()
    }

    #[test]
    fn windows_1252_is_told_from_latin_1() {
        for (label, content) in [
            ("windows-1252", "\u{20ac}\u{e4}"),
            ("CP1252", "\u{20ac}\u{e4}"),
            ("ISO-8859-1", "\u{80}\u{e4}"),
        ] {
            let document = document(label, b"\x80\xe4");
            let text = text(&document).unwrap();
            assert!(text.ends_with(&format!("<a>{content}</a>")), "{text}");
        }
    }

    #[test]
    fn any_other_encoding_will_do_for_ascii() {
        assert!(
            text(&document("Shift_JIS", b"x"))
                .unwrap()
                .ends_with("<a>x</a>")
        );
        assert!(text(&document("Shift_JIS", b"\x83\x41")).is_err());
        assert!(text(&document("UTF-16", b"x")).is_ok());
    }
}
