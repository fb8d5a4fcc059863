//! Verifies the signature of a document, with a certificate that an authority has issued: rustls-webpki checks that.
//!
//! ```text
//! cargo run --example verify_signature -- AUTHORITY.pem DOCUMENT.xml
//! ```

use std::env;
use std::error::Error;
use std::fs;
use std::process::ExitCode;

use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, UnixTime};
use um_messages::xml::signature::{Certificate, KeyIdentifier, Verifier};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert, ring};

/// The algorithms by which certificates may be signed.
const ALGORITHMS: &[&dyn SignatureVerificationAlgorithm] = &[
    ring::ECDSA_P256_SHA256,
    ring::ECDSA_P384_SHA384,
    ring::RSA_PKCS1_2048_8192_SHA256,
    ring::RSA_PKCS1_2048_8192_SHA384,
];

/// Whether the authority has issued the certificate, in as many steps as the others are for, and it is valid at this time. A name is
/// not asked for, nor what the certificate is for: that is the business of who verifies. Nor whether it was revoked: `verify_for_usage` takes lists of those that were.
fn is_issued_by(
    authority: &Certificate,
    certificate: &Certificate,
    others: &[Vec<u8>],
    now: UnixTime,
) -> Result<(), webpki::Error> {
    let authority = CertificateDer::from(authority.der());
    let anchors = [anchor_from_trusted_cert(&authority)?];
    let certificate = CertificateDer::from(certificate.der());
    let others: Vec<_> = others
        .iter()
        .map(|der| CertificateDer::from(der.as_slice()))
        .collect();
    // TLS is what its clients are for; who has no such extension may do anything.
    let usage = KeyUsage::client_auth();
    EndEntityCert::try_from(&certificate)?
        .verify_for_usage(ALGORITHMS, &anchors, &others, now, usage, None, None)?;
    Ok(())
}

/// A verifier that trusts what the authority has issued.
fn verifier(authority: Certificate, now: UnixTime) -> Verifier<'static> {
    Verifier::new(move |key| match key {
        KeyIdentifier::Certificate {
            certificate,
            others,
            ..
        } => {
            let issued = is_issued_by(&authority, certificate, others, now);
            issued.is_ok().then(|| certificate.as_ref().clone())
        }
        // The certificate is not there: who knows the senders looks it up here.
        _ => None,
    })
}

fn run(authority: &str, document: &str) -> Result<(), Box<dyn Error>> {
    let authority = Certificate::from_pem(&fs::read_to_string(authority)?)?;
    let document = fs::read_to_string(document)?;
    let verified = verifier(authority, UnixTime::now()).verify(&document)?;
    println!("signed by {}:", verified.certificate().subject());
    println!("{}", verified.to_element()?.to_xml()?);
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [authority, document] = arguments.as_slice() else {
        eprintln!("usage: cargo run --example verify_signature -- AUTHORITY.pem DOCUMENT.xml");
        return ExitCode::from(2);
    };
    match run(authority, document) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use um_messages::xml::signature::{EcdsaKey, Signer};

    fn authority() -> Certificate {
        Certificate::from_pem(include_str!("../tests/keys/ca.certificate.pem")).unwrap()
    }

    fn signed() -> String {
        let key = EcdsaKey::from_pem(include_str!("../tests/keys/ecdsa.key.pem")).unwrap();
        let certificate = include_str!("../tests/keys/ecdsa.certificate.pem");
        let certificate = Certificate::from_pem(certificate).unwrap();
        let signer = Signer::new(&key).with_certificate(&certificate);
        signer.sign_document("<Invoice/>").unwrap()
    }

    /// In the year 2030.
    const NOW: UnixTime = UnixTime::since_unix_epoch(Duration::from_secs(1_900_000_000));

    #[test]
    fn what_the_authority_has_issued_is_trusted() {
        assert!(verifier(authority(), NOW).verify(&signed()).is_ok());
    }

    #[test]
    fn what_another_one_has_issued_is_not() {
        let other = include_str!("../tests/keys/rsa.certificate.pem");
        let other = Certificate::from_pem(other).unwrap();
        let error = verifier(other, NOW).verify(&signed()).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("the certificate is not trusted")
        );
    }

    #[test]
    fn what_is_not_valid_yet_is_not() {
        let before = UnixTime::since_unix_epoch(Duration::from_secs(0));
        assert!(verifier(authority(), before).verify(&signed()).is_err());
    }
}
