//! instant-xml.

use instant_xml::{FromXml, FromXmlOwned, ToXml};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::uris;

pub(crate) struct InstantXml;

impl Contender for InstantXml {
    fn name(&self) -> &'static str {
        "instant-xml"
    }

    fn package(&self) -> &'static str {
        "instant-xml"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "characters, twin attributes, what stands behind the document element"
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
            Kind::Request => Job::writing(xml, read::<request::Envelope>, instant_xml::to_string),
            Kind::Response => Job::writing(xml, read::<response::Envelope>, instant_xml::to_string),
            Kind::Items => Job::writing(xml, read::<items::Envelope>, instant_xml::to_string),
            Kind::Text => Job::writing(xml, read::<text::Envelope>, instant_xml::to_string),
            Kind::Attributes => {
                Job::writing(xml, read::<attributes::Envelope>, instant_xml::to_string)
            }
        }
    }
}

fn read<T: FromXmlOwned>(xml: &str) -> Result<T, instant_xml::Error> {
    instant_xml::from_str(xml)
}

/// The envelope of a message. Children are found by the names of their types.
macro_rules! envelope {
    ($message:ty) => {
        #[derive(Debug, FromXml, ToXml)]
        #[xml(ns(uris::Soap::URI))]
        pub(super) struct Envelope {
            pub(super) body: Body,
        }

        #[derive(Debug, FromXml, ToXml)]
        #[xml(ns(uris::Soap::URI))]
        pub(super) struct Body {
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{FromXml, ToXml, uris};

    envelope!(GetCallInfo);

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Messages::URI))]
    pub(super) struct GetCallInfo {
        #[xml(rename = "CallId")]
        call_id: String,
    }
}

mod response {
    use super::{FromXml, ToXml, uris};

    envelope!(Outer);

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "GetCallInfoResponse", ns(uris::Messages::URI))]
    pub(super) struct Outer {
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Messages::URI))]
    pub(super) struct GetCallInfoResponse {
        #[xml(rename = "CallState")]
        call_state: CallState,
        #[xml(rename = "EventCause")]
        event_cause: EventCause,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(scalar, ns(uris::Messages::URI))]
    enum CallState {
        Idle,
        Connecting,
        Alerted,
        Connected,
        Disconnected,
        Incoming,
        Transferring,
        Forwarding,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(scalar, ns(uris::Messages::URI))]
    enum EventCause {
        None,
        UserBusy,
        NoAnswer,
        Unavailable,
        Other,
    }
}

mod items {
    use super::{FromXml, ToXml, uris};

    envelope!(FindItemResponse);

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Messages::URI, t = uris::Types::URI))]
    pub(super) struct FindItemResponse {
        root_folder: RootFolder,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Messages::URI))]
    struct RootFolder {
        #[xml(attribute, rename = "TotalItemsInView")]
        total_items_in_view: u32,
        #[xml(attribute, rename = "IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        items: Items,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Types::URI))]
    struct Items {
        message: Vec<Message>,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Types::URI))]
    struct Message {
        item_id: ItemId,
        #[xml(rename = "Subject")]
        subject: String,
        #[xml(rename = "DateTimeReceived")]
        date_time_received: String,
        #[xml(rename = "Size")]
        size: u32,
        #[xml(rename = "Importance")]
        importance: Importance,
        #[xml(rename = "HasAttachments")]
        has_attachments: bool,
        #[xml(rename = "IsDraft")]
        is_draft: bool,
        #[xml(rename = "IsFromMe")]
        is_from_me: bool,
        #[xml(rename = "IsResend")]
        is_resend: bool,
        #[xml(rename = "AttachmentCount")]
        attachment_count: u16,
        voice_mail_length: Option<Length>,
        #[xml(rename = "IsRead")]
        is_read: bool,
        from: Recipient,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Types::URI))]
    struct ItemId {
        #[xml(attribute, rename = "Id")]
        id: String,
        #[xml(attribute, rename = "ChangeKey")]
        change_key: String,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "From", ns(uris::Types::URI))]
    struct Recipient {
        mailbox: Mailbox,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Types::URI))]
    struct Mailbox {
        #[xml(rename = "Name")]
        name: String,
        #[xml(rename = "EmailAddress")]
        email_address: String,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "VoiceMailLength", ns(uris::Types::URI))]
    struct Length {
        #[xml(attribute, rename = "Unit")]
        unit: Unit,
        #[xml(direct)]
        value: u32,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(scalar)]
    enum Unit {
        Second,
        Minute,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(scalar, ns(uris::Types::URI))]
    enum Importance {
        Low,
        Normal,
        High,
    }
}

mod text {
    use super::{FromXml, ToXml, uris};

    envelope!(Note);

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Lists::URI))]
    pub(super) struct Note {
        #[xml(rename = "Text")]
        text: String,
    }
}

mod attributes {
    use super::{FromXml, ToXml, uris};

    envelope!(List);

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Lists::URI))]
    pub(super) struct List {
        entry: Vec<Entry>,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(ns(uris::Lists::URI))]
    struct Entry {
        #[xml(attribute, rename = "Id")]
        id: String,
        #[xml(attribute, rename = "ChangeKey")]
        change_key: String,
        #[xml(attribute, rename = "Name")]
        name: String,
        #[xml(attribute, rename = "Kind")]
        kind: String,
        #[xml(attribute, rename = "Unit")]
        unit: String,
        #[xml(attribute, rename = "State")]
        state: String,
        #[xml(attribute, rename = "Size")]
        size: u32,
        #[xml(attribute, rename = "Count")]
        count: u32,
        #[xml(attribute, rename = "Limit")]
        limit: u32,
        #[xml(attribute, rename = "Offset")]
        offset: u32,
        #[xml(attribute, rename = "Rank")]
        rank: u32,
        #[xml(attribute, rename = "Language")]
        language: String,
    }
}
