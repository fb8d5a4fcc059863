//! The simple types that have no counterpart in the standard library: every legal spelling is read as the
//! value it stands for, every other one is refused, and what is written is canonical. Each is tried as
//! attribute, element, optional element, list and text, by both sources of the reader.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use std::fmt::Debug;

use judge::both_as;
use proptest::collection::vec;
use proptest::prelude::*;
use um_messages::xml::{
    self, Base64Binary, HexBinary, ReadElement, ReadText, WriteElement, WriteText,
};
use um_messages::{ErrorKind, SoapType};

/// A value in every place where one may stand.
#[derive(Debug, PartialEq, SoapType)]
struct Places<T> {
    #[soap(attribute)]
    attribute: T,
    #[soap(attribute)]
    optional_attribute: Option<T>,
    element: T,
    optional: Option<T>,
    list: Vec<T>,
    text: Text<T>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Text<T> {
    #[soap(text)]
    value: T,
}

#[derive(Debug, PartialEq, SoapType)]
struct Attribute<T> {
    #[soap(attribute)]
    value: T,
}

#[derive(Debug, PartialEq, SoapType)]
struct Child<T> {
    value: T,
}

/// What all the types here are.
trait Simple:
    for<'de> ReadText<'de>
    + for<'de> ReadElement<'de>
    + WriteText
    + WriteElement
    + Clone
    + PartialEq
    + Debug
{
}

impl<T> Simple for T where
    T: for<'de> ReadText<'de>
        + for<'de> ReadElement<'de>
        + WriteText
        + WriteElement
        + Clone
        + PartialEq
        + Debug
{
}

fn everywhere<T: Simple>(value: &T) -> Places<T> {
    let value = || value.clone();
    Places {
        attribute: value(),
        optional_attribute: Some(value()),
        element: value(),
        optional: Some(value()),
        list: vec![value(), value()],
        text: Text { value: value() },
    }
}

/// The document of [`everywhere`] with this text in each place.
fn document(text: &str) -> String {
    let element = |name: &str| match text {
        "" => format!("<{name}/>"),
        _ => format!("<{name}>{text}</{name}>"),
    };
    let elements = ["Element", "Optional", "List", "List", "Text"].map(element);
    format!(
        "<Places Attribute=\"{text}\" OptionalAttribute=\"{text}\">{}</Places>",
        elements.concat()
    )
}

/// The text is read as the value.
#[track_caller]
fn reads<T: Simple>(text: &str, value: &T) {
    match both_as::<Places<T>>(&document(text)) {
        Ok(read) => assert_eq!(read, everywhere(value), "{text}"),
        Err(error) => panic!("{text}: {error}"),
    }
}

/// The value is written as the text, and read from it.
#[track_caller]
fn same<T: Simple>(value: &T, text: &str) {
    assert_eq!(xml::to_string(&everywhere(value)).unwrap(), document(text));
    reads(text, value);
}

/// The text is no value of the type, and the error says what is expected.
#[track_caller]
fn refused<T: Simple>(text: &str, expected: &str) {
    let attribute = both_as::<Attribute<T>>(&format!("<Attribute Value=\"{text}\"/>"));
    let element = both_as::<Child<T>>(&format!("<Child><Value>{text}</Value></Child>"));
    let content = both_as::<Text<T>>(&format!("<Text>{text}</Text>"));
    let results = [
        (attribute.map(|it| it.value), "Attribute/@Value"),
        (element.map(|it| it.value), "Child/Value"),
        (content.map(|it| it.value), "Text"),
    ];
    for (result, path) in results {
        let error = match result {
            Ok(value) => panic!("`{text}` is read as {value:?}"),
            Err(error) => error,
        };
        assert_eq!(error.path(), Some(path));
        match error.kind() {
            ErrorKind::InvalidValue { expected: said, .. } => assert_eq!(said, expected, "{text}"),
            _ => panic!("`{text}`: {error}"),
        }
    }
}

/// All of the texts are no values of the type.
#[track_caller]
fn all_refused<T: Simple>(texts: &[&str], expected: &str) {
    for text in texts {
        refused::<T>(text, expected);
    }
}

/// What is written is read as what it was.
#[track_caller]
fn round_trip<T: Simple>(value: &T) {
    let value = everywhere(value);
    let document = xml::to_string(&value).unwrap();
    match both_as::<Places<T>>(&document) {
        Ok(read) => assert_eq!(read, value, "{document}"),
        Err(error) => panic!("{document}: {error}"),
    }
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// Bytes.

#[test]
fn base64_is_read_to_the_letter_and_written_without_white_space() {
    for (bytes, text) in [
        (&b""[..], ""),
        (b"f", "Zg=="),
        (b"fo", "Zm8="),
        (b"foo", "Zm9v"),
        (b"foob", "Zm9vYg=="),
        (b"\xFB\xFF\xFE", "+//+"),
        (b"\0", "AA=="),
    ] {
        same(&Base64Binary::from(bytes), text);
    }
    let bytes = Base64Binary::from(*b"foob");
    for text in [
        " Zm9vYg== ",
        "Zm9v Yg==",
        "Z m 9 v Y g = =",
        "Zm9v\nYg==",
        "\r\n\tZm9v\r\n\tYg\t=\n=\n",
        "Zm9v&#xD;&#xA;Yg==",
        "Zm9v  Yg==",
    ] {
        reads(text, &bytes);
    }
    reads(" \n ", &Base64Binary::default());
}

#[test]
fn what_is_no_base64_is_refused() {
    all_refused::<Base64Binary>(
        &[
            "Z",
            "Zg",
            "Zg=",
            "Zg===",
            "=",
            "==",
            "====",
            "Zm9v=",
            "Zm9vY===",
            // Bits that belong to no byte are zero.
            "Zh==",
            "Zm9=", // Another alphabet.
            "-__-",
            "Zm9v\u{A0}",
            "Zm9v!",
            "\u{1D400}AAA",
            // Padding ends the text.
            "Zg==Zg==",
            "Zg==Zm9v",
            "=Zg=",
        ],
        "base64 with its padding, as in `SGVsbG8=`",
    );
}

#[test]
fn hexadecimal_is_read_in_either_case_and_written_in_upper_case() {
    same(&HexBinary::default(), "");
    same(&HexBinary::from([0x00]), "00");
    same(&HexBinary::from([0x0F, 0xB7, 0xFF, 0x9A]), "0FB7FF9A");
    for text in ["0fb7", "0FB7", "0fB7", "\n 0fb7\t"] {
        reads(text, &HexBinary::from([0x0F, 0xB7]));
    }
    all_refused::<HexBinary>(
        &[
            "0",
            "0fb",
            "0g",
            "g0",
            "0f b7",
            "0f b",
            "0x0f",
            "-1",
            "\u{e9}",
            "\u{e9}\u{e9}",
            "\u{FF10}0",
        ],
        "hexadecimal digits, two for each byte",
    );
}

#[test]
fn bytes_show_what_is_written_and_convert() {
    assert_eq!(
        format!("{:?}", Base64Binary::from(*b"fo")),
        "Base64Binary(\"Zm8=\")"
    );
    assert_eq!(
        format!("{:?}", HexBinary::from(*b"\xab")),
        "HexBinary(\"AB\")"
    );
    let bytes = Base64Binary(vec![1, 2]);
    assert_eq!(bytes.as_ref(), &bytes[..]);
    assert_eq!(Vec::from(bytes), [1, 2]);
    assert_eq!(Vec::from(HexBinary::from(vec![3])), [3]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bytes_survive(bytes in vec(any::<u8>(), 0..100)) {
        round_trip(&Base64Binary(bytes.clone()));
        round_trip(&HexBinary(bytes));
    }
}
