//! yaserde.

use yaserde::{YaDeserialize, YaSerialize};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};

pub(crate) struct YaSerde;

impl Contender for YaSerde {
    fn name(&self) -> &'static str {
        "yaserde"
    }

    fn package(&self) -> &'static str {
        "yaserde"
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
            Kind::Request => Job::writing(xml, read::<request::Envelope>, yaserde::ser::to_string),
            Kind::Response => {
                Job::writing(xml, read::<response::Envelope>, yaserde::ser::to_string)
            }
            Kind::Items => Job::writing(xml, read::<items::Envelope>, yaserde::ser::to_string),
            Kind::Text => Job::writing(xml, read::<text::Envelope>, yaserde::ser::to_string),
            Kind::Attributes => {
                Job::writing(xml, read::<attributes::Envelope>, yaserde::ser::to_string)
            }
        }
    }
}

fn read<T: YaDeserialize>(xml: &str) -> yaserde::Result<T> {
    yaserde::de::from_str(xml)
}

/// The envelope of a message.
macro_rules! envelope {
    ($message:ty, $prefix:literal, $name:literal, $uri:literal) => {
        #[derive(Debug, Default, YaDeserialize, YaSerialize)]
        #[yaserde(rename = "Envelope", prefix = "soap", namespaces = { "soap" = "http://schemas.xmlsoap.org/soap/envelope/" })]
        pub(super) struct Envelope {
            #[yaserde(prefix = "soap", rename = "Body")]
            pub(super) body: Body,
        }

        #[derive(Debug, Default, YaDeserialize, YaSerialize)]
        #[yaserde(rename = "Body", prefix = "soap", namespaces = { "soap" = "http://schemas.xmlsoap.org/soap/envelope/", $prefix = $uri })]
        pub(super) struct Body {
            #[yaserde(prefix = $prefix, rename = $name)]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{YaDeserialize, YaSerialize};

    envelope!(
        GetCallInfo,
        "m",
        "GetCallInfo",
        "http://schemas.microsoft.com/exchange/services/2006/messages"
    );

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "GetCallInfo", prefix = "m", namespaces = { "m" = "http://schemas.microsoft.com/exchange/services/2006/messages" })]
    pub(super) struct GetCallInfo {
        #[yaserde(prefix = "m", rename = "CallId")]
        call_id: String,
    }
}

mod response {
    use super::{YaDeserialize, YaSerialize};

