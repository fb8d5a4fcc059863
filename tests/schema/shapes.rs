//! Each shape, as its schema says it. `validate` has xmllint judge the schemas, and documents by them.

#![allow(
    clippy::too_many_lines,
    reason = "a test is a struct, its schema and a value"
)]

use um_messages::xml::{self, Nillable};
use um_messages::{SoapMessage, SoapType};
use um_schema_tests::{assert_schema, keep};

#[test]
fn occurrence() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        once: u8,
        perhaps: Option<String>,
        many: Vec<i32>,
        #[soap(min_occurs = 1, max_occurs = 3)]
        few: Vec<bool>,
        #[soap(default)]
        defaulted: f32,
        #[soap(default_text = "kg")]
        unit: String,
        #[soap(default_text = "kg", empty_is_default)]
        of_empty: String,
        #[soap(attribute)]
        id: u64,
        #[soap(attribute)]
        note: Option<String>,
        #[soap(attribute, default_text = "x")]
        letter: char,
    }
    assert_schema::<Call>(
        r#"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Once" type="xs:unsignedByte"/>
              <xs:element name="Perhaps" type="xs:string" minOccurs="0"/>
              <xs:element name="Many" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="Few" type="xs:boolean" maxOccurs="3"/>
              <xs:element name="Defaulted" type="xs:float" minOccurs="0"/>
              <xs:element name="Unit" type="xs:string" minOccurs="0"/>
              <xs:element name="OfEmpty" type="xs:string" default="kg" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="Id" type="xs:unsignedLong" use="required"/>
            <xs:attribute name="Note" type="xs:string"/>
            <xs:attribute name="Letter" type="xs:string" default="x"/>
          </xs:complexType>
        </xs:element>
        "#,
    );
    let call = Call {
        once: 1,
        perhaps: None,
        many: vec![-1, 2],
        few: vec![true],
        defaulted: 0.5,
        unit: "t".into(),
        of_empty: "t".into(),
        id: 7,
        note: Some("a".into()),
        letter: 'y',
    };
    keep("occurrence", &[call]);
}

#[test]
fn defaults_of_empty_elements() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Load {
        #[soap(empty_text = "kg")]
        unit: Vec<String>,
        #[soap(empty_text = "7")]
        count: Option<Nillable<u8>>,
        #[soap(empty_text = "9.50")]
        price: Option<Price>,
        #[soap(empty_text = "none")]
        remark: Option<Remark>,
    }
    #[derive(SoapType)]
    struct Price {
        #[soap(attribute)]
        currency: Option<String>,
        #[soap(flatten)]
        amount: Amount,
    }
    #[derive(SoapType)]
    struct Amount {
        #[soap(text)]
        text: String,
    }
    #[derive(SoapType)]
    #[soap(mixed)]
    struct Remark {
        #[soap(text)]
        text: String,
        mark: Option<u8>,
    }
    assert_schema::<Load>(
        r#"
        <xs:element name="Load">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Unit" type="xs:string" default="kg" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="Count" type="xs:unsignedByte" nillable="true" default="7" minOccurs="0"/>
              <xs:element name="Price" type="tns:Price" default="9.50" minOccurs="0"/>
              <xs:element name="Remark" type="tns:Remark" default="none" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Price">
          <xs:simpleContent>
            <xs:extension base="xs:string">
              <xs:attribute name="Currency" type="xs:string"/>
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
        <xs:complexType name="Remark" mixed="true">
          <xs:sequence>
            <xs:element name="Mark" type="xs:unsignedByte" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
        "#,
    );
    let price = |text: &str, currency: Option<&str>| Price {
        currency: currency.map(str::to_owned),
        amount: Amount { text: text.into() },
    };
    let remark = |text: &str, mark| Remark {
        text: text.into(),
        mark,
    };
    let full = Load {
        unit: vec!["t".into(), String::new()],
        count: Some(Nillable::Value(8)),
        price: Some(price("1.00", Some("EUR"))),
        remark: Some(remark("see", Some(7))),
    };
    let empty = Load {
        unit: vec![String::new()],
        count: Some(Nillable::nil()),
        price: Some(price("", None)),
        remark: Some(remark("", None)),
    };
    keep("defaults_of_empty_elements", &[full, empty]);
}

