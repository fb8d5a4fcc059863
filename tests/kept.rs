//! What is kept is written back with the meaning that it had, or not at all.

mod judge;

use std::fmt::Debug;

use judge::both_as;
use um_messages::soap::Block;
use um_messages::xml::{self, Attribute, Element, ReadElement, Root, WriteElement};
use um_messages::{Envelope, ReadOptions, SoapMessage, SoapType};

/// What a document is written back as. That is read as the same value.
#[track_caller]
#[allow(
    clippy::unwrap_used,
    reason = "a helper of tests fails by panicking, as tests do"
)]
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

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", prefix = "c")]
struct Kept {
    e: Element,
}

#[test]
fn a_kept_element_is_written_beside_a_prefix_that_its_values_use() {
    assert_eq!(
        written::<Kept>(
            "<x:Kept xmlns:x='urn:calls'><x:E xmlns:c='urn:types' t='c:Foo'/></x:Kept>"
        ),
        concat!(
            r#"<c:Kept xmlns:c="urn:calls">"#,
            r#"<ns1:E xmlns:ns1="urn:calls" xmlns:c="urn:types" t="c:Foo"/></c:Kept>"#,
        )
    );
    // The names in it need no more than their own declarations.
    assert_eq!(
        written::<Kept>(
            "<x:Kept xmlns:x='urn:calls'><x:E xmlns:c='urn:types'><c:F>1</c:F></x:E></x:Kept>"
        ),
        r#"<c:Kept xmlns:c="urn:calls"><c:E><c:F xmlns:c="urn:types">1</c:F></c:E></c:Kept>"#
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a", xsi_type)]
enum AnyTyped {
    Foo(Element),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct AnyHolder {
    typed: AnyTyped,
}

#[test]
fn what_a_type_says_already_a_kept_element_does_not_say_again() {
    let document = format!(
        "<a:AnyHolder xmlns:a='urn:a'><a:Typed xmlns:xsi='{XSI}' xsi:type='a:Foo' b='1'/></a:AnyHolder>"
    );
    let value = both_as::<AnyHolder>(&document).unwrap();
    let written = xml::to_string(&value).unwrap();
    assert_eq!(written.matches(":type=").count(), 1, "{written}");
    assert_eq!(both_as::<AnyHolder>(&written).unwrap(), value);
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m")]
struct Message {}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", prefix = "h")]
struct Headers {
    trace: Block<Element>,
}

#[test]
fn what_a_block_says_already_a_kept_element_does_not_say_again() {
    let document = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>\
         <h:Trace xmlns:h='urn:h' s:mustUnderstand='1'>1</h:Trace></s:Header>\
         <s:Body><Message xmlns='urn:m'/></s:Body></s:Envelope>";
    let read = Envelope::<Message, Headers>::from_xml(document).unwrap();
    let written = read.to_xml().unwrap();
    assert_eq!(written.matches("mustUnderstand").count(), 1, "{written}");
    assert_eq!(
        Envelope::<Message, Headers>::from_xml(&written).unwrap(),
        read
    );
}

#[derive(Debug, PartialEq, SoapType)]
struct Many {
    #[soap(any)]
    all: Vec<Element>,
}

#[test]
fn a_kept_element_declares_what_it_may_use_alone() {
    let document = format!(
        "<Many xmlns:long='urn:{}'>{}</Many>",
        "x".repeat(20_000),
        "<y>1</y>".repeat(2_000)
    );
    let many = both_as::<Many>(&document).unwrap();
    assert!(xml::to_string(&many).unwrap().len() < document.len());
    assert!(format!("{many:?}").len() < 4 * document.len());
    assert_eq!(many.all[0].to_xml().unwrap(), "<y>1</y>");
    // What may be a name without a prefix keeps the default namespace.
    let read = |reader: &mut xml::Reader<'_>| {
        reader.next_child()?;
        reader.next_child()?;
        let element = Element::read_element(reader)?;
        reader.next_child()?;
        reader.finish()?;
        Ok(element)
    };
    let document =
        "<Many xmlns:p='urn:p' xmlns='urn:d' xmlns:o='urn:o'><p:z>Foo p:Bar</p:z></Many>";
    let element = judge::judge(document, &ReadOptions::new(), &read).unwrap();
    let written = r#"<p:z xmlns:p="urn:p" xmlns="urn:d">Foo p:Bar</p:z>"#;
    assert_eq!(element.to_xml().unwrap(), written);
}
