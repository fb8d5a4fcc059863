//! Fragments of schemas, and the types that they are: what the keys do together. In both directions, by
//! both sources of the reader.

#![allow(
    clippy::unwrap_used,
    clippy::struct_field_names,
    clippy::trivially_copy_pass_by_ref,
    reason = "helpers of tests fail by panicking, names are those of the schema, `skip_if` gets a reference"
)]

mod both;
mod judge;

use both::{reads, refused, same};
use judge::both_messages;
use um_messages::xml::{self, Attribute, Element, Nillable};
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage, SoapType};

const XSI: &str = r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;

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

// Chameleon include: types of a schema without a target namespace have that of the schema that includes it,
// as a type of an element, as a base, as a group, as a choice.

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Chameleon {
    color: String,
    #[soap(flatten)]
    mood: Mood,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Mood {
    Calm(()),
    Angry(u8),
}

fn chameleon() -> Chameleon {
    Chameleon {
        color: "green".into(),
        mood: Mood::Angry(1),
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Including {
    pet: Chameleon,
    #[soap(flatten)]
    base: Chameleon,
    #[soap(wrapper = "Moods", flatten)]
    moods: Vec<Mood>,
    mood: Option<Mood>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:b")]
struct IncludingToo {
    pet: Chameleon,
}

#[test]
fn a_chameleon_has_the_namespace_of_where_it_stands() {
    same(
        &Including {
            pet: chameleon(),
            base: chameleon(),
            moods: vec![Mood::Calm(()), Mood::Angry(2)],
            mood: Some(Mood::Calm(())),
        },
        concat!(
            r#"<a:Including xmlns:a="urn:a"><a:Pet><a:Color>green</a:Color><a:Angry>1</a:Angry></a:Pet>"#,
            "<a:Color>green</a:Color><a:Angry>1</a:Angry><a:Moods><a:Calm/><a:Angry>2</a:Angry></a:Moods>",
            "<a:Mood><a:Calm/></a:Mood></a:Including>",
        ),
    );
    same(
        &IncludingToo { pet: chameleon() },
        r#"<IncludingToo xmlns="urn:b"><Pet><Color>green</Color><Angry>1</Angry></Pet></IncludingToo>"#,
    );
}

// <xs:complexType name="C"> <xs:complexContent> <xs:extension base="B"> …  with B an extension of A; the
// attributes of all, the elements of the base first, anonymous types inside, `default` and `fixed`.

#[derive(Clone, Debug, PartialEq, SoapType)]
struct A {
    #[soap(attribute)]
    id: u8,
    a: u8,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct B {
    #[soap(flatten)]
    base: A,
    #[soap(attribute, default = "english", skip_if = "is_english")]
    language: String,
    b: Vec<u8>,
}

fn english() -> String {
    "en".into()
}

fn is_english(language: &str) -> bool {
    language == "en"
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:c", prefix = "c", ordered, deny_unknown_fields)]
struct C {
    #[soap(flatten)]
    base: B,
    /// `fixed="1.0"`: absent or that.
    #[soap(default, skip_if = "Fixed::is_absent")]
    version: Fixed,
    c: Anonymous,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, SoapType)]
enum Fixed {
    #[default]
    #[soap(rename = "1.0")]
    Only,
}

impl Fixed {
    fn is_absent(&self) -> bool {
        *self == Self::Only
    }
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Anonymous {
    inner: Inner,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Inner {
    #[soap(text)]
    text: Option<String>,
    #[soap(attribute)]
    unit: Option<String>,
}

#[test]
fn extensions_of_extensions() {
    let c = |language: &str| C {
        base: B {
            base: A { id: 1, a: 2 },
            language: language.into(),
            b: vec![3, 4],
        },
        version: Fixed::Only,
        c: Anonymous {
            inner: Inner {
                text: None,
                unit: Some("m".into()),
            },
        },
    };
    let document = |language: &str, version: &str| {
        format!(
            "<c:C xmlns:c=\"urn:c\" Id=\"1\"{language}><c:A>2</c:A><c:B>3</c:B><c:B>4</c:B>{version}\
             <c:C><c:Inner Unit=\"m\"/></c:C></c:C>"
        )
    };
    same(&c("en"), &document("", ""));
    same(&c("de"), &document(" Language=\"de\"", ""));
    reads(
        &document(" Language='en'", "<c:Version> 1.0 </c:Version>"),
        &c("en"),
    );
    let error = refused::<C>(&document("", "<c:Version>1.1</c:Version>"));
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    let error = refused::<C>(&document(" x=''", ""));
    assert!(matches!(error.kind(), ErrorKind::UnknownAttribute(_)));
    let error = refused::<C>(&document("", "<c:x/>"));
    assert!(matches!(error.kind(), ErrorKind::UnknownElement(_)));
}

// <xs:all>: any order, each once.

#[derive(Debug, PartialEq, SoapType)]
struct All {
    one: u8,
    two: Option<u8>,
}

#[test]
fn all_in_any_order() {
    let all = All {
        one: 1,
        two: Some(2),
    };
    same(&all, "<All><One>1</One><Two>2</Two></All>");
    reads("<All><Two>2</Two><One>1</One></All>", &all);
    let error = refused::<All>("<All><Two>2</Two><One>1</One><Two>2</Two></All>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
}

// The same in messages: an alias of the namespace reaches groups, choices, derived types and lists of names.

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:m",
    namespace_alias = "urn:old",
    prefix = "m",
    inner = "Result"
)]
struct Answer {
    #[soap(flatten)]
    chameleon: Chameleon,
    #[soap(wrapper = "Calls", flatten)]
    calls: Vec<Call>,
    shape: Shape,
    #[soap(any)]
    others: Vec<Element>,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Call {
    Incoming(u8),
    #[soap(nillable)]
    Outgoing(Option<u8>),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:m", prefix = "m")]
enum Shape {
    Circle(u8),
    Square(u8),
}

#[test]
fn an_alias_of_the_namespace_reaches_everything() {
    let envelope = |content: &str| {
        format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' {XSI}><s:Body>{content}</s:Body></s:Envelope>"
        )
    };
    let document = |uri: &str| {
        envelope(&format!(
            "<Answer xmlns='{uri}' xmlns:o='{uri}'><Result o:x='1'><Color>green</Color><Angry>1</Angry><Calls>\
             <Incoming>1</Incoming><o:Outgoing xsi:nil='1'/></Calls><Shape xsi:type='o:Square'>2</Shape></Result></Answer>"
        ))
    };
    let new = both_messages::<Answer>(&document("urn:m")).unwrap();
    let old = both_messages::<Answer>(&document("urn:old")).unwrap();
    assert_eq!(new.chameleon, chameleon());
    assert_eq!(new.calls, [Call::Incoming(1), Call::Outgoing(None)]);
    assert_eq!(new.shape, Shape::Square(2));
    assert_eq!(old.calls, new.calls);
    assert_eq!(old.shape, new.shape);
    // What is kept is as it was sent.
    assert_eq!(old.attributes, [Attribute::new("urn:old", "x", "1")]);
    assert!(both_messages::<Answer>(&document("urn:x")).is_err());
    let written = new.to_envelope().unwrap();
    assert_eq!(both_messages::<Answer>(&written).unwrap(), new);
}

// Header blocks in a flattened struct, and one of several.

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:h", prefix = "h")]
struct Common {
    trace: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s", prefix = "s1")]
enum Security {
    Token(String),
    Ticket(u8),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", prefix = "h")]
struct Headers {
    #[soap(flatten)]
    common: Common,
    #[soap(flatten)]
    security: Option<Security>,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m")]
struct Request {}

#[test]
fn header_blocks_of_a_flattened_struct_are_understood() {
    let document = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>\
                    <Trace xmlns='urn:h' s:mustUnderstand='1'>1</Trace><Ticket xmlns='urn:s' s:mustUnderstand='1'>2</Ticket>\
                    </s:Header><s:Body><Request xmlns='urn:m'/></s:Body></s:Envelope>";
    let read = Envelope::<Request, Headers>::from_xml(document).unwrap();
    let headers = Headers {
        common: Common { trace: Some(1) },
        security: Some(Security::Ticket(2)),
    };
    assert_eq!(read.header, headers);
    let written = Envelope::new(Request {}).header(headers).to_xml().unwrap();
    let blocks = concat!(
        r#"<soap:Header><h:Trace xmlns:h="urn:h">1</h:Trace>"#,
        r#"<s1:Ticket xmlns:s1="urn:s">2</s1:Ticket></soap:Header>"#,
    );
    assert!(written.contains(blocks), "{written}");
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

const MANY: usize = 100_000;

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