#[test]
fn simple_types() {
    #[derive(SoapType)]
    struct Id(String);
    #[derive(SoapType)]
    enum State {
        Idle,
        #[soap(rename = "in call")]
        InCall,
    }
    #[derive(SoapType)]
    #[soap(schema_type = "decimal")]
    enum Step {
        #[soap(rename = "0.5")]
        Half,
    }
    #[derive(SoapType)]
    enum Open {
        Known,
        #[soap(other)]
        Other(String),
    }
    #[derive(SoapType)]
    #[soap(union)]
    enum Size {
        Number(u32),
        State(State),
    }
    #[derive(SoapType)]
    #[soap(list)]
    struct Sizes(Vec<Size>);
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        id: Id,
        state: State,
        step: Step,
        open: Open,
        sizes: Sizes,
        #[soap(attribute, list)]
        numbers: Vec<u16>,
        #[soap(base64)]
        data: Vec<u8>,
        #[soap(hex)]
        digest: [u8; 2],
        #[soap(schema_type = "decimal")]
        amount: String,
        at: xml::DateTime,
        chrono: Option<chrono::NaiveDate>,
        decimal: rust_decimal::Decimal,
        time: Option<time::Time>,
        url: Option<url::Url>,
        uuid: Option<uuid::Uuid>,
        name: Option<xml::QName>,
        nothing: (),
    }
    assert_schema::<Call>(
        r#"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Id" type="tns:Id"/>
              <xs:element name="State" type="tns:State"/>
              <xs:element name="Step" type="tns:Step"/>
              <xs:element name="Open" type="tns:Open"/>
              <xs:element name="Sizes" type="tns:Sizes"/>
              <xs:element name="Data" type="xs:base64Binary"/>
              <xs:element name="Digest" type="xs:hexBinary"/>
              <xs:element name="Amount" type="xs:decimal"/>
              <xs:element name="At" type="xs:dateTime"/>
              <xs:element name="Chrono" type="xs:date" minOccurs="0"/>
              <xs:element name="Decimal" type="xs:decimal"/>
              <xs:element name="Time" type="xs:time" minOccurs="0"/>
              <xs:element name="Url" type="xs:anyURI" minOccurs="0"/>
              <xs:element name="Uuid" type="xs:string" minOccurs="0"/>
              <xs:element name="Name" type="xs:QName" minOccurs="0"/>
              <xs:element name="Nothing">
                <xs:complexType/>
              </xs:element>
            </xs:sequence>
            <xs:attribute name="Numbers" use="required">
              <xs:simpleType>
                <xs:list itemType="xs:unsignedShort"/>
              </xs:simpleType>
            </xs:attribute>
          </xs:complexType>
        </xs:element>
        <xs:simpleType name="Id">
          <xs:restriction base="xs:string"/>
        </xs:simpleType>
        <xs:simpleType name="State">
          <xs:restriction base="xs:string">
            <xs:enumeration value="Idle"/>
            <xs:enumeration value="in call"/>
          </xs:restriction>
        </xs:simpleType>
        <xs:simpleType name="Step">
          <xs:restriction base="xs:decimal">
            <xs:enumeration value="0.5"/>
          </xs:restriction>
        </xs:simpleType>
        <xs:simpleType name="Open">
          <xs:union memberTypes="xs:string">
            <xs:simpleType>
              <xs:restriction base="xs:string">
                <xs:enumeration value="Known"/>
              </xs:restriction>
            </xs:simpleType>
          </xs:union>
        </xs:simpleType>
        <xs:simpleType name="Sizes">
          <xs:list itemType="tns:Size"/>
        </xs:simpleType>
        <xs:simpleType name="Size">
          <xs:union memberTypes="xs:unsignedInt tns:State"/>
        </xs:simpleType>
        "#,
    );
    let call = Call {
        id: Id("a".into()),
        state: State::InCall,
        step: Step::Half,
        open: Open::Other("x".into()),
        sizes: Sizes(vec![Size::Number(1), Size::State(State::Idle)]),
        numbers: vec![1, 2],
        data: vec![1],
        digest: [1, 255],
        amount: "1.50".into(),
        at: "2026-11-29T12:00:00Z".parse().unwrap(),
        chrono: chrono::NaiveDate::from_ymd_opt(2026, 11, 29),
        decimal: rust_decimal::Decimal::new(15, 1),
        time: None,
        url: url::Url::parse("urn:x").ok(),
        uuid: Some(uuid::Uuid::nil()),
        name: Some(xml::QName::new("urn:q", "n")),
        nothing: (),
    };
    let known = Open::Known;
    assert_eq!(xml::to_string(&known).unwrap(), "<Open>Known</Open>");
    keep("simple_types", &[call]);
}

