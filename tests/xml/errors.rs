//! Where an error is, what sort it is of, what may help, and what it is to `std::io`.

use std::error::Error as _;
use std::io;

use um_messages::xml::{self, Element, Reader};
use um_messages::{
    Category, Envelope, Error, ErrorKind, Fault, ReadOptions, SoapMessage, SoapType, um,
};
use um_tests::documents::{V1_1, short_envelope};
use um_tests::errors::{assert_bounded, nasty_texts};

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
    ("\u{FEFF}<a b='<'/>", 1, 7, 9, None),
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

/// Text where none may be, behind white space that is shorter when it is read than as it stands.
#[test]
fn text_between_elements_stands_where_it_begins() {
    for (text, line, column, byte) in [
        ("\n\n\n x", 4, 2, 7),
        ("\r\n\r\n\r\n x", 4, 2, 10),
        ("&#32;\n&#xA;&#x0d;\n  &#9;x", 3, 7, 27),
        ("&#32;&#120;", 1, 9, 8),
        ("<![CDATA[ &#32;]]>", 1, 14, 13),
    ] {
        let document = format!("<a>{text}<b/></a>");
        let mut reader = Reader::from_str(&document);
        reader.next_child().unwrap();
        let error = reader.next_child().unwrap_err();
        let place = error.position().unwrap();
        let found = (place.line, place.column, place.byte);
        assert_eq!(found, (line, column, byte), "{text:?}: {error}");
    }
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

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "functions of modules get a reference"
)]
mod sized {
    pub(super) fn from_text(text: &str) -> Result<u8, String> {
        Err(format!("no size: {text}"))
    }

    pub(super) fn to_text(size: &u8) -> String {
        size.to_string()
    }
}

#[derive(Debug, SoapType)]
#[soap(rename_all = "lowercase", deny_unknown_fields)]
struct Everything {
    #[soap(attribute)]
    number: Option<u8>,
    #[soap(attribute)]
    name: Option<xml::QName>,
    child: Option<String>,
    call: Option<Call>,
    state: Option<State>,
    kind: Option<Kind>,
    #[soap(with = "sized")]
    size: Option<u8>,
}

#[derive(Debug, SoapType)]
enum State {
    Idle,
    Busy,
}

#[derive(Debug, SoapType)]
#[soap(xsi_type)]
enum Kind {
    Call(Call),
}

/// Documents that are wrong, with foreign text at `#` in each position.
const WRONG: &[&str] = &[
    "#",
    "#<a/>",
    "<a/>#",
    "<#",
    "<a></#>",
    "<#></b>",
    "<#><b></#>",
    "</#>",
    "<a #='1' #='2'/>",
    "<#:a/>",
    "<a #:b='1'/>",
    "<a>&#;</a>",
    "<a>&##;</a>",
    "<a b='&#;'/>",
    "<a b='<#'/>",
    "<?xml version='#'?><a/>",
    "<?xml version='1.0' encoding='#'?><a/>",
    "<?# ?",
    "<!-- # -- --><a/>",
    "<!DOCTYPE #><a/>",
    "<#/>",
    "<p:Everything xmlns:p='#'/>",
    "<Everything xmlns='#'/>",
    "<Everything>#</Everything>",
    "<Everything><![CDATA[#]]></Everything>",
    "<Everything number='#'/>",
    "<Everything name='#'/>",
    "<Everything name='#:a'/>",
    "<Everything #='1'/>",
    "<Everything><#/></Everything>",
    "<Everything><p:# xmlns:p='#'/></Everything>",
    "<Everything><call><#><Id>x</Id></#></call></Everything>",
    "<Everything><call><p:Id xmlns:p='#'>7</p:Id></call></Everything>",
    "<Everything><call>#</call></Everything>",
    "<Everything><child><#/></child></Everything>",
    "<Everything><state>#</state></Everything>",
    "<Everything><size>#</size></Everything>",
    "<Everything><kind xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='#'/></Everything>",
    "<Everything><kind xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='#:#' xmlns:x='#'/></Everything>",
    "<Everything><kind xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='p:x' xmlns:p='#'/></Everything>",
];

/// Envelopes that are wrong, likewise; `s` is bound to the namespace of SOAP 1.1.
const WRONG_ENVELOPES: &[&str] = &[
    "<#/>",
    "<s:Header>#</s:Header><s:Body/>",
    "<s:Header><p:# xmlns:p='#' s:mustUnderstand='1'/></s:Header><s:Body/>",
    "<s:Header><p:x xmlns:p='#' s:mustUnderstand='#'/></s:Header><s:Body/>",
    "<s:Body>#</s:Body>",
    "<s:Body><#/></s:Body>",
    "<s:Body><p:GetCallInfo xmlns:p='#'/></s:Body>",
    "<s:Body><s:Fault><faultcode>#</faultcode><faultstring>#</faultstring></s:Fault></s:Body>",
    "<s:Body><s:Fault><faultcode xmlns:p='#'>p:#</faultcode><faultstring>#</faultstring></s:Fault></s:Body>",
    "<s:Body><Disconnect xmlns='http://schemas.microsoft.com/exchange/services/2006/messages'><CallId>1</CallId></Disconnect><#/></s:Body>",
    "<s:Body><Disconnect xmlns='http://schemas.microsoft.com/exchange/services/2006/messages'><CallId>1</CallId></Disconnect></s:Body><#/>",
];

