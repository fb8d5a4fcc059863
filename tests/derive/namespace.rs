//! The key `namespace`, and whose namespace counts without it.

use um_messages::xml::{Namespace, QName};
use um_messages::{ErrorKind, NamedMessage, SoapMessage, SoapType};
use um_tests::documents::body;
use um_tests::errors::request_error;
use um_tests::roundtrip::{reads, reads_message, refused, same, same_message};

use crate::types::{Inheriting, NowhereMessage, inheriting, namespaces};

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:literal")]
struct ByLiteral {
    item: u8,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = namespaces::CONSTANT)]
struct ByConstant {
    item: u8,
}

#[test]
fn namespace_by_literal_and_by_constant() {
    same(
        &ByLiteral { item: 1 },
        r#"<ByLiteral xmlns="urn:literal"><Item>1</Item></ByLiteral>"#,
    );
    same(
        &ByConstant { item: 2 },
        r#"<ByConstant xmlns="urn:constant"><Item>2</Item></ByConstant>"#,
    );
    let error =
        refused::<ByConstant>("<ByConstant xmlns='urn:literal'><Item>2</Item></ByConstant>");
    assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
}

#[derive(Debug, PartialEq, SoapType)]
struct NowhereType {
    item: u8,
}

#[test]
fn namespace_of_none() {
    same_message(
        &NowhereMessage { item: 1 },
        "<NowhereMessage><Item>1</Item></NowhereMessage>",
    );
    assert_eq!(<NowhereMessage as NamedMessage>::NAMESPACE, "");
    same(
        &NowhereType { item: 1 },
        "<NowhereType><Item>1</Item></NowhereType>",
    );
    let error = refused::<NowhereType>("<NowhereType xmlns='urn:a'><Item>1</Item></NowhereType>");
    assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t")]
struct Governing {
    inheriting: Inheriting,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m")]
struct DefaultStyle {
    first: Governing,
    second: Inheriting,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct PrefixedGoverning {
    inheriting: Inheriting,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct PrefixedStyle {
    first: PrefixedGoverning,
    second: Inheriting,
}

#[test]
fn the_struct_that_declares_a_field_names_its_element() {
    same(
        &DefaultStyle {
            first: Governing {
                inheriting: inheriting("a"),
            },
            second: inheriting("b"),
        },
        concat!(
            r#"<DefaultStyle xmlns="urn:m"><First><Inheriting xmlns="urn:t"><State>a</State>"#,
            "</Inheriting></First><Second><State>b</State></Second></DefaultStyle>",
        ),
    );
    same(
        &PrefixedStyle {
            first: PrefixedGoverning {
                inheriting: inheriting("a"),
            },
            second: inheriting("b"),
        },
        concat!(
            r#"<m:PrefixedStyle xmlns:m="urn:m" xmlns:t="urn:t"><m:First><t:Inheriting>"#,
            "<t:State>a</t:State></t:Inheriting></m:First><m:Second><m:State>b</m:State></m:Second>",
            "</m:PrefixedStyle>",
        ),
    );
    // In the namespace of the type, not of the element: not found.
    let error = refused::<DefaultStyle>(
        "<DefaultStyle xmlns='urn:m'><First><Inheriting><State>a</State></Inheriting></First>\
         <Second><State>b</State></Second></DefaultStyle>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingElement(_)));
}

#[test]
fn an_inherited_namespace_goes_all_the_way_down() {
    let value = PrefixedStyle {
        first: PrefixedGoverning {
            inheriting: Inheriting {
                more: Some(Box::new(inheriting("b"))),
                ..inheriting("a")
            },
        },
        second: inheriting("c"),
    };
    same(
        &value,
        concat!(
            r#"<m:PrefixedStyle xmlns:m="urn:m" xmlns:t="urn:t"><m:First><t:Inheriting>"#,
            "<t:State>a</t:State><t:More><t:State>b</t:State></t:More></t:Inheriting></m:First>",
            "<m:Second><m:State>c</m:State></m:Second></m:PrefixedStyle>",
        ),
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Homes {
    inherited: u8,
    #[soap(namespace = "urn:b")]
    own: u8,
    #[soap(namespace = "urn:c", prefix = "c")]
    own_prefixed: u8,
    #[soap(unqualified)]
    unqualified: u8,
    #[soap(namespace = "")]
    nowhere: u8,
    again: u8,
}

#[test]
fn namespace_prefix_and_unqualified_on_a_field() {
    same(
        &Homes {
            inherited: 1,
            own: 2,
            own_prefixed: 3,
            unqualified: 4,
            nowhere: 5,
            again: 6,
        },
        concat!(
            r#"<Homes xmlns="urn:a" xmlns:c="urn:c"><Inherited>1</Inherited>"#,
            r#"<Own xmlns="urn:b">2</Own><c:OwnPrefixed>3</c:OwnPrefixed>"#,
            r#"<Unqualified xmlns="">4</Unqualified><Nowhere xmlns="">5</Nowhere>"#,
            "<Again>6</Again></Homes>",
        ),
    );
    let error = refused::<Homes>(
        "<Homes xmlns='urn:a' xmlns:b='urn:b' xmlns:c='urn:c'><Inherited>1</Inherited>\
         <b:Own>2</b:Own><c:OwnPrefixed>3</c:OwnPrefixed><Unqualified>4</Unqualified>\
         <Nowhere xmlns=''>5</Nowhere><Again>6</Again></Homes>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Unqualified"));
}

// Chameleon include: types of a schema without a target namespace have that of the schema that includes it,
// as a type of an element, as a base, as a group, as a choice.

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) struct Chameleon {
    pub(crate) color: String,
    #[soap(flatten)]
    pub(crate) mood: Mood,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) enum Mood {
    Calm(()),
    Angry(u8),
}

pub(crate) fn chameleon() -> Chameleon {
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

/// The field is missing, and what stands there in its stead is said.
#[test]
fn a_leaf_in_another_namespace() {
    let document = body("<m:GetCallInfo><CallId>1</CallId></m:GetCallInfo>");
    let error = request_error(&document);
    assert!(
        error.to_string().starts_with("missing element `CallId`"),
        "{error}"
    );
    assert!(error.to_string().contains("namespace"), "{error}");
}

const MESSAGES: Namespace = Namespace::new("urn:messages")
    .with_prefix("m")
    .with_aliases(&["urn:messages:old", "urn:messages:older"]);
const TYPES: Namespace = Namespace::new("urn:types")
    .with_prefix("t")
    .with_aliases(&["urn:types:old"]);
const NOTES: Namespace = Namespace::new("urn:notes").with_aliases(&["urn:notes:old"]);

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = MESSAGES, namespace_alias = "urn:messages:oldest")]
struct Order {
    #[soap(attribute, namespace = TYPES)]
    id: u8,
    by: Customer,
    #[soap(namespace = NOTES)]
    note: Option<String>,
    #[soap(wrapper = "Parts", rename = "Part", namespace = TYPES)]
    parts: Vec<u16>,
    kind: Kinds,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = TYPES, inner = "Person")]
struct Customer {
    name: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = TYPES, xsi_type)]
enum Kinds {
    Plain(Plain),
}

#[derive(Debug, PartialEq, SoapType)]
struct Plain {}

fn order() -> Order {
    Order {
        id: 1,
        by: Customer { name: "Ada".into() },
        note: Some("n".into()),
        parts: vec![2],
        kind: Kinds::Plain(Plain {}),
    }
}

const ORDER: &str = concat!(
    r#"<m:Order xmlns:m="urn:messages" xmlns:t="urn:types" t:Id="1">"#,
    r#"<m:By><t:Person><t:Name>Ada</t:Name></t:Person></m:By><Note xmlns="urn:notes">n</Note>"#,
    r#"<t:Parts><t:Part>2</t:Part></t:Parts><m:Kind xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#,
    r#"xsi:type="t:Plain"/></m:Order>"#,
);

#[test]
fn a_constant_has_uri_prefix_and_other_spellings() {
    same_message(&order(), ORDER);
    same(&order(), ORDER);
    for (uri, alias) in [
        ("urn:messages", "urn:messages:old"),
        ("urn:messages", "urn:messages:older"),
        ("urn:messages", "urn:messages:oldest"),
        ("urn:types", "urn:types:old"),
        ("urn:notes", "urn:notes:old"),
    ] {
        let spelled = ORDER.replace(&format!("\"{uri}\""), &format!("\"{alias}\""));
        assert_ne!(spelled, ORDER);
        reads_message(&spelled, &order());
        // The key is one of messages.
        if alias != "urn:messages:oldest" {
            reads(&spelled, &order());
        }
    }
    let other = ORDER.replace("urn:messages", "urn:other");
    assert!(Order::from_envelope(&body(&other)).is_err());
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = TYPES, prefix = "own")]
struct Generic<T> {
    value: T,
    #[soap(namespace = MESSAGES, prefix = "msg")]
    more: Option<T>,
}

#[test]
fn a_key_has_the_last_word_on_the_prefix() {
    same(
        &Generic {
            value: 1,
            more: Some(2),
        },
        concat!(
            r#"<own:Generic xmlns:own="urn:types" xmlns:msg="urn:messages"><own:Value>1</own:Value>"#,
            "<msg:More>2</msg:More></own:Generic>",
        ),
    );
    assert_eq!((TYPES.uri(), TYPES.prefix()), ("urn:types", "t"));
    assert_eq!(MESSAGES.aliases().len(), 2);
    assert!(QName::new(TYPES, "Name").is("urn:types", "Name"));
}

/// The signs that are escaped may stand in the name of a namespace, in a literal as well as in a constant.
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "http://h/i.php?a=1&b=<\"2\">", prefix = "m")]
struct Escaped {
    #[soap(namespace = AMPERSAND)]
    item: u8,
}

const AMPERSAND: &str = "http://h/i.php?a=1&b=2";

#[test]
fn the_name_of_a_namespace_is_escaped() {
    same(
        &Escaped { item: 1 },
        concat!(
            r#"<m:Escaped xmlns:m="http://h/i.php?a=1&amp;b=&lt;&quot;2&quot;&gt;">"#,
            r#"<Item xmlns="http://h/i.php?a=1&amp;b=2">1</Item></m:Escaped>"#,
        ),
    );
}
