//! What other libraries that turn structs into XML get wrong, one test for each input.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use std::fmt::Debug;

use judge::both_messages;
use um_messages::um::GetCallInfo;
use um_messages::xml::QName;
use um_messages::{Envelope, ErrorKind, ReadOptions, Result, SoapMessage, SoapType};

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";

/// A book on its way from a library to a reader: elements, attributes, lists, values of all sorts.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:library", prefix = "l")]
struct Loan {
    #[soap(attribute)]
    id: Option<u32>,
    #[soap(attribute, namespace = "urn:q", prefix = "q", rename = "Id")]
    foreign_id: Option<String>,
    title: String,
    note: Option<String>,
    state: Option<State>,
    author: Vec<String>,
    weight: Option<f64>,
    renewable: Option<bool>,
    kind: Option<QName>,
    sequel: Option<Box<Loan>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, SoapType)]
enum State {
    Out,
    Back,
}

fn loan(title: &str) -> Loan {
    Loan {
        id: None,
        foreign_id: None,
        title: title.to_owned(),
        note: None,
        state: None,
        author: Vec::new(),
        weight: None,
        renewable: None,
        kind: None,
        sequel: None,
    }
}

/// An envelope with this in its Body.
fn body(content: &str) -> String {
    format!("<soap:Envelope xmlns:soap=\"{SOAP}\"><soap:Body>{content}</soap:Body></soap:Envelope>")
}

fn read(content: &str) -> Result<Loan> {
    both_messages(&body(content))
}

/// A loan with a title and this, in the default namespace.
fn read_with(content: &str) -> Result<Loan> {
    read(&format!(
        "<Loan xmlns=\"urn:library\"><Title>Emma</Title>{content}</Loan>"
    ))
}

/// The Body's content as it is written; it must be read back equal.
fn write(loan: &Loan) -> String {
    let written = loan.to_envelope().unwrap();
    let (_, content) = written.split_once("<soap:Body>").unwrap();
    let content = content
        .strip_suffix("</soap:Body></soap:Envelope>")
        .unwrap()
        .to_owned();
    assert_eq!(both_messages::<Loan>(&written).unwrap(), *loan, "{written}");
    content
}

fn is_invalid<T: Debug>(result: Result<T>) -> bool {
    matches!(result.unwrap_err().kind(), ErrorKind::InvalidValue { .. })
}

#[test]
fn other_prefixes_are_the_same_message() {
    let expected = loan("Emma");
    for content in [
        "<Loan xmlns='urn:library'><Title>Emma</Title></Loan>",
        "<l:Loan xmlns:l='urn:library'><l:Title>Emma</l:Title></l:Loan>",
        "<s:Loan xmlns:s='urn:library'><m:Title xmlns:m='urn:library'>Emma</m:Title></s:Loan>",
        "<soap:Loan xmlns:soap='urn:library'><Title xmlns='urn:library'>Emma</Title></soap:Loan>",
        "<q:Loan xmlns:q='urn:library' xmlns='urn:other'><q:Title>Emma</q:Title></q:Loan>",
    ] {
        assert_eq!(read(content).unwrap(), expected, "{content}");
    }
    let default = format!(
        "<Envelope xmlns='{SOAP}'><Body><Loan xmlns='urn:library'><Title>Emma</Title></Loan></Body></Envelope>"
    );
    assert_eq!(both_messages::<Loan>(&default).unwrap(), expected);
}

#[test]
fn a_wrong_namespace_is_refused_and_named() {
    let message = read("<Loan xmlns='urn:other'><Title>Emma</Title></Loan>").unwrap_err();
    assert!(matches!(message.kind(), ErrorKind::WrongElement { .. }));
    assert!(
        message
            .to_string()
            .contains("element `Loan` has namespace `urn:other` instead of `urn:library`"),
        "{message}"
    );
    let envelope =
        body("<Loan xmlns='urn:library'><Title>Emma</Title></Loan>").replace(SOAP, "urn:other");
    let envelope = both_messages::<Loan>(&envelope).unwrap_err();
    assert!(matches!(envelope.kind(), ErrorKind::VersionMismatch(uri) if uri == "urn:other"));
    for leaf in [
        "<Title xmlns='urn:other'>Emma</Title>",
        "<Title xmlns=''>Emma</Title>",
    ] {
        let leaf = read(&format!("<Loan xmlns='urn:library'>{leaf}</Loan>")).unwrap_err();
        assert!(
            matches!(leaf.kind(), ErrorKind::MissingElement(name) if name == "Title"),
            "{leaf}"
        );
    }
}

