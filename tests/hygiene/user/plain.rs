//! A user's crate, as strict as they come: every shape of the derives, written and read.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    unused_qualifications,
    unused_results,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::absolute_paths,
    clippy::shadow_unrelated,
    clippy::str_to_string,
    clippy::exhaustive_structs,
    clippy::missing_inline_in_public_items
)]
#![forbid(unsafe_code)]
#![allow(
    clippy::exhaustive_structs,
    clippy::missing_inline_in_public_items,
    reason = "types that everyone may build, and generated functions that may be inlined anyway"
)]

use std::borrow::Cow;

use um_messages::soap::Block;
use um_messages::{Envelope, Error, SoapMessage, SoapOperation, SoapType, xml};

/// Asks for the state of a call.
#[derive(Debug, Clone, PartialEq, Eq, SoapMessage)]
#[soap(namespace = "urn:calls", prefix = "c", action = "urn:calls/Call", response = CallResponse)]
pub struct Call<'a> {
    /// Which call.
    #[soap(attribute)]
    pub id: u32,
    /// Where it is from.
    #[soap(attribute, namespace = "urn:other", prefix = "o")]
    pub origin: Option<String>,
    /// What it is about.
    pub subject: Cow<'a, str>,
    /// Who takes part.
    #[soap(alias = "Member")]
    pub party: Vec<Party>,
    /// How it ends.
    #[soap(default, skip_if = "String::is_empty")]
    pub cause: String,
    /// The parts of both.
    #[soap(flatten)]
    pub parts: Parts<Box<str>>,
}

/// Answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapMessage)]
#[soap(namespace = "urn:calls", inner = "CallResponse", deny_unknown_fields)]
pub struct CallResponse {
    /// The state of the call.
    pub state: State,
}

/// The states of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum State {
    /// Nothing happens.
    Idle,
    /// People talk.
    #[soap(alias = "Busy")]
    Connected,
}

/// A person or a room.
#[derive(Debug, Clone, PartialEq, Eq, SoapType)]
pub enum Party {
    /// A person.
    Person(Person),
    /// A room.
    #[soap(rename = "Place")]
    Room(Number),
    /// Nobody at all.
    Nobody(()),
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, SoapType)]
pub struct Person {
    /// In which language the name is.
    #[soap(attribute)]
    pub language: Option<Language>,
    /// The name.
    #[soap(text)]
    pub name: String,
    /// Not of the message.
    #[soap(skip)]
    pub visits: usize,
}

/// A language.
#[derive(Debug, Clone, PartialEq, Eq, SoapType)]
#[soap(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Any other.
    #[soap(other)]
    Other(String),
}

/// A number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub struct Number(pub u16);

/// What several messages have.
#[derive(Debug, Clone, PartialEq, Eq, SoapType)]
pub struct Parts<T> {
    /// Parts of any type.
    pub part: Vec<T>,
    /// One more of these.
    pub next: Option<Box<Self>>,
}

/// Header blocks.
#[derive(Debug, PartialEq, Eq, SoapType)]
#[soap(namespace = "urn:headers", prefix = "h")]
pub struct Headers {
    /// Traces the message.
    pub trace: Option<Block<String>>,
}

/// Any message of the service.
#[derive(Debug, Clone, PartialEq, Eq, SoapMessage)]
pub enum Any<'a> {
    /// A request.
    Call(Call<'a>),
    /// An answer.
    CallResponse(CallResponse),
}

fn answer<T: SoapOperation>(_: &T, xml: &str) -> Result<T::Response, Error> {
    T::Response::from_envelope(xml)
}

fn main() -> Result<(), Error> {
    let call = Call {
        id: 1,
        origin: Some("a".into()),
        subject: "b".into(),
        party: vec![
            Party::Person(Person {
                language: Some(Language::En),
                name: "Ada".into(),
                visits: 0,
            }),
            Party::Room(Number(2)),
            Party::Nobody(()),
        ],
        cause: String::new(),
        parts: Parts {
            part: vec!["c".into()],
            next: None,
        },
    };
    let xml = call.to_envelope()?;
    assert_eq!(Call::from_envelope(&xml)?, call);
    assert_eq!(Any::from_envelope(&xml)?, Any::Call(call.clone()));

    let response = CallResponse { state: State::Idle };
    assert_eq!(answer(&call, &response.to_envelope()?)?, response);

    let headers = Headers {
        trace: Some(Block::new("d".to_owned())),
    };
    let with_headers = Envelope::new(response).with_header(headers).to_xml()?;
    let envelope = Envelope::<CallResponse, Headers>::from_xml(&with_headers)?;
    assert_eq!(envelope.body, response);

    let text = xml::to_string(&Number(3))?;
    assert_eq!(xml::from_str::<Number>(&text)?, Number(3));
    Ok(())
}
