//! facet-xml.

use facet::Facet;
use facet_xml as xml;

use crate::contender::{Contender, Job, Role};
use crate::documents::{Document, Kind};

pub(crate) struct FacetXml;

impl Contender for FacetXml {
    fn name(&self) -> &'static str {
        "facet-xml"
    }

    fn package(&self) -> &'static str {
        "facet-xml"
    }

    fn role(&self) -> Role {
        Role::Derive
    }

    fn unchecked(&self) -> &'static str {
        "characters, names, twin attributes, prefixes and references that are not declared, what stands behind the document element"
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

fn read<T: Facet<'static>>(xml: &str) -> Result<T, String> {
    xml::from_str(xml).map_err(|error| error.to_string())
}

fn write<T: Facet<'static>>(value: &T) -> Result<String, String> {
    xml::to_string(value).map_err(|error| error.to_string())
}

/// An enumeration whose values are their names, as text.
macro_rules! texts {
    ($type:ident: $($name:ident),*) => {
        #[derive(Debug, Facet)]
        #[facet(proxy = String)]
        #[repr(u8)]
        enum $type {
            $($name),*
        }

        impl TryFrom<String> for $type {
            type Error = String;

            fn try_from(text: String) -> Result<Self, String> {
                match text.as_str() {
                    $(stringify!($name) => Ok(Self::$name),)*
                    _ => Err(text),
                }
            }
        }

        impl From<&$type> for String {
            fn from(value: &$type) -> Self {
                match value {
                    $($type::$name => stringify!($name),)*
                }
                .to_owned()
            }
        }
    };
}

/// The envelope of a message.
macro_rules! envelope {
    ($name:literal, $uri:literal, $message:ty) => {
        #[derive(Debug, Facet)]
        #[facet(
            rename = "Envelope",
            xml::ns_all = "http://schemas.xmlsoap.org/soap/envelope/"
        )]
        pub(super) struct Envelope {
            #[facet(rename = "Body")]
            pub(super) body: Body,
        }

        #[derive(Debug, Facet)]
        pub(super) struct Body {
            #[facet(rename = $name, xml::ns = $uri)]
            pub(super) message: $message,
        }
    };
}

mod request {
    use super::{Facet, xml};

    envelope!(
        "GetCallInfo",
        "http://schemas.microsoft.com/exchange/services/2006/messages",
        GetCallInfo
    );

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/messages")]
    pub(super) struct GetCallInfo {
        #[facet(rename = "CallId")]
        call_id: String,
    }
}

mod response {
    use super::{Facet, xml};

    envelope!(
        "GetCallInfoResponse",
        "http://schemas.microsoft.com/exchange/services/2006/messages",
        Outer
    );

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/messages")]
    pub(super) struct Outer {
        #[facet(rename = "GetCallInfoResponse")]
        pub(super) inner: GetCallInfoResponse,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/messages")]
    pub(super) struct GetCallInfoResponse {
        #[facet(rename = "CallState")]
        call_state: CallState,
        #[facet(rename = "EventCause")]
        event_cause: EventCause,
    }

    texts!(CallState: Idle, Connecting, Alerted, Connected, Disconnected, Incoming, Transferring, Forwarding);
    texts!(EventCause: None, UserBusy, NoAnswer, Unavailable, Other);
}

mod items {
    use super::{Facet, xml};

    envelope!(
        "FindItemResponse",
        "http://schemas.microsoft.com/exchange/services/2006/messages",
        FindItemResponse
    );

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/messages")]
    pub(super) struct FindItemResponse {
        #[facet(rename = "RootFolder")]
        root_folder: RootFolder,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/messages")]
    struct RootFolder {
        #[facet(xml::attribute, rename = "TotalItemsInView")]
        total_items_in_view: u32,
        #[facet(xml::attribute, rename = "IncludesLastItemInRange")]
        includes_last_item_in_range: bool,
        #[facet(
            rename = "Items",
            xml::ns = "http://schemas.microsoft.com/exchange/services/2006/types"
        )]
        items: Items,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/types")]
    struct Items {
        #[facet(xml::elements, rename = "Message")]
        message: Vec<Message>,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/types")]
    struct Message {
        #[facet(rename = "ItemId")]
        item_id: ItemId,
        #[facet(rename = "Subject")]
        subject: String,
        #[facet(rename = "DateTimeReceived")]
        date_time_received: String,
        #[facet(rename = "Size")]
        size: u32,
        #[facet(rename = "Importance")]
        importance: Importance,
        #[facet(rename = "HasAttachments")]
        has_attachments: bool,
        #[facet(rename = "IsDraft")]
        is_draft: bool,
        #[facet(rename = "IsFromMe")]
        is_from_me: bool,
        #[facet(rename = "IsResend")]
        is_resend: bool,
        #[facet(rename = "AttachmentCount")]
        attachment_count: u16,
        #[facet(rename = "VoiceMailLength")]
        voice_mail_length: Option<Length>,
        #[facet(rename = "IsRead")]
        is_read: bool,
        #[facet(rename = "From")]
        from: Recipient,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/types")]
    struct ItemId {
        #[facet(xml::attribute, rename = "Id")]
        id: String,
        #[facet(xml::attribute, rename = "ChangeKey")]
        change_key: String,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/types")]
    struct Recipient {
        #[facet(rename = "Mailbox")]
        mailbox: Mailbox,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/types")]
    struct Mailbox {
        #[facet(rename = "Name")]
        name: String,
        #[facet(rename = "EmailAddress")]
        email_address: String,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "http://schemas.microsoft.com/exchange/services/2006/types")]
    struct Length {
        #[facet(xml::attribute, rename = "Unit")]
        unit: Unit,
        #[facet(xml::text)]
        value: u32,
    }

    texts!(Unit: Second, Minute);
    texts!(Importance: Low, Normal, High);
}

mod text {
    use super::{Facet, xml};

    envelope!("Note", "urn:example:lists", Note);

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "urn:example:lists")]
    pub(super) struct Note {
        #[facet(rename = "Text")]
        text: String,
    }
}

mod attributes {
    use super::{Facet, xml};

    envelope!("List", "urn:example:lists", List);

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "urn:example:lists")]
    pub(super) struct List {
        #[facet(xml::elements, rename = "Entry")]
        entry: Vec<Entry>,
    }

    #[derive(Debug, Facet)]
    #[facet(xml::ns_all = "urn:example:lists")]
    struct Entry {
        #[facet(xml::attribute, rename = "Id")]
        id: String,
        #[facet(xml::attribute, rename = "ChangeKey")]
        change_key: String,
        #[facet(xml::attribute, rename = "Name")]
        name: String,
        #[facet(xml::attribute, rename = "Kind")]
        kind: String,
        #[facet(xml::attribute, rename = "Unit")]
        unit: String,
        #[facet(xml::attribute, rename = "State")]
        state: String,
        #[facet(xml::attribute, rename = "Size")]
        size: u32,
        #[facet(xml::attribute, rename = "Count")]
        count: u32,
        #[facet(xml::attribute, rename = "Limit")]
        limit: u32,
        #[facet(xml::attribute, rename = "Offset")]
        offset: u32,
        #[facet(xml::attribute, rename = "Rank")]
        rank: u32,
        #[facet(xml::attribute, rename = "Language")]
        language: String,
    }
}
