//! Scanning runs of characters: names, text, attribute values, references.
//!
//! Each function gets the whole text and a byte to begin at, which is the start of a character,
//! and answers where the run ends.

use super::blocks;
use super::chars::{self, CLASS, NAME, NAME_START, PLAIN_TEXT, PLAIN_VALUE, SPACE};
use super::span::{RawName, Span};
use crate::error::{ErrorKind, Shown};

/// A broken rule, and the byte where it is broken, if it is one of the text.
pub(crate) struct Problem(pub(crate) Box<(ErrorKind, Option<usize>)>);

impl Problem {
    /// Whether the text ends too early, and nothing else is wrong.
    pub(crate) fn is_end(&self) -> bool {
        matches!(self.0.0, ErrorKind::UnexpectedEnd)
    }
}

pub(crate) type Scanned<T> = Result<T, Problem>;

#[cold]
pub(crate) fn problem(kind: ErrorKind, at: usize) -> Problem {
    Problem(Box::new((kind, Some(at))))
}

/// What is wrong with the bytes before they are text, and so has no place in it.
#[cold]
pub(crate) fn placeless(kind: ErrorKind) -> Problem {
    Problem(Box::new((kind, None)))
}

#[cold]
pub(crate) fn syntax(rule: impl Into<String>, at: usize) -> Problem {
    problem(ErrorKind::Syntax(rule.into()), at)
}

/// Text or an attribute value as it stands in the document, `1 &lt; 2`.
#[derive(Clone, Copy, Default)]
pub(crate) struct RawText {
    pub(crate) span: Span,
    /// Whether the value differs from the text: references to resolve, line ends or white space
    /// to normalize.
    pub(crate) encoded: bool,
}

/// What to do with a character that XML does not allow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Illegal {
    Refuse,
    /// Read U+FFFD instead.
    Replace,
}

pub(crate) fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while is_in_class(bytes, at, SPACE) {
        at += 1;
    }
    at
}

/// The end of the run of bytes of a class, none of which is one of `stops`.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a call here would cost a twentieth of the reading speed"
)]
fn skip_plain<const N: usize>(bytes: &[u8], at: usize, stops: [u8; N], class: u8) -> usize {
    let at = blocks::find_near(bytes, at, stops);
    // Most runs end with the first of them.
    if bytes.get(at) != stops.first() && is_in_class(bytes, at, class) {
        return skip_plain_far(bytes, at + 1, stops, class);
    }
    at
}

#[inline(never)]
fn skip_plain_far<const N: usize>(bytes: &[u8], mut at: usize, stops: [u8; N], class: u8) -> usize {
    loop {
        at = blocks::find(bytes, at, stops);
        // TAB and LF in text, and the last bytes, stand for themselves as well.
        if !is_in_class(bytes, at, class) {
            return at;
        }
        at = blocks::skip_blocks_of_lines(bytes, at + 1, stops);
    }
}

#[inline]
fn is_in_class(bytes: &[u8], at: usize, class: u8) -> bool {
    bytes
        .get(at)
        .is_some_and(|&byte| CLASS[byte as usize] & class != 0)
}

/// The end of the run of bytes of a class.
#[inline]
fn skip_class(bytes: &[u8], mut at: usize, class: u8) -> usize {
    while is_in_class(bytes, at, class) {
        at += 1;
    }
    at
}

/// A name without a colon (`NCName`) from `at` on: its end.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a call here would cost a tenth of the reading speed"
)]
pub(super) fn ncname(text: &str, at: usize) -> Scanned<usize> {
    let bytes = text.as_bytes();
    match bytes.get(at) {
        Some(&byte) if CLASS[byte as usize] & NAME_START != 0 => {}
        Some(&byte) if byte >= 0x80 && char_at(text, at).is_some_and(chars::is_name_start) => {}
        None => return Err(problem(ErrorKind::UnexpectedEnd, at)),
        Some(_) => return Err(not_a_name(text, at)),
    }
    let end = skip_class(bytes, at, NAME);
    match bytes.get(end) {
        Some(&byte) if byte >= 0x80 => Ok(ncname_beyond_ascii(text, end)),
        _ => Ok(end),
    }
}

