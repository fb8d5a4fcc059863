//! Keys and certificates.

use std::error::Error;
use std::fmt::Write as _;

use um_messages::SignatureProblem;
use um_messages::xml::signature::{
    Certificate, DigestAlgorithm, EcdsaKey, KeyIdentifier, RsaKey, SignatureAlgorithm, Signer,
    SigningKey,
};

use super::{ecdsa_certificate, ecdsa_key, problem, rsa_certificate, rsa_key, verifier};

/// As openssl says it: `x509 -noout -subject -issuer -serial -fingerprint -ext subjectKeyIdentifier`.
#[test]
fn what_names_a_certificate() {
    let certificate = rsa_certificate();
    assert_eq!(certificate.subject(), "CN=rsa.example,O=Example,C=DE");
    assert_eq!(certificate.issuer(), certificate.subject());
    assert_eq!(certificate.serial(), "335812727627494321938");
    assert_eq!(hex(&certificate.thumbprint()), THUMBPRINT);
    assert_eq!(
        hex(&certificate.subject_key_identifier().unwrap()),
        KEY_IDENTIFIER
    );
    assert_eq!(
        Certificate::from_der(certificate.der()).unwrap(),
        certificate
    );
    assert!(format!("{certificate:?}").contains("rsa.example"));
}

const THUMBPRINT: &str = "2766321137c81bb0dc7ce146490dc81ff7a8cf16";
const KEY_IDENTIFIER: &str = "b7171eaf5ce9a9b0cf3b88d087c8f10625dc3a3f";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[test]
fn what_is_no_key_and_no_certificate() {
    let text = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let error = Certificate::from_pem(text).unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Certificate(_)));
    let error = Certificate::from_der([1, 2, 3]).unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Certificate(_)));
    // One of ECDSA is none of RSA.
    let error = RsaKey::from_pem(include_str!("../keys/ecdsa.key.pem")).unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Signing(_)));
    let error = EcdsaKey::from_pem(include_str!("../keys/rsa.key.pem")).unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Signing(_)));
    assert!(EcdsaKey::from_der(&[1]).is_err() && RsaKey::from_der(&[1]).is_err());
}

#[test]
fn keys_are_not_shown() {
    assert_eq!(format!("{:?}", rsa_key()), "RsaKey { .. }");
    assert_eq!(format!("{:?}", ecdsa_key()), "EcdsaKey { .. }");
    assert!(!format!("{:?}", Signer::new(&rsa_key())).contains("key"));
}

#[test]
fn a_key_that_fails_or_does_something_else() {
    struct Card(SignatureAlgorithm);

    impl SigningKey for Card {
        fn algorithm(&self) -> SignatureAlgorithm {
            self.0
        }

        fn sign(&self, _: &[u8]) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
            Err("the card is locked".into())
        }
    }
    let card = Card(SignatureAlgorithm::RsaSha256);
    let error = Signer::new(&card).sign_document("<a/>").unwrap_err();
    assert_eq!(error.to_string(), "the key cannot sign: the card is locked");
    assert_eq!(error.category(), um_messages::Category::Write);
    // What is only verified is not written.
    let card = Card(SignatureAlgorithm::RsaSha1);
    let error = Signer::new(&card).sign_document("<a/>").unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Algorithm(_)));
}

/// However a signature names its certificate, it is found among those that are trusted.
#[test]
fn certificates_by_name() {
    let (key, certificate) = (rsa_key(), rsa_certificate());
    let signed = Signer::new(&key)
        .with_issuer_serial(&certificate)
        .sign_document("<a>1</a>")
        .unwrap();
    assert!(signed.contains("<ds:X509SerialNumber>335812727627494321938</ds:X509SerialNumber>"));
    assert_eq!(
        verifier().verify(&signed).unwrap().certificate(),
        &certificate
    );
    let spaced = signed.replace(
        "CN=rsa.example,O=Example,C=DE",
        "CN=rsa.example, O=Example, C=DE",
    );
    assert!(spaced != signed && verifier().verify(&spaced).is_ok());

    for (kind, is_of) in [
        (KeyIdentifier::Thumbprint(certificate.thumbprint()), true),
        (KeyIdentifier::Thumbprint(Vec::new()), false),
        (
            KeyIdentifier::SubjectKeyIdentifier(certificate.subject_key_identifier().unwrap()),
            true,
        ),
        (KeyIdentifier::SubjectName(certificate.subject()), true),
    ] {
        assert_eq!(kind.is_of(&certificate), is_of);
        assert!(!kind.is_of(&ecdsa_certificate()));
    }
}

#[test]
fn algorithms() {
    let names = [
        SignatureAlgorithm::RsaSha256,
        SignatureAlgorithm::EcdsaSha256,
        SignatureAlgorithm::RsaSha1,
    ];
    let uris = names.map(SignatureAlgorithm::uri);
    assert!(
        uris[0].ends_with("#rsa-sha256")
            && uris[1].ends_with("#ecdsa-sha256")
            && uris[2].ends_with("#rsa-sha1")
    );
    let digests = [
        DigestAlgorithm::Sha256,
        DigestAlgorithm::Sha512,
        DigestAlgorithm::Sha1,
    ];
    let uris = digests.map(DigestAlgorithm::uri);
    assert!(
        uris[0].ends_with("#sha256") && uris[1].ends_with("#sha512") && uris[2].ends_with("#sha1")
    );
}
