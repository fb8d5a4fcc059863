//! Faults that were found and mended, one by one: each test says the rule that was broken.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use judge::{both_as, both_messages, both_messages_with, sources};
use um_messages::soap::{Block, Fault, FaultClass};
use um_messages::um::{GetCallInfo, NAMESPACE as M};
use um_messages::xml::{self, Element, QName, Reader};
use um_messages::{
    Envelope, Error, ErrorKind, ReadOptions, Result, SoapMessage, SoapType, SoapVersion,
};

const V1_1: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const V1_2: &str = "http://www.w3.org/2003/05/soap-envelope";

/// An envelope of SOAP 1.1. In it `s` is SOAP's prefix, and `m` that of the messages.
fn envelope(parts: &str) -> String {
    format!("<s:Envelope xmlns:s='{V1_1}' xmlns:m='{M}'>{parts}</s:Envelope>")
}

fn body(content: &str) -> String {
    envelope(&format!("<s:Body>{content}</s:Body>"))
}

fn body_1_2(content: &str) -> String {
    body(content).replace(V1_1, V1_2)
}

/// The fault in a Body of SOAP 1.1.
fn fault(content: &str) -> Fault {
    both_messages::<Fault>(&body(content)).unwrap()
}

fn request() -> GetCallInfo {
    GetCallInfo {
        call_id: "1".to_owned(),
    }
}

/// What an envelope with header blocks is read as, which is the same by both sources.
fn read_with<H>(document: &str, options: &ReadOptions) -> Result<Envelope<GetCallInfo, H>>
where
    H: for<'de> xml::ReadGroup<'de>,
{
    let read = |reader: &mut Reader<'_>| Envelope::<GetCallInfo, H>::from_reader(reader);
    let (tokenizer, stream) = sources(document, options, &read);
    assert_eq!(tokenizer.is_ok(), stream.is_ok(), "{document}");
    tokenizer
}

#[track_caller]
fn assert_unwritable(written: Result<String>) {
    match written {
        Err(error) => assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}"),
        Ok(written) => panic!("it is written: {written}"),
    }
}

// Other spellings of a namespace.

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", rename = "Foo")]
struct First {
    value: Option<String>,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a")]
struct Second;

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:b", namespace_alias = "urn:a", rename = "Foo")]
struct Third {
    value: Option<String>,
}

#[derive(Debug, PartialEq, SoapMessage)]
enum Several {
    First(First),
    Second(Second),
    Third(Third),
}

/// The alias of one message is not one of the others.
#[test]
fn an_alias_does_not_leak_into_other_messages() {
    for value in ["", "<Value>x</Value>"] {
        let foo = |namespace: &str| body(&format!("<Foo xmlns='{namespace}'>{value}</Foo>"));
        let expected = (!value.is_empty()).then(|| "x".to_owned());
        assert_eq!(
            both_messages::<Several>(&foo("urn:b")).unwrap(),
            Several::Third(Third {
                value: expected.clone()
            })
        );
        assert_eq!(
            both_messages::<Several>(&foo("urn:a")).unwrap(),
            Several::First(First { value: expected })
        );
    }
    assert_eq!(
        both_messages::<Several>(&body("<Second xmlns='urn:a'/>")).unwrap(),
        Several::Second(Second)
    );
    let error = both_messages::<Several>(&body("<Second xmlns='urn:b'/>")).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::WrongElement { .. }),
        "{error}"
    );
    // Alone, the message is read by either spelling.
    let alone = body("<Foo xmlns='urn:a'><Value>x</Value></Foo>");
    let value = Some("x".to_owned());
    assert_eq!(both_messages::<Third>(&alone).unwrap(), Third { value });
}

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:b")]
struct BlocksInB {
    t: Option<String>,
}

