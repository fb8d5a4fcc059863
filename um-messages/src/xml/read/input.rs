//! Bytes to text: byte order marks, UTF-16, Latin-1 (XML 1.0 section 4.3.3 and appendix F).

use std::borrow::Cow;
use std::io::Read;

use crate::error::{Error, ErrorKind, Result};
use crate::xml::syntax::declaration;

/// The text of a document, borrowed if it is UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>> {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0, b'<', ..] => utf16(bytes, u16::from_be_bytes),
        [b'<', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, ..] => utf8(bytes),
        _ => by_declaration(bytes),
    }
}

/// As [`decode`], for bytes that nobody else needs.
pub(crate) fn decode_owned(bytes: Vec<u8>) -> Result<String> {
    if let Cow::Owned(text) = decode(&bytes)? {
        return Ok(text);
    }
    String::from_utf8(bytes).map_err(|error| not_utf8(error.utf8_error()))
}

/// Reads to the end, at most `max` bytes.
pub(crate) fn read_all(source: impl Read, max: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(max.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        let max = usize::try_from(max).unwrap_or(usize::MAX);
        return Err(Error::new(ErrorKind::Limit {
            limit: "max_bytes",
            max,
        }));
    }
    Ok(bytes)
}

fn by_declaration(bytes: &[u8]) -> Result<Cow<'_, str>> {
    // A declaration is ASCII in all encodings that are left.
    let end = bytes
        .windows(2)
        .position(|pair| pair == b"?>")
        .map_or(0, |end| end + 2);
    let head = bytes.get(..end).filter(|head| head.starts_with(b"<?xml"));
    let head = head
        .and_then(|head| std::str::from_utf8(head).ok())
        .unwrap_or_default();
    let label = declaration::encoding(head).unwrap_or("utf-8");
    match label.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" => utf8(bytes),
        "us-ascii" | "ascii" if bytes.is_ascii() => utf8(bytes),
        "us-ascii" | "ascii" => {
            let problem = "US-ASCII is declared, and the text has other characters";
            Err(encoding(problem.into()))
        }
        "iso-8859-1" | "latin1" | "latin-1" | "iso_8859-1" => Ok(Cow::Owned(
            bytes.iter().map(|&byte| char::from(byte)).collect(),
        )),
        "utf-16" | "utf-16le" | "utf-16be" => Err(encoding(
            "UTF-16 is declared, and the text is not in UTF-16".into(),
        )),
        _ => Err(encoding(format!(
            "the encoding `{label}` is declared; UTF-8, UTF-16 and ISO-8859-1 are understood"
        ))),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>> {
    std::str::from_utf8(bytes)
        .map(Cow::Borrowed)
        .map_err(not_utf8)
}

fn not_utf8(error: std::str::Utf8Error) -> Error {
    encoding(format!(
        "it is not UTF-8 from byte {} on",
        error.valid_up_to()
    ))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>> {
    let (pairs, rest) = (bytes.chunks_exact(2), bytes.len() % 2);
    if rest != 0 {
        return Err(encoding(
            "it is UTF-16 with half a character at its end".into(),
        ));
    }
    let units = pairs
        .filter_map(|pair| pair.first_chunk::<2>().copied())
        .map(unit);
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .map(Cow::Owned)
        .map_err(|_| encoding("it is UTF-16 with half a surrogate pair".into()))
}

fn encoding(problem: String) -> Error {
    Error::new(ErrorKind::Encoding(problem))
}