/// What reading a document says, in every way that it can be read.
fn errors_of(document: &str) -> Vec<Error> {
    let mut errors: Vec<Option<Error>> = vec![
        document.parse::<Element>().err(),
        xml::from_str::<Everything>(document).err(),
        xml::from_slice::<Everything>(document.as_bytes()).err(),
        Reader::from_stream(document.as_bytes())
            .read_root::<Everything>()
            .err(),
        xml::pretty(document).err(),
    ];
    errors.push(um::Disconnect::from_envelope(document).err());
    errors.into_iter().flatten().collect()
}

#[test]
fn no_error_is_longer_than_2_kib_or_has_what_cannot_be_seen() {
    let mut count = 0;
    for nasty in nasty_texts() {
        let documents = WRONG.iter().map(|template| template.replace('#', &nasty));
        let envelopes = WRONG_ENVELOPES
            .iter()
            .map(|template| short_envelope(&template.replace('#', &nasty)));
        let other = format!("<e:Envelope xmlns:e='{nasty}'/>");
        for document in documents.chain(envelopes).chain([other]) {
            for error in errors_of(&document) {
                assert_bounded(&error, &document);
                count += 1;
            }
        }
    }
    assert!(count > 3000, "{count} errors");
}

#[test]
fn a_name_of_a_megabyte_is_no_longer_in_an_error() {
    let long = "n".repeat(1_000_000);
    for template in [
        "<#></b>",
        "<#:a/>",
        "<Everything xmlns='#'/>",
        "<Everything><#/></Everything>",
        "<Everything number='#'/>",
    ] {
        let document = template.replace('#', &long);
        for error in errors_of(&document) {
            assert_bounded(&error, &document);
        }
    }
}

#[test]
fn no_error_of_writing_is_longer_or_has_what_cannot_be_seen() {
    for nasty in nasty_texts() {
        let name = || xml::QName::new(nasty.clone(), nasty.clone());
        let message = um::Disconnect {
            call_id: "1".into(),
        };
        let envelope = || Envelope::new(message.clone());
        let everything = |name| Everything {
            number: None,
            name: Some(name),
            child: None,
            call: None,
            state: None,
            kind: None,
            size: None,
        };
        let errors = [
            Element::new(nasty.clone(), nasty.clone()).to_xml().err(),
            xml::to_string(&everything(name())).err(),
            envelope().with_prefix(nasty.clone()).to_xml().err(),
            envelope().declare(nasty.clone(), "urn:a").to_xml().err(),
            envelope().map_namespace(nasty.clone(), V1_1).to_xml().err(),
            Some(Error::invalid_value(&nasty, nasty.clone())),
            Some(Error::from(io::Error::other(nasty.clone()))),
        ];
        for error in errors.iter().flatten() {
            assert_bounded(error, &nasty);
        }
    }
}

/// A list of names is as long as there is room for it, and then a number.
#[test]
fn of_many_names_some_are_said() {
    let many = "<p:x s:mustUnderstand='1'/>".repeat(10_000);
    let namespace = format!("urn:{}", "long".repeat(20_000));
    let header = format!("<s:Header xmlns:p='{namespace}'>{many}</s:Header><s:Body/>");
    let options = ReadOptions::new().max_uri(usize::MAX);
    let document = short_envelope(&header);
    let read = Envelope::<um::Disconnect>::from_xml_with(&document, &options);
    let error = read.unwrap_err();
    assert_bounded(&error, "blocks");
    let ErrorKind::NotUnderstood(names) = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(names.len(), 10_000);
    let shared = names[0].namespace().as_ptr();
    assert!(names.iter().all(|name| name.namespace().as_ptr() == shared));
    let said = error.to_string();
    assert!(
        said.contains(" and 9989 more, in `Envelope/Header/x`"),
        "{said}"
    );
}

#[test]
fn a_name_or_a_value_is_cut_to_80_characters_and_escaped() {
    let said = |value: &str| refused(&format!("<Call><Id>{value}</Id></Call>")).to_string();
    let long = said(&"7".repeat(81));
    let start = format!("`{}…` is not an integer", "7".repeat(80));
    assert!(long.starts_with(&start), "{long}");
    let lines = said("a&#10;ERROR b");
    assert!(lines.starts_with("`a\\nERROR b` is not"), "{lines}");
    let quotes = said("it's \"7\"");
    assert!(quotes.starts_with("`it's \"7\"` is not"), "{quotes}");
    let accents = said("e\u{301}");
    assert!(accents.starts_with("`e\u{301}` is not"), "{accents}");
}