#[test]
fn structs_in_structs() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Tree {
        #[soap(attribute)]
        name: String,
        left: Option<Box<Tree>>,
        leaves: Vec<Leaf>,
        only: Text,
    }
    #[derive(SoapType)]
    struct Leaf {
        #[soap(text)]
        value: u8,
        #[soap(attribute)]
        color: Option<String>,
    }
    #[derive(SoapType)]
    struct Text {
        #[soap(text)]
        value: i16,
    }
    assert_schema::<Tree>(
        r#"
        <xs:element name="Tree" type="tns:Tree"/>
        <xs:complexType name="Tree">
          <xs:sequence>
            <xs:element name="Left" type="tns:Tree" minOccurs="0"/>
            <xs:element name="Leaves" type="tns:Leaf" minOccurs="0" maxOccurs="unbounded"/>
            <xs:element name="Only" type="xs:short"/>
          </xs:sequence>
          <xs:attribute name="Name" type="xs:string" use="required"/>
        </xs:complexType>
        <xs:complexType name="Leaf">
          <xs:simpleContent>
            <xs:extension base="xs:unsignedByte">
              <xs:attribute name="Color" type="xs:string"/>
            </xs:extension>
          </xs:simpleContent>
        </xs:complexType>
        "#,
    );
    let leaf = |left| Tree {
        name: "t".into(),
        left,
        leaves: vec![Leaf {
            value: 1,
            color: None,
        }],
        only: Text { value: -1 },
    };
    keep("structs_in_structs", &[leaf(Some(Box::new(leaf(None))))]);
}

#[test]
fn choices() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        #[soap(flatten)]
        by: By,
        #[soap(flatten)]
        also: Vec<Step>,
        with: Perhaps,
        #[soap(flatten)]
        tail: Option<Tail>,
    }
    #[derive(SoapType)]
    enum By {
        Phone(String),
        #[soap(flatten)]
        Name(FullName),
    }
    #[derive(SoapType)]
    struct FullName {
        first: String,
        last: String,
    }
    #[derive(SoapType)]
    enum Step {
        Up(u8),
        Down(u8),
    }
    #[derive(SoapType)]
    enum Perhaps {
        Some(u8),
        #[soap(default)]
        Nothing,
    }
    #[derive(SoapType)]
    struct Tail {
        x: u8,
        y: Option<u8>,
        #[soap(attribute)]
        z: u8,
    }
    assert_schema::<Call>(
        r#"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:choice>
                <xs:element name="Phone" type="xs:string"/>
                <xs:sequence>
                  <xs:element name="First" type="xs:string"/>
                  <xs:element name="Last" type="xs:string"/>
                </xs:sequence>
              </xs:choice>
              <xs:choice minOccurs="0" maxOccurs="unbounded">
                <xs:element name="Up" type="xs:unsignedByte"/>
                <xs:element name="Down" type="xs:unsignedByte"/>
              </xs:choice>
              <xs:element name="With" type="tns:Perhaps"/>
              <xs:sequence minOccurs="0">
                <xs:element name="X" type="xs:unsignedByte"/>
                <xs:element name="Y" type="xs:unsignedByte" minOccurs="0"/>
              </xs:sequence>
            </xs:sequence>
            <xs:attribute name="Z" type="xs:unsignedByte"/>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Perhaps">
          <xs:choice minOccurs="0">
            <xs:element name="Some" type="xs:unsignedByte"/>
          </xs:choice>
        </xs:complexType>
        "#,
    );
    let by_name = Call {
        by: By::Name(FullName {
            first: "A".into(),
            last: "B".into(),
        }),
        also: vec![Step::Up(1), Step::Down(2)],
        with: Perhaps::Nothing,
        tail: Some(Tail {
            x: 1,
            y: None,
            z: 2,
        }),
    };
    let by_phone = Call {
        by: By::Phone("1".into()),
        also: vec![],
        with: Perhaps::Some(1),
        tail: None,
    };
    keep("choices", &[by_name, by_phone]);
}