/// The end of a name without a colon that has nothing beyond ASCII, if one begins at `at`.
pub(crate) fn ncname_of_ascii(bytes: &[u8], at: usize) -> Option<usize> {
    is_in_class(bytes, at, NAME_START).then(|| skip_class(bytes, at + 1, NAME))
}

#[cold]
fn ncname_beyond_ascii(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|c| !chars::is_name(c)).unwrap_or(rest.len());
    at + length
}

const A_COLON_BETWEEN: &str = "a colon must stand between a prefix and a local name";

#[cold]
fn not_a_name(text: &str, at: usize) -> Problem {
    match char_at(text, at) {
        Some(':') => problem(ErrorKind::Namespace(A_COLON_BETWEEN.into()), at),
        Some(c) => syntax(
            format!("a name cannot begin with `{}`", c.escape_debug()),
            at,
        ),
        None => problem(ErrorKind::UnexpectedEnd, at),
    }
}

/// A qualified name (`QName`) from `at` on: its end. What it is goes into `name`, field by field: a
/// result of several words would be stored and copied, and the copy would wait for the stores.
#[inline]
pub(super) fn qname(text: &str, at: usize, name: &mut RawName) -> Scanned<usize> {
    let first = ncname(text, at)?;
    name.span.start = at;
    name.local = at;
    name.span.end = first;
    let bytes = text.as_bytes();
    if bytes.get(first) != Some(&b':') {
        return Ok(first);
    }
    let end = match ncname(text, first + 1) {
        Ok(end) => end,
        Err(problem) => return Err(no_local_name(text, first + 1, problem)),
    };
    name.local = first + 1;
    name.span.end = end;
    if bytes.get(end) == Some(&b':') {
        let rule = "a name has one colon at most";
        return Err(problem(ErrorKind::Namespace(rule.into()), end));
    }
    Ok(end)
}

/// No local name begins at `at`, behind a colon. Where XML has a name there, `a:1` or `a:`, it is none of Namespaces in XML.
#[cold]
fn no_local_name(text: &str, at: usize, problem: Problem) -> Problem {
    let rule = match char_at(text, at) {
        Some(c) if chars::is_name(c) => {
            format!("a local name cannot begin with `{}`", c.escape_debug())
        }
        Some(' ' | '\t' | '\r' | '\n' | '=' | '/' | '>') => A_COLON_BETWEEN.to_owned(),
        _ => return problem,
    };
    self::problem(ErrorKind::Namespace(rule), at)
}

/// A name of XML (`Name`) from `at` on, which may have colons anywhere: its end.
pub(super) fn name(text: &str, at: usize) -> Scanned<usize> {
    match char_at(text, at) {
        Some(c) if c == ':' || chars::is_name_start(c) => {}
        _ => return Err(not_a_name(text, at)),
    }
    let rest = text.get(at..).unwrap_or_default();
    let length = rest.find(|c| c != ':' && !chars::is_name(c));
    Ok(at + length.unwrap_or(rest.len()))
}

/// Whether two runs are the same. Names are short, and a call of the library's comparison costs more
/// than the comparison.
#[inline]
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (a_chunks, b_chunks) = (a.chunks_exact(8), b.chunks_exact(8));
    let (a_rest, b_rest) = (a_chunks.remainder(), b_chunks.remainder());
    a_chunks.zip(b_chunks).all(|(a, b)| a == b) && a_rest.iter().eq(b_rest)
}

/// The bytes at which text has to be looked at more closely.
const TEXT_STOPS: [u8; 3] = [b'<', b'&', b']'];

/// The end of the text from `start` on that stands for itself, whatever its neighbours.
#[inline]
pub(crate) fn plain_text(bytes: &[u8], start: usize) -> usize {
    skip_plain(bytes, start, TEXT_STOPS, PLAIN_TEXT)
}

/// The same of an attribute value in `"`.
#[inline]
pub(crate) fn plain_value(bytes: &[u8], start: usize) -> usize {
    skip_plain(bytes, start, [b'"', b'<', b'&'], PLAIN_VALUE)
}

