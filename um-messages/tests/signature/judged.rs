//! Signatures for another one to judge, and those that it has made: xmlsec1, which `xmlsec` runs.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use um_messages::SoapVersion;
use um_messages::soap::signature::{EnvelopeSigner, EnvelopeVerifier, SignedPart};
use um_messages::xml::canonical::Canonicalization;
use um_messages::xml::signature::{Certificate, Signer, SigningKey};
use um_messages::xml::{Element, QName};

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

/// What other stacks have signed, which `stacks` runs: zeep and node-soap.
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
        assert_eq!(verified.message::<Element>().unwrap().text(), "2");
        let forged = by_all.verify(&text.replace(">2</", ">3</"));
        assert!(forged.is_err(), "{name}");
        count += 1;
    }
    // Two plugins of zeep with two versions of SOAP, each with a timestamp and without, and five ways of node-soap.
    assert_eq!(count, 2 * 2 * 2 + 5);
}
