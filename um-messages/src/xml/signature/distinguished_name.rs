//! Distinguished names, written and compared. Stacks write one name in many ways:
//!
//! ```text
//! CN=a\, b,O=Example,C=DE                      RFC 4514, the other way round than it stands in the certificate
//! CN="a, b", O=Example, C=DE                   Java, .NET
//! C = DE, O = Example, CN = "a, b"             OpenSSL
//! /C=DE/O=Example/CN=a, b                      OpenSSL, of old
//! ```

use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::der::asn1::Any;
use x509_cert::der::{Decode as _, Encode as _, Tag, Tagged as _};
use x509_cert::name::Name;

/// The parts of a name in their order; each is an attribute, or several of which none comes first.
#[derive(PartialEq, Eq)]
struct Parts(Vec<Vec<Attribute>>);

/// An attribute: the object identifier of its type, and its value as it is compared.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Attribute {
    kind: String,
    value: String,
}

/// Whether a text is the name, in whatever way it is written. Case and the number of spaces in a value count for nothing (RFC 5280 section 7.1).
pub(super) fn is_written(text: &str, name: &Name) -> bool {
    let Some(mut written) = Parts::of_text(text) else {
        return false;
    };
    let known = Parts::of_name(name);
    if written == known {
        return true;
    }
    written.0.reverse();
    written == known
}

/// The name by RFC 4514: types that are not named there are numbers, and their values in hexadecimal digits, which every stack reads.
pub(super) fn to_text(name: &Name) -> String {
    let parts = name.0.iter().rev().map(|part| {
        let attributes: Vec<String> = part.0.iter().map(attribute_text).collect();
        attributes.join("+")
    });
    parts.collect::<Vec<_>>().join(",")
}

fn attribute_text(attribute: &AttributeTypeAndValue) -> String {
    let kind = attribute.oid.to_string();
    let mut known = KINDS.iter();
    if known.any(|(name, number)| WRITTEN.contains(name) && *number == kind) {
        return attribute.to_string();
    }
    let der = attribute.value.to_der().unwrap_or_default();
    let digits = der.iter().map(|byte| format!("{byte:02x}"));
    format!("{kind}=#{}", digits.collect::<String>())
}

/// The types that RFC 4514 names (section 3).
const WRITTEN: [&str; 9] = ["CN", "L", "ST", "O", "OU", "C", "street", "DC", "UID"];

impl Parts {
    fn of_name(name: &Name) -> Self {
        let parts = name.0.iter().map(|part| {
            let attributes = part.0.iter().map(Attribute::of_certificate);
            sorted(attributes.collect())
        });
        Self(parts.collect())
    }

    /// `None` where it is no name, or has an attribute whose type is not known.
    fn of_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let (separators, text) = match text.strip_prefix('/') {
            Some(rest) => ("/", rest),
            // A semicolon is one as well (RFC 2253 section 4).
            None => (",;", text),
        };
        let parts = split(text, separators).into_iter().map(|part| {
            let attributes = split(part, "+").into_iter().map(Attribute::of_text);
            attributes.collect::<Option<Vec<_>>>().map(sorted)
        });
        parts.collect::<Option<_>>().map(Self)
    }
}

fn sorted(mut attributes: Vec<Attribute>) -> Vec<Attribute> {
    attributes.sort_unstable();
    attributes
}

/// The pieces between characters that are neither escaped nor in quotes.
fn split<'t>(text: &'t str, separators: &str) -> Vec<&'t str> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    let (mut is_escaped, mut is_quoted) = (false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if !is_quoted && separators.contains(character) => {
                let from = text.len() - rest.len();
                pieces.push(text.get(from..at).unwrap_or_default());
                rest = text.get(at + 1..).unwrap_or_default();
            }
            _ => {}
        }
    }
    pieces.push(rest);
    pieces
}