/// The alias of the message in the Body is not one of the header blocks, before it and with it.
#[test]
fn an_alias_does_not_leak_into_header_blocks() {
    let read = |block: &str| {
        let document = envelope(&format!(
            "<s:Header>{block}</s:Header><s:Body><Foo xmlns='urn:a'><Value>x</Value></Foo></s:Body>"
        ));
        let read = |reader: &mut Reader<'_>| Envelope::<Third, BlocksInB>::from_reader(reader);
        let (tokenizer, stream) = sources(&document, &ReadOptions::new(), &read);
        assert_eq!(
            tokenizer.as_ref().unwrap(),
            stream.as_ref().unwrap(),
            "{document}"
        );
        tokenizer.unwrap().header.t
    };
    assert_eq!(read("<T xmlns='urn:a'>x</T>"), None);
    assert_eq!(read("<T xmlns='urn:b'>x</T>").as_deref(), Some("x"));
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:new", namespace_alias = "urn:old", prefix = "n")]
struct Renamed {
    #[soap(attribute, namespace = "urn:new", prefix = "n")]
    mark: String,
    name: QName,
    tree: Element,
}

/// Inside its own message an alias is the namespace: in names of elements and of attributes and in
/// qualified names of values. What a tree keeps is as it was sent.
#[test]
fn an_alias_is_understood_in_its_own_message() {
    let document = body(
        "<o:Renamed xmlns:o='urn:old' o:Mark='x'><o:Name>o:value</o:Name><o:Tree o:a='1'><o:Inner/></o:Tree></o:Renamed>",
    );
    let read = both_messages::<Renamed>(&document).unwrap();
    assert_eq!(read.mark, "x");
    assert_eq!(read.name, QName::new("urn:new", "value"));
    assert!(read.tree.name().is("urn:old", "Tree"), "{:?}", read.tree);
    assert_eq!(read.tree.attribute("urn:old", "a"), Some("1"));
    assert!(read.tree.child("urn:old", "Inner").is_some());
}

// The reader.

/// `skip` comes back wherever the reader stands, before the document element and behind the end.
#[test]
fn skip_comes_back_outside_of_the_document_element() {
    let documents = |read: &dyn Fn(Reader<'_>)| {
        for xml in ["<a><b/></a>", "<a/>", "<!-- c --><a>x</a><!-- c -->"] {
            read(Reader::from_str(xml));
            read(Reader::from_stream(xml.as_bytes()));
        }
    };
    documents(&|mut reader| {
        reader.skip().unwrap();
        reader.finish().unwrap();
        reader.skip().unwrap();
    });
    documents(&|mut reader| {
        assert!(reader.next_child().unwrap());
        reader.skip().unwrap();
        reader.finish().unwrap();
        reader.skip().unwrap();
        assert!(!reader.next_child().unwrap());
        reader.skip().unwrap();
    });
}

/// Behind an error of the document there is nothing but errors.
#[test]
fn nothing_is_read_behind_an_error_of_the_document() {
    type Step = fn(&mut Reader<'_>) -> Result<()>;
    let steps: [Step; 4] = [
        |reader| reader.next_child().map(drop),
        |reader| reader.finish(),
        |reader| reader.skip(),
        |reader| reader.text_content().map(drop),
    ];
    for xml in [
        "<a><p:b/><p:c>x</a>",
        "<a><b p:c='1'/><b/></a>",
        "<a><b></c></a>",
    ] {
        for first in steps {
            for second in steps {
                for mut reader in [Reader::from_str(xml), Reader::from_stream(xml.as_bytes())] {
                    assert!(reader.next_child().unwrap());
                    while reader.next_child().is_ok() {}
                    assert!(first(&mut reader).is_err(), "{xml}");
                    assert!(second(&mut reader).is_err(), "{xml}");
                }
            }
        }
    }
}

// What comes first of all that is wrong.

const MANDATORY: &str = "<s:Header><h:X xmlns:h='urn:h' s:mustUnderstand='1'/></s:Header>";
const FAULT: &str =
    "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>";

/// That a block is not understood comes before what is wrong with the Body: here, that there is none.
#[test]
fn what_must_be_understood_comes_before_a_missing_body() {
    for rest in ["", "<s:Other/>", "<s:Body/>"] {
        let document = envelope(&format!("{MANDATORY}{rest}"));
        let error = both_messages::<GetCallInfo>(&document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::NotUnderstood(_)),
            "{rest}: {error}"
        );
    }
}

/// A fault is not lost behind an error beside it.
#[test]
fn a_fault_comes_before_what_stands_behind_it() {
    let documents = [
        envelope(&format!("<s:Body>{FAULT}</s:Body><x/>")),
        envelope(&format!("<s:Body>{FAULT}</s:Body><s:Body/>")),
        body(&format!("{FAULT}<x/>")),
        body(&format!("{FAULT}<x>text</x><y/>")),
    ];
    for document in documents {
        let error = both_messages::<GetCallInfo>(&document).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Fault { .. }), "{error}");
        assert_eq!(error.fault().map(Fault::reason), Some("no"), "{document}");
    }
}

