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

/// A name with all that makes trouble in one, as Java, .NET and OpenSSL write it.
#[test]
#[allow(
    clippy::needless_raw_string_hashes,
    reason = "names of one kind, written in one way"
)]
fn names_in_the_spellings_of_others() {
    let certificate = Certificate::from_pem(include_str!("../keys/names.certificate.pem")).unwrap();
    assert_eq!(
        certificate.issuer(),
        r##"CN=\#1  a\;b \<c\> \\d,1.2.840.113549.1.9.1=#160f706b69406578616d706c652e636f6d,2.5.4.5=#13023432,DC=example,2.5.4.97=#0c0956415444452d313233,OU=Einkauf+OU=Verkauf,O=Müller\, Söhne \+ \"Co\" = KG,L=München,ST=Bayern,C=DE"##
    );
    for name in [
        // Ours.
        &certificate.subject(),
        // `X500Principal.getName`, by RFC 2253 and RFC 1779, `CANONICAL`, and `toString`, of Java 17.
        r##"CN=\#1  a\;b \<c\> \\d,1.2.840.113549.1.9.1=#160f706b69406578616d706c652e636f6d,2.5.4.5=#13023432,DC=example,2.5.4.97=#0c0956415444452d313233,OU=Einkauf+OU=Verkauf,O=Müller\, Söhne \+ \"Co\" \= KG,L=München,ST=Bayern,C=DE"##,
        r##"CN="#1  a;b <c> \\d", OID.1.2.840.113549.1.9.1=pki@example.com, OID.2.5.4.5=42, OID.0.9.2342.19200300.100.1.25=example, OID.2.5.4.97=VATDE-123, OU=Einkauf + OU=Verkauf, O="Müller, Söhne + \"Co\" = KG", L=München, ST=Bayern, C=DE"##,
        r##"cn=\#1 a\;b \<c\> \\d,1.2.840.113549.1.9.1=#160f706b69406578616d706c652e636f6d,2.5.4.5=#13023432,dc=#16076578616d706c65,2.5.4.97=#0c0956415444452d313233,ou=einkauf+ou=verkauf,o=müller\, söhne \+ \"co\" = kg,l=münchen,st=bayern,c=de"##,
        r##"CN="#1  a;b <c> \\d", EMAILADDRESS=pki@example.com, SERIALNUMBER=42, DC=example, OID.2.5.4.97=VATDE-123, OU=Einkauf + OU=Verkauf, O="Müller, Söhne + \"Co\" = KG", L=München, ST=Bayern, C=DE"##,
        // As .NET writes it (`X500DistinguishedName.Name`): quotes are doubled, `E` and `S`.
        r##"CN="#1  a;b <c> \\d", E=pki@example.com, SERIALNUMBER=42, DC=example, OID.2.5.4.97=VATDE-123, OU=Verkauf + OU=Einkauf, O="Müller, Söhne + ""Co"" = KG", L=München, S=Bayern, C=DE"##,
        // openssl 3.0, as it is, and by `-nameopt RFC2253`, with and without `-esc_msb`.
        r##"C = DE, ST = Bayern, L = M\C3\BCnchen, O = "M\C3\BCller, S\C3\B6hne + \"Co\" = KG", OU = Einkauf + OU = Verkauf, organizationIdentifier = VATDE-123, DC = example, serialNumber = 42, emailAddress = pki@example.com, CN = "#1  a;b <c> \\d""##,
        r##"CN=\#1  a\;b \<c\> \\d,emailAddress=pki@example.com,serialNumber=42,DC=example,organizationIdentifier=VATDE-123,OU=Verkauf+OU=Einkauf,O=M\C3\BCller\, S\C3\B6hne \+ \"Co\" = KG,L=M\C3\BCnchen,ST=Bayern,C=DE"##,
        r##"CN=\#1  a\;b \<c\> \\d,emailAddress=pki@example.com,serialNumber=42,DC=example,organizationIdentifier=VATDE-123,OU=Verkauf+OU=Einkauf,O=Müller\, Söhne \+ \"Co\" = KG,L=München,ST=Bayern,C=DE"##,
    ] {
        let is_of = |name: String| KeyIdentifier::SubjectName(name).is_of(&certificate);
        assert!(is_of(name.to_owned()), "{name}");
        assert!(is_of(format!(" {name}\n")));
        for (from, to) in [
            ("VATDE-123", "VATDE-124"),
            ("0956415444452d313233", "0956415444452d313234"),
            ("Verkauf", "Kauf"),
            ("verkauf", "kauf"),
            ("Bayern", "Berlin"),
            ("bayern", "berlin"),
        ] {
            let other = name.replace(from, to);
            assert!(other == *name || !is_of(other), "{name} {to}");
        }
    }
    let plain = rsa_certificate();
    for (name, expected) in [
        ("/C=DE/O=Example/CN=rsa.example", true),
        ("C=DE;O=Example;CN=rsa.example", true),
        ("CN=RSA.Example, O=example, C=de", true),
        ("CN=rsa.example,O=Example", false),
        ("CN=rsa.example,O=Example,C=DE,C=DE", false),
        ("O=Example,CN=rsa.example,C=DE", false),
        ("CN=rsa.example+O=Example,C=DE", false),
        ("CN=rsa.example,O=Example,X=DE", false),
        ("CN=rsa.example,O=Example,OID.2.5.4.6=#", false),
        ("CN=rsa.example,O=Example,OID.2.5.4.6=#1302444", false),
        ("CN=rsa.example,O=Example,OID.2.5.4.6=#13024445", true),
        ("CN=rsa.example,O=Example,C=DE\\", false),
        ("CN=\"rsa.example,O=Example,C=DE", false),
        ("", false),
        (",", false),
        ("=", false),
        ("é=,OID.é=", false),
    ] {
        let named = KeyIdentifier::SubjectName(name.to_owned());
        assert_eq!(named.is_of(&plain), expected, "{name}");
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
