//! Messages with everything in them, in the default namespace and with a prefix.

#![expect(
    missing_docs,
    clippy::type_complexity,
    reason = "fields stand for their shape; a tuple of strategies generates a tuple of values"
)]

use arbitrary::{Arbitrary, Unstructured};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use um_messages::xml::QName;
use um_messages::{SoapMessage, SoapType};

use super::texts::{NAMES, URIS, character, float, narrow, qname, text};

#[derive(Clone, Debug, PartialEq, SoapType)]
pub enum Level {
    Low,
    #[soap(rename = "<high & mighty>")]
    High,
    #[soap(other)]
    Other(String),
}

/// A newtype of text.
#[derive(Arbitrary, Clone, Debug, PartialEq, SoapType)]
pub struct Id(pub String);

/// Text with attributes.
#[derive(Arbitrary, Clone, Debug, PartialEq, SoapType)]
pub struct Amount {
    #[soap(attribute)]
    pub unit: String,
    #[soap(attribute, namespace = "urn:x", prefix = "x")]
    pub mark: Option<Level>,
    #[soap(text)]
    pub text: String,
}

/// A type that has the namespace of its element.
#[derive(Arbitrary, Clone, Debug, PartialEq, SoapType)]
pub struct Part {
    #[soap(attribute, namespace = "urn:attributes")]
    pub mark: Option<String>,
    pub item: Vec<String>,
    #[soap(namespace = "urn:home")]
    pub home: Option<String>,
    pub part: Option<Box<Part>>,
}

/// A type with a prefix that is another namespace's elsewhere.
#[derive(Arbitrary, Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:y", prefix = "x")]
pub struct Clash {
    pub item: String,
    #[arbitrary(with = name)]
    pub name: Option<QName>,
}

macro_rules! rich {
    ($name:ident, $strategy:ident, $qname:ident, $($keys:tt)*) => {
        #[derive(Arbitrary, Clone, Debug, PartialEq, SoapMessage)]
        #[soap(namespace = "urn:home", namespace_alias = "urn:alias", rename = "Rich", $($keys)*)]
        pub struct $name {
            #[soap(attribute)]
            pub id: String,
            #[soap(attribute)]
            pub maybe: Option<Id>,
            #[soap(attribute, namespace = "urn:x", prefix = "x")]
            pub mark: Option<String>,
            #[soap(attribute, namespace = "urn:attributes")]
            pub other_mark: Option<String>,
            #[soap(attribute, namespace = "urn:home")]
            pub home_mark: Option<String>,
            #[soap(attribute)]
            #[arbitrary(with = name)]
            pub kind: Option<QName>,
            pub title: String,
            pub note: Option<String>,
            pub tag: Vec<String>,
            pub level: Level,
            pub levels: Vec<Level>,
            #[arbitrary(with = name)]
            pub name: Option<QName>,
            pub number: i64,
            pub large: Option<u128>,
            pub ratio: f64,
            pub ratios: Vec<f32>,
            pub initial: char,
            pub flag: Option<bool>,
            pub nothing: Option<()>,
            pub new: Option<Id>,
            pub amount: Vec<Amount>,
            pub part: Option<Part>,
            #[soap(unqualified)]
            pub bare: Option<Part>,
            #[soap(namespace = "urn:guest")]
            pub guest: Option<Part>,
            #[soap(namespace = "urn:prefixed", prefix = "pre")]
            pub prefixed: Vec<Part>,
            pub clash: Option<Clash>,
            #[soap(rename = "Rich")]
            pub rich: Option<Box<Self>>,
        }

        pub fn $strategy() -> impl Strategy<Value = $name> {
            let leaf = fields().prop_map(|fields| {
                let Fields {
                    attributes: (id, maybe, mark, other_mark, home_mark, kind),
                    strings: (title, note, tag, level, levels, new),
                    simple: (name, number, large, (ratio, ratios), initial, flag, nothing),
                    parts: (amount, part, bare, guest, prefixed, clash),
                    bare_name,
                } = fields;
                $name {
                    id, maybe, mark, other_mark, home_mark, kind,
                    title, note, tag, level, levels, new,
                    name: $qname(name, bare_name),
                    number, large, ratio, ratios, initial, flag, nothing,
                    amount, part, bare, guest, prefixed, clash,
                    rich: None,
                }
            });
            let leaf = leaf.boxed();
            vec(leaf, 1..3).prop_map(|levels| {
                let nested = levels.into_iter().reduce(|inner, mut outer| {
                    outer.rich = Some(Box::new(inner));
                    outer
                });
                nested.unwrap()
            })
        }
    };
}

