//! Where an error is, what sort it is of, what may help, and what it is to `std::io`.

use std::error::Error as _;
use std::io;

use um_messages::xml::{self, Element};
use um_messages::{Category, Error, ErrorKind, Fault, ReadOptions, SoapMessage, SoapType, um};

use crate::rows::check;

/// The document, and the line, column, byte and path of its error.
#[rustfmt::skip]
const PLACES_OF_ERRORS: &[(&str, usize, usize, usize, Option<&str>)] = &[
    ("", 1, 1, 0, None),
    ("<a>\n<b>\n</a>", 3, 1, 8, Some("a/b")),
    ("<a>\r\n<b>\r\n</a>", 3, 1, 10, Some("a/b")),
    ("<a>\r<b>\r</a>", 3, 1, 8, Some("a/b")),
    ("<a>äö&x;</a>", 1, 6, 7, Some("a")),
    ("<a>\u{1F600}\u{1F600}]]></a>", 1, 6, 11, Some("a")),
    ("\u{FEFF}<a b='<'/>", 1, 8, 9, None),
    ("<a>\n  <b c='1' c='2'/>\n</a>", 2, 12, 15, Some("a")),
    ("<a>\n  <p:b/>\n</a>", 2, 4, 7, Some("a")),
    ("<a>\n  <b xmlns:p=''/>\n</a>", 2, 6, 9, Some("a")),
    ("<a/>\n<b/>", 2, 1, 5, None),
    ("<a/>\n\n  text", 3, 3, 8, None),
    ("<a>\n<!-- -- -->\n</a>", 2, 6, 9, Some("a")),
    ("<p:a xmlns:p='u'><p:b>text", 1, 27, 26, Some("a/b")),
    ("<a>\n<!DOCTYPE b></a>", 2, 1, 4, Some("a")),
    ("<a>\tx\u{1}</a>", 1, 6, 5, Some("a")),
    ("<?xml version='1.0'\nencoding=''?><a/>", 2, 1, 20, None),
];

#[test]
fn errors_say_where() {
    let problems = PLACES_OF_ERRORS
        .iter()
        .filter_map(|&(document, line, column, byte, path)| {
            let error = document.parse::<Element>().unwrap_err();
            let place = error.position().unwrap();
            let found = (place.line, place.column, place.byte, error.path());
            (found != (line, column, byte, path)).then(|| {
                format!(
                    "{document:?}: {found:?} instead of {:?}: {error}",
                    (line, column, byte, path)
                )
            })
        });
    check(&problems.collect::<Vec<_>>());
}

#[derive(Debug, SoapType)]
struct Call {
    id: u32,
}

fn refused(document: &str) -> Error {
    xml::from_str::<Call>(document).unwrap_err()
}

fn of_stream() -> Error {
    Error::from(io::Error::from(io::ErrorKind::TimedOut))
}

#[test]
fn errors_have_a_category() {
    let limit = ReadOptions::new().max_depth(1);
    let limit = xml::from_str_with::<Call>("<Call><Id>7</Id></Call>", &limit).unwrap_err();
    let soap = |document: &str| um::Disconnect::from_envelope(document).unwrap_err();
    let fault = Fault::sender("no").to_envelope().unwrap();
    let other = "<Envelope xmlns='urn:soap'/>";
    let unwritable = um::Disconnect {
        call_id: "\u{1}".into(),
    };
    for (error, category) in [
        (of_stream(), Category::Io),
        (refused("<Call>"), Category::Syntax),
        (refused("<Call></Fax>"), Category::Syntax),
        (refused("<p:Call/>"), Category::Syntax),
        (refused("<!DOCTYPE Call><Call/>"), Category::Syntax),
        (
            xml::from_slice::<Call>(b"<Call>\xFF").unwrap_err(),
            Category::Syntax,
        ),
        (limit, Category::Limit),
        (refused("<Fax/>"), Category::Data),
        (refused("<Call/>"), Category::Data),
        (refused("<Call><Id>x</Id></Call>"), Category::Data),
        (soap(&fault), Category::Soap),
        (soap(other), Category::Soap),
        (soap("<html/>"), Category::Soap),
        (unwritable.to_envelope().unwrap_err(), Category::Write),
    ] {
        assert_eq!(error.category(), category, "{error}");
    }
}

#[test]
fn a_hint_is_the_end_of_what_an_error_says() {
    let error = refused("<Call><ID>7</ID></Call>");
    assert_eq!(error.hint(), Some("there is a `ID`"));
    assert!(error.to_string().ends_with("; there is a `ID`"), "{error}");
    assert_eq!(refused("<Call/>").hint(), None);
}

#[test]
fn an_error_of_a_stream_comes_out_as_it_went_in() {
    let failed = io::Error::new(io::ErrorKind::TimedOut, "too late");
    let error = io::Error::from(Error::from(failed));
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    let inside = error.get_ref().unwrap();
    assert_eq!(inside.to_string(), "too late");
    assert!(!inside.is::<Error>(), "it is not wrapped");
}

#[test]
fn an_error_of_a_document_is_one_of_its_data() {
    let cut = io::Error::from(refused("<Call>"));
    assert_eq!(cut.kind(), io::ErrorKind::UnexpectedEof);

    let error = io::Error::from(refused("<Call><Id>x</Id></Call>"));
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    let inside = error.get_ref().unwrap().downcast_ref::<Error>().unwrap();
    assert!(matches!(inside.kind(), ErrorKind::InvalidValue { .. }));
    assert!(inside.source().is_none());
}
