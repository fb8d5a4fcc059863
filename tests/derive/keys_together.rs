//! Where several keys meet.

use um_messages::xml::{self, Attribute, Element, Nillable};
use um_messages::{ErrorKind, ReadOptions, SoapType};
use um_tests::documents::MANY;
use um_tests::roundtrip::{reads, refused, same};

use crate::types::{Person, XSI};
use crate::with::hexadecimal;

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

// Values that stand otherwise than their type alone says, on the variants of a choice and with type parameters.

#[derive(Debug, PartialEq, SoapType)]
enum Forms<T> {
    #[soap(nillable)]
    Nil(Option<T>),
    #[soap(list)]
    List(Vec<u8>),
    #[soap(with = "hexadecimal")]
    With(u32),
    #[soap(cdata)]
    CData(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct Generic<T, U> {
    #[soap(wrapper = "Items", rename = "Item")]
    items: Vec<T>,
    #[soap(list)]
    list: Vec<U>,
}

#[test]
fn forms_of_variants_and_of_type_parameters() {
    let document = |content: &str| format!("<Forms>{content}</Forms>");
    same(
        &Forms::<u8>::Nil(None),
        &document(&format!("<Nil {XSI} xsi:nil=\"true\"/>")),
    );
    same(&Forms::<u8>::Nil(Some(1)), &document("<Nil>1</Nil>"));
    same(
        &Forms::<u8>::List(vec![1, 2]),
        &document("<List>1 2</List>"),
    );
    same(&Forms::<u8>::With(17), &document("<With>11</With>"));
    same(
        &Forms::<u8>::CData("<".into()),
        &document("<CData><![CDATA[<]]></CData>"),
    );
    same(
        &Generic {
            items: vec![Person::default()],
            list: vec![1.5],
        },
        r#"<Generic xmlns:p="urn:p"><Items><Item><p:Name/></Item></Items><List>1.5</List></Generic>"#,
    );
}

// Recursion, through every form in turn, at the greatest depth on a small stack.

#[derive(Debug, Default, PartialEq, SoapType)]
struct Tree {
    #[soap(flatten)]
    branch: Option<Branch>,
    #[soap(wrapper = "Trees", rename = "Tree")]
    trees: Option<Vec<Tree>>,
    #[soap(nillable, default)]
    nil: Option<Box<Tree>>,
    nillable: Option<Nillable<Box<Tree>>>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Branch {
    Left(Box<Tree>),
    Right(Vec<Tree>),
    #[soap(flatten)]
    Both(Both),
}

#[derive(Debug, PartialEq, SoapType)]
struct Both {
    first: Box<Tree>,
    second: Option<Box<Tree>>,
}

#[test]
fn recursion_at_the_greatest_depth_needs_little_stack() {
    let names = ["Left", "Right", "First", "Nil", "Nillable"];
    // The innermost one is written with a nil element in it.
    let depth = 62;
    let tags = |slash: &str| {
        let levels = 0..depth;
        levels
            .map(|level| format!("<{slash}{}>", names[level % names.len()]))
            .collect::<Vec<_>>()
    };
    let (open, mut close) = (tags("").concat(), tags("/"));
    close.reverse();
    let close = close.concat();
    let document = format!("<Tree>{open}{close}</Tree>");
    let read = move || {
        let tree: Tree = xml::from_str(&document).unwrap();
        let written = xml::to_string(&tree).unwrap();
        assert_eq!(xml::from_str::<Tree>(&written).unwrap(), tree);
        let too_deep = format!("<Tree>{}", "<Left>".repeat(64));
        let error = xml::from_str::<Tree>(&too_deep).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Limit { .. }));
    };
    let thread = std::thread::Builder::new()
        .stack_size(2 * 1024 * 1024)
        .spawn(read)
        .unwrap();
    thread.join().unwrap();
}

#[test]
fn unknown_elements_are_denied_inside_every_form() {
    let options = ReadOptions::new().deny_unknown_fields(true);
    for content in [
        "<Left><x/></Left>",
        "<Trees><x/></Trees>",
        "<Trees><Tree><x/></Tree></Trees>",
        "<Nillable><x/></Nillable>",
    ] {
        let error =
            xml::from_str_with::<Tree>(&format!("<Tree>{content}</Tree>"), &options).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::UnknownElement(_)),
            "{content}"
        );
    }
}

// Names and namespaces by constants, wherever they stand.

mod names {
    pub(crate) const NAMESPACE: &str = "urn:n";
    pub(crate) const OTHER: &str = "urn:o";
    pub(crate) const PREFIX: &str = "n";
    pub(crate) const TYPE: &str = "Überblick";
    pub(crate) const INNER: &str = "Inner";
    pub(crate) const ITEM: &str = "item";
    pub(crate) const OLD: &str = "old";
    pub(crate) const ITEMS: &str = "items";
    pub(crate) const ID: &str = "ID";
    pub(crate) const VALUE: &str = "a value";
}

