//! The key `unqualified`, and the form defaults of schemas.

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{refused, same};

use crate::types::{Inheriting, inheriting};

/// The type of an unqualified field: what is in it inherits no namespace, or has its own again.
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Unqualifying {
    #[soap(unqualified)]
    part: Inheriting,
    #[soap(unqualified)]
    home: Returning,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Returning {
    item: u8,
}

#[test]
fn below_an_unqualified_element() {
    same(
        &Unqualifying {
            part: inheriting("x"),
            home: Returning { item: 1 },
        },
        concat!(
            r#"<Unqualifying xmlns="urn:a"><Part xmlns=""><State>x</State></Part>"#,
            r#"<Home xmlns=""><Item xmlns="urn:a">1</Item></Home></Unqualifying>"#,
        ),
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct UnqualifiedUnderPrefix {
    #[soap(unqualified)]
    part: u8,
}

#[test]
fn unqualified_under_a_prefix_needs_no_declaration() {
    same(
        &UnqualifiedUnderPrefix { part: 1 },
        r#"<a:UnqualifiedUnderPrefix xmlns:a="urn:a"><Part>1</Part></a:UnqualifiedUnderPrefix>"#,
    );
}

// elementFormDefault and attributeFormDefault, in all four combinations:
// <xs:complexType name="…"> <xs:sequence> <xs:element name="Item"/> <xs:element ref="Global"/> </xs:sequence>
//   <xs:attribute name="Id"/> <xs:attribute ref="Everywhere"/> </xs:complexType>
// What is global, and referred to, is qualified in any case.

macro_rules! forms {
    ($($name:ident { $(#[$element:meta])* item, $(#[$attribute:meta])* id })*) => {
        $(
            #[derive(Debug, PartialEq, SoapType)]
            #[soap(namespace = "urn:f", prefix = "f")]
            struct $name {
                $(#[$element])*
                item: u8,
                global: u8,
                $(#[$attribute])*
                id: u8,
                #[soap(attribute, namespace = "urn:f", prefix = "f")]
                everywhere: u8,
            }
        )*
    };
}

forms! {
    Qualified { item, #[soap(attribute, namespace = "urn:f", prefix = "f")] id }
    QualifiedElements { item, #[soap(attribute)] id }
    QualifiedAttributes { #[soap(unqualified)] item, #[soap(attribute, namespace = "urn:f", prefix = "f")] id }
    Unqualified { #[soap(unqualified)] item, #[soap(attribute)] id }
}

#[test]
fn form_defaults_in_all_combinations() {
    macro_rules! check {
        ($name:ident, $element:literal, $attribute:literal) => {
            let value = $name {
                item: 1,
                global: 2,
                id: 3,
                everywhere: 4,
            };
            let (name, element, attribute) = (stringify!($name), $element, $attribute);
            same(
                &value,
                &format!(
                    "<f:{name} xmlns:f=\"urn:f\" {attribute}=\"3\" f:Everywhere=\"4\">\
                     <{element}>1</{element}><f:Global>2</f:Global></f:{name}>"
                ),
            );
        };
    }
    check!(Qualified, "f:Item", "f:Id");
    check!(QualifiedElements, "f:Item", "Id");
    check!(QualifiedAttributes, "Item", "f:Id");
    check!(Unqualified, "Item", "Id");
    let error = refused::<Unqualified>(
        "<Unqualified xmlns='urn:f' xmlns:f='urn:f' Id='3' f:Everywhere='4'><Item>1</Item><Global>2</Global></Unqualified>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Item"));
}