rich!(Plain, plain, in_a_namespace,);

rich!(Prefixed, prefixed, any_namespace, prefix = "p");

/// Under a default namespace, a name in none cannot be written.
fn in_a_namespace(name: Option<QName>, _: bool) -> Option<QName> {
    name
}

fn any_namespace(name: Option<QName>, bare: bool) -> Option<QName> {
    match name {
        Some(name) if bare => Some(QName::local_only(name.local().to_owned())),
        name => name,
    }
}

#[derive(Clone, Debug)]
struct Fields {
    attributes: (
        String,
        Option<Id>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<QName>,
    ),
    strings: (
        String,
        Option<String>,
        Vec<String>,
        Level,
        Vec<Level>,
        Option<Id>,
    ),
    simple: (
        Option<QName>,
        i64,
        Option<u128>,
        (f64, Vec<f32>),
        char,
        Option<bool>,
        Option<()>,
    ),
    parts: (
        Vec<Amount>,
        Option<Part>,
        Option<Part>,
        Option<Part>,
        Vec<Part>,
        Option<Clash>,
    ),
    bare_name: bool,
}

fn fields() -> impl Strategy<Value = Fields> {
    let attributes = (
        text(),
        option::of(text().prop_map(Id)),
        option::of(text()),
        option::of(text()),
        option::of(text()),
        option::of(qname()),
    );
    let strings = (
        text(),
        option::of(text()),
        vec(text(), 0..4),
        level(),
        vec(level(), 0..3),
        option::of(text().prop_map(Id)),
    );
    let simple = (
        option::of(qname()),
        any::<i64>(),
        option::of(any::<u128>()),
        (float(), vec(float().prop_map(narrow), 0..3)),
        character(),
        any::<Option<bool>>(),
        any::<Option<()>>(),
    );
    let parts = (
        vec(amount(), 0..3),
        option::of(part()),
        option::of(part()),
        option::of(part()),
        vec(part(), 0..2),
        option::of(clash()),
    );
    (attributes, strings, simple, parts, any::<bool>()).prop_map(
        |(attributes, strings, simple, parts, bare_name)| Fields {
            attributes,
            strings,
            simple,
            parts,
            bare_name,
        },
    )
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![
        Just(Level::Low),
        Just(Level::High),
        text().prop_map(|text| Level::of(&text)),
    ]
}

impl Level {
    /// White space around a value is none of it, and a value that is known is not another one.
    fn of(text: &str) -> Self {
        match text.trim_matches([' ', '\t', '\r', '\n']) {
            "Low" => Self::Low,
            "<high & mighty>" => Self::High,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl<'a> Arbitrary<'a> for Level {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        bytes.arbitrary().map(Self::of)
    }
}

/// A name, of those that generated ones are.
fn name(bytes: &mut Unstructured<'_>) -> arbitrary::Result<Option<QName>> {
    if bytes.arbitrary()? {
        return Ok(None);
    }
    let (uri, local) = (bytes.choose(URIS)?, bytes.choose(NAMES)?);
    Ok(Some(QName::new(*uri, *local)))
}

fn amount() -> impl Strategy<Value = Amount> {
    (text(), option::of(level()), text()).prop_map(|(unit, mark, text)| Amount { unit, mark, text })
}

fn part() -> impl Strategy<Value = Part> {
    let leaf = (option::of(text()), vec(text(), 0..3), option::of(text()));
    vec(leaf, 1..4).prop_map(|levels| {
        let part = levels.into_iter().fold(None, |inner, (mark, item, home)| {
            Some(Part {
                mark,
                item,
                home,
                part: inner.map(Box::new),
            })
        });
        part.unwrap()
    })
}

fn clash() -> impl Strategy<Value = Clash> {
    (text(), option::of(qname())).prop_map(|(item, name)| Clash { item, name })
}
