//! The floors: code that knows each document to the byte. R5 reads: it steps over tags by their length, looks for the end of each text, and
//! checks nothing; its values own their texts. W0 writes: it puts literals and texts behind each other, and escapes `<` and `&`.

use std::convert::Infallible;

use um_messages::um::{CallState, EventCause, GetCallInfo, GetCallInfoResponse};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::mailbox::{
    FindItemResponse, Importance, ItemId, Items, Length, Mailbox, Message, Recipient, RootFolder,
    Unit, write_by_hand,
};
use crate::values::{Entry, List, Note};

const START: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>";
const END: &str = "</soap:Body></soap:Envelope>";
const REQUEST: &str =
    "<GetCallInfo xmlns=\"http://schemas.microsoft.com/exchange/services/2006/messages\"><CallId>";
const REQUEST_END: &str = "</CallId></GetCallInfo>";
const RESPONSE: &str = "<GetCallInfoResponse xmlns=\"http://schemas.microsoft.com/exchange/services/2006/messages\"><GetCallInfoResponse><CallState>";
const CAUSE: &str = "</CallState><EventCause>";
const RESPONSE_END: &str = "</EventCause></GetCallInfoResponse></GetCallInfoResponse>";
const ITEMS: &str = "<m:FindItemResponse xmlns:m=\"http://schemas.microsoft.com/exchange/services/2006/messages\" \
    xmlns:t=\"http://schemas.microsoft.com/exchange/services/2006/types\"><m:RootFolder TotalItemsInView=\"";
const NOTE: &str = "<l:Note xmlns:l=\"urn:example:lists\"><l:Text>";
const NOTE_END: &str = "</l:Text></l:Note>";
const LIST: &str = "<l:List xmlns:l=\"urn:example:lists\">";
const LIST_END: &str = "</l:List>";

pub(crate) struct Floor;

impl Contender for Floor {
    fn name(&self) -> &'static str {
        "floor (R5, W0)"
    }

    fn package(&self) -> &'static str {
        "memchr"
    }

    fn role(&self) -> Role {
        Role::Floor
    }

    fn unchecked(&self) -> &'static str {
        "anything"
    }

    fn read(&self, document: &Document) -> Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => Job::reading(xml, known(request), |value| value),
            Kind::Response => Job::reading(xml, known(response), |value| value),
            Kind::Items => Job::reading(xml, known(items), |value| value),
            Kind::Text => Job::reading(xml, known(note), |value| value),
            Kind::Attributes => Job::reading(xml, known(list), |value| value),
        }
    }

    fn write(&self, document: &Document) -> Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => Job::writing(xml, known(request), sure(write_request)),
            Kind::Response => Job::writing(xml, known(response), sure(write_response)),
            Kind::Items => {
                Job::writing(xml, known(items), sure(|value| write_by_hand(value, push)))
            }
            Kind::Text => Job::writing(xml, known(note), sure(write_note)),
            Kind::Attributes => Job::writing(xml, known(list), sure(write_list)),
        }
    }
}

/// A function that reads the document behind `START`.
fn known<T>(
    read: fn(&mut Scanner<'static>) -> T,
) -> impl Fn(&'static str) -> Result<T, Infallible> {
    move |xml| {
        Ok(read(&mut Scanner {
            xml,
            at: START.len(),
        }))
    }
}

fn sure<T>(write: impl Fn(&T) -> String) -> impl Fn(&T) -> Result<String, Infallible> {
    move |value| Ok(write(value))
}

struct Scanner<'a> {
    xml: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn skip(&mut self, literal: &str) {
        self.at += literal.len();
    }

    /// The byte that comes `ahead` bytes later.
    fn peek(&self, ahead: usize) -> u8 {
        self.xml.as_bytes()[self.at + ahead]
    }

    /// The text behind a literal, up to `end`.
    fn until(&mut self, literal: &str, end: u8) -> &'a str {
        self.skip(literal);
        let rest = &self.xml[self.at..];
        let text = &rest[..memchr::memchr(end, rest.as_bytes()).unwrap_or(rest.len())];
        self.at += text.len();
        text
    }

    fn text(&mut self, start_tag: &str) -> &'a str {
        self.until(start_tag, b'<')
    }

    fn value(&mut self, name: &str) -> &'a str {
        self.until(name, b'"')
    }

    fn number(&mut self, literal: &str) -> u32 {
        self.skip(literal);
        let mut number = 0;
        while let digit @ b'0'..=b'9' = self.peek(0) {
            number = number * 10 + u32::from(digit - b'0');
            self.at += 1;
        }
        number
    }

    fn boolean(&mut self, literal: &str) -> bool {
        self.skip(literal);
        let value = self.peek(0) == b't';
        self.at += if value { "true" } else { "false" }.len();
        value
    }
}

