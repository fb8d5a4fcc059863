//! Simple types in every place where a value may stand: as attribute, element, optional element, list and
//! text, by both sources of the reader. Every legal spelling is read as the value that it stands for, every
//! other one is refused, and what is written is canonical.

use std::fmt::Debug;

use proptest::prelude::*;
use um_messages::xml::{self, ReadElement, ReadText, WriteElement, WriteText};
use um_messages::{ErrorKind, SoapType};
use um_tests::sources::both_as;

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
pub(crate) struct Attribute<T> {
    #[soap(attribute)]
    pub(crate) value: T,
}

#[derive(Debug, PartialEq, SoapType)]
pub(crate) struct Child<T> {
    pub(crate) value: T,
}

/// What all the types here are.
pub(crate) trait Simple:
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
pub(crate) fn reads<T: Simple>(text: &str, value: &T) {
    match both_as::<Places<T>>(&document(text)) {
        Ok(read) => assert_eq!(read, everywhere(value), "{text}"),
        Err(error) => panic!("{text}: {error}"),
    }
}

/// The value is written as the text, and read from it.
#[track_caller]
pub(crate) fn same<T: Simple>(value: &T, text: &str) {
    assert_eq!(xml::to_string(&everywhere(value)).unwrap(), document(text));
    reads(text, value);
}

/// The text is no value of the type, and the error says what is expected.
#[track_caller]
pub(crate) fn refused<T: Simple>(text: &str, expected: &str) {
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
pub(crate) fn all_refused<T: Simple>(texts: &[&str], expected: &str) {
    for text in texts {
        refused::<T>(text, expected);
    }
}

/// What is written is read as what it was.
#[track_caller]
pub(crate) fn round_trip<T: Simple>(value: &T) {
    let value = everywhere(value);
    let document = xml::to_string(&value).unwrap();
    match both_as::<Places<T>>(&document) {
        Ok(read) => assert_eq!(read, value, "{document}"),
        Err(error) => panic!("{document}: {error}"),
    }
}

/// The value is none that the type can be written as; what the error says of it.
#[track_caller]
pub(crate) fn unwritable<T: Simple>(value: &T) -> String {
    let error = xml::to_string(&Child {
        value: value.clone(),
    })
    .unwrap_err();
    assert_eq!(error.path(), Some("Child/Value"), "{error}");
    match error.kind() {
        ErrorKind::Unwritable(problem) => problem.clone(),
        _ => panic!("{error}"),
    }
}

pub(crate) fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
