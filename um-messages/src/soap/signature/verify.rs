//! Verifies the signature of an envelope, and gives what it has signed.

use std::collections::BTreeSet;
use std::fmt;

use super::SignedPart;
use super::places::{EnvelopePlaces, is_signature, problem};
use super::token::identify;
use crate::error::{Error, ErrorKind, Result, SignatureProblem};
use crate::qname::QName;
use crate::soap::security::WSSE;
use crate::soap::{Envelope, ReadBody, ReadHeaders};
use crate::xml::ReadOptions;
use crate::xml::canonical::Part;
use crate::xml::signature::{
    Certificate, Opened, Place, Reference, Target, Verifier, located, places_of_ids, reader_at,
};

/// Verifies the signatures of envelopes: the Body has to be signed, and what else is asked for.
///
/// ```
/// use um_messages::soap::signature::{EnvelopeSigner, EnvelopeVerifier, SignedPart};
/// use um_messages::xml::signature::{Certificate, EcdsaKey, Verifier};
/// use um_messages::{Envelope, um};
///
/// # let key = EcdsaKey::from_pem(include_str!("../../../tests/keys/ecdsa.key.pem"))?;
/// # let certificate = Certificate::from_pem(include_str!("../../../tests/keys/ecdsa.certificate.pem"))?;
/// # let signer = EnvelopeSigner::new(&key, &certificate);
/// # let sent = signer.sign(&Envelope::new(um::IsUMEnabled {}))?;
/// let verifier = EnvelopeVerifier::new(Verifier::trusting([certificate]));
/// let request: um::IsUMEnabled = verifier.verify(&sent)?.message()?;
///
/// let error = verifier.require(SignedPart::Timestamp).verify(&sent).unwrap_err();
/// assert!(error.to_string().starts_with("`Timestamp` is not signed"));
/// # let _ = request;
/// # Ok::<(), um_messages::Error>(())
/// ```
pub struct EnvelopeVerifier<'v> {
    verifier: Verifier<'v>,
    required: Vec<SignedPart>,
}

/// An envelope whose signature is right, as far as it is signed. What is read of it was signed: the Body, and of the header blocks, and
/// of what stands in `wsse:Security`, those that are. The others are not there.
///
/// What was signed is the canonical form: see [`VerifiedElement`](crate::xml::signature::VerifiedElement). The tags of Envelope, Header and
/// `wsse:Security` are not signed: not their attributes, and not what they declare for prefixes that stand in values alone.
pub struct VerifiedEnvelope {
    /// The envelope with spaces in the place of what is not signed, so that what stands in it stands where it was sent.
    xml: String,
    options: ReadOptions,
    signed: Vec<QName>,
    certificate: Certificate,
}

impl<'v> EnvelopeVerifier<'v> {
    /// A verifier of envelopes whose Body is signed. What is accepted, the other verifier says.
    #[must_use]
    pub const fn new(verifier: Verifier<'v>) -> Self {
        Self {
            verifier,
            required: Vec::new(),
        }
    }

    /// The same, which asks that this is signed as well: that it is there, and each one that has its name.
    #[must_use]
    pub fn require(mut self, part: SignedPart) -> Self {
        self.required.push(part);
        self
    }