impl Attribute {
    fn of_certificate(attribute: &AttributeTypeAndValue) -> Self {
        Self {
            kind: attribute.oid.to_string(),
            value: value_of(&attribute.value),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        let (kind, value) = text.split_once('=')?;
        Some(Self {
            kind: kind_of(kind.trim())?,
            value: of_hex(value.trim()).unwrap_or_else(|| compared(&unescaped(value.trim()))),
        })
    }
}

/// The types of attributes by the names that stacks have for them (RFC 4519, and what Java, .NET and OpenSSL say beside it).
const KINDS: [(&str, &str); 37] = [
    ("CN", "2.5.4.3"),
    ("commonName", "2.5.4.3"),
    ("SN", "2.5.4.4"),
    ("surname", "2.5.4.4"),
    ("serialNumber", "2.5.4.5"),
    ("C", "2.5.4.6"),
    ("countryName", "2.5.4.6"),
    ("L", "2.5.4.7"),
    ("localityName", "2.5.4.7"),
    ("ST", "2.5.4.8"),
    ("S", "2.5.4.8"),
    ("stateOrProvinceName", "2.5.4.8"),
    ("street", "2.5.4.9"),
    ("streetAddress", "2.5.4.9"),
    ("O", "2.5.4.10"),
    ("organizationName", "2.5.4.10"),
    ("OU", "2.5.4.11"),
    ("organizationalUnitName", "2.5.4.11"),
    ("T", "2.5.4.12"),
    ("title", "2.5.4.12"),
    ("businessCategory", "2.5.4.15"),
    ("postalCode", "2.5.4.17"),
    ("name", "2.5.4.41"),
    ("GN", "2.5.4.42"),
    ("G", "2.5.4.42"),
    ("givenName", "2.5.4.42"),
    ("initials", "2.5.4.43"),
    ("generationQualifier", "2.5.4.44"),
    ("generation", "2.5.4.44"),
    ("dnQualifier", "2.5.4.46"),
    ("DNQ", "2.5.4.46"),
    ("pseudonym", "2.5.4.65"),
    ("organizationIdentifier", "2.5.4.97"),
    ("UID", "0.9.2342.19200300.100.1.1"),
    ("DC", "0.9.2342.19200300.100.1.25"),
    ("domainComponent", "0.9.2342.19200300.100.1.25"),
    ("emailAddress", EMAIL),
];

const EMAIL: &str = "1.2.840.113549.1.9.1";

/// The object identifier of a type that is named, or that is one itself: `2.5.4.97`, in Java and .NET `OID.2.5.4.97`.
fn kind_of(name: &str) -> Option<String> {
    if name.eq_ignore_ascii_case("E") {
        return Some(EMAIL.to_owned());
    }
    let mut known = KINDS.iter();
    if let Some((_, identifier)) = known.find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some((*identifier).to_owned());
    }
    let prefix = name.get(..4).filter(|it| it.eq_ignore_ascii_case("OID."));
    let digits = name.get(prefix.map_or(0, str::len)..)?;
    let is_identifier = |c: char| c.is_ascii_digit() || c == '.';
    (!digits.is_empty() && digits.chars().all(is_identifier)).then(|| digits.to_owned())
}

/// The value of `#1302…`, DER in hexadecimal digits (RFC 4514 section 2.4).
fn of_hex(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#')?.as_bytes().chunks(2);
    let bytes = digits.map(|pair| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    let der = bytes.collect::<Option<Vec<u8>>>()?;
    Any::from_der(&der).ok().map(|value| value_of(&value))
}

fn digit(character: u8) -> Option<u8> {
    let digit = char::from(character).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// A value as it is compared; of one that is no text its bytes.
fn value_of(value: &Any) -> String {
    let bytes = value.value();
    match value.tag() {
        Tag::Utf8String
        | Tag::PrintableString
        | Tag::Ia5String
        | Tag::VisibleString
        | Tag::NumericString => compared(&String::from_utf8_lossy(bytes)),
        Tag::TeletexString => compared(&bytes.iter().copied().map(char::from).collect::<String>()),
        Tag::BmpString => {
            let units = bytes.chunks(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0,
            });
            compared(&String::from_utf16_lossy(&units.collect::<Vec<_>>()))
        }
        _ => format!("#{:?}", value.to_der().unwrap_or_default()),
    }
}

fn compared(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// A value without quotes and escapes: `\,` and `\2C` are a comma (RFC 4514 section 2.4), and `""` in quotes is one of these (.NET).
fn unescaped(text: &str) -> String {
    let inner = text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    let text = inner.map_or_else(|| text.to_owned(), |inner| inner.replace("\"\"", "\""));
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let next = (byte == b'\\').then(|| ahead.next()).flatten();
        let pair = next.and_then(|high| Some(digit(high)? << 4 | digit(ahead.next()?)?));
        let skipped = usize::from(next.is_some()) + usize::from(pair.is_some());
        bytes.push(pair.or(next).unwrap_or(byte));
        for _ in 0..skipped {
            rest.next();
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
