//! Signatures for another one to judge, and those that it has made: xmlsec1, which `xmlsec` runs.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use um_messages::soap::Block;
use um_messages::soap::security::{
    self, Freshness, Security, Timestamp, UsernameToken, UsernameVerifier,
};
use um_messages::soap::signature::{EnvelopeSigner, EnvelopeVerifier, SignedPart};
use um_messages::xml::canonical::Canonicalization;
use um_messages::xml::signature::{Certificate, Signer, SigningKey};
use um_messages::xml::{Element, QName};
use um_messages::{Envelope, SoapType, SoapVersion};

use super::{ecdsa_certificate, ecdsa_key, rsa_certificate, rsa_key, verifier};

/// The folder of the documents, if one judges them.
fn folder() -> Option<OsString> {
    std::env::var_os("UM_SIGNATURES")
}

/// What is signed: with declarations around it, attributes of `xml`, and what is spelled in several ways.
const DOCUMENT: &str = "<?xml version='1.0'?>\n<!-- outside --><e:Envelope xmlns:e='urn:e' xmlns='urn:d' xmlns:unused='urn:u' xml:lang='de'>\
    <i:Invoice xmlns:i='urn:i' b='2' Id='invoice' a='1' e:c='\t&#9;&quot;'>12 &lt; 13\r\n<!-- inside --><?p  i ?><Total xmlns=''/><![CDATA[<&>]]>&#13;</i:Invoice></e:Envelope>";

fn canonicalizations() -> [(&'static str, Canonicalization); 4] {
    [
        ("exclusive", Canonicalization::exclusive()),
        (
            "listed",
            Canonicalization::exclusive().with_inclusive_prefixes(["#default", "unused"]),
        ),
        ("inclusive", Canonicalization::inclusive()),
        ("inclusive11", Canonicalization::inclusive_1_1()),
    ]
}

/// All ways in which a document is signed.
fn signed() -> Vec<(String, String)> {
    let (rsa, ecdsa) = (rsa_key(), ecdsa_key());
    let keys: [(&str, &dyn SigningKey, Certificate); 2] = [
        ("rsa", &rsa, rsa_certificate()),
        ("ecdsa", &ecdsa, ecdsa_certificate()),
    ];
    let mut all = Vec::new();
    for (key_name, key, certificate) in &keys {
        for (way, canonicalization) in canonicalizations() {
            let by_key = Signer::new(*key).with_certificate(certificate);
            let by_key = by_key.with_canonicalization(canonicalization);
            let places = [
                ("document", by_key.sign_document(DOCUMENT)),
                ("inside", by_key.sign_inside(DOCUMENT, "invoice")),
                ("beside", by_key.sign_beside(DOCUMENT, "invoice")),
            ];
            let named = places
                .map(|(place, signed)| (format!("{key_name}-{way}-{place}"), signed.unwrap()));
            all.extend(named);
        }
    }
    all
}

/// The document with empty digests and an empty signature, for another one to fill.
fn template(signed: &str) -> String {
    ["ds:DigestValue", "ds:SignatureValue"]
        .iter()
        .fold(signed.to_owned(), |text, name| {
            let pieces: Vec<&str> = text.split(&format!("<{name}>")).collect();
            let end = format!("</{name}>");
            let rest = |piece: &&str| piece[piece.find(&end).unwrap()..].to_owned();
            let empty = pieces[1..]
                .iter()
                .map(rest)
                .map(|rest| format!("<{name}>{rest}"));
            pieces[0].to_owned() + &empty.collect::<String>()
        })
}

/// Envelopes of both versions, with a header block and a token that are signed. xmlsec1 does not find a certificate by WS-Security.
fn envelopes() -> Vec<(String, String)> {
    let (rsa, ecdsa) = (rsa_key(), ecdsa_key());
    let keys: [(&str, &dyn SigningKey, Certificate); 2] = [
        ("rsa", &rsa, rsa_certificate()),
        ("ecdsa", &ecdsa, ecdsa_certificate()),
    ];
    let mut all = Vec::new();
    for (key_name, key, certificate) in &keys {
        for (way, canonicalization) in canonicalizations() {
            for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
                let soap = version.namespace();
                let xml = format!(
                    "<s:Envelope xmlns:s='{soap}' xmlns:unused='urn:u' xml:lang='de'><s:Header><t:Trace xmlns:t='urn:t'>1</t:Trace></s:Header><s:Body><Call xmlns='urn:c'>2</Call></s:Body></s:Envelope>"
                );
                let signer = EnvelopeSigner::new(*key, certificate);
                let signer = signer.with_canonicalization(canonicalization.clone());
                let trace = SignedPart::Block(QName::new("urn:t", "Trace"));
                let signed = signer.sign_part(trace).sign_xml(&xml).unwrap();
                all.push((format!("{key_name}-{way}-{version:?}.envelope"), signed));
            }
        }
    }
    all
}

