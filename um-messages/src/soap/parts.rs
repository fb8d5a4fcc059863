//! The parts of an envelope as they are read, and which of all that can be wrong with them comes first. An
//! [`Envelope`](super::Envelope) reads them all, an [`OpenBody`](super::OpenBody) as far as its message.

use super::attributes::{self, Attributes};
use super::entries::BodyEntries;
use super::fault::Fault;
use super::header::Header;
use super::message_slot::MessageSlot;
use super::version::SoapVersion;
use crate::error::{EnvelopeProblem, Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::bind::ReadFields;
use crate::xml::{Attribute, Reader};

/// What stands before the content of the Body.
pub(super) struct Start<H> {
    pub(super) attributes: Option<Box<Attributes>>,
    pub(super) header: Header<H>,
    /// The error that an attribute of the Envelope is denied.
    pub(super) denied: Result<()>,
    /// The error that there is no Body. If there is none, the reader stands in the Body.
    pub(super) body: Result<()>,
}

impl<H> Start<H> {
    /// Reads it; the reader stands in the Envelope.
    pub(super) fn read<'de>(reader: &mut Reader<'de>, version: SoapVersion) -> Result<Self>
    where
        H: ReadFields<'de>,
    {
        let mut attributes = None;
        keep_attributes(&mut attributes, reader, |kept| &mut kept.envelope)?;
        let denied = reader.refuse_unknown_attributes();
        let soap = reader.protocol();
        let mut more = reader.next_child()?;
        let header = if more && reader.is(soap, "Header") {
            keep_attributes(&mut attributes, reader, |kept| &mut kept.header)?;
            let header = Header::<H>::read(reader, version)?;
            more = reader.next_child()?;
            header
        } else {
            Header::absent(reader)
        };
        let body = if more && reader.is(soap, "Body") {
            keep_attributes(&mut attributes, reader, |kept| &mut kept.body)
        } else {
            Err(no_body(reader, more))
        };
        Ok(Self {
            attributes,
            header,
            denied,
            body,
        })
    }
}

/// Keeps the attributes of the element that the reader stands in.
fn keep_attributes(
    kept: &mut Option<Box<Attributes>>,
    reader: &mut Reader<'_>,
    place: impl FnOnce(&mut Attributes) -> &mut Vec<Attribute>,
) -> Result<()> {
    if reader.attribute_count() > 0 {
        *place(kept.get_or_insert_default()) = attributes::read(reader)?;
    }
    Ok(())
}

/// The content of a Body, as far as its first entry, or behind a fault.
pub(super) struct Content<'r, 'de> {
    pub(super) entries: BodyEntries<'r, 'de>,
    /// A fault, and the error that it is where a message is expected.
    pub(super) fault: Option<(Box<Fault>, Error)>,
    /// The error that an attribute of the Body is denied.
    pub(super) denied: Option<Error>,
}

impl<'r, 'de> Content<'r, 'de> {
    /// That of the Body that the reader stands in.
    pub(super) fn enter(reader: &'r mut Reader<'de>) -> Result<Self> {
        let denied = reader.refuse_unknown_attributes().err();
        let mut entries = BodyEntries::enter(reader)?;
        let fault = entries.claim(is_fault, read_fault)?;
        Ok(Self {
            entries,
            fault,
            denied,
        })
    }
}

/// What a Body has beside its message.
pub(super) struct Body {
    /// A fault, and the error that it is where a message is expected.
    pub(super) fault: Option<(Box<Fault>, Error)>,
    /// The error that something is denied on it, or stands behind its content.
    pub(super) excess: Option<Error>,
}

/// Of all that can be wrong with an envelope that is well-formed, what comes first: what must be understood, then a fault, then
/// what stands there.
pub(super) fn by_precedence<H>(
    header: Header<H>,
    body: Result<Body>,
    trailer: Result<()>,
    message: &mut dyn MessageSlot<'_>,
) -> Result<H> {
    if let Some(refused) = header.refused {
        return Err(match body {
            Ok(Body {
                fault: Some((fault, _)),
                ..
            }) => refused.carrying(*fault),
            _ => refused,
        });
    }
    let Body { fault, excess } = body?;
    if let Some((fault, place)) = fault {
        let filled = message.fill_with_fault(*fault);
        filled.map_err(|fault| fault.into_error(place))?;
    }
    if let Some(excess) = excess {
        return Err(excess);
    }
    trailer?;
    header.blocks
}

