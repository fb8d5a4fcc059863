//! Namespaces in XML: names go by namespace, and never by prefix.

use um_messages::ErrorKind;
use um_messages::xml::{self, Element};
use um_tests::documents::V1_1;
use um_tests::loan::{Loan, body, loan, read, read_with, write};
use um_tests::roundtrip::assert_unwritable;
use um_tests::sources::both_messages;

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn other_prefixes_are_the_same_message() {
    let expected = loan("Emma");
    for content in [
        "<Loan xmlns='urn:library'><Title>Emma</Title></Loan>",
        "<l:Loan xmlns:l='urn:library'><l:Title>Emma</l:Title></l:Loan>",
        "<s:Loan xmlns:s='urn:library'><m:Title xmlns:m='urn:library'>Emma</m:Title></s:Loan>",
        "<soap:Loan xmlns:soap='urn:library'><Title xmlns='urn:library'>Emma</Title></soap:Loan>",
        "<q:Loan xmlns:q='urn:library' xmlns='urn:other'><q:Title>Emma</q:Title></q:Loan>",
    ] {
        assert_eq!(read(content).unwrap(), expected, "{content}");
    }
    let default = format!(
        "<Envelope xmlns='{V1_1}'><Body><Loan xmlns='urn:library'><Title>Emma</Title></Loan></Body></Envelope>"
    );
    assert_eq!(both_messages::<Loan>(&default).unwrap(), expected);
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_wrong_namespace_is_refused_and_named() {
    let message = read("<Loan xmlns='urn:other'><Title>Emma</Title></Loan>").unwrap_err();
    assert!(matches!(message.kind(), ErrorKind::WrongMessage { .. }));
    assert!(
        message
            .to_string()
            .contains("element `Loan` has namespace `urn:other` instead of `urn:library`"),
        "{message}"
    );
    let envelope =
        body("<Loan xmlns='urn:library'><Title>Emma</Title></Loan>").replace(V1_1, "urn:other");
    let envelope = both_messages::<Loan>(&envelope).unwrap_err();
    assert!(matches!(envelope.kind(), ErrorKind::VersionMismatch(uri) if uri == "urn:other"));
    for leaf in [
        "<Title xmlns='urn:other'>Emma</Title>",
        "<Title xmlns=''>Emma</Title>",
    ] {
        let leaf = read(&format!("<Loan xmlns='urn:library'>{leaf}</Loan>")).unwrap_err();
        assert!(
            matches!(leaf.kind(), ErrorKind::MissingElement(name) if name == "Title"),
            "{leaf}"
        );
    }
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_foreign_namesake_beside_ours_is_skipped() {
    let content = "<Title xmlns='urn:other'>no</Title><Note xmlns='urn:other'><x/></Note><Title xmlns=''>no</Title>";
    assert_eq!(read_with(content).unwrap(), loan("Emma"));
    let before = "<l:Loan xmlns:l='urn:library'><Title>no</Title><l:Title>Emma</l:Title></l:Loan>";
    assert_eq!(read(before).unwrap(), loan("Emma"));
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn two_attributes_of_one_local_name_are_two() {
    let content =
        "<Loan xmlns='urn:library' xmlns:x='urn:q' Id='7' x:Id='eight'><Title>Emma</Title></Loan>";
    let read = read(content).unwrap();
    assert_eq!(
        (read.id, read.foreign_id.as_deref()),
        (Some(7), Some("eight"))
    );
    assert!(write(&read).contains(" Id=\"7\" q:Id=\"eight\""));
}

/// An element in the XML namespace has the prefix `xml`, for the namespace must not be declared (NS 3).
/// It was broken once.
#[test]
fn an_element_in_the_xml_namespace_needs_its_prefix() {
    assert_unwritable(Element::new(xml::XML_NAMESPACE, "a").to_xml());
    let inside = Element::new("", "a").with_child(Element::new(xml::XML_NAMESPACE, "b"));
    assert_unwritable(inside.to_xml());
    let prefixed = Element::new(xml::XML_NAMESPACE, "a").with_prefix("xml");
    assert_eq!(prefixed.to_xml().unwrap(), "<xml:a/>");
}
