//! The values that the documents are made of, and those of their types that the bench has not.

use um_messages::{SoapMessage, SoapType, um};

use crate::mailbox;

const LISTS: &str = "urn:example:lists";

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = LISTS, prefix = "l")]
pub(crate) struct Note {
    pub(crate) text: String,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = LISTS, prefix = "l")]
pub(crate) struct List {
    pub(crate) entry: Vec<Entry>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = LISTS, prefix = "l")]
pub(crate) struct Entry {
    #[soap(attribute)]
    pub(crate) id: String,
    #[soap(attribute)]
    pub(crate) change_key: String,
    #[soap(attribute)]
    pub(crate) name: String,
    #[soap(attribute)]
    pub(crate) kind: String,
    #[soap(attribute)]
    pub(crate) unit: String,
    #[soap(attribute)]
    pub(crate) state: String,
    #[soap(attribute)]
    pub(crate) size: u32,
    #[soap(attribute)]
    pub(crate) count: u32,
    #[soap(attribute)]
    pub(crate) limit: u32,
    #[soap(attribute)]
    pub(crate) offset: u32,
    #[soap(attribute)]
    pub(crate) rank: u32,
    #[soap(attribute)]
    pub(crate) language: String,
}

pub(crate) fn request() -> um::GetCallInfo {
    let call_id =
        "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QGRmLWV1bS0wMS5leGFtcGxlLmNvbQ==";
    um::GetCallInfo {
        call_id: call_id.to_owned(),
    }
}

pub(crate) fn response() -> um::GetCallInfoResponse {
    um::GetCallInfoResponse {
        call_state: um::CallState::Connected,
        event_cause: um::EventCause::None,
    }
}

/// Items of which every fourth has a reference in its subject, and every fourth a letter beyond ASCII.
pub(crate) fn find_item(count: u32) -> mailbox::FindItemResponse {
    let mut response = mailbox::response(count);
    for (number, message) in response.root_folder.items.message.iter_mut().enumerate() {
        match number % 4 {
            1 => message.subject = format!("Re: terms & conditions, no. {number}"),
            3 => message.subject = format!("Anruf von Jörg Müller, Nr. {number}"),
            _ => {}
        }
    }
    response
}

/// 4 MiB of sentences, with `end` behind each.
pub(crate) fn note(end: &str) -> Note {
    let sentence =
        format!("The quick brown fox jumps over the lazy dog, and the dog sleeps on.{end}");
    let mut text = sentence.repeat(4 * 1024 * 1024 / sentence.len());
    text.push('.');
    Note { text }
}

pub(crate) fn list() -> List {
    List {
        entry: (0..5_000).map(entry).collect(),
    }
}

fn entry(number: u32) -> Entry {
    let text = |name| format!("{name} number {number}");
    Entry {
        id: text("id"),
        change_key: text("change key"),
        name: text("name"),
        kind: text("kind"),
        unit: text("unit"),
        state: text("state"),
        size: number * 9 + 6,
        count: number * 10 + 7,
        limit: number * 11 + 8,
        offset: number * 12 + 9,
        rank: number * 13 + 10,
        language: text("language"),
    }
}
