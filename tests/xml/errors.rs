//! Where an error is.

use um_messages::xml::Element;

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
