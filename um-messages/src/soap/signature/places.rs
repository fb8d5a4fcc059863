//! Where the parts of an envelope stand.

use super::SignedPart;
use crate::error::{EnvelopeProblem, ErrorKind, Result, SignatureProblem};
use crate::qname::QName;
use crate::soap::SoapVersion;
use crate::soap::header::must_be_understood;
use crate::soap::security::WSSE;
use crate::xml::signature::{DSIG, Place, places};
use crate::xml::{ReadOptions, Reader};

/// Where the parts of an envelope stand that can be signed: each at its place, and nowhere else.
pub(super) struct EnvelopePlaces {
    pub(super) version: SoapVersion,
    pub(super) envelope: Place,
    pub(super) header: Option<Place>,
    pub(super) blocks: Vec<Block>,
    /// The header block `wsse:Security`, which is none of the others, and its children.
    pub(super) security: Option<Place>,
    pub(super) security_children: Vec<Place>,
    pub(super) body: Place,
}

/// A header block.
pub(super) struct Block {
    pub(super) place: Place,
    /// Whether who does not read it has to refuse the message.
    pub(super) is_mandatory: bool,
}

/// What an element is, by where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Envelope,
    Header,
    Block { is_mandatory: bool },
    Security,
    SecurityChild,
    Body,
}

impl EnvelopePlaces {
    pub(super) fn find(xml: &str, options: &ReadOptions) -> Result<Self> {
        let mut kinds = Kinds::default();
        let found = places(xml, options, |reader| {
            let kind = kinds.of(reader)?;
            kinds.found.extend(kind);
            Ok(kind.is_some())
        })?;
        let version = kinds.version.unwrap_or_default();
        let all: Vec<(Kind, Place)> = kinds.found.into_iter().zip(found).collect();
        let of = |wanted: Kind| {
            let of_kind = all.iter().filter(move |(kind, _)| *kind == wanted);
            of_kind.map(|(_, place)| place.clone())
        };
        let (Some(envelope), Some(body)) = (of(Kind::Envelope).next(), of(Kind::Body).next())
        else {
            return Err(envelope_error(EnvelopeProblem::NoBody));
        };
        let blocks = all.iter().filter_map(|(kind, place)| match *kind {
            Kind::Block { is_mandatory } => Some(Block {
                place: place.clone(),
                is_mandatory,
            }),
            _ => None,
        });
        Ok(Self {
            version,
            envelope,
            header: of(Kind::Header).next(),
            blocks: blocks.collect(),
            security: of(Kind::Security).next(),
            security_children: of(Kind::SecurityChild).collect(),
            body,
        })
    }

    /// The places of a part: none, one, or those of several blocks.
    pub(super) fn of_part(&self, part: &SignedPart) -> Vec<&Place> {
        match part {
            SignedPart::Body => vec![&self.body],
            SignedPart::Block(name) => {
                let places = self.blocks.iter().map(|block| &block.place);
                places.filter(|place| place.name == *name).collect()
            }
            part => {
                let name = part.security_child();
                let children = self.security_children.iter();
                children
                    .filter(|place| Some(&place.name) == name.as_ref())
                    .collect()
            }
        }
    }

    /// The one signature in the header block.
    pub(super) fn signature(&self) -> Result<&Place> {
        let children = self.security_children.iter();
        let mut signatures = children.filter(|place| is_signature(&place.name));
        match (signatures.next(), signatures.next()) {
            (Some(signature), None) => Ok(signature),
            (None, _) => Err(problem(SignatureProblem::Missing)),
            (_, Some(_)) => Err(problem(SignatureProblem::Second)),
        }
    }
}

pub(super) fn is_signature(name: &QName) -> bool {
    name.is(DSIG.uri(), "Signature")
}

#[derive(Default)]
struct Kinds {
    version: Option<SoapVersion>,
    found: Vec<Kind>,
    /// Whether the element around is that.
    is_in_header: bool,
    is_in_security: bool,
}

impl Kinds {
    /// What the element is that the reader stands in, if it is something.
    fn of(&mut self, reader: &Reader<'_>) -> Result<Option<Kind>> {
        Ok(match reader.depth() {
            1 => {
                let namespace = reader.namespace_uri();
                self.version = SoapVersion::from_namespace(namespace);
                if reader.local() != "Envelope" || self.version.is_none() {
                    let kind = ErrorKind::VersionMismatch(namespace.to_owned());
                    return Err(reader.error(kind));
                }
                Some(Kind::Envelope)
            }
            2 => Some(self.of_child(reader)?),
            3 if self.is_in_header => Some(self.of_block(reader)?),
            4 if self.is_in_header && self.is_in_security => Some(Kind::SecurityChild),
            _ => None,
        })
    }

    /// A Header and a Body, each once, and the Header before the Body.
    fn of_child(&mut self, reader: &Reader<'_>) -> Result<Kind> {
        let soap = self.version.unwrap_or_default().namespace();
        self.is_in_header = reader.is_in(soap, "Header");
        let has_body = self.found.contains(&Kind::Body);
        let problem = match (self.is_in_header, reader.is_in(soap, "Body")) {
            (true, _) if has_body => EnvelopeProblem::LateHeader,
            (true, _) if !self.found.contains(&Kind::Header) => return Ok(Kind::Header),
            (_, true) if has_body => EnvelopeProblem::SecondBody,
            (_, true) => return Ok(Kind::Body),
            _ => EnvelopeProblem::Trailer(reader.name()),
        };
        Err(reader.error(ErrorKind::Envelope(problem)))
    }

    fn of_block(&mut self, reader: &Reader<'_>) -> Result<Kind> {
        self.is_in_security = reader.is_in(WSSE.uri(), "Security");
        if !self.is_in_security {
            let version = self.version.unwrap_or_default();
            let is_mandatory = must_be_understood(reader, version)?;
            return Ok(Kind::Block { is_mandatory });
        }
        if self.found.contains(&Kind::Security) {
            let second = SignatureProblem::SecondSecurity;
            return Err(reader.error(ErrorKind::Signature(second)));
        }
        Ok(Kind::Security)
    }
}

fn envelope_error(problem: EnvelopeProblem) -> crate::Error {
    crate::Error::new(ErrorKind::Envelope(problem))
}

pub(super) fn problem(problem: SignatureProblem) -> crate::Error {
    crate::Error::new(ErrorKind::Signature(problem))
}