/// What programs ask for is whole.
#[test]
fn the_path_is_whole_where_a_program_asks_for_it() {
    let name = "n".repeat(1_000);
    let document = format!("<{name}><{name}></x></{name}></{name}>");
    let error = document.parse::<Element>().unwrap_err();
    assert_eq!(error.path(), Some(format!("{name}/{name}").as_str()));
    let shown = format!("in `{}…{}`", "n".repeat(40), "n".repeat(40));
    assert!(error.to_string().contains(&shown), "{error}");
}

#[test]
fn what_a_stranger_is_told_has_no_text_of_the_message() {
    for (document, told) in [
        (
            "<Call><Id>hunter2</Id></Call>",
            "not an integer from 0 to 4294967295, in `Call/Id`, line 1, column 11",
        ),
        (
            "<Call>hunter2<Id>7</Id></Call>",
            "text, where only elements are expected, in `Call`, line 1, column 7",
        ),
        (
            "<Call><Id>&hunter2;</Id></Call>",
            "not well-formed XML, in `Call/Id`, line 1, column 11",
        ),
        ("hunter2<Call/>", "not well-formed XML, line 1, column 1"),
        (
            "<Call></Call>hunter2",
            "not well-formed XML, line 1, column 14",
        ),
    ] {
        let error = refused(document);
        assert!(error.to_string().contains("hunter2"), "{document}: {error}");
        assert_eq!(error.redacted().to_string(), told, "{document}");
        assert_eq!(error.to_fault().reason(), told, "{document}");
    }
    let failed = Error::from(io::Error::other("/home/ann/hunter2"));
    assert_eq!(
        failed.redacted().to_string(),
        "reading or writing the bytes failed"
    );
}

/// An expectation that a type of one's own makes up may quote the text; a constant cannot.
#[test]
fn an_expectation_that_may_quote_the_value_is_not_told() {
    let told = |error: Error| error.redacted().to_string();
    assert_eq!(
        told(Error::invalid_value("7", "an even number")),
        "not an even number"
    );
    let made_up = Error::invalid_value("7", format!("twice {}", 3.5));
    assert_eq!(made_up.to_string(), "`7` is not twice 3.5");
    assert_eq!(told(made_up), "not a value of its type");
}

/// `<Fax></Call>` is not well-formed, before it is no `<Call>`. From every source.
#[test]
fn that_a_document_is_not_well_formed_comes_first() {
    for document in [
        "<Fax></Call>",
        "<Fax><a></b></Fax>",
        "<p:Call xmlns:p='urn:p'><a></p:Call>",
        "<Call><Id>x</Id><a></b></Call>",
        "<Call><Id>x</Id></Call",
        "<Call><Id>x</Id></Call>text",
        "<Call><Id>x</Id><a b='1' b='2'/></Call>",
        "<Call>text<Id></Call>",
        "<Call><Id>7</Id><Id>7</Id><p:a/></Call>",
        "<Call><Id><a/></x></Id></Call>",
    ] {
        let readers = [
            Reader::from_str(document),
            Reader::from_slice(document.as_bytes()).unwrap(),
            Reader::read_from(document.as_bytes()).unwrap(),
            Reader::from_stream(document.as_bytes()),
        ];
        for mut reader in readers {
            let error = reader.read_root::<Call>().unwrap_err();
            assert_eq!(error.category(), Category::Syntax, "{document}: {error}");
        }
        assert_eq!(refused(document).category(), Category::Syntax);
    }
    let error = refused("<Fax>\n<a></b></Fax>");
    assert_eq!(error.path(), Some("Fax/a"));
    assert_eq!(
        error.position().map(|at| (at.line, at.column)),
        Some((2, 4))
    );
}

/// The limits hold for the rest of the document as well.
#[test]
fn the_rest_of_a_document_is_read_within_the_limits() {
    let options = ReadOptions::new().max_depth(3);
    let document = "<Call><Id>x</Id><a><b><c/></b></a></Call>";
    let error = xml::from_str_with::<Call>(document, &options).unwrap_err();
    assert_eq!(error.category(), Category::Limit, "{error}");
}

/// What cannot be written is cut where it is said, as what cannot be read is.
#[test]
fn names_that_cannot_be_written_are_cut() {
    let name = "n".repeat(1000);
    let element = Element::new("", "a")
        .with_attribute("", name.clone(), "1")
        .with_attribute("", name, "2");
    let said = element.to_xml().unwrap_err().to_string();
    let cut = format!("`{}…` stands twice", "n".repeat(80));
    assert!(said.contains(&cut), "{said}");
}
