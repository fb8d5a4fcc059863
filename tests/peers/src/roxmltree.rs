//! roxmltree, and code by hand that makes the values of its tree.

use std::str::FromStr;

use roxmltree::{Document as Tree, Node};
use um_messages::um::{CallState, EventCause, GetCallInfo, GetCallInfoResponse};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::mailbox::{
    FindItemResponse, Importance, ItemId, Items, Length, Mailbox, Message, Recipient, RootFolder,
    Unit,
};
use crate::uris::{Lists, Messages, Soap, Types};
use crate::values::{Entry, List, Note};

pub(crate) struct Roxmltree;

impl Contender for Roxmltree {
    fn name(&self) -> &'static str {
        "roxmltree, by hand"
    }

    fn package(&self) -> &'static str {
        "roxmltree"
    }

    fn role(&self) -> Role {
        Role::ByHand
    }

    fn unchecked(&self) -> &'static str {
        "what the types do not name"
    }

    fn read(&self, document: &Document) -> Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => Job::reading(xml, |xml| read(xml, request), |value| value),
            Kind::Response => Job::reading(xml, |xml| read(xml, response), |value| value),
            Kind::Items => Job::reading(xml, |xml| read(xml, items), |value| value),
            Kind::Text => Job::reading(xml, |xml| read(xml, note), |value| value),
            Kind::Attributes => Job::reading(xml, |xml| read(xml, list), |value| value),
        }
    }

    fn write(&self, _: &Document) -> Result<Job, String> {
        Err("only reads".to_owned())
    }
}

type Found<T> = Result<T, String>;

fn read<T>(xml: &str, message: fn(Node<'_, '_>) -> Found<T>) -> Found<T> {
    let tree = Tree::parse(xml).map_err(|error| error.to_string())?;
    let envelope = tree.root_element();
    if !envelope.has_tag_name((Soap::URI, "Envelope")) {
        return Err("no envelope".to_owned());
    }
    message(child(envelope, Soap::URI, "Body")?)
}

fn child<'a, 'i>(parent: Node<'a, 'i>, namespace: &str, name: &str) -> Found<Node<'a, 'i>> {
    optional(parent, namespace, name).ok_or_else(|| format!("no {name}"))
}

fn optional<'a, 'i>(parent: Node<'a, 'i>, namespace: &str, name: &str) -> Option<Node<'a, 'i>> {
    parent
        .children()
        .find(|child| child.has_tag_name((namespace, name)))
}

fn text<T: FromStr>(parent: Node<'_, '_>, namespace: &str, name: &str) -> Found<T> {
    value(child(parent, namespace, name)?.text().unwrap_or_default())
}

fn attribute<T: FromStr>(element: Node<'_, '_>, name: &str) -> Found<T> {
    value(
        element
            .attribute(name)
            .ok_or_else(|| format!("no {name}"))?,
    )
}

fn value<T: FromStr>(text: &str) -> Found<T> {
    text.parse().map_err(|_| format!("`{text}` is none"))
}

fn request(body: Node<'_, '_>) -> Found<GetCallInfo> {
    let message = child(body, Messages::URI, "GetCallInfo")?;
    Ok(GetCallInfo {
        call_id: text(message, Messages::URI, "CallId")?,
    })
}

fn response(body: Node<'_, '_>) -> Found<GetCallInfoResponse> {
    let outer = child(body, Messages::URI, "GetCallInfoResponse")?;
    let message = child(outer, Messages::URI, "GetCallInfoResponse")?;
    Ok(GetCallInfoResponse {
        call_state: match child(message, Messages::URI, "CallState")?.text() {
            Some("Connected") => CallState::Connected,
            _ => return Err("another state".to_owned()),
        },
        event_cause: match child(message, Messages::URI, "EventCause")?.text() {
            Some("None") => EventCause::None,
            _ => return Err("another cause".to_owned()),
        },
    })
}

fn items(body: Node<'_, '_>) -> Found<FindItemResponse> {
    let folder = child(
        child(body, Messages::URI, "FindItemResponse")?,
        Messages::URI,
        "RootFolder",
    )?;
    let items = child(folder, Types::URI, "Items")?;
    let messages = items
        .children()
        .filter(|child| child.has_tag_name((Types::URI, "Message")));
    Ok(FindItemResponse {
        root_folder: RootFolder {
            total_items_in_view: attribute(folder, "TotalItemsInView")?,
            includes_last_item_in_range: attribute(folder, "IncludesLastItemInRange")?,
            items: Items {
                message: messages.map(item).collect::<Found<_>>()?,
            },
        },
    })
}

fn item(item: Node<'_, '_>) -> Found<Message> {
    let id = child(item, Types::URI, "ItemId")?;
    let mailbox = child(child(item, Types::URI, "From")?, Types::URI, "Mailbox")?;
    Ok(Message {
        item_id: ItemId {
            id: attribute(id, "Id")?,
            change_key: attribute(id, "ChangeKey")?,
        },
        subject: text(item, Types::URI, "Subject")?,
        date_time_received: text(item, Types::URI, "DateTimeReceived")?,
        size: text(item, Types::URI, "Size")?,
        importance: match child(item, Types::URI, "Importance")?.text() {
            Some("Low") => Importance::Low,
            Some("Normal") => Importance::Normal,
            Some("High") => Importance::High,
            _ => return Err("another importance".to_owned()),
        },
        has_attachments: text(item, Types::URI, "HasAttachments")?,
        is_draft: text(item, Types::URI, "IsDraft")?,
        is_from_me: text(item, Types::URI, "IsFromMe")?,
        is_resend: text(item, Types::URI, "IsResend")?,
        attachment_count: text(item, Types::URI, "AttachmentCount")?,
        voice_mail_length: optional(item, Types::URI, "VoiceMailLength")
            .map(length)
            .transpose()?,
        is_read: text(item, Types::URI, "IsRead")?,
        from: Recipient {
            mailbox: Mailbox {
                name: text(mailbox, Types::URI, "Name")?,
                email_address: text(mailbox, Types::URI, "EmailAddress")?,
            },
        },
    })
}

fn length(length: Node<'_, '_>) -> Found<Length> {
    Ok(Length {
        unit: match length.attribute("Unit") {
            Some("Second") => Unit::Second,
            Some("Minute") => Unit::Minute,
            _ => return Err("another unit".to_owned()),
        },
        value: value(length.text().unwrap_or_default())?,
    })
}

fn note(body: Node<'_, '_>) -> Found<Note> {
    Ok(Note {
        text: text(child(body, Lists::URI, "Note")?, Lists::URI, "Text")?,
    })
}

fn list(body: Node<'_, '_>) -> Found<List> {
    let list = child(body, Lists::URI, "List")?;
    let entries = list
        .children()
        .filter(|child| child.has_tag_name((Lists::URI, "Entry")));
    Ok(List {
        entry: entries.map(entry).collect::<Found<_>>()?,
    })
}

fn entry(entry: Node<'_, '_>) -> Found<Entry> {
    Ok(Entry {
        id: attribute(entry, "Id")?,
        change_key: attribute(entry, "ChangeKey")?,
        name: attribute(entry, "Name")?,
        kind: attribute(entry, "Kind")?,
        unit: attribute(entry, "Unit")?,
        state: attribute(entry, "State")?,
        size: attribute(entry, "Size")?,
        count: attribute(entry, "Count")?,
        limit: attribute(entry, "Limit")?,
        offset: attribute(entry, "Offset")?,
        rank: attribute(entry, "Rank")?,
        language: attribute(entry, "Language")?,
    })
}