#[test]
fn wrappers_and_nil() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        #[soap(wrapper = "Numbers", rename = "Number")]
        numbers: Vec<u8>,
        #[soap(wrapper = "Steps", flatten)]
        steps: Option<Vec<Step>>,
        #[soap(wrapper = "Nils", rename = "Nil", nillable, min_occurs = 1)]
        nils: Vec<Option<u8>>,
        #[soap(nillable)]
        ended: Option<u8>,
        either: Option<Nillable<Pair>>,
        #[soap(nillable)]
        list: Vec<Option<u8>>,
    }
    #[derive(SoapType)]
    enum Step {
        Up(u8),
        Down(u8),
    }
    #[derive(SoapType)]
    struct Pair {
        a: u8,
    }
    assert_schema::<Call>(
        r#"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Numbers">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Number" type="xs:unsignedByte" minOccurs="0" maxOccurs="unbounded"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
              <xs:element name="Steps" minOccurs="0">
                <xs:complexType>
                  <xs:choice minOccurs="0" maxOccurs="unbounded">
                    <xs:element name="Up" type="xs:unsignedByte"/>
                    <xs:element name="Down" type="xs:unsignedByte"/>
                  </xs:choice>
                </xs:complexType>
              </xs:element>
              <xs:element name="Nils">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Nil" type="xs:unsignedByte" nillable="true" maxOccurs="unbounded"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
              <xs:element name="Ended" type="xs:unsignedByte" nillable="true"/>
              <xs:element name="Either" type="tns:Pair" nillable="true" minOccurs="0"/>
              <xs:element name="List" type="xs:unsignedByte" nillable="true" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Pair">
          <xs:sequence>
            <xs:element name="A" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        "#,
    );
    let full = Call {
        numbers: vec![1, 2],
        steps: Some(vec![Step::Up(1), Step::Down(1)]),
        nils: vec![Some(1), None],
        ended: None,
        either: Some(Nillable::nil()),
        list: vec![None, Some(1)],
    };
    let bare = Call {
        numbers: vec![],
        steps: None,
        nils: vec![None],
        ended: Some(1),
        either: Some(Pair { a: 1 }.into()),
        list: vec![],
    };
    keep("wrappers_and_nil", &[full, bare]);
}

#[test]
fn nil_items_in_wrappers() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        #[soap(wrapper = "Names", rename = "Name")]
        names: Vec<Nillable<String>>,
        #[soap(wrapper = "Sheets", rename = "Sheet", base64)]
        sheets: Option<Nillable<Vec<Nillable<Vec<u8>>>>>,
    }
    assert_schema::<Call>(
        r#"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Names">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Name" type="xs:string" nillable="true" minOccurs="0" maxOccurs="unbounded"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
              <xs:element name="Sheets" nillable="true" minOccurs="0">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="Sheet" type="xs:base64Binary" nillable="true" minOccurs="0" maxOccurs="unbounded"/>
                  </xs:sequence>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        "#,
    );
    let full = Call {
        names: vec![Nillable::nil(), "a".to_owned().into()],
        sheets: Some(vec![Nillable::nil(), vec![1].into()].into()),
    };
    let bare = Call {
        names: vec![],
        sheets: Some(Nillable::nil()),
    };
    keep("nil_items_in_wrappers", &[full, bare]);
}

#[test]
fn namespaces() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        own: u8,
        #[soap(unqualified)]
        loose: Loose,
        #[soap(namespace = "urn:b", prefix = "b")]
        foreign: Inner,
        typed: OfB,
        #[soap(attribute, namespace = "urn:b", prefix = "b")]
        mark: Option<u8>,
        #[soap(attribute, namespace = "http://www.w3.org/XML/1998/namespace")]
        #[soap(rename = "lang")]
        language: Option<String>,
    }
    #[derive(SoapType)]
    struct Loose {
        x: u8,
    }
    #[derive(SoapType)]
    struct Inner {
        y: u8,
    }
    #[derive(SoapType)]
    #[soap(namespace = "urn:b", prefix = "b")]
    struct OfB {
        z: u8,
    }
    assert_schema::<Call>(
        r#"
        <xs:import namespace="urn:b" schemaLocation="schema2.xsd"/>
        <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="schema3.xsd"/>
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Own" type="xs:unsignedByte"/>
              <xs:element name="Loose" form="unqualified" type="tns:Loose"/>
              <xs:element ref="ns1:Foreign"/>
              <xs:element name="Typed" type="ns1:OfB"/>
            </xs:sequence>
            <xs:attribute ref="ns1:Mark"/>
            <xs:attribute ref="xml:lang"/>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Loose">
          <xs:sequence>
            <xs:element name="X" form="unqualified" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        <xs:element name="Foreign" type="tns:Inner"/>
        <xs:attribute name="Mark" type="xs:unsignedByte"/>
        <xs:complexType name="Inner">
          <xs:sequence>
            <xs:element name="Y" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        <xs:complexType name="OfB">
          <xs:sequence>
            <xs:element name="Z" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        <xs:attribute name="lang" type="xs:string"/>
        "#,
    );
    let call = Call {
        own: 1,
        loose: Loose { x: 1 },
        foreign: Inner { y: 1 },
        typed: OfB { z: 1 },
        mark: Some(1),
        language: Some("en".into()),
    };
    keep("namespaces", &[call]);
}

