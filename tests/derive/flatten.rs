//! The key `flatten` on structs: groups, bases and attribute groups. That on choices is in `choice`.
//! Many tests begin with the schema that their types are.

#![allow(
    clippy::struct_field_names,
    clippy::trivially_copy_pass_by_ref,
    reason = "names are those of the schema, and `skip_if` gets a reference"
)]

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use um_messages::{Envelope, ErrorKind, SoapMessage, SoapType, xml};
use um_tests::roundtrip::{reads, refused, same};

use crate::choice::{Attendee, Scalar, place};

// <xs:group name="Period"> <xs:sequence> Start, End? </xs:sequence> </xs:group>
// <xs:attributeGroup name="Tracked"> Id, Version? </xs:attributeGroup>
#[derive(Clone, Debug, Default, PartialEq, SoapType)]
pub(crate) struct Period {
    pub(crate) start: u8,
    pub(crate) end: Option<u8>,
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
    b: Vec<u16>,
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

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Sized {
    #[soap(attribute)]
    unit: Option<String>,
    #[soap(any_attribute)]
    more: Vec<xml::Attribute>,
    width: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
struct OfSized {
    #[soap(flatten)]
    size: Option<Sized>,
}

/// That its type may have attributes is not enough: it was written as nothing, and read as `None`.
#[test]
fn a_group_that_might_have_attributes_and_has_none_is_not_there() {
    let of = |size: Sized| OfSized { size: Some(size) };
    let error = xml::to_string(&of(Sized::default())).unwrap_err();
    assert!(
        error.to_string().contains("would be read as `None`"),
        "{error}"
    );
    same(&OfSized { size: None }, "<OfSized/>");
    let unit = Some("m".into());
    let of_unit = of(Sized {
        unit,
        ..Sized::default()
    });
    same(&of_unit, r#"<OfSized Unit="m"/>"#);
    let more = vec![xml::Attribute::new("", "a", "1")];
    let of_more = of(Sized {
        more,
        ..Sized::default()
    });
    same(&of_more, r#"<OfSized a="1"/>"#);
    let width = Some(1);
    let of_width = of(Sized {
        width,
        ..Sized::default()
    });
    same(&of_width, "<OfSized><Width>1</Width></OfSized>");
}

// <xs:sequence maxOccurs="unbounded"> Key, Value*, Note? </xs:sequence>
#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Pair {
    key: String,
    value: Vec<u16>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Pairs {
    first: Option<u8>,
    #[soap(flatten)]
    groups: Vec<Pair>,
    last: Option<u8>,
}

fn pair(key: &str, value: &[u16], note: Option<&str>) -> Pair {
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

// Items of which no field always stands: the reader tells them apart by their order alone.

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Loose {
    a: Option<u8>,
    b: Vec<u16>,
    c: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
struct LooseItems {
    #[soap(flatten)]
    items: Vec<Loose>,
    #[soap(wrapper = "Wrapped", flatten)]
    wrapped: Vec<Loose>,
}

/// Read back equal, or refused.
fn is_written<T>(value: &T) -> bool
where
    T: xml::WriteElement + for<'de> xml::ReadElement<'de> + xml::Root + PartialEq + std::fmt::Debug,
{
    match xml::to_string(value) {
        Ok(written) => {
            assert_eq!(xml::from_str::<T>(&written).unwrap(), *value, "{written}");
            true
        }
        Err(error) => {
            assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
            false
        }
    }
}

#[test]
fn items_that_would_be_read_as_one_are_not_written() {
    let loose = |a, b: &[u16], c| Loose { a, b: b.into(), c };
    let both = |items: &[Loose]| {
        let flattened = is_written(&LooseItems {
            items: items.into(),
            wrapped: vec![],
        });
        let wrapped = is_written(&LooseItems {
            items: vec![],
            wrapped: items.into(),
        });
        assert_eq!(flattened, wrapped);
        flattened
    };
    let (a, b, c) = (
        loose(Some(1), &[], None),
        loose(None, &[2, 3], None),
        loose(None, &[], Some(4)),
    );
    for apart in [
        &[a.clone(), a.clone()][..],
        &[b.clone(), a.clone()],
        &[c.clone(), a.clone(), a.clone()],
        &[c.clone(), b.clone()],
        &[c.clone(), c.clone()],
        &[loose(Some(1), &[2], Some(3)), b.clone()],
    ] {
        assert!(both(apart), "{apart:?}");
    }
    for joined in [
        &[a.clone(), b.clone()][..],
        &[a.clone(), c.clone()],
        &[b.clone(), b.clone()],
        &[b.clone(), c.clone()],
        &[a.clone(), a.clone(), c.clone()],
        &[loose(Some(1), &[2], None), b.clone()],
        &[Loose::default()],
    ] {
        assert!(!both(joined), "{joined:?}");
    }
    let error = xml::to_string(&LooseItems {
        items: vec![a, b],
        wrapped: vec![],
    });
    assert_eq!(
        error.unwrap_err().to_string(),
        "cannot be written as XML: an item of a flattened `Vec` that begins with what the one before it has room for, \
         and would be read as part of it, in `LooseItems`"
    );
}

// A choice of lists, a group that flattens others, and one that is skipped by chance.

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Lists {
    Numbers(Vec<u16>),
    Text(String),
    #[soap(flatten)]
    Loose(Nested),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Nested {
    x: Option<u8>,
    y: Vec<u16>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Holder {
    #[soap(flatten)]
    pair: Option<Pair>,
    #[soap(flatten)]
    lists: Vec<Lists>,
    #[soap(skip_if = "is_zero", default)]
    zero: u8,
    #[soap(any)]
    others: Vec<xml::Element>,
}

fn is_zero(value: &u8) -> bool {
    *value == 0
}

#[derive(Debug, PartialEq, SoapType)]
struct Holders {
    #[soap(flatten)]
    holders: Vec<Holder>,
}

#[derive(Debug, PartialEq, SoapType)]
struct OfLists {
    #[soap(flatten)]
    lists: Vec<Lists>,
}

fn lists() -> impl Strategy<Value = Lists> {
    prop_oneof![
        vec(any::<u16>(), 1..3).prop_map(Lists::Numbers),
        Just(Lists::Text("t".into())),
        (any::<Option<u8>>(), vec(any::<u16>(), 0..2))
            .prop_map(|(x, y)| Lists::Loose(Nested { x, y })),
    ]
}

prop_compose! {
    fn holder()(
        pair in option::of((vec(any::<u16>(), 0..2), option::of(Just("n"))).prop_map(|(value, note)| pair("k", &value, note))),
        lists in vec(lists(), 0..3),
        zero in 0..2_u8,
        others in vec(Just(xml::Element::new("urn:x", "o")), 0..2),
    ) -> Holder {
        Holder { pair, lists, zero, others }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn items_are_read_back_or_refused(lists in vec(lists(), 0..4), holders in vec(holder(), 0..4)) {
        is_written(&OfLists { lists });
        is_written(&Holders { holders });
    }
}

#[test]
fn items_of_a_choice_of_lists() {
    let of = |lists: &[Lists]| {
        is_written(&OfLists {
            lists: lists.into(),
        })
    };
    let (numbers, text) = (Lists::Numbers(vec![1]), Lists::Text("t".into()));
    let loose = |x, y: &[u16]| Lists::Loose(Nested { x, y: y.into() });
    assert!(of(&[
        numbers.clone(),
        text.clone(),
        text.clone(),
        numbers.clone()
    ]));
    assert!(!of(&[numbers.clone(), numbers.clone()]));
    assert!(of(&[
        loose(Some(1), &[]),
        numbers,
        loose(None, &[1]),
        loose(Some(1), &[1])
    ]));
    assert!(!of(&[text, loose(Some(1), &[]), loose(None, &[1])]));
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
    b: Vec<u16>,
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
    let written = Envelope::new(Request {})
        .with_header(headers)
        .to_xml()
        .unwrap();
    let blocks = concat!(
        r#"<soap:Header><h:Trace xmlns:h="urn:h">1</h:Trace>"#,
        r#"<s1:Ticket xmlns:s1="urn:s">2</s1:Ticket></soap:Header>"#,
    );
    assert!(written.contains(blocks), "{written}");
}