fn request(scanner: &mut Scanner<'_>) -> GetCallInfo {
    GetCallInfo {
        call_id: scanner.text(REQUEST).to_owned(),
    }
}

fn write_request(value: &GetCallInfo) -> String {
    let mut out = String::with_capacity(512);
    out.push_str(START);
    out.push_str(REQUEST);
    push(&value.call_id, &mut out);
    out.push_str(REQUEST_END);
    out.push_str(END);
    out
}

fn response(scanner: &mut Scanner<'_>) -> GetCallInfoResponse {
    GetCallInfoResponse {
        call_state: match scanner.text(RESPONSE) {
            "Connected" => CallState::Connected,
            _ => CallState::Idle,
        },
        event_cause: match scanner.text(CAUSE) {
            "None" => EventCause::None,
            _ => EventCause::Other,
        },
    }
}

fn write_response(value: &GetCallInfoResponse) -> String {
    let mut out = String::with_capacity(512);
    out.push_str(START);
    out.push_str(RESPONSE);
    out.push_str(match value.call_state {
        CallState::Connected => "Connected",
        _ => "Idle",
    });
    out.push_str(CAUSE);
    out.push_str(match value.event_cause {
        EventCause::None => "None",
        _ => "Other",
    });
    out.push_str(RESPONSE_END);
    out.push_str(END);
    out
}

fn items(scanner: &mut Scanner<'_>) -> FindItemResponse {
    let total_items_in_view = scanner.number(ITEMS);
    let includes_last_item_in_range = scanner.boolean("\" IncludesLastItemInRange=\"");
    scanner.skip("\"><t:Items>");
    let mut message = Vec::new();
    while scanner.peek(1) != b'/' {
        message.push(item(scanner));
    }
    FindItemResponse {
        root_folder: RootFolder {
            total_items_in_view,
            includes_last_item_in_range,
            items: Items { message },
        },
    }
}

fn item(scanner: &mut Scanner<'_>) -> Message {
    let message = Message {
        item_id: ItemId {
            id: scanner.value("<t:Message><t:ItemId Id=\"").to_owned(),
            change_key: scanner.value("\" ChangeKey=\"").to_owned(),
        },
        subject: decoded(scanner.text("\"/><t:Subject>")),
        date_time_received: scanner.text("</t:Subject><t:DateTimeReceived>").to_owned(),
        size: scanner.number("</t:DateTimeReceived><t:Size>"),
        importance: match scanner.text("</t:Size><t:Importance>") {
            "Low" => Importance::Low,
            "Normal" => Importance::Normal,
            _ => Importance::High,
        },
        has_attachments: scanner.boolean("</t:Importance><t:HasAttachments>"),
        is_draft: scanner.boolean("</t:HasAttachments><t:IsDraft>"),
        is_from_me: scanner.boolean("</t:IsDraft><t:IsFromMe>"),
        is_resend: scanner.boolean("</t:IsFromMe><t:IsResend>"),
        attachment_count: scanner.number("</t:IsResend><t:AttachmentCount>") as u16,
        voice_mail_length: length(scanner),
        is_read: scanner.boolean("<t:IsRead>"),
        from: Recipient {
            mailbox: Mailbox {
                name: scanner
                    .text("</t:IsRead><t:From><t:Mailbox><t:Name>")
                    .to_owned(),
                email_address: scanner.text("</t:Name><t:EmailAddress>").to_owned(),
            },
        },
    };
    scanner.skip("</t:EmailAddress></t:Mailbox></t:From></t:Message>");
    message
}

