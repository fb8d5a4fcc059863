//! Escaping text and attribute values.

use super::blocks::{NONCHARACTER, find_to_end, has_none, skip_blocks_of_lines};
use super::chars::{is_char, is_space};

/// Where text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextContext {
    Content,
    Attribute,
    /// As it is, to be enclosed in a CDATA section.
    CData,
}

/// A text of this length is not looked at twice, before and while it is written.
const LONG: usize = 40;

/// Appends text, escaped for where it stands.
///
/// # Errors
///
/// The first character that XML cannot carry (XML 1.0 section 2.2).
#[inline]
pub(crate) fn escape(text: &str, context: TextContext, out: &mut String) -> Result<(), char> {
    if text.len() < LONG && is_plain(text.as_bytes(), context) {
        out.push_str(text);
        return Ok(());
    }
    escape_in_pieces(text, context, out)
}

const IN_CONTENT: [u8; 3] = [b'<', b'&', b'>'];
const IN_ATTRIBUTE: [u8; 4] = [b'<', b'&', b'>', b'"'];

/// Whether every byte stands for itself. In text, TAB, LF and what is beyond ASCII do as well, but are not known for it here.
#[inline]
fn is_plain(bytes: &[u8], context: TextContext) -> bool {
    match context {
        TextContext::Content => has_none(bytes, IN_CONTENT),
        TextContext::Attribute => has_none(bytes, IN_ATTRIBUTE),
        TextContext::CData => has_none(bytes, []),
    }
}

/// The first byte from `at` on that perhaps does not, or the end.
#[inline]
fn find_special(bytes: &[u8], at: usize, context: TextContext) -> usize {
    match context {
        TextContext::Content => find_to_end(bytes, at, IN_CONTENT),
        TextContext::Attribute => find_to_end(bytes, at, IN_ATTRIBUTE),
        TextContext::CData => find_to_end(bytes, at, []),
    }
}

/// Goes on from behind a line feed, where such stand for themselves.
fn skip_lines(bytes: &[u8], at: usize, context: TextContext) -> usize {
    match context {
        TextContext::Content => skip_blocks_of_lines(bytes, at, IN_CONTENT),
        TextContext::Attribute => at,
        TextContext::CData => skip_blocks_of_lines(bytes, at, []),
    }
}

#[inline(never)]
fn escape_in_pieces(text: &str, context: TextContext, out: &mut String) -> Result<(), char> {
    let bytes = text.as_bytes();
    let (mut copied, mut at) = (0, 0);
    loop {
        at = find_special(bytes, at, context);
        let Some(&byte) = bytes.get(at) else { break };
        if let Some(reference) = reference(byte, context) {
            out.push_str(text.get(copied..at).unwrap_or_default());
            out.push_str(reference);
            copied = at + 1;
        } else if let Some(c) = illegal(text, at, byte) {
            return Err(c);
        }
        at += 1;
        if byte == b'\n' {
            at = skip_lines(bytes, at, context);
        }
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Ok(())
}

/// The character that begins with `byte` at `at`, if it is none of XML's.
#[inline]
fn illegal(text: &str, at: usize, byte: u8) -> Option<char> {
    let is_suspicious = (byte < 0x20 && !is_space(byte)) || byte == NONCHARACTER;
    if !is_suspicious {
        return None;
    }
    let c = text.get(at..)?.chars().next();
    c.filter(|c| !is_char(*c))
}

/// What is written for a character that cannot stand for itself.
const fn reference(byte: u8, context: TextContext) -> Option<&'static str> {
    if matches!(context, TextContext::CData) {
        return None;
    }
    Some(match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        // It has to be escaped in `]]>` alone, and is always, so that no two texts can join to that.
        b'>' => "&gt;",
        // A CR that stands for itself is read as LF (XML 1.0 section 2.11).
        b'\r' => "&#xD;",
        b'"' if matches!(context, TextContext::Attribute) => "&quot;",
        // White space in attribute values is read as spaces (XML 1.0 section 3.3.3).
        b'\t' if matches!(context, TextContext::Attribute) => "&#x9;",
        b'\n' if matches!(context, TextContext::Attribute) => "&#xA;",
        _ => return None,
    })
}
