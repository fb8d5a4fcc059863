//! How the namespaces of an envelope are written: prefixes, defaults, qualified names, mappings.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::um::{self, GetCallInfo};
use um_messages::xml::{QName, pretty};
use um_messages::{Envelope, ErrorKind, NamedMessage, SoapMessage, SoapType, SoapVersion};
use um_tests::documents::{CALL_ID, M, V1_1, V1_2, get_call_info};
use um_tests::roundtrip::assert_unwritable;
use um_tests::sources::both_messages;

/// The Body's child as it is written; the envelope must be read back equal.
fn content<B>(envelope: &Envelope<B>) -> String
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let written = envelope.to_xml().unwrap();
    assert_eq!(
        both_messages::<B>(&written).unwrap(),
        envelope.body,
        "{written}"
    );
    assert_eq!(
        both_messages::<B>(&pretty(&written).unwrap()).unwrap(),
        envelope.body,
        "{written}"
    );
    let (head, rest) = written.split_once("Body>").unwrap();
    assert!(
        head.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?><"),
        "{head}"
    );
    let (content, _) = rest.rsplit_once("</").unwrap().0.rsplit_once("</").unwrap();
    content.to_owned()
}

/// A message in one namespace with parts in others, each with a prefix.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Info {
    call: Call,
    #[soap(attribute, namespace = "urn:x", prefix = "x")]
    mark: Option<u8>,
    another: Option<OtherCall>,
    #[soap(namespace = "urn:z", prefix = "z")]
    last: Option<Call>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Call {
    id: u8,
    more: Vec<Call>,
    #[soap(attribute, namespace = "urn:y", prefix = "y")]
    mark: Option<u8>,
}

/// The same prefix for another namespace.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t2", prefix = "t")]
struct OtherCall {
    id: u8,
    own: u8,
}

fn call(id: u8) -> Call {
    Call {
        id,
        more: Vec::new(),
        mark: None,
    }
}

fn info() -> Info {
    Info {
        call: call(1),
        mark: None,
        another: None,
        last: None,
    }
}

#[test]
fn prefixes_are_declared_on_the_message_in_source_order() {
    // All that the type has, whatever the value: `t` and `y` of the first field before `x`.
    assert_eq!(
        content(&Envelope::new(info())),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:t="urn:t" xmlns:y="urn:y" xmlns:x="urn:x" xmlns:z="urn:z">"#,
            "<m:Call><t:Id>1</t:Id></m:Call></m:Info>",
        )
    );
    let full = Info {
        call: Call {
            id: 1,
            more: vec![Call {
                more: vec![call(3)],
                ..call(2)
            }],
            mark: Some(4),
        },
        mark: Some(5),
        another: Some(OtherCall { id: 6, own: 7 }),
        last: Some(call(8)),
    };
    // The second namespace of a prefix is declared where it is needed.
    assert_eq!(
        content(&Envelope::new(full)),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:t="urn:t" xmlns:y="urn:y" xmlns:x="urn:x" xmlns:z="urn:z""#,
            r#" x:Mark="5"><m:Call y:Mark="4"><t:Id>1</t:Id><t:More><t:Id>2</t:Id><t:More><t:Id>3</t:Id>"#,
            r#"</t:More></t:More></m:Call><m:Another><t:Id xmlns:t="urn:t2">6</t:Id>"#,
            r#"<t:Own xmlns:t="urn:t2">7</t:Own></m:Another><z:Last><t:Id>8</t:Id></z:Last></m:Info>"#,
        )
    );
}

#[test]
fn prefixes_are_declared_on_the_envelope_where_it_is_asked_for() {
    let envelope = Envelope::new(info())
        .declare("t", "urn:t")
        .declare("xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .declare("z", "urn:other");
    assert!(envelope.to_xml().unwrap().contains(concat!(
        r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="urn:t""#,
        r#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:z="urn:other"><soap:Body>"#,
    )));
    assert_eq!(
        content(&envelope),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:y="urn:y" xmlns:x="urn:x">"#,
            "<m:Call><t:Id>1</t:Id></m:Call></m:Info>",
        )
    );
    // A prefix that is taken is declared anew by the element that needs it.
    let envelope = Envelope::new(Info {
        last: Some(call(2)),
        ..info()
    });
    assert_eq!(
        content(&envelope.declare("m", "urn:other").declare("z", "urn:other")),
        concat!(
            r#"<m:Info xmlns:m="urn:m" xmlns:t="urn:t" xmlns:y="urn:y" xmlns:x="urn:x">"#,
            r#"<m:Call><t:Id>1</t:Id></m:Call><z:Last xmlns:z="urn:z"><t:Id>2</t:Id></z:Last></m:Info>"#,
        )
    );
}

