//! The simple types: strings, numbers and their like, as XML Schema part 2 spells them.

use std::borrow::Cow;

use super::text_element::{read_text_ahead, read_text_element, write_text_element};
use crate::error::Result;
use crate::qname::QName;
use crate::xml::namespace::{ElementName, KnownName};
use crate::xml::read::{ReadElement, ReadText, Reader, TextIn, xs_boolean};
use crate::xml::syntax::trim;
use crate::xml::write::{TextOut, WriteElement, WriteText, Writer};

// Strings keep their white space.

impl<'de> ReadText<'de> for String {
    #[inline]
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        Ok(text.into_cow().into_owned())
    }
}

impl<'de> ReadText<'de> for Box<str> {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        Ok(text.into_cow().into())
    }
}

impl<'de: 'a, 'a> ReadText<'de> for Cow<'a, str> {
    #[inline]
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        Ok(text.into_cow())
    }
}

impl<'de: 'a, 'a> ReadText<'de> for &'a str {
    #[inline]
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        text.into_borrowed()
    }
}

impl<'de: 'a, 'a> ReadElement<'de> for Cow<'a, str> {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        read_text_element(reader)
    }

    #[inline]
    fn read_ahead(reader: &mut Reader<'de>, name: &KnownName) -> Option<Self> {
        read_text_ahead(reader, name)
    }
}

impl<'de: 'a, 'a> ReadElement<'de> for &'a str {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        read_text_element(reader)
    }

    #[inline]
    fn read_ahead(reader: &mut Reader<'de>, name: &KnownName) -> Option<Self> {
        read_text_ahead(reader, name)
    }
}

impl<'de> ReadElement<'de> for Box<str> {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        read_text_element(reader)
    }

    #[inline]
    fn read_ahead(reader: &mut Reader<'de>, name: &KnownName) -> Option<Self> {
        read_text_ahead(reader, name)
    }
}

/// What is written as the string that it can be borrowed as.
macro_rules! written_as_str {
    ($($type:ty),*) => {
        $(
            impl WriteText for $type {
                #[inline]
                fn write_text(&self, out: &mut TextOut<'_>) {
                    out.push(self);
                }
            }
        )*
    };
}

written_as_str!(String, Box<str>, Cow<'_, str>, &str);

/// Elements of the types that borrow or have no size, which the macro for the others cannot name.
macro_rules! written_as_element {
    ($($type:ty),*) => {
        $(
            impl WriteElement for $type {
                #[inline]
                fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
                    write_text_element(self, writer, name);
                }

                crate::__described! {
                    <Self as WriteText>::description()
                }
            }
        )*
    };
}

written_as_element!(Box<str>, Cow<'_, str>, &str);

impl<'de> ReadText<'de> for char {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        let mut characters = text.as_str().chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => Ok(c),
            _ => Err(text.invalid("a single character")),
        }
    }
}

impl WriteText for char {
    fn write_text(&self, out: &mut TextOut<'_>) {
        out.push(self.encode_utf8(&mut [0; 4]));
    }
}

/// Nothing: an element without content.
impl<'de> ReadText<'de> for () {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        if text.token().is_empty() {
            Ok(())
        } else {
            Err(text.invalid("empty"))
        }
    }
}

impl WriteText for () {
    fn write_text(&self, _: &mut TextOut<'_>) {}

    crate::__described! {
        crate::xml::Description::nothing()
    }
}

impl<'de> ReadText<'de> for bool {
    #[inline]
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        xs_boolean(&text)
    }
}

impl WriteText for bool {
    #[inline]
    fn write_text(&self, out: &mut TextOut<'_>) {
        out.push_plain(if *self { "true" } else { "false" });
    }

    crate::__described! {
        crate::xml::Description::simple("boolean")
    }
}

/// A value that the standard library parses: first as it stands, then without white space.
#[inline]
fn parse_trimmed<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    parse(text).or_else(|| {
        Some(trim(text))
            .filter(|token| token.len() < text.len())
            .and_then(parse)
    })
}