#[test]
fn xsi_types() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Drawing {
        shapes: Vec<Shape>,
        animal: Animal,
    }
    #[derive(SoapType)]
    #[soap(xsi_type)]
    enum Shape {
        #[soap(default)]
        Plain(Plain),
        Circle(Circle),
        #[soap(rename = "Box")]
        Rectangle(Rectangle),
    }
    #[derive(SoapType)]
    struct Plain {
        x: u8,
        #[soap(attribute)]
        color: String,
    }
    #[derive(SoapType)]
    struct Circle {
        #[soap(attribute)]
        color: String,
        x: u8,
        radius: u8,
    }
    #[derive(SoapType)]
    struct Rectangle {
        x: u8,
        #[soap(attribute)]
        color: String,
        #[soap(attribute)]
        height: u8,
    }
    #[derive(SoapType)]
    #[soap(xsi_type)]
    enum Animal {
        Cat(Cat),
        Dog(Dog),
    }
    #[derive(SoapType)]
    struct Cat {
        lives: u8,
    }
    #[derive(SoapType)]
    struct Dog {}
    assert_schema::<Drawing>(
        r#"
        <xs:element name="Drawing">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Shapes" type="tns:Plain" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="Animal" type="tns:Animal"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Plain">
          <xs:sequence>
            <xs:element name="X" type="xs:unsignedByte"/>
          </xs:sequence>
          <xs:attribute name="Color" type="xs:string" use="required"/>
        </xs:complexType>
        <xs:complexType name="Circle">
          <xs:complexContent>
            <xs:extension base="tns:Plain">
              <xs:sequence>
                <xs:element name="Radius" type="xs:unsignedByte"/>
              </xs:sequence>
            </xs:extension>
          </xs:complexContent>
        </xs:complexType>
        <xs:complexType name="Box">
          <xs:complexContent>
            <xs:extension base="tns:Plain">
              <xs:attribute name="Height" type="xs:unsignedByte" use="required"/>
            </xs:extension>
          </xs:complexContent>
        </xs:complexType>
        <xs:complexType name="Cat">
          <xs:complexContent>
            <xs:extension base="tns:Animal">
              <xs:sequence>
                <xs:element name="Lives" type="xs:unsignedByte"/>
              </xs:sequence>
            </xs:extension>
          </xs:complexContent>
        </xs:complexType>
        <xs:complexType name="Animal" abstract="true"/>
        <xs:complexType name="Dog">
          <xs:complexContent>
            <xs:extension base="tns:Animal"/>
          </xs:complexContent>
        </xs:complexType>
        "#,
    );
    let color = || "red".to_owned();
    let shapes = vec![
        Shape::Plain(Plain {
            x: 1,
            color: color(),
        }),
        Shape::Circle(Circle {
            color: color(),
            x: 1,
            radius: 2,
        }),
        Shape::Rectangle(Rectangle {
            x: 1,
            color: color(),
            height: 1,
        }),
    ];
    let cat = Drawing {
        shapes,
        animal: Animal::Cat(Cat { lives: 7 }),
    };
    let dog = Drawing {
        shapes: vec![],
        animal: Animal::Dog(Dog {}),
    };
    keep("xsi_types", &[cat, dog]);
}

