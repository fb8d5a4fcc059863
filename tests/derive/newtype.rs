//! Tuple structs of one field.

use um_messages::{NamedMessage, SoapMessage, SoapType};
use um_tests::roundtrip::{reads_message, same, same_message};

use crate::types::{Open, Part, TextMessage};

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Id(u32);

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Ids(Id);

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:n", prefix = "n", rename = "Named")]
struct NamedPart(Part);

#[derive(Clone, Debug, PartialEq, SoapType)]
struct NewState(Open);

#[derive(Debug, PartialEq, SoapType)]
struct Newtypes {
    #[soap(attribute)]
    attribute: Id,
    #[soap(attribute)]
    maybe: Option<Ids>,
    element: Id,
    nested: Option<Ids>,
    list: Vec<Id>,
    part: NamedPart,
    state: NewState,
}

#[derive(Debug, PartialEq, SoapType)]
struct NewtypeText {
    #[soap(text)]
    id: Ids,
}

#[test]
fn a_newtype_stands_for_its_content() {
    same(
        &Newtypes {
            attribute: Id(1),
            maybe: Some(Ids(Id(2))),
            element: Id(3),
            nested: Some(Ids(Id(4))),
            list: vec![Id(5), Id(6)],
            part: NamedPart(Part { item: 7 }),
            state: NewState(Open::Idle),
        },
        concat!(
            r#"<Newtypes Attribute="1" Maybe="2"><Element>3</Element><Nested>4</Nested>"#,
            "<List>5</List><List>6</List><Part><Item>7</Item></Part><State>Idle</State></Newtypes>",
        ),
    );
    same(
        &NewtypeText { id: Ids(Id(8)) },
        "<NewtypeText>8</NewtypeText>",
    );
    // Its own name counts where nobody else names it.
    same(&Ids(Id(9)), "<Ids>9</Ids>");
    same(
        &NamedPart(Part { item: 1 }),
        r#"<n:Named xmlns:n="urn:n"><n:Item>1</n:Item></n:Named>"#,
    );
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:n", action = "urn:n/NewMessage", response = NewMessage)]
struct NewMessage(Part);

#[test]
fn a_newtype_is_a_message() {
    same_message(
        &NewMessage(Part { item: 1 }),
        r#"<NewMessage xmlns="urn:n"><Item>1</Item></NewMessage>"#,
    );
    same_message(
        &TextMessage("x".into()),
        r#"<n:Text xmlns:n="urn:n">x</n:Text>"#,
    );
    reads_message("<Text xmlns='urn:o'>x</Text>", &TextMessage("x".into()));
    assert_eq!(NewMessage::ACTION, Some("urn:n/NewMessage"));
}