#[test]
fn the_prefix_of_the_envelope() {
    for (prefix, version, uri) in [
        ("s", SoapVersion::V1_1, V1_1),
        ("SOAP-ENV", SoapVersion::V1_1, V1_1),
        ("m", SoapVersion::V1_2, V1_2),
    ] {
        let envelope = Envelope::new(info())
            .with_prefix(prefix)
            .with_version(version);
        let written = envelope.to_xml().unwrap();
        assert!(
            written.starts_with(&format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><{prefix}:Envelope xmlns:{prefix}=\"{uri}\">\
                 <{prefix}:Body><m:Info xmlns:m=\"urn:m\" "
            )),
            "{written}"
        );
        assert!(written.ends_with(&format!("</m:Info></{prefix}:Body></{prefix}:Envelope>")));
        content(&envelope);
    }
    let default = Envelope::new(get_call_info()).with_prefix("");
    let written = default.to_xml().unwrap();
    assert_eq!(
        written,
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Envelope xmlns=\"{V1_1}\"><Body>\
             <GetCallInfo xmlns=\"{}\"><CallId>{CALL_ID}</CallId></GetCallInfo></Body></Envelope>",
            um::NAMESPACE
        )
    );
    assert_eq!(
        both_messages::<GetCallInfo>(&written).unwrap(),
        get_call_info()
    );
}

