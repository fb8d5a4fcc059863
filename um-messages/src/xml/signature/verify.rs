//! Checks a signature: the key, what it has signed, and the digests.

use super::algorithm::{DigestAlgorithm, SignatureAlgorithm};
use super::certificate::Certificate;
use super::digest::digests;
use super::key_identifier::KeyIdentifier;
use super::places::{Place, located, moved, reader_at};
use super::structure::{Reference, Signature, SignedInfo, problem};
use crate::error::{ErrorKind, Result, SignatureProblem};
use crate::xml::canonical::{Part, canonical_form};
use crate::xml::{ReadOptions, from_str_with};

/// Says which certificate a key has, if that is trusted.
type Trusted<'v> = dyn Fn(&KeyIdentifier) -> Option<Certificate> + Send + Sync + 'v;

/// Verifies signatures: which certificates are trusted, and what is accepted.
///
/// By default that is RSA with SHA-256 of 2048 bits and more, and ECDSA on P-256 with SHA-256; digests of SHA-256.
pub struct Verifier<'v> {
    trusted: Box<Trusted<'v>>,
    signatures: Vec<SignatureAlgorithm>,
    digests: Vec<DigestAlgorithm>,
    min_rsa_bits: usize,
    max_references: usize,
    max_signed_bytes: usize,
    pub(crate) options: ReadOptions,
}

impl<'v> Verifier<'v> {
    /// A verifier that asks for each signature which certificate it is of. The function gets what the signature says of its key: mostly the
    /// certificate itself, with others that may have to do with it, or what names one. It gives the certificate if
    /// it is trusted, and `None` if it is not: nothing else says whether a certificate is what it says it is, has not expired, and has not been revoked.
    ///
    /// It is asked before anything is verified, so that it must not believe that who sends the certificate has its key.
    ///
    /// ```
    /// use um_messages::xml::signature::{KeyIdentifier, Verifier};
    ///
    /// # fn has_issued(_: &[u8]) -> bool { false }
    /// let verifier = Verifier::new(|key| match key {
    ///     KeyIdentifier::Certificate { certificate, .. } if has_issued(certificate.der()) => {
    ///         Some(certificate.as_ref().clone())
    ///     }
    ///     _ => None,
    /// });
    /// # let _ = verifier;
    /// ```
    #[must_use]
    pub fn new(trusted: impl Fn(&KeyIdentifier) -> Option<Certificate> + Send + Sync + 'v) -> Self {
        Self {
            trusted: Box::new(trusted),
            signatures: vec![
                SignatureAlgorithm::RsaSha256,
                SignatureAlgorithm::EcdsaSha256,
            ],
            digests: vec![DigestAlgorithm::Sha256],
            min_rsa_bits: 2048,
            max_references: 32,
            max_signed_bytes: 64 * 1024 * 1024,
            options: ReadOptions::new(),
        }
    }

    /// A verifier that trusts these certificates and no others, however a signature names them. Whether they have expired it does not look.
    #[must_use]
    pub fn trusting(certificates: impl Into<Vec<Certificate>>) -> Self {
        let certificates = certificates.into();
        Self::new(move |key| certificates.iter().find(|known| key.is_of(known)).cloned())
    }

    /// The same, which accepts signatures of this algorithm as well.
    #[must_use]
    pub fn accept_signature(mut self, algorithm: SignatureAlgorithm) -> Self {
        self.signatures.push(algorithm);
        self
    }

    /// The same, which accepts digests of this algorithm as well.
    #[must_use]
    pub fn accept_digest(mut self, algorithm: DigestAlgorithm) -> Self {
        self.digests.push(algorithm);
        self
    }

    /// The same, which accepts RSA keys of so many bits and more. Default: 2048.
    #[must_use]
    pub fn min_rsa_bits(mut self, bits: usize) -> Self {
        self.min_rsa_bits = bits;
        self
    }

    /// The same, which accepts so many references in a signature. Default: 32.
    #[must_use]
    pub fn max_references(mut self, count: usize) -> Self {
        self.max_references = count;
        self
    }

    /// The same, which accepts references to so many bytes together, counted in their canonical forms, which may be longer than what was sent. Default:
    /// 64 MiB.
    #[must_use]
    pub fn max_signed_bytes(mut self, bytes: usize) -> Self {
        self.max_signed_bytes = bytes;
        self
    }

    /// The same, with these options of reading: its limits hold for the document, and what is verified is read with them.
    #[must_use]
    pub fn with_options(mut self, options: ReadOptions) -> Self {
        self.options = options;
        self
    }
}

