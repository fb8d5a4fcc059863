//! Where keys meet: text in groups, what is kept beside a choice or an inner element, wrappers elsewhere.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

mod both;
mod judge;

use both::{reads, refused, same};
use judge::both_as;
use um_messages::xml::{Attribute, Element};
use um_messages::{ErrorKind, SoapType};

/// Text with attributes, which may be absent.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Text {
    #[soap(attribute)]
    language: Option<String>,
    #[soap(text)]
    text: String,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Note {
    #[soap(attribute)]
    id: u32,
    #[soap(flatten)]
    text: Option<Text>,
}

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Plain {
    #[soap(text)]
    text: String,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Defaulted {
    #[soap(attribute)]
    id: u32,
    #[soap(flatten, default)]
    plain: Plain,
}

#[test]
fn text_makes_a_flattened_group() {
    let note = |language: Option<&str>, text: &str| Note {
        id: 1,
        text: Some(Text {
            language: language.map(str::to_owned),
            text: text.to_owned(),
        }),
    };
    same(&note(None, "hello"), r#"<Note Id="1">hello</Note>"#);
    same(&note(Some("en"), ""), r#"<Note Id="1" Language="en"/>"#);
    reads(
        r#"<Note Id="1"><![CDATA[a]]><!-- -->b</Note>"#,
        &note(None, "ab"),
    );
    same(&Note { id: 1, text: None }, r#"<Note Id="1"/>"#);
    let plain = Plain { text: "x".into() };
    same(
        &Defaulted { id: 1, plain },
        r#"<Defaulted Id="1">x</Defaulted>"#,
    );
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Keeping {
    second: u32,
    #[soap(any)]
    rest: Vec<Element>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Either {
    First(u32),
    #[soap(flatten)]
    Keeping(Keeping),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Several {
    #[soap(flatten)]
    items: Vec<Either>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct One {
    #[soap(flatten)]
    item: Either,
}

/// What one variant keeps is a stranger beside another; in a `Vec` it begins another item.
#[test]
fn what_another_variant_keeps_is_not_dropped() {
    let first = One {
        item: Either::First(1),
    };
    reads("<One><First>1</First><x/></One>", &first);
    let error = refused::<Several>("<Several><First>1</First><x/></Several>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(_)),
        "{error}"
    );
    let several = Several {
        items: vec![
            Either::First(1),
            Either::Keeping(Keeping {
                second: 2,
                rest: vec!["<x/>".parse().unwrap()],
            }),
        ],
    };
    // What stands before its fields would be an item of its own, without them.
    let error = refused::<Several>("<Several><First>1</First><x/><Second>2</Second></Several>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(_)),
        "{error}"
    );
    same(
        &several,
        "<Several><First>1</First><Second>2</Second><x/></Several>",
    );
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(inner = "In", inner_optional)]
struct Open {
    a: u32,
    #[soap(any)]
    rest: Vec<Element>,
    #[soap(any_attribute)]
    marks: Vec<Attribute>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(inner = "In", inner_optional)]
struct Number {
    #[soap(text)]
    number: u32,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(inner = "In", inner_optional)]
struct Words {
    #[soap(attribute)]
    id: u32,
    #[soap(text)]
    words: String,
}

#[test]
fn without_the_inner_element_everything_is_kept_all_the_same() {
    let with = both_as::<Open>("<Open><In z='1'><A>1</A><x/></In></Open>").unwrap();
    let without = both_as::<Open>("<Open z='1'><A>1</A><x/></Open>").unwrap();
    assert_eq!(with, without);
    assert_eq!((without.rest.len(), without.marks.len()), (1, 1));
    // A stranger beside the inner element is one.
    let beside = both_as::<Open>("<Open y='1'><y/><In z='1'><A>1</A><x/></In><y/></Open>");
    assert_eq!(beside.unwrap(), with);
    refused::<Open>("<Open><x/></Open>");
    for text in ["", "  "] {
        let words = Words {
            id: 1,
            words: text.into(),
        };
        let document = format!("<Words Id='1'>{text}</Words>");
        assert_eq!(both_as::<Words>(&document).unwrap(), words);
    }
    let error = refused::<Number>("<Number>\n  abc</Number>");
    let position = error.position().unwrap();
    assert_eq!((position.line, position.column), (1, 9));
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Part {
    A(u32),
    B(u32),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s", prefix = "s")]
struct Wrapped {
    #[soap(wrapper = "Parts", namespace = "urn:o", prefix = "o", flatten)]
    parts: Vec<Part>,
    #[soap(wrapper = "Plain", unqualified, flatten)]
    plain: Vec<Part>,
}

#[test]
fn a_wrapper_of_another_namespace_has_its_items_there() {
    let wrapped = Wrapped {
        parts: vec![Part::A(1), Part::B(2)],
        plain: vec![Part::B(3)],
    };
    same(
        &wrapped,
        "<s:Wrapped xmlns:s=\"urn:s\" xmlns:o=\"urn:o\"><o:Parts><o:A>1</o:A><o:B>2</o:B></o:Parts>\
         <Plain><B>3</B></Plain></s:Wrapped>",
    );
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Raw<T> {
    #[soap(cdata)]
    one: T,
    #[soap(cdata)]
    perhaps: Option<T>,
    #[soap(cdata)]
    many: Vec<T>,
}

#[test]
fn cdata_of_a_type_parameter() {
    let raw = Raw {
        one: "<".to_owned(),
        perhaps: None,
        many: vec!["a".to_owned()],
    };
    same(
        &raw,
        "<Raw><One><![CDATA[<]]></One><Many><![CDATA[a]]></Many></Raw>",
    );
}
