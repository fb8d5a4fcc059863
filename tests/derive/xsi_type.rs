//! The key `xsi_type`: derived types, told apart by `xsi:type`.

use um_messages::soap::Block;
use um_messages::xml::{Element, QName};
use um_messages::{Envelope, ErrorKind, SoapMessage, SoapType};
use um_tests::roundtrip::{refused, same};
use um_tests::sources::both_as;

use crate::types::XSI;

// <xs:complexType name="Shape"> Name </xs:complexType>
// <xs:complexType name="Circle"> <xs:complexContent> <xs:extension base="Shape"> Radius
// <xs:complexType name="Sq"> <xs:complexContent> <xs:extension base="Shape"> Side
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Base {
    name: String,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Circle {
    #[soap(flatten)]
    base: Base,
    radius: u8,
    #[soap(attribute)]
    id: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:t", prefix = "t")]
enum Shape {
    #[soap(default, rename = "Shape")]
    Base(Base),
    Circle(Box<Circle>),
    #[soap(rename = "Sq", alias = "Square")]
    Side(u8),
    #[soap(other)]
    Other(Element),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Drawing {
    first: Shape,
    #[soap(rename = "Shape")]
    shapes: Vec<Shape>,
}

fn base(name: &str) -> Base {
    Base { name: name.into() }
}

#[test]
fn the_type_of_an_element_says_the_variant() {
    let drawing = Drawing {
        first: Shape::Base(base("a")),
        shapes: vec![
            Shape::Circle(Box::new(Circle {
                base: base("b"),
                radius: 2,
                id: Some(1),
            })),
            Shape::Side(3),
        ],
    };
    same(
        &drawing,
        &format!(
            "<m:Drawing xmlns:m=\"urn:m\" xmlns:t=\"urn:t\"><m:First><t:Name>a</t:Name></m:First>\
             <m:Shape {XSI} xsi:type=\"t:Circle\" Id=\"1\"><t:Name>b</t:Name><t:Radius>2</t:Radius></m:Shape>\
             <m:Shape {XSI} xsi:type=\"t:Sq\">3</m:Shape></m:Drawing>"
        ),
    );
    // Any prefix, declared behind it too, in the default namespace, under another name, with white space.
    for (declarations, name) in [
        ("xmlns:q='urn:t'", "q:Sq"),
        ("xmlns:q='urn:t'", " q:Square\n"),
        ("xmlns='urn:t'", "Sq"),
    ] {
        let document = format!(
            "<m:Drawing xmlns:m='urn:m' {XSI}><m:First xsi:type='{name}' {declarations}>3</m:First></m:Drawing>"
        );
        let read = both_as::<Drawing>(&document).unwrap();
        assert_eq!(read.first, Shape::Side(3), "{document}");
    }
    // The base type by its own name.
    let document = format!(
        "<m:Drawing xmlns:m='urn:m' xmlns:t='urn:t' {XSI}><m:First xsi:type='t:Shape'><t:Name>a</t:Name></m:First></m:Drawing>"
    );
    assert_eq!(
        both_as::<Drawing>(&document).unwrap().first,
        Shape::Base(base("a"))
    );
}

#[test]
fn an_element_of_another_type_is_kept() {
    let document = format!(
        "<m:Drawing xmlns:m=\"urn:m\" xmlns:t=\"urn:t\"><m:First {XSI} xsi:type=\"t:Star\">5</m:First></m:Drawing>"
    );
    let drawing = both_as::<Drawing>(&document).unwrap();
    let Shape::Other(element) = &drawing.first else {
        panic!("{drawing:?}");
    };
    assert_eq!(element.text(), "5");
    same(&drawing, &document);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type)]
enum Strict<T> {
    One(T),
    Two(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct OfStrict {
    strict: Strict<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:d")]
struct Defaulted {
    strict: Strict<u8>,
}

#[test]
fn an_unknown_type_is_an_error_that_names_it() {
    let refused = |start: &str| {
        let document =
            format!("<OfStrict {XSI} xmlns:q='urn:q'><Strict {start}>1</Strict></OfStrict>");
        refused::<OfStrict>(&document)
    };
    let error = refused("xsi:type='q:One'");
    assert!(
        matches!(error.kind(), ErrorKind::UnknownType(name) if *name == QName::new("urn:q", "One"))
    );
    assert!(
        error
            .to_string()
            .starts_with("unknown type `{urn:q}One` (`xsi:type`), in `OfStrict/Strict`"),
        "{error}"
    );
    let error = refused("");
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "xsi:type"));
    for wrong in ["x:One", ":One", "q:", "q:One:Two", "", "q One", "1"] {
        let error = refused(&format!("xsi:type='{wrong}'"));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{wrong}: {error}"
        );
    }
    // Without a namespace of its own the type's name has that of the element.
    same(
        &OfStrict {
            strict: Strict::One(1),
        },
        &format!("<OfStrict><Strict {XSI} xsi:type=\"One\">1</Strict></OfStrict>"),
    );
    same(
        &Defaulted {
            strict: Strict::Two("a".into()),
        },
        &format!(
            "<Defaulted xmlns=\"urn:d\"><Strict xmlns:ns1=\"urn:d\" {XSI} xsi:type=\"ns1:Two\">a</Strict></Defaulted>"
        ),
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:o", prefix = "o")]
enum Outer {
    Inner(Base),
}

#[test]
fn the_prefixes_of_derived_types_are_declared_at_the_root() {
    same(
        &Outer::Inner(base("a")),
        &format!(
            "<o:Outer xmlns:o=\"urn:o\" xmlns:t=\"urn:t\" {XSI} xsi:type=\"o:Inner\"><t:Name>a</t:Name></o:Outer>"
        ),
    );
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m")]
struct Message {}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", prefix = "h")]
struct Headers {
    shape: Block<Shape>,
}

#[test]
fn a_typed_element_is_a_root_and_a_header_block() {
    same(
        &Shape::Side(1),
        &format!("<t:Shape xmlns:t=\"urn:t\" {XSI} xsi:type=\"t:Sq\">1</t:Shape>"),
    );
    let headers = Headers {
        shape: Block::new(Shape::Side(1)).with_must_understand(true),
    };
    let written = Envelope::new(Message {})
        .with_header(headers)
        .to_xml()
        .unwrap();
    let block = format!(
        "<h:Shape xmlns:h=\"urn:h\" xmlns:t=\"urn:t\" {XSI} xsi:type=\"t:Sq\" soap:mustUnderstand=\"1\">1</h:Shape>"
    );
    assert!(written.contains(&block), "{written}");
    let read = Envelope::<Message, Headers>::from_xml(&written)
        .unwrap()
        .header;
    assert_eq!(*read.shape, Shape::Side(1));
}

const SCHEMA: &str = "http://www.w3.org/2001/XMLSchema";

// <xs:element name="Value" type="xs:anyType"/>, of which a base type is in another namespace than those derived from it.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:t", prefix = "t")]
enum Anything {
    Circle(Box<Circle>),
    #[soap(namespace = "urn:far", prefix = "f", alias = "Round")]
    #[soap(rename = "Circle")]
    Far(Base),
    #[soap(rename = "string", namespace = SCHEMA, prefix = "xs")]
    Text(String),
    #[soap(rename = "int", alias = "integer", namespace = SCHEMA, prefix = "xs")]
    Number(i64),
    #[soap(rename = "Local", namespace = "")]
    Unqualified(u8),
    #[soap(other)]
    Other(Element),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m", deny_unknown_fields)]
struct Values {
    value: Vec<Anything>,
}

fn values(content: &str) -> String {
    format!(
        "<m:Values xmlns:m=\"urn:m\" xmlns:t=\"urn:t\" xmlns:f=\"urn:far\" xmlns:xs=\"{SCHEMA}\">{content}</m:Values>"
    )
}

#[test]
fn types_are_of_several_namespaces() {
    let circle = Circle {
        base: base("a"),
        radius: 2,
        id: None,
    };
    let value = vec![
        Anything::Circle(Box::new(circle)),
        Anything::Far(base("b")),
        Anything::Text(" c ".into()),
        Anything::Number(4),
        Anything::Unqualified(5),
    ];
    let content = format!(
        "<m:Value {XSI} xsi:type=\"t:Circle\"><t:Name>a</t:Name><t:Radius>2</t:Radius></m:Value>\
         <m:Value {XSI} xsi:type=\"f:Circle\"><t:Name>b</t:Name></m:Value>\
         <m:Value {XSI} xsi:type=\"xs:string\"> c </m:Value>\
         <m:Value {XSI} xsi:type=\"xs:int\">4</m:Value>\
         <m:Value {XSI} xsi:type=\"Local\">5</m:Value>"
    );
    same(&Values { value }, &values(&content));
    for (name, declaration, variant) in [
        ("q:Round", "urn:far", Anything::Far(base("b"))),
        ("q:integer", SCHEMA, Anything::Number(4)),
    ] {
        let text = match variant {
            Anything::Number(_) => "4",
            _ => "<Name xmlns='urn:t'>b</Name>",
        };
        let document = values(&format!(
            "<m:Value {XSI} xmlns:q='{declaration}' xsi:type='{name}'>{text}</m:Value>"
        ));
        let read = both_as::<Values>(&document).unwrap();
        assert_eq!(read.value, [variant], "{document}");
    }
}

#[test]
fn what_is_of_no_known_type_or_of_none_is_kept() {
    for (start, content) in [
        (String::new(), "5"),
        (
            String::new(),
            "<x:Deep xmlns:x=\"urn:x\" A=\"1\">b</x:Deep>",
        ),
        // The names of types are in the namespaces of their own.
        (format!(" {XSI} xsi:type=\"t:string\""), "5"),
        (format!(" {XSI} xsi:type=\"xs:Circle\""), "5"),
        (format!(" {XSI} xsi:type=\"t:Local\""), "5"),
    ] {
        let document = values(&format!("<m:Value{start}>{content}</m:Value>"));
        let read = both_as::<Values>(&document).unwrap();
        assert!(
            matches!(&read.value[..], [Anything::Other(_)]),
            "{document}: {read:?}"
        );
        // A prefix is declared where it is needed, or at the root: the same elements.
        let written = um_messages::xml::to_string(&read).unwrap();
        assert_eq!(both_as::<Values>(&written).unwrap(), read, "{written}");
    }
}

const FAR: um_messages::xml::Namespace =
    um_messages::xml::Namespace::new("urn:far").with_prefix("f");

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:t", prefix = "t")]
enum OfConstants {
    #[soap(namespace = FAR)]
    Far(u16),
    Near(u16),
}

#[test]
fn the_namespace_of_a_type_may_be_a_constant() {
    for (value, name) in [
        (OfConstants::Far(1), "f:Far"),
        (OfConstants::Near(1), "t:Near"),
    ] {
        same(
            &value,
            &format!(
                "<t:OfConstants xmlns:t=\"urn:t\" xmlns:f=\"urn:far\" {XSI} xsi:type=\"{name}\">1</t:OfConstants>"
            ),
        );
    }
}