macro_rules! integers {
    ($($type:ty: $name:literal),*) => {
        $(
            impl<'de> ReadText<'de> for $type {
                #[inline]
                fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
                    match parse_trimmed(text.as_str(), |token| token.parse().ok()) {
                        Some(number) => Ok(number),
                        None => not_parsed(&text, &<$type>::MIN, &<$type>::MAX),
                    }
                }
            }

            impl WriteText for $type {
                #[inline]
                fn write_text(&self, out: &mut TextOut<'_>) {
                    match u64::try_from(*self) {
                        Ok(number) => push_digits(number, out),
                        // Negative, or beyond 64 bits: rare enough for the formatting machinery.
                        Err(_) => out.push_number(*self),
                    }
                }

                crate::__described! {
                    crate::xml::Description::simple($name)
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

/// What the standard library does not parse: `-0` of an unsigned type (XML Schema part 2,
/// section 3.3.20), or no integer.
#[cold]
fn not_parsed<T: Default + std::fmt::Display>(
    text: &TextIn<'_, '_>,
    min: &T,
    max: &T,
) -> Result<T> {
    let zeros = text.token().strip_prefix('-').unwrap_or_default();
    if !zeros.is_empty() && zeros.bytes().all(|digit| digit == b'0') {
        return Ok(T::default());
    }
    Err(text.unexpected(format!("an integer from {min} to {max}")))
}

/// The decimal digits, without the formatting machinery.
#[inline]
fn push_digits(mut number: u64, out: &mut TextOut<'_>) {
    // 2^64 has 20 digits.
    let mut digits = [b'0'; 20];
    let mut from = digits.len();
    loop {
        from -= 1;
        let digit = (number % 10) as u8;
        if let Some(place) = digits.get_mut(from) {
            *place = b'0' + digit;
        }
        number /= 10;
        if number == 0 || from == 0 {
            break;
        }
    }
    let digits = digits.get(from..).unwrap_or_default();
    out.append_plain(|text| text.extend(digits.iter().copied().map(char::from)));
}

integers!(
    u8: "unsignedByte",
    u16: "unsignedShort",
    u32: "unsignedInt",
    u64: "unsignedLong",
    u128: "nonNegativeInteger",
    usize: "unsignedLong",
    i8: "byte",
    i16: "short",
    i32: "int",
    i64: "long",
    i128: "integer",
    isize: "long"
);

macro_rules! floats {
    ($($type:ty: $name:literal),*) => {
        $(
            impl<'de> ReadText<'de> for $type {
                fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
                    let token = text.token();
                    match token {
                        "INF" | "+INF" => return Ok(<$type>::INFINITY),
                        "-INF" => return Ok(<$type>::NEG_INFINITY),
                        "NaN" => return Ok(<$type>::NAN),
                        _ => {}
                    }
                    // The standard library also reads `inf`, `infinity` and `nan`.
                    let numeric = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
                    match token.parse::<$type>() {
                        Ok(number) if number.is_finite() && token.bytes().all(numeric) => Ok(number),
                        Ok(_) if token.bytes().all(numeric) => {
                            Err(text.invalid(format!("a number from {:E} to {:E}, or `INF` or `-INF`", <$type>::MIN, <$type>::MAX)))
                        }
                        _ => Err(text.invalid("a floating-point number, `INF`, `-INF` or `NaN`")),
                    }
                }
            }

            impl WriteText for $type {
                fn write_text(&self, out: &mut TextOut<'_>) {
                    if self.is_nan() {
                        out.push_plain("NaN");
                    } else if self.is_infinite() {
                        out.push_plain(if *self > 0.0 { "INF" } else { "-INF" });
                    } else {
                        // Never with an exponent, so that it is an `xs:decimal` as well.
                        out.push_number(*self);
                    }
                }

                crate::__described! {
                    crate::xml::Description::simple($name)
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

floats!(f32: "float", f64: "double");

impl TextOut<'_> {
    /// A number as the standard library prints it: the shortest text that reads back equal.
    fn push_number(&mut self, number: impl std::fmt::Display) {
        self.push_plain(&number.to_string());
    }
}

impl<'de> ReadText<'de> for QName {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        text.qname()
    }
}

impl WriteText for QName {
    const DECLARES: bool = true;

    fn declare(&self, writer: &mut Writer) {
        writer.declare_qname(self);
    }

    fn write_text(&self, out: &mut TextOut<'_>) {
        out.push_qname(self);
    }

    crate::__described! {
        crate::xml::Description::simple("QName")
    }
}

crate::__text_elements!(String, char, (), bool, QName);
