//! What is written in any form is read back, by both sources of the reader.

use proptest::prelude::*;
use um_messages::SoapType;
use um_messages::xml::{self, Attribute, Element, Nillable, QName};
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
    values: Vec<u8>,
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
    let values = prop::collection::vec(any::<u8>(), 0..3);
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
