//! References inside a message, as SOAP's own encoding has them (SOAP 1.1 section 5.4.1, SOAP 1.2 part 2 section 3.1.5): the option
//! `resolve_references`.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::xml::{Element, QName, ReadElement, Root};
use um_messages::{Envelope, Error, ErrorKind, ReadOptions, Result, SoapMessage, SoapType};
use um_tests::documents::V1_1;
use um_tests::sources::{both_by, both_messages};

use crate::must_understand::with_blocks;

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:people",
    prefix = "p",
    rename_all = "camelCase",
    rename = "findResponse"
)]
struct Found {
    #[soap(unqualified)]
    people: People,
    #[soap(unqualified)]
    count: u8,
}

/// `soapenc:Array`, whose items have names of no importance.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "", rename_all = "camelCase")]
struct People {
    item: Vec<Person>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "", rename_all = "camelCase")]
struct Person {
    name: String,
    address: Option<Address>,
    friend: Vec<Person>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "", rename_all = "camelCase", xsi_type)]
enum Address {
    #[soap(rename = "Street")]
    Street(Street),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "", rename_all = "camelCase")]
struct Street {
    street: String,
}

fn resolving() -> ReadOptions {
    ReadOptions::new().resolve_references(true)
}

fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='{V1_1}' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
         xmlns:e='http://schemas.xmlsoap.org/soap/encoding/' xmlns:f='http://www.w3.org/2003/05/soap-encoding' \
         xmlns:p='urn:people'><s:Body>{body}</s:Body></s:Envelope>"
    )
}

fn read_with<B>(body: &str, options: &ReadOptions) -> Result<B>
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    both_by(&envelope(body), options, &|reader| {
        Envelope::<B>::read(reader).map(Envelope::into_body)
    })
}

fn read<B>(body: &str) -> Result<B>
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    read_with(body, &resolving())
}

fn street() -> Address {
    Address::Street(Street { street: "s".into() })
}

fn person(name: &str, friend: Vec<Person>) -> Person {
    Person {
        name: name.into(),
        address: Some(street()),
        friend,
    }
}

fn found() -> Found {
    let ann = person("Ann", vec![]);
    let bob = person("Bob", vec![ann.clone()]);
    Found {
        people: People {
            item: vec![ann, bob],
        },
        count: 2,
    }
}

/// As Axis sends it: everything stands behind the message, each with declarations of its own.
const BEHIND: &str = concat!(
    "<p:findResponse s:encodingStyle='http://schemas.xmlsoap.org/soap/encoding/'>",
    "<people href='#id0'/><count href='#id4'></count></p:findResponse>",
    "<multiRef id='id0' e:root='0' e:arrayType='p:Person[2]' xsi:type='e:Array'><item href='#id1'/><item href='#id2'/></multiRef>",
    "<multiRef id='id1' e:root='0' xmlns:p='urn:another' xsi:type='p:Person'><name>Ann</name><address href='#id3'/></multiRef>",
    "<multiRef id='id2' e:root='0'><name>Bob</name><address href=' #id3 '/><friend href='#id1'/></multiRef>",
    "<multiRef id='id3' e:root='0' xsi:type='Street'><street>s</street></multiRef>",
    "<multiRef id='id4' e:root='0'>2</multiRef>",
);

#[test]
fn elements_behind_the_message_are_read_where_they_are_referred_to() {
    assert_eq!(read::<Found>(BEHIND).unwrap(), found());
    // The other way round: before the message.
    let (message, behind) = BEHIND.split_once("</p:findResponse>").unwrap();
    let before = format!("{behind}{message}</p:findResponse>");
    assert_eq!(read::<Found>(&before).unwrap(), found());
    // What nobody refers to is another message.
    let error = read::<Found>(&format!("{BEHIND}<multiRef id='x'/>")).unwrap_err();
    assert!(error.to_string().contains("multiRef"), "{error}");
}

