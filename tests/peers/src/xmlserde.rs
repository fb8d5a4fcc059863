//! xmlserde.

use xmlserde::{XmlSerialize as Serialize, quick_xml, xml_deserialize_from_str as read};
use xmlserde_derives::{XmlDeserialize, XmlSerialize};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::names::names;
use crate::uris;

pub(crate) struct XmlSerde;

impl Contender for XmlSerde {
    fn name(&self) -> &'static str {
        "xmlserde"
    }

    fn package(&self) -> &'static str {
        "xmlserde"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "namespaces (names are compared with their prefixes), characters, twin attributes; what is not as expected is a panic"
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

/// As `xml_serialize`, which takes the value itself.
fn write<T: Serialize>(value: &T) -> Result<String, std::string::FromUtf8Error> {
    let mut writer = quick_xml::Writer::new(Vec::new());
    value.serialize(T::ser_root().unwrap_or_default(), &mut writer);
    String::from_utf8(writer.into_inner())
}

/// A child with text needs a struct.
macro_rules! leaf {
    ($name:ident: $type:ty) => {
        #[derive(XmlDeserialize, XmlSerialize)]
        struct $name {
            #[xmlserde(ty = "text")]
            value: $type,
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.value, formatter)
            }
        }
    };
}

leaf!(Text: String);
leaf!(Number: u32);
leaf!(Short: u16);
leaf!(Boolean: bool);

