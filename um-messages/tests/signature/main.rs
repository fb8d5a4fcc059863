//! A test goes into the file named after what is signed, or what is done to it.
//!
//! Here: signatures over documents and over the parts of envelopes, made, verified, and refused.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]
#![allow(
    clippy::similar_names,
    reason = "a signer signs what is signed then, and a verifier verifies"
)]

mod attacks;
mod cost;
mod documents;
mod envelopes;
mod judged;
mod keys;
mod refused;
mod wrapping;

use std::cell::RefCell;

use um_messages::xml::signature::{
    Certificate, EcdsaKey, RsaKey, SignatureAlgorithm, Signer, SigningKey, Verifier,
};
use um_messages::{Error, ErrorKind, SignatureProblem};

fn rsa_key() -> RsaKey {
    RsaKey::from_pem(include_str!("../keys/rsa.key.pem")).unwrap()
}

fn rsa_certificate() -> Certificate {
    Certificate::from_pem(include_str!("../keys/rsa.certificate.pem")).unwrap()
}

fn ecdsa_key() -> EcdsaKey {
    EcdsaKey::from_pem(include_str!("../keys/ecdsa.key.pem")).unwrap()
}

fn ecdsa_certificate() -> Certificate {
    Certificate::from_pem(include_str!("../keys/ecdsa.certificate.pem")).unwrap()
}

/// A verifier that trusts the certificates of the tests.
fn verifier() -> Verifier<'static> {
    Verifier::trusting([rsa_certificate(), ecdsa_certificate()])
}

/// What is wrong with a signature.
fn problem(error: &Error) -> &SignatureProblem {
    match error.kind() {
        ErrorKind::Signature(problem) => problem,
        other => panic!("{other:?}: {error}"),
    }
}

/// A document signed with the key of ECDSA, which is fast.
fn signed(xml: &str) -> String {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let signer = Signer::new(&key).with_certificate(&certificate);
    signer.sign_document(xml).unwrap()
}

/// A key that signs something else than it is asked to, and keeps that.
struct Changed<'a> {
    changes: &'a [(&'a str, &'a str)],
    signed: RefCell<String>,
}

impl SigningKey for Changed<'_> {
    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::EcdsaSha256
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        let mut changed = std::str::from_utf8(message)?.to_owned();
        for (from, to) in self.changes {
            assert!(changed.contains(from), "{from}: {changed}");
            changed = changed.replace(from, to);
        }
        self.signed.borrow_mut().clone_from(&changed);
        ecdsa_key().sign(changed.as_bytes())
    }
}

impl<'a> Changed<'a> {
    fn new(changes: &'a [(&'a str, &'a str)]) -> Self {
        let signed = RefCell::default();
        Self { changes, signed }
    }

    /// What was signed with it, with what it has signed in its place.
    fn put_into(&self, xml: &str) -> String {
        let start = xml.find("<ds:SignedInfo").unwrap();
        let end = xml.find("</ds:SignedInfo>").unwrap() + "</ds:SignedInfo>".len();
        [&xml[..start], &self.signed.borrow(), &xml[end..]].concat()
    }
}
