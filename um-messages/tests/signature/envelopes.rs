//! Envelopes: what is signed in them, and what is read of that.

use std::time::{Duration, SystemTime};

use um_messages::soap::Block;
use um_messages::soap::security::{self, Security, Timestamp};
use um_messages::soap::signature::{EnvelopeSigner, EnvelopeVerifier, KeyReference, SignedPart};
use um_messages::xml::QName;
use um_messages::xml::canonical::Canonicalization;
use um_messages::{Envelope, ErrorKind, SignatureProblem, SoapMessage, SoapType, SoapVersion};

use super::{ecdsa_certificate, ecdsa_key, problem, rsa_certificate, rsa_key, verifier};

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:bank", prefix = "b")]
struct Transfer {
    amount: String,
}

#[derive(Debug, SoapType)]
#[soap(namespace = "urn:trace", prefix = "t")]
struct Headers {
    trace: Option<Block<String>>,
    other: Option<String>,
    #[soap(namespace = security::WSSE)]
    security: Option<Block<Security>>,
}

fn transfer() -> Transfer {
    Transfer {
        amount: "12 < 13".into(),
    }
}

fn headers() -> Headers {
    let timestamp = Timestamp::new(SystemTime::now(), Duration::from_secs(300)).unwrap();
    let security = Security::default().with_timestamp(timestamp);
    Headers {
        trace: Some(Block::new("7".to_owned()).with_must_understand(true)),
        other: Some("not signed".to_owned()),
        security: Some(Block::new(security).with_must_understand(true)),
    }
}

fn trace() -> SignedPart {
    SignedPart::Block(QName::new("urn:trace", "Trace"))
}

pub(super) fn envelope_verifier() -> EnvelopeVerifier<'static> {
    EnvelopeVerifier::new(verifier())
}

/// A signed envelope of either version.
fn signed(version: SoapVersion) -> String {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let signer = EnvelopeSigner::new(&key, &certificate).sign_part(trace());
    let envelope = Envelope::new(transfer())
        .with_header(headers())
        .with_version(version);
    signer.sign(&envelope).unwrap()
}

#[test]
fn what_is_signed_is_read() {
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let xml = signed(version);
        let verifier = envelope_verifier()
            .require(SignedPart::Timestamp)
            .require(trace());
        let verified = verifier.verify(&xml).unwrap();
        let envelope: Envelope<Transfer, Headers> = verified.envelope().unwrap();
        assert_eq!(envelope.body, transfer());
        assert_eq!(envelope.version(), version);
        assert_eq!(*envelope.header.trace.unwrap(), "7");
        // Its token and its signature are not signed, nor is the other block: they are not there.
        assert_eq!(envelope.header.other, None);
        let security = envelope.header.security.unwrap().into_content();
        assert!(matches!(
            security.entries.as_slice(),
            [security::SecurityEntry::Timestamp(_)]
        ));
        let names: Vec<_> = verified.signed().iter().map(QName::local).collect();
        assert_eq!(names, ["Trace", "Timestamp", "Body"]);
        assert_eq!(verified.certificate(), &ecdsa_certificate());
        // What stands there stands where it was sent.
        assert_eq!(verified.xml().len(), xml.len());
        assert_eq!(verified.xml().find("<t:Trace"), xml.find("<t:Trace"));
        // A block that must be understood has to be read, signed or not.
        let error = verified.message::<Transfer>().unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::NotUnderstood(_)),
            "{error}"
        );
    }
}

#[test]
fn keys_and_ways_to_name_them() {
    let (rsa, ecdsa) = (rsa_key(), ecdsa_key());
    for reference in [
        KeyReference::Token,
        KeyReference::IssuerSerial,
        KeyReference::Thumbprint,
        KeyReference::SubjectKeyIdentifier,
    ] {
        for signer in [
            EnvelopeSigner::new(&rsa, &rsa_certificate()),
            EnvelopeSigner::new(&ecdsa, &ecdsa_certificate()),
        ] {
            let signer = signer.with_reference(reference);
            let xml = signer.sign(&Envelope::new(transfer())).unwrap();
            assert_eq!(
                xml.contains("BinarySecurityToken"),
                reference == KeyReference::Token
            );
            let verified = envelope_verifier().verify(&xml).unwrap();
            assert_eq!(verified.message::<Transfer>().unwrap(), transfer());
        }
    }
}