/// The envelope of a message.
macro_rules! envelope {
    ($message:ty, $tag:tt) => {
        #[derive(Debug, XmlDeserialize, XmlSerialize)]
        #[xmlserde(root = b"soap:Envelope")]
        pub(super) struct Envelope {
            #[xmlserde(name = b"xmlns:soap", ty = "attr")]
            xmlns_soap: uris::Soap,
            #[xmlserde(name = b"soap:Body", ty = "child")]
            pub(super) body: Body,
        }

        #[derive(Debug, XmlDeserialize, XmlSerialize)]
        pub(super) struct Body {
            #[xmlserde(name = $tag, ty = "child")]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{Text, XmlDeserialize, XmlSerialize, uris};

    envelope!(GetCallInfo, b"GetCallInfo");

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    pub(super) struct GetCallInfo {
        #[xmlserde(name = b"xmlns", ty = "attr")]
        xmlns: uris::Messages,
        #[xmlserde(name = b"CallId", ty = "child")]
        call_id: Text,
    }
}

mod response {
    use super::{XmlDeserialize, XmlSerialize, names, uris};

    envelope!(Outer, b"GetCallInfoResponse");

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    pub(super) struct Outer {
        #[xmlserde(name = b"xmlns", ty = "attr")]
        xmlns: uris::Messages,
        #[xmlserde(name = b"GetCallInfoResponse", ty = "child")]
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    pub(super) struct GetCallInfoResponse {
        #[xmlserde(name = b"CallState", ty = "child")]
        call_state: CallStateText,
        #[xmlserde(name = b"EventCause", ty = "child")]
        event_cause: EventCauseText,
    }

    names! { CallState: Idle, Connecting, Alerted, Connected, Disconnected, Incoming, Transferring, Forwarding }
    leaf!(CallStateText: CallState);

    names! { EventCause: None, UserBusy, NoAnswer, Unavailable, Other }
    leaf!(EventCauseText: EventCause);
}

mod items {
    use super::{Boolean, Number, Short, Text, XmlDeserialize, XmlSerialize, names, uris};

    envelope!(FindItemResponse, b"m:FindItemResponse");

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    pub(super) struct FindItemResponse {
        #[xmlserde(name = b"xmlns:m", ty = "attr")]
        xmlns_m: uris::Messages,
        #[xmlserde(name = b"xmlns:t", ty = "attr")]
        xmlns_t: uris::Types,
        #[xmlserde(name = b"m:RootFolder", ty = "child")]
        root_folder: RootFolder,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct RootFolder {
        #[xmlserde(name = b"TotalItemsInView", ty = "attr")]
        total_items_in_view: u32,
        #[xmlserde(name = b"IncludesLastItemInRange", ty = "attr")]
        includes_last_item_in_range: bool,
        #[xmlserde(name = b"t:Items", ty = "child")]
        items: Items,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct Items {
        #[xmlserde(name = b"t:Message", ty = "child")]
        message: Vec<Message>,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct Message {
        #[xmlserde(name = b"t:ItemId", ty = "child")]
        item_id: ItemId,
        #[xmlserde(name = b"t:Subject", ty = "child")]
        subject: Text,
        #[xmlserde(name = b"t:DateTimeReceived", ty = "child")]
        date_time_received: Text,
        #[xmlserde(name = b"t:Size", ty = "child")]
        size: Number,
        #[xmlserde(name = b"t:Importance", ty = "child")]
        importance: ImportanceText,
        #[xmlserde(name = b"t:HasAttachments", ty = "child")]
        has_attachments: Boolean,
        #[xmlserde(name = b"t:IsDraft", ty = "child")]
        is_draft: Boolean,
        #[xmlserde(name = b"t:IsFromMe", ty = "child")]
        is_from_me: Boolean,
        #[xmlserde(name = b"t:IsResend", ty = "child")]
        is_resend: Boolean,
        #[xmlserde(name = b"t:AttachmentCount", ty = "child")]
        attachment_count: Short,
        #[xmlserde(name = b"t:VoiceMailLength", ty = "child")]
        voice_mail_length: Option<Length>,
        #[xmlserde(name = b"t:IsRead", ty = "child")]
        is_read: Boolean,
        #[xmlserde(name = b"t:From", ty = "child")]
        from: Recipient,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct ItemId {
        #[xmlserde(name = b"Id", ty = "attr")]
        id: String,
        #[xmlserde(name = b"ChangeKey", ty = "attr")]
        change_key: String,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct Recipient {
        #[xmlserde(name = b"t:Mailbox", ty = "child")]
        mailbox: Mailbox,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct Mailbox {
        #[xmlserde(name = b"t:Name", ty = "child")]
        name: Text,
        #[xmlserde(name = b"t:EmailAddress", ty = "child")]
        email_address: Text,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct Length {
        #[xmlserde(name = b"Unit", ty = "attr")]
        unit: Unit,
        #[xmlserde(ty = "text")]
        value: u32,
    }

    names! { Unit: Second, Minute }

    names! { Importance: Low, Normal, High }
    leaf!(ImportanceText: Importance);
}

mod text {
    use super::{Text, XmlDeserialize, XmlSerialize, uris};

    envelope!(Note, b"l:Note");

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    pub(super) struct Note {
        #[xmlserde(name = b"xmlns:l", ty = "attr")]
        xmlns_l: uris::Lists,
        #[xmlserde(name = b"l:Text", ty = "child")]
        text: Text,
    }
}

mod attributes {
    use super::{XmlDeserialize, XmlSerialize, uris};

    envelope!(List, b"l:List");

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    pub(super) struct List {
        #[xmlserde(name = b"xmlns:l", ty = "attr")]
        xmlns_l: uris::Lists,
        #[xmlserde(name = b"l:Entry", ty = "child")]
        entry: Vec<Entry>,
    }

    #[derive(Debug, XmlDeserialize, XmlSerialize)]
    struct Entry {
        #[xmlserde(name = b"Id", ty = "attr")]
        id: String,
        #[xmlserde(name = b"ChangeKey", ty = "attr")]
        change_key: String,
        #[xmlserde(name = b"Name", ty = "attr")]
        name: String,
        #[xmlserde(name = b"Kind", ty = "attr")]
        kind: String,
        #[xmlserde(name = b"Unit", ty = "attr")]
        unit: String,
        #[xmlserde(name = b"State", ty = "attr")]
        state: String,
        #[xmlserde(name = b"Size", ty = "attr")]
        size: u32,
        #[xmlserde(name = b"Count", ty = "attr")]
        count: u32,
        #[xmlserde(name = b"Limit", ty = "attr")]
        limit: u32,
        #[xmlserde(name = b"Offset", ty = "attr")]
        offset: u32,
        #[xmlserde(name = b"Rank", ty = "attr")]
        rank: u32,
        #[xmlserde(name = b"Language", ty = "attr")]
        language: String,
    }
}
