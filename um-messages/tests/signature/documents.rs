//! Documents and elements that have their signature in them, or beside them.

use um_messages::xml::canonical::Canonicalization;
use um_messages::xml::signature::{SignatureAlgorithm, Signer};
use um_messages::{ErrorKind, SignatureProblem, SoapType};

use super::{ecdsa_certificate, ecdsa_key, problem, rsa_certificate, rsa_key, signed, verifier};

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:invoice", deny_unknown_fields)]
struct Invoice {
    #[soap(attribute)]
    id: Option<String>,
    total: String,
}

const INVOICE: &str = "<?xml version='1.0'?>\n<!-- i --><i:Invoice xmlns:i='urn:invoice' Id='i1'><i:Total>12.50</i:Total></i:Invoice>\n<?p?>";

fn invoice() -> Invoice {
    Invoice {
        id: Some("i1".into()),
        total: "12.50".into(),
    }
}

#[test]
fn a_document_in_every_way() {
    let (rsa, ecdsa) = (rsa_key(), ecdsa_key());
    let (rsa_certificate, ecdsa_certificate) = (rsa_certificate(), ecdsa_certificate());
    let signers = [
        Signer::new(&rsa).with_certificate(&rsa_certificate),
        Signer::new(&ecdsa).with_certificate(&ecdsa_certificate),
        Signer::new(&ecdsa).with_issuer_serial(&ecdsa_certificate),
    ];
    let canonicalizations = [
        Canonicalization::exclusive(),
        Canonicalization::exclusive().with_inclusive_prefixes(["i", "#default"]),
        Canonicalization::inclusive(),
        Canonicalization::inclusive_1_1(),
    ];
    for signer in signers {
        for canonicalization in &canonicalizations {
            let signer = signer
                .clone()
                .with_canonicalization(canonicalization.clone());
            for signed in [
                signer.sign_document(INVOICE).unwrap(),
                signer.sign_inside(INVOICE, "i1").unwrap(),
            ] {
                let verified = verifier().verify(&signed).unwrap();
                // The signature is not there any more, which the type would deny.
                assert_eq!(verified.read::<Invoice>().unwrap(), invoice(), "{signed}");
                assert!(verified.name().is("urn:invoice", "Invoice"));
            }
        }
    }
}

/// As the invoices of Brazil and others have it.
#[test]
fn an_element_beside_its_signature() {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let by_key = Signer::new(&key).with_certificate(&certificate);
    let xml = format!(
        "<Envelope xmlns='urn:e' xmlns:x='urn:x'>{}<Other/></Envelope>",
        invoice_alone()
    );
    for canonicalization in [Canonicalization::inclusive(), Canonicalization::exclusive()] {
        let way = by_key.clone().with_canonicalization(canonicalization);
        let signed = way.sign_beside(&xml, "i1").unwrap();
        assert!(signed.contains("</i:Invoice><ds:Signature"));
        let verified = verifier().verify(&signed).unwrap();
        assert_eq!(verified.read::<Invoice>().unwrap(), invoice());
        // What stands around it may be anything, and the signature before it.
        let (start, rest) = signed.split_once("<i:Invoice").unwrap();
        let (invoice_text, rest) = rest.split_once("<ds:Signature").unwrap();
        let (signature, end) = rest.split_once("</ds:Signature>").unwrap();
        let turned = format!(
            "{start}<ds:Signature{signature}</ds:Signature><i:Invoice{invoice_text}<More/>{end}"
        );
        assert_eq!(
            verifier()
                .verify(&turned)
                .unwrap()
                .read::<Invoice>()
                .unwrap(),
            invoice()
        );
    }
    let error = by_key.sign_beside(INVOICE, "i1").unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Misplaced(_)));
}

fn invoice_alone() -> &'static str {
    &INVOICE[INVOICE.find("<i:").unwrap()..INVOICE.rfind("\n<?p").unwrap()]
}

