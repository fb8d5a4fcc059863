//! A module without a prelude, whose own items have the names of everything that code leans on.
#![no_implicit_prelude]
#![allow(
    clippy::trivially_copy_pass_by_ref,
    dead_code,
    non_camel_case_types,
    non_upper_case_globals,
    unreachable_pub,
    unused_macros,
    reason = "the names are what is tested"
)]

macro_rules! shadow {
    ($($name:ident)*) => { $(pub struct $name;)* };
}

// Types, and the values of the same names.
shadow! {
    bool char str u8 u32 usize Option Some None Result Ok Err String Vec Box Cow Default From AsRef Iterator Self_ Error
    Token Node Name Reader Writer Scope State Slot Fact Claim Seat Shape Extent Content Group Root Envelope SoapMessage
    SoapType ReadElement WriteElement is_taken TypeInfo FieldInfo Tags Part End InOrder Children Plain PlainText
    element flattened any_element any_attribute
}

/// A pattern, where generated code has a variable of its name.
pub const __f0: ::core::primitive::u8 = 1;

pub mod core {}
pub mod std {}
pub mod alloc {}
pub mod um_messages {}
pub mod soap {}
pub mod diagnostic {}
pub mod clippy {}

macro_rules! assert {
    ($($_:tt)*) => {
        compile_error!("not this one")
    };
}
macro_rules! matches {
    ($($_:tt)*) => {
        compile_error!("not this one")
    };
}
macro_rules! panic {
    ($($_:tt)*) => {
        compile_error!("not this one")
    };
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapMessage)]
#[soap(namespace = "urn:a", action = "urn:x", response = Answer)]
pub struct Request<'a, T> {
    #[soap(attribute)]
    pub id: ::core::option::Option<::core::primitive::u8>,
    pub r#type: ::std::vec::Vec<T>,
    pub text: ::std::borrow::Cow<'a, ::core::primitive::str>,
    #[soap(default)]
    pub __state: ::core::primitive::u8,
    pub kind: Kind,
    #[soap(default = "seven", skip_if = "is_seven")]
    pub count: ::core::primitive::u8,
    #[soap(skip)]
    pub cache: ::core::primitive::u8,
}

/// What is read in the order of the fields, where code is optimized.
#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub struct Ordered<'a> {
    #[soap(attribute)]
    pub id: ::core::option::Option<::core::primitive::u8>,
    pub __fields: ::std::vec::Vec<&'a ::core::primitive::str>,
    #[soap(position)]
    pub __reader: ::core::option::Option<::um_messages::Position>,
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub struct Defaults<'a> {
    #[soap(attribute, default_text = "7", empty_is_default)]
    pub __slot: ::core::primitive::u8,
    #[soap(position)]
    pub __end: ::core::option::Option<::um_messages::Position>,
    #[soap(default_text = SEVEN, empty_is_default)]
    pub __reader: ::std::borrow::Cow<'a, ::core::primitive::str>,
    #[soap(default = "seven", empty_is_default)]
    pub __part: ::core::primitive::u8,
    #[soap(attribute, empty_is_none)]
    pub id: ::core::option::Option<::core::primitive::u8>,
    #[soap(empty_text = SEVEN)]
    pub __text: ::std::vec::Vec<::std::string::String>,
    #[soap(list, empty_is_none)]
    pub ids: ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
}

const SEVEN: &::core::primitive::str = "7";

fn seven() -> ::core::primitive::u8 {
    7
}

fn is_seven(count: &::core::primitive::u8) -> ::core::primitive::bool {
    *count == 7
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapMessage)]
#[soap(
    namespace = "urn:a",
    version = "1.2",
    inner = "Inner",
    deny_unknown_fields
)]
pub struct Answer {}

#[derive(::um_messages::SoapMessage)]
#[soap(crate = ::um_messages)]
pub enum Any<'a> {
    Request(Request<'a, ::core::primitive::u8>),
    #[allow(clippy::enum_variant_names, reason = "a name is tested")]
    None(Other),
}

#[derive(::um_messages::SoapMessage)]
#[soap(namespace = "urn:a")]
pub struct Other {}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub enum Kind {
    A,
    Ok,
    #[soap(other)]
    Other(::std::string::String),
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub struct Number(::core::primitive::u8);

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub struct Flattened<T> {
    #[soap(flatten)]
    pub choice: ::std::vec::Vec<Choice>,
    #[soap(flatten)]
    pub group: ::core::option::Option<T>,
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub enum Choice {
    Some(::core::primitive::u8),
    None(Kind),
    Err(Number),
    #[soap(flatten)]
    Text(Sub),
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub struct Sub {
    #[soap(rename = "S")]
    state: ::core::primitive::char,
}

#[derive(::core::fmt::Debug, ::core::cmp::PartialEq, ::um_messages::SoapType)]
pub struct Text {
    #[soap(text)]
    text: ::std::string::String,
}

#[::core::prelude::v1::test]
fn a_message() {
    super::same(
        &Request::<'_, ::core::primitive::u32> {
            id: ::core::option::Option::Some(1),
            r#type: ::std::vec![2, 3],
            text: ::std::borrow::Cow::Borrowed("a"),
            __state: 4,
            kind: Kind::Ok,
            count: 7,
            cache: 0,
        },
        "<Request xmlns=\"urn:a\" Id=\"1\"><Type>2</Type><Type>3</Type><Text>a</Text>\
         <State>4</State><Kind>Ok</Kind></Request>",
    );
}

#[::core::prelude::v1::test]
fn a_choice() {
    super::same(
        &Flattened {
            choice: ::std::vec![
                Choice::Some(1),
                Choice::None(Kind::A),
                Choice::Err(Number(2)),
                Choice::Text(Sub { state: 'x' }),
            ],
            group: ::core::option::Option::None::<Sub>,
        },
        "<Flattened><Some>1</Some><None>A</None><Err>2</Err><S>x</S></Flattened>",
    );
}
