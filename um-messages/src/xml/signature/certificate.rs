//! Certificates: what names them, and their keys.

use std::fmt;

use sha1::Sha1;
use sha2::Digest as _;
use x509_cert::der::oid::AssociatedOid as _;
use x509_cert::der::{Decode as _, DecodePem as _, Encode as _};
use x509_cert::ext::pkix::SubjectKeyIdentifier;

use super::distinguished_name::{is_written, to_text};
use super::key::PublicKey;
use super::structure::{X509IssuerSerial, problem};
use crate::error::{Result, SignatureProblem};

/// A certificate (X.509). What it says is not checked here: not who has issued it, not when it is valid, not what it may be used for.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
}

impl Certificate {
    /// A certificate in DER.
    ///
    /// # Errors
    ///
    /// [`SignatureProblem::Certificate`] if the bytes are none.
    pub fn from_der(der: impl Into<Vec<u8>>) -> Result<Self> {
        let der = der.into();
        let parsed = x509_cert::Certificate::from_der(&der).map_err(|error| none(&error))?;
        Ok(Self { der, parsed })
    }

    /// A certificate in PEM: between `-----BEGIN CERTIFICATE-----` and its end.
    ///
    /// # Errors
    ///
    /// [`SignatureProblem::Certificate`] if the text is none.
    pub fn from_pem(pem: &str) -> Result<Self> {
        let parsed = x509_cert::Certificate::from_pem(pem).map_err(|error| none(&error))?;
        let der = parsed.to_der().map_err(|error| none(&error))?;
        Ok(Self { der, parsed })
    }

    /// The bytes, in DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The distinguished name of whom it is about (RFC 4514).
    #[must_use]
    pub fn subject(&self) -> String {
        to_text(&self.parsed.tbs_certificate.subject)
    }

    /// The distinguished name of who has issued it (RFC 4514).
    #[must_use]
    pub fn issuer(&self) -> String {
        to_text(&self.parsed.tbs_certificate.issuer)
    }

    /// The serial number that the issuer has given it, in decimal digits.
    #[must_use]
    pub fn serial(&self) -> String {
        decimal(self.parsed.tbs_certificate.serial_number.as_bytes())
    }

    /// The SHA-1 digest of it, by which WS-Security 1.1 names it (`ThumbprintSHA1`).
    #[must_use]
    pub fn thumbprint(&self) -> Vec<u8> {
        Sha1::digest(&self.der).to_vec()
    }

    /// The identifier of its key, if it has one (RFC 5280 section 4.2.1.2).
    #[must_use]
    pub fn subject_key_identifier(&self) -> Option<Vec<u8>> {
        let extensions = self.parsed.tbs_certificate.extensions.as_ref()?;
        let is_it = |id| id == SubjectKeyIdentifier::OID;
        let extension = extensions.iter().find(|it| is_it(it.extn_id))?;
        let identifier = SubjectKeyIdentifier::from_der(extension.extn_value.as_bytes()).ok()?;
        Some(identifier.0.as_bytes().to_vec())
    }

    pub(super) fn public_key(&self) -> Result<PublicKey> {
        let key = self.parsed.tbs_certificate.subject_public_key_info.to_der();
        PublicKey::from_der(&key.map_err(|error| none(&error))?)
    }

    pub(crate) fn issuer_serial(&self) -> X509IssuerSerial {
        X509IssuerSerial {
            issuer: self.issuer(),
            serial: self.serial(),
        }
    }

    /// Whether these are its issuer and its serial number.
    pub(super) fn has_issuer_serial(&self, named: &X509IssuerSerial) -> bool {
        let is_serial = self.serial() == named.serial.trim();
        is_serial && is_written(&named.issuer, &self.parsed.tbs_certificate.issuer)
    }

    /// Whether this is the name of whom it is about.
    pub(super) fn has_subject(&self, name: &str) -> bool {
        is_written(name, &self.parsed.tbs_certificate.subject)
    }
}

fn none(error: &dyn fmt::Display) -> crate::Error {
    problem(SignatureProblem::Certificate(error.to_string()))
}

/// A number in decimal digits: it has 20 bytes at most (RFC 5280 section 4.1.2.2), and who sends more has a longer one.
fn decimal(bytes: &[u8]) -> String {
    let mut digits: Vec<u8> = vec![0];
    for byte in bytes.iter().take(64) {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            let value = u32::from(*digit) * 256 + carry;
            *digit = u8::try_from(value % 10).unwrap_or_default();
            carry = value / 10;
        }
        while carry > 0 {
            digits.push(u8::try_from(carry % 10).unwrap_or_default());
            carry /= 10;
        }
    }
    let digits = digits.iter().rev();
    digits.map(|digit| char::from(b'0' + digit)).collect()
}

/// Whom it is about.
impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Certificate");
        shown.field("subject", &self.subject());
        shown.field("serial", &self.serial());
        shown.finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn serial_numbers_are_decimal() {
        assert_eq!(decimal(&[]), "0");
        assert_eq!(decimal(&[0, 255]), "255");
        assert_eq!(
            decimal(&[1, 0, 0, 0, 0, 0, 0, 0, 0]),
            "18446744073709551616"
        );
    }
}