#[test]
fn a_foreign_namesake_beside_ours_is_skipped() {
    let content = "<Title xmlns='urn:other'>no</Title><Note xmlns='urn:other'><x/></Note><Title xmlns=''>no</Title>";
    assert_eq!(read_with(content).unwrap(), loan("Emma"));
    let before = "<l:Loan xmlns:l='urn:library'><Title>no</Title><l:Title>Emma</l:Title></l:Loan>";
    assert_eq!(read(before).unwrap(), loan("Emma"));
}

#[test]
fn children_of_unknown_elements_are_not_seen() {
    let content =
        "<Unknown><Title>no</Title><Note>no</Note><Unknown><Author>no</Author></Unknown></Unknown>";
    assert_eq!(read_with(content).unwrap(), loan("Emma"));
}

#[test]
fn nothing_may_follow_the_envelope() {
    let document = body("<Loan xmlns='urn:library'><Title>Emma</Title></Loan>");
    for behind in [
        "text",
        "<x/>",
        "&#32;",
        "<![CDATA[]]>",
        "</x>",
        "\0",
        &document,
    ] {
        both_messages::<Loan>(&format!("{document}{behind}")).unwrap_err();
    }
    for behind in [" \r\n\t", "<!-- x -->", "<?x?>"] {
        both_messages::<Loan>(&format!("{document}{behind}")).unwrap();
    }
}

#[test]
fn a_document_cut_off_inside_a_leaf_is_refused() {
    let document = body("<Loan xmlns='urn:library'><Title>Emma</Title></Loan>");
    let leaf = document.find("Emma").unwrap();
    for end in leaf..leaf + "Emma</Title>".len() {
        let error = both_messages::<Loan>(&document[..end]).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd), "{error}");
        assert!(error.path().unwrap().ends_with("Loan/Title"), "{error}");
    }
}

#[test]
fn what_is_not_well_formed_is_refused() {
    for content in [
        "<Loan xmlns='urn:library'><Title>Emma</Loan></Title>",
        "<Loan xmlns='urn:library' Id='1' Id='1'><Title>Emma</Title></Loan>",
        "<Loan xmlns='urn:library'>stray<Title>Emma</Title></Loan>",
        "<Loan xmlns='urn:library'><Title>Emma</Title>stray</Loan>",
    ] {
        read(content).unwrap_err();
    }
}

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

#[test]
fn illegal_characters_are_refused_or_replaced() {
    let lenient = ReadOptions::new().replace_illegal_characters(true);
    for character in ["&#0;", "&#x1A;", "\u{1}", "\u{1F}", "\u{FFFF}"] {
        let document = body(&format!(
            "<Loan xmlns='urn:library'><Title>a{character}b</Title></Loan>"
        ));
        both_messages::<Loan>(&document).unwrap_err();
        let read = Envelope::<Loan>::from_xml_with(&document, &lenient).unwrap();
        assert_eq!(read.body.title, "a\u{FFFD}b");
    }
    loan("a\0b").to_envelope().unwrap_err();
}

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

#[test]
fn spaces_of_a_string_are_kept() {
    for title in ["", " ", "  Emma ", "\tEmma\n", "a  b", " \u{A0} "] {
        let mut book = loan(title);
        book.foreign_id = Some(title.to_owned());
        book.author = vec![title.to_owned(), title.to_owned()];
        write(&book);
    }
}

#[test]
fn a_mark_an_instruction_and_foreign_attributes_are_fine() {
    let document = format!(
        "\u{FEFF}<?xml version='1.0'?><?pi?><s:Envelope xmlns:s='{SOAP}' xmlns:x='urn:x' x:a='1'>\
         <s:Body x:b='2' id='3'><?pi?><Loan xmlns='urn:library' x:c='4'><?pi d?><Title x:d='5'>Emma</Title></Loan></s:Body></s:Envelope>"
    );
    assert_eq!(both_messages::<Loan>(&document).unwrap(), loan("Emma"));
}