    /// Verifies the signature of an envelope.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Signature`] for all that is wrong with the signature; [`ErrorKind::NotUnderstood`] if a header block must be understood
    /// and is not signed, so that nothing reads it; a limit, and those of an envelope.
    pub fn verify(&self, xml: &str) -> Result<VerifiedEnvelope> {
        let places = EnvelopePlaces::find(xml, &self.verifier.options)?;
        let options = &self.verifier.options;
        let start = places
            .security
            .as_ref()
            .map_or(places.envelope.start, |it| it.start);
        let at_security = |error: Error| located(error, xml, options, start);
        let signature = places.signature().map_err(at_security)?;
        let opened = self.verifier.open(xml, signature.clone(), |signature| {
            identify(signature, xml, options, &places)
        })?;
        let at_signature = |error: Error| located(error, xml, options, signature.start);
        let signed = self.signed(xml, &places, &opened).map_err(at_signature)?;
        let signed = Signed {
            places: &places,
            starts: signed,
        };
        signed.require(&SignedPart::Body).map_err(at_signature)?;
        for part in &self.required {
            signed.require(part).map_err(at_signature)?;
        }
        signed.refuse_mandatory(options).map_err(at_security)?;
        refuse_identified(xml, &places, options)?;
        Ok(VerifiedEnvelope {
            xml: signed.alone(xml),
            signed: signed.names(),
            options: options
                .clone()
                .understand(&[QName::new(WSSE.uri(), "Security")]),
            certificate: opened.certificate,
        })
    }

    /// Where what is signed begins; its digests are verified.
    fn signed(
        &self,
        xml: &str,
        places: &EnvelopePlaces,
        opened: &Opened,
    ) -> Result<BTreeSet<usize>> {
        let references = &opened.info.references;
        let ids = references.iter().filter_map(|it| it.fragment().ok()?);
        let ids: BTreeSet<&str> = ids.collect();
        let by_id = places_of_ids(xml, &self.verifier.options, &ids)?;
        let mut signed = BTreeSet::new();
        let mut targets = Vec::new();
        for reference in references {
            let Some(id) = reference.fragment()? else {
                let name = places.envelope.name.clone();
                return Err(problem(SignatureProblem::Misplaced(name)));
            };
            let no_target = || problem(SignatureProblem::NoTarget(id.to_owned()));
            let place = by_id.get(id).ok_or_else(no_target)?;
            if can_be_signed(place, places) {
                signed.insert(place.start);
            } else if !opened.is_in_signature(place) {
                return Err(problem(SignatureProblem::Misplaced(place.name.clone())));
            }
            targets.push(target(reference, place));
        }
        self.verifier.check_digests(xml, &targets)?;
        Ok(signed)
    }
}

/// Tags that are read and not signed must not be what something refers to in what is signed: with what stands in their attributes they would be
/// read in the place of what was signed.
fn refuse_identified(xml: &str, places: &EnvelopePlaces, options: &ReadOptions) -> Result<()> {
    if !options.resolve_references {
        return Ok(());
    }
    let unsigned = [
        Some(&places.envelope),
        places.header.as_ref(),
        places.security.as_ref(),
    ];
    for place in unsigned.into_iter().flatten() {
        let reader = reader_at(xml, options, place.start)?;
        if reader.is_identified() {
            let name = place.name.local().to_owned();
            let kind = ErrorKind::Signature(SignatureProblem::NotSigned(name));
            return Err(reader.error(kind));
        }
    }
    Ok(())
}

/// Whether an element stands where one may be signed: it is the Body, a header block, or a child of `wsse:Security` other than the signature.
fn can_be_signed(place: &Place, places: &EnvelopePlaces) -> bool {
    let is_it = |other: &Place| other.start == place.start;
    let mut children = places.security_children.iter();
    is_it(&places.body)
        || places.blocks.iter().any(|block| is_it(&block.place))
        || children.any(|child| is_it(child) && !is_signature(&child.name))
}

/// The signature stands in none of these, so that there is nothing to leave out.
fn target<'r>(reference: &'r Reference, place: &Place) -> Target<'r> {
    Target {
        reference,
        part: Part {
            element: Some(place.start),
            without: None,
        },
    }
}

/// What of an envelope is signed.
struct Signed<'p> {
    places: &'p EnvelopePlaces,
    /// Where it begins.
    starts: BTreeSet<usize>,
}