/// Envelopes of both versions, whose Body and `Timestamp` are signed.
fn timestamped() -> Vec<(String, String)> {
    let (key, certificate) = (rsa_key(), rsa_certificate());
    let mut all = Vec::new();
    for (way, canonicalization) in canonicalizations().into_iter().take(2) {
        for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
            let signer = EnvelopeSigner::new(&key, &certificate);
            let signer = signer.with_canonicalization(canonicalization.clone());
            let signed = signer.sign(&call(Security::default()).with_version(version));
            all.push((format!("{way}-{version:?}"), signed.unwrap()));
        }
    }
    all
}

/// An envelope with the header block, and a `Timestamp` in that.
fn call(security: Security) -> Envelope<Element, Headers> {
    let timestamp = Timestamp::new(SystemTime::now(), Duration::from_secs(300)).unwrap();
    let security = Some(Block::new(security.with_timestamp(timestamp)));
    let call = Element::new("urn:c", "Call").with_text("2");
    Envelope::new(call).with_header(Headers { security })
}

/// Envelopes with a user name, and its password or the digest of that.
fn tokens() -> Vec<(&'static str, String)> {
    let now = SystemTime::now();
    let tokens = [
        ("text", UsernameToken::text("ada", "hunter2")),
        (
            "digest",
            UsernameToken::digest("ada", "hunter2", now).unwrap(),
        ),
    ];
    let envelope_of = |token| {
        let security = Security::default().with_username_token(token);
        call(security).to_xml().unwrap()
    };
    tokens
        .map(|(name, token)| (name, envelope_of(token)))
        .to_vec()
}

#[derive(SoapType)]
struct Headers {
    #[soap(namespace = security::WSSE)]
    security: Option<Block<Security>>,
}

#[test]
fn are_written() {
    for (name, signed) in signed().into_iter().chain(envelopes()) {
        assert!(template(&signed).contains("<ds:SignatureValue></ds:SignatureValue>"));
        let Some(folder) = folder() else { continue };
        let folder = Path::new(&folder);
        fs::write(folder.join(format!("{name}.ours.xml")), &signed).unwrap();
        fs::write(
            folder.join(format!("{name}.template.xml")),
            template(&signed),
        )
        .unwrap();
    }
    let tokens = tokens()
        .into_iter()
        .map(|(name, xml)| (format!("{name}.token"), xml));
    let timestamped = timestamped()
        .into_iter()
        .map(|(name, xml)| (format!("{name}.gsoap"), xml));
    for (name, xml) in tokens.chain(timestamped) {
        let Some(folder) = folder() else { continue };
        fs::write(Path::new(&folder).join(format!("{name}.ours.xml")), xml).unwrap();
    }
}

#[test]
fn are_read() {
    let Some(folder) = folder() else { return };
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.ends_with(".theirs.xml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        count += 1;
        if name.contains(".envelope.") {
            let verified = EnvelopeVerifier::new(verifier()).verify(&text);
            let verified = verified.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(verified.message::<Element>().unwrap().text(), "2");
            continue;
        }
        let verified = if name.contains("inside") {
            verifier().verify_at(&text, text.find("<i:Invoice").unwrap())
        } else {
            verifier().verify(&text)
        };
        let verified = verified.unwrap_or_else(|error| panic!("{name}: {error}"));
        let element = verified.to_element().unwrap();
        let is_document = name.contains("document");
        assert_eq!(
            element.name().local(),
            if is_document { "Envelope" } else { "Invoice" }
        );
    }
    assert_eq!(count, signed().len() + envelopes().len());
}

/// User names of other stacks, which `stacks` runs: WSS4J and gSOAP.
#[test]
fn tokens_are_read() {
    let Some(folder) = folder() else { return };
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.ends_with(".token.theirs.xml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let read = Envelope::<Element, Headers>::from_xml(&text).unwrap();
        let security = read.header.security.unwrap();
        let (verifier, now) = (UsernameVerifier::default(), SystemTime::now());
        let password = |name: &str| (name == "ada").then_some("hunter2");
        assert_eq!(
            verifier.verify(&security, now, password),
            Ok("ada"),
            "{name}"
        );
        security
            .check_timestamp(now, &Freshness::default())
            .unwrap();
        count += 1;
    }
    // A text and a digest, of each.
    assert_eq!(count, 2 * 2);
}

/// What other stacks have signed, which `stacks` runs: zeep, node-soap, WSS4J and gSOAP.
#[test]
fn are_read_from_stacks() {
    let Some(folder) = folder() else { return };
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.ends_with(".stack.xml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let by_all = EnvelopeVerifier::new(verifier());
        let by_all = if text.contains("Timestamp") {
            by_all.require(SignedPart::Timestamp)
        } else {
            by_all
        };
        let verified = by_all.verify(&text);
        let verified = verified.unwrap_or_else(|error| panic!("{name}: {error}"));
        let call = verified.message::<Element>().unwrap();
        assert!(call.to_xml().unwrap().contains(">2</"), "{name}");
        let forged = by_all.verify(&text.replace(">2</", ">3</"));
        assert!(forged.is_err(), "{name}");
        count += 1;
    }
    // Two plugins of zeep with two versions of SOAP, each with a timestamp and without, five ways of node-soap, and of WSS4J two keys that are
    // named in five ways, in two versions of SOAP; gSOAP signs with a timestamp and without.
    assert_eq!(count, 2 * 2 * 2 + 5 + 2 * 5 * 2 + 2);
}
