//! Traits in scope that give every type the methods that generated code may call on the runtime's.
#![allow(
    dead_code,
    clippy::new_ret_no_self,
    clippy::wrong_self_convention,
    reason = "the names are what is tested"
)]

use um_messages::{SoapMessage, SoapType};

use super::same;

macro_rules! hostile {
    ($($name:ident)*) => {
        /// Found before a method that takes the receiver by reference.
        pub(crate) trait ByValue: Sized {
            $(fn $name(self) -> Never { Never })*
        }
        impl<T> ByValue for T {}
        /// Found before a method of what the receiver refers to.
        pub(crate) trait ByReference {
            $(fn $name(&self) -> Never { Never })*
        }
        impl<T: ?Sized> ByReference for T {}
    };
}

pub(crate) struct Never;

hostile! {
    read fill take claim claim_attribute claim_body seat finish read_element read_text read_field write_element write_text
    write_field write_content write_attributes write_attribute write_body facts declare action aliases expected is is_in
    attribute_is attribute_is_in is_taken is_full is_filled is_some is_none second_choice missing_choice unknown_value collapsed
    as_str as_ref from default push scope name with with_variant skip error text of deref clone into next len
    start choose info offer choice missing element attribute leaf instead flattened called around in_namespace prefixed new is_optional
    declare_any_attributes write_any_attributes flatten_fault has_conflict read_fields write_fields unwrap_or_default
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:a",
    prefix = "a",
    action = "urn:x",
    namespace_alias = "urn:b"
)]
struct Message<T> {
    #[soap(attribute, namespace = "urn:c", prefix = "c")]
    id: Option<u8>,
    #[soap(attribute)]
    kind: Kind,
    #[soap(alias = "Old", default, skip_if = "String::is_empty")]
    name: String,
    #[soap(unqualified)]
    plain: bool,
    #[soap(namespace = "urn:d")]
    other: Vec<T>,
    #[soap(flatten)]
    choice: Vec<Choice>,
    #[soap(flatten)]
    group: Option<Group>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Kind {
    A,
    #[soap(other)]
    Other(String),
}

#[derive(Debug, PartialEq, SoapType)]
enum Closed {
    A,
    B,
}

#[derive(Debug, PartialEq, SoapType)]
enum Choice {
    One(u8),
    #[soap(flatten)]
    Two(Two),
}

#[derive(Debug, PartialEq, SoapType)]
struct Two {
    first: Closed,
    second: Number,
}

#[derive(Debug, PartialEq, SoapType)]
struct Number(u8);

#[derive(Debug, PartialEq, SoapType)]
struct Group {
    #[soap(attribute)]
    size: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct Text {
    #[soap(text)]
    text: String,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a")]
struct Other {}

#[derive(Debug, PartialEq, SoapMessage)]
enum Any {
    Message(Message<u8>),
    Other(Other),
}

#[test]
fn a_message() {
    same(
        &Message {
            id: Some(1),
            kind: Kind::A,
            name: String::new(),
            plain: true,
            other: vec![2_u8],
            choice: vec![
                Choice::One(3),
                Choice::Two(Two {
                    first: Closed::B,
                    second: Number(4),
                }),
            ],
            group: None,
        },
        "<a:Message xmlns:a=\"urn:a\" xmlns:c=\"urn:c\" c:Id=\"1\" Kind=\"A\"><Plain>true</Plain>\
         <Other xmlns=\"urn:d\">2</Other><a:One>3</a:One><a:First>B</a:First><a:Second>4</a:Second></a:Message>",
    );
}

#[test]
fn one_of_several_messages() {
    let any = Any::Other(Other {});
    let xml = SoapMessage::to_envelope(&any).unwrap();
    assert_eq!(<Any as SoapMessage>::from_envelope(&xml).unwrap(), any);
}