/// Only who asks for it gets it.
#[test]
fn references_are_not_resolved_without_the_option() {
    let error = both_messages::<Found>(&envelope(BEHIND)).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if value.is_empty()),
        "{error}"
    );
}

#[test]
fn soap_1_2_has_attributes_of_its_own() {
    let body = BEHIND
        .replace(" href=' #", " href='#")
        .replace("href='#", "f:ref='")
        .replace(" id='", " f:id='");
    assert_eq!(read::<Found>(&body).unwrap(), found());
}

/// As PHP sends it: what is met first stands where it belongs, and later ones refer to it.
#[test]
fn an_element_in_its_place_is_read_again_where_it_is_referred_to() {
    let ann = "<item id='ref1'><name>Ann</name><address id='ref2' xsi:type='Street'><street>s</street></address></item>";
    let bob = "<item><name>Bob</name><address href='#ref2'/><friend href='#ref1'/></item>";
    let body = |one: &str, two: &str| {
        format!("<p:findResponse><people>{one}{two}</people><count>2</count></p:findResponse>")
    };
    assert_eq!(read::<Found>(&body(ann, bob)).unwrap(), found());
    // Forwards, and under the same name.
    let mut turned = found();
    turned.people.item.reverse();
    assert_eq!(read::<Found>(&body(bob, ann)).unwrap(), turned);
    let twice = read::<Found>(&body(ann, "<item href='#ref1'/>")).unwrap();
    assert_eq!(twice.people.item[0], twice.people.item[1]);
}

/// What refers to what refers is the last one.
#[test]
fn a_reference_to_a_reference_is_followed() {
    let body = BEHIND.replace("<item href='#id1'/>", "<item href='#a'/>")
        + "<multiRef id='a' href='#b'/><multiRef id='b' href='#id1'/>";
    assert_eq!(read::<Found>(&body).unwrap(), found());
}

/// An element with content, or with the URI of something else, refers to nothing inside.
#[test]
fn what_is_no_reference_stays_as_it_is() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:people", rename_all = "camelCase")]
    struct Links {
        #[soap(unqualified)]
        link: Vec<Link>,
    }
    #[derive(Debug, PartialEq, SoapType)]
    struct Link {
        #[soap(attribute, rename = "href")]
        href: String,
        #[soap(text)]
        text: Option<String>,
    }
    let body = "<p:Links><link href='#a'>text</link><link href='http://h/#a'/><link href='cid:a'/></p:Links>";
    let links = read::<Links>(body).unwrap();
    let all: Vec<_> = links.link.iter().map(|link| link.href.as_str()).collect();
    assert_eq!(all, ["#a", "http://h/#a", "cid:a"]);
}

fn refused(body: &str) -> Error {
    read::<Found>(body).unwrap_err()
}

#[test]
fn a_reference_to_nothing_says_where_it_stands() {
    let error = refused("<p:findResponse><people/><count href='#x'/></p:findResponse>");
    assert_eq!(
        error.kind().to_string(),
        "`#x` is not a reference to an element of the document"
    );
    assert_eq!(error.path(), Some("Envelope/Body/findResponse/count/@href"));
    // What is not read need not be complete.
    let skipped = "<p:findResponse><people/><count>1</count><new href='#x'/></p:findResponse>";
    read::<Found>(skipped).unwrap();
}

#[test]
fn a_reference_that_leads_back_to_itself_is_refused() {
    let people = |content: &str, behind: &str| {
        refused(&format!(
            "<p:findResponse><people>{content}</people><count>1</count></p:findResponse>{behind}"
        ))
    };
    let name = "<name>n</name>";
    for error in [
        people("<item href='#a'/>", "<m id='a' href='#a'/>"),
        people(
            "<item href='#a'/>",
            "<m id='a' href='#b'/><m id='b' href='#a'/>",
        ),
        people(
            "<item href='#a'/>",
            &format!("<m id='a'>{name}<friend href='#a'/></m>"),
        ),
        people(
            "<item href='#a'/>",
            &format!(
                "<m id='a'>{name}<friend href='#b'/></m><m id='b'>{name}<friend href='#a'/></m>"
            ),
        ),
        people(
            &format!("<item id='a'>{name}<friend href='#a'/></item>"),
            "",
        ),
    ] {
        assert!(
            error.to_string().contains("does not lead back to itself"),
            "{error}"
        );
    }
}

