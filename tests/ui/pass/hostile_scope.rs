//! Nothing in scope is what its name says, and there is no prelude.
#![no_implicit_prelude]
#![allow(non_camel_case_types, dead_code)]
pub struct bool;
pub struct str;
pub struct usize;
pub struct Option;
pub struct Result;
pub struct String;
pub struct Vec;
pub mod core {}
pub mod std {}
#[allow(non_snake_case)]
pub fn Ok() {}
#[derive(::um_messages::SoapMessage)]
#[soap(crate = ::um_messages, namespace = "urn:a", action = "urn:x", response = B)]
pub struct A<'a, T> {
    #[soap(attribute)]
    pub id: ::std::option::Option<u8>,
    pub r#type: ::std::vec::Vec<T>,
    pub text: &'a ::core::primitive::str,
    #[soap(default)]
    pub __state: u8,
    pub kind: Kind,
}
#[derive(::um_messages::SoapMessage)]
#[soap(crate = ::um_messages, namespace = "urn:a")]
pub struct B {}
#[derive(::um_messages::SoapMessage)]
#[soap(crate = ::um_messages)]
pub enum E {
    B(B),
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages)]
pub enum Kind {
    A,
    #[soap(other)]
    Other(::std::string::String),
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages)]
pub struct N(u8);
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages)]
pub struct F<T> {
    #[soap(flatten)]
    pub choice: ::std::vec::Vec<C>,
    #[soap(flatten)]
    pub group: T,
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages)]
pub struct G {
    #[soap(list)]
    pub list: ::std::vec::Vec<u8>,
    #[soap(wrapper = "W", nillable)]
    pub wrapped: ::std::vec::Vec<::std::option::Option<u8>>,
    #[soap(wrapper = "X", flatten)]
    pub choices: ::std::vec::Vec<C>,
    #[soap(with = "module", cdata)]
    pub with: u8,
    #[soap(any)]
    pub any: ::std::vec::Vec<::um_messages::xml::Element>,
    #[soap(any_attribute)]
    pub attributes: ::std::vec::Vec<::um_messages::xml::Attribute>,
}
pub mod module {
    pub fn to_text(_: &u8) -> &'static ::core::primitive::str {
        "1"
    }
    pub fn from_text(_: &::core::primitive::str) -> ::core::result::Result<u8, u8> {
        ::core::result::Result::Ok(1)
    }
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages, union)]
pub enum U<T> {
    Some(T),
    None(Kind),
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages, xsi_type)]
pub enum X<T> {
    #[soap(default)]
    Some(T),
    None(Kind),
    #[soap(other)]
    Other(::um_messages::xml::Element),
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages, ordered)]
pub struct O {
    #[soap(flatten)]
    pub choice: ::std::option::Option<C>,
    pub last: u8,
}
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages)]
pub enum C {
    Some(u8),
    None(Kind),
    #[soap(flatten)]
    B(B),
}

/// Variants that are called as what the traits of the library have.
#[derive(::um_messages::SoapType)]
#[soap(crate = ::um_messages)]
pub enum S<T> {
    State(u8),
    Item(T),
    Err(u8),
    INFO(u8),
    #[soap(flatten)]
    Answer(O),
}

fn main() {}
