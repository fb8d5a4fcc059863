//! Signatures that stand in the document that they sign.

use std::collections::BTreeSet;
use std::fmt;

use super::certificate::Certificate;
use super::key_identifier::KeyIdentifier;
use super::places::{Place, located, places_of_ids, reader_at, signature_in};
use super::structure::{Reference, problem};
use super::verify::{Opened, Target, Verifier};
use crate::error::{Result, SignatureProblem};
use crate::qname::QName;
use crate::xml::bind::Root;
use crate::xml::canonical::Part;
use crate::xml::{Element, ReadElement, ReadOptions};

/// An element whose signature is right, without that. What is read of it was signed.
///
/// What was signed is its canonical form: it has no comments, and what it says does not depend on the white space in tags, on how characters
/// are written, or on prefixes. But for what a value says by a prefix, `xsi:type="x:Cat"`: by the exclusive way the declaration of that is signed
/// only where a name has it too, or the signature lists it.
pub struct VerifiedElement {
    /// The document without the signature.
    xml: String,
    options: ReadOptions,
    start: usize,
    name: QName,
    certificate: Certificate,
}

impl VerifiedElement {
    /// The name of the element.
    #[must_use]
    pub fn name(&self) -> &QName {
        &self.name
    }

    /// The certificate whose key has signed it.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Reads it.
    ///
    /// # Errors
    ///
    /// If it has another name than the type, or is no value of it.
    pub fn read<T: Root + for<'de> ReadElement<'de>>(&self) -> Result<T> {
        let mut reader = reader_at(&self.xml, &self.options, self.start)?;
        reader.know_aliases(T::INFO);
        let namespace = reader.namespace(T::NAMESPACE);
        reader.expect(namespace, &QName::new(T::NAMESPACE, T::NAME))?;
        reader.read()
    }

    /// The element as a tree.
    ///
    /// # Errors
    ///
    /// If it is larger than [`ReadOptions::max_nodes`] allows.
    pub fn to_element(&self) -> Result<Element> {
        reader_at(&self.xml, &self.options, self.start)?.read()
    }
}

impl Verifier<'_> {
    /// Verifies the signature of a document. It is a child of the document element, the only one there, and signs that, or
    /// one element beside itself: `<Invoice>…<ds:Signature/></Invoice>`, or `<Envelope><Invoice Id="i"/><ds:Signature/></Envelope>`.
    ///
    /// References to elements in the signature, as the signed properties of `XAdES`, are verified as well; what they say is for the program to read.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Signature`](crate::ErrorKind::Signature) for all that is wrong with the signature, a limit, and those of reading.
    pub fn verify(&self, xml: &str) -> Result<VerifiedElement> {
        self.verify_in(xml, None)
    }

    /// As [`verify`](Self::verify), of the signature that is a child of the element that begins at a byte. What that says has no weight: it
    /// may have been put around what is signed by anyone.
    ///
    /// # Errors
    ///
    /// Those of `verify`.
    pub fn verify_at(&self, xml: &str, byte: usize) -> Result<VerifiedElement> {
        self.verify_in(xml, Some(byte))
    }

    fn verify_in(&self, xml: &str, parent: Option<usize>) -> Result<VerifiedElement> {
        let (parent, signature) = signature_in(xml, &self.options, parent)?;
        let opened = self.open(xml, signature, |signature| {
            KeyIdentifier::of_key_info(signature.key_info.as_ref())
        })?;
        let start = opened.place.start;
        let verified = self.verified_place(xml, &parent, &opened);
        let place = verified.map_err(|error| located(error, xml, &self.options, start))?;
        Ok(without_signature(xml, place, opened, self.options.clone()))
    }

    /// The one element that is signed, its digest and all others verified.
    fn verified_place(&self, xml: &str, parent: &Place, opened: &Opened) -> Result<Place> {
        let references = &opened.info.references;
        let ids = references
            .iter()
            .filter_map(|it| it.uri.as_deref()?.strip_prefix('#'));
        let ids: BTreeSet<&str> = ids.collect();
        let places = places_of_ids(xml, &self.options, &ids)?;
        let mut signed: Option<Place> = None;
        let mut targets = Vec::new();
        for reference in references {
            let place = match reference.fragment()? {
                None => None,
                Some(id) => {
                    let no_target = || problem(SignatureProblem::NoTarget(id.to_owned()));
                    Some(places.get(id).ok_or_else(no_target)?)
                }
            };
            let (target, is_own) = target(reference, place, parent, opened)?;
            targets.push(target);
            if is_own {
                continue;
            }
            if signed.is_some() {
                return Err(problem(SignatureProblem::Second));
            }
            signed = Some(place.unwrap_or(parent).clone());
        }
        self.check_digests(xml, &targets)?;
        signed.ok_or_else(|| problem(SignatureProblem::NoReference))
    }
}

/// What a reference refers to, the document if there is no place, and whether that is a part of the signature.
fn target<'r>(
    reference: &'r Reference,
    place: Option<&Place>,
    parent: &Place,
    opened: &Opened,
) -> Result<(Target<'r>, bool)> {
    let signature = &opened.place;
    let (_, is_enveloped) = reference.canonicalization()?;
    let of = |element: Option<&Place>, without: Option<usize>| Target {
        reference,
        part: Part {
            element: element.map(|place| place.start),
            without,
        },
    };
    let without = Some(signature.start);
    match place {
        None if parent.parent.is_none() && is_enveloped => Ok((of(None, without), false)),
        None => Err(problem(SignatureProblem::Misplaced(parent.name.clone()))),
        Some(place) if place.start == parent.start && is_enveloped => {
            Ok((of(Some(place), without), false))
        }
        Some(place) if place.parent == Some(parent.start) && place.start != signature.start => {
            Ok((of(Some(place), None), false))
        }
        Some(place) if opened.is_in_signature(place) => Ok((of(Some(place), None), true)),
        Some(place) => Err(problem(SignatureProblem::Misplaced(place.name.clone()))),
    }
}

fn without_signature(
    xml: &str,
    place: Place,
    opened: Opened,
    options: ReadOptions,
) -> VerifiedElement {
    let signature = &opened.place;
    let before = xml.get(..signature.start).unwrap_or_default();
    let behind = xml.get(signature.end..).unwrap_or_default();
    let is_behind = place.start >= signature.end;
    let moved = if is_behind {
        signature.end - signature.start
    } else {
        0
    };
    VerifiedElement {
        xml: [before, behind].concat(),
        options,
        start: place.start - moved,
        name: place.name,
        certificate: opened.certificate,
    }
}

/// Of the document nothing but the name of the element.
impl fmt::Debug for VerifiedElement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("VerifiedElement");
        shown.field("name", &self.name);
        shown.field("certificate", &self.certificate);
        shown.finish_non_exhaustive()
    }
}