/// The error of an envelope, of which an error came first: that it is not well-formed, but for a page of HTML, which seldom is.
#[cold]
pub(super) fn first_of(error: Error, reader: &mut Reader<'_>) -> Error {
    let error = match error.kind() {
        ErrorKind::Envelope(EnvelopeProblem::Html) => error,
        _ => reader.well_formed_first(error),
    };
    of_envelope(error, reader)
}

/// The error, which knows what a service that answers it has to know of the envelope.
#[cold]
pub(super) fn of_envelope(error: Error, reader: &Reader<'_>) -> Error {
    let version = SoapVersion::from_namespace(reader.uri(reader.protocol()));
    error.of_envelope(version, SoapVersion::accepted(reader.options()))
}

/// Steps into the document element, which must be an Envelope.
pub(super) fn enter_envelope(reader: &mut Reader<'_>) -> Result<SoapVersion> {
    if let Err(error) = reader.next_child() {
        return Err(if reader.looks_like_html() {
            html(reader)
        } else {
            error
        });
    }
    if reader.local() != "Envelope" {
        if reader.local().eq_ignore_ascii_case("html") {
            return Err(html(reader));
        }
        let versions = [SoapVersion::V1_1, SoapVersion::V1_2];
        let expected = versions.map(|version| QName::new(version.namespace(), "Envelope"));
        return Err(reader.wrong_element(expected));
    }
    let uri = reader.namespace_uri();
    let Some(version) = SoapVersion::from_namespace(uri) else {
        return Err(version_mismatch(reader));
    };
    let soap = reader.element_namespace();
    reader.set_protocol(soap);
    if version.is_accepted(reader.options()) {
        Ok(version)
    } else {
        Err(version_mismatch(reader))
    }
}

/// SOAP 1.1 section 4.1.2, SOAP 1.2 part 1 section 5.4.7.
#[cold]
fn version_mismatch(reader: &Reader<'_>) -> Error {
    let found = reader.namespace_uri().to_owned();
    let accepted = SoapVersion::accepted(reader.options());
    let hint = match accepted.as_slice() {
        [only] => format!("accepted is {only}"),
        _ => "accepted are SOAP 1.1 and SOAP 1.2".to_owned(),
    };
    reader
        .error(ErrorKind::VersionMismatch(found))
        .with_hint(hint)
}

fn html(reader: &Reader<'_>) -> Error {
    reader.error(ErrorKind::Envelope(EnvelopeProblem::Html))
}

#[cold]
fn no_body(reader: &Reader<'_>, more: bool) -> Error {
    if !more {
        return reader.error(ErrorKind::Envelope(EnvelopeProblem::NoBody));
    }
    let soap = reader.uri(reader.document_namespace()).to_owned();
    let expected = vec![QName::new(soap, "Body")];
    reader.wrong_element(expected)
}

/// A fault, and the error that it is where a message is expected.
fn read_fault(reader: &mut Reader<'_>) -> Result<(Box<Fault>, Error)> {
    // What the fault says is not known yet; the place is.
    let place = reader.error(ErrorKind::Fault {
        code: String::new(),
        reason: String::new(),
    });
    Ok((Box::new(Fault::read(reader)?), place))
}

/// A fault of either version: there are services that mix them.
fn is_fault(reader: &Reader<'_>) -> bool {
    reader.local() == "Fault" && SoapVersion::from_namespace(reader.namespace_uri()).is_some()
}

/// Nothing may follow the Body (WS-I R1011, SOAP 1.2 part 1 section 5.1), unless it is forgiven.
pub(super) fn read_trailer(reader: &mut Reader<'_>) -> Result<()> {
    let soap = reader.protocol();
    while reader.next_child()? {
        let again = ["Header", "Body"]
            .into_iter()
            .find(|local| reader.is(soap, local));
        let problem = match again {
            Some("Body") => EnvelopeProblem::SecondBody,
            Some(_) => EnvelopeProblem::LateHeader,
            None => EnvelopeProblem::Trailer(reader.name()),
        };
        if again.is_some() || !reader.options().allow_trailing_elements {
            return Err(reader.error(ErrorKind::Envelope(problem)));
        }
        reader.skip()?;
    }
    Ok(())
}
