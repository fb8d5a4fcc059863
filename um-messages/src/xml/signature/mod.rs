//! XML signatures (XML Signature Syntax and Processing), with certificates: made and verified over a document, or an element of it.
//!
//! [`Signer`] puts a signature into a document, [`Verifier`] checks one, and gives what is signed, and nothing else, to be read
//! ([`VerifiedElement`]). Those over the parts of an envelope, as WS-Security has them, stand on the same: [`soap::signature`](crate::soap::signature).
//!
//! ```
//! use um_messages::SoapType;
//! use um_messages::xml::signature::{Certificate, RsaKey, Signer, Verifier};
//!
//! #[derive(Debug, PartialEq, SoapType)]
//! struct Invoice { total: String }
//!
//! # let (key, certificate) = (include_str!("../../../tests/keys/rsa.key.pem"), include_str!("../../../tests/keys/rsa.certificate.pem"));
//! let (key, certificate) = (RsaKey::from_pem(key)?, Certificate::from_pem(certificate)?);
//! let signed = Signer::new(&key)
//!     .with_certificate(&certificate)
//!     .sign_document("<Invoice><Total>12.50</Total></Invoice>")?;
//!
//! let verifier = Verifier::trusting([certificate]);
//! let invoice: Invoice = verifier.verify(&signed)?.read()?;
//! assert_eq!(invoice, Invoice { total: "12.50".into() });
//!
//! let error = verifier.verify(&signed.replace("12.50", "99.99")).unwrap_err();
//! assert_eq!(error.to_string(), "what `` refers to has been changed, in `Invoice/Signature`, line 1, column 30");
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! # What is written and accepted
//!
//! | | written | accepted | on demand |
//! |---|---|---|---|
//! | signatures | RSA (PKCS #1 v1.5) and ECDSA on P-256, with SHA-256 | the same | RSA with SHA-1 |
//! | digests | SHA-256 | SHA-256 | SHA-512, SHA-1 |
//! | canonicalizations | the [three](super::canonical), without comments | the three; of references without comments | |
//! | transforms | `enveloped-signature`, then a canonicalization | the same, and none | |
//! | keys | a certificate, or its issuer and serial number ([`KeyInfo`] for anything else) | `X509Data` | |
//!
//! HMAC, and with it the length to which a signature may be cut, `XPath`, XSLT, manifests and references to something outside of the document are
//! not supported at all. What a transform or a method has beside what is read here is an error.
//!
//! # What is checked
//!
//! - The certificate is one that the program [trusts](Verifier::new); its RSA key has 2048 bits or more.
//! - The key has signed what `SignedInfo` says, which is read from the very bytes that were verified.
//! - There is one signature where it should stand. Each reference is to one element, which alone has that identifier, and which is what is
//!   read, or a part of the signature: what is moved elsewhere, with something else in its place, is refused.
//! - Each digest is right. There are 32 references at most, to 64 MiB at most, and all are digested in one way through the document.
//!
//! # Tax offices
//!
//! What a tax office demands of a signature decides whether one can be made here. Those that take RSA or ECDSA with SHA-256 are served: an enveloped
//! signature is [`sign_document`](Signer::sign_document) or [`sign_inside`](Signer::sign_inside), one beside the element
//! [`sign_beside`](Signer::sign_beside), [`with_canonicalization`](Signer::with_canonicalization) chooses the way.
//!
//! **Brazil's `NFe` demands RSA with SHA-1, and digests of SHA-1: what has to be sent there cannot be signed here**, and no option changes that. Nor can
//! Chile's SII be served, which demands the same. SHA-1 is broken for signatures: who may choose some of the text can have one document signed, and show another. What they have signed
//! themselves is verified, on demand:
//!
//! ```
//! use um_messages::xml::signature::{DigestAlgorithm, SignatureAlgorithm, Verifier};
//!
//! # let certificates: Vec<um_messages::xml::signature::Certificate> = Vec::new();
//! let verifier = Verifier::trusting(certificates)
//!     .accept_signature(SignatureAlgorithm::RsaSha1)
//!     .accept_digest(DigestAlgorithm::Sha1);
//! # let _ = verifier;
//! ```
//!
//! Who has to sign so, lets another tool do it, such as `xmlsec1`, on the document that is written here.
//!
//! # What is left to the program
//!
//! - Whether a certificate is to be trusted: who has issued it, whether it has expired or was revoked, and what it is for. An
//!   [example](https://github.com/um-messages/um-messages/blob/main/um-messages/examples/verify_signature.rs) asks `rustls-webpki`.
//! - That what is signed is what it should be, and new: a signature is good forever, and for everyone.
//! - Where keys are, and how they are guarded: see [`RsaKey`] and [`SigningKey`].

mod algorithm;
mod certificate;
mod digest;
mod distinguished_name;
mod document;
mod key;
mod key_identifier;
mod places;
mod sign;
mod structure;
mod verify;

pub use self::algorithm::{DigestAlgorithm, SignatureAlgorithm};
pub use self::certificate::Certificate;
pub use self::document::VerifiedElement;
pub use self::key::{EcdsaKey, RsaKey, SigningKey};
pub use self::key_identifier::KeyIdentifier;
pub use self::sign::Signer;
pub use self::structure::{
    DSIG, InclusiveNamespaces, KeyInfo, Method, Reference, Signature, SignatureValue, SignedInfo,
    Transforms, X509Data, X509IssuerSerial,
};
pub use self::verify::Verifier;

pub(crate) use self::places::{
    Place, is_identifier, located, place_of_id, places, places_of_ids, reader_at,
};
pub(crate) use self::sign::{Insertion, of_element};
pub(crate) use self::verify::{Opened, Target};
