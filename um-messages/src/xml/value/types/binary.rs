//! Bytes as text: `xs:base64Binary` and `xs:hexBinary`, as types of their own and as spellings of other types.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::error::{Error, Result};
use crate::xml::read::{ReadText, TextIn};
use crate::xml::syntax::is_space;
use crate::xml::write::{TextOut, WriteText};

/// Bytes, written as base64: the simple type `xs:base64Binary` (XML Schema 1.1 part 2, section 3.3.16).
///
/// White space may stand anywhere in the text that is read. The padding must be there, and the bits
/// that belong to no byte must be zero. Written without white space.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Greeting {
///     audio: xml::Base64Binary,
/// }
///
/// let greeting = Greeting { audio: xml::Base64Binary(b"RIFF".to_vec()) };
/// assert_eq!(xml::to_string(&greeting)?, "<Greeting><Audio>UklGRg==</Audio></Greeting>");
/// assert_eq!(xml::from_str::<Greeting>("<Greeting><Audio>\n UklG\n Rg==\n</Audio></Greeting>")?, greeting);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64Binary(pub Vec<u8>);

/// Bytes, written as hexadecimal digits: the simple type `xs:hexBinary` (XML Schema 1.1 part 2,
/// section 3.3.15).
///
/// Digits are read in either case, and written in upper case.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct File {
///     #[soap(attribute)]
///     digest: xml::HexBinary,
/// }
///
/// let file = File { digest: xml::HexBinary(vec![0x0F, 0xB7]) };
/// assert_eq!(xml::to_string(&file)?, r#"<File Digest="0FB7"/>"#);
/// assert_eq!(xml::from_str::<File>("<File Digest='0fb7'/>")?, file);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HexBinary(pub Vec<u8>);

/// How bytes are spelled as text.
pub trait BinarySpelling {
    /// What is expected where a text is none.
    const EXPECTED: &'static str;
    /// Whether a part of a package may stand for the text: of base64 alone (XOP section 2.1).
    const MAY_BE_PART: bool;

    /// The bytes of a text without white space at its ends.
    fn decode(text: &str) -> Option<Vec<u8>>;

    /// Appends the text of some bytes, which is ASCII and needs no escaping.
    fn encode(bytes: &[u8], text: &mut String);
}

impl BinarySpelling for Base64Binary {
    const MAY_BE_PART: bool = true;
    const EXPECTED: &'static str = "base64 with its padding, as in `SGVsbG8=`";

    fn decode(text: &str) -> Option<Vec<u8>> {
        STANDARD.decode(without_space(text).as_ref()).ok()
    }

    fn encode(bytes: &[u8], text: &mut String) {
        STANDARD.encode_string(bytes, text);
    }
}

impl BinarySpelling for HexBinary {
    const MAY_BE_PART: bool = false;
    const EXPECTED: &'static str = "hexadecimal digits, two for each byte";

    fn decode(text: &str) -> Option<Vec<u8>> {
        let digits = text.as_bytes();
        if digits.len() % 2 != 0 {
            return None;
        }
        let bytes = digits.chunks_exact(2).map(|pair| match pair {
            [high, low] => Some(hex_value(*high)? << 4 | hex_value(*low)?),
            _ => None,
        });
        bytes.collect()
    }

    fn encode(bytes: &[u8], text: &mut String) {
        text.reserve(2 * bytes.len());
        for byte in bytes {
            text.push(hex_digit(byte >> 4));
            text.push(hex_digit(byte & 0xF));
        }
    }
}

/// A type that is bytes, and says nothing of how they are spelled: what the keys `base64` and `hex` take.
pub trait Bytes: Sized {
    /// How many there are, if the type says it.
    const LENGTH: Option<usize> = None;

    /// The value, if there are as many bytes as the type has.
    fn from_bytes(bytes: Vec<u8>) -> Option<Self>;

    /// The bytes.
    fn as_bytes(&self) -> &[u8];
}

impl Bytes for Vec<u8> {
    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Some(bytes)
    }

    fn as_bytes(&self) -> &[u8] {
        self
    }
}

impl Bytes for Box<[u8]> {
    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Some(bytes.into())
    }

    fn as_bytes(&self) -> &[u8] {
        self
    }
}

