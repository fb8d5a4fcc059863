//! What a signature says of its key.

use x509_cert::PkiPath;
use x509_cert::der::{Decode as _, Encode as _};

use super::certificate::Certificate;
use super::structure::{KeyInfo, X509Data, X509IssuerSerial, problem};
use crate::error::{Result, SignatureProblem};

/// What a signature says of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyIdentifier {
    /// The certificate, which anyone can have made.
    #[non_exhaustive]
    Certificate {
        /// That of the key.
        certificate: Box<Certificate>,
        /// Others beside it, in DER: who has issued it, perhaps. Nothing is known of them.
        others: Vec<Vec<u8>>,
    },
    /// The issuer of the certificate and its serial number. Names are compared by their parts, however stacks write them: in either order, with
    /// spaces, quotes or escapes, and with types by name or by number.
    IssuerSerial(X509IssuerSerial),
    /// The SHA-1 digest of the certificate.
    Thumbprint(Vec<u8>),
    /// The identifier of the key.
    SubjectKeyIdentifier(Vec<u8>),
    /// The distinguished name in the certificate.
    SubjectName(String),
}

impl KeyIdentifier {
    /// Whether it names this certificate.
    #[must_use]
    pub fn is_of(&self, certificate: &Certificate) -> bool {
        match self {
            Self::Certificate {
                certificate: sent, ..
            } => sent.der() == certificate.der(),
            Self::IssuerSerial(named) => certificate.has_issuer_serial(named),
            Self::Thumbprint(digest) => certificate.thumbprint() == *digest,
            Self::SubjectKeyIdentifier(identifier) => {
                certificate.subject_key_identifier().as_ref() == Some(identifier)
            }
            Self::SubjectName(name) => certificate.has_subject(name),
        }
    }

    /// A certificate in DER, that of the key, and others.
    pub(crate) fn of_certificate(der: Vec<u8>, others: Vec<Vec<u8>>) -> Result<Self> {
        Ok(Self::Certificate {
            certificate: Box::new(Certificate::from_der(der)?),
            others,
        })
    }

    /// A path of certificates in DER (`PkiPath` of X.509): that of the key is the last one, and each was issued by the one before.
    pub(crate) fn of_path(der: &[u8]) -> Result<Self> {
        let none = |error: x509_cert::der::Error| {
            problem(SignatureProblem::Certificate(error.to_string()))
        };
        let path = PkiPath::from_der(der).map_err(none)?;
        let of_one = |certificate: &x509_cert::Certificate| certificate.to_der().map_err(none);
        let mut path = path.iter().rev().map(of_one).collect::<Result<Vec<_>>>()?;
        if path.is_empty() {
            return Err(problem(SignatureProblem::KeyInfo));
        }
        Self::of_certificate(path.remove(0), path)
    }

    /// What is said without WS-Security.
    pub(crate) fn of_key_info(key_info: Option<&KeyInfo>) -> Result<Self> {
        let data = key_info.and_then(|key_info| key_info.x509_data.first());
        match data {
            Some(data) => Self::of_x509_data(data),
            None => Err(problem(SignatureProblem::KeyInfo)),
        }
    }

    /// The certificate before what names one. Of several the first is that of the key, unless it is said whose is.
    pub(crate) fn of_x509_data(data: &X509Data) -> Result<Self> {
        let named = data.issuer_serials.first();
        let mut others = data.certificates.clone();
        if !others.is_empty() {
            let is_named = |der: &Vec<u8>| {
                let certificate = Certificate::from_der(der.as_slice());
                let is_it = |certificate: Certificate| {
                    named.is_none_or(|named| certificate.has_issuer_serial(named))
                };
                certificate.is_ok_and(is_it)
            };
            let at = others.iter().take(MOST_CERTIFICATES).position(is_named);
            let first = others.remove(at.unwrap_or_default());
            return Self::of_certificate(first, others);
        }
        if let Some(named) = named {
            return Ok(Self::IssuerSerial(named.clone()));
        }
        if let Some(identifier) = data.subject_key_identifiers.first() {
            return Ok(Self::SubjectKeyIdentifier(identifier.clone()));
        }
        match data.subject_names.first() {
            Some(name) => Ok(Self::SubjectName(name.clone())),
            None => Err(problem(SignatureProblem::KeyInfo)),
        }
    }
}

/// Of so many certificates is looked which is meant.
const MOST_CERTIFICATES: usize = 16;
