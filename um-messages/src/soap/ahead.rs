//! Reading an envelope ahead: one that has a message and nothing else, in tags that are spelled as most spell them. Others are
//! read token by token, as if nobody had looked.
//!
//! ```xml
//! <s:Envelope xmlns:s="…"><s:Body><Call xmlns="urn:calls">…</Call></s:Body></s:Envelope>
//! ```

use super::body::{ReadBody, VisitNames};
use super::header::Header;
use super::version::SoapVersion;
use crate::xml::bind::ReadFields;
use crate::xml::namespace::KnownName;
use crate::xml::read::Opened;
use crate::xml::{ReadElement, Reader, Root};

const ENVELOPE: KnownName = KnownName::new("Envelope");
const BODY: KnownName = KnownName::new("Body");

/// The namespaces of envelopes.
const SOAP: [&str; 2] = [SoapVersion::V1_1.namespace(), SoapVersion::V1_2.namespace()];

/// The message, the header blocks that stand for an absent Header, and the version of SOAP, if all of the document can be read
/// ahead; else the reader stands as it stood.
pub(super) fn read_envelope<'de, B: ReadBody<'de>, H: ReadFields<'de>>(
    reader: &mut Reader<'de>,
) -> Option<(B, H, SoapVersion)> {
    reader.begin_document_ahead()?;
    let read = read_parts(reader);
    if read.is_none() {
        reader.fail_document_ahead();
    }
    read
}

fn read_parts<'de, B: ReadBody<'de>, H: ReadFields<'de>>(
    reader: &mut Reader<'de>,
) -> Option<(B, H, SoapVersion)> {
    let (around, version) = enter(reader)?;
    let header = Header::absent(reader).blocks.ok()?;
    let message = B::read_body_ahead(reader)?;
    leave(reader, around)?;
    Some((message, header, version))
}

/// Goes behind the start tags around the message.
#[inline(never)]
fn enter(reader: &mut Reader<'_>) -> Option<([Opened; 2], SoapVersion)> {
    let envelope = reader.open_ahead(&ENVELOPE, &SOAP)?;
    let version = SoapVersion::from_namespace(reader.uri_ahead(envelope))?;
    let body = reader.open_inside_ahead(&BODY, envelope)?;
    let is_ours = body.uri == envelope.uri && version.is_accepted(reader.options());
    is_ours.then_some(([body, envelope], version))
}

/// Goes behind the end tags, to the end of the document.
#[inline(never)]
fn leave(reader: &mut Reader<'_>, around: [Opened; 2]) -> Option<()> {
    for element in around {
        reader.close_ahead(element)?;
    }
    reader.finish_document_ahead()
}

/// Stands before a message of this name, if it stands next, and no other spelling of its namespaces is declared. What is SOAP's
/// own, a fault, is none.
#[inline(never)]
fn begin(
    reader: &mut Reader<'_>,
    name: &KnownName,
    namespace: &'static str,
    aliases: VisitNames,
) -> Option<()> {
    reader.begin_value_ahead(name, namespace)?;
    let mut is_ours = SoapVersion::from_namespace(namespace).is_none();
    aliases(&mut |alias, _| is_ours &= !reader.knows_uri(alias));
    is_ours.then_some(())
}

/// Reads a message of one name, if it stands next.
pub fn read_message_ahead<'de, T: Root + ReadBody<'de> + ReadElement<'de>>(
    reader: &mut Reader<'de>,
) -> Option<T> {
    let name = &const { KnownName::new(T::NAME) };
    if const { T::INFO.namespace.is_none() } {
        return None;
    }
    begin(reader, name, T::NAMESPACE, T::aliases)?;
    T::read_ahead(reader, name)
}
