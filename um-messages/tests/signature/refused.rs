//! What is wrong with a signature over a document, each with its own error.

use std::borrow::Borrow;

use um_messages::xml::signature::{Signer, Verifier};
use um_messages::{Category, Error, ErrorKind, SignatureProblem};

use super::{
    Changed, ecdsa_certificate, ecdsa_key, problem, rsa_certificate, rsa_key, signed, verifier,
};

#[track_caller]
fn refused(xml: &str) -> Error {
    let error = verifier().verify(xml).unwrap_err();
    // What a stranger is told says nothing of it.
    if let ErrorKind::Signature(_) = error.kind() {
        assert_eq!(error.category(), Category::Security);
        assert!(
            error
                .redacted()
                .to_string()
                .starts_with("the signature is not accepted"),
            "{error}"
        );
    }
    error
}

#[track_caller]
fn is(xml: &str, expected: impl Borrow<SignatureProblem>) {
    assert_eq!(problem(&refused(xml)), expected.borrow(), "{xml}");
}

#[test]
fn what_has_been_changed() {
    let xml = signed("<a><b>1</b></a>");
    is(
        &xml.replace("<b>1", "<b>2"),
        SignatureProblem::Digest(String::new()),
    );
    is(
        &xml.replace("<b>1", "<b><?p?>1"),
        SignatureProblem::Digest(String::new()),
    );
    is(
        &xml.replace("<b>", "<b c=''>"),
        SignatureProblem::Digest(String::new()),
    );
    let start = xml.find("<ds:DigestValue>").unwrap() + "<ds:DigestValue>".len();
    let mut digest = xml.clone();
    digest.replace_range(start..start + 4, "AAAA");
    is(&digest, SignatureProblem::Value);
    let start = xml.find("<ds:SignatureValue>").unwrap() + "<ds:SignatureValue>".len();
    let mut value = xml.clone();
    value.replace_range(start..start + 4, "AAAA");
    is(&value, SignatureProblem::Value);
    let error = refused(&xml.replace("<b>1", "<b>2"));
    assert_eq!(error.path(), Some("a/Signature"));
    assert_eq!(error.position().map(|it| it.column), Some(12));
}

#[test]
fn none_or_two() {
    is("<a/>", SignatureProblem::Missing);
    is(
        "<a><b><ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/></b></a>",
        SignatureProblem::Missing,
    );
    let xml = signed("<a/>");
    let signature = &xml["<a>".len()..xml.len() - "</a>".len()];
    is(
        &format!("<a>{signature}{signature}</a>"),
        SignatureProblem::Second,
    );
    let error = refused("<a><ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/></a>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(_)),
        "{error}"
    );
    assert!(matches!(refused("<a>").kind(), ErrorKind::UnexpectedEnd));
}

#[test]
fn whose_it_is() {
    let xml = signed("<a/>");
    let error = Verifier::trusting([rsa_certificate()])
        .verify(&xml)
        .unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::Untrusted);
    let error = Verifier::new(|_| None).verify(&xml).unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::Untrusted);
    // A trusted certificate, with the key of another.
    let (key, certificate) = (ecdsa_key(), rsa_certificate());
    let other = Signer::new(&key)
        .with_certificate(&certificate)
        .sign_document("<a/>")
        .unwrap();
    is(&other, SignatureProblem::Key);
    let error = Verifier::new(|_| Some(ecdsa_certificate()))
        .verify(&rsa_signed())
        .unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::Key);
    // Nothing says whose it is.
    is(
        &Signer::new(&key).sign_document("<a/>").unwrap(),
        SignatureProblem::KeyInfo,
    );
    let start = xml.find("<ds:X509Certificate>").unwrap() + "<ds:X509Certificate>".len();
    let mut certificate = xml.clone();
    certificate.replace_range(start..start + 4, "AAAA");
    assert!(matches!(
        problem(&refused(&certificate)),
        SignatureProblem::Certificate(_)
    ));
}

fn rsa_signed() -> String {
    let (key, certificate) = (rsa_key(), rsa_certificate());
    Signer::new(&key)
        .with_certificate(&certificate)
        .sign_document("<a/>")
        .unwrap()
}