/// That a document is not well-formed comes before all else, wherever that shows.
#[test]
fn well_formedness_comes_before_what_must_be_understood() {
    let head = format!("<s:Envelope xmlns:s='{V1_1}' xmlns:m='{M}'>{MANDATORY}");
    for rest in [
        "<s:Body><x></s:Body></s:Envelope>",
        "<s:Body/></s:Envelope><x/>",
        "<s:Body/></s:Envelope>text",
        "<s:Body/><x a='1' a='2'/></s:Envelope>",
        "<s:Body/></s:Other>",
        "</s:Envelope>&",
    ] {
        let error = both_messages::<GetCallInfo>(&format!("{head}{rest}")).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Syntax(_)),
            "{rest}: {error}"
        );
    }
    for rest in [
        "<p:x/></s:Envelope>",
        "<s:Body><p:x/></s:Body></s:Envelope>",
    ] {
        let error = both_messages::<GetCallInfo>(&format!("{head}{rest}")).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Namespace(_)),
            "{rest}: {error}"
        );
    }
    let error = both_messages::<GetCallInfo>(&format!("{head}<s:Body/>")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd), "{error}");
}

/// Of many blocks that are wrong in the same way, the first one is the error.
#[test]
fn of_many_wrong_blocks_the_first_is_the_error() {
    let blocks = "\n<h:X s:mustUnderstand='maybe'/>".repeat(3_000);
    let document = envelope(&format!(
        "<s:Header xmlns:h='urn:h'>{blocks}</s:Header><s:Body/>"
    ));
    let error = both_messages::<()>(&document).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if value == "maybe"),
        "{error}"
    );
    assert_eq!(error.path(), Some("Envelope/Header/X/@s:mustUnderstand"));
    assert_eq!(error.position().unwrap().line, 2);
}

/// The names of many entries of a fault's detail share their namespace.
#[test]
fn many_entries_of_detail_share_a_long_namespace() {
    let namespace = format!("urn:{}", "x".repeat(20_000));
    let entries = "<e:E a='1'/>".repeat(2_000);
    let read = fault(&format!(
        "<s:Fault><faultcode/><faultstring/><detail xmlns:e='{namespace}'>{entries}</detail></s:Fault>"
    ));
    assert_eq!(read.detail().len(), 2_000);
    assert!(
        read.detail()
            .iter()
            .all(|entry| entry.name().is(&namespace, "E"))
    );
}

// Writing.

const NO_NAMESPACE: &str = "";

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Unqualified {
    #[soap(attribute, namespace = "")]
    literal: String,
    #[soap(attribute, namespace = NO_NAMESPACE)]
    constant: String,
}

/// An attribute whose namespace is empty has no prefix.
#[test]
fn an_attribute_with_an_empty_namespace_is_unqualified() {
    let value = Unqualified {
        literal: "1".to_owned(),
        constant: "2".to_owned(),
    };
    let written = xml::to_string(&value).unwrap();
    insta::assert_snapshot!(written, @r#"<a:Unqualified xmlns:a="urn:a" Literal="1" Constant="2"/>"#);
    assert_eq!(both_as::<Unqualified>(&written).unwrap(), value);
}

#[derive(Debug, PartialEq, SoapType)]
struct PrefixedElement {
    #[soap(namespace = NO_NAMESPACE, prefix = "p")]
    element: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = NO_NAMESPACE, prefix = "p")]
