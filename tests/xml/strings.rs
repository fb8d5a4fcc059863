//! Text and attribute values: white space, line ends, references, pieces.

use um_messages::ErrorKind;
use um_messages::xml::Element;
use um_tests::documents::body;
use um_tests::errors::{request_error, say};
use um_tests::loan::{State, loan, read, read_with, write};
use um_tests::sources::both;

use crate::rows::{check, row};
use crate::simple::simple;

#[test]
fn strings_keep_their_white_space() {
    let text = " a  b\n\tc ";
    simple(
        String::from(text),
        text,
        &["<![CDATA[ a  b]]>&#10;\tc ", " a  b\r\n\tc "],
    );
    simple(Box::<str>::from(text), text, &[]);
}

/// The clause, the document, and the text of its element.
#[rustfmt::skip]
const TEXTS: &[(&str, &str, &str)] = &[
    ("XML 2.11", "<a>1\r\n2\r3\n4\r\r\n5\n\r6</a>", "1\n2\n3\n4\n\n5\n\n6"),
    ("XML 2.11", "<a>\r</a>", "\n"),
    ("XML 2.11", "<a>\r\n</a>", "\n"),
    ("XML 2.11", "<a><![CDATA[1\r\n2\r3]]></a>", "1\n2\n3"),
    ("XML 2.11, a reference is no line end", "<a>&#13;\n&#xD;&#xA;</a>", "\r\n\r\n"),
    ("XML 2.11, a CR before a reference", "<a>\r&#10;</a>", "\n\n"),
    ("XML 2.11, a CR before CDATA", "<a>\r<![CDATA[\n]]></a>", "\n\n"),
    ("XML 2.11, in long runs", "<a>0123456789abcdef\r\n0123456789abcdef\r</a>", "0123456789abcdef\n0123456789abcdef\n"),
    ("XML 2.5", "<a>Tom<!-- and --> Jerry</a>", "Tom Jerry"),
    ("XML 2.7", "<a>Tom <![CDATA[&]]> Jerry</a>", "Tom & Jerry"),
    ("XML 4.1", "<a>Tom &amp; Jerry</a>", "Tom & Jerry"),
    ("XML 2.6", "<a>Tom<?and?> Jerry</a>", "Tom Jerry"),
    ("XML 2.7", "<a><![CDATA[&amp;]]>&amp;<!--&amp;--><![CDATA[<]]></a>", "&amp;&<"),
    ("XML 2.7", "<a><![CDATA[ ]]> <![CDATA[ ]]></a>", "   "),
    ("XML 2.10", "<a>\n  x\t </a>", "\n  x\t "),
    ("XML 4.1", "<a>&#x1F600;\u{1F600}</a>", "\u{1F600}\u{1F600}"),
];

#[test]
fn text_is_read_whole_and_with_line_ends_normalized() {
    let problems = TEXTS.iter().filter_map(|&(clause, document, text)| {
        row(clause, document, || {
            let found = both(document).unwrap().text();
            (found != text).then(|| format!("read as {found:?}, not {text:?}"))
        })
    });
    check(&problems.collect::<Vec<_>>());
}

/// The clause, the attribute as it stands in its tag, and its value.
#[rustfmt::skip]
const VALUES: &[(&str, &str, &str)] = &[
    ("XML 3.3.3", "b=' 1\t2\n3 '", " 1 2 3 "),
    ("XML 2.11, then 3.3.3", "b='1\r\n2\r3\r\n\r\n4'", "1 2 3  4"),
    ("XML 3.3.3, not for references", "b='&#9;&#10;&#13;&#32;'", "\t\n\r "),
    ("XML 3.3.3", "b='1\r&#10;2'", "1 \n2"),
    ("XML 3.3.3, not collapsed", "b='1    2'", "1    2"),
    ("XML 4.1", "b='Tom &amp; Jerry'", "Tom & Jerry"),
    ("XML 2.5, no comment", "b='1<!---->2'", ""),
    ("XML 3.1", "b='\"'", "\""),
    ("XML 3.1", "b=\"'\"", "'"),
    ("XML 4.1", "b='&quot;&apos;&lt;'", "\"'<"),
];