impl Bytes for Cow<'_, [u8]> {
    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Some(Cow::Owned(bytes))
    }

    fn as_bytes(&self) -> &[u8] {
        self
    }
}

impl<const N: usize> Bytes for [u8; N] {
    const LENGTH: Option<usize> = Some(N);

    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        bytes.try_into().ok()
    }

    fn as_bytes(&self) -> &[u8] {
        self
    }
}

/// Reads bytes in a spelling, or those of the part that stands for them.
pub(crate) fn read_bytes<T: Bytes, S: BinarySpelling>(text: &TextIn<'_, '_>) -> Result<T> {
    let bytes = match text.part()? {
        Some(bytes) => Some(bytes.to_vec()),
        None => S::decode(text.token()),
    };
    let Some(bytes) = bytes else {
        return Err(text.invalid(S::EXPECTED));
    };
    let length = || format!("{} bytes", T::LENGTH.unwrap_or_default());
    T::from_bytes(bytes).ok_or_else(|| text.unexpected(length()))
}

/// Writes bytes in a spelling, or the element that stands for a part of them.
pub(crate) fn write_bytes<S: BinarySpelling>(bytes: &[u8], out: &mut TextOut<'_>) {
    let is_extracted = S::MAY_BE_PART && out.extract(bytes);
    if !is_extracted {
        out.append_plain(|text| S::encode(bytes, text));
    }
}

/// What is the same for the two types: they differ in how bytes are spelled, and in nothing else.
macro_rules! bytes {
    ($($type:ident: $name:literal),*) => {
        $(
            impl<'de> ReadText<'de> for $type {
                const MAY_BE_PART: bool = <Self as BinarySpelling>::MAY_BE_PART;

                fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
                    read_bytes::<_, Self>(&text).map(Self)
                }
            }

            impl WriteText for $type {
                fn write_text(&self, out: &mut TextOut<'_>) {
                    write_bytes::<Self>(self, out);
                }

                $crate::__described! {
                    $crate::xml::Description::simple($name)
                }
            }

            /// The bytes as they are written.
            impl fmt::Debug for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.debug_tuple(stringify!($type)).field(&self.to_string()).finish()
                }
            }

            /// The bytes as they are written.
            impl fmt::Display for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    let mut text = String::new();
                    Self::encode(self, &mut text);
                    f.pad(&text)
                }
            }

            impl FromStr for $type {
                type Err = Error;

                /// Reads the bytes from every text that is legal in XML. There may be no white space around it.
                fn from_str(text: &str) -> Result<Self> {
                    Self::decode(text)
                        .map(Self)
                        .ok_or_else(|| Error::invalid_value(text, Self::EXPECTED))
                }
            }

            impl Deref for $type {
                type Target = [u8];

                fn deref(&self) -> &[u8] {
                    &self.0
                }
            }

            impl AsRef<[u8]> for $type {
                fn as_ref(&self) -> &[u8] {
                    &self.0
                }
            }

            impl From<Vec<u8>> for $type {
                fn from(bytes: Vec<u8>) -> Self {
                    Self(bytes)
                }
            }

            impl From<&[u8]> for $type {
                fn from(bytes: &[u8]) -> Self {
                    Self(bytes.to_vec())
                }
            }

            impl<const N: usize> From<[u8; N]> for $type {
                fn from(bytes: [u8; N]) -> Self {
                    Self(bytes.to_vec())
                }
            }

            impl From<$type> for Vec<u8> {
                fn from(bytes: $type) -> Self {
                    bytes.0
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

bytes!(Base64Binary: "base64Binary", HexBinary: "hexBinary");

/// The text's bytes that are not white space: MIME breaks base64 into lines.
fn without_space(text: &str) -> Cow<'_, [u8]> {
    if !text.bytes().any(is_space) {
        return Cow::Borrowed(text.as_bytes());
    }
    Cow::Owned(text.bytes().filter(|&byte| !is_space(byte)).collect())
}

fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

fn hex_digit(value: u8) -> char {
    char::from(if value < 10 {
        b'0' + value
    } else {
        b'A' + value - 10
    })
}
