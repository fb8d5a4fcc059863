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

#[derive(Debug, PartialEq, SoapType)]
enum State {
    Idle,
}

#[derive(Debug, PartialEq, SoapType)]
struct Code(String);

#[derive(Debug, PartialEq, SoapType)]
#[soap(union)]
enum Size {
    Number(u8),
    Name(String),
}

/// A field of each kind whose element is of no type that could have the key itself.
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", deny_unknown_fields)]
struct Simple {
    plain: u8,
    repeated: Vec<String>,
    #[soap(wrapper = "Items", rename = "Item")]
    wrapped: Option<Vec<u8>>,
    #[soap(list)]
    list: Option<Vec<u8>>,
    state: Option<State>,
    code: Option<Code>,
    size: Option<Size>,
    #[soap(cdata)]
    text: Option<String>,
    #[soap(nillable, default)]
    nil: Option<u8>,
    unit: Option<()>,
    #[soap(flatten)]
    flattened: Option<Flat>,
    lenient: Option<Lenient>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Flat {
    inside: u8,
}

/// The element of a simple type is asked by the type around it.
#[test]
fn attributes_of_simple_types_are_denied_by_the_type_around_them() {
    let document = |content: &str| {
        format!(
            "<Simple xmlns='urn:a' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><Plain>1</Plain>{content}</Simple>"
        )
    };
    for (element, path) in [
        ("<Repeated x=''>a</Repeated>", "Repeated"),
        ("<Items x=''/>", "Items"),
        ("<Items><Item x=''>1</Item></Items>", "Items/Item"),
        ("<List x=''>1 2</List>", "List"),
        ("<State x=''>Idle</State>", "State"),
        ("<Code x=''>a</Code>", "Code"),
        ("<Size x=''>a</Size>", "Size"),
        ("<Text x=''>a</Text>", "Text"),
        ("<Nil x=''>1</Nil>", "Nil"),
        ("<Nil x='' i:nil='true'/>", "Nil"),
        ("<Unit x=''/>", "Unit"),
        ("<Inside x=''>1</Inside>", "Inside"),
    ] {
        let error = refused::<Simple>(&document(element));
        assert!(
            matches!(error.kind(), ErrorKind::UnknownAttribute(name) if name.is("", "x")),
            "{error}"
        );
        assert_eq!(error.path(), Some(format!("Simple/{path}/@x").as_str()));
        let known = element.replace(" x=''", " i:x='' xml:x='' xmlns:x='urn:x'");
        if let Err(error) = both_as::<Simple>(&document(&known)) {
            panic!("{known}: {error}");
        }
    }
    // A type of its own asks for itself: what stands in it, and what stands behind it.
    let lenient = "<Lenient x=''><Item x=''>3</Item></Lenient>";
    both_as::<Simple>(&document(lenient)).unwrap();
    let behind = format!("{lenient}<State x=''>Idle</State>");
    refused::<Simple>(&document(&behind));
}

/// The other way round: a type that denies inside one that does not.
#[test]
fn a_type_that_denies_does_not_deny_around_it() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Outer {
        inner: Vec<Denying>,
        item: Vec<u16>,
        lenient: Option<Lenient>,
    }
    let document = concat!(
        "<Outer><Inner><Item xmlns='urn:a'>1</Item></Inner><Item x=''>1</Item>",
        "<Lenient><Item x=''>1</Item></Lenient></Outer>",
    );
    assert_eq!(both_as::<Outer>(document).unwrap().item, [1]);
}

/// What is denied is said as what is missing is: where it stands, and what may have been meant.
#[test]
fn a_stranger_of_the_right_name_tells_what_is_expected() {
    let said = |document: &str| {
        let error = refused::<Simple>(document);
        let hint = error.hint().unwrap_or_default().to_owned();
        (error.path().unwrap_or_default().to_owned(), hint)
    };
    let simple = |content: &str| said(&format!("<Simple xmlns='urn:a'>{content}</Simple>"));
    let expect = |path: &str, hint: &str| (path.to_owned(), hint.to_owned());
    assert_eq!(
        simple("<Plain xmlns=''>1</Plain>"),
        expect("Simple/Plain", "`Plain` is expected in namespace `urn:a`")
    );
    assert_eq!(
        simple("<plain>1</plain>"),
        expect("Simple/plain", "`Plain` is expected")
    );
    assert_eq!(
        simple("<Inside xmlns='urn:x'>1</Inside>"),
        expect("Simple/Inside", "`Inside` is expected in namespace `urn:a`")
    );
    assert_eq!(
        simple("<Items><item>1</item></Items>"),
        expect("Simple/Items/item", "`Item` is expected")
    );
    assert_eq!(simple("<Fax/>"), expect("Simple/Fax", ""));
    let error = refused::<Denying>("<Denying xmlns='urn:a' xmlns:a='urn:a' a:Id='1'/>");
    assert_eq!(error.path(), Some("Denying/@a:Id"));
    assert_eq!(error.hint(), Some("`Id` is expected in no namespace"));
    assert_eq!(error.position().unwrap().column, 40);
}