impl Signed<'_> {
    fn has(&self, place: &Place) -> bool {
        self.starts.contains(&place.start)
    }

    fn require(&self, part: &SignedPart) -> Result<()> {
        let places = self.places.of_part(part);
        if places.is_empty() || !places.iter().all(|place| self.has(place)) {
            return Err(problem(SignatureProblem::NotSigned(part.to_string())));
        }
        Ok(())
    }

    /// Nobody reads what is not signed, so that it must not have to be understood, unless the program deals with it itself.
    fn refuse_mandatory(&self, options: &ReadOptions) -> Result<()> {
        if options.ignore_must_understand {
            return Ok(());
        }
        let understood = &options.context().understood;
        let blocks = self.places.blocks.iter();
        let unread = blocks.filter(|block| block.is_mandatory && !self.has(&block.place));
        let names = unread.map(|block| block.place.name.clone());
        let names: Vec<_> = names.filter(|name| !understood.contains(name)).collect();
        if names.is_empty() {
            return Ok(());
        }
        let hint = "a block that is not signed is not read";
        Err(Error::new(ErrorKind::NotUnderstood(names)).with_hint(hint.to_owned()))
    }

    /// The names of what is signed.
    fn names(&self) -> Vec<QName> {
        let blocks = self.places.blocks.iter().map(|block| &block.place);
        let all = blocks.chain(&self.places.security_children);
        let all = all.chain([&self.places.body]);
        let signed = all.filter(|place| self.has(place));
        signed.map(|place| place.name.clone()).collect()
    }

    /// The envelope with spaces in the place of header blocks that are not signed.
    fn alone(&self, xml: &str) -> String {
        let places = self.places;
        let children = &places.security_children;
        let has_children = children.iter().any(|child| self.has(child));
        let blocks = places.blocks.iter().map(|block| &block.place);
        let security = places.security.iter().filter(|_| !has_children);
        let blank = blocks.chain(children).filter(|place| !self.has(place));
        let mut blank: Vec<&Place> = blank.chain(security).collect();
        blank.sort_by_key(|place| place.start);
        let mut alone = String::with_capacity(xml.len());
        for place in blank {
            // What stands in another one is blank already.
            if place.start < alone.len() {
                continue;
            }
            alone.push_str(xml.get(alone.len()..place.start).unwrap_or_default());
            let bytes = xml.get(place.start..place.end).unwrap_or_default().bytes();
            alone.extend(bytes.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
        alone.push_str(xml.get(alone.len()..).unwrap_or_default());
        alone
    }
}

impl VerifiedEnvelope {
    /// What stands in the Body.
    ///
    /// # Errors
    ///
    /// Those of [`Envelope::from_xml`].
    pub fn message<'e, B: ReadBody<'e>>(&'e self) -> Result<B> {
        Ok(self.envelope::<B, ()>()?.into_body())
    }

    /// The envelope, with those header blocks that are signed. One that is signed and must be understood has to be a field of `H`, but for
    /// `wsse:Security`.
    ///
    /// # Errors
    ///
    /// Those of [`Envelope::from_xml`]. A header block that is not signed is missing.
    pub fn envelope<'e, B: ReadBody<'e>, H: ReadHeaders<'e>>(&'e self) -> Result<Envelope<B, H>> {
        Envelope::from_xml_with(&self.xml, &self.options)
    }

    /// The envelope as a text, with spaces in the place of header blocks that are not signed: for who reads it in another way, as
    /// with [`Reader::open_body`](crate::xml::Reader::open_body).
    #[must_use]
    pub fn xml(&self) -> &str {
        &self.xml
    }

    /// The names of what is signed: header blocks, children of `wsse:Security`, and the Body.
    #[must_use]
    pub fn signed(&self) -> &[QName] {
        &self.signed
    }

    /// The certificate whose key has signed it.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }
}

/// Of the envelope nothing but what is signed.
impl fmt::Debug for VerifiedEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("VerifiedEnvelope");
        shown.field("signed", &self.signed);
        shown.field("certificate", &self.certificate);
        shown.finish_non_exhaustive()
    }
}
