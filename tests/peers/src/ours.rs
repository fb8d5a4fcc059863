//! um-messages itself, with values that own their texts, and with values that borrow them.

use std::borrow::Cow;

use um_messages::{Result, SoapMessage, um};

use crate::contender::{Contender, Job, Role, not_tried};
use crate::documents::{Document, Kind};
use crate::mailbox::{self, FindItemResponse};
use crate::values::{List, Note};

pub(crate) struct Ours;

impl Contender for Ours {
    fn name(&self) -> &'static str {
        "um-messages"
    }

    fn package(&self) -> &'static str {
        "um-messages"
    }

    fn role(&self) -> Role {
        Role::Ours
    }

    fn unchecked(&self) -> &'static str {
        "nothing that XML 1.0, its namespaces or SOAP ask for"
    }

    fn read(&self, document: &Document) -> std::result::Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => Job::reading(xml, um::GetCallInfo::from_envelope, |value| value),
            Kind::Response => {
                Job::reading(xml, um::GetCallInfoResponse::from_envelope, |value| value)
            }
            Kind::Items => Job::reading(xml, FindItemResponse::from_envelope, |value| value),
            Kind::Text => Job::reading(xml, Note::from_envelope, |value| value),
            Kind::Attributes => Job::reading(xml, List::from_envelope, |value| value),
        }
    }

    fn write(&self, document: &Document) -> std::result::Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Request => Job::writing(
                xml,
                um::GetCallInfo::from_envelope,
                SoapMessage::to_envelope,
            ),
            Kind::Response => Job::writing(
                xml,
                um::GetCallInfoResponse::from_envelope,
                SoapMessage::to_envelope,
            ),
            Kind::Items => Job::writing(
                xml,
                FindItemResponse::from_envelope,
                SoapMessage::to_envelope,
            ),
            Kind::Text => Job::writing(xml, Note::from_envelope, SoapMessage::to_envelope),
            Kind::Attributes => Job::writing(xml, List::from_envelope, SoapMessage::to_envelope),
        }
    }
}

/// The value in a document that some contender has written, as `Debug` shows it.
pub(crate) fn shown(kind: Kind, xml: &str) -> Result<String> {
    Ok(match kind {
        Kind::Request => format!("{:?}", um::GetCallInfo::from_envelope(xml)?),
        Kind::Response => format!("{:?}", um::GetCallInfoResponse::from_envelope(xml)?),
        Kind::Items => format!("{:?}", FindItemResponse::from_envelope(xml)?),
        Kind::Text => format!("{:?}", Note::from_envelope(xml)?),
        Kind::Attributes => format!("{:?}", List::from_envelope(xml)?),
    })
}

pub(crate) struct OursBorrowed;

impl Contender for OursBorrowed {
    fn name(&self) -> &'static str {
        "um-messages, borrowed"
    }

    fn package(&self) -> &'static str {
        "um-messages"
    }

    fn role(&self) -> Role {
        Role::Ours
    }

    fn unchecked(&self) -> &'static str {
        Ours.unchecked()
    }

    fn read(&self, document: &Document) -> std::result::Result<Job, String> {
        let xml = document.xml;
        match document.kind {
            Kind::Items => Job::reading(
                xml,
                mailbox::borrowed::FindItemResponse::from_envelope,
                |value| value,
            ),
            Kind::Text => Job::reading(xml, borrowed::Note::from_envelope, |value| value),
            _ => not_tried(),
        }
    }

    fn write(&self, _: &Document) -> std::result::Result<Job, String> {
        not_tried()
    }
}

mod borrowed {
    use super::{Cow, SoapMessage};

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:example:lists", prefix = "l")]
    pub(crate) struct Note<'a> {
        pub(crate) text: Cow<'a, str>,
    }
}
