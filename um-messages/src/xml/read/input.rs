//! Bytes to text: byte order marks, UTF-16, Latin-1 and what Windows made of it (XML 1.0 section 4.3.3 and appendix F).

use std::borrow::Cow;
use std::io::Read;

use crate::error::{Error, ErrorKind, Result, Shown};
use crate::xml::syntax::{declaration, foreign};

/// The text of a document, as far as its bytes are whole characters.
pub(super) struct Decoded<T> {
    pub(super) text: T,
    /// Whether a part of a character is left at the end.
    pub(super) is_cut_off: bool,
}

/// The text of a document that says itself how it is encoded.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>> {
    decode(bytes, None).map(|decoded| decoded.text)
}

/// The text of a document, borrowed if it is UTF-8; `charset` is what is said of its encoding outside.
pub(super) fn decode<'b>(bytes: &'b [u8], charset: Option<&str>) -> Result<Decoded<Cow<'b, str>>> {
    let Head { encoding, text_at } = Head::of(bytes, charset).map_err(Error::new)?;
    if encoding == Encoding::Utf8 {
        return decode_utf8(bytes);
    }
    let bytes = bytes.get(text_at..).unwrap_or_default();
    let mut text = String::with_capacity(bytes.len());
    match encoding.decode(bytes, text_at, &mut text) {
        (_, Some(problem)) => Err(Error::new(problem)),
        (length, None) => Ok(Decoded {
            text: Cow::Owned(text),
            is_cut_off: length < bytes.len(),
        }),
    }
}

fn decode_utf8(bytes: &[u8]) -> Result<Decoded<Cow<'_, str>>> {
    let (text, is_cut_off) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) if error.error_len().is_none() => {
            let whole = bytes.get(..error.valid_up_to()).map(std::str::from_utf8);
            (whole.and_then(Result::ok).unwrap_or_default(), true)
        }
        Err(error) => return Err(not_utf8(bytes, error.valid_up_to())),
    };
    let text = Cow::Borrowed(text);
    Ok(Decoded { text, is_cut_off })
}

/// As [`decode`], for bytes that nobody else needs.
pub(super) fn decode_owned(mut bytes: Vec<u8>, charset: Option<&str>) -> Result<Decoded<String>> {
    let Decoded { text, is_cut_off } = decode(&bytes, charset)?;
    let length = match text {
        Cow::Owned(text) => return Ok(Decoded { text, is_cut_off }),
        Cow::Borrowed(text) => text.len(),
    };
    bytes.truncate(length);
    let text = String::from_utf8(bytes)
        .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))?;
    Ok(Decoded { text, is_cut_off })
}

