//! Choices of elements and flattened fields, in both directions: a value, and the document that it is
//! written as and read from, by both sources of the reader. Each begins with the schema that it is.

mod both;
mod judge;

use both::{reads, refused, same};
use um_messages::xml::{self, Element};
use um_messages::{ErrorKind, SoapType};

// <xs:complexType name="Attendee">
//   <xs:choice>
//     <xs:element name="Person" type="Person"/>
//     <xs:element name="Room" type="xs:string"/>
//     <xs:element name="Nobody"> <xs:complexType/> </xs:element>
//   </xs:choice>
// </xs:complexType>
#[derive(Clone, Debug, PartialEq, SoapType)]
enum Attendee {
    Person(Person),
    #[soap(rename = "Room", alias = "Hall")]
    Place(String),
    Nobody(()),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Person {
    #[soap(attribute)]
    id: Option<u8>,
    name: String,
}

fn person(name: &str) -> Attendee {
    Attendee::Person(Person {
        id: None,
        name: name.into(),
    })
}

fn place(name: &str) -> Attendee {
    Attendee::Place(name.into())
}

// <xs:element name="Host" type="Attendee"/>
// <xs:element name="Guest" type="Attendee" minOccurs="0" maxOccurs="unbounded"/>
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Meeting {
    host: Attendee,
    deputy: Option<Attendee>,
    guest: Vec<Attendee>,
}

#[test]
fn an_element_holds_one_of_a_choice() {
    let meeting = Meeting {
        host: person("Ada"),
        deputy: None,
        guest: vec![place("R1"), Attendee::Nobody(()), person("Bo")],
    };
    same(
        &meeting,
        concat!(
            r#"<m:Meeting xmlns:m="urn:m"><m:Host><m:Person><m:Name>Ada</m:Name></m:Person></m:Host>"#,
            "<m:Guest><m:Room>R1</m:Room></m:Guest><m:Guest><m:Nobody/></m:Guest>",
            "<m:Guest><m:Person><m:Name>Bo</m:Name></m:Person></m:Guest></m:Meeting>",
        ),
    );
    reads(
        "<Meeting xmlns='urn:m'><Deputy><Hall>R1</Hall></Deputy><Host><x xmlns='urn:x'/>\
         <Nobody> </Nobody><Other/></Host></Meeting>",
        &Meeting {
            host: Attendee::Nobody(()),
            deputy: Some(place("R1")),
            guest: vec![],
        },
    );
}

#[test]
fn one_of_a_choice_stands_and_one_alone() {
    let refused = |content: &str| {
        let document = format!("<Meeting xmlns='urn:m'><Host>{content}</Host></Meeting>");
        refused::<Meeting>(&document)
    };
    let error = refused("<Other/>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingChoice(names) if names == &["Person", "Room", "Nobody"])
    );
    assert_eq!(
        error.to_string(),
        "missing one of the elements `Person`, `Room` or `Nobody`, in `Meeting/Host`, line 1, column 38"
    );
    let error = refused("<Room>R1</Room><Nobody/>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice(name) if name == "Nobody"));
    assert_eq!(
        error.to_string(),
        "`Nobody` beside another element, where only one of the two may stand, \
         in `Meeting/Host/Nobody`, line 1, column 45"
    );
    let error = refused("<Room>R1</Room><Hall>R2</Hall>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(name) if name == "Hall"));
    // In another namespace it is not the choice's.
    let error = refused("<Room xmlns=''>R1</Room>");
    assert!(matches!(error.kind(), ErrorKind::MissingChoice(_)));
}

#[test]
fn a_choice_is_the_root_of_a_document() {
    same(&place("R1"), "<Attendee><Room>R1</Room></Attendee>");
}

// Where a variant's name lives.

#[derive(Debug, PartialEq, SoapType)]
#[soap(
    namespace = "urn:t",
    prefix = "t",
    rename_all = "snake_case",
    deny_unknown_fields
)]
enum Named {
    OwnNamespace(u8),
    #[soap(namespace = "urn:o", prefix = "o")]
    Other(u8),
    #[soap(unqualified)]
    Unqualified(u8),
}

#[test]
fn variants_are_fields_of_the_enum() {
    same(
        &Named::OwnNamespace(1),
        r#"<t:Named xmlns:t="urn:t" xmlns:o="urn:o"><t:own_namespace>1</t:own_namespace></t:Named>"#,
    );
    same(
        &Named::Other(1),
        r#"<t:Named xmlns:t="urn:t" xmlns:o="urn:o"><o:other>1</o:other></t:Named>"#,
    );
    same(
        &Named::Unqualified(1),
        r#"<t:Named xmlns:t="urn:t" xmlns:o="urn:o"><unqualified>1</unqualified></t:Named>"#,
    );
    let error =
        refused::<Named>("<Named xmlns='urn:t'><own_namespace>1</own_namespace><x/></Named>");
    assert!(matches!(error.kind(), ErrorKind::UnknownElement(_)));
}

// <xs:complexType name="Calls">
//   <xs:sequence>
//     <xs:element name="Title" type="xs:string"/>
//     <xs:choice> … </xs:choice>                                 (one, optional, unbounded)
//     <xs:element name="Note" type="xs:string" minOccurs="0"/>
//   </xs:sequence>
// </xs:complexType>
#[derive(Debug, PartialEq, SoapType)]
struct One {
    title: String,
    #[soap(flatten)]
    attendee: Attendee,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Perhaps {
    title: String,
    #[soap(flatten)]
    attendee: Option<Attendee>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Many {
    title: String,
    #[soap(flatten)]
    attendees: Vec<Attendee>,
    note: Option<String>,
}

#[test]
fn a_flattened_choice_stands_among_the_fields() {
    let one = One {
        title: "a".into(),
        attendee: place("R1"),
        note: Some("n".into()),
    };
    same(
        &one,
        "<One><Title>a</Title><Room>R1</Room><Note>n</Note></One>",
    );
    let error = refused::<One>("<One><Title>a</Title></One>");
    assert!(matches!(error.kind(), ErrorKind::MissingChoice(_)));
    assert_eq!(error.path(), Some("One"));
    let error = refused::<One>("<One><Title>a</Title><Nobody/><Room>R1</Room></One>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice(_)));

    let perhaps = |attendee| Perhaps {
        title: "a".into(),
        attendee,
        note: None,
    };
    same(&perhaps(None), "<Perhaps><Title>a</Title></Perhaps>");
    same(
        &perhaps(Some(Attendee::Nobody(()))),
        "<Perhaps><Title>a</Title><Nobody/></Perhaps>",
    );
    let error = refused::<Perhaps>("<Perhaps><Title>a</Title><Nobody/><Room>R</Room></Perhaps>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice(_)));
}

#[test]
fn a_choice_in_a_vec_is_another_item_each_time() {
    let many = |attendees| Many {
        title: "a".into(),
        attendees,
        note: Some("n".into()),
    };
    same(
        &many(vec![
            place("R1"),
            place("R2"),
            Attendee::Nobody(()),
            place("R3"),
        ]),
        "<Many><Title>a</Title><Room>R1</Room><Room>R2</Room><Nobody/><Room>R3</Room><Note>n</Note></Many>",
    );
    same(&many(vec![]), "<Many><Title>a</Title><Note>n</Note></Many>");
    reads(
        "<Many><Room>R1</Room><Note>n</Note><Room>R2</Room><x/><Title>a</Title></Many>",
        &many(vec![place("R1"), place("R2")]),
    );
}

// <xs:group name="Period"> <xs:sequence> Start, End? </xs:sequence> </xs:group>
// <xs:attributeGroup name="Tracked"> Id, Version? </xs:attributeGroup>
#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Period {
    start: u8,
    end: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Tracked {
    #[soap(attribute)]
    id: u8,
    #[soap(attribute)]
    version: Option<u8>,
}

// <xs:complexType name="Event"> <xs:sequence> Title, group Period, Note? </xs:sequence> attributeGroup Tracked
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m", deny_unknown_fields)]
struct Event {
    #[soap(attribute)]
    kind: Option<String>,
    title: String,
    #[soap(flatten)]
    period: Period,
    note: Option<String>,
    #[soap(flatten)]
    tracked: Tracked,
}

#[test]
fn a_flattened_struct_stands_among_the_fields() {
    let event = Event {
        kind: None,
        title: "a".into(),
        period: Period {
            start: 1,
            end: Some(2),
        },
        note: Some("n".into()),
        tracked: Tracked {
            id: 7,
            version: None,
        },
    };
    same(
        &event,
        concat!(
            r#"<m:Event xmlns:m="urn:m" Id="7"><m:Title>a</m:Title><m:Start>1</m:Start>"#,
            "<m:End>2</m:End><m:Note>n</m:Note></m:Event>",
        ),
    );
    reads(
        "<Event Id='7' xmlns='urn:m'><End>2</End><Note>n</Note><Start>1</Start><Title>a</Title></Event>",
        &event,
    );
    let refused = |start: &str, content: &str| {
        refused::<Event>(&format!("<Event xmlns='urn:m' {start}>{content}</Event>"))
    };
    let error = refused("", "<Title>a</Title><Start>1</Start>");
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Id"));
    let error = refused("Id='1'", "<Title>a</Title><End>1</End>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Start"));
    let error = refused("Id='1'", "<Title>a</Title><Start>1</Start><Start>1</Start>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(name) if name == "Start"));
    // Asked of the struct that has the element, after all claims.
    let error = refused("Id='1'", "<Title>a</Title><Start>1</Start><x/>");
    assert!(matches!(error.kind(), ErrorKind::UnknownElement(_)));
    let error = refused("Id='1' x=''", "<Title>a</Title><Start>1</Start>");
    assert!(matches!(error.kind(), ErrorKind::UnknownAttribute(_)));
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
struct Denying {
    inside: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct Lenient {
    #[soap(flatten)]
    denying: Denying,
}

#[test]
fn a_flattened_struct_has_no_say_in_what_is_unknown() {
    reads(
        "<Lenient a=''><x/><Inside>1</Inside></Lenient>",
        &Lenient {
            denying: Denying { inside: 1 },
        },
    );
}

// A group of its own namespace, and one in a struct of none that is flattened in turn.

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:g")]
struct Governing {
    item: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct Middle {
    #[soap(flatten)]
    period: Period,
    #[soap(flatten)]
    governing: Governing,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Outer {
    #[soap(flatten)]
    middle: Middle,
    last: u8,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:r", prefix = "r")]
struct Root {
    outer: Outer,
}

#[test]
fn a_flattened_type_has_its_own_namespace_or_that_of_the_struct() {
    same(
        &Root {
            outer: Outer {
                middle: Middle {
                    period: Period {
                        start: 1,
                        end: None,
                    },
                    governing: Governing { item: 2 },
                },
                last: 3,
            },
        },
        concat!(
            r#"<r:Root xmlns:r="urn:r" xmlns:m="urn:m"><r:Outer><m:Start>1</m:Start>"#,
            r#"<Item xmlns="urn:g">2</Item><m:Last>3</m:Last></r:Outer></r:Root>"#,
        ),
    );
    let error = refused::<Root>(
        "<Root xmlns='urn:r'><Outer><Start>1</Start><Last xmlns='urn:m'>3</Last></Outer></Root>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Start"));
}

// A prefix that another type has taken at the root: each element declares its own.

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:2", prefix = "p")]
struct Second {
    #[soap(flatten)]
    period: Period,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:1", prefix = "p")]
struct First {
    second: Second,
}

#[test]
fn a_flattened_type_declares_a_prefix_that_is_not_in_scope() {
    same(
        &First {
            second: Second {
                period: Period {
                    start: 1,
                    end: Some(2),
                },
            },
        },
        concat!(
            r#"<p:First xmlns:p="urn:1"><p:Second><p:Start xmlns:p="urn:2">1</p:Start>"#,
            r#"<p:End xmlns:p="urn:2">2</p:End></p:Second></p:First>"#,
        ),
    );
}

// An optional group.

#[derive(Debug, PartialEq, SoapType)]
struct OptionalGroups {
    title: String,
    #[soap(flatten)]
    period: Option<Period>,
    #[soap(flatten)]
    tracked: Option<Tracked>,
}

#[test]
fn an_optional_group_is_none_if_it_has_claimed_nothing() {
    let value = |period, tracked| OptionalGroups {
        title: "a".into(),
        period,
        tracked,
    };
    same(
        &value(None, None),
        "<OptionalGroups><Title>a</Title></OptionalGroups>",
    );
    same(
        &value(
            Some(Period {
                start: 1,
                end: None,
            }),
            Some(Tracked {
                id: 1,
                version: None,
            }),
        ),
        r#"<OptionalGroups Id="1"><Title>a</Title><Start>1</Start></OptionalGroups>"#,
    );
    let error =
        refused::<OptionalGroups>("<OptionalGroups><Title>a</Title><End>1</End></OptionalGroups>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Start"));
    let error =
        refused::<OptionalGroups>("<OptionalGroups Version='1'><Title>a</Title></OptionalGroups>");
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Id"));
}

#[derive(Debug, PartialEq, SoapType)]
struct AroundTracked {
    #[soap(flatten)]
    tracked: Tracked,
}

#[derive(Debug, PartialEq, SoapType)]
struct OfAround {
    #[soap(flatten)]
    around: Option<AroundTracked>,
}

#[test]
fn attributes_alone_make_a_group() {
    same(&OfAround { around: None }, "<OfAround/>");
    let tracked = Tracked {
        id: 1,
        version: None,
    };
    same(
        &OfAround {
            around: Some(AroundTracked { tracked }),
        },
        r#"<OfAround Id="1"/>"#,
    );
}

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct AllOptional {
    a: Option<u8>,
    b: Vec<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
struct OfAllOptional {
    #[soap(flatten)]
    one: Option<AllOptional>,
}

#[test]
fn a_group_that_writes_nothing_is_not_there() {
    let value = OfAllOptional {
        one: Some(AllOptional::default()),
    };
    let error = xml::to_string(&value).unwrap_err();
    assert!(
        error.to_string().contains("would be read as `None`"),
        "{error}"
    );
    reads("<OfAllOptional/>", &OfAllOptional { one: None });
}

// <xs:sequence maxOccurs="unbounded"> Key, Value*, Note? </xs:sequence>
#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Pair {
    key: String,
    value: Vec<u8>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Pairs {
    first: Option<u8>,
    #[soap(flatten)]
    groups: Vec<Pair>,
    last: Option<u8>,
}

fn pair(key: &str, value: &[u8], note: Option<&str>) -> Pair {
    Pair {
        key: key.into(),
        value: value.into(),
        note: note.map(Into::into),
    }
}

#[test]
fn groups_in_a_vec_begin_where_the_open_one_cannot_go_on() {
    let pairs = |groups| Pairs {
        first: Some(0),
        groups,
        last: Some(9),
    };
    // The open item has it already, and it may not repeat.
    same(
        &pairs(vec![pair("a", &[], None), pair("b", &[], None)]),
        "<Pairs><First>0</First><Key>a</Key><Key>b</Key><Last>9</Last></Pairs>",
    );
    // It may repeat.
    same(
        &pairs(vec![pair("a", &[1, 2], None), pair("b", &[3], Some("n"))]),
        "<Pairs><First>0</First><Key>a</Key><Value>1</Value><Value>2</Value>\
         <Key>b</Key><Value>3</Value><Note>n</Note><Last>9</Last></Pairs>",
    );
    // Its field stands before the last one filled.
    let error = refused::<Pairs>("<Pairs>\n<Note>n</Note>\n<Value>1</Value><Key>a</Key></Pairs>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Key"));
    assert_eq!(
        error.to_string(),
        "missing element `Key`, in `Pairs`, line 3, column 1"
    );
    reads(
        "<Pairs><Last>9</Last><Key>a</Key><x/><First>0</First><Note>n</Note></Pairs>",
        &pairs(vec![pair("a", &[], Some("n"))]),
    );
    same(
        &Pairs {
            first: None,
            groups: vec![],
            last: None,
        },
        "<Pairs/>",
    );
}

// A choice inside a group inside a choice, any number of times.
//
// <xs:choice maxOccurs="unbounded">
//   <xs:group ref="Entry"/>                 sequence: Label, choice (Text | Number), Comment?
//   <xs:element name="Break"/>
// </xs:choice>

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Scalar {
    Text(String),
    Number(i32),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Entry {
    label: String,
    #[soap(flatten)]
    scalar: Scalar,
    comment: Option<String>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Line {
    #[soap(flatten)]
    Entry(Entry),
    Break(()),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Lines {
    #[soap(flatten)]
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct OneLine {
    #[soap(flatten)]
    line: Line,
}

fn entry(label: &str, scalar: Scalar) -> Entry {
    Entry {
        label: label.into(),
        scalar,
        comment: None,
    }
}

#[test]
fn a_choice_inside_a_group_inside_a_choice() {
    let commented = Entry {
        comment: Some("c".into()),
        ..entry("b", Scalar::Number(2))
    };
    same(
        &Lines {
            lines: vec![
                Line::Entry(entry("a", Scalar::Text("1".into()))),
                Line::Break(()),
                Line::Break(()),
                Line::Entry(commented),
                Line::Entry(entry("c", Scalar::Number(3))),
            ],
        },
        "<Lines><Label>a</Label><Text>1</Text><Break/><Break/><Label>b</Label><Number>2</Number>\
         <Comment>c</Comment><Label>c</Label><Number>3</Number></Lines>",
    );
    same(
        &OneLine {
            line: Line::Entry(entry("a", Scalar::Number(1))),
        },
        "<OneLine><Label>a</Label><Number>1</Number></OneLine>",
    );
    let kind = |content: &str| {
        format!(
            "{:?}",
            refused::<OneLine>(&format!("<OneLine>{content}</OneLine>")).kind()
        )
    };
    assert_eq!(
        kind("<Label>a</Label>"),
        r#"MissingChoice(["Text", "Number"])"#
    );
    assert_eq!(
        kind("<Label>a</Label><Text/><Number>1</Number>"),
        r#"SecondChoice("Number")"#
    );
    assert_eq!(
        kind("<Label>a</Label><Text/><Break/>"),
        r#"SecondChoice("Break")"#
    );
    assert_eq!(kind("<Break/><Label>a</Label>"), r#"SecondChoice("Label")"#);
    assert_eq!(kind(""), r#"MissingChoice(["Entry", "Break"])"#);
    assert_eq!(kind("<Text/>"), r#"MissingElement("Label")"#);
}

// <xs:complexType name="Price"> <xs:simpleContent> <xs:extension base="xs:decimal"> attribute Currency
// <xs:complexType name="Discounted"> <xs:simpleContent> <xs:extension base="Price"> attribute Percent
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Price {
    #[soap(attribute)]
    currency: String,
    #[soap(text)]
    amount: f64,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Discounted {
    #[soap(flatten)]
    base: Price,
    #[soap(attribute)]
    percent: u8,
}

#[test]
fn a_flattened_base_has_the_text() {
    same(
        &Discounted {
            base: Price {
                currency: "EUR".into(),
                amount: 1.5,
            },
            percent: 10,
        },
        r#"<Discounted Currency="EUR" Percent="10">1.5</Discounted>"#,
    );
    let error = refused::<Discounted>("<Discounted Currency='EUR' Percent='10'><x/></Discounted>");
    assert!(matches!(error.kind(), ErrorKind::UnexpectedChild(_)));
}

// A box is as what is in it, and recursion goes through elements.

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Expression {
    Constant(i32),
    Negation(Box<Expression>),
    Sum(Terms),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Terms {
    #[soap(flatten)]
    terms: Vec<Expression>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Boxed {
    #[soap(flatten)]
    expression: Box<Expression>,
    #[soap(flatten)]
    period: Option<Box<Period>>,
}

#[test]
fn recursive_choices() {
    same(
        &Expression::Sum(Terms {
            terms: vec![
                Expression::Constant(1),
                Expression::Negation(Box::new(Expression::Constant(2))),
                Expression::Sum(Terms { terms: vec![] }),
            ],
        }),
        "<Expression><Sum><Constant>1</Constant><Negation><Constant>2</Constant></Negation><Sum/></Sum></Expression>",
    );
    same(
        &Boxed {
            expression: Box::new(Expression::Constant(1)),
            period: Some(Box::default()),
        },
        "<Boxed><Constant>1</Constant><Start>0</Start></Boxed>",
    );
}

// Generic and borrowing types.

#[derive(Debug, PartialEq, SoapType)]
struct Generic<T, C> {
    #[soap(flatten)]
    group: T,
    #[soap(flatten)]
    others: Vec<C>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Either<'a, T> {
    Text(&'a str),
    Value(T),
    Values(Vec<T>),
}

#[test]
fn generic_types_flatten() {
    same(
        &Generic {
            group: Period {
                start: 1,
                end: None,
            },
            others: vec![Scalar::Number(1), Scalar::Text("b".into())],
        },
        "<Generic><Start>1</Start><Number>1</Number><Text>b</Text></Generic>",
    );
    let document = "<Either><Values>1</Values><Values>2</Values></Either>";
    let either: Either<'_, u8> = xml::from_str(document).unwrap();
    assert_eq!(either, Either::Values(vec![1, 2]));
    assert_eq!(xml::to_string(&either).unwrap(), document);
    let error = xml::to_string(&Either::<u8>::Values(vec![])).unwrap_err();
    assert!(
        error.to_string().contains("a choice without an element"),
        "{error}"
    );
    let either: Either<'_, u8> = xml::from_str("<Either><Text>a</Text></Either>").unwrap();
    assert_eq!(either, Either::Text("a"));
}

// `default` and `skip_if`.

fn nobody() -> Attendee {
    Attendee::Nobody(())
}

fn is_nobody(attendee: &Attendee) -> bool {
    *attendee == nobody()
}

#[derive(Debug, PartialEq, SoapType)]
struct WithDefault {
    #[soap(flatten, default = "nobody", skip_if = "is_nobody")]
    attendee: Attendee,
    #[soap(flatten, default)]
    period: Period,
}

#[test]
fn default_stands_for_a_group_that_has_claimed_nothing() {
    let value = |attendee, start| WithDefault {
        attendee,
        period: Period { start, end: None },
    };
    same(
        &value(nobody(), 1),
        "<WithDefault><Start>1</Start></WithDefault>",
    );
    same(
        &value(place("a"), 0),
        "<WithDefault><Room>a</Room><Start>0</Start></WithDefault>",
    );
    reads("<WithDefault/>", &value(nobody(), 0));
    // Not for one that is there in part.
    let error = refused::<WithDefault>("<WithDefault><End>1</End></WithDefault>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(_)));
}

// A substitution group is a choice of its members, one of which may be the head.

#[derive(Debug, PartialEq, SoapType)]
enum Shape {
    Circle(Circle),
    Square(Element),
}

#[derive(Debug, PartialEq, SoapType)]
struct Circle {
    radius: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct Drawing {
    #[soap(flatten)]
    shapes: Vec<Shape>,
}

#[test]
fn a_substitution_group_is_a_choice_of_its_members() {
    same(
        &Drawing {
            shapes: vec![
                Shape::Square(Element::new("", "Square").with_text("4")),
                Shape::Circle(Circle { radius: 2 }),
            ],
        },
        "<Drawing><Square>4</Square><Circle><Radius>2</Radius></Circle></Drawing>",
    );
}
