//! The key `attribute`.

use um_messages::xml::{self, QName};
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{refused, same};
use um_tests::sources::both_as;

use crate::prefix::NO_NAMESPACE;
use crate::types::RenamedKind;
use crate::values::paint_error;

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct AttributeHomes {
    #[soap(attribute)]
    plain: u8,
    #[soap(attribute, namespace = "urn:a")]
    same: u8,
    #[soap(attribute, namespace = "urn:b")]
    other: u8,
    #[soap(attribute, namespace = "urn:c", prefix = "c")]
    prefixed: u8,
    #[soap(
        attribute,
        namespace = "http://www.w3.org/XML/1998/namespace",
        rename = "lang"
    )]
    language: String,
}

#[test]
fn attributes_are_unqualified_unless_they_say_otherwise() {
    same(
        &AttributeHomes {
            plain: 1,
            same: 2,
            other: 3,
            prefixed: 4,
            language: "de".into(),
        },
        concat!(
            r#"<AttributeHomes xmlns="urn:a" xmlns:c="urn:c" xmlns:ns1="urn:a" xmlns:ns2="urn:b""#,
            r#" Plain="1" ns1:Same="2" ns2:Other="3" c:Prefixed="4" xml:lang="de"/>"#,
        ),
    );
    // A default namespace is none for attributes.
    let error = refused::<AttributeHomes>(
        "<AttributeHomes xmlns='urn:a' xmlns:b='urn:b' xmlns:c='urn:c' Plain='1' Same='2' \
         b:Other='3' c:Prefixed='4' xml:lang='de'/>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Same"));
}

#[derive(Debug, PartialEq, SoapType)]
struct Attributes {
    #[soap(attribute)]
    text: String,
    #[soap(attribute)]
    maybe: Option<String>,
    #[soap(attribute)]
    number: i64,
    #[soap(attribute)]
    flag: bool,
    #[soap(attribute)]
    kind: RenamedKind,
    #[soap(attribute)]
    name: Option<QName>,
    #[soap(attribute)]
    boxed: Option<Box<u8>>,
}

fn attributes() -> Attributes {
    Attributes {
        text: String::new(),
        maybe: None,
        number: -1,
        flag: true,
        kind: RenamedKind::Second,
        name: None,
        boxed: None,
    }
}

#[test]
fn attribute_of_every_simple_type() {
    same(
        &attributes(),
        r#"<Attributes Text="" Number="-1" Flag="true" Kind="Second"/>"#,
    );
    same(
        &Attributes {
            text: "\"<&>'\t\r\n ]]>".into(),
            maybe: Some(String::new()),
            name: Some(QName::new("urn:x", "Red")),
            boxed: Some(Box::new(9)),
            ..attributes()
        },
        concat!(
            r#"<Attributes xmlns:ns1="urn:x" Text="&quot;&lt;&amp;&gt;'&#x9;&#xD;&#xA; ]]&gt;" Maybe="""#,
            r#" Number="-1" Flag="true" Kind="Second" Name="ns1:Red" Boxed="9"/>"#,
        ),
    );
    let error = refused::<Attributes>("<Attributes Number='-1' Flag='1' Kind='Second'/>");
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Text"));
}

#[test]
fn a_stray_attribute_twice() {
    insta::assert_snapshot!(paint_error(" Layers=\"3\"\nLayers=\"3\"", ""), @r#"
Syntax Some("Envelope/Body") Some((4, 1))
not well-formed XML: the attribute `Layers` stands twice, in `Envelope/Body`, line 4, column 1
"#);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Unqualified {
    #[soap(attribute, namespace = "")]
    literal: String,
    #[soap(attribute, namespace = NO_NAMESPACE)]
    constant: String,
}

/// An attribute whose namespace is empty has no prefix.
/// It was broken once.
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