/// In the default namespace, with all that needs a prefix there or none at all.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:d")]
struct Mixed {
    #[soap(attribute, namespace = "urn:d")]
    own: Option<u8>,
    #[soap(attribute, namespace = "urn:e")]
    foreign: Option<u8>,
    #[soap(attribute)]
    kind: Option<QName>,
    #[soap(unqualified)]
    part: Option<Nested>,
    name: Option<QName>,
    #[soap(namespace = "urn:f")]
    guest: Option<Nested>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Nested {
    item: u8,
    #[soap(namespace = "urn:d")]
    home: Option<u8>,
    #[soap(attribute, namespace = "urn:e")]
    foreign: Option<u8>,
}

fn mixed() -> Mixed {
    Mixed {
        own: None,
        foreign: None,
        kind: None,
        part: None,
        name: None,
        guest: None,
    }
}

#[test]
fn a_default_namespace_and_what_it_does_not_reach() {
    let nested = |foreign| Nested {
        item: 1,
        home: Some(2),
        foreign,
    };
    assert_eq!(
        content(&Envelope::new(mixed())),
        r#"<Mixed xmlns="urn:d"/>"#
    );
    assert_eq!(
        content(&Envelope::new(Mixed {
            part: Some(nested(None)),
            guest: Some(nested(None)),
            ..mixed()
        })),
        concat!(
            r#"<Mixed xmlns="urn:d"><Part xmlns=""><Item>1</Item><Home xmlns="urn:d">2</Home></Part>"#,
            r#"<Guest xmlns="urn:f"><Item>1</Item><Home xmlns="urn:d">2</Home></Guest></Mixed>"#,
        )
    );
    // Attributes in a namespace: a prefix that is in scope, or a new one.
    let attributes = Mixed {
        own: Some(3),
        foreign: Some(4),
        kind: Some(QName::new("urn:e", "Red")),
        part: Some(nested(Some(5))),
        ..mixed()
    };
    assert_eq!(
        content(&Envelope::new(attributes.clone())),
        concat!(
            r#"<Mixed xmlns="urn:d" xmlns:ns1="urn:d" xmlns:ns2="urn:e" ns1:Own="3" ns2:Foreign="4""#,
            r#" Kind="ns2:Red"><Part xmlns="" ns2:Foreign="5"><Item>1</Item>"#,
            r#"<Home xmlns="urn:d">2</Home></Part></Mixed>"#,
        )
    );
    assert_eq!(
        content(
            &Envelope::new(attributes)
                .declare("e", "urn:e")
                .declare("ns1", "urn:n")
        ),
        concat!(
            r#"<Mixed xmlns="urn:d" xmlns:ns2="urn:d" ns2:Own="3" e:Foreign="4" Kind="e:Red">"#,
            r#"<Part xmlns="" e:Foreign="5"><Item>1</Item><Home xmlns="urn:d">2</Home></Part></Mixed>"#,
        )
    );
}

#[test]
fn qualified_names_as_values() {
    let named = |kind: Option<QName>, name| Mixed {
        kind,
        name: Some(name),
        ..mixed()
    };
    let color = || QName::new("urn:e", "Red");
    assert_eq!(
        content(&Envelope::new(named(None, color()))),
        r#"<Mixed xmlns="urn:d"><Name xmlns:ns1="urn:e">ns1:Red</Name></Mixed>"#
    );
    assert_eq!(
        content(&Envelope::new(named(Some(color()), color()))),
        r#"<Mixed xmlns="urn:d" xmlns:ns1="urn:e" Kind="ns1:Red"><Name>ns1:Red</Name></Mixed>"#
    );
    let soap = QName::new(V1_1, "Client");
    assert_eq!(
        content(&Envelope::new(named(None, soap))),
        r#"<Mixed xmlns="urn:d"><Name>soap:Client</Name></Mixed>"#
    );
    // No prefix can stand for no namespace, so no default namespace may be there.
    let bare = Envelope::new(named(None, QName::local_only("Red"))).to_xml();
    match bare {
        Ok(written) => {
            let read = both_messages::<Mixed>(&written).unwrap();
            assert_eq!(read.name, Some(QName::local_only("Red")), "{written}");
        }
        Err(error) => {
            assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
            assert_eq!(error.path(), Some("Envelope/Body/Mixed/Name"));
        }
    }
}

#[test]
fn a_mapped_namespace_is_mapped_everywhere() {
    let message = Mixed {
        own: Some(1),
        kind: Some(QName::new("urn:d", "Red")),
        part: Some(Nested {
            item: 1,
            home: Some(2),
            foreign: None,
        }),
        ..mixed()
    };
    let plain = content(&Envelope::new(message.clone()));
    let mapped = Envelope::new(message).map_namespace("urn:d", "urn:mapped");
    let written = mapped.to_xml().unwrap();
    assert_eq!(
        written,
        Envelope::new(mapped.body.clone())
            .to_xml()
            .unwrap()
            .replace("urn:d", "urn:mapped")
    );
    assert!(plain.contains("urn:d"));
    assert!(!written.contains("urn:d"));
    // Not the action.
    let request = Envelope::new(get_call_info()).map_namespace(um::NAMESPACE, "urn:mapped");
    assert_eq!(request.body.action(), GetCallInfo::ACTION);
    for (from, to) in [
        (V1_1, "urn:x"),
        ("urn:x", V1_2),
        ("", "urn:x"),
        ("urn:x", ""),
    ] {
        let error = Envelope::new(mixed())
            .map_namespace(from, to)
            .to_xml()
            .unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    }
}

/// NS 3: what must not be declared is not declared, and a prefix is a name.
#[test]
fn wrong_declarations_of_the_caller_are_refused() {
    let declarations = [
        ("p", "http://www.w3.org/XML/1998/namespace"),
        ("p", "http://www.w3.org/2000/xmlns/"),
        ("", "http://www.w3.org/XML/1998/namespace"),
        ("xml", "urn:x"),
        ("xmlns", "urn:x"),
        ("1", "urn:x"),
        ("a b", "urn:x"),
        ("p", ""),
        ("p", "urn:\0"),
        ("soap", "urn:x"),
    ];
    for (prefix, uri) in declarations {
        let request = GetCallInfo {
            call_id: "1".to_owned(),
        };
        match Envelope::new(request).declare(prefix, uri).to_xml() {
            Err(error) => assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}"),
            Ok(written) => panic!("{prefix:?} as {uri:?} is written: {written}"),
        }
    }
    let request = GetCallInfo {
        call_id: "1".to_owned(),
    };
    let mapped = Envelope::new(request)
        .map_namespace(M, "http://www.w3.org/2000/xmlns/")
        .to_xml();
    assert!(mapped.is_err(), "{mapped:?}");
}

pub(crate) fn request() -> GetCallInfo {
    GetCallInfo {
        call_id: "1".to_owned(),
    }
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
/// It was broken once.
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
/// It was broken once.
#[test]
fn the_default_namespace_can_be_declared() {
    let written = Envelope::new(request()).declare("", M).to_xml().unwrap();
    insta::assert_snapshot!(written, @r#"<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://schemas.microsoft.com/exchange/services/2006/messages"><soap:Body><GetCallInfo><CallId>1</CallId></GetCallInfo></soap:Body></soap:Envelope>"#);
    assert_eq!(both_messages::<GetCallInfo>(&written).unwrap(), request());
}
