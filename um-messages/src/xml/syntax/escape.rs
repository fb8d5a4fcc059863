//! Escaping text and attribute values.

use super::chars::is_char;
use super::swar::has_none;

/// Where text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextContext {
    Content,
    Attribute,
    /// As it is, to be enclosed in a CDATA section.
    CData,
}

/// Appends text, escaped for where it stands.
///
/// # Errors
///
/// The first character that XML cannot carry (XML 1.0 section 2.2).
#[inline]
pub(crate) fn escape(text: &str, context: TextContext, out: &mut String) -> Result<(), char> {
    if is_plain(text.as_bytes(), context) {
        out.push_str(text);
        return Ok(());
    }
    escape_slowly(text, context, out)
}

/// Whether every byte stands for itself. In text, TAB and LF do as well, but go the slow way.
#[inline]
fn is_plain(bytes: &[u8], context: TextContext) -> bool {
    match context {
        TextContext::Content => has_none(bytes, [b'<', b'&', b'>']),
        TextContext::Attribute => has_none(bytes, [b'<', b'&', b'>', b'"']),
        TextContext::CData => has_none(bytes, []),
    }
}

#[inline(never)]
fn escape_slowly(text: &str, context: TextContext, out: &mut String) -> Result<(), char> {
    let mut plain_from = 0;
    for (index, c) in text.char_indices() {
        let Some(reference) = reference(c, context) else {
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
const fn reference(c: char, context: TextContext) -> Option<&'static str> {
    if matches!(context, TextContext::CData) {
        return None;
    }
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        // It has to be escaped in `]]>` alone, and is always, so that no two texts can join to that.
        '>' => "&gt;",
        // A CR that stands for itself is read as LF (XML 1.0 section 2.11).
        '\r' => "&#xD;",
        '"' if matches!(context, TextContext::Attribute) => "&quot;",
        // White space in attribute values is read as spaces (XML 1.0 section 3.3.3).
        '\t' if matches!(context, TextContext::Attribute) => "&#x9;",
        '\n' if matches!(context, TextContext::Attribute) => "&#xA;",
        _ => return None,
    })
}
