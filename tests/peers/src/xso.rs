//! xso.

use std::borrow::Cow;

use xso::error::Error;
use xso::{AsXml, AsXmlText, FromXml, FromXmlText};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::uris;

pub(crate) struct Xso;

impl Contender for Xso {
    fn name(&self) -> &'static str {
        "xso"
    }

    fn package(&self) -> &'static str {
        "xso"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "what stands behind the document element"
    }

    fn read(&self, document: &Document) -> Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => {
                Job::reading(xml, read::<request::Envelope>, |value| &value.body.message)
            }
            Kind::Response => Job::reading(xml, read::<response::Envelope>, |value| {
                &value.body.message.inner
            }),
            Kind::Items => Job::reading(xml, read::<items::Envelope>, |value| &value.body.message),
            Kind::Text => Job::reading(xml, read::<text::Envelope>, |value| &value.body.message),
            Kind::Attributes => Job::reading(xml, read::<attributes::Envelope>, |value| {
                &value.body.message
            }),
        }
    }

    fn write(&self, document: &Document) -> Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => Job::writing(xml, read::<request::Envelope>, write),
            Kind::Response => Job::writing(xml, read::<response::Envelope>, write),
            Kind::Items => Job::writing(xml, read::<items::Envelope>, write),
            Kind::Text => Job::writing(xml, read::<text::Envelope>, write),
            Kind::Attributes => Job::writing(xml, read::<attributes::Envelope>, write),
        }
    }
}

fn read<T: FromXml>(xml: &str) -> Result<T, Error> {
    xso::from_bytes(xml.as_bytes())
}

fn write<T: AsXml>(value: &T) -> Result<String, String> {
    let bytes = xso::to_vec(value).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// An enumeration whose values are their names, as text.
macro_rules! texts {
    ($type:ident: $($name:ident),*) => {
        crate::names::names!($type: $($name),*);

        impl FromXmlText for $type {
            fn from_xml_text(text: String) -> Result<Self, Error> {
                text.parse().map_err(Error::text_parse_error)
            }
        }

        impl AsXmlText for $type {
            fn as_xml_text(&self) -> Result<Cow<'_, str>, Error> {
                Ok(self.to_string().into())
            }
        }
    };
}

/// The envelope of a message.
macro_rules! envelope {
    ($message:ty) => {
        #[derive(Debug, FromXml, AsXml)]
        #[xml(namespace = uris::Soap::URI, name = "Envelope")]
        pub(super) struct Envelope {
            #[xml(child)]
            pub(super) body: Body,
        }

        #[derive(Debug, FromXml, AsXml)]
        #[xml(namespace = uris::Soap::URI, name = "Body")]
        pub(super) struct Body {
            #[xml(child)]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{AsXml, FromXml, uris};

    envelope!(GetCallInfo);

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Messages::URI, name = "GetCallInfo")]
    pub(super) struct GetCallInfo {
        #[xml(extract(name = "CallId", fields(text)))]
        call_id: String,
    }
}

mod response {
    use super::{AsXml, AsXmlText, Cow, Error, FromXml, FromXmlText, uris};

    envelope!(Outer);

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Messages::URI, name = "GetCallInfoResponse")]
    pub(super) struct Outer {
        #[xml(child)]
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Messages::URI, name = "GetCallInfoResponse")]
    pub(super) struct GetCallInfoResponse {
        #[xml(extract(name = "CallState", fields(text)))]
        call_state: CallState,
        #[xml(extract(name = "EventCause", fields(text)))]
        event_cause: EventCause,
    }

    texts!(CallState: Idle, Connecting, Alerted, Connected, Disconnected, Incoming, Transferring, Forwarding);
    texts!(EventCause: None, UserBusy, NoAnswer, Unavailable, Other);
}

mod items {
    use super::{AsXml, AsXmlText, Cow, Error, FromXml, FromXmlText, uris};

    envelope!(FindItemResponse);

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Messages::URI, name = "FindItemResponse")]
    pub(super) struct FindItemResponse {
        #[xml(child)]
        root_folder: RootFolder,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Messages::URI, name = "RootFolder")]
    struct RootFolder {
        #[xml(attribute = "TotalItemsInView")]
        total_items_in_view: u32,
        #[xml(attribute = "IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        #[xml(child)]
        items: Items,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Types::URI, name = "Items")]
    struct Items {
        #[xml(child(n = ..))]
        message: Vec<Message>,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Types::URI, name = "Message")]
    struct Message {
        #[xml(child)]
        item_id: ItemId,
        #[xml(extract(name = "Subject", fields(text)))]
        subject: String,
        #[xml(extract(name = "DateTimeReceived", fields(text)))]
        date_time_received: String,
        #[xml(extract(name = "Size", fields(text)))]
        size: u32,
        #[xml(extract(name = "Importance", fields(text)))]
        importance: Importance,
        #[xml(extract(name = "HasAttachments", fields(text)))]
        has_attachments: bool,
        #[xml(extract(name = "IsDraft", fields(text)))]
        is_draft: bool,
        #[xml(extract(name = "IsFromMe", fields(text)))]
        is_from_me: bool,
        #[xml(extract(name = "IsResend", fields(text)))]
        is_resend: bool,
        #[xml(extract(name = "AttachmentCount", fields(text)))]
        attachment_count: u16,
        #[xml(child(default))]
        voice_mail_length: Option<Length>,
        #[xml(extract(name = "IsRead", fields(text)))]
        is_read: bool,
        #[xml(child)]
        from: Recipient,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Types::URI, name = "ItemId")]
    struct ItemId {
        #[xml(attribute = "Id")]
        id: String,
        #[xml(attribute = "ChangeKey")]
        change_key: String,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Types::URI, name = "From")]
    struct Recipient {
        #[xml(child)]
        mailbox: Mailbox,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Types::URI, name = "Mailbox")]
    struct Mailbox {
        #[xml(extract(name = "Name", fields(text)))]
        name: String,
        #[xml(extract(name = "EmailAddress", fields(text)))]
        email_address: String,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Types::URI, name = "VoiceMailLength")]
    struct Length {
        #[xml(attribute = "Unit")]
        unit: Unit,
        #[xml(text)]
        value: u32,
    }

    texts!(Unit: Second, Minute);
    texts!(Importance: Low, Normal, High);
}

mod text {
    use super::{AsXml, FromXml, uris};

    envelope!(Note);

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Lists::URI, name = "Note")]
    pub(super) struct Note {
        #[xml(extract(name = "Text", fields(text)))]
        text: String,
    }
}

mod attributes {
    use super::{AsXml, FromXml, uris};

    envelope!(List);

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Lists::URI, name = "List")]
    pub(super) struct List {
        #[xml(child(n = ..))]
        entry: Vec<Entry>,
    }

    #[derive(Debug, FromXml, AsXml)]
    #[xml(namespace = uris::Lists::URI, name = "Entry")]
    struct Entry {
        #[xml(attribute = "Id")]
        id: String,
        #[xml(attribute = "ChangeKey")]
        change_key: String,
        #[xml(attribute = "Name")]
        name: String,
        #[xml(attribute = "Kind")]
        kind: String,
        #[xml(attribute = "Unit")]
        unit: String,
        #[xml(attribute = "State")]
        state: String,
        #[xml(attribute = "Size")]
        size: u32,
        #[xml(attribute = "Count")]
        count: u32,
        #[xml(attribute = "Limit")]
        limit: u32,
        #[xml(attribute = "Offset")]
        offset: u32,
        #[xml(attribute = "Rank")]
        rank: u32,
        #[xml(attribute = "Language")]
        language: String,
    }
}