/// A list of documents, each with its own signature, as a batch of invoices is.
#[test]
fn an_element_inside_of_a_document() {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let by_key = Signer::new(&key).with_certificate(&certificate);
    let xml = format!(
        "<List>{}{}</List>",
        invoice_alone(),
        invoice_alone().replace("i1", "i2")
    );
    let signed = by_key.sign_inside(&xml, "i1").unwrap();
    let signed = by_key.sign_inside(&signed, "i2").unwrap();
    for (number, start) in [
        "<i:Invoice xmlns:i='urn:invoice' Id='i1'",
        "<i:Invoice xmlns:i='urn:invoice' Id='i2'",
    ]
    .iter()
    .enumerate()
    {
        let verified = verifier()
            .verify_at(&signed, signed.find(start).unwrap())
            .unwrap();
        let invoice = verified.read::<Invoice>().unwrap();
        assert_eq!(invoice.id, Some(format!("i{}", number + 1)));
    }
    let error = verifier().verify(&signed).unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::Missing);
    assert_eq!(error.path(), Some("List"));
}

#[test]
fn elements_of_one_tag() {
    assert!(signed("<a  b='1' />").starts_with("<a  b='1' ><ds:Signature"));
    assert!(signed("<a  b='1' />").ends_with("</ds:Signature></a>"));
    let verified = verifier()
        .verify(&signed("<p:a xmlns:p='urn:p'/>"))
        .unwrap();
    assert_eq!(
        verified.to_element().unwrap().to_xml().unwrap(),
        r#"<p:a xmlns:p="urn:p"/>"#
    );
}

/// What canonical XML makes the same is the same.
#[test]
fn another_spelling() {
    let signed = signed(INVOICE);
    let respelled = signed
        .replace(
            "<i:Total>12.50",
            "<i:Total\n >12<!-- no part of it -->.5&#x30;",
        )
        .replace("<!-- i -->", "")
        .replace("Id='i1'", "Id = \"i&#49;\"");
    assert_ne!(respelled, signed);
    assert_eq!(
        verifier()
            .verify(&respelled)
            .unwrap()
            .read::<Invoice>()
            .unwrap(),
        invoice()
    );
}

/// What is verified is read with the options of the verifier, and by its name.
#[test]
fn what_is_read() {
    #[derive(Debug, SoapType)]
    #[soap(namespace = "urn:other")]
    struct Other {}
    let verified = verifier().verify(&signed(INVOICE)).unwrap();
    let error = verified.read::<Other>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
    assert!(
        verified
            .to_element()
            .unwrap()
            .child("urn:invoice", "Total")
            .is_some()
    );
}

/// The signature that a document of `XAdES` has: its own properties are signed beside the document.
#[test]
fn references_into_the_signature() {
    let xml = include_str!("xades.xml");
    let verified = verifier().verify(xml).unwrap();
    assert_eq!(verified.to_element().unwrap().text(), "12.50");
    let error = verifier()
        .verify(&xml.replace("<x:Role>seller", "<x:Role>buyer"))
        .unwrap_err();
    assert_eq!(
        problem(&error),
        &SignatureProblem::Digest("#properties".into())
    );
}

#[test]
fn old_algorithms_on_demand() {
    let xml = include_str!("sha1.xml");
    let error = verifier().verify(xml).unwrap_err();
    let SignatureProblem::Algorithm(uri) = problem(&error) else {
        panic!("{error}")
    };
    assert!(uri.ends_with("#rsa-sha1"));
    let verifier = verifier().accept_signature(SignatureAlgorithm::RsaSha1);
    let error = verifier.verify(xml).unwrap_err();
    let SignatureProblem::Algorithm(uri) = problem(&error) else {
        panic!("{error}")
    };
    assert!(uri.ends_with("#sha1"));
    let verifier = verifier.accept_digest(um_messages::xml::signature::DigestAlgorithm::Sha1);
    assert_eq!(
        verifier.verify(xml).unwrap().to_element().unwrap().text(),
        "12.50"
    );
}
