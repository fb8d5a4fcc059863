//! The character classes of XML 1.0 (fifth edition).

use std::borrow::Cow;

use super::blocks::{NONCHARACTER, has_none};

/// A byte that may begin a name, of the ASCII ones, the colon aside.
pub(super) const NAME_START: u8 = 1;
/// A byte that may continue a name, of the ASCII ones, the colon aside.
pub(super) const NAME: u8 = 2;
/// White space: production `S`.
pub(super) const SPACE: u8 = 4;
/// A byte that stands for itself in text, whatever its neighbours.
pub(super) const PLAIN_TEXT: u8 = 8;
/// A byte that stands for itself in an attribute value, whatever its neighbours.
pub(super) const PLAIN_VALUE: u8 = 16;

/// The classes of each byte.
pub(super) static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut index = 0;
    while index < 256 {
        table[index] = class(index);
        index += 1;
    }
    table
}

#[allow(clippy::cast_possible_truncation, reason = "the caller counts to 255")]
const fn class(index: usize) -> u8 {
    let byte = index as u8;
    let name_start = byte.is_ascii_alphabetic() || byte == b'_';
    let name = name_start || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
    let space = is_space(byte);
    let plain = byte >= 0x20 && byte != b'<' && byte != b'&' && byte != NONCHARACTER;
    let text = (plain && byte != b']') || byte == b'\t' || byte == b'\n';
    let value = plain && byte != b'"' && byte != b'\'';
    flag(name_start, NAME_START)
        | flag(name, NAME)
        | flag(space, SPACE)
        | flag(text, PLAIN_TEXT)
        | flag(value, PLAIN_VALUE)
}

const fn flag(set: bool, bit: u8) -> u8 {
    if set { bit } else { 0 }
}

/// Production `S`.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Production `Char`. Surrogates cannot occur in a `char`.
pub(super) const fn is_char(c: char) -> bool {
    !matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}')
}

/// Production `NameStartChar` without the colon, as `NCName` wants it.
pub(crate) const fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Production `NameChar` without the colon.
pub(crate) const fn is_name(c: char) -> bool {
    is_name_start(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// Whether the text is an `NCName`: a name without a colon.
pub(crate) fn is_ncname(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(is_name_start) && characters.all(is_name)
}

/// The text without white space at either end.
#[inline]
pub(crate) fn trim(text: &str) -> &str {
    let is_clean = |byte: Option<&u8>| byte.is_none_or(|&byte| !is_space(byte));
    let bytes = text.as_bytes();
    if is_clean(bytes.first()) && is_clean(bytes.last()) {
        return text;
    }
    text.trim_matches([' ', '\t', '\n', '\r'])
}

/// The text with each run of white space as one space, and none at its ends (XML Schema part 2, section 4.3.6).
pub(crate) fn collapse(text: &str) -> Cow<'_, str> {
    // Most have no space, which is seen word by word: twice as fast.
    if has_none(text.as_bytes(), [b' ']) {
        return Cow::Borrowed(text);
    }
    let token = trim(text);
    let mut gap = false;
    let has_gaps = token.bytes().any(|byte| {
        let space = is_space(byte);
        let wrong = space && (gap || byte != b' ');
        gap = space;
        wrong
    });
    if !has_gaps {
        return Cow::Borrowed(token);
    }
    let words = token
        .split([' ', '\t', '\n', '\r'])
        .filter(|word| !word.is_empty());
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Whether a prefix can be declared for a namespace of one's own: those that begin with `xml`, in any case, are reserved (Namespaces in
/// XML, section 3).
pub(crate) fn is_own_prefix(prefix: &str) -> bool {
    let start = prefix.get(..3);
    let is_reserved = start.is_some_and(|start| start.eq_ignore_ascii_case("xml"));
    is_ncname(prefix) && !is_reserved
}

/// Whether the text is white space alone.
pub(crate) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_space)
}

/// The text without white space at its start.
pub(crate) fn trim_start(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\n', '\r'])
}

/// Whether a constant is an `NCName`, at compile time.
pub(crate) const fn is_constant_ncname(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        let (c, length) = char_at(bytes, index);
        let is_right = is_name_start(c) || (index > 0 && is_name(c));
        if !is_right {
            return false;
        }
        index += length;
    }
    !bytes.is_empty()
}

/// The character that begins at a byte, and how long it is.
const fn char_at(bytes: &[u8], index: usize) -> (char, usize) {
    let first = bytes[index] as u32;
    let (mut code, length) = match first {
        0..=0x7F => (first, 1),
        0x80..=0xDF => (first & 0x1F, 2),
        0xE0..=0xEF => (first & 0x0F, 3),
        _ => (first & 0x07, 4),
    };
    let mut next = 1;
    while next < length {
        code = (code << 6) | (bytes[index + next] as u32 & 0x3F);
        next += 1;
    }
    match char::from_u32(code) {
        Some(c) => (c, length),
        None => ('\0', length),
    }
}