use names::ITEM;

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = names::NAMESPACE, prefix = names::PREFIX, rename = names::TYPE, inner = names::INNER)]
struct ByConstants {
    #[soap(attribute, rename = names::ID, namespace = names::OTHER, prefix = "o")]
    id: u8,
    #[soap(rename = ITEM, alias = names::OLD)]
    one: u8,
    two: u8,
    #[soap(wrapper = names::ITEMS, rename = ITEM)]
    many: Vec<ByConstant>,
    #[soap(flatten)]
    choice: ChoiceByConstants,
    typed: TypedByConstants,
}

#[derive(Debug, PartialEq, SoapType)]
enum ByConstant {
    #[soap(rename = names::VALUE, alias = names::OLD)]
    Value,
    #[soap(rename = "ITEM")]
    Item,
}

#[derive(Debug, PartialEq, SoapType)]
enum ChoiceByConstants {
    #[soap(rename = names::OLD, namespace = names::OTHER, prefix = names::PREFIX)]
    One(u8),
    #[soap(rename = "ITEM")]
    Two(u8),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = names::OTHER, prefix = "o")]
enum TypedByConstants {
    #[soap(rename = names::TYPE)]
    One(u8),
    Two(u8),
}

#[test]
fn names_are_literals_or_constants() {
    let value = |choice| ByConstants {
        id: 1,
        one: 2,
        two: 3,
        many: vec![ByConstant::Value, ByConstant::Item],
        choice,
        typed: TypedByConstants::One(4),
    };
    let document = |choice: &str| {
        format!(
            "<n:Überblick xmlns:n=\"urn:n\" xmlns:o=\"urn:o\"><n:Inner o:ID=\"1\"><n:item>2</n:item><n:Two>3</n:Two>\
             <n:items><n:item>a value</n:item><n:item>ITEM</n:item></n:items>{choice}\
             <n:Typed {XSI} xsi:type=\"o:Überblick\">4</n:Typed></n:Inner></n:Überblick>"
        )
    };
    same(
        &value(ChoiceByConstants::Two(5)),
        &document("<n:ITEM>5</n:ITEM>"),
    );
    same(
        &value(ChoiceByConstants::One(5)),
        &document("<n:old xmlns:n=\"urn:o\">5</n:old>"),
    );
    let document = document("<n:ITEM>5</n:ITEM>");
    reads(
        &document.replace("<n:item>2</n:item>", "<n:old>2</n:old>"),
        &value(ChoiceByConstants::Two(5)),
    );
    reads(
        &document.replace("a value", "old"),
        &value(ChoiceByConstants::Two(5)),
    );
    let error = refused::<ByConstants>(&document.replace("<n:item>2</n:item>", ""));
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "item"));
    let error = refused::<ByConstants>(&document.replace("<n:ITEM>5</n:ITEM>", ""));
    assert!(matches!(error.kind(), ErrorKind::MissingChoice(names) if names == &["old", "ITEM"]));
}

// Time linear in the length of the document, whatever it has many of.

#[derive(Debug, PartialEq, SoapType)]
struct Long {
    #[soap(list)]
    list: Vec<u8>,
    #[soap(wrapper = "Items", flatten)]
    items: Vec<Item>,
    #[soap(flatten)]
    pairs: Vec<Pair>,
    #[soap(cdata)]
    text: String,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
    #[soap(any)]
    others: Vec<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Item {
    Number(Scalar),
    Nothing(()),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(union)]
enum Scalar {
    Number(u8),
    Flag(bool),
    Text(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct Pair {
    key: u8,
    value: Option<u8>,
}

#[test]
fn many_of_everything() {
    let document = format!(
        "<Long a='{}'><List>{}</List><Items>{}</Items>{}<Text><![CDATA[{}]]></Text>{}</Long>",
        "x:".repeat(MANY),
        "1 ".repeat(MANY),
        "<Number>text</Number><Nothing/>".repeat(MANY),
        "<Key>1</Key><Key>2</Key><Value>3</Value>".repeat(MANY),
        "]]&gt;".repeat(MANY),
        "<x/>".repeat(MANY),
    );
    let long: Long = xml::from_str(&document).unwrap();
    let lengths = [
        long.list.len(),
        long.items.len() / 2,
        long.pairs.len() / 2,
        long.others.len(),
    ];
    assert_eq!(lengths, [MANY; 4]);
    assert_eq!(
        long.items.first(),
        Some(&Item::Number(Scalar::Text("text".into())))
    );
    let written = xml::to_string(&long).unwrap();
    assert_eq!(xml::from_str::<Long>(&written).unwrap(), long);
}