/// Reads to the end, at most `max` bytes.
pub(crate) fn read_all(source: impl Read, max: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(max.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max {
        return Err(Error::new(too_many_bytes(max)));
    }
    Ok(bytes)
}

pub(crate) fn too_many_bytes(max: u64) -> ErrorKind {
    ErrorKind::Limit {
        limit: "max_bytes",
        max: usize::try_from(max).unwrap_or(usize::MAX),
    }
}

/// Other formats have bytes that are no text: what they are says more.
#[cold]
fn not_utf8(bytes: &[u8], valid: usize) -> Error {
    let start = bytes.get(..valid).unwrap_or_default();
    let format = std::str::from_utf8(start).ok().and_then(foreign::format);
    Error::new(match format {
        None => not_utf8_from(valid),
        Some(format) => encoding_error(format!(
            "it is not UTF-8 from byte {valid} on; it looks like {format}"
        )),
    })
}

fn encoding_error(problem: impl Into<String>) -> ErrorKind {
    ErrorKind::Encoding(problem.into())
}

/// What the beginning of a document says of its bytes.
pub(super) struct Head {
    pub(super) encoding: Encoding,
    /// Where the text begins. The mark of UTF-8 is a character of it, that of UTF-16 is not.
    pub(super) text_at: usize,
}

impl Head {
    /// Of a document that begins with `bytes`, and ends with them if they do not [tell](Self::is_told_by).
    pub(super) fn of(bytes: &[u8], charset: Option<&str>) -> Result<Self, ErrorKind> {
        if bytes.starts_with(GZIP) {
            return Err(encoding_error(
                "it is compressed with gzip, and has to be unpacked first",
            ));
        }
        let (shown, mark) = first_bytes(bytes);
        let encoding = match charset {
            // What is said outside counts before the declaration, and the mark before both (RFC 7303 sections 3.2 and 3.3).
            Some(label) if mark == 0 => encoding_of(shown, label, "the charset")?,
            _ => {
                let declaration = declaration_in(bytes);
                match declaration::encoding(&declaration) {
                    Some(label) => encoding_of(shown, label, "declared")?,
                    None => shown.unwrap_or(Encoding::Utf8),
                }
            }
        };
        let text_at = if encoding == Encoding::Utf8 { 0 } else { mark };
        Ok(Self { encoding, text_at })
    }

    /// Whether the bytes are enough: no further ones say something else.
    pub(super) fn is_told_by(bytes: &[u8], charset: Option<&str>) -> bool {
        if bytes.len() < 4 || (charset.is_some() && first_bytes(bytes).1 == 0) {
            return bytes.len() >= 4;
        }
        let declaration = declaration_in(bytes);
        !is_declaration(&declaration) || declaration.ends_with(END)
    }
}

/// The first bytes of RFC 1952.
const GZIP: &[u8] = &[0x1F, 0x8B];

/// The encoding that the first bytes show, by a mark or by the width of `<`, and how long the mark is.
fn first_bytes(bytes: &[u8]) -> (Option<Encoding>, usize) {
    match bytes {
        [0xFE, 0xFF, ..] => (Some(Encoding::Utf16Be), 2),
        [0xFF, 0xFE, ..] => (Some(Encoding::Utf16Le), 2),
        // Cut off behind half a mark, or half a character, it is that alone.
        [0, b'<', ..] | [0xFE | 0] => (Some(Encoding::Utf16Be), 0),
        [b'<', 0, ..] | [0xFF] => (Some(Encoding::Utf16Le), 0),
        [0xEF, 0xBB, 0xBF, ..] => (Some(Encoding::Utf8), 3),
        _ => (None, 0),
    }
}

const START: &str = "<?xml";
const END: &str = "?>";

/// The XML declaration that the bytes begin with, as far as they have it; else a few characters. It is ASCII, in
/// units of one byte or two.
fn declaration_in(bytes: &[u8]) -> String {
    let (shown, mark) = first_bytes(bytes);
    let bytes = bytes.get(mark..).unwrap_or_default();
    match shown.and_then(Encoding::unit) {
        Some(unit) => declaration(units(bytes, unit).map(|unit| u8::try_from(unit).ok())),
        None => declaration(bytes.iter().map(|&byte| Some(byte))),
    }
}

fn declaration(units: impl Iterator<Item = Option<u8>>) -> String {
    let mut text = String::new();
    for unit in units {
        let ascii = unit.filter(u8::is_ascii).map(char::from);
        text.push(ascii.unwrap_or(char::REPLACEMENT_CHARACTER));
        if !is_declaration(&text) || text.ends_with(END) {
            break;
        }
    }
    text
}

/// Whether the text is a declaration, or may become one.
fn is_declaration(text: &str) -> bool {
    text.starts_with(START) || START.starts_with(text)
}

/// Whether a label is one of an encoding that is understood.
#[cfg(feature = "http")]
pub(crate) fn knows_charset(label: &str) -> bool {
    !Encoding::labelled(label).is_empty()
}

/// The encoding of a document, from what its bytes show and what is said of it, which `source` calls declared or the charset. Where
/// these contradict each other, the document is wrong (XML 1.0 section 4.3.3).
fn encoding_of(
    shown: Option<Encoding>,
    label: &str,
    source: &'static str,
) -> Result<Encoding, ErrorKind> {
    let said = Encoding::labelled(label);
    match (said, shown) {
        ([], _) => Err(encoding_error(format!(
            "the encoding `{}` is {source}; UTF-8, UTF-16, ISO-8859-1 and windows-1252 are understood",
            Shown(label)
        ))),
        (_, Some(shown)) if said.contains(&shown) => Ok(shown),
        (_, Some(shown)) => Err(encoding_error(format!(
            "its first bytes are those of {}, and the encoding `{}` is {source}",
            shown.name(),
            Shown(label)
        ))),
        ([encoding], None) if encoding.unit().is_none() => Ok(*encoding),
        (_, None) => Err(encoding_error(format!(
            "UTF-16 is {source}, and the text is not in UTF-16"
        ))),
    }
}

/// How characters are bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Be,
    Utf16Le,
    Latin1,
    Windows1252,
    Ascii,
}

