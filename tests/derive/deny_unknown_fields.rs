//! The key `deny_unknown_fields`, the option of that name, and what is unknown without them.

use um_messages::{ErrorKind, ReadOptions, SoapType, xml};
use um_tests::loan::{loan, read_with};
use um_tests::roundtrip::{reads, refused, same};
use um_tests::sources::both_as;

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", deny_unknown_fields)]
struct Denying {
    #[soap(attribute)]
    id: Option<u8>,
    item: u8,
    lenient: Option<Lenient>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Lenient {
    item: u8,
}

#[test]
fn unknown_elements_and_attributes_are_denied_where_it_is_asked_for() {
    let denying = |lenient| Denying {
        id: Some(1),
        item: 2,
        lenient,
    };
    same(
        &denying(Some(Lenient { item: 3 })),
        concat!(
            r#"<Denying xmlns="urn:a" Id="1"><Item>2</Item><Lenient><Item>3</Item></Lenient>"#,
            "</Denying>",
        ),
    );
    // Declarations, `xml:*` and `xsi:*` are never unknown, and the key is not inherited.
    reads(
        "<Denying xmlns='urn:a' xmlns:x='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
         xml:lang='de' xsi:schemaLocation='a b' Id='1'><Item>2</Item>\
         <Lenient What='ever'><Any/><Item>3</Item></Lenient></Denying>",
        &denying(Some(Lenient { item: 3 })),
    );
    for unknown in [
        "<Denying xmlns='urn:a' Id='1'><Item>2</Item><Item xmlns='urn:b'/></Denying>",
        "<Denying xmlns='urn:a' Id='1'><New/><Item>2</Item></Denying>",
    ] {
        let error = refused::<Denying>(unknown);
        assert!(
            matches!(error.kind(), ErrorKind::UnknownElement(_)),
            "{error}"
        );
    }
    for unknown in [
        "<Denying xmlns='urn:a' Id='1' New='1'><Item>2</Item></Denying>",
        "<Denying xmlns='urn:a' Id='1' xmlns:a='urn:a' a:Id='1'><Item>2</Item></Denying>",
    ] {
        let error = refused::<Denying>(unknown);
        assert!(
            matches!(error.kind(), ErrorKind::UnknownAttribute(_)),
            "{error}"
        );
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:point")]
struct Point {
    #[soap(attribute)]
    id: Option<u8>,
    x: i32,
}

#[test]
fn unknown_fields_are_skipped_or_denied() {
    let unknown = "<Point xmlns='urn:point'><X>1</X><Y><X>2</X></Y></Point>";
    assert_eq!(both_as::<Point>(unknown).unwrap(), Point { id: None, x: 1 });
    let deny = ReadOptions::new().deny_unknown_fields(true);
    let error = xml::from_str_with::<Point>(unknown, &deny).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(name) if name.is("urn:point", "Y")),
        "{error}"
    );
    assert_eq!(error.path(), Some("Point/Y"));

    let attribute = "<Point xmlns='urn:point' Id='7' Name='x'><X>1</X></Point>";
    assert_eq!(
        both_as::<Point>(attribute).unwrap(),
        Point { id: Some(7), x: 1 }
    );
    let error = xml::from_str_with::<Point>(attribute, &deny).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnknownAttribute(name) if name.is("", "Name")),
        "{error}"
    );

    let universal = "<Point xmlns='urn:point' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' \
        xml:lang='en' i:schemaLocation='urn:x y' i:nil='false'><X>1</X></Point>";
    xml::from_str_with::<Point>(universal, &deny).unwrap();
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn children_of_unknown_elements_are_not_seen() {
    let content =
        "<Unknown><Title>no</Title><Note>no</Note><Unknown><Author>no</Author></Unknown></Unknown>";
    assert_eq!(read_with(content).unwrap(), loan("Emma"));
}