#[test]
fn a_single_element_twice_is_an_error() {
    for content in [
        "<Title>Emma</Title>",
        "<Note/><Note/>",
        "<State>Out</State><State>Out</State>",
    ] {
        let error = read_with(content).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    }
    let apart = "<Note>1</Note><Author>A</Author><Note>2</Note>";
    assert!(
        matches!(read_with(apart).unwrap_err().kind(), ErrorKind::Duplicate(name) if name == "Note")
    );
    // A list may be interrupted.
    let list = "<Author>A</Author><State>Out</State><Author>B</Author>";
    assert_eq!(read_with(list).unwrap().author, ["A", "B"]);
}

#[derive(Clone, Debug, PartialEq, Eq, SoapType)]
enum Open {
    Known,
    #[soap(other)]
    Other(String),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:library")]
struct OpenState {
    state: Open,
}

#[test]
fn an_unknown_value_is_an_error_or_kept() {
    let error = read_with("<State>Lost</State>").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("`Lost` is not one of `Out`, `Back`"),
        "{error}"
    );
    let document = body("<OpenState xmlns='urn:library'><State>Lost</State></OpenState>");
    let open = both_messages::<OpenState>(&document).unwrap();
    assert_eq!(open.state, Open::Other("Lost".into()));
    assert!(open.to_envelope().unwrap().contains("<State>Lost</State>"));
}

#[test]
fn none_is_left_out() {
    let written = write(&loan("Emma"));
    assert_eq!(
        written,
        "<l:Loan xmlns:l=\"urn:library\" xmlns:q=\"urn:q\"><l:Title>Emma</l:Title></l:Loan>"
    );
    let mut empty = loan("Emma");
    empty.note = Some(String::new());
    assert!(write(&empty).contains("<l:Note/>"));
}

#[test]
fn nil_is_never_a_value() {
    let nil = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'";
    for field in ["Note", "State", "Author", "Weight", "Kind", "Sequel"] {
        let error = read_with(&format!("<{field} {nil}/>")).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Nil), "{field}: {error}");
        assert!(
            error.path().unwrap().ends_with(&format!("Loan/{field}")),
            "{error}"
        );
    }
    let false_nil = format!("<Note {}>x</Note>", nil.replace("true", "0"));
    assert_eq!(read_with(&false_nil).unwrap().note.as_deref(), Some("x"));
}

#[test]
fn two_attributes_of_one_local_name_are_two() {
    let content =
        "<Loan xmlns='urn:library' xmlns:x='urn:q' Id='7' x:Id='eight'><Title>Emma</Title></Loan>";
    let read = read(content).unwrap();
    assert_eq!(
        (read.id, read.foreign_id.as_deref()),
        (Some(7), Some("eight"))
    );
    assert!(write(&read).contains(" Id=\"7\" q:Id=\"eight\""));
}

#[test]
fn a_hundred_thousand_unknown_levels() {
    let deep = format!("{}{}", "<x>".repeat(100_000), "</x>".repeat(100_000));
    let error = read_with(&deep).unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::Limit {
            limit: "max_depth",
            max: 64
        }
    ));
    let document = body(&format!(
        "<Loan xmlns='urn:library'><Title>Emma</Title>{deep}</Loan>"
    ));
    let options = ReadOptions::new().max_depth(usize::MAX);
    assert_eq!(
        Envelope::<Loan>::from_xml_with(&document, &options)
            .unwrap()
            .body,
        loan("Emma")
    );
}

#[test]
fn a_recursive_type_is_bounded() {
    let nested = |levels| {
        (1..levels).fold(loan("last"), |inner, number| {
            let mut outer = loan(&number.to_string());
            outer.sequel = Some(Box::new(inner));
            outer
        })
    };
    // Envelope, Body and the title are levels too.
    write(&nested(61));
    let error = Loan::from_envelope(&nested(62).to_envelope().unwrap()).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                ..
            }
        ),
        "{error}"
    );
}