#[test]
fn short_keys() {
    let error = verifier()
        .min_rsa_bits(2049)
        .verify(&rsa_signed())
        .unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::WeakKey(2048));
    assert!(verifier().verify(&rsa_signed()).is_ok());
}

/// What is signed by the key, with something else in its place in `SignedInfo`.
fn signed_with(xml: &str, from: &str, to: &str) -> String {
    let changes = [(from, to)];
    let (key, certificate) = (Changed::new(&changes), ecdsa_certificate());
    let signer = Signer::new(&key).with_certificate(&certificate);
    key.put_into(&signer.sign_document(xml).unwrap())
}

const ENVELOPED: &str = "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform>";
const EXCLUSIVE: &str =
    "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>";

#[test]
fn transforms() {
    let with = |from: &str, to: &str| signed_with("<a Id='i'/>", from, to);
    // Nothing but the two, in their order.
    for algorithm in [
        "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/TR/1999/REC-xpath-19991116",
        "http://www.w3.org/2002/06/xmldsig-filter2",
        "http://www.w3.org/2000/09/xmldsig#base64",
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform",
    ] {
        let other = EXCLUSIVE.replace("http://www.w3.org/2001/10/xml-exc-c14n#", algorithm);
        is(
            &with(EXCLUSIVE, &other),
            SignatureProblem::Algorithm(algorithm.into()),
        );
        is(
            &with(EXCLUSIVE, &format!("{EXCLUSIVE}{other}")),
            SignatureProblem::Algorithm(algorithm.into()),
        );
    }
    is(
        &with(EXCLUSIVE, &EXCLUSIVE.repeat(2)),
        SignatureProblem::Transforms,
    );
    let turned = format!("{EXCLUSIVE}{ENVELOPED}");
    is(
        &with(&format!("{ENVELOPED}{EXCLUSIVE}"), &turned),
        SignatureProblem::Algorithm("http://www.w3.org/2000/09/xmldsig#enveloped-signature".into()),
    );
    // The document contains the signature.
    let error = refused(&with(ENVELOPED, ""));
    assert!(
        matches!(problem(&error), SignatureProblem::Misplaced(_)),
        "{error}"
    );
    let error = refused(&with(ENVELOPED, "").replace("URI=\"\"", "URI=\"#i\""));
    assert_eq!(problem(&error), &SignatureProblem::Value);
    let xml = with(
        &format!(" URI=\"\"><ds:Transforms>{ENVELOPED}"),
        " URI=\"#i\"><ds:Transforms>",
    );
    assert!(matches!(
        problem(&refused(&xml)),
        SignatureProblem::Misplaced(_)
    ));
}

#[test]
fn algorithms() {
    let xml = signed("<a/>");
    for (from, to) in [
        (
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        ),
        (
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
        ),
        (
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2010/xml-c14n2",
        ),
    ] {
        is(
            &xml.replacen(from, to, 1),
            SignatureProblem::Algorithm(to.into()),
        );
    }
    let to = "http://www.w3.org/2000/09/xmldsig#sha1";
    is(
        &signed_with("<a/>", "http://www.w3.org/2001/04/xmlenc#sha256", to),
        SignatureProblem::Algorithm(to.into()),
    );
    // A signature of HMAC may be cut to one bit: there is none of HMAC, and no such parameter.
    let cut = xml.replace(
        "ecdsa-sha256\"/>",
        "ecdsa-sha256\"><ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>",
    );
    assert!(matches!(refused(&cut).kind(), ErrorKind::UnknownElement(_)));
    let prefixes = "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"a\"/>";
    let listed = xml.replace(
        "ecdsa-sha256\"/>",
        &format!("ecdsa-sha256\">{prefixes}</ds:SignatureMethod>"),
    );
    assert!(matches!(
        problem(&refused(&listed)),
        SignatureProblem::Algorithm(_)
    ));
}

