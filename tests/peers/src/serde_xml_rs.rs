//! serde-xml-rs.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::uris;

pub(crate) struct SerdeXmlRs;

impl Contender for SerdeXmlRs {
    fn name(&self) -> &'static str {
        "serde-xml-rs"
    }

    fn package(&self) -> &'static str {
        "serde-xml-rs"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "namespaces (names are compared with their prefixes)"
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
            Kind::Request => Job::writing(xml, read::<request::Envelope>, serde_xml_rs::to_string),
            Kind::Response => {
                Job::writing(xml, read::<response::Envelope>, serde_xml_rs::to_string)
            }
            Kind::Items => Job::writing(xml, read::<items::Envelope>, serde_xml_rs::to_string),
            Kind::Text => Job::writing(xml, read::<text::Envelope>, serde_xml_rs::to_string),
            Kind::Attributes => {
                Job::writing(xml, read::<attributes::Envelope>, serde_xml_rs::to_string)
            }
        }
    }
}

fn read<T: DeserializeOwned>(xml: &str) -> Result<T, serde_xml_rs::Error> {
    serde_xml_rs::from_str(xml)
}

/// The envelope of a message.
macro_rules! envelope {
    ($message:ty, $written:literal) => {
        #[derive(Debug, Serialize, Deserialize)]
        #[serde(rename = "soap:Envelope")]
        pub(super) struct Envelope {
            #[serde(rename = "@xmlns:soap", skip_deserializing)]
            xmlns_soap: uris::Soap,
            #[serde(rename = "soap:Body")]
            pub(super) body: Body,
        }

        #[derive(Debug, Serialize, Deserialize)]
        pub(super) struct Body {
            #[serde(rename = $written)]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{Deserialize, Serialize, uris};

    envelope!(GetCallInfo, "GetCallInfo");

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

    envelope!(Outer, "GetCallInfoResponse");

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

    envelope!(FindItemResponse, "m:FindItemResponse");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct FindItemResponse {
        #[serde(rename = "@xmlns:m", skip_deserializing)]
        xmlns_m: uris::Messages,
        #[serde(rename = "@xmlns:t", skip_deserializing)]
        xmlns_t: uris::Types,
        #[serde(rename = "m:RootFolder")]
        root_folder: RootFolder,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct RootFolder {
        #[serde(rename = "@TotalItemsInView")]
        total_items_in_view: u32,
        #[serde(rename = "@IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        #[serde(rename = "t:Items")]
        items: Items,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Items {
        #[serde(rename = "t:Message")]
        message: Vec<Message>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Message {
        #[serde(rename = "t:ItemId")]
        item_id: ItemId,
        #[serde(rename = "t:Subject")]
        subject: String,
        #[serde(rename = "t:DateTimeReceived")]
        date_time_received: String,
        #[serde(rename = "t:Size")]
        size: u32,
        #[serde(rename = "t:Importance")]
        importance: Importance,
        #[serde(rename = "t:HasAttachments")]
        has_attachments: bool,
        #[serde(rename = "t:IsDraft")]
        is_draft: bool,
        #[serde(rename = "t:IsFromMe")]
        is_from_me: bool,
        #[serde(rename = "t:IsResend")]
        is_resend: bool,
        #[serde(rename = "t:AttachmentCount")]
        attachment_count: u16,
        #[serde(
            rename = "t:VoiceMailLength",
            default,
            skip_serializing_if = "Option::is_none"
        )]
        voice_mail_length: Option<Length>,
        #[serde(rename = "t:IsRead")]
        is_read: bool,
        #[serde(rename = "t:From")]
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
        #[serde(rename = "t:Mailbox")]
        mailbox: Mailbox,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Mailbox {
        #[serde(rename = "t:Name")]
        name: String,
        #[serde(rename = "t:EmailAddress")]
        email_address: String,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Length {
        #[serde(rename = "@Unit")]
        unit: Unit,
        #[serde(rename = "#text")]
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

    envelope!(Note, "l:Note");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct Note {
        #[serde(rename = "@xmlns:l", skip_deserializing)]
        xmlns_l: uris::Lists,
        #[serde(rename = "l:Text")]
        text: String,
    }
}

mod attributes {
    use super::{Deserialize, Serialize, uris};

    envelope!(List, "l:List");

    #[derive(Debug, Serialize, Deserialize)]
    pub(super) struct List {
        #[serde(rename = "@xmlns:l", skip_deserializing)]
        xmlns_l: uris::Lists,
        #[serde(rename = "l:Entry")]
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
