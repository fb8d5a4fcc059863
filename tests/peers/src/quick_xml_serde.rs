//! quick-xml with serde.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::uris;

pub(crate) struct QuickXmlSerde;

impl Contender for QuickXmlSerde {
    fn name(&self) -> &'static str {
        "quick-xml + serde"
    }

    fn package(&self) -> &'static str {
        "quick-xml"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "namespaces (local names are compared), characters, names, twin attributes, the name of the document element"
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
            Kind::Request => Job::writing(xml, read::<request::Envelope>, quick_xml::se::to_string),
            Kind::Response => {
                Job::writing(xml, read::<response::Envelope>, quick_xml::se::to_string)
            }
            Kind::Items => Job::writing(xml, read::<items::Envelope>, quick_xml::se::to_string),
            Kind::Text => Job::writing(xml, read::<text::Envelope>, quick_xml::se::to_string),
            Kind::Attributes => {
                Job::writing(xml, read::<attributes::Envelope>, quick_xml::se::to_string)
            }
        }
    }
}

fn read<T: DeserializeOwned>(xml: &str) -> Result<T, quick_xml::DeError> {
    quick_xml::de::from_str(xml)
}

/// The envelope of a message. Prefixes are part of a name when it is written, and are cut off when it is read.
macro_rules! envelope {
    ($message:ty, $written:literal, $read:literal) => {
        #[derive(Debug, Serialize, Deserialize)]
        #[serde(rename(serialize = "soap:Envelope", deserialize = "Envelope"))]
        pub(super) struct Envelope {
            #[serde(rename = "@xmlns:soap", skip_deserializing)]
            xmlns_soap: uris::Soap,
            #[serde(rename(serialize = "soap:Body", deserialize = "Body"))]
            pub(super) body: Body,
        }

        #[derive(Debug, Serialize, Deserialize)]
        pub(super) struct Body {
            #[serde(rename(serialize = $written, deserialize = $read))]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{Deserialize, Serialize, uris};

    envelope!(GetCallInfo, "GetCallInfo", "GetCallInfo");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct GetCallInfo {
        #[serde(rename = "@xmlns", skip_deserializing)]
        xmlns: uris::Messages,
        #[serde(rename = "CallId")]
        call_id: String,
    }
}

mod response {
    use super::{Deserialize, Serialize, uris};

    envelope!(Outer, "GetCallInfoResponse", "GetCallInfoResponse");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct Outer {
        #[serde(rename = "@xmlns", skip_deserializing)]
        xmlns: uris::Messages,
        #[serde(rename = "GetCallInfoResponse")]
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct GetCallInfoResponse {
        #[serde(rename = "CallState")]
        call_state: CallState,
        #[serde(rename = "EventCause")]
        event_cause: EventCause,
    }

    #[derive(Debug, Serialize, Deserialize)]
    enum CallState {
        Idle,
        Connecting,
        Alerted,
        Connected,
        Disconnected,
    }

    #[derive(Debug, Serialize, Deserialize)]
    enum EventCause {
        None,
        UserBusy,
        NoAnswer,
        Other,
    }
}

mod items {
    use super::{Deserialize, Serialize, uris};

    envelope!(FindItemResponse, "m:FindItemResponse", "FindItemResponse");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct FindItemResponse {
        #[serde(rename = "@xmlns:m", skip_deserializing)]
        xmlns_m: uris::Messages,
        #[serde(rename = "@xmlns:t", skip_deserializing)]
        xmlns_t: uris::Types,
        #[serde(rename(serialize = "m:RootFolder", deserialize = "RootFolder"))]
        root_folder: RootFolder,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct RootFolder {
        #[serde(rename = "@TotalItemsInView")]
        total_items_in_view: u32,
        #[serde(rename = "@IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        #[serde(rename(serialize = "t:Items", deserialize = "Items"))]
        items: Items,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Items {
        #[serde(rename(serialize = "t:Message", deserialize = "Message"))]
        message: Vec<Message>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Message {
        #[serde(rename(serialize = "t:ItemId", deserialize = "ItemId"))]
        item_id: ItemId,
        #[serde(rename(serialize = "t:Subject", deserialize = "Subject"))]
        subject: String,
        #[serde(rename(serialize = "t:DateTimeReceived", deserialize = "DateTimeReceived"))]
        date_time_received: String,
        #[serde(rename(serialize = "t:Size", deserialize = "Size"))]
        size: u32,
        #[serde(rename(serialize = "t:Importance", deserialize = "Importance"))]
        importance: Importance,
        #[serde(rename(serialize = "t:HasAttachments", deserialize = "HasAttachments"))]
        has_attachments: bool,
        #[serde(rename(serialize = "t:IsDraft", deserialize = "IsDraft"))]
        is_draft: bool,
        #[serde(rename(serialize = "t:IsFromMe", deserialize = "IsFromMe"))]
        is_from_me: bool,
        #[serde(rename(serialize = "t:IsResend", deserialize = "IsResend"))]
        is_resend: bool,
        #[serde(rename(serialize = "t:AttachmentCount", deserialize = "AttachmentCount"))]
        attachment_count: u16,
        #[serde(
            rename(serialize = "t:VoiceMailLength", deserialize = "VoiceMailLength"),
            default,
            skip_serializing_if = "Option::is_none"
        )]
        voice_mail_length: Option<Length>,
        #[serde(rename(serialize = "t:IsRead", deserialize = "IsRead"))]
        is_read: bool,
        #[serde(rename(serialize = "t:From", deserialize = "From"))]
        from: Recipient,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct ItemId {
        #[serde(rename = "@Id")]
        id: String,
        #[serde(rename = "@ChangeKey")]
        change_key: String,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Recipient {
        #[serde(rename(serialize = "t:Mailbox", deserialize = "Mailbox"))]
        mailbox: Mailbox,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Mailbox {
        #[serde(rename(serialize = "t:Name", deserialize = "Name"))]
        name: String,
        #[serde(rename(serialize = "t:EmailAddress", deserialize = "EmailAddress"))]
        email_address: String,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Length {
        #[serde(rename = "@Unit")]
        unit: Unit,
        #[serde(rename = "$text")]
        value: u32,
    }

    #[derive(Debug, Serialize, Deserialize)]
    enum Unit {
        Second,
        Minute,
    }

    #[derive(Debug, Serialize, Deserialize)]
    enum Importance {
        Low,
        Normal,
        High,
    }
}

mod text {
    use super::{Deserialize, Serialize, uris};

    envelope!(Note, "l:Note", "Note");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct Note {
        #[serde(rename = "@xmlns:l", skip_deserializing)]
        xmlns_l: uris::Lists,
        #[serde(rename(serialize = "l:Text", deserialize = "Text"))]
        text: String,
    }
}

mod attributes {
    use super::{Deserialize, Serialize, uris};

    envelope!(List, "l:List", "List");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct List {
        #[serde(rename = "@xmlns:l", skip_deserializing)]
        xmlns_l: uris::Lists,
        #[serde(rename(serialize = "l:Entry", deserialize = "Entry"))]
        entry: Vec<Entry>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Entry {
        #[serde(rename = "@Id")]
        id: String,
        #[serde(rename = "@ChangeKey")]
        change_key: String,
        #[serde(rename = "@Name")]
        name: String,
        #[serde(rename = "@Kind")]
        kind: String,
        #[serde(rename = "@Unit")]
        unit: String,
        #[serde(rename = "@State")]
        state: String,
        #[serde(rename = "@Size")]
        size: u32,
        #[serde(rename = "@Count")]
        count: u32,
        #[serde(rename = "@Limit")]
        limit: u32,
        #[serde(rename = "@Offset")]
        offset: u32,
        #[serde(rename = "@Rank")]
        rank: u32,
        #[serde(rename = "@Language")]
        language: String,
    }
}
