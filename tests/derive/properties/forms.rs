//! What is written in any form is read back, by both sources of the reader.

use proptest::prelude::*;
use um_messages::xml::{self, Attribute, Element, Nillable, QName};
use um_messages::{ErrorKind, SoapType};
use um_tests::sources::both_as;

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a", ordered)]
struct Everything {
    #[soap(attribute, list, default)]
    ids: Vec<u8>,
    #[soap(flatten)]
    group: Option<Group>,
    #[soap(flatten)]
    choices: Vec<Choice>,
    #[soap(flatten)]
    records: Vec<Record>,
    #[soap(wrapper = "Items", flatten)]
    items: Option<Vec<Choice>>,
    #[soap(
        wrapper = "Names",
        rename = "Name",
        nillable,
        namespace = "urn:b",
        prefix = "b"
    )]
    names: Vec<Option<String>>,
    #[soap(nillable)]
    nillable: Option<String>,
    states: Option<Nillable<Box<Group>>>,
    #[soap(cdata)]
    text: Vec<String>,
    #[soap(list, default)]
    words: Option<Vec<Scalar>>,
    typed: Vec<Typed>,
    #[soap(any)]
    others: Vec<Element>,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Group {
    first: String,
    second: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:c")]
enum Choice {
    Number(i16),
    #[soap(namespace = "urn:d", prefix = "d")]
    Text(String),
    #[soap(flatten)]
    Group(Group),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Record {
    key: u8,
    values: Vec<u16>,
    note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(union)]
enum Scalar {
    Number(i32),
    Flag(bool),
    Name(QName),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:t")]
enum Typed {
    #[soap(default)]
    Group(Group),
    Number(u8),
    Text(String),
}

/// Any text that XML can carry.
fn text() -> impl Strategy<Value = String> {
    let tricky = prop::sample::select(vec![
        "]]>",
        "<",
        "&",
        "\r",
        "\n",
        "\t",
        " ",
        "\"",
        "'",
        "ä",
        "\u{10000}",
        "a",
        "]",
    ]);
    prop::collection::vec(tricky, 0..8).prop_map(|pieces| pieces.concat())
}

fn group() -> impl Strategy<Value = Group> {
    (text(), any::<Option<u8>>()).prop_map(|(first, second)| Group { first, second })
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        any::<i16>().prop_map(Choice::Number),
        text().prop_map(Choice::Text),
        group().prop_map(Choice::Group),
    ]
}

fn record() -> impl Strategy<Value = Record> {
    let values = prop::collection::vec(any::<u16>(), 0..3);
    let note = prop::option::of(text());
    (any::<u8>(), values, note).prop_map(|(key, values, note)| Record { key, values, note })
}

fn scalar() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        any::<i32>().prop_map(Scalar::Number),
        any::<bool>().prop_map(Scalar::Flag),
        // `true` and numbers are no names that come out as others.
        "n[a-z]{1,3}".prop_map(|local| Scalar::Name(QName::new("urn:x", local))),
    ]
}

fn typed() -> impl Strategy<Value = Typed> {
    prop_oneof![
        group().prop_map(Typed::Group),
        any::<u8>().prop_map(Typed::Number),
        text().prop_map(Typed::Text),
    ]
}

fn other() -> impl Strategy<Value = Element> {
    (
        "[x-z]{1,2}",
        prop::sample::select(vec!["", "urn:a", "urn:o"]),
        text(),
    )
        .prop_map(|(local, uri, text)| {
            let element = Element::new(uri, local).with_attribute("urn:o", "o", text.clone());
            if text.is_empty() {
                element
            } else {
                element.with_text(text)
            }
        })
}

fn several<S: Strategy>(item: S) -> impl Strategy<Value = Vec<S::Value>> {
    prop::collection::vec(item, 0..4)
}

