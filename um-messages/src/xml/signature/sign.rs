//! Makes signatures.

use std::ops::Range;

use super::DigestAlgorithm;
use super::certificate::Certificate;
use super::digest::digests;
use super::key::{SigningKey, written_algorithm};
use super::places::{Place, place_of_id, places};
use super::structure::{
    ENVELOPED, InclusiveNamespaces, KeyInfo, Method, Reference, Signature, SignatureValue,
    SignedInfo, Transforms, X509Data, problem,
};
use crate::error::{Result, SignatureProblem};
use crate::xml::canonical::{Canonicalization, Part, canonical_form};
use crate::xml::{ReadOptions, to_string};

/// Signs documents, and elements of them.
///
/// ```
/// use um_messages::xml::signature::{Certificate, EcdsaKey, Signer, Verifier};
///
/// # let key = include_str!("../../../tests/keys/ecdsa.key.pem");
/// # let certificate = include_str!("../../../tests/keys/ecdsa.certificate.pem");
/// let key = EcdsaKey::from_pem(key)?;
/// let certificate = Certificate::from_pem(certificate)?;
/// let signer = Signer::new(&key).with_certificate(&certificate);
/// let signed = signer.sign_document("<Invoice><Total>12.50</Total></Invoice>")?;
/// assert!(signed.ends_with("</ds:KeyInfo></ds:Signature></Invoice>"));
///
/// let verified = Verifier::trusting([certificate]).verify(&signed)?;
/// assert_eq!(verified.to_element()?.to_xml()?, "<Invoice><Total>12.50</Total></Invoice>");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone)]
pub struct Signer<'k> {
    key: &'k dyn SigningKey,
    key_info: Option<KeyInfo>,
    canonicalization: Canonicalization,
}

impl<'k> Signer<'k> {
    /// A signer with this key. Its signatures do not say which key it is, and canonicalize exclusively.
    #[must_use]
    pub fn new(key: &'k dyn SigningKey) -> Self {
        Self {
            key,
            key_info: None,
            canonicalization: Canonicalization::exclusive(),
        }
    }

    /// The same, whose signatures have the certificate with them.
    #[must_use]
    pub fn with_certificate(self, certificate: &Certificate) -> Self {
        self.with_x509_data(X509Data {
            certificates: vec![certificate.der().to_vec()],
            ..X509Data::default()
        })
    }

    /// The same, whose signatures name the issuer of the certificate and its serial number.
    #[must_use]
    pub fn with_issuer_serial(self, certificate: &Certificate) -> Self {
        self.with_x509_data(X509Data {
            issuer_serials: vec![certificate.issuer_serial()],
            ..X509Data::default()
        })
    }

    fn with_x509_data(self, data: X509Data) -> Self {
        self.with_key_info(KeyInfo {
            x509_data: vec![data],
            ..KeyInfo::default()
        })
    }

    /// The same, whose signatures say this of the key.
    #[must_use]
    pub fn with_key_info(mut self, key_info: KeyInfo) -> Self {
        self.key_info = Some(key_info);
        self
    }

    /// The same, which canonicalizes what it signs, and what it says of that, in this way, without comments.
    #[must_use]
    pub fn with_canonicalization(mut self, canonicalization: Canonicalization) -> Self {
        self.canonicalization = canonicalization.with_comments(false);
        self
    }

    /// The document with its signature as the last child of the document element.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed, or the key cannot sign.
    pub fn sign_document(&self, xml: &str) -> Result<String> {
        let elements = places(xml, &ReadOptions::unlimited(), |reader| {
            Ok(reader.depth() == 1)
        })?;
        let root = elements.first();
        let root = root.ok_or_else(|| problem(SignatureProblem::NoReference))?;
        let part = (String::new(), Part::default(), true);
        self.sign(xml, &Insertion::at_end_of(root, xml), &[part])
    }

