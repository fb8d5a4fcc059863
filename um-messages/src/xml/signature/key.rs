//! Keys: those that sign, and those that verify.

use std::error::Error as StdError;
use std::fmt;

use p256::ecdsa::signature::{SignatureEncoding as _, Signer as _, Verifier as _};
use rsa::pkcs1v15;
use rsa::pkcs8::{DecodePrivateKey as _, DecodePublicKey as _};
use rsa::traits::PublicKeyParts as _;
use rsa::{RsaPrivateKey, RsaPublicKey};
use sha1::Sha1;
use sha2::Sha256;

use super::SignatureAlgorithm;
use super::structure::{problem, unsupported};
use crate::error::{Result, SignatureProblem};

/// A key that signs. [`RsaKey`] and [`EcdsaKey`] hold one in memory; a type of one's own asks a card, a hardware module, a service or
/// another crate.
///
/// ```
/// use std::error::Error;
/// use um_messages::xml::signature::{SignatureAlgorithm, SigningKey};
///
/// struct Card;
///
/// impl SigningKey for Card {
///     fn algorithm(&self) -> SignatureAlgorithm {
///         SignatureAlgorithm::RsaSha256
///     }
///
///     fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
///         // The card makes the digest, and a signature of that.
/// #       let _ = message;
///         Err("no card".into())
///     }
/// }
/// ```
pub trait SigningKey {
    /// The algorithm of its signatures: [`RsaSha256`](SignatureAlgorithm::RsaSha256) or
    /// [`EcdsaSha256`](SignatureAlgorithm::EcdsaSha256). Any other one is an error of the signature.
    fn algorithm(&self) -> SignatureAlgorithm;

    /// Makes the signature of a message, which is not digested yet. That of ECDSA is its two numbers, each in 32 bytes with the highest
    /// first, one behind the other (RFC 4050 section 3.3), and not DER.
    ///
    /// # Errors
    ///
    /// Whatever the key has to say.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Box<dyn StdError + Send + Sync>>;
}

/// An RSA key in memory, by the crate `rsa`.
///
/// How long that takes to sign depends on the key ([RUSTSEC-2023-0071](https://rustsec.org/advisories/RUSTSEC-2023-0071.html)): who can measure it
/// very often and very precisely may find the key out. Where strangers can have something signed and time it, take a [`SigningKey`] of another crate.
/// Verifying has no secret, and so nothing to find out.
#[derive(Clone)]
pub struct RsaKey(pkcs1v15::SigningKey<Sha256>);

/// An ECDSA key on the curve P-256 in memory, by the crate `p256`.
#[derive(Clone)]
pub struct EcdsaKey(p256::ecdsa::SigningKey);

impl RsaKey {
    /// A key in DER (PKCS #8).
    ///
    /// # Errors
    ///
    /// [`SignatureProblem::Signing`] if the bytes are none.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        let key = RsaPrivateKey::from_pkcs8_der(der).map_err(|error| unreadable(&error))?;
        Ok(Self(pkcs1v15::SigningKey::new(key)))
    }

    /// A key in PEM (PKCS #8): between `-----BEGIN PRIVATE KEY-----` and its end.
    ///
    /// # Errors
    ///
    /// [`SignatureProblem::Signing`] if the text is none.
    pub fn from_pem(pem: &str) -> Result<Self> {
        let key = RsaPrivateKey::from_pkcs8_pem(pem).map_err(|error| unreadable(&error))?;
        Ok(Self(pkcs1v15::SigningKey::new(key)))
    }
}

impl EcdsaKey {
    /// A key in DER (PKCS #8).
    ///
    /// # Errors
    ///
    /// [`SignatureProblem::Signing`] if the bytes are none.
    pub fn from_der(der: &[u8]) -> Result<Self> {
        let key = p256::ecdsa::SigningKey::from_pkcs8_der(der);
        key.map(Self).map_err(|error| unreadable(&error))
    }

    /// A key in PEM (PKCS #8): between `-----BEGIN PRIVATE KEY-----` and its end.
    ///
    /// # Errors
    ///
    /// [`SignatureProblem::Signing`] if the text is none.
    pub fn from_pem(pem: &str) -> Result<Self> {
        let key = p256::ecdsa::SigningKey::from_pkcs8_pem(pem);
        key.map(Self).map_err(|error| unreadable(&error))
    }
}

impl SigningKey for RsaKey {
    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::RsaSha256
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Box<dyn StdError + Send + Sync>> {
        let signature = self.0.try_sign(message);
        Ok(signature.map_err(|error| error.to_string())?.to_vec())
    }
}

impl SigningKey for EcdsaKey {
    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::EcdsaSha256
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Box<dyn StdError + Send + Sync>> {
        let signature: Result<p256::ecdsa::Signature, _> = self.0.try_sign(message);
        Ok(signature.map_err(|error| error.to_string())?.to_vec())
    }
}

/// Nothing of the key.
impl fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RsaKey").finish_non_exhaustive()
    }
}

/// Nothing of the key.
impl fmt::Debug for EcdsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EcdsaKey").finish_non_exhaustive()
    }
}

fn unreadable(error: &dyn fmt::Display) -> crate::Error {
    problem(SignatureProblem::Signing(error.to_string()))
}

/// The key of a certificate.
pub(super) enum PublicKey {
    Rsa(RsaPublicKey),
    P256(p256::ecdsa::VerifyingKey),
}

impl PublicKey {
    pub(super) fn from_der(der: &[u8]) -> Result<Self> {
        if let Ok(key) = RsaPublicKey::from_public_key_der(der) {
            return Ok(Self::Rsa(key));
        }
        match p256::ecdsa::VerifyingKey::from_public_key_der(der) {
            Ok(key) => Ok(Self::P256(key)),
            Err(_) => Err(problem(SignatureProblem::Key)),
        }
    }

    /// An RSA key has to have so many bits.
    pub(super) fn require_bits(&self, min: usize) -> Result<()> {
        match self {
            Self::Rsa(key) if key.n().bits() < min => {
                Err(problem(SignatureProblem::WeakKey(key.n().bits())))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn verify(
        &self,
        algorithm: SignatureAlgorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Result<()> {
        let is_right = match (self, algorithm) {
            (Self::Rsa(key), SignatureAlgorithm::RsaSha256) => {
                let key = pkcs1v15::VerifyingKey::<Sha256>::new(key.clone());
                let signature = pkcs1v15::Signature::try_from(signature);
                signature.is_ok_and(|signature| key.verify(message, &signature).is_ok())
            }
            (Self::Rsa(key), SignatureAlgorithm::RsaSha1) => {
                let key = pkcs1v15::VerifyingKey::<Sha1>::new(key.clone());
                let signature = pkcs1v15::Signature::try_from(signature);
                signature.is_ok_and(|signature| key.verify(message, &signature).is_ok())
            }
            (Self::P256(key), SignatureAlgorithm::EcdsaSha256) => {
                let signature = p256::ecdsa::Signature::from_slice(signature);
                signature.is_ok_and(|signature| key.verify(message, &signature).is_ok())
            }
            _ => return Err(problem(SignatureProblem::Key)),
        };
        if is_right {
            Ok(())
        } else {
            Err(problem(SignatureProblem::Value))
        }
    }
}

/// The algorithm of a key, if it is one that is written.
pub(super) fn written_algorithm(key: &dyn SigningKey) -> Result<SignatureAlgorithm> {
    match key.algorithm() {
        SignatureAlgorithm::RsaSha1 => Err(unsupported(SignatureAlgorithm::RsaSha1.uri())),
        algorithm => Ok(algorithm),
    }
}