#[test]
fn references() {
    let with = |xml: &str, to: &str| signed_with(xml, " URI=\"\"", to);
    for uri in [
        "http://example.com/a.xml",
        "#",
        "a.xml",
        "cid:1",
        "#xpointer(/)",
    ] {
        let error = refused(&with("<a/>", &format!(" URI=\"{uri}\"")));
        match problem(&error) {
            SignatureProblem::Reference(found) => assert_eq!(found, uri),
            SignatureProblem::NoTarget(id) => assert_eq!(id, "xpointer(/)"),
            other => panic!("{other:?}"),
        }
    }
    is(
        &with("<a/>", ""),
        SignatureProblem::Reference(String::new()),
    );
    is(
        &with("<a/>", " URI=\"#i\""),
        SignatureProblem::NoTarget("i".into()),
    );
    for twins in [
        "<a Id='i'><b Id='i'/></a>",
        "<a Id='i'><b xml:id='i'/></a>",
        "<a Id='i'><b xmlns:c='urn:c' c:ID='i'/></a>",
        "<a><b AssertionID='i' id='i'/></a>",
    ] {
        is(
            &with(twins, " URI=\"#i\""),
            SignatureProblem::DuplicateId("i".into()),
        );
    }
    // An element that is not beside the signature, nor around it.
    let error = refused(&with("<a><b><c Id='i'/></b></a>", " URI=\"#i\""));
    assert!(
        matches!(problem(&error), SignatureProblem::Misplaced(name) if name.local() == "c"),
        "{error}"
    );
}

/// No reference at all, two to elements, and too many.
#[test]
fn numbers_of_references() {
    let xml = signed("<a/>");
    let start = xml.find("<ds:Reference").unwrap();
    let end = xml.find("</ds:Reference>").unwrap() + "</ds:Reference>".len();
    let reference = &xml[start..end]
        .replace("/>", "></ds:Transform>")
        .replace("sha256\"></ds:Transform>", "sha256\"></ds:DigestMethod>");
    let reference = reference.as_str();
    is(
        &signed_with("<a/>", reference, ""),
        SignatureProblem::NoReference,
    );
    let error = refused(&signed_with("<a/>", reference, &reference.repeat(33)));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_references",
                max: 32,
                ..
            }
        ),
        "{error}"
    );
    is(
        &signed_with("<a/>", reference, &reference.repeat(2)),
        SignatureProblem::Second,
    );
    let error = verifier().max_signed_bytes(6).verify(&xml).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_signed_bytes",
                max: 6,
                ..
            }
        ),
        "{error}"
    );
}

/// The element that was signed is moved into another one, and one of the attacker's stands in its place.
#[test]
fn moved_elements() {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let by_key = Signer::new(&key).with_certificate(&certificate);
    let signed = by_key.sign_beside("<e><i Id='x'>1</i></e>", "x").unwrap();
    let (signed_element, signature) = (
        "<i Id='x'>1</i>",
        &signed["<e><i Id='x'>1</i>".len()..signed.len() - "</e>".len()],
    );
    let wrapped = [
        format!("<e><i Id='y'>2</i><w>{signed_element}</w>{signature}</e>"),
        format!("<e><i Id='y'>2{signed_element}</i>{signature}</e>"),
    ];
    for xml in wrapped {
        let error = refused(&xml);
        assert!(
            matches!(problem(&error), SignatureProblem::Misplaced(_)),
            "{xml}: {error}"
        );
    }
    // Inside of the signature it is not what is read.
    let object = format!("<ds:Object>{signed_element}</ds:Object></ds:Signature>");
    let xml = format!(
        "<e><i Id='y'>2</i>{}</e>",
        signature.replace("</ds:Signature>", &object)
    );
    is(&xml, SignatureProblem::NoReference);
    // Beside another one it is the one that is read.
    let xml = format!("<e><i Id='y'>2</i>{signed_element}{signature}</e>");
    assert_eq!(
        verifier()
            .verify(&xml)
            .unwrap()
            .to_element()
            .unwrap()
            .text(),
        "1"
    );
}

#[test]
fn limits_of_reading() {
    let deep = "<a>".repeat(70) + &"</a>".repeat(70);
    let error = refused(&signed(&deep));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                ..
            }
        ),
        "{error}"
    );
}