    /// The document with a signature of the element that has an identifier, as the last child of that.
    ///
    /// # Errors
    ///
    /// Those of `sign_document`, and [`SignatureProblem::NoTarget`] and [`SignatureProblem::DuplicateId`].
    ///
    /// ```
    /// # use um_messages::xml::signature::{EcdsaKey, Signer};
    /// # let key = EcdsaKey::from_pem(include_str!("../../../tests/keys/ecdsa.key.pem"))?;
    /// let xml = "<List><Invoice Id='1'/><Invoice Id='2'/></List>";
    /// let signed = Signer::new(&key).sign_inside(xml, "2")?;
    /// assert!(signed.starts_with("<List><Invoice Id='1'/><Invoice Id='2'><ds:Signature "));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn sign_inside(&self, xml: &str, id: &str) -> Result<String> {
        let place = place_of_id(xml, &ReadOptions::unlimited(), id)?;
        let part = (format!("#{id}"), of_element(&place), true);
        self.sign(xml, &Insertion::at_end_of(&place, xml), &[part])
    }

    /// The document with a signature of the element that has an identifier, directly behind that.
    ///
    /// # Errors
    ///
    /// Those of `sign_inside`, and [`SignatureProblem::Misplaced`] for the document element, behind which nothing can stand.
    ///
    /// ```
    /// # use um_messages::xml::signature::{EcdsaKey, Signer};
    /// # let key = EcdsaKey::from_pem(include_str!("../../../tests/keys/ecdsa.key.pem"))?;
    /// let xml = r#"<Order xmlns="urn:order"><Invoice Id="i7"/></Order>"#;
    /// let signed = Signer::new(&key).sign_beside(xml, "i7")?;
    /// assert!(signed.starts_with(r#"<Order xmlns="urn:order"><Invoice Id="i7"/><ds:Signature "#));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn sign_beside(&self, xml: &str, id: &str) -> Result<String> {
        let place = place_of_id(xml, &ReadOptions::unlimited(), id)?;
        if place.parent.is_none() {
            return Err(problem(SignatureProblem::Misplaced(place.name)));
        }
        let part = (format!("#{id}"), of_element(&place), false);
        self.sign(xml, &Insertion::at(place.end), &[part])
    }

    /// The document with a signature of these parts: for each the URI of its reference, and whether the signature stands in it.
    pub(crate) fn sign(
        &self,
        xml: &str,
        insertion: &Insertion,
        parts: &[(String, Part, bool)],
    ) -> Result<String> {
        let algorithm = written_algorithm(self.key)?;
        let digest = DigestAlgorithm::Sha256;
        let wanted: Vec<_> = parts
            .iter()
            .map(|(_, part, _)| (self.canonicalization.clone(), *part, digest))
            .collect();
        let digests = digests(xml, &ReadOptions::unlimited(), &wanted, usize::MAX)?;
        let references = parts
            .iter()
            .zip(digests)
            .map(|((uri, _, is_enveloped), digest)| {
                self.reference(uri, *is_enveloped, digest.into_vec())
            });
        let mut signature = Signature {
            id: None,
            signed_info: SignedInfo {
                position: None,
                id: None,
                canonicalization_method: Method::of_canonicalization(&self.canonicalization),
                signature_method: Method::of(algorithm.uri()),
                references: references.collect(),
            },
            signature_value: SignatureValue {
                id: None,
                bytes: Vec::new(),
            },
            key_info: self.key_info.clone(),
            objects: Vec::new(),
        };
        signature.signature_value.bytes = self.value(xml, insertion, &signature)?;
        Ok(insertion.of(&to_string(&signature)?, xml).0)
    }

    fn reference(&self, uri: &str, is_enveloped: bool, digest: Vec<u8>) -> Reference {
        let enveloped = is_enveloped.then(|| Method::of(ENVELOPED));
        let canonicalization = Method::of_canonicalization(&self.canonicalization);
        let transforms = enveloped.into_iter().chain([canonicalization]).collect();
        Reference {
            id: None,
            uri: Some(uri.to_owned()),
            kind: None,
            transforms: Some(Transforms { transforms }),
            digest_method: Method::of(DigestAlgorithm::Sha256.uri()),
            digest_value: digest,
        }
    }

    /// What the key makes of the signature, which is signed where it will stand.
    fn value(&self, xml: &str, insertion: &Insertion, signature: &Signature) -> Result<Vec<u8>> {
        let unsigned = to_string(signature)?;
        let (document, at) = insertion.of(&unsigned, xml);
        let in_signature = unsigned.find("<ds:SignedInfo").unwrap_or_default();
        let part = Part {
            element: Some(at + in_signature),
            without: None,
        };
        let wanted = (&self.canonicalization, part);
        let form = canonical_form(&document, &ReadOptions::unlimited(), wanted)?;
        let value = self.key.sign(form.as_bytes());
        value.map_err(|error| problem(SignatureProblem::Signing(error.to_string())))
    }
}

pub(crate) fn of_element(place: &Place) -> Part {
    Part {
        element: Some(place.start),
        without: None,
    }
}

/// Where a text is put into a document: in the place of these bytes, between two texts.
pub(crate) struct Insertion {
    bytes: Range<usize>,
    before: &'static str,
    behind: String,
}

impl Insertion {
    pub(crate) fn at(byte: usize) -> Self {
        Self {
            bytes: byte..byte,
            before: "",
            behind: String::new(),
        }
    }

    /// At the end of an element, which may be one tag.
    pub(crate) fn at_end_of(place: &Place, xml: &str) -> Self {
        if place.end_tag > place.start {
            return Self::at(place.end_tag);
        }
        let tag = xml.get(place.start + 1..).unwrap_or_default();
        let name = tag.split([' ', '\t', '\r', '\n', '/', '>']).next();
        Self {
            bytes: place.end - "/>".len()..place.end,
            before: ">",
            behind: format!("</{}>", name.unwrap_or_default()),
        }
    }

    /// The bytes, and what comes into their place with the text.
    pub(crate) fn to_edit(&self, text: &str) -> (usize, usize, String) {
        let text = [self.before, text, &self.behind].concat();
        (self.bytes.start, self.bytes.end, text)
    }

    /// The document with the text, and where that begins.
    pub(crate) fn of(&self, text: &str, xml: &str) -> (String, usize) {
        let before = xml.get(..self.bytes.start).unwrap_or_default();
        let behind = xml.get(self.bytes.end..).unwrap_or_default();
        let document = [before, self.before, text, &self.behind, behind].concat();
        (document, before.len() + self.before.len())
    }
}

impl Method {
    fn of_canonicalization(canonicalization: &Canonicalization) -> Self {
        let prefixes = canonicalization.inclusive_prefixes();
        let prefix_list = prefixes.collect::<Vec<_>>().join(" ");
        let inclusive_namespaces =
            (!prefix_list.is_empty()).then_some(InclusiveNamespaces { prefix_list });
        Self {
            inclusive_namespaces,
            ..Self::of(canonicalization.algorithm())
        }
    }
}

/// Nothing of the key.
impl std::fmt::Debug for Signer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Signer");
        shown.field("canonicalization", &self.canonicalization);
        shown.finish_non_exhaustive()
    }
}