/// XML Schema part 2: 3.2.5, 4.3.6.
#[test]
fn numbers_have_the_lexical_forms_of_xml_schema() {
    let weight = |text: &str| {
        read_with(&format!("<Weight>{text}</Weight>")).map(|loan| loan.weight.unwrap())
    };
    let forms = [
        ("1.5", 1.5),
        (" 1.5 ", 1.5),
        ("\n-0.5\t", -0.5),
        ("+1", 1.0),
        ("1E3", 1000.0),
        ("1e-3", 0.001),
        (".5", 0.5),
        ("5.", 5.0),
        ("INF", f64::INFINITY),
        (" -INF ", f64::NEG_INFINITY),
        ("007", 7.0),
    ];
    for (text, value) in forms {
        assert_eq!(weight(text).unwrap().to_bits(), value.to_bits(), "{text}");
    }
    // A NaN equals nothing, so the sources cannot be compared by it.
    let nan = Loan::from_envelope(&body(
        "<Loan xmlns='urn:library'><Title/><Weight> NaN </Weight></Loan>",
    ));
    assert!(nan.unwrap().weight.unwrap().is_nan());
    assert!(weight("-0").unwrap().is_sign_negative());
    for text in [
        "", " ", ".", "inf", "Infinity", "infinity", "nan", "NAN", "-NaN", "+NaN", "1,5", "1 5",
        "0x10", "1e", "1e1.5", "--1", "\u{A0}1", "\u{661}",
    ] {
        assert!(is_invalid(weight(text)), "{text:?}");
    }
}

/// XML Schema part 2: 3.2.2, 4.3.6.
#[test]
fn booleans_have_the_lexical_forms_of_xml_schema() {
    let renewable = |text: &str| {
        read_with(&format!("<Renewable>{text}</Renewable>")).map(|loan| loan.renewable.unwrap())
    };
    for (text, value) in [
        ("true", true),
        (" true ", true),
        ("1", true),
        ("false", false),
        ("\r\n0\t", false),
    ] {
        assert_eq!(renewable(text).unwrap(), value, "{text}");
    }
    for text in ["", "TRUE", "True", "yes", "01", "t", "tr ue"] {
        assert!(is_invalid(renewable(text)), "{text:?}");
    }
}

/// XML Schema part 2: 3.3.13, 4.3.6.
#[test]
fn integers_have_the_lexical_forms_of_xml_schema() {
    let id = |text: &str| {
        let content = format!("<Loan xmlns='urn:library' Id='{text}'><Title>Emma</Title></Loan>");
        read(&content).map(|loan| loan.id.unwrap())
    };
    for (text, value) in [
        ("0", 0),
        ("-0", 0),
        ("+7", 7),
        (" 7 ", 7),
        ("0007", 7),
        ("4294967295", u32::MAX),
    ] {
        assert_eq!(id(text).unwrap(), value, "{text}");
    }
    for text in [
        "",
        "-1",
        "4294967296",
        "99999999999999999999",
        "7.0",
        "7e0",
        "0x7",
        "7 7",
        "seven",
        "+",
        "-",
        "+-7",
        "1_000",
    ] {
        assert!(is_invalid(id(text)), "{text:?}");
    }
}

#[test]
fn values_are_written_in_the_forms_of_xml_schema() {
    let written = |weight: f64| {
        let mut book = loan("Emma");
        book.weight = Some(weight);
        let written = book.to_envelope().unwrap();
        let (_, rest) = written.split_once("<l:Weight>").unwrap();
        let text = rest.split_once('<').unwrap().0.to_owned();
        let read = Loan::from_envelope(&written).unwrap().weight.unwrap();
        assert!(
            read.to_bits() == weight.to_bits() || (read.is_nan() && weight.is_nan()),
            "{text}"
        );
        text
    };
    for (value, text) in [
        (f64::INFINITY, "INF"),
        (f64::NEG_INFINITY, "-INF"),
        (f64::NAN, "NaN"),
        (1.5, "1.5"),
        (0.0, "0"),
        (-0.0, "-0"),
        (0.1, "0.1"),
    ] {
        assert_eq!(written(value), text);
    }
    for value in [
        f64::MAX,
        f64::MIN,
        f64::MIN_POSITIVE,
        f64::EPSILON,
        5e-324,
        1e15,
        1e16,
        1e21,
        1.0 / 3.0,
    ] {
        assert!(written(value).len() < 30);
    }
    let mut book = loan("Emma");
    book.renewable = Some(true);
    book.state = Some(State::Back);
    let content = write(&book);
    assert!(
        content.contains("<l:State>Back</l:State><l:Renewable>true</l:Renewable>"),
        "{content}"
    );
}