/// Text from `start` on, up to the next `<` or the end. All before `at` stands for itself.
#[inline(never)]
pub(crate) fn text(
    document: &str,
    start: usize,
    mut at: usize,
    illegal: Illegal,
) -> Scanned<RawText> {
    let bytes = document.as_bytes();
    let mut encoded = false;
    loop {
        at = skip_plain_far(bytes, at, TEXT_STOPS, PLAIN_TEXT);
        let Some(&byte) = bytes.get(at) else { break };
        match byte {
            b'<' => break,
            b'&' => {
                at = reference(document, at, illegal)?.1;
                encoded = true;
            }
            b'\r' => {
                encoded = true;
                at += 1;
            }
            b']' if bytes.get(at..at + 3) == Some(b"]]>") => {
                return Err(syntax("`]]>` must not stand in text", at));
            }
            b']' => at += 1,
            _ => at = suspicious(document, at, illegal, &mut encoded)?,
        }
    }
    Ok(RawText {
        span: Span::new(start, at),
        encoded,
    })
}

/// An attribute value from behind its opening quote on; the span ends at the closing one.
#[inline]
pub(crate) fn value(document: &str, start: usize, quote: u8, illegal: Illegal) -> Scanned<RawText> {
    let bytes = document.as_bytes();
    let mut encoded = false;
    let mut at = start;
    loop {
        at = skip_plain(bytes, at, [quote, b'<', b'&'], PLAIN_VALUE);
        let Some(&byte) = bytes.get(at) else {
            return Err(problem(ErrorKind::UnexpectedEnd, at));
        };
        match byte {
            b'"' | b'\'' if byte == quote => break,
            b'"' | b'\'' => at += 1,
            b'<' => return Err(syntax("`<` must not stand in an attribute value", at)),
            b'&' => {
                at = reference(document, at, illegal)?.1;
                encoded = true;
            }
            b'\t' | b'\n' | b'\r' => {
                encoded = true;
                at += 1;
            }
            _ => at = suspicious(document, at, illegal, &mut encoded)?,
        }
    }
    Ok(RawText {
        span: Span::new(start, at),
        encoded,
    })
}

/// Characters up to `end`, as in a comment or CDATA section: the span before `end`.
pub(super) fn until(document: &str, start: usize, end: &str, illegal: Illegal) -> Scanned<RawText> {
    let rest = document.get(start..).unwrap_or_default();
    let Some(length) = rest.find(end) else {
        return Err(problem(ErrorKind::UnexpectedEnd, document.len()));
    };
    let content = rest.get(..length).unwrap_or_default();
    let mut encoded = false;
    for (index, byte) in content.bytes().enumerate() {
        if byte == b'\r' {
            encoded = true;
        } else if (byte < 0x20 && !chars::is_space(byte)) || byte == 0xEF {
            suspicious(document, start + index, illegal, &mut encoded)?;
        }
    }
    Ok(RawText {
        span: Span::new(start, start + length),
        encoded,
    })
}

/// A character that is perhaps not one of XML's: where the next one begins.
#[cold]
fn suspicious(text: &str, at: usize, illegal: Illegal, encoded: &mut bool) -> Scanned<usize> {
    let Some(c) = char_at(text, at) else {
        return Err(problem(ErrorKind::UnexpectedEnd, at));
    };
    if !chars::is_char(c) {
        if illegal == Illegal::Refuse {
            return Err(illegal_character(c, at));
        }
        *encoded = true;
    }
    Ok(at + c.len_utf8())
}

