//! The key `namespace_alias`.

use um_messages::xml::{Attribute, Element, QName, Reader};
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage, SoapType};
use um_tests::documents::{short_body, short_envelope};
use um_tests::roundtrip::{body, reads_message, same_message};
use um_tests::sources::{both_messages, sources};

use crate::namespace::{Chameleon, chameleon};
use crate::types::{XSI, namespaces};

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:new", namespace_alias = "urn:old", namespace_alias = namespaces::CONSTANT)]
struct Aliased {
    #[soap(attribute, namespace = "urn:new")]
    id: u8,
    kind: QName,
    part: AliasedPart,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:new")]
struct AliasedPart {
    item: u8,
}

#[test]
fn namespace_alias_is_understood_everywhere_and_never_written() {
    let message = Aliased {
        id: 1,
        kind: QName::new("urn:new", "Red"),
        part: AliasedPart { item: 2 },
    };
    same_message(
        &message,
        concat!(
            r#"<Aliased xmlns="urn:new" xmlns:ns1="urn:new" ns1:Id="1"><Kind>ns1:Red</Kind>"#,
            "<Part><Item>2</Item></Part></Aliased>",
        ),
    );
    for (one, two) in [
        ("urn:old", "urn:old"),
        ("urn:constant", "urn:constant"),
        ("urn:old", "urn:new"),
        ("urn:new", "urn:constant"),
    ] {
        let content = format!(
            "<a:Aliased xmlns:a='{one}' xmlns:b='{two}' b:Id='1'><b:Kind>a:Red</b:Kind>\
             <a:Part><b:Item>2</b:Item></a:Part></a:Aliased>"
        );
        reads_message(&content, &message);
    }
    // One attribute under two spellings is there twice, though the document is well-formed.
    let twice = "<a:Aliased xmlns:a='urn:old' xmlns:b='urn:new' a:Id='1' b:Id='1'><b:Kind>a:Red\
         </b:Kind><a:Part><b:Item>2</b:Item></a:Part></a:Aliased>";
    let error = both_messages::<Aliased>(&body(twice)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
}

// The alias reaches groups, choices, derived types and lists of names.

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:m",
    namespace_alias = "urn:old",
    prefix = "m",
    inner = "Result"
)]
struct Answer {
    #[soap(flatten)]
    chameleon: Chameleon,
    #[soap(wrapper = "Calls", flatten)]
    calls: Vec<Call>,
    shape: Shape,
    #[soap(any)]
    others: Vec<Element>,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Call {
    Incoming(u8),
    #[soap(nillable)]
    Outgoing(Option<u8>),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:m", prefix = "m")]
enum Shape {
    Circle(u8),
    Square(u8),
}

#[test]
fn an_alias_of_the_namespace_reaches_everything() {
    let envelope = |content: &str| {
        format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' {XSI}><s:Body>{content}</s:Body></s:Envelope>"
        )
    };
    let document = |uri: &str| {
        envelope(&format!(
            "<Answer xmlns='{uri}' xmlns:o='{uri}'><Result o:x='1'><Color>green</Color><Angry>1</Angry><Calls>\
             <Incoming>1</Incoming><o:Outgoing xsi:nil='1'/></Calls><Shape xsi:type='o:Square'>2</Shape></Result></Answer>"
        ))
    };
    let new = both_messages::<Answer>(&document("urn:m")).unwrap();
    let old = both_messages::<Answer>(&document("urn:old")).unwrap();
    assert_eq!(new.chameleon, chameleon());
    assert_eq!(new.calls, [Call::Incoming(1), Call::Outgoing(None)]);
    assert_eq!(new.shape, Shape::Square(2));
    assert_eq!(old.calls, new.calls);
    assert_eq!(old.shape, new.shape);
    // What is kept is as it was sent.
    assert_eq!(old.attributes, [Attribute::new("urn:old", "x", "1")]);
    assert!(both_messages::<Answer>(&document("urn:x")).is_err());
    let written = new.to_envelope().unwrap();
    assert_eq!(both_messages::<Answer>(&written).unwrap(), new);
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", rename = "Foo")]
pub(crate) struct First {
    value: Option<String>,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a")]
pub(crate) struct Second;

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:b", namespace_alias = "urn:a", rename = "Foo")]
pub(crate) struct Third {
    value: Option<String>,
}

#[derive(Debug, PartialEq, SoapMessage)]
pub(crate) enum Several {
    First(First),
    Second(Second),
    Third(Third),
}

/// The alias of one message is not one of the others.
/// It was broken once.
#[test]
fn an_alias_does_not_leak_into_other_messages() {
    for value in ["", "<Value>x</Value>"] {
        let foo = |namespace: &str| short_body(&format!("<Foo xmlns='{namespace}'>{value}</Foo>"));
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
        both_messages::<Several>(&short_body("<Second xmlns='urn:a'/>")).unwrap(),
        Several::Second(Second)
    );
    let error = both_messages::<Several>(&short_body("<Second xmlns='urn:b'/>")).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::WrongMessage { .. }),
        "{error}"
    );
    // Alone, the message is read by either spelling.
    let alone = short_body("<Foo xmlns='urn:a'><Value>x</Value></Foo>");
    let value = Some("x".to_owned());
    assert_eq!(both_messages::<Third>(&alone).unwrap(), Third { value });
}

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:b")]
struct BlocksInB {
    t: Option<String>,
}

/// The alias of the message in the Body is not one of the header blocks, before it and with it.
/// It was broken once.
#[test]
fn an_alias_does_not_leak_into_header_blocks() {
    let read = |block: &str| {
        let document = short_envelope(&format!(
            "<s:Header>{block}</s:Header><s:Body><Foo xmlns='urn:a'><Value>x</Value></Foo></s:Body>"
        ));
        let read = |reader: &mut Reader<'_>| Envelope::<Third, BlocksInB>::read(reader);
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
/// It was broken once.
#[test]
fn an_alias_is_understood_in_its_own_message() {
    let document = short_body(
        "<o:Renamed xmlns:o='urn:old' o:Mark='x'><o:Name>o:value</o:Name><o:Tree o:a='1'><o:Inner/></o:Tree></o:Renamed>",
    );
    let read = both_messages::<Renamed>(&document).unwrap();
    assert_eq!(read.mark, "x");
    assert_eq!(read.name, QName::new("urn:new", "value"));
    assert!(read.tree.name().is("urn:old", "Tree"), "{:?}", read.tree);
    assert_eq!(read.tree.attribute("urn:old", "a"), Some("1"));
    assert!(read.tree.child("urn:old", "Inner").is_some());
}
