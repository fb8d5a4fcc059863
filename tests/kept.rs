//! What is kept is written back with the meaning that it had, or not at all.

mod judge;

use std::fmt::Debug;

use judge::both_as;
use um_messages::SoapType;
use um_messages::xml::{self, Attribute, ReadElement, Root, WriteElement};

/// What a document is written back as. That is read as the same value.
#[track_caller]
fn written<T>(document: &str) -> String
where
    T: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let value = both_as::<T>(document).unwrap();
    let written = xml::to_string(&value).unwrap();
    assert_eq!(both_as::<T>(&written).unwrap(), value, "{written}");
    written
}

#[derive(Debug, PartialEq, SoapType)]
struct Numbered {
    #[soap(attribute, namespace = "urn:t")]
    id: u32,
    #[soap(any_attribute)]
    others: Vec<Attribute>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct Outer {
    inner: Numbered,
}

#[test]
fn a_kept_binding_does_not_meet_the_prefix_of_an_attribute() {
    assert_eq!(
        written::<Numbered>("<Numbered xmlns:ns1='urn:z' xmlns:q='urn:t' q:Id='1' y='ns1:v'/>"),
        r#"<Numbered xmlns:ns1="urn:z" xmlns:ns2="urn:t" ns2:Id="1" y="ns1:v"/>"#
    );
    // One level down the attribute takes what is bound outside, unless a kept binding shadows it.
    let document = "<q:Outer xmlns:q='urn:t'><q:Inner xmlns:t='urn:x' q:Id='1' y='t:v'/></q:Outer>";
    let refused = xml::to_string(&both_as::<Outer>(document).unwrap()).unwrap_err();
    assert!(refused.to_string().contains("the prefix `t` for `urn:x`"));
    let document = "<q:Outer xmlns:q='urn:t'><q:Inner xmlns:x='urn:x' q:Id='1' y='x:v'/></q:Outer>";
    assert_eq!(
        written::<Outer>(document),
        r#"<t:Outer xmlns:t="urn:t"><t:Inner xmlns:x="urn:x" t:Id="1" y="x:v"/></t:Outer>"#
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a", xsi_type)]
enum Typed {
    Kind(Kind),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Kind {
    #[soap(any_attribute)]
    others: Vec<Attribute>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:b", prefix = "b")]
struct Holder {
    typed: Typed,
}

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

#[test]
fn a_kept_binding_does_not_meet_the_prefixes_of_a_type() {
    let document = format!(
        "<b:Holder xmlns:b='urn:b' xmlns:q='urn:a' xmlns:i='{XSI}'>\
         <b:Typed xmlns:a='urn:z' xmlns:xsi='urn:y' i:type='q:Kind' v='a:v xsi:w'/></b:Holder>"
    );
    let written = written::<Holder>(&document);
    let typed = concat!(
        r#" xmlns:a="urn:z" xmlns:xsi="urn:y" xmlns:ns1="urn:a" "#,
        r#"xmlns:ns2="http://www.w3.org/2001/XMLSchema-instance" ns2:type="ns1:Kind" v="a:v xsi:w"/>"#,
    );
    assert!(written.contains(typed), "{written}");
}

#[test]
fn a_kept_binding_for_the_prefix_of_its_element_is_refused() {
    let document = "<b:Kind xmlns:b='urn:a' xmlns:a='urn:z' v='a:v'/>";
    let kind = both_as::<Kind>(document).unwrap();
    let error = xml::to_string(&kind).unwrap_err();
    assert!(
        error.to_string().contains("the prefix `a` for `urn:z`"),
        "{error}"
    );
}

#[test]
fn what_stands_before_a_colon_is_a_prefix_behind_any_character() {
    for before in [
        "=", "+", ";", "{", "[", "$", "!", "&#39;", "-", ",", "&#9;", "(", "@", "1-",
    ] {
        let document =
            format!("<Numbered xmlns:q='urn:t' q:Id='1' xmlns:p='urn:p' y=\"{before}p:v\"/>");
        let written = written::<Numbered>(&document);
        assert!(
            written.contains(r#" xmlns:p="urn:p""#),
            "{before} {written}"
        );
    }
}

#[test]
fn an_attribute_that_would_not_be_read_back_is_refused() {
    let others = vec![Attribute::new(XSI, "nil", "true")];
    let error = xml::to_string(&Numbered { id: 1, others }).unwrap_err();
    assert!(
        error.to_string().contains("would not be read back"),
        "{error}"
    );
}
