//! hard-xml.

use hard_xml::{XmlRead, XmlWrite};

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};
use crate::names::names;
use crate::uris;

pub(crate) struct HardXml;

impl Contender for HardXml {
    fn name(&self) -> &'static str {
        "hard-xml"
    }

    fn package(&self) -> &'static str {
        "hard-xml"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "namespaces (names are compared with their prefixes), characters, twin attributes, what stands behind the document element"
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
            Kind::Request => Job::writing(xml, read::<request::Envelope>, XmlWrite::to_string),
            Kind::Response => Job::writing(xml, read::<response::Envelope>, XmlWrite::to_string),
            Kind::Items => Job::writing(xml, read::<items::Envelope>, XmlWrite::to_string),
            Kind::Text => Job::writing(xml, read::<text::Envelope>, XmlWrite::to_string),
            Kind::Attributes => {
                Job::writing(xml, read::<attributes::Envelope>, XmlWrite::to_string)
            }
        }
    }
}

fn read<T: XmlRead<'static>>(xml: &'static str) -> hard_xml::XmlResult<T> {
    T::from_str(xml)
}

/// The envelope of a message.
macro_rules! envelope {
    ($message:ty, $tag:tt) => {
        #[derive(Debug, XmlRead, XmlWrite)]
        #[xml(tag = "soap:Envelope")]
        pub(super) struct Envelope {
            #[xml(default, attr = "xmlns:soap")]
            xmlns_soap: uris::Soap,
            #[xml(child = "soap:Body")]
            pub(super) body: Body,
        }

        #[derive(Debug, XmlRead, XmlWrite)]
        #[xml(tag = "soap:Body")]
        pub(super) struct Body {
            #[xml(child = $tag)]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{XmlRead, XmlWrite, uris};

    envelope!(GetCallInfo, "GetCallInfo");

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "GetCallInfo")]
    pub(super) struct GetCallInfo {
        #[xml(default, attr = "xmlns")]
        xmlns: uris::Messages,
        #[xml(flatten_text = "CallId")]
        call_id: String,
    }
}

mod response {
    use super::{XmlRead, XmlWrite, names, uris};

    envelope!(Outer, "GetCallInfoResponse");

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "GetCallInfoResponse")]
    pub(super) struct Outer {
        #[xml(default, attr = "xmlns")]
        xmlns: uris::Messages,
        #[xml(child = "GetCallInfoResponse")]
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "GetCallInfoResponse")]
    pub(super) struct GetCallInfoResponse {
        #[xml(flatten_text = "CallState")]
        call_state: CallState,
        #[xml(flatten_text = "EventCause")]
        event_cause: EventCause,
    }

    names! { CallState: Idle, Connecting, Alerted, Connected, Disconnected, Incoming, Transferring, Forwarding }

    names! { EventCause: None, UserBusy, NoAnswer, Unavailable, Other }
}

mod items {
    use super::{XmlRead, XmlWrite, names, uris};

    envelope!(FindItemResponse, "m:FindItemResponse");

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "m:FindItemResponse")]
    pub(super) struct FindItemResponse {
        #[xml(default, attr = "xmlns:m")]
        xmlns_m: uris::Messages,
        #[xml(default, attr = "xmlns:t")]
        xmlns_t: uris::Types,
        #[xml(child = "m:RootFolder")]
        root_folder: RootFolder,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "m:RootFolder")]
    struct RootFolder {
        #[xml(attr = "TotalItemsInView")]
        total_items_in_view: u32,
        #[xml(attr = "IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        #[xml(child = "t:Items")]
        items: Items,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "t:Items")]
    struct Items {
        #[xml(child = "t:Message")]
        message: Vec<Message>,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "t:Message")]
    struct Message {
        #[xml(child = "t:ItemId")]
        item_id: ItemId,
        #[xml(flatten_text = "t:Subject")]
        subject: String,
        #[xml(flatten_text = "t:DateTimeReceived")]
        date_time_received: String,
        #[xml(flatten_text = "t:Size")]
        size: u32,
        #[xml(flatten_text = "t:Importance")]
        importance: Importance,
        #[xml(flatten_text = "t:HasAttachments")]
        has_attachments: bool,
        #[xml(flatten_text = "t:IsDraft")]
        is_draft: bool,
        #[xml(flatten_text = "t:IsFromMe")]
        is_from_me: bool,
        #[xml(flatten_text = "t:IsResend")]
        is_resend: bool,
        #[xml(flatten_text = "t:AttachmentCount")]
        attachment_count: u16,
        #[xml(child = "t:VoiceMailLength")]
        voice_mail_length: Option<Length>,
        #[xml(flatten_text = "t:IsRead")]
        is_read: bool,
        #[xml(child = "t:From")]
        from: Recipient,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "t:ItemId")]
    struct ItemId {
        #[xml(attr = "Id")]
        id: String,
        #[xml(attr = "ChangeKey")]
        change_key: String,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "t:From")]
    struct Recipient {
        #[xml(child = "t:Mailbox")]
        mailbox: Mailbox,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "t:Mailbox")]
    struct Mailbox {
        #[xml(flatten_text = "t:Name")]
        name: String,
        #[xml(flatten_text = "t:EmailAddress")]
        email_address: String,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "t:VoiceMailLength")]
    struct Length {
        #[xml(attr = "Unit")]
        unit: Unit,
        #[xml(text)]
        value: u32,
    }

    names! { Unit: Second, Minute }

    names! { Importance: Low, Normal, High }
}

mod text {
    use super::{XmlRead, XmlWrite, uris};

    envelope!(Note, "l:Note");

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "l:Note")]
    pub(super) struct Note {
        #[xml(default, attr = "xmlns:l")]
        xmlns_l: uris::Lists,
        #[xml(flatten_text = "l:Text")]
        text: String,
    }
}

mod attributes {
    use super::{XmlRead, XmlWrite, uris};

    envelope!(List, "l:List");

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "l:List")]
    pub(super) struct List {
        #[xml(default, attr = "xmlns:l")]
        xmlns_l: uris::Lists,
        #[xml(child = "l:Entry")]
        entry: Vec<Entry>,
    }

    #[derive(Debug, XmlRead, XmlWrite)]
    #[xml(tag = "l:Entry")]
    struct Entry {
        #[xml(attr = "Id")]
        id: String,
        #[xml(attr = "ChangeKey")]
        change_key: String,
        #[xml(attr = "Name")]
        name: String,
        #[xml(attr = "Kind")]
        kind: String,
        #[xml(attr = "Unit")]
        unit: String,
        #[xml(attr = "State")]
        state: String,
        #[xml(attr = "Size")]
        size: u32,
        #[xml(attr = "Count")]
        count: u32,
        #[xml(attr = "Limit")]
        limit: u32,
        #[xml(attr = "Offset")]
        offset: u32,
        #[xml(attr = "Rank")]
        rank: u32,
        #[xml(attr = "Language")]
        language: String,
    }
}