/// Ten elements that each refer to the next one ten times would be ten billion.
#[test]
fn what_is_repeated_is_bounded() {
    let level = |number: u32| {
        let friends = format!("<friend href='#l{}'/>", number + 1).repeat(10);
        format!("<m id='l{number}'><name>n</name>{friends}</m>")
    };
    let levels = (0..10).map(level).collect::<Vec<_>>().concat();
    let body = format!(
        "<p:findResponse><people><item href='#l0'/></people><count>1</count></p:findResponse>{levels}<m id='l10'><name>n</name></m>"
    );
    let error = refused(&body);
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_repeated",
                ..
            }
        ),
        "{error}"
    );
    let few = resolving().max_repeated(0);
    let once = "<p:findResponse><people><item href='#a'/></people><count>1</count></p:findResponse><m id='a'><name>n</name></m>";
    read_with::<Found>(once, &few).unwrap();
    let long = format!("<m id='a'><name>{}</name></m>", "n".repeat(1000));
    let twice = once.replace("</people>", "<item href='#a'/></people>");
    let twice = twice.replace("<m id='a'><name>n</name></m>", &long);
    read_with::<Found>(&twice, &few).unwrap_err();
    read_with::<Found>(&twice, &few.max_repeated(2000)).unwrap();
    // A chain of elements is as deep as elements may be.
    let link = |number: u32| {
        let next = number + 1;
        format!("<m id='l{number}'><name>n</name><friend href='#l{next}'/></m>")
    };
    let chain = (0..100).map(link).collect::<Vec<_>>().concat();
    let body = format!(
        "<p:findResponse><people><item href='#l0'/></people><count>1</count></p:findResponse>{chain}<m id='l100'><name>n</name></m>"
    );
    let error = refused(&body);
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

/// What prefixes mean around an element has to be known again each time.
#[test]
fn declarations_around_what_is_repeated_count() {
    let declarations: Vec<_> = (0..200).map(|n| format!(" xmlns:d{n}='u'")).collect();
    let declarations = declarations.concat();
    let link = |number: u32| format!("<m id='l{number}' href='#l{}'/>", number + 1);
    let chain = (0..20).map(link).collect::<Vec<_>>().concat();
    let item = "<item href='#l0'/>".repeat(20);
    let last = "<m id='l20'><name>n</name></m>";
    let message = |around: &str| {
        format!(
            "<p:findResponse><people>{item}</people><count>1</count><m{around}>{chain}{last}</m></p:findResponse>"
        )
    };
    let options = resolving().max_repeated(50_000);
    read_with::<Found>(&message(""), &options).unwrap();
    let error = read_with::<Found>(&message(&declarations), &options).unwrap_err();
    let said = "more than `max_repeated` allows (50000)";
    assert!(error.to_string().starts_with(said), "{error}");
}

/// Two elements that are referred to stand in as many declarations, but not in the same.
#[test]
fn prefixes_are_those_of_the_element_around() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:people", prefix = "p", rename_all = "camelCase")]
    struct Names {
        #[soap(unqualified)]
        name: Vec<QName>,
    }
    let inside = |number: u32, element: &str| {
        format!("<x xmlns:q='urn:{number}'>{element}<y xmlns:r='urn:r{number}'>{element}</y></x>")
    };
    let body = format!(
        "<p:Names><name href='#a'/><name href='#b'/><name href='#c'/><name href='#d'/><m>{}{}{}{}</m></p:Names>",
        inside(1, "<n id='a'>q:l</n>"),
        inside(2, "<n id='b'>q:l</n>"),
        inside(3, "<z xmlns:w='w'><n id='c'>q:l</n></z>"),
        "<x xmlns:q='urn:4'><y xmlns:q='urn:5'/><n id='d'>q:l</n></x>",
    );
    let names: Names = read(&body).unwrap();
    let expected = ["urn:1", "urn:2", "urn:3", "urn:4"].map(|uri| QName::new(uri, "l"));
    assert_eq!(names.name, expected);
}