#[cold]
fn illegal_character(c: char, at: usize) -> Problem {
    syntax(
        format!("the character U+{:04X} is not allowed in XML", u32::from(c)),
        at,
    )
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// A reference, `&` at `at`: the character that it stands for, and where it ends.
#[inline]
pub(crate) fn reference(text: &str, at: usize, illegal: Illegal) -> Scanned<(char, usize)> {
    match text.as_bytes().get(at + 1..).and_then(predefined) {
        Some((c, length)) => Ok((c, at + 1 + length)),
        None => other_reference(text, at, illegal),
    }
}

/// The predefined entity (XML 1.0 section 4.6) whose name stands there: its character, and how long the name is with its `;`.
#[inline]
fn predefined(name: &[u8]) -> Option<(char, usize)> {
    Some(match name {
        [b'l', b't', b';', ..] => ('<', 3),
        [b'g', b't', b';', ..] => ('>', 3),
        [b'a', b'm', b'p', b';', ..] => ('&', 4),
        [b'q', b'u', b'o', b't', b';', ..] => ('"', 5),
        [b'a', b'p', b'o', b's', b';', ..] => ('\'', 5),
        _ => return None,
    })
}

/// A reference to a character by its number, or to nothing that is declared.
#[cold]
fn other_reference(text: &str, at: usize, illegal: Illegal) -> Scanned<(char, usize)> {
    // The longest reference that means anything: zeros may lead a number, so a bound is no rule.
    let rest = text.get(at + 1..).unwrap_or_default();
    let stop = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#' || chars::is_name(c)));
    let name = match stop {
        None => return Err(problem(ErrorKind::UnexpectedEnd, text.len())),
        Some(stop) => rest.get(..stop).unwrap_or_default(),
    };
    if rest.as_bytes().get(name.len()) != Some(&b';') {
        return Err(syntax("`&` must begin a reference that ends with `;`", at));
    }
    match name.strip_prefix('#') {
        Some(number) => Ok((numbered(number, at, illegal)?, at + 1 + name.len() + 1)),
        None => Err(undeclared(name, at)),
    }
}

#[cold]
fn undeclared(name: &str, at: usize) -> Problem {
    let rule = format!("the entity `&{};` is not declared", Shown(name));
    syntax(rule, at)
}

fn numbered(number: &str, at: usize, illegal: Illegal) -> Scanned<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(syntax(
            format!("`&#{};` is not a character reference", Shown(number)),
            at,
        ));
    }
    let code = u32::from_str_radix(digits, radix)
        .ok()
        .and_then(char::from_u32);
    match (code, illegal) {
        (Some(c), _) if chars::is_char(c) => Ok(c),
        (_, Illegal::Replace) => Ok(char::REPLACEMENT_CHARACTER),
        (_, Illegal::Refuse) => Err(syntax(
            format!("`&#{};` is not a character that XML allows", Shown(number)),
            at,
        )),
    }
}

/// What becomes of white space: line ends are normalized in text, all of it in attribute values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Normalization {
    /// Line ends become LF (XML 1.0 section 2.11).
    LineEnds,
    /// Each white space character becomes a space (XML 1.0 section 3.3.3).
    Spaces,
}

/// Appends the value of a raw text that is encoded: references resolved, white space normalized.
/// It has been scanned, so every reference in it is right.
pub(crate) fn decode(raw: &str, references: bool, normalization: Normalization, out: &mut String) {
    let bytes = raw.as_bytes();
    let (mut copied, mut at) = (0, 0);
    loop {
        at = blocks::find_to_end(bytes, at, [b'&']);
        let Some(&byte) = bytes.get(at) else { break };
        let Some((c, end)) = decode_one(raw, at, byte, references, normalization) else {
            at += 1;
            continue;
        };
        out.push_str(raw.get(copied..at).unwrap_or_default());
        out.push(c);
        (copied, at) = (end, end);
    }
    out.push_str(raw.get(copied..).unwrap_or_default());
}

/// What is read instead of what begins with `byte` at `at`, and where that ends; nothing if it stands for itself.
#[inline]
fn decode_one(
    text: &str,
    at: usize,
    byte: u8,
    references: bool,
    normalization: Normalization,
) -> Option<(char, usize)> {
    let is_spaced = normalization == Normalization::Spaces;
    let line_end = if is_spaced { ' ' } else { '\n' };
    match byte {
        b'&' if references => {
            let illegal = (char::REPLACEMENT_CHARACTER, at + 1);
            Some(reference(text, at, Illegal::Replace).unwrap_or(illegal))
        }
        b'\r' if text.as_bytes().get(at + 1) == Some(&b'\n') => Some((line_end, at + 2)),
        b'\r' => Some((line_end, at + 1)),
        b'\n' | b'\t' => is_spaced.then_some((' ', at + 1)),
        0x20..=0x7F => None,
        _ => {
            let c = char_at(text, at).filter(|c| !chars::is_char(*c))?;
            Some((char::REPLACEMENT_CHARACTER, at + c.len_utf8()))
        }
    }
}
