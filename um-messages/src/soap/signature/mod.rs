//! Signatures over the parts of an envelope, with X.509 certificates (SOAP Message Security 1.1 section 8, X.509 Certificate Token Profile 1.1.1).
//!
//! [`EnvelopeSigner`] signs what an envelope is written as, [`EnvelopeVerifier`] checks what came, and gives what was signed, and nothing else,
//! to be read ([`VerifiedEnvelope`]). Algorithms, certificates and keys are those of [`xml::signature`](crate::xml::signature), where it also stands
//! what is accepted.
//!
//! A client signs its request, and believes an answer that is signed:
//!
//! ```
//! use std::time::{Duration, SystemTime};
//! use um_messages::soap::security::{self, Freshness, Security, Timestamp};
//! use um_messages::soap::signature::{EnvelopeSigner, EnvelopeVerifier, SignedPart};
//! use um_messages::soap::Block;
//! use um_messages::xml::signature::{Certificate, RsaKey, Verifier};
//! use um_messages::{Envelope, SoapType, um};
//!
//! #[derive(SoapType)]
//! struct Headers {
//!     #[soap(namespace = security::WSSE)]
//!     security: Block<Security>,
//! }
//!
//! impl Headers {
//!     /// With a timestamp, which is signed as well, so that nobody can send the message again for long.
//!     fn new() -> Result<Self, Box<dyn std::error::Error>> {
//!         let timestamp = Timestamp::new(SystemTime::now(), Duration::from_secs(300))?;
//!         let security = Security::default().with_timestamp(timestamp);
//!         Ok(Self { security: Block::new(security).with_must_understand(true) })
//!     }
//! }
//!
//! # let (key, certificate) = (include_str!("../../../tests/keys/rsa.key.pem"), include_str!("../../../tests/keys/rsa.certificate.pem"));
//! # let theirs = Certificate::from_pem(certificate)?;
//! let (key, certificate) = (RsaKey::from_pem(key)?, Certificate::from_pem(certificate)?);
//! let signer = EnvelopeSigner::new(&key, &certificate);
//! let envelope = Envelope::new(um::IsUMEnabled {}).with_header(Headers::new()?);
//! let request = signer.sign(&envelope)?; // what is sent
//!
//! # let answer = Envelope::new(um::IsUMEnabledResponse { is_enabled: true }).with_header(Headers::new()?);
//! # let answer = signer.sign(&answer)?;
//! let verifier = EnvelopeVerifier::new(Verifier::trusting([theirs])).require(SignedPart::Timestamp);
//! let verified = verifier.verify(&answer)?; // what came
//! let answer: Envelope<um::IsUMEnabledResponse, Headers> = verified.envelope()?;
//! answer.header.security.check_timestamp(SystemTime::now(), &Freshness::default())?;
//! assert!(answer.body.is_enabled);
//! # let _ = request;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the feature `http`, the request is `envelope.to_request(url)?` with the signed text in the place of its body, `*request.body_mut() =
//! signer.sign(&envelope)?.into_bytes()`. A service answers what it refuses with [`Error::to_fault_envelope`](crate::Error::to_fault_envelope): it has the code of WS-Security
//! ([`SignatureProblem::fault`](crate::SignatureProblem::fault)), and says no more; the log has the error.
//!
//! # What is checked
//!
//! - All that [`xml::signature`](crate::xml::signature#what-is-checked) checks.
//! - There is one header block `wsse:Security`, for whatever role, and one signature in it. (An endorsing signature is a second
//!   one; a message that has it is refused, for it would not be clear whose the parts are.)
//! - What is signed is the Body, a header block, or a child of `wsse:Security`, each at its place in the envelope, found by its `Id`, which nothing
//!   else in the message has. A Body that was moved into a header block, into a wrapper, behind another Body or into the signature is refused.
//! - The Body is signed, and what else is [required](EnvelopeVerifier::require).
//! - Where [references inside the document](crate::ReadOptions::resolve_references) are resolved, no tag that is not signed has an identifier that they
//!   could refer to.
//! - A header block that must be understood and is not signed is refused, because nothing reads it.
//!
//! A token is one `X509v3` or a path of certificates (`X509PKIPathv1`) that is sent, or a certificate named by its issuer and serial number, its SHA-1 digest (`ThumbprintSHA1`)
//! or its key's identifier. Of an `X509PKIPathv1` the last certificate is that of the key. Not supported are the `STR-Transform`, by which a token is signed through a reference to
//! it (a token that is signed has to be referred to itself, by its `wsu:Id`), derived keys, and encryption.
//!
//! # What the caller does
//!
//! - Trusts certificates, or not: see [there](crate::xml::signature#what-is-left-to-the-program).
//! - Asks for a `Timestamp` that is signed and fresh, and for the blocks of [WS-Addressing](crate::soap::addressing): a signature alone can be sent again, and to
//!   another service. For whom the message is, its `To` says.
//! - Reads the message from the [`VerifiedEnvelope`], and nothing from the text that came.
//! - Lists the prefixes that values use, as `xsi:type` does, where they have to be signed too
//!   ([`with_inclusive_prefixes`](crate::xml::canonical::Canonicalization::with_inclusive_prefixes)).
//!
//! # What others call it
//!
//! | | |
//! |---|---|
//! | WCF | `SecurityBindingElement.CreateMutualCertificateBindingElement`, `wsHttpBinding` with `Message` security and `clientCredentialType="Certificate"`, without encryption (`ProtectionLevel.Sign`), `SecurityAlgorithmSuite.Basic256Sha256`, without secure conversation and derived keys (`EstablishSecurityContext="false"`, `SetDerivedKeys(false)`) |
//! | Apache CXF | `WSS4JOutInterceptor` and `WSS4JInInterceptor` with the actions `Signature` and `Timestamp`, `signatureParts`, `signatureKeyIdentifier` `DirectReference`, `IssuerSerial`, `Thumbprint` or `SKIKeyIdentifier`, `signatureAlgorithm` RSA with SHA-256; policies `sp:SignedParts`, `sp:AsymmetricBinding` |
//! | Metro | `sp:AsymmetricBinding` in the policy of the WSDL; `xwss:Sign` |
//! | Spring WS | `Wss4jSecurityInterceptor` with `securementActions` `Signature Timestamp`, `securementSignatureParts` |
//! | zeep | `wsse.signature.BinarySignature` (`Token`), `wsse.signature.Signature` (`X509Data`), with `signature_method` and `digest_method` of SHA-256 |
//! | node-soap | `WSSecurityCert` with `hasTimeStamp`, `signatureAlgorithm` RSA with SHA-256, `digestAlgorithm` `sha256` |
//! | gSOAP | the plugin `wsseapi`: `soap_wsse_add_BinarySecurityTokenX509`, `soap_wsse_sign_body` |
//! | xmlsec1 | `--sign` of a template, `--verify`, with `--id-attr:Id` of what is signed |

mod fault;
mod part;
mod places;
mod sign;
mod token;
mod verify;

pub use self::part::SignedPart;
pub use self::sign::EnvelopeSigner;
pub use self::token::KeyReference;
pub use self::verify::{EnvelopeVerifier, VerifiedEnvelope};
