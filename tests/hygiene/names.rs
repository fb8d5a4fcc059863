//! Identifiers that are raw, not ASCII, keywords of some edition, or look like those of generated code.
#![allow(
    non_snake_case,
    non_camel_case_types,
    non_upper_case_globals,
    dead_code,
    reason = "the names are what is tested"
)]

use um_messages::{SoapMessage, SoapType};
use um_tests::sources::both_messages;

use super::same;

// Items of the names that generated code uses inside, none of which a field's type mentions; and constants, which
// are what a variable of the name would be compared with.
mod __rt {}
struct __State {}
fn __message() {}
const is_taken: u8 = 1;
const namespace: u8 = 1;
const field: u8 = 1;

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a")]
struct r#struct {
    r#type: u8,
    r#gen: u8,
    #[soap(attribute)]
    r#async: u8,
    #[soap(flatten)]
    r#dyn: Vec<r#enum>,
    r#match: r#fn,
    r#true: r#bool,
}

type r#bool = Option<r#try>;

#[derive(Debug, PartialEq, SoapType)]
enum r#enum {
    r#A(u8),
    r#loop(u8),
}

#[derive(Debug, PartialEq, SoapType)]
enum r#try {
    r#yield,
    #[soap(rename_all = "verbatim")]
    #[cfg(any())]
    gone,
}

#[derive(Debug, PartialEq, SoapType)]
struct r#fn(u8);

#[test]
fn raw_identifiers() {
    same(
        &r#struct {
            r#type: 1,
            r#gen: 2,
            r#async: 3,
            r#dyn: vec![r#enum::A(4), r#enum::r#loop(5)],
            r#match: r#fn(6),
            r#true: Some(r#try::r#yield),
        },
        "<struct xmlns=\"urn:a\" Async=\"3\"><Type>1</Type><Gen>2</Gen><A>4</A><loop>5</loop>\
         <Match>6</Match><True>yield</True></struct>",
    );
}

#[derive(Debug, PartialEq, SoapType)]
struct Straße<Größe> {
    #[soap(attribute)]
    größe: Größe,
    名前: String,
    été_à_pied: Élan,
}

#[derive(Debug, PartialEq, SoapType)]
enum Élan {
    Ça(u8),
    Другое(Été),
}

#[derive(Debug, PartialEq, SoapType)]
enum Été {
    Août,
}

#[test]
fn identifiers_that_are_not_ascii() {
    same(
        &Straße {
            größe: 1_u8,
            名前: "山".into(),
            été_à_pied: Élan::Другое(Été::Août),
        },
        "<Straße Größe=\"1\"><名前>山</名前><ÉtéÀPied><Другое>Août</Другое></ÉtéÀPied></Straße>",
    );
}

#[derive(Debug, PartialEq, SoapType)]
struct Underscores<T, __T> {
    _a: T,
    __state: T,
    b_: __T,
    __marker: T,
    __f0: T,
    self_: T,
}

#[derive(Debug, PartialEq, SoapType)]
enum Slots {
    __Empty(u8),
    __F0(u8),
    __F1(()),
}

#[test]
fn identifiers_like_those_of_generated_code() {
    same(
        &Underscores {
            _a: 1_u8,
            __state: 2,
            b_: 3_u8,
            __marker: 4,
            __f0: 5,
            self_: 6,
        },
        "<Underscores><A>1</A><State>2</State><B>3</B><Marker>4</Marker><F0>5</F0><Self>6</Self></Underscores>",
    );
    same(&Slots::__F0(1), "<Slots><__F0>1</__F0></Slots>");
    same(&Slots::__F1(()), "<Slots><__F1/></Slots>");
}

/// Types of the user's that are called as those of the derive's output are.
mod names_of_the_user {
    use um_messages::{SoapMessage, SoapType};

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct String {
        pub(crate) token: Token,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct Token(pub(crate) u8);

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) enum Option {
        None,
        Some,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct Error {
        #[soap(attribute)]
        pub(crate) option: Option,
    }

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:names")]
    pub(crate) struct Node {
        pub(crate) string: String,
        pub(crate) error: Vec<Error>,
        pub(crate) result: Result,
    }

    #[derive(Debug, PartialEq, SoapType)]
    pub(crate) struct Result {}
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn names_of_the_user_have_no_effect() {
    use names_of_the_user::{Error, Node, Option, Result, String, Token};
    let node = Node {
        string: String { token: Token(7) },
        error: vec![
            Error {
                option: Option::None,
            },
            Error {
                option: Option::Some,
            },
        ],
        result: Result {},
    };
    let written = node.to_envelope().unwrap();
    let expected = "<Node xmlns=\"urn:names\"><String><Token>7</Token></String><Error Option=\"None\"/><Error Option=\"Some\"/><Result/></Node>";
    assert!(written.contains(expected), "{written}");
    assert_eq!(both_messages::<Node>(&written).unwrap(), node);
}
