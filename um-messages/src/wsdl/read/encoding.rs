//! Encodings that messages do not have and published schemas do.

use std::borrow::Cow;

use crate::error::Result;
use crate::xml::{declaration, decoded};

/// How long an XML declaration is at most.
const DECLARATION: usize = 256;

/// The characters of the bytes from 128 to 159 in windows-1252, in which it differs from ISO-8859-1 (WHATWG's Encoding standard, section 9).
const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// The text of a document.
///
/// # Errors
///
/// If it is in none of the encodings of messages and not in windows-1252, unless it is in ASCII whatever it declares.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>> {
    let start = String::from_utf8_lossy(bytes.get(..DECLARATION).unwrap_or(bytes));
    let label = declaration::encoding(&start).unwrap_or_default();
    if is_windows_1252(label) {
        return Ok(bytes.iter().map(|byte| windows_1252(*byte)).collect());
    }
    // All others whose declaration can be read so have ASCII as a part.
    match std::str::from_utf8(bytes) {
        Ok(text) if bytes.is_ascii() && decoded(bytes).is_err() => Ok(Cow::Borrowed(text)),
        _ => decoded(bytes),
    }
}

fn is_windows_1252(label: &str) -> bool {
    ["windows-1252", "cp1252", "cp-1252"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(label))
}

fn windows_1252(byte: u8) -> char {
    let special = byte
        .checked_sub(128)
        .and_then(|index| WINDOWS_1252.get(usize::from(index)));
    special.copied().unwrap_or(char::from(byte))
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