/// A signature whose key is trusted, and has signed what it says. What that refers to has not been looked at.
pub(crate) struct Opened {
    /// What it says, read from the bytes that were verified.
    pub(crate) info: SignedInfo,
    pub(crate) certificate: Certificate,
    /// Where the signature stands, and what it says in it.
    pub(crate) place: Place,
    info_at: usize,
}

impl Opened {
    /// Whether an element stands in the signature, beside what that says.
    pub(crate) fn is_in_signature(&self, place: &Place) -> bool {
        self.place.contains(place) && place.start != self.info_at
    }
}

/// What a reference refers to.
pub(crate) struct Target<'r> {
    pub(crate) reference: &'r Reference,
    pub(crate) part: Part,
}

impl Verifier<'_> {
    /// Verifies the signature at a place. `identify` says whose it is.
    pub(crate) fn open(
        &self,
        xml: &str,
        place: Place,
        identify: impl FnOnce(&Signature) -> Result<KeyIdentifier>,
    ) -> Result<Opened> {
        let start = place.start;
        let opened = self.open_unlocated(xml, place, identify);
        opened.map_err(|error| located(error, xml, &self.options, start))
    }

    fn open_unlocated(
        &self,
        xml: &str,
        place: Place,
        identify: impl FnOnce(&Signature) -> Result<KeyIdentifier>,
    ) -> Result<Opened> {
        let mut reader = reader_at(xml, &self.options, place.start)?;
        let signature: Signature = reader.read()?;
        let info_at = signature.signed_info.position.map_or(0, |it| it.byte);
        let canonicalization = signature
            .signed_info
            .canonicalization_method
            .canonicalization()?;
        let algorithm = self.signature_algorithm(&signature.signed_info)?;
        let key = identify(&signature)?;
        let certificate = (self.trusted)(&key);
        let certificate = certificate.ok_or_else(|| problem(SignatureProblem::Untrusted))?;
        let public = certificate.public_key()?;
        public.require_bits(self.min_rsa_bits)?;
        let part = Part {
            element: Some(info_at),
            without: None,
        };
        let form = canonical_form(xml, &self.options, (&canonicalization, part))?;
        public.verify(algorithm, form.as_bytes(), &signature.signature_value.bytes)?;
        let info = self.read_verified(&form, &signature.signed_info);
        let info = info.map_err(|error| moved(error, xml, &self.options, info_at))?;
        Ok(Opened {
            info,
            certificate,
            place,
            info_at,
        })
    }

    fn signature_algorithm(&self, info: &SignedInfo) -> Result<SignatureAlgorithm> {
        info.signature_method.plain(|uri| {
            let algorithm = SignatureAlgorithm::of_uri(uri);
            algorithm.filter(|algorithm| self.signatures.contains(algorithm))
        })
    }

    /// What was signed, read from the very bytes. It has to say of itself what was believed of it before.
    fn read_verified(&self, form: &str, believed: &SignedInfo) -> Result<SignedInfo> {
        let info: SignedInfo = from_str_with(form, &self.options)?;
        let is_same = info.canonicalization_method == believed.canonicalization_method
            && info.signature_method == believed.signature_method;
        if !is_same {
            return Err(problem(SignatureProblem::Value));
        }
        if info.references.is_empty() {
            return Err(problem(SignatureProblem::NoReference));
        }
        if info.references.len() > self.max_references {
            return Err(crate::Error::new(ErrorKind::Limit {
                limit: "max_references",
                max: self.max_references,
            }));
        }
        Ok(info)
    }

    /// Verifies the digests of what is referred to.
    pub(crate) fn check_digests(&self, xml: &str, targets: &[Target<'_>]) -> Result<()> {
        let mut parts = Vec::with_capacity(targets.len());
        for Target { reference, part } in targets {
            let (canonicalization, _) = reference.canonicalization()?;
            let algorithm = reference.digest_method.plain(|uri| {
                let algorithm = DigestAlgorithm::of_uri(uri);
                algorithm.filter(|algorithm| self.digests.contains(algorithm))
            })?;
            parts.push((canonicalization, *part, algorithm));
        }
        let found = digests(xml, &self.options, &parts, self.max_signed_bytes)?;
        for (target, digest) in targets.iter().zip(&found) {
            let reference = target.reference;
            if *reference.digest_value != **digest {
                let uri = reference.uri.clone().unwrap_or_default();
                return Err(problem(SignatureProblem::Digest(uri)));
            }
        }
        Ok(())
    }
}