/// Names in content go by the prefixes in scope, in both directions (XML Schema part 2, 3.2.18).
#[test]
fn names_in_content_keep_their_namespace() {
    let kind = |content: &str| read_with(content).map(|loan| loan.kind.unwrap());
    assert_eq!(
        kind("<Kind xmlns:a='urn:a'>a:x</Kind>").unwrap(),
        QName::new("urn:a", "x")
    );
    assert_eq!(
        kind("<Kind> soap:x\n</Kind>").unwrap(),
        QName::new(SOAP, "x")
    );
    assert_eq!(
        kind("<Kind>x</Kind>").unwrap(),
        QName::new("urn:library", "x")
    );
    assert_eq!(
        kind("<l:Kind xmlns:l='urn:library' xmlns=''>x</l:Kind>").unwrap(),
        QName::local_only("x")
    );
    for text in ["", "b:x", ":x", "a:", "a:b:c", "1", "a b"] {
        assert!(
            is_invalid(kind(&format!("<Kind>{text}</Kind>"))),
            "{text:?}"
        );
    }
    for name in [
        QName::new("urn:a", "x"),
        QName::new("urn:library", "x"),
        QName::new(SOAP, "x"),
        QName::new("urn:q", "x"),
        QName::local_only("x"),
    ] {
        let mut book = loan("Emma");
        book.kind = Some(name);
        write(&book);
    }
    for local in ["a b", "", "<x/>", "1", "a:b", "&"] {
        let mut book = loan("Emma");
        book.kind = Some(QName::new("urn:a", local));
        let error = book.to_envelope().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    }
}

/// Types of the user's that are called as those of the derive's output are.
mod names_of_the_user {
    use um_messages::{SoapMessage, SoapType};

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct String {
        pub(crate) token: Token,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct Token(pub(crate) u8);

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) enum Option {
        None,
        Some,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct Error {
        #[soap(attribute)]
        pub(crate) option: Option,
    }

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:names")]
    pub(crate) struct Node {
        pub(crate) string: String,
        pub(crate) error: Vec<Error>,
        pub(crate) result: Result,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct Result {}
}

#[test]
fn names_of_the_user_have_no_effect() {
    use names_of_the_user::{Error, Node, Option, Result, String, Token};
    let node = Node {
        string: String { token: Token(7) },
        error: vec![
            Error {
                option: Option::None,
            },
            Error {
                option: Option::Some,
            },
        ],
        result: Result {},
    };
    let written = node.to_envelope().unwrap();
    let expected = "<Node xmlns=\"urn:names\"><String><Token>7</Token></String><Error Option=\"None\"/><Error Option=\"Some\"/><Result/></Node>";
    assert!(written.contains(expected), "{written}");
    assert_eq!(both_messages::<Node>(&written).unwrap(), node);
}

/// The documented request, byte for byte, *and* namespaces checked when it is read.
#[test]
fn the_documented_request_is_written_and_its_namespace_is_checked() {
    let request = GetCallInfo {
        call_id: "MDlk".to_owned(),
    };
    let written = Envelope::new(request.clone())
        .map_namespace(um_messages::um::NAMESPACE, um_messages::um::NAMESPACE_HTTPS)
        .to_xml_pretty()
        .unwrap();
    let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
        <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n  \
          <soap:Body>\n    \
            <GetCallInfo xmlns=\"https://schemas.microsoft.com/exchange/services/2006/messages\">\n      \
              <CallId>MDlk</CallId>\n    \
            </GetCallInfo>\n  \
          </soap:Body>\n\
        </soap:Envelope>";
    assert_eq!(written.trim_end(), expected);
    assert_eq!(both_messages::<GetCallInfo>(&written).unwrap(), request);
    both_messages::<GetCallInfo>(&written.replace("https:", "ftp:")).unwrap_err();
}