#[test]
fn what_no_type_describes() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        first: Option<u8>,
        tree: xml::Element,
        #[soap(any, namespace = "urn:x")]
        of_x: Vec<xml::Element>,
        #[soap(any)]
        rest: Vec<xml::Element>,
        #[soap(any_attribute)]
        attributes: Vec<xml::Attribute>,
    }
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a", mixed)]
    struct Mixed {
        #[soap(text)]
        text: String,
        b: Vec<u16>,
    }
    assert_schema::<Call>(
        r###"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="First" type="xs:unsignedByte" minOccurs="0"/>
              <xs:element name="Tree" type="xs:anyType" nillable="true"/>
              <xs:any namespace="urn:x" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
              <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
            <xs:anyAttribute namespace="##any" processContents="lax"/>
          </xs:complexType>
        </xs:element>
        "###,
    );
    assert_schema::<Mixed>(
        r#"
        <xs:element name="Mixed">
          <xs:complexType mixed="true">
            <xs:sequence>
              <xs:element name="B" type="xs:unsignedShort" minOccurs="0" maxOccurs="unbounded"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        "#,
    );
    let mixed = Mixed {
        text: "a".into(),
        b: vec![1],
    };
    keep("mixed", &[mixed]);
}

#[test]
fn inner_and_messages() {
    #[derive(SoapMessage)]
    #[soap(namespace = "urn:a", prefix = "a", inner = "Result")]
    struct Answer {
        #[soap(attribute)]
        id: u8,
        state: u8,
    }
    #[derive(SoapMessage)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Wrapped(Pair);
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Pair {
        a: u8,
    }
    #[derive(SoapMessage)]
    #[soap(namespace = "")]
    struct Bare {
        pair: Pair,
    }
    assert_schema::<Answer>(
        r#"
        <xs:element name="Answer">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Result">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="State" type="xs:unsignedByte"/>
                  </xs:sequence>
                  <xs:attribute name="Id" type="xs:unsignedByte" use="required"/>
                </xs:complexType>
              </xs:element>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        "#,
    );
    assert_schema::<Wrapped>(
        r#"
        <xs:element name="Wrapped" type="tns:Pair"/>
        <xs:complexType name="Pair">
          <xs:sequence>
            <xs:element name="A" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        "#,
    );
    assert_schema::<Bare>(
        r#"
        <xs:import namespace="urn:a" schemaLocation="schema2.xsd"/>
        <xs:element name="Bare">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="Pair" type="ns1:Pair"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Pair">
          <xs:sequence>
            <xs:element name="A" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        "#,
    );
    keep("inner", &[Answer { id: 1, state: 2 }]);
    keep("wrapped", &[Wrapped(Pair { a: 1 })]);
    keep(
        "bare",
        &[Bare {
            pair: Pair { a: 1 },
        }],
    );
}

#[test]
fn types_of_one_name() {
    mod other {
        #[derive(um_messages::SoapType)]
        pub(super) struct Item {
            pub(super) b: u8,
        }
    }
    #[derive(SoapType)]
    struct Item {
        a: u8,
    }
    #[derive(SoapType)]
    struct Page<T> {
        of: T,
    }
    #[derive(SoapType)]
    #[soap(namespace = "urn:a", prefix = "a")]
    struct Call {
        first: Item,
        second: other::Item,
        third: Page<Item>,
        fourth: Page<u8>,
    }
    assert_schema::<Call>(
        r#"
        <xs:element name="Call">
          <xs:complexType>
            <xs:sequence>
              <xs:element name="First" type="tns:Item"/>
              <xs:element name="Second" type="tns:Item2"/>
              <xs:element name="Third" type="tns:Page"/>
              <xs:element name="Fourth" type="tns:Page2"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
        <xs:complexType name="Item">
          <xs:sequence>
            <xs:element name="A" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        <xs:complexType name="Item2">
          <xs:sequence>
            <xs:element name="B" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        <xs:complexType name="Page">
          <xs:sequence>
            <xs:element name="Of" type="tns:Item"/>
          </xs:sequence>
        </xs:complexType>
        <xs:complexType name="Page2">
          <xs:sequence>
            <xs:element name="Of" type="xs:unsignedByte"/>
          </xs:sequence>
        </xs:complexType>
        "#,
    );
    let call = Call {
        first: Item { a: 1 },
        second: other::Item { b: 1 },
        third: Page { of: Item { a: 1 } },
        fourth: Page { of: 1 },
    };
    keep("types_of_one_name", &[call]);
}