/// With a Header or without, with the header block or without, in one tag or two, with prefixes that mean something else, with identifiers that
/// are there already.
#[test]
fn envelopes_as_others_write_them() {
    const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
    let wsu = security::WSU.uri();
    let wsse = security::WSSE.uri();
    let body = "<b:Transfer xmlns:b='urn:bank'><b:Amount>1</b:Amount></b:Transfer>";
    let envelopes = [
        format!("<Envelope xmlns='{SOAP}'><Body>{body}</Body></Envelope>"),
        format!("<Envelope xmlns='{SOAP}'><Header/><Body>{body}</Body></Envelope>"),
        format!(
            "<x:Envelope xmlns:x='{SOAP}' xmlns:wsu='urn:other' xmlns:soap='urn:soap'><x:Header wsu:a='1'><wsu:a/></x:Header><x:Body wsu:b='2' >{body}</x:Body></x:Envelope>"
        ),
        format!(
            "<?xml version='1.0'?><x:Envelope xmlns:x='{SOAP}' xmlns:u='{wsu}'><x:Header><o:Security xmlns:o='{wsse}'/></x:Header><x:Body u:Id='id-1'>{body}</x:Body></x:Envelope>"
        ),
        format!(
            "<x:Envelope xmlns:x='{SOAP}'><x:Header><o:Security xmlns:o='{wsse}'><o:Other Id='id-2'/></o:Security></x:Header><x:Body Id='id-1'\n>{body}</x:Body></x:Envelope>"
        ),
    ];
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    for canonicalization in [Canonicalization::exclusive(), Canonicalization::inclusive()] {
        let signer =
            EnvelopeSigner::new(&key, &certificate).with_canonicalization(canonicalization);
        for envelope in &envelopes {
            let xml = signer.sign_xml(envelope).unwrap();
            let verified = envelope_verifier().verify(&xml);
            let verified = verified.unwrap_or_else(|error| panic!("{error}: {xml}"));
            assert_eq!(verified.message::<Transfer>().unwrap().amount, "1");
        }
    }
}

/// The signed part that a signer is asked for has to be there.
#[test]
fn what_cannot_be_signed() {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let signer = EnvelopeSigner::new(&key, &certificate);
    let envelope = Envelope::new(transfer());
    for part in [
        SignedPart::Timestamp,
        trace(),
        SignedPart::binary_security_token(),
    ] {
        let error = signer
            .clone()
            .sign_part(part.clone())
            .sign(&envelope)
            .unwrap_err();
        assert_eq!(
            problem(&error),
            &SignatureProblem::NotSigned(part.to_string())
        );
    }
    let error = signer.sign_xml("<Envelope/>").unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::VersionMismatch(_)),
        "{error}"
    );
}

/// What WSS4J (Apache CXF), WCF and Metro send.
#[test]
fn messages_of_other_stacks() {
    let cxf = include_str!("captures/cxf.xml");
    let wcf = include_str!("captures/wcf.xml");
    let metro = include_str!("captures/metro.xml");
    let action = SignedPart::Block(QName::new("http://www.w3.org/2005/08/addressing", "Action"));
    for (xml, parts) in [
        (
            cxf,
            vec![SignedPart::Timestamp, SignedPart::binary_security_token()],
        ),
        (wcf, vec![SignedPart::Timestamp, action.clone()]),
        (metro, vec![action]),
    ] {
        let verifier = parts
            .into_iter()
            .fold(envelope_verifier(), EnvelopeVerifier::require);
        let verified = verifier.verify(xml).unwrap();
        let addressed: Envelope<Transfer, Addressed> = verified.envelope().unwrap();
        assert_eq!(addressed.body.amount, "1");
        let changed = xml.replace("Amount>1<", "Amount>2<");
        let error = verifier.verify(&changed).unwrap_err();
        assert!(
            matches!(problem(&error), SignatureProblem::Digest(_)),
            "{error}"
        );
    }
}

#[derive(Debug, SoapType)]
#[soap(namespace = "http://www.w3.org/2005/08/addressing")]
struct Addressed {
    action: Option<Block<String>>,
}
