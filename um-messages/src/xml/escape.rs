//! Escaping text and attribute values.

use super::chars::is_char;
use super::text::Place;

/// Appends text, escaped for its place.
///
/// # Errors
///
/// The first character that XML cannot carry (XML 1.0 section 2.2).
#[inline]
pub(super) fn escape(text: &str, place: Place, out: &mut String) -> Result<(), char> {
    if is_plain(text.as_bytes(), place) {
        out.push_str(text);
        return Ok(());
    }
    escape_slowly(text, place, out)
}

/// Whether every byte stands for itself.
#[inline]
fn is_plain(bytes: &[u8], place: Place) -> bool {
    let special = |byte: u8| {
        let markup = (byte == b'<') | (byte == b'&') | (byte == b'>') | (byte == 0xEF);
        // In text, TAB and LF stand for themselves as well, but go the slow way.
        markup | (byte < 0x20) | ((byte == b'"') & (place == Place::Attribute))
    };
    let mut chunks = bytes.chunks_exact(32);
    // Folded without a branch, so that the compiler can look at all bytes of a chunk at once.
    let fold = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(false, |found, &byte| found | special(byte))
    };
    chunks.by_ref().all(|chunk| !fold(chunk)) && !fold(chunks.remainder())
}

#[inline(never)]
fn escape_slowly(text: &str, place: Place, out: &mut String) -> Result<(), char> {
    let mut plain_from = 0;
    for (index, c) in text.char_indices() {
        let Some(reference) = reference(c, place) else {
            if is_char(c) {
                continue;
            }
            return Err(c);
        };
        out.push_str(text.get(plain_from..index).unwrap_or_default());
        out.push_str(reference);
        plain_from = index + c.len_utf8();
    }
    out.push_str(text.get(plain_from..).unwrap_or_default());
    Ok(())
}

/// What is written for a character that cannot stand for itself.
const fn reference(c: char, place: Place) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        // It has to be escaped in `]]>` alone, and is always, so that no two texts can join to that.
        '>' => "&gt;",
        // A CR that stands for itself is read as LF (XML 1.0 section 2.11).
        '\r' => "&#xD;",
        '"' if matches!(place, Place::Attribute) => "&quot;",
        // White space in attribute values is read as spaces (XML 1.0 section 3.3.3).
        '\t' if matches!(place, Place::Attribute) => "&#x9;",
        '\n' if matches!(place, Place::Attribute) => "&#xA;",
        _ => return None,
    })
}
