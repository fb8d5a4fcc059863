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

mod cost;
mod documents;
mod envelopes;
mod judged;
mod keys;
mod refused;
mod wrapping;

use um_messages::xml::signature::{Certificate, EcdsaKey, RsaKey, Signer, Verifier};
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