/// Names and values mean what they mean where they stand, and what is kept of them as well.
#[test]
fn prefixes_mean_what_they_mean_where_they_stand() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:people", prefix = "p")]
    struct Kept {
        #[soap(any)]
        all: Vec<Element>,
    }
    let body = concat!(
        "<p:Kept xmlns:q='urn:q' xmlns='urn:d'><q:one href='#a'/><p:two/><q:three href='#a'/></p:Kept>",
        "<s:m xmlns:q='urn:other' id='a' q:attribute='1'><q:child xsi:type='q:Type'/><none/></s:m>",
    );
    let kept = read::<Kept>(body).unwrap();
    let target = |local: &str| {
        let xml = format!(
            "<x:{local} xmlns:x='urn:q' xmlns:q='urn:other' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
             q:attribute='1'><q:child xsi:type='q:Type'/><none/></x:{local}>"
        );
        xml.parse::<Element>().unwrap()
    };
    assert_eq!(
        kept.all,
        [
            target("one"),
            Element::new("urn:people", "two"),
            target("three")
        ]
    );
    // Written again it is the same.
    let written = kept.to_envelope().unwrap();
    assert_eq!(both_messages::<Kept>(&written).unwrap(), kept);
}

#[test]
fn what_is_wrong_in_an_element_stands_where_it_is_referred_to() {
    let error = refused(
        "<p:findResponse><people/>\n<count href='#c'/></p:findResponse>\n<m id='c'>many</m>",
    );
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    assert_eq!(error.path(), Some("Envelope/Body/findResponse/count"));
    assert_eq!(error.position().unwrap().line, 3);
    // That it is not well-formed comes first.
    let error = refused(&format!("{BEHIND}</oops>"));
    assert!(matches!(error.kind(), ErrorKind::Syntax(_)), "{error}");
}

#[test]
fn identifiers_are_known_where_what_is_unknown_is_denied() {
    let body = BEHIND.replace(" e:arrayType='p:Person[2]'", "");
    let options = resolving().deny_unknown_fields(true);
    assert_eq!(read_with::<Found>(&body, &options).unwrap(), found());
    read_with::<Found>(BEHIND, &options).unwrap_err();
}

/// Without an envelope, and of no other document than one that has references.
#[test]
fn documents_of_all_kinds_have_references() {
    fn of<T: Root + for<'de> ReadElement<'de> + PartialEq + Debug>(document: &str) -> Result<T> {
        both_by(document, &resolving(), &|reader| reader.read_root())
    }
    let document = "<People><item id='a'><name>n</name></item><item href='#a'/></People>";
    assert_eq!(of::<People>(document).unwrap().item.len(), 2);
    let document = with_blocks("<s:Header><h:Known xmlns:h='urn:h' href='#x'/></s:Header>");
    both_by(&document, &resolving(), &|reader| {
        Envelope::<um_messages::um::GetCallInfo>::read(reader).map(|envelope| envelope.body)
    })
    .unwrap();
}

/// Values are borrowed from where they stand.
#[test]
fn a_text_that_is_referred_to_is_borrowed() {
    #[derive(Debug, SoapType)]
    struct Names<'a> {
        name: Vec<&'a str>,
    }
    let document = "<Names><Name id='a'>Ann</Name><Name href='#a'/></Names>";
    let names: Names<'_> = um_messages::xml::from_str_with(document, &resolving()).unwrap();
    assert_eq!(names.name, ["Ann", "Ann"]);
}