    envelope!(
        Outer,
        "m",
        "GetCallInfoResponse",
        "http://schemas.microsoft.com/exchange/services/2006/messages"
    );

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "GetCallInfoResponse", prefix = "m", namespaces = { "m" = "http://schemas.microsoft.com/exchange/services/2006/messages" })]
    pub(super) struct Outer {
        #[yaserde(prefix = "m", rename = "GetCallInfoResponse")]
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "GetCallInfoResponse", prefix = "m", namespaces = { "m" = "http://schemas.microsoft.com/exchange/services/2006/messages" })]
    pub(super) struct GetCallInfoResponse {
        #[yaserde(prefix = "m", rename = "CallState")]
        call_state: CallState,
        #[yaserde(prefix = "m", rename = "EventCause")]
        event_cause: EventCause,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    enum CallState {
        #[default]
        Idle,
        Connecting,
        Alerted,
        Connected,
        Disconnected,
        Incoming,
        Transferring,
        Forwarding,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    enum EventCause {
        #[default]
        None,
        UserBusy,
        NoAnswer,
        Unavailable,
        Other,
    }
}

mod items {
    use super::{YaDeserialize, YaSerialize};

    envelope!(
        FindItemResponse,
        "m",
        "FindItemResponse",
        "http://schemas.microsoft.com/exchange/services/2006/messages"
    );

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "FindItemResponse", prefix = "m", namespaces = { "m" = "http://schemas.microsoft.com/exchange/services/2006/messages", "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    pub(super) struct FindItemResponse {
        #[yaserde(prefix = "m", rename = "RootFolder")]
        root_folder: RootFolder,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "RootFolder", prefix = "m", namespaces = { "m" = "http://schemas.microsoft.com/exchange/services/2006/messages", "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct RootFolder {
        #[yaserde(attribute = true, rename = "TotalItemsInView")]
        total_items_in_view: u32,
        #[yaserde(attribute = true, rename = "IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        #[yaserde(prefix = "t", rename = "Items")]
        items: Items,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "Items", prefix = "t", namespaces = { "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct Items {
        #[yaserde(prefix = "t", rename = "Message")]
        message: Vec<Message>,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "Message", prefix = "t", namespaces = { "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct Message {
        #[yaserde(prefix = "t", rename = "ItemId")]
        item_id: ItemId,
        #[yaserde(prefix = "t", rename = "Subject")]
        subject: String,
        #[yaserde(prefix = "t", rename = "DateTimeReceived")]
        date_time_received: String,
        #[yaserde(prefix = "t", rename = "Size")]
        size: u32,
        #[yaserde(prefix = "t", rename = "Importance")]
        importance: Importance,
        #[yaserde(prefix = "t", rename = "HasAttachments")]
        has_attachments: bool,
        #[yaserde(prefix = "t", rename = "IsDraft")]
        is_draft: bool,
        #[yaserde(prefix = "t", rename = "IsFromMe")]
        is_from_me: bool,
        #[yaserde(prefix = "t", rename = "IsResend")]
        is_resend: bool,
        #[yaserde(prefix = "t", rename = "AttachmentCount")]
        attachment_count: u16,
        #[yaserde(prefix = "t", rename = "VoiceMailLength")]
        voice_mail_length: Option<Length>,
        #[yaserde(prefix = "t", rename = "IsRead")]
        is_read: bool,
        #[yaserde(prefix = "t", rename = "From")]
        from: Recipient,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "ItemId", prefix = "t", namespaces = { "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct ItemId {
        #[yaserde(attribute = true, rename = "Id")]
        id: String,
        #[yaserde(attribute = true, rename = "ChangeKey")]
        change_key: String,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "From", prefix = "t", namespaces = { "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct Recipient {
        #[yaserde(prefix = "t", rename = "Mailbox")]
        mailbox: Mailbox,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "Mailbox", prefix = "t", namespaces = { "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct Mailbox {
        #[yaserde(prefix = "t", rename = "Name")]
        name: String,
        #[yaserde(prefix = "t", rename = "EmailAddress")]
        email_address: String,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "VoiceMailLength", prefix = "t", namespaces = { "t" = "http://schemas.microsoft.com/exchange/services/2006/types" })]
    struct Length {
        #[yaserde(attribute = true, rename = "Unit")]
        unit: Unit,
        #[yaserde(text = true)]
        value: u32,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    enum Unit {
        #[default]
        Second,
        Minute,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    enum Importance {
        #[default]
        Low,
        Normal,
        High,
    }
}

mod text {
    use super::{YaDeserialize, YaSerialize};

    envelope!(Note, "l", "Note", "urn:example:lists");

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "Note", prefix = "l", namespaces = { "l" = "urn:example:lists" })]
    pub(super) struct Note {
        #[yaserde(prefix = "l", rename = "Text")]
        text: String,
    }
}

mod attributes {
    use super::{YaDeserialize, YaSerialize};

    envelope!(List, "l", "List", "urn:example:lists");

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "List", prefix = "l", namespaces = { "l" = "urn:example:lists" })]
    pub(super) struct List {
        #[yaserde(prefix = "l", rename = "Entry")]
        entry: Vec<Entry>,
    }

    #[derive(Debug, Default, YaDeserialize, YaSerialize)]
    #[yaserde(rename = "Entry", prefix = "l", namespaces = { "l" = "urn:example:lists" })]
    struct Entry {
        #[yaserde(attribute = true, rename = "Id")]
        id: String,
        #[yaserde(attribute = true, rename = "ChangeKey")]
        change_key: String,
        #[yaserde(attribute = true, rename = "Name")]
        name: String,
        #[yaserde(attribute = true, rename = "Kind")]
        kind: String,
        #[yaserde(attribute = true, rename = "Unit")]
        unit: String,
        #[yaserde(attribute = true, rename = "State")]
        state: String,
        #[yaserde(attribute = true, rename = "Size")]
        size: u32,
        #[yaserde(attribute = true, rename = "Count")]
        count: u32,
        #[yaserde(attribute = true, rename = "Limit")]
        limit: u32,
        #[yaserde(attribute = true, rename = "Offset")]
        offset: u32,
        #[yaserde(attribute = true, rename = "Rank")]
        rank: u32,
        #[yaserde(attribute = true, rename = "Language")]
        language: String,
    }
}
