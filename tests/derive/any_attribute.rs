//! The key `any_attribute`: what is kept is written back with the meaning that it had, or not at all.

use um_messages::SoapType;
use um_messages::xml::{self, Attribute, XSI_NAMESPACE as XSI};
use um_tests::roundtrip::written;
use um_tests::sources::both_as;

use crate::any::Open;

#[test]
fn what_belongs_to_the_reader_is_not_kept() {
    let xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
    let document = format!(
        "<Open xmlns='urn:m' {xsi} xsi:schemaLocation='a b' xsi:nil='false' xml:lang='de'><Id>7</Id></Open>"
    );
    let open = both_as::<Open>(&document).unwrap();
    let lang = Attribute::new("http://www.w3.org/XML/1998/namespace", "lang", "de");
    assert_eq!(open.attributes, [lang]);
    let written = r#"<m:Open xmlns:m="urn:m" xml:lang="de"><m:Id>7</m:Id></m:Open>"#;
    assert_eq!(xml::to_string(&open).unwrap(), written);
}

#[test]
fn an_attribute_stands_once() {
    let open = |attributes| Open {
        version: Some(1),
        id: 7,
        others: vec![],
        name: None,
        attributes,
    };
    for attributes in [
        vec![Attribute::new("", "Version", "2")],
        vec![
            Attribute::new("urn:a", "b", "2"),
            Attribute::new("urn:a", "b", "3"),
        ],
    ] {
        let error = xml::to_string(&open(attributes)).unwrap_err();
        assert!(error.to_string().contains("stands twice"), "{error}");
    }
    let other = Attribute::new("urn:a", "Version", "=\"Other=\"");
    let written = xml::to_string(&open(vec![other, Attribute::new("", "Other", "")])).unwrap();
    let read: Open = xml::from_str(&written).unwrap();
    assert_eq!(read.attributes.len(), 2);
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