#[test]
fn attribute_values_are_normalized() {
    let problems = VALUES.iter().filter_map(|&(clause, attribute, value)| {
        let document = format!("<a {attribute}/>");
        row(clause, &document, || match both(&document) {
            Ok(element) => {
                let found = element.attribute("", "b").unwrap().to_owned();
                (found != value).then(|| format!("read as {found:?}, not {value:?}"))
            }
            Err(error) => (!value.is_empty()).then(|| error.to_string()),
        })
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn what_is_written_reads_back_equal() {
    let awkward = "\r\n\t \r \"'&<>]]> &amp; \u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFD}\u{1F600} ";
    let element = Element::new("urn:a", "a")
        .with_attribute("", "b", awkward)
        .with_attribute("urn:c", "d", awkward)
        .with_text(awkward);
    let read = both(&element.to_xml().unwrap()).unwrap();
    assert_eq!(read, element);
    assert_eq!(read.text(), awkward);
    assert_eq!(read.attribute("urn:c", "d"), Some(awkward));
}

#[test]
fn an_element_inside_a_string() {
    let document = body("<m:GetCallInfo><m:CallId>MD<b>lk</b></m:CallId></m:GetCallInfo>");
    insta::assert_snapshot!(say(&request_error(&document)), @r#"
UnexpectedChild Some("Envelope/Body/GetCallInfo/CallId/b") Some((3, 28))
element `b`, where only text is expected, in `Envelope/Body/GetCallInfo/CallId/b`, line 3, column 28
"#);
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn split_text_is_read_whole() {
    for title in [
        "Tom<!-- and --> &amp; Jerry",
        "Tom <![CDATA[&]]> Jerry",
        "Tom &amp; Jerry",
        "Tom &#38;<?and?> Jerry",
        "<![CDATA[Tom]]> &#x26; <![CDATA[Jerry]]>",
    ] {
        let content = format!("<Loan xmlns='urn:library'><Title>{title}</Title></Loan>");
        assert_eq!(read(&content).unwrap().title, "Tom & Jerry", "{title}");
    }
    // Values that are no strings are joined as well.
    assert_eq!(
        read_with("<Weight>1<!---->2<![CDATA[.]]>&#53;</Weight>")
            .unwrap()
            .weight,
        Some(12.5)
    );
    assert_eq!(
        read_with("<State>O<!---->ut</State>").unwrap().state,
        Some(State::Out)
    );
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn an_element_inside_a_string_is_refused() {
    for note in ["a<b/>c", "<b/>", "a<b>c</b>", "<b>c</b>"] {
        let error = read_with(&format!("<Note>{note}</Note>")).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::UnexpectedChild(name) if name.local() == "b"),
            "{error}"
        );
    }
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn line_ends_are_normalized_and_survive() {
    assert_eq!(
        read_with("<Note>1\r\n2\r3</Note>").unwrap().note.as_deref(),
        Some("1\n2\n3")
    );
    let mut book = loan("1\r\n2\r3\n4\t5");
    book.foreign_id = Some("1\r\n2\r3\n4\t5".to_owned());
    let written = write(&book);
    assert!(
        written.contains("<l:Title>1&#xD;\n2&#xD;3\n4\t5</l:Title>"),
        "{written}"
    );
    assert!(
        written.contains("q:Id=\"1&#xD;&#xA;2&#xD;3&#xA;4&#x9;5\""),
        "{written}"
    );
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn spaces_of_a_string_are_kept() {
    for title in ["", " ", "  Emma ", "\tEmma\n", "a  b", " \u{A0} "] {
        let mut book = loan(title);
        book.foreign_id = Some(title.to_owned());
        book.author = vec![title.to_owned(), title.to_owned()];
        write(&book);
    }
}