fn length(scanner: &mut Scanner<'_>) -> Option<Length> {
    scanner.skip("</t:AttachmentCount>");
    if scanner.peek("<t:".len()) != b'V' {
        return None;
    }
    let unit = match scanner.value("<t:VoiceMailLength Unit=\"") {
        "Second" => Unit::Second,
        _ => Unit::Minute,
    };
    let value = scanner.number("\">");
    scanner.skip("</t:VoiceMailLength>");
    Some(Length { unit, value })
}

/// There is no other reference.
fn decoded(text: &str) -> String {
    match memchr::memchr(b'&', text.as_bytes()) {
        Some(_) => text.replace("&amp;", "&"),
        None => text.to_owned(),
    }
}

fn note(scanner: &mut Scanner<'_>) -> Note {
    Note {
        text: scanner.text(NOTE).to_owned(),
    }
}

fn write_note(value: &Note) -> String {
    let mut out = String::new();
    out.push_str(START);
    out.push_str(NOTE);
    push(&value.text, &mut out);
    out.push_str(NOTE_END);
    out.push_str(END);
    out
}

fn list(scanner: &mut Scanner<'_>) -> List {
    scanner.skip(LIST);
    let mut entry = Vec::new();
    while scanner.peek(1) != b'/' {
        entry.push(Entry {
            id: scanner.value("<l:Entry Id=\"").to_owned(),
            change_key: scanner.value("\" ChangeKey=\"").to_owned(),
            name: scanner.value("\" Name=\"").to_owned(),
            kind: scanner.value("\" Kind=\"").to_owned(),
            unit: scanner.value("\" Unit=\"").to_owned(),
            state: scanner.value("\" State=\"").to_owned(),
            size: scanner.number("\" Size=\""),
            count: scanner.number("\" Count=\""),
            limit: scanner.number("\" Limit=\""),
            offset: scanner.number("\" Offset=\""),
            rank: scanner.number("\" Rank=\""),
            language: scanner.value("\" Language=\"").to_owned(),
        });
        scanner.skip("\"/>");
    }
    List { entry }
}

fn write_list(value: &List) -> String {
    let mut out = String::new();
    out.push_str(START);
    out.push_str(LIST);
    for entry in &value.entry {
        let mut text = |name: &str, value: &str| {
            out.push_str(name);
            push(value, &mut out);
        };
        text("<l:Entry Id=\"", &entry.id);
        text("\" ChangeKey=\"", &entry.change_key);
        text("\" Name=\"", &entry.name);
        text("\" Kind=\"", &entry.kind);
        text("\" Unit=\"", &entry.unit);
        text("\" State=\"", &entry.state);
        let mut number = |name: &str, value: u32| {
            out.push_str(name);
            crate::mailbox::push_number(value, &mut out);
        };
        number("\" Size=\"", entry.size);
        number("\" Count=\"", entry.count);
        number("\" Limit=\"", entry.limit);
        number("\" Offset=\"", entry.offset);
        number("\" Rank=\"", entry.rank);
        out.push_str("\" Language=\"");
        push(&entry.language, &mut out);
        out.push_str("\"/>");
    }
    out.push_str(LIST_END);
    out.push_str(END);
    out
}

/// Text with `<` and `&` escaped, found by memchr.
fn push(mut text: &str, out: &mut String) {
    while let Some(at) = memchr::memchr2(b'<', b'&', text.as_bytes()) {
        out.push_str(&text[..at]);
        out.push_str(if text.as_bytes()[at] == b'<' {
            "&lt;"
        } else {
            "&amp;"
        });
        text = &text[at + 1..];
    }
    out.push_str(text);
}
