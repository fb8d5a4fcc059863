//! A user's crate that has the library under another name.
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic, clippy::nursery)]
#![forbid(unsafe_code)]

use soap::{Error, SoapMessage, SoapType};

/// A message.
#[derive(Debug, PartialEq, Eq, SoapMessage)]
#[soap(crate = soap, namespace = "urn:a")]
pub struct Message {
    /// An element.
    pub element: Option<u8>,
    /// A choice.
    #[soap(flatten)]
    pub choice: Vec<Choice>,
}

/// A choice.
#[derive(Debug, PartialEq, Eq, SoapType)]
#[soap(crate = ::soap)]
pub enum Choice {
    /// One.
    One(Newtype),
    /// Another.
    Another(Values),
}

/// A number.
#[derive(Debug, PartialEq, Eq, SoapType)]
#[soap(crate = soap)]
pub struct Newtype(u8);

/// Values.
#[derive(Debug, PartialEq, Eq, SoapType)]
#[soap(crate = "soap")]
pub enum Values {
    /// A value.
    Value,
}

/// One message of one.
#[derive(Debug, PartialEq, Eq, SoapMessage)]
#[soap(crate = "::soap")]
pub enum Any {
    /// That one.
    Message(Message),
}

fn main() -> Result<(), Error> {
    let any = Any::Message(Message {
        element: Some(1),
        choice: vec![Choice::One(Newtype(2)), Choice::Another(Values::Value)],
    });
    assert_eq!(Any::from_envelope(&any.to_envelope()?)?, any);
    Ok(())
}
