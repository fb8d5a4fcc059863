//! The key `mixed`, and text among the elements of a choice.

use um_messages::xml::{self, Element, QName};
use um_messages::{ErrorKind, ReadOptions, SoapType};
use um_tests::roundtrip::{assert_unwritable, reads, refused, same};
use um_tests::sources::both_as;

// <xs:complexType mixed="true"> <xs:choice minOccurs="0" maxOccurs="unbounded"> B, Link, xs:any
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:n", prefix = "n", deny_unknown_fields)]
struct Note {
    #[soap(attribute)]
    id: u8,
    #[soap(flatten)]
    content: Vec<Inline>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Inline {
    #[soap(text)]
    Text(String),
    #[soap(rename = "b")]
    Bold(String),
    Note(Note),
    #[soap(other)]
    Other(Element),
}

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn bold(text: &str) -> Inline {
    Inline::Bold(text.into())
}

#[test]
fn text_and_elements_keep_their_order() {
    let inner = Note {
        id: 2,
        content: vec![text(" in ")],
    };
    let note = Note {
        id: 1,
        content: vec![
            text("Call "),
            bold("Ann"),
            text(" "),
            bold("& Bob"),
            Inline::Note(inner),
            text(" <today>\n"),
        ],
    };
    same(
        &note,
        "<n:Note xmlns:n=\"urn:n\" Id=\"1\">Call <n:b>Ann</n:b> <n:b>&amp; Bob</n:b>\
         <n:Note Id=\"2\"> in </n:Note> &lt;today&gt;\n</n:Note>",
    );
    for content in [
        vec![],
        vec![text("a")],
        vec![text(" ")],
        vec![bold("")],
        vec![bold("a"), bold("b"), text("c")],
    ] {
        let value = Note { id: 1, content };
        reads(&xml::to_string(&value).unwrap(), &value);
    }
    // What no field claims keeps its place, too.
    let document =
        "<n:Note xmlns:n=\"urn:n\" Id=\"1\">a<x:y xmlns:x=\"urn:x\">b<z/></x:y>c</n:Note>";
    let read = both_as::<Note>(document).unwrap();
    assert!(matches!(&read.content[..], [_, Inline::Other(_), _]));
    same(&read, document);
}

#[test]
fn pieces_of_one_text_are_joined() {
    reads(
        "<Note xmlns='urn:n' Id='1'>a<!-- b -->c<![CDATA[<d>]]>&#x65;<b/><?f g?>h<b/></Note>",
        &Note {
            id: 1,
            content: vec![text("ac<d>e"), bold(""), text("h"), bold("")],
        },
    );
    // What would be read as one text is not written as two.
    for content in [
        vec![text("a"), text("b")],
        vec![bold("a"), text("b"), text("c"), bold("d")],
        vec![text("")],
    ] {
        assert_unwritable(xml::to_string(&Note { id: 1, content }));
    }
}

// White space is no number: it stands between elements.
#[derive(Debug, PartialEq, SoapType)]
struct Sum {
    #[soap(flatten)]
    terms: Vec<Term>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Term {
    #[soap(text)]
    Number(i32),
    Double(i32),
}

#[test]
fn text_is_of_any_simple_type() {
    let sum = |terms| Sum { terms };
    same(
        &sum(vec![Term::Double(1), Term::Number(2), Term::Double(3)]),
        "<Sum><Double>1</Double>2<Double>3</Double></Sum>",
    );
    reads(
        "<Sum>\n  <Double>1</Double>\n  2\n  <Double>3</Double>\n</Sum>",
        &sum(vec![Term::Double(1), Term::Number(2), Term::Double(3)]),
    );
    let error = refused::<Sum>("<Sum><Double>1</Double>\n  x<Double>3</Double></Sum>");
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    assert_eq!(error.path(), Some("Sum"), "{error}");
    let error = refused::<Sum>("<Sum><Double>1</Double>x</Sum>");
    assert_eq!(error.path(), Some("Sum"), "{error}");
}

// A choice of one text or one element, as the content of an element.
#[derive(Debug, PartialEq, SoapType)]
struct Cell {
    value: Value,
    #[soap(flatten)]
    more: Option<Value>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Value {
    #[soap(text)]
    Text(String),
    Number(u8),
}

#[test]
fn one_text_or_one_element() {
    let text = |text: &str| Value::Text(text.into());
    for (value, more, document) in [
        (
            text("a"),
            Some(Value::Number(1)),
            "<Cell><Value>a</Value><Number>1</Number></Cell>",
        ),
        (
            Value::Number(1),
            Some(text(" b ")),
            "<Cell><Value><Number>1</Number></Value> b </Cell>",
        ),
        (text(" "), None, "<Cell><Value> </Value></Cell>"),
    ] {
        same(&Cell { value, more }, document);
    }
    // White space around the element is none of the value.
    reads(
        "<Cell><Value>\n <Number>1</Number>\n</Value><Number>2</Number></Cell>",
        &Cell {
            value: Value::Number(1),
            more: Some(Value::Number(2)),
        },
    );
    let error = refused::<Cell>("<Cell><Value>a<Number>1</Number></Value></Cell>");
    assert!(
        matches!(error.kind(), ErrorKind::SecondChoice { .. }),
        "{error}"
    );
    let error = refused::<Cell>("<Cell><Value/></Cell>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingChoice(names) if names[..] == ["text", "Number"]),
        "{error}"
    );
}

// <xs:complexType mixed="true"> <xs:sequence> B (0..n), C
#[derive(Debug, PartialEq, SoapType)]
#[soap(mixed, deny_unknown_fields)]
struct Paragraph {
    #[soap(attribute)]
    id: Option<u8>,
    b: Vec<String>,
    #[soap(text)]
    text: String,
    c: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(mixed)]
struct Optional {
    #[soap(flatten)]
    base: Base,
    #[soap(text)]
    text: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Base {
    b: u8,
}

// What is flattened may be mixed by itself.
#[derive(Debug, PartialEq, SoapType)]
struct Extended {
    #[soap(flatten)]
    base: Optional,
    d: u8,
}

#[test]
fn all_text_beside_elements_is_one() {
    let paragraph = |b: &[&str], text: &str, c| Paragraph {
        id: Some(1),
        b: b.iter().map(|&b| b.into()).collect(),
        text: text.into(),
        c,
    };
    for (value, document) in [
        (
            paragraph(&["a"], " b\n", Some(2)),
            "<Paragraph Id=\"1\"><B>a</B> b\n<C>2</C></Paragraph>",
        ),
        (
            paragraph(&[], "b", None),
            "<Paragraph Id=\"1\">b</Paragraph>",
        ),
        (paragraph(&[], "", None), "<Paragraph Id=\"1\"/>"),
        (
            paragraph(&["a"], "", None),
            "<Paragraph Id=\"1\"><B>a</B></Paragraph>",
        ),
    ] {
        same(&value, document);
    }
    reads(
        "<Paragraph Id='1'>a <B>b</B>c&lt;<C>2</C><!-- d --><![CDATA[ e]]></Paragraph>",
        &paragraph(&["b"], "a c< e", Some(2)),
    );
    let error = refused::<Paragraph>("<Paragraph>a<D/></Paragraph>");
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(_)),
        "{error}"
    );
    let limited = ReadOptions::new().max_text(4);
    let document = "<Paragraph>abc<B/>def</Paragraph>";
    let error = xml::from_str_with::<Paragraph>(document, &limited).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_text",
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn text_is_mixed_with_what_is_flattened() {
    let base = || Base { b: 1 };
    same(
        &Optional {
            base: base(),
            text: Some(2),
        },
        "<Optional><B>1</B>2</Optional>",
    );
    same(
        &Optional {
            base: base(),
            text: None,
        },
        "<Optional><B>1</B></Optional>",
    );
    let base = Optional {
        base: base(),
        text: Some(2),
    };
    same(
        &Extended { base, d: 3 },
        "<Extended><B>1</B>2<D>3</D></Extended>",
    );
}

// In a wrapper, with names as texts, whose prefixes are declared on the wrapper.
#[derive(Debug, PartialEq, SoapType)]
struct Names {
    #[soap(wrapper = "All", flatten)]
    all: Vec<Item>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Item {
    #[soap(text)]
    Name(String),
    Number(u8),
}

#[derive(Debug, PartialEq, SoapType)]
struct Qualified {
    #[soap(flatten)]
    names: Vec<Qualification>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Qualification {
    #[soap(text)]
    Name(QName),
    Number(u8),
}

#[test]
fn text_is_an_item_in_a_wrapper_and_a_name() {
    let name = |name: &str| Item::Name(name.into());
    let names = Names {
        all: vec![name("a"), Item::Number(1), name(" b"), Item::Number(2)],
    };
    let document = "<Names><All>a<Number>1</Number> b<Number>2</Number></All></Names>";
    same(&names, document);
    assert_unwritable(xml::to_string(&Names {
        all: vec![name("a"), name("b")],
    }));
    let name = |local| Qualification::Name(QName::new("urn:q", local));
    let names = vec![name("a"), Qualification::Number(1), name("b")];
    same(
        &Qualified { names },
        "<Qualified xmlns:ns1=\"urn:q\">ns1:a<Number>1</Number>ns1:b</Qualified>",
    );
}

// As JAXB and .NET know it: a list of a text and keys on it.
#[derive(Debug, PartialEq, SoapType)]
struct Forms {
    #[soap(flatten)]
    forms: Vec<FormItem>,
}

#[derive(Debug, PartialEq, SoapType)]
enum FormItem {
    #[soap(text, list, secret)]
    List(Vec<u8>),
    #[soap(rename = "br")]
    Break(()),
}

#[derive(Debug, PartialEq, SoapType)]
struct CDataForms {
    #[soap(flatten)]
    forms: Vec<CDataItem>,
}

#[derive(Debug, PartialEq, SoapType)]
enum CDataItem {
    #[soap(text, cdata)]
    Text(String),
    #[soap(rename = "br")]
    Break(()),
}

#[test]
fn text_has_the_forms_of_text() {
    let forms = vec![
        FormItem::List(vec![1, 2]),
        FormItem::Break(()),
        FormItem::List(vec![3]),
    ];
    same(&Forms { forms }, "<Forms>1 2<br/>3</Forms>");
    let error = refused::<Forms>("<Forms>1<br/>hunter2<br/></Forms>");
    assert!(!error.to_string().contains("hunter2"), "{error}");
    let forms = vec![CDataItem::Text("<a>".into()), CDataItem::Break(())];
    same(
        &CDataForms { forms },
        "<CDataForms><![CDATA[<a>]]><br/></CDataForms>",
    );
}
