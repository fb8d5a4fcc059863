//! What tests of several keys share.

use std::fmt::Debug;

use um_messages::xml::{self, ReadElement, Root, WriteElement};
use um_messages::{ErrorKind, SoapMessage, SoapType};
use um_tests::roundtrip::refused;

pub(crate) mod namespaces {
    pub(crate) const CONSTANT: &str = "urn:constant";
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "")]
pub(crate) struct NowhereMessage {
    pub(crate) item: u8,
}

/// Without a namespace of its own: its fields have that of the element.
#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) struct Inheriting {
    pub(crate) state: String,
    pub(crate) more: Option<Box<Inheriting>>,
}

pub(crate) fn inheriting(state: &str) -> Inheriting {
    Inheriting {
        state: state.into(),
        more: None,
    }
}

#[derive(Debug, PartialEq, SoapType)]
pub(crate) enum RenamedKind {
    #[soap(rename = "1st-rate & more")]
    First,
    Second,
}

const ACTION: &str = "urn:a/ByConstant";

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", action = "urn:a/Ask", response = Answer)]
pub(crate) struct Ask {}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2", action = ACTION)]
pub(crate) struct Answer {}

pub(crate) fn seven() -> u8 {
    7
}

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) struct Part {
    pub(crate) item: u8,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) enum Open {
    Idle,
    #[soap(rename = "user-busy")]
    UserBusy,
    #[soap(other)]
    Unknown(String),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:n",
    prefix = "n",
    rename = "Text",
    namespace_alias = "urn:o"
)]
pub(crate) struct TextMessage(pub(crate) String);

pub(crate) const XSI: &str = r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;

#[track_caller]
pub(crate) fn unwritable<T: Root + WriteElement>(value: &T, part: &str) {
    let error = xml::to_string(value).unwrap_err();
    assert!(error.to_string().contains(part), "{error}");
}

#[track_caller]
pub(crate) fn missing<T>(document: &str, name: &str)
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let error = refused::<T>(document);
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(missing) if missing == name),
        "{error}"
    );
}

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:p", prefix = "p")]
pub(crate) struct Person {
    #[soap(attribute)]
    pub(crate) id: Option<u8>,
    pub(crate) name: String,
}