/// The characters of the bytes from 128 to 159 in windows-1252, in which it differs from ISO-8859-1 (WHATWG's Encoding standard, section 9).
const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2c6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

fn windows_1252(byte: u8) -> char {
    let special = byte
        .checked_sub(128)
        .and_then(|index| WINDOWS_1252.get(usize::from(index)));
    special.copied().unwrap_or(char::from(byte))
}

type Unit = fn([u8; 2]) -> u16;

fn units(bytes: &[u8], unit: Unit) -> impl Iterator<Item = u16> {
    let pairs = bytes.chunks_exact(2);
    let pairs = pairs.filter_map(|pair| pair.first_chunk::<2>().copied());
    pairs.map(unit)
}

impl Encoding {
    /// Those that a label may mean.
    fn labelled(label: &str) -> &'static [Self] {
        match label.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => &[Self::Utf8],
            "utf-16" | "iso-10646-ucs-2" => &[Self::Utf16Be, Self::Utf16Le],
            "utf-16be" => &[Self::Utf16Be],
            "utf-16le" => &[Self::Utf16Le],
            "iso-8859-1" | "latin1" | "latin-1" | "iso_8859-1" => &[Self::Latin1],
            "windows-1252" | "cp1252" | "cp-1252" => &[Self::Windows1252],
            "us-ascii" | "ascii" => &[Self::Ascii],
            _ => &[],
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Be => "UTF-16BE",
            Self::Utf16Le => "UTF-16LE",
            Self::Latin1 => "ISO-8859-1",
            Self::Windows1252 => "windows-1252",
            Self::Ascii => "US-ASCII",
        }
    }

    fn unit(self) -> Option<Unit> {
        match self {
            Self::Utf16Be => Some(u16::from_be_bytes),
            Self::Utf16Le => Some(u16::from_le_bytes),
            Self::Utf8 | Self::Latin1 | Self::Windows1252 | Self::Ascii => None,
        }
    }

    /// Appends the text of bytes, the first of which is byte `at` of the document: how many are decoded, and what is
    /// wrong with the next one. A character that is not complete is left.
    pub(super) fn decode(
        self,
        bytes: &[u8],
        at: usize,
        text: &mut String,
    ) -> (usize, Option<ErrorKind>) {
        match self {
            Self::Utf8 => match std::str::from_utf8(bytes) {
                Ok(valid) => {
                    text.push_str(valid);
                    (bytes.len(), None)
                }
                Err(error) => {
                    let length = error.valid_up_to();
                    let valid = bytes.get(..length).map(std::str::from_utf8);
                    text.push_str(valid.and_then(Result::ok).unwrap_or_default());
                    let is_broken = error.error_len().is_some();
                    (length, is_broken.then(|| not_utf8_from(at + length)))
                }
            },
            Self::Utf16Be => decode_utf16(bytes, u16::from_be_bytes, text),
            Self::Utf16Le => decode_utf16(bytes, u16::from_le_bytes, text),
            Self::Latin1 => {
                text.extend(bytes.iter().copied().map(char::from));
                (bytes.len(), None)
            }
            Self::Windows1252 => {
                text.extend(bytes.iter().copied().map(windows_1252));
                (bytes.len(), None)
            }
            Self::Ascii => {
                let ascii = bytes.iter().take_while(|byte| byte.is_ascii());
                let before = text.len();
                text.extend(ascii.copied().map(char::from));
                let length = text.len() - before;
                let problem = "US-ASCII is declared, and the text has other characters";
                let is_broken = length < bytes.len();
                (length, is_broken.then(|| encoding_error(problem)))
            }
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: Unit, text: &mut String) -> (usize, Option<ErrorKind>) {
    let mut length = 0;
    for c in char::decode_utf16(units(bytes, unit)) {
        match c {
            Ok(c) => {
                text.push(c);
                length += 2 * c.len_utf16();
            }
            // The other half may follow.
            Err(error) if is_high(error.unpaired_surrogate()) && length + 4 > bytes.len() => break,
            Err(_) => return (length, Some(half_a_pair())),
        }
    }
    (length, None)
}

/// Whether it is the first half of a pair of surrogates.
fn is_high(unit: u16) -> bool {
    (0xD800..0xDC00).contains(&unit)
}

fn half_a_pair() -> ErrorKind {
    encoding_error("it is UTF-16 with half a surrogate pair")
}

fn not_utf8_from(at: usize) -> ErrorKind {
    encoding_error(format!("it is not UTF-8 from byte {at} on"))
}
