//! Types beyond structs and enumerations: unions, derived types told apart by `xsi:type`, sequences
//! whose order holds, types with bounds of their own. In both directions, by both sources of the reader.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

mod both;
mod judge;

use both::{reads, refused, same};
use judge::both_as;
use um_messages::soap::Block;
use um_messages::xml::{self, Element, QName, ReadElement, ReadText, WriteElement, WriteText};
use um_messages::{Envelope, ErrorKind, SoapMessage, SoapType};

const XSI: &str = r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;

// <xs:simpleType name="Size"> <xs:union memberTypes="xs:unsignedByte Preset xs:QName"/>
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(union)]
enum Size {
    Points(u8),
    Preset(Preset),
    Name(QName),
}

#[derive(Clone, Copy, Debug, PartialEq, SoapType)]
enum Preset {
    Small,
    #[soap(rename = "very large")]
    VeryLarge,
}

#[derive(Debug, PartialEq, SoapType)]
struct Font {
    #[soap(attribute)]
    size: Size,
    other: Vec<Size>,
    #[soap(list)]
    list: Vec<Size>,
}

#[test]
fn a_union_is_the_text_of_the_first_type_that_parses() {
    same(
        &Font {
            size: Size::Points(12),
            other: vec![
                Size::Preset(Preset::VeryLarge),
                Size::Name(QName::new("urn:s", "big")),
                Size::Points(0),
            ],
            list: vec![Size::Preset(Preset::Small), Size::Points(1)],
        },
        concat!(
            r#"<Font Size="12"><Other>very large</Other><Other xmlns:ns1="urn:s">ns1:big</Other>"#,
            "<Other>0</Other><List>Small 1</List></Font>",
        ),
    );
    reads(
        "<Font Size=' 7 '><Other> very \n large </Other><List/></Font>",
        &Font {
            size: Size::Points(7),
            other: vec![Size::Preset(Preset::VeryLarge)],
            list: vec![],
        },
    );
    let error = refused::<Font>("<Font Size='300'><List/></Font>");
    assert_eq!(
        error.to_string(),
        "`300` is not an integer from 0 to 255, or one of `Small`, `very large`, or a qualified name, \
         in `Font/@Size`, line 1, column 13"
    );
    same(&Size::Points(1), "<Size>1</Size>");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(union)]
enum OneOf<'a, T> {
    Value(T),
    Text(&'a str),
}

#[derive(Debug, PartialEq, SoapType)]
struct Borrowing<'a> {
    #[soap(text)]
    value: OneOf<'a, u8>,
}

#[test]
fn unions_have_parameters() {
    let read: Borrowing<'_> = xml::from_str("<Borrowing>12</Borrowing>").unwrap();
    assert_eq!(read.value, OneOf::Value(12));
    let read: Borrowing<'_> = xml::from_str("<Borrowing> x </Borrowing>").unwrap();
    assert_eq!(read.value, OneOf::Text(" x "));
    assert_eq!(xml::to_string(&read).unwrap(), "<Borrowing> x </Borrowing>");
    let error = xml::from_str::<Borrowing<'_>>("<Borrowing>&lt;</Borrowing>").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotBorrowed));
}

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
        shape: Block::new(Shape::Side(1)).must_understand(true),
    };
    let written = Envelope::new(Message {}).header(headers).to_xml().unwrap();
    let block = format!(
        "<h:Shape xmlns:h=\"urn:h\" xmlns:t=\"urn:t\" {XSI} xsi:type=\"t:Sq\" soap:mustUnderstand=\"1\">1</h:Shape>"
    );
    assert!(written.contains(&block), "{written}");
    let read = Envelope::<Message, Headers>::from_xml(&written)
        .unwrap()
        .header;
    assert_eq!(*read.shape, Shape::Side(1));
}

// <xs:sequence> A, B*, group (C, D?), any?, E? </xs:sequence>, whose order is insisted on.

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Inner {
    c: u8,
    d: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(ordered)]
struct Sequence {
    #[soap(attribute)]
    id: Option<u8>,
    a: u8,
    b: Vec<u8>,
    #[soap(flatten)]
    inner: Inner,
    #[soap(any)]
    any: Vec<Element>,
    #[soap(wrapper = "Es", rename = "E", default)]
    e: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(ordered)]
struct Strangers {
    a: u8,
    b: u8,
}

#[test]
fn the_order_of_fields_is_insisted_on() {
    same(
        &Sequence {
            id: Some(1),
            a: 1,
            b: vec![2, 3],
            inner: Inner { c: 4, d: Some(5) },
            any: vec![Element::new("", "x"), Element::new("", "y")],
            e: vec![6],
        },
        "<Sequence Id=\"1\"><A>1</A><B>2</B><B>3</B><C>4</C><D>5</D><x/><y/><Es><E>6</E></Es></Sequence>",
    );
    let out_of_order = |content: &str| {
        let error = refused::<Sequence>(&format!("<Sequence>{content}</Sequence>"));
        match error.kind() {
            ErrorKind::OutOfOrder(name) => name.clone(),
            other => panic!("{content}: {other:?}"),
        }
    };
    assert_eq!(out_of_order("<B>2</B><A>1</A><C>4</C>"), "A");
    assert_eq!(out_of_order("<A>1</A><C>4</C><B>2</B>"), "B");
    assert_eq!(out_of_order("<A>1</A><x/><C>4</C>"), "C");
    assert_eq!(out_of_order("<A>1</A><C>4</C><Es/><x/>"), "x");
    // The order within a group is for the group to insist on.
    let document = "<Sequence><A>1</A><D>5</D><C>4</C></Sequence>";
    assert_eq!(
        both_as::<Sequence>(document).unwrap().inner,
        Inner { c: 4, d: Some(5) }
    );
    // Strangers between are fine.
    reads(
        "<Strangers><x/><A>1</A><x/><B>2</B><x/></Strangers>",
        &Strangers { a: 1, b: 2 },
    );
    let error = refused::<Strangers>("<Strangers><B>2</B><A>1</A></Strangers>");
    assert_eq!(
        error.to_string(),
        "`A` stands behind an element that has to follow it, in `Strangers/A`, line 1, column 20"
    );
}

// Bounds of one's own.

trait Code {
    type Text: WriteText + WriteElement + for<'de> ReadText<'de> + for<'de> ReadElement<'de>;
}

#[derive(Debug, PartialEq)]
struct Numeric;

impl Code for Numeric {
    type Text = u32;
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(bound = "T: Code")]
struct Coded<T: Code> {
    #[soap(attribute)]
    id: T::Text,
    code: Vec<T::Text>,
}

#[test]
fn bounds_instead_of_those_that_follow() {
    let coded: Coded<Numeric> = Coded {
        id: 1,
        code: vec![2],
    };
    assert_eq!(
        xml::to_string(&coded).unwrap(),
        r#"<Coded Id="1"><Code>2</Code></Coded>"#
    );
    let read: Coded<Numeric> = xml::from_str("<Coded Id='1'><Code>2</Code></Coded>").unwrap();
    assert_eq!(read.code, [2]);
}