prop_compose! {
    fn everything()(
        (ids, group, choices, records) in (several(any::<u8>()), prop::option::of(group()), several(choice()), several(record())),
        (items, names, nillable, states) in (
            prop::option::of(several(choice())),
            several(prop::option::of(text())),
            prop::option::of(text()),
            prop::option::of(prop_oneof![
                group().prop_map(|group| Nillable::Value(Box::new(group))),
                Just(Nillable::nil()),
                text().prop_map(|text| Nillable::Nil(vec![Attribute::new("urn:o", "o", text)])),
            ]),
        ),
        (text, words, typed, others) in (several(text()), prop::option::of(several(scalar())), several(typed()), several(other())),
        values in prop::collection::btree_map("[k-m]{1,2}", text(), 0..3),
    ) -> Everything {
        let attributes = values.into_iter().map(|(local, value)| Attribute::new("urn:o", local, value)).collect();
        Everything { ids, group, choices, records, items, names, nillable, states, text, words, typed, others, attributes }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_is_read_back(value in everything()) {
        let written = xml::to_string(&value).unwrap();
        prop_assert_eq!(&both_as::<Everything>(&written).unwrap(), &value, "{}", written);
    }
}

// What may be taken for something else: read back, or refused.

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:o", prefix = "o")]
struct Ambiguous {
    #[soap(attribute)]
    mark: Option<Mark>,
    #[soap(alias = "Values")]
    value: Vec<Value>,
    #[soap(flatten)]
    items: Vec<Item>,
    #[soap(any)]
    others: Vec<Element>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Mark {
    Good,
    #[soap(rename = "very bad", alias = "Bad")]
    Bad,
    #[soap(other)]
    Other(String),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(union)]
enum Value {
    Number(u8),
    Name(QName),
    Mark(Mark),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Item {
    Numbers(Vec<u16>),
    #[soap(flatten)]
    Pair(OptionalPair),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct OptionalPair {
    a: Option<u8>,
    b: Option<u8>,
}

/// A text that a known value has, or nearly.
fn nearly_known() -> impl Strategy<Value = String> {
    let texts = prop::sample::select(vec![
        "Good",
        " Good",
        "good",
        "very bad",
        "very\n bad",
        "Bad",
        "7",
        " 7 ",
        "256",
        "a",
        "o:a",
        "q:a",
        "<",
        "",
    ]);
    prop_oneof![texts.prop_map(str::to_owned), text()]
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        Just(Mark::Good),
        Just(Mark::Bad),
        nearly_known().prop_map(Mark::Other)
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<u8>().prop_map(Value::Number),
        "[a-c]".prop_map(|local| Value::Name(QName::new("urn:o", local))),
        mark().prop_map(Value::Mark),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        prop::collection::vec(any::<u16>(), 0..3).prop_map(Item::Numbers),
        any::<(Option<u8>, Option<u8>)>().prop_map(|(a, b)| Item::Pair(OptionalPair { a, b })),
    ]
}

fn named() -> impl Strategy<Value = Element> {
    let names = vec!["Value", "Values", "Numbers", "A", "Mark", "Pair", "Other"];
    let uris = vec!["", "urn:o", "urn:x"];
    (prop::sample::select(uris), prop::sample::select(names))
        .prop_map(|(uri, local)| Element::new(uri, local))
}

prop_compose! {
    fn ambiguous()(
        mark in prop::option::of(mark()),
        value in prop::collection::vec(value(), 0..2),
        items in prop::collection::vec(item(), 0..3),
        others in prop::collection::vec(named(), 0..2),
    ) -> Ambiguous {
        Ambiguous { mark, value, items, others }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_may_be_taken_for_something_else_is_read_back_or_refused(value in ambiguous()) {
        match xml::to_string(&value) {
            Ok(written) => {
                prop_assert_eq!(&both_as::<Ambiguous>(&written).unwrap(), &value, "{}", written);
            }
            Err(error) => prop_assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{}", error),
        }
    }
}
