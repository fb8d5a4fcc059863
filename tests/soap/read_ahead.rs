//! Envelopes that are read ahead as a whole are those that are read token by token, and so are the errors: every document is read both
//! ways. A limit below what is read ahead turns it off, and changes nothing else.

use std::fmt::Debug;

use um_messages::soap::{Block, Fault, ReadBody, ReadHeaders};
use um_messages::xml::{Namespace, QName};
use um_messages::{Envelope, ReadOptions, Result, SoapMessage, SoapType, SoapVersion};
use um_tests::generated::mutations::FRAGMENTS;
use um_tests::sources::difference;

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:calls", prefix = "c")]
struct Call {
    #[soap(attribute)]
    id: Option<u32>,
    caller: Person,
    of: QName,
}

const PEOPLE: Namespace = Namespace::new("urn:people")
    .with_prefix("p")
    .with_aliases(&["urn:old-people"]);

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = PEOPLE)]
struct Person {
    name: String,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:calls", inner = "Call", inner_optional)]
struct Answer {
    state: String,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:calls",
    namespace_alias = "urn:old-calls",
    inner = "Names"
)]
struct Names {
    of: Option<QName>,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:calls")]
struct Hold;

/// Its elements are in no namespace.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "")]
struct Plain {
    id: u8,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
enum Any {
    Call(Call),
    Answer(Answer),
    Names(Names),
    Hold(Hold),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:headers")]
struct Maybe {
    id: Option<Block<u8>>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:headers")]
struct Always {
    id: Block<u8>,
}

/// What is read both ways, if it is the same.
fn same_with<B, H>(document: &str, options: fn() -> ReadOptions) -> Result<Envelope<B, H>>
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
    H: for<'de> ReadHeaders<'de> + PartialEq + Debug,
{
    let ahead = Envelope::<B, H>::from_xml_with(document, &options());
    let tokens = Envelope::<B, H>::from_xml_with(document, &options().max_children(8000));
    if let Some(difference) = difference(&ahead, &tokens) {
        panic!("{document} is read differently: {difference}");
    }
    ahead
}

fn same<B: for<'de> ReadBody<'de> + PartialEq + Debug>(document: &str) -> Result<B> {
    same_with::<B, ()>(document, ReadOptions::new).map(Envelope::into_body)
}

const CALL: &str = "<c:Call xmlns:c=\"urn:calls\" xmlns:p=\"urn:people\" Id=\"7\"><c:Caller><p:Name>Ann</p:Name></c:Caller>\
    <c:Of>p:x</c:Of></c:Call>";

/// One message in envelopes as they come from one stack or another.
fn envelopes(message: &str) -> Vec<String> {
    let soap = SoapVersion::V1_1.namespace();
    let soap12 = SoapVersion::V1_2.namespace();
    vec![
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"{soap}\"><soap:Body>{message}</soap:Body></soap:Envelope>"
        ),
        format!("<s:Envelope xmlns:s=\"{soap12}\"><s:Body>{message}</s:Body></s:Envelope>"),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"{soap}\" xmlns:ns1=\"urn:calls\" \
             xmlns:p=\"urn:people\">\n  <SOAP-ENV:Body>\n{message}\n  </SOAP-ENV:Body>\n</SOAP-ENV:Envelope>\n"
        ),
        format!(
            "<Envelope xmlns=\"{soap}\" xmlns:p=\"urn:other\"><Body xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{message}</Body></Envelope>"
        ),
    ]
}

/// Namespaces in XML, section 6.3: a start tag declares a prefix once.
#[test]
fn prefixes_that_are_declared_twice() {
    for envelope in envelopes(CALL) {
        for (number, at) in envelope
            .match_indices(" xmlns")
            .map(|(at, _)| at)
            .enumerate()
        {
            let rest = &envelope[at..];
            let declaration = &rest[..=rest[1..].find([' ', '>', '\n']).unwrap()];
            let twice = envelope.replacen(declaration, &declaration.repeat(2), 1);
            assert!(same::<Call>(&twice).is_err(), "{number}: {twice}");
        }
    }
}

#[test]
fn a_message_that_is_spelled_as_expected() {
    for envelope in envelopes(CALL) {
        let call = same::<Call>(&envelope).unwrap();
        assert_eq!((call.id, call.caller.name.as_str()), (Some(7), "Ann"));
        assert_eq!(call.of, QName::new("urn:people", "x"));
        assert_eq!(same::<Any>(&envelope).unwrap(), Any::Call(call));
        let with_blocks = same_with::<Call, Maybe>(&envelope, ReadOptions::new).unwrap();
        assert_eq!(with_blocks.header, Maybe { id: None });
        assert!(same_with::<Call, Always>(&envelope, ReadOptions::new).is_err());
        assert!(same::<Hold>(&envelope).is_err());
    }
    for content in [
        "<Call><State>Idle</State></Call>",
        "<State>Idle</State>",
        " <Call> <State>Idle</State></Call>",
        "<Call/><Call><State>Idle</State></Call>",
        "<Call><State>Idle</State></Call><State>Idle</State>",
        "<Call Id=\"1\"><State>Idle</State></Call>",
        "Idle",
    ] {
        for envelope in envelopes(&format!("<Answer xmlns=\"urn:calls\">{content}</Answer>")) {
            let _ = same::<Answer>(&envelope);
            let _ = same::<Any>(&envelope);
        }
    }
    for hold in [
        "<Hold xmlns=\"urn:calls\"/>",
        "<x:Hold xmlns:x=\"urn:calls\"></x:Hold>",
    ] {
        for envelope in envelopes(hold) {
            assert_eq!(same::<Any>(&envelope).unwrap(), Any::Hold(Hold));
        }
    }
}

/// A name in a value means the namespace that its prefix is another spelling of.
#[test]
fn other_spellings_that_are_declared() {
    let names =
        "<Names xmlns=\"urn:calls\" xmlns:o=\"urn:old-calls\"><Names><Of>o:x</Of></Names></Names>";
    for envelope in envelopes(names) {
        let of = same::<Names>(&envelope).unwrap().of.unwrap();
        assert_eq!(of, QName::new("urn:calls", "x"));
    }
    for envelope in envelopes(&CALL.replace("p=\"urn:people", "p=\"urn:old-people")) {
        assert_eq!(
            same::<Call>(&envelope).unwrap().of,
            QName::new("urn:people", "x")
        );
    }
    for envelope in envelopes(
        &CALL
            .replace("Id=", "xmlns:o=\"urn:old-people\" Id=")
            .replace("p:x", "o:x"),
    ) {
        assert_eq!(
            same::<Call>(&envelope).unwrap().of,
            QName::new("urn:people", "x")
        );
    }
}

#[test]
fn messages_that_are_none_of_those_that_are_expected() {
    for message in [
        "<Plain><Id>7</Id></Plain>",
        "<s:Fault xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Id>7</s:Id></s:Fault>",
        "<c:Call xmlns:c=\"urn:people\"/>",
        "<c:Call/>",
        "<c:Call xmlns:c=\"urn:calls\" xmlns:c=\"urn:calls\"/>",
        "<c:Call xmlns:xml=\"urn:calls\"/>",
        "<xml:Call/>",
        "<Hold xmlns=\"\"/>",
        "<Hold xmlns=\"urn:calls\"/><Hold xmlns=\"urn:calls\"/>",
        "",
        "text",
    ] {
        for envelope in envelopes(message) {
            let _ = same::<Plain>(&envelope);
            let _ = same::<Fault>(&envelope);
            let _ = same::<Any>(&envelope);
            let _ = same::<Option<Call>>(&envelope);
            let _ = same::<Vec<Hold>>(&envelope);
            let _ = same::<(Hold, Hold)>(&envelope);
            let _ = same::<()>(&envelope);
            let _ = same_with::<Hold, Maybe>(&envelope, ReadOptions::new);
        }
    }
}

fn of_one_version() -> ReadOptions {
    ReadOptions::new().versions(&[SoapVersion::V1_1])
}

#[test]
fn options_that_make_a_difference() {
    for envelope in envelopes(CALL) {
        let _ = same_with::<Call, ()>(&envelope, of_one_version);
        let _ = same_with::<Call, ()>(&envelope, || ReadOptions::new().max_uri(8));
        let _ = same_with::<Call, ()>(&envelope, || ReadOptions::new().max_namespaces(2));
        let _ = same_with::<Call, ()>(&envelope, || ReadOptions::new().max_attributes(2));
        let _ = same_with::<Call, ()>(&envelope, || ReadOptions::new().max_depth(3));
        let _ = same_with::<Call, ()>(&envelope, || ReadOptions::new().deny_unknown_fields(true));
    }
    let many: Vec<_> = (0..20)
        .map(|number| format!(" xmlns:n{number}=\"urn:n\""))
        .collect();
    let many = many.concat();
    for envelope in envelopes(&CALL.replacen(" Id", &format!("{many} Id"), 1)) {
        assert!(same::<Call>(&envelope).is_ok());
        assert!(
            same_with::<Call, ()>(&envelope, || ReadOptions::new().max_namespaces(20)).is_err()
        );
    }
    let long = format!("{CALL}{}", " ".repeat(20_000));
    assert!(same::<Call>(&envelopes(&long)[0]).is_ok());
}

/// Each byte, and each place, of a document in turn.
fn all_changes_of<B: for<'de> ReadBody<'de> + PartialEq + Debug>(document: &str) {
    let places = document.char_indices().map(|(place, _)| place);
    for place in places.chain([document.len()]) {
        let (before, behind) = document.split_at(place);
        let _ = same::<B>(before);
        let mut rest = behind.chars();
        rest.next();
        let _ = same::<B>(&[before, rest.as_str()].concat());
        for fragment in FRAGMENTS {
            let _ = same::<B>(&[before, fragment, behind].concat());
        }
    }
}

#[test]
fn an_envelope_with_each_change() {
    for envelope in envelopes(CALL) {
        all_changes_of::<Call>(&envelope);
    }
    let answer =
        "<c:Answer xmlns:c=\"urn:calls\"><c:Call><c:State>Idle</c:State></c:Call></c:Answer>";
    for envelope in envelopes(answer) {
        all_changes_of::<Any>(&envelope);
    }
}
