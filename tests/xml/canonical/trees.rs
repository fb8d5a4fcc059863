//! The forms of elements that no text holds any more.

use um_messages::SoapType;
use um_messages::xml::{self, Element, canonical::Canonicalization};

use super::{exclusive, inclusive};

#[test]
fn an_element_that_was_read() {
    let xml = "<p:a xmlns:p='urn:p' xmlns:q='urn:q' q:x='1' b = '2'>&#60;<![CDATA[>]]><c xmlns='urn:c'/><!-- 1 --></p:a>";
    let element: Element = xml.parse().unwrap();
    for canonicalization in [exclusive(), inclusive()] {
        assert_eq!(
            canonicalization.canonicalize_element(&element).unwrap(),
            canonicalization.canonicalize(xml).unwrap()
        );
    }
}

/// What a field keeps has the form that it has where it stood.
#[test]
fn an_element_that_a_field_has_kept() {
    #[derive(SoapType)]
    struct Outer {
        #[soap(any)]
        any: Vec<Element>,
    }
    let xml = "<Outer xmlns:p='urn:p'><p:b x='1'><p:c/></p:b></Outer>";
    let outer: Outer = xml::from_str(xml).unwrap();
    assert_eq!(
        exclusive().canonicalize_element(&outer.any[0]).unwrap(),
        r#"<p:b xmlns:p="urn:p" x="1"><p:c></p:c></p:b>"#
    );
}

#[test]
fn an_element_that_was_built() {
    let element = Element::new("urn:a", "A")
        .with_attribute("urn:b", "B", "\"\r\n")
        .with_text("&");
    let form = exclusive().canonicalize_element(&element).unwrap();
    let again: Element = form.parse().unwrap();
    assert_eq!(again, element);
}

#[test]
fn algorithms() {
    for canonicalization in [exclusive(), inclusive(), Canonicalization::inclusive_1_1()] {
        for has_comments in [false, true] {
            let canonicalization = canonicalization.clone().with_comments(has_comments);
            let uri = canonicalization.algorithm();
            assert_eq!(uri.ends_with("#WithComments"), has_comments);
            assert_eq!(Canonicalization::of_algorithm(uri), Some(canonicalization));
        }
    }
    assert_eq!(
        Canonicalization::of_algorithm("http://www.w3.org/TR/1999/REC-xpath-19991116"),
        None
    );
}
