//! The key `prefix`.

use um_messages::soap::Fault;
use um_messages::xml::{self, QName};
use um_messages::{SoapMessage, SoapType};
use um_tests::roundtrip::{assert_unwritable, reads, same};
use um_tests::sources::both_as;

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Prefixed {
    #[soap(attribute)]
    id: u8,
    item: u8,
}

#[test]
fn prefix_of_a_type() {
    same(
        &Prefixed { id: 1, item: 2 },
        r#"<m:Prefixed xmlns:m="urn:m" Id="1"><m:Item>2</m:Item></m:Prefixed>"#,
    );
    // Never compared.
    reads(
        "<Prefixed xmlns='urn:m' Id='1'><q:Item xmlns:q='urn:m'>2</q:Item></Prefixed>",
        &Prefixed { id: 1, item: 2 },
    );
}

pub(crate) const NO_NAMESPACE: &str = "";

#[derive(Debug, PartialEq, SoapType)]
struct PrefixedElement {
    #[soap(namespace = NO_NAMESPACE, prefix = "p")]
    element: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = NO_NAMESPACE, prefix = "p")]
struct PrefixedType {
    element: String,
}

/// A prefix cannot stand for no namespace (NS 5), which a constant shows only when it is written.
/// It was broken once.
#[test]
fn a_prefix_of_no_namespace_is_not_written() {
    let element = "x".to_owned();
    assert_unwritable(xml::to_string(&PrefixedType {
        element: element.clone(),
    }));
    assert_unwritable(xml::to_string(&PrefixedElement { element }));
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Named {
    name: QName,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct NamedByAttribute {
    #[soap(attribute)]
    name: QName,
}

/// No prefix but `xmlns` is bound to its namespace, and none can be (NS 3).
/// It was broken once.
#[test]
fn a_name_in_the_namespace_of_declarations_is_not_written() {
    let name = QName::new("http://www.w3.org/2000/xmlns/", "x");
    assert_unwritable(xml::to_string(&Named { name: name.clone() }));
    assert_unwritable(xml::to_string(&NamedByAttribute { name: name.clone() }));
    assert_unwritable(Fault::new(name, "no").to_envelope());
    let name = QName::new(xml::XML_NAMESPACE, "lang");
    let written = xml::to_string(&Named { name: name.clone() }).unwrap();
    assert_eq!(both_as::<Named>(&written).unwrap(), Named { name });
}