struct PrefixedType {
    element: String,
}

/// A prefix cannot stand for no namespace (NS 5), which a constant shows only when it is written.
#[test]
fn a_prefix_of_no_namespace_is_not_written() {
    let element = "x".to_owned();
    assert_unwritable(xml::to_string(&PrefixedType {
        element: element.clone(),
    }));
    assert_unwritable(xml::to_string(&PrefixedElement { element }));
}

/// An element in the XML namespace has the prefix `xml`, for the namespace must not be declared (NS 3).
#[test]
fn an_element_in_the_xml_namespace_needs_its_prefix() {
    assert_unwritable(Element::new(xml::XML_NAMESPACE, "a").to_xml());
    let inside = Element::new("", "a").with_child(Element::new(xml::XML_NAMESPACE, "b"));
    assert_unwritable(inside.to_xml());
    let prefixed = Element::new(xml::XML_NAMESPACE, "a").with_prefix("xml");
    assert_eq!(prefixed.to_xml().unwrap(), "<xml:a/>");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Named {
    name: QName,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct NamedByAttribute {
    #[soap(attribute)]
    name: QName,
}

/// No prefix but `xmlns` is bound to its namespace, and none can be (NS 3).
#[test]
fn a_name_in_the_namespace_of_declarations_is_not_written() {
    let name = QName::new("http://www.w3.org/2000/xmlns/", "x");
    assert_unwritable(xml::to_string(&Named { name: name.clone() }));
    assert_unwritable(xml::to_string(&NamedByAttribute { name: name.clone() }));
    assert_unwritable(Fault::new(name, "no").to_envelope());
    let name = QName::new(xml::XML_NAMESPACE, "lang");
    let written = xml::to_string(&Named { name: name.clone() }).unwrap();
    assert_eq!(both_as::<Named>(&written).unwrap(), Named { name });
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", prefix = "a")]
struct InTwoNamespaces {
    #[soap(namespace = "urn:a", prefix = "a")]
    one: String,
    #[soap(namespace = "urn:b", prefix = "b")]
    two: String,
}

/// Two namespaces must not become one: a target of a mapping is not in use, whichever comes first.
#[test]
fn a_namespace_is_not_mapped_onto_one_in_use() {
    let write = |mappings: &[(&str, &str)]| {
        let message = InTwoNamespaces {
            one: "1".to_owned(),
            two: "2".to_owned(),
        };
        let envelope = Envelope::new(message);
        let map = |envelope: Envelope<_>, &(from, to): &(&str, &str)| {
            envelope.map_namespace(from.to_owned(), to.to_owned())
        };
        mappings.iter().fold(envelope, map).to_xml()
    };
    assert_unwritable(write(&[("urn:a", "urn:b")]));
    assert_unwritable(write(&[("urn:b", "urn:a")]));
    assert_unwritable(write(&[("urn:a", "urn:c"), ("urn:b", "urn:c")]));
    let written = write(&[("urn:b", "urn:c")]).unwrap();
    assert!(written.contains("xmlns:a=\"urn:a\""), "{written}");
    assert!(written.contains("xmlns:b=\"urn:c\""), "{written}");
    assert!(!written.contains("urn:b"), "{written}");
}

/// The default namespace can be declared on the Envelope, whose own prefix stays.
#[test]
fn the_default_namespace_can_be_declared() {
    let written = Envelope::new(request()).declare("", M).to_xml().unwrap();
    insta::assert_snapshot!(written, @r#"<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><soap:Body><GetCallInfo><CallId>1</CallId></GetCallInfo></soap:Body></soap:Envelope>"#);
    assert_eq!(both_messages::<GetCallInfo>(&written).unwrap(), request());
}

/// Envelopes are equal that say the same in the same version, whatever their prefixes.
#[test]
fn envelopes_are_compared_by_what_they_say() {
    let plain = Envelope::new(request());
    assert_eq!(plain, Envelope::new(request()).prefix("s"));
    assert_eq!(plain, Envelope::new(request()).declare("p", "urn:p"));
    let written = plain.clone().prefix("e").declare("", "urn:p").to_xml();
    assert_eq!(Envelope::from_xml(&written.unwrap()).unwrap(), plain);
    assert_ne!(plain, Envelope::new(request()).version(SoapVersion::V1_2));
    let other = GetCallInfo {
        call_id: "2".to_owned(),
    };
    assert_ne!(plain, Envelope::new(other));
}

// Faults.

/// Children of a fault that a default namespace has got hold of are its children still.
#[test]
fn a_fault_under_a_default_namespace_is_read() {
    let read = fault(
        "<s:Fault xmlns='urn:svc'><faultcode>X</faultcode><faultstring>boom</faultstring>\
         <faultactor>urn:me</faultactor><detail><E>1</E></detail></s:Fault>",
    );
    assert!(read.code().is("urn:svc", "X"), "{}", read.code());
    assert_eq!((read.code_text(), read.reason()), ("X", "boom"));
    assert_eq!(read.role(), Some("urn:me"));
    assert_eq!(read.detail().len(), 1);
    assert!(read.detail()[0].name().is("urn:svc", "E"));
    // What has the name that SOAP gives it comes before a stranger of that local name.
    let read = fault(
        "<s:Fault><x:faultcode xmlns:x='urn:x'>wrong</x:faultcode><faultcode>s:Client</faultcode></s:Fault>",
    );
    assert!(read.code().is(V1_1, "Client"), "{}", read.code());
}

/// Of codes that stand twice the first one counts.
#[test]
fn the_first_code_of_a_fault_counts() {
    let read = fault(
        "<s:Fault><faultcode>s:Client</faultcode><faultcode>s:Server</faultcode><faultstring>a</faultstring></s:Fault>",
    );
    assert!(read.code().is(V1_1, "Client"), "{}", read.code());
    assert_eq!(read.code_text(), "s:Client");
    assert_eq!(read.class(), FaultClass::Sender);
}

/// A fault without any child can be passed on, in both versions.
#[test]
fn an_empty_fault_is_written_and_read_back() {
    let empty = fault("<s:Fault/>");
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let written = Envelope::new(empty.clone()).version(version).to_xml();
        let again = both_messages::<Fault>(&written.unwrap()).unwrap();
        assert_eq!(again.reason(), "", "{version:?}");
        assert_eq!(again.detail(), [], "{version:?}");
    }
}

fn in_1_2(fault: Fault) -> String {
    Envelope::new(fault)
        .version(SoapVersion::V1_2)
        .to_xml()
        .unwrap()
}

/// In SOAP 1.2 a reason has a language (part 1, 5.4.2), also where SOAP 1.1 said none.
#[test]
fn a_reason_without_a_language_gets_one_in_soap_1_2() {
    let read = fault(FAULT);
    assert_eq!(read.reasons()[0].lang(), None);
    let written = in_1_2(read);
    assert!(
        written.contains("<soap:Text xml:lang=\"en\">no</soap:Text>"),
        "{written}"
    );
    let again = both_messages::<Fault>(&written).unwrap();
    assert_eq!(again.reason_in("en"), Some("no"));
}

/// SOAP 1.2 has no dotted codes: one is the code before the dot, and the whole of it a subcode.
#[test]
fn a_dotted_code_is_a_subcode_in_soap_1_2() {
    let read = fault(
        "<s:Fault><faultcode>s:Client.Authentication</faultcode><faultstring>no</faultstring></s:Fault>",
    );
    let again = both_messages::<Fault>(&in_1_2(read)).unwrap();
    assert!(again.code().is(V1_2, "Sender"), "{}", again.code());
    assert_eq!(again.class(), FaultClass::Sender);
    assert_eq!(
        again.subcodes(),
        [QName::new(V1_1, "Client.Authentication")]
    );
}

// Values.

#[derive(Debug, PartialEq, SoapType)]
struct Numbers {
    double: Option<f64>,
    single: Option<f32>,
}

/// A number that is too large for its type is an error, and not infinity.
#[test]
fn a_number_beyond_its_type_is_an_error() {
    for (element, text) in [
        ("Double", "1e400"),
        ("Double", "-1e400"),
        ("Single", "1e39"),
        ("Single", "-1e39"),
    ] {
        let document = format!("<Numbers><{element}>{text}</{element}></Numbers>");
        let error = both_as::<Numbers>(&document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if value == text),
            "{error}"
        );
    }
    let read = both_as::<Numbers>("<Numbers><Double>1e39</Double><Single>-INF</Single></Numbers>");
    let expected = Numbers {
        double: Some(1e39),
        single: Some(f32::NEG_INFINITY),
    };
    assert_eq!(read.unwrap(), expected);
}

#[derive(Debug, PartialEq, SoapType)]
enum Grade {
    #[soap(rename = "Very Good")]
    VeryGood,
    #[soap(other)]
    Other(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct Report {
    #[soap(attribute)]
    mark: Option<Grade>,
    grade: Grade,
}

/// White space in a known value is collapsed (XML Schema part 2, 4.3.6); a value that is not known
/// is kept as it was sent.
#[test]
fn values_of_an_enumeration_are_collapsed_and_others_kept() {
    let read = |text: &str| {
        let document = format!("<Report Mark=\"{text}\"><Grade>{text}</Grade></Report>");
        both_as::<Report>(&document).unwrap()
    };
    for text in ["Very Good", "\n  Very\n\t Good ", "Very&#10;Good"] {
        let expected = Report {
            mark: Some(Grade::VeryGood),
            grade: Grade::VeryGood,
        };
        assert_eq!(read(text), expected, "{text:?}");
    }
    let other = read(" Rather \n  Good ");
    assert_eq!(other.grade, Grade::Other(" Rather \n  Good ".to_owned()));
    // A line break in an attribute is a space (XML 3.3.3).
    assert_eq!(
        other.mark,
        Some(Grade::Other(" Rather    Good ".to_owned()))
    );
    let written = xml::to_string(&other).unwrap();
    assert_eq!(both_as::<Report>(&written).unwrap(), other);
}

/// What stands behind an element that ends with an empty tag is printed.
#[test]
fn pretty_keeps_what_stands_behind_an_empty_tag() {
    for document in [
        "<a><b>x<c/></b><d>y</d></a>",
        "<a><b>x<c/></b><d>y</d><e>z</e></a>",
        "<a><b>x<c><d/></c></b><e><f>y</f></e></a>",
        "<a><b>x<c/><d/></b><e/><f>y<g/></f><h>z</h></a>",
    ] {
        let printed = xml::pretty(document).unwrap();
        let without_layout: String = printed.lines().map(str::trim).collect();
        assert_eq!(without_layout, document);
        assert_eq!(xml::pretty(&printed).unwrap(), printed);
    }
}

// The version of an enum of messages.

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2")]
struct New;

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2")]
struct Newer;

#[derive(Debug, PartialEq, SoapMessage)]
enum AllNew {
    New(New),
    Newer(Newer),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(version = "1.1")]
enum SaidToBeOld {
    New(New),
    Second(Second),
}

/// An enum of messages has their version, unless it says another.
#[test]
fn an_enum_of_messages_has_their_version() {
    assert_eq!(AllNew::VERSION, SoapVersion::V1_2);
    let written = AllNew::Newer(Newer).to_envelope().unwrap();
    assert!(written.contains(V1_2), "{written}");
    assert_eq!(
        Envelope::<AllNew>::from_xml(&written)
            .unwrap()
            .soap_version(),
        SoapVersion::V1_2
    );
    assert_eq!(Several::VERSION, SoapVersion::V1_1);
    assert_eq!(SaidToBeOld::VERSION, SoapVersion::V1_1);
    let written = SaidToBeOld::New(New).to_envelope().unwrap();
    assert!(written.contains(V1_1), "{written}");
}

// Header blocks.

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", deny_unknown_fields)]
struct Strict {
    known: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
struct Required {
    known: Block<String>,
}

fn with_header(blocks: &str) -> String {
    envelope(&format!(
        "{blocks}<s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>"
    ))
}

/// A block that the caller says it understands is not an unknown one.
#[test]
fn understood_blocks_are_known_where_unknown_ones_are_denied() {
    let understood = ReadOptions::new().understand(&[QName::new("urn:h", "X")]);
    for attribute in ["", " s:mustUnderstand='1'"] {
        let block = |local: &str| {
            with_header(&format!(
                "<s:Header xmlns:h='urn:h'><h:{local}{attribute}/><h:Known>k</h:Known></s:Header>"
            ))
        };
        let read = read_with::<Strict>(&block("X"), &understood).unwrap();
        assert_eq!(read.header.known.as_deref(), Some("k"));
        read_with::<Strict>(&block("X"), &ReadOptions::new()).unwrap_err();
        read_with::<Strict>(&block("Y"), &understood).unwrap_err();
    }
    let unknown = with_header("<s:Header><h:Y xmlns:h='urn:h'/></s:Header>");
    let error = read_with::<Strict>(&unknown, &understood).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(name) if name.is("urn:h", "Y")),
        "{error}"
    );
}

fn missing_block(document: &str) -> Error {
    let error = read_with::<Required>(document, &ReadOptions::new()).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Known"),
        "{error}"
    );
    error
}

/// A block that is missing is missing in the Header; without one, the error says so.
#[test]
fn a_missing_block_is_missing_in_the_header() {
    for header in ["<s:Header/>", "<s:Header><x/></s:Header>"] {
        let error = missing_block(&with_header(header));
        assert_eq!(error.path(), Some("Envelope/Header"), "{header}");
    }
    let error = missing_block(&with_header(""));
    assert!(
        error.to_string().ends_with("the envelope has no Header"),
        "{error}"
    );
}

/// Where an element is missing, one of its name in other letters is named.
#[test]
fn a_namesake_in_other_letters_is_named() {
    for (found, document) in [
        (
            "callId",
            "<m:GetCallInfo><m:callId>1</m:callId></m:GetCallInfo>",
        ),
        ("CALLID", "<m:GetCallInfo><m:x/><m:CALLID/></m:GetCallInfo>"),
    ] {
        let error = both_messages_with::<GetCallInfo>(&body(document), &ReadOptions::new());
        let error = error.unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::MissingElement(name) if name == "CallId"),
            "{error}"
        );
        let hint = format!("; there is a `{found}`");
        assert!(error.to_string().ends_with(&hint), "{error}");
    }
}

