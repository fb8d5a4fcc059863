//! The key `namespace_alias`.

use um_messages::xml::{Attribute, Element, QName, Reader};
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage, SoapType};
use um_tests::documents::{short_body, short_envelope};
use um_tests::roundtrip::{body, reads_message, same_message};
use um_tests::sources::{both_by, both_messages, sources};

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

/// A name that is found when the program runs, as the service type of a router, is told to the reader. It counts for the message's
/// own element, and for header blocks.
#[test]
fn an_alias_of_the_reader_reaches_all_that_is_read() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:new")]
    struct Headers {
        block: Option<String>,
    }
    #[derive(Debug, PartialEq, SoapMessage)]
    enum Either {
        Other(Second),
        Aliased(Aliased),
    }
    let document = short_envelope(
        "<s:Header><f:Block xmlns:f='urn:found'>b</f:Block></s:Header><s:Body>\
         <f:Aliased xmlns:f='urn:found' f:Id='1'><f:Kind>f:Red</f:Kind><f:Part><f:Item>2</f:Item></f:Part></f:Aliased></s:Body>",
    );
    let found = String::from("urn:found");
    let read = both_by(&document, &ReadOptions::new(), &|reader| {
        reader.alias(found.clone(), "urn:new");
        let envelope = Envelope::<Aliased, Headers>::read(reader)?;
        Ok((envelope.header.block, envelope.body.part.item))
    });
    assert_eq!(read.unwrap(), (Some("b".to_owned()), 2));
    let either = both_by(&document, &ReadOptions::new(), &|reader| {
        reader.alias(found.clone(), String::from("urn:new"));
        Envelope::<Either>::read(reader).map(Envelope::into_body)
    });
    assert!(matches!(either.unwrap(), Either::Aliased(_)));
    let error = both_messages::<Aliased>(&document).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongMessage { .. }));
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m", prefix = "m", namespace_alias = "")]
struct Careless {
    #[soap(attribute)]
    id: u8,
    name: String,
    person: Option<CarelessPerson>,
    #[soap(wrapper = "Tags", rename = "Tag")]
    tags: Vec<String>,
    #[soap(flatten)]
    call: Option<Call>,
    #[soap(unqualified)]
    note: Option<String>,
    #[soap(any)]
    others: Vec<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
struct CarelessPerson {
    #[soap(attribute)]
    id: u8,
    first: String,
}

fn careless() -> Careless {
    Careless {
        id: 1,
        name: "n".into(),
        person: Some(CarelessPerson {
            id: 2,
            first: "f".into(),
        }),
        tags: vec!["t".into()],
        call: Some(Call::Incoming(3)),
        note: Some("x".into()),
        others: vec![Element::new("urn:o", "Other")],
    }
}

/// A server that leaves the children of a message unqualified, all or some.
#[test]
fn an_empty_alias_reads_elements_in_no_namespace() {
    let qualified = concat!(
        r#"<m:Careless xmlns:m="urn:m" Id="1"><m:Name>n</m:Name><m:Person Id="2"><m:First>f</m:First></m:Person>"#,
        r#"<m:Tags><m:Tag>t</m:Tag></m:Tags><m:Incoming>3</m:Incoming><Note>x</Note><Other xmlns="urn:o"/></m:Careless>"#,
    );
    same_message(&careless(), qualified);
    for name in ["Name", "Person", "First", "Tags", "Tag", "Incoming"] {
        let content = qualified.replace(&format!("m:{name}"), name);
        reads_message(&content, &careless());
    }
    let children = concat!(
        "<m:Careless xmlns:m='urn:m' Id='1'><Name>n</Name><Person Id='2'><First>f</First></Person>",
        "<Tags><Tag>t</Tag></Tags><Incoming>3</Incoming><Note>x</Note><Other xmlns='urn:o'/></m:Careless>",
    );
    reads_message(children, &careless());
    // The message itself as well; what is kept is as it was sent.
    let nowhere = "<Careless Id='1'><Name>n</Name><Tags/><Stranger/></Careless>";
    let read = both_messages::<Careless>(&body(nowhere)).unwrap();
    assert_eq!(read.others, [Element::new("", "Stranger")]);
    // An attribute in the namespace is another one than that without.
    let attribute = "<Careless xmlns:m='urn:m' m:Id='1'><Name>n</Name><Tags/></Careless>";
    let error = both_messages::<Careless>(&body(attribute)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(_)));
}

#[test]
fn an_empty_alias_of_the_reader_does_the_same() {
    let document = "<p:Part xmlns:p='urn:new'><Item>2</Item></p:Part>";
    let read = |alias: Option<&'static str>| {
        both_by(document, &ReadOptions::new(), &|reader| {
            if let Some(alias) = alias {
                reader.alias(alias, "urn:new");
            }
            reader.next_child()?;
            reader.read::<AliasedPart>()
        })
    };
    assert_eq!(read(Some("")).unwrap(), AliasedPart { item: 2 });
    let error = read(None).unwrap_err();
    assert_eq!(error.hint(), Some("there is a `Item` in no namespace"));
}