/// A fault of SOAP 1.2 that is passed on in SOAP 1.1 keeps its class and its reason.
#[test]
fn a_fault_is_passed_on_in_the_other_version() {
    let read = both_messages::<Fault>(&body_1_2(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang='de'>nein</s:Text></s:Reason></s:Fault>",
    ))
    .unwrap();
    let again = both_messages::<Fault>(&Envelope::new(read).to_xml().unwrap()).unwrap();
    assert!(again.code().is(V1_1, "Client"), "{}", again.code());
    assert_eq!(again.reason_in("de"), Some("nein"));
}

/// SOAP 1.1 section 4.2.2: a block for another node is none of our concern, whatever is wrong with it.
#[test]
fn a_block_for_another_node_does_no_harm() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:h")]
    struct Attempts {
        attempts: Option<u8>,
    }
    let read = |blocks: &str| {
        let document = format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:h='urn:h'>\
             <s:Header>{blocks}</s:Header><s:Body/></s:Envelope>"
        );
        Envelope::<(), Attempts>::from_xml(&document).map(|envelope| envelope.header.attempts)
    };
    let foreign = "<h:Attempts s:actor='urn:other'>many<x/></h:Attempts>";
    assert_eq!(read(foreign).unwrap(), None);
    let ours = "<h:Attempts>3</h:Attempts>";
    assert_eq!(read(&format!("{foreign}{ours}")).unwrap(), Some(3));
    assert_eq!(read(&format!("{ours}{foreign}")).unwrap(), Some(3));
    read(&foreign.replace("urn:other", "")).unwrap_err();
}
