//! What an attacker tries with a message that someone else has signed, beside [moving its parts](super::wrapping): each thing is refused, or
//! what is read is what was signed all the same.

use um_messages::soap::security::{BinarySecurityToken, WSSE, WSU};
use um_messages::soap::signature::{EnvelopeSigner, EnvelopeVerifier, SignedPart};
use um_messages::xml::Element;
use um_messages::xml::canonical::Canonicalization;
use um_messages::xml::signature::{
    Certificate, KeyIdentifier, SignatureAlgorithm, Signer, SigningKey, Verifier,
};
use um_messages::{Error, ErrorKind, ReadOptions, SignatureProblem, SoapMessage, SoapType};

use super::envelopes::envelope_verifier;
use super::{
    Changed, ecdsa_certificate, ecdsa_key, problem, rsa_certificate, rsa_key, signed, verifier,
};

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";

/// An envelope that is signed: the Body, and a `Timestamp`.
fn envelope(transfer: &str) -> String {
    let (wsse, wsu) = (WSSE.uri(), WSU.uri());
    let xml = format!(
        "<s:Envelope xmlns:s='{SOAP}'><s:Header><o:Security xmlns:o='{wsse}'><u:Timestamp xmlns:u='{wsu}'>\
         <u:Created>2026-11-29T16:21:31Z</u:Created></u:Timestamp></o:Security></s:Header>\
         <s:Body><b:Transfer xmlns:b='urn:bank'>{transfer}</b:Transfer></s:Body></s:Envelope>"
    );
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    EnvelopeSigner::new(&key, &certificate)
        .sign_xml(&xml)
        .unwrap()
}

fn transfer(xml: &str) -> Result<Element, Error> {
    envelope_verifier().verify(xml)?.message::<Element>()
}

/// An envelope whose `SignedInfo` was changed by who has the key.
fn envelope_with(changes: &[(&str, &str)]) -> String {
    let key = Changed::new(changes);
    let certificate = ecdsa_certificate();
    let xml = format!(
        "<s:Envelope xmlns:s='{SOAP}'><s:Body><b:Transfer xmlns:b='urn:bank'>1</b:Transfer></s:Body></s:Envelope>"
    );
    let signed = EnvelopeSigner::new(&key, &certificate)
        .sign_xml(&xml)
        .unwrap();
    key.put_into(&signed)
}

#[track_caller]
fn is(xml: &str, expected: &SignatureProblem) {
    let error = envelope_verifier().verify(xml).unwrap_err();
    assert_eq!(problem(&error), expected, "{error}\n{xml}");
}

// What is read.

/// Comments are not signed: a text is the same with one in it and without, for us as for who has signed it.
#[test]
fn comments_in_a_text() {
    let xml = envelope("<b:To>user@a.com</b:To><b:Note>a&amp;b</b:Note>");
    let address = |xml: &str| {
        let transfer = transfer(xml).unwrap();
        let texts = transfer.children().map(Element::text);
        texts.collect::<Vec<_>>()
    };
    assert_eq!(address(&xml), ["user@a.com", "a&b"]);
    for (from, to) in [
        ("user@a.com", "user@a<!---->.com"),
        ("user@a.com", "<!-- x -->user@a.com<!-- .evil -->"),
        ("user@a.com", "<![CDATA[user@a]]>.com"),
        ("user@a.com", "user<!---->&#64;a.c<![CDATA[om]]>"),
        ("a&amp;b", "a<![CDATA[&]]><!-- c -->b"),
    ] {
        let changed = xml.replace(from, to);
        assert_ne!(changed, xml);
        assert_eq!(address(&changed), ["user@a.com", "a&b"], "{changed}");
    }
    // What a comment or an instruction takes away, or brings, was not signed.
    for to in [
        "user@a.com<!-- -->.evil",
        "user@a.com<?p?>",
        "<!--user@a.com-->",
    ] {
        is(
            &xml.replace("user@a.com", to),
            &SignatureProblem::Digest("#id-2".into()),
        );
    }
    let signed = envelope("<b:To>user@a.com<!-- -->.evil</b:To>");
    assert_eq!(address(&signed), ["user@a.com.evil"]);
}

/// Characters and tags in other spellings are the same; and what looks the same and is not, is not.
#[test]
fn other_spellings() {
    let xml = envelope("<b:T a='1 2' b='&#9;'>a\nb&#13;</b:T>");
    let text = transfer(&xml).unwrap();
    for (from, to) in [
        ("a\nb", "a\r\nb"),
        ("a\nb", "a\rb"),
        ("a\nb", "&#x61;&#10;b"),
        ("&#13;", "&#xD;"),
        ("a='1 2' b='&#9;'", "\n b=\"&#x9;\"\ta='1\n2'"),
        ("a='1 2'", "a='1\t2'"),
        ("</b:T>", "</b:T\n>"),
    ] {
        let changed = xml.replace(from, to);
        assert_ne!(changed, xml, "{from}");
        assert_eq!(transfer(&changed).unwrap(), text, "{to}");
    }
    for (from, to) in [
        ("&#13;", "\r"),
        ("&#13;", ""),
        ("b='&#9;'", "b='\t'"),
        ("a='1 2'", "a='1  2'"),
        ("a='1 2'", "a='1&#10;2'"),
        ("a='1 2'", "a='1 2' xml:lang='de'"),
        ("a\nb", "a\n\nb"),
    ] {
        let changed = xml.replace(from, to);
        assert_ne!(changed, xml, "{from}");
        is(&changed, &SignatureProblem::Digest("#id-2".into()));
    }
}

/// A prefix means something else where it is read: what its element is named by was signed.
#[test]
fn prefixes_that_are_bound_anew() {
    let xml = envelope("<b:Amount>1</b:Amount>");
    let outside = xml.replacen(
        "<s:Envelope",
        "<s:Envelope xmlns:b='urn:evil' xmlns='urn:evil'",
        1,
    );
    assert_eq!(transfer(&outside).unwrap(), transfer(&xml).unwrap());
    for (from, to) in [
        ("xmlns:b='urn:bank'", "xmlns:b='urn:evil'"),
        ("<b:Amount>", "<b:Amount xmlns:b='urn:evil'>"),
        (
            "<b:Amount>1</b:Amount>",
            "<Amount xmlns='urn:bank'>1</Amount>",
        ),
    ] {
        is(
            &xml.replace(from, to),
            &SignatureProblem::Digest("#id-2".into()),
        );
    }
    // A prefix of SOAP's own is bound to the other version.
    let error = envelope_verifier()
        .verify(&xml.replace(SOAP, "http://www.w3.org/2003/05/soap-envelope"))
        .unwrap_err();
    assert!(matches!(problem(&error), SignatureProblem::Digest(_)));
}

/// A small generator of numbers, the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

/// Whatever is changed, what is read is what was signed, or nothing is.
#[test]
fn what_is_verified_is_what_is_read() {
    const PIECES: [&str; 24] = [
        "",
        "<!---->",
        "<!-- a -->",
        "<?p?>",
        " ",
        "\n",
        "\r",
        "&#13;",
        "&#49;",
        "1",
        "a",
        "<a/>",
        "<b:a>",
        "</b:a>",
        "<![CDATA[1]]>",
        " Id='id-2'",
        " a='1'",
        " xmlns='urn:a'",
        " xmlns:b='urn:a'",
        " xmlns:s='urn:s'",
        "'",
        "\"",
        "=",
        "/",
    ];
    let xml = envelope(
        "<b:To a='1'>user<!-- -->@a.com</b:To>\n<b:Amount>1<c xmlns='urn:c'>2</c></b:Amount>",
    );
    let read = transfer(&xml).unwrap();
    let document = signed("<a xmlns:b='urn:b' b:c='1'>1<b:d>2</b:d><!-- 3 --> 4</a>");
    let tree = verifier().verify(&document).unwrap().to_element().unwrap();
    let mut numbers = Numbers(7);
    let mut accepted = 0;
    for _ in 0..1000 {
        for (text, is_envelope) in [(&xml, true), (&document, false)] {
            let mut changed = text.clone();
            for _ in 0..=numbers.below(2) {
                let at = numbers.below(changed.len());
                let end = (at + numbers.below(4)).min(changed.len());
                let piece = PIECES[numbers.below(PIECES.len())];
                if changed.is_char_boundary(at) && changed.is_char_boundary(end) {
                    changed.replace_range(at..end, piece);
                }
            }
            let found = if is_envelope {
                transfer(&changed)
            } else {
                let verified = verifier().verify(&changed);
                verified.and_then(|verified| verified.to_element())
            };
            if let Ok(found) = found {
                accepted += 1;
                let expected = if is_envelope { &read } else { &tree };
                assert_eq!(found, *expected, "{changed}");
            }
        }
    }
    // There are many that mean the same.
    assert!(accepted > 30, "{accepted}");
}

// What is referred to, and how.

#[test]
fn references_to_something_else() {
    for uri in ["", "http://example.com/", "cid:body", "body"] {
        let xml = envelope_with(&[("URI=\"#id-1\"", &format!("URI=\"{uri}\""))]);
        let error = envelope_verifier().verify(&xml).unwrap_err();
        assert!(
            matches!(
                problem(&error),
                SignatureProblem::Reference(_) | SignatureProblem::Misplaced(_)
            ),
            "{error}"
        );
    }
    for id in [
        "xpointer(id('id-1'))",
        "xpointer(/)",
        "element(/1/2)",
        "id-1 ",
        "ID-1",
    ] {
        let xml = envelope_with(&[("URI=\"#id-1\"", &format!("URI=\"#{id}\""))]);
        is(&xml, &SignatureProblem::NoTarget(id.into()));
    }
}

/// A `Timestamp` alone, a token alone, the signature itself: the Body is not signed.
#[test]
fn references_to_nothing_that_is_read() {
    let xml = envelope("1");
    let timestamp = xml.find("<ds:Reference URI=\"#id-2\">").unwrap();
    let end =
        timestamp + xml[timestamp..].find("</ds:Reference>").unwrap() + "</ds:Reference>".len();
    // Who has the key signs only the `Timestamp`.
    let without = canonical(&xml[timestamp..end]);
    let only = resigned(&xml, &[(&without, "")]);
    is(&only, &SignatureProblem::NotSigned("Body".into()));
    // A second reference to the Body is one to the Body.
    let twice = resigned(&xml, &[(&without, &without.repeat(2))]);
    assert!(envelope_verifier().verify(&twice).is_ok());
}

/// A piece of `SignedInfo` as it is signed.
fn canonical(piece: &str) -> String {
    let whole =
        format!("<a xmlns:ds='http://www.w3.org/2000/09/xmldsig#'><ds:b>{piece}</ds:b></a>");
    let form = Canonicalization::exclusive().canonicalize(&whole).unwrap();
    let start = form.find("<ds:b").unwrap();
    let start = start + form[start..].find('>').unwrap() + 1;
    form[start..form.find("</ds:b>").unwrap()].to_owned()
}

/// The envelope with another `SignedInfo`, and a signature of that.
fn resigned(xml: &str, changes: &[(&str, &str)]) -> String {
    let start = xml.find("<ds:SignedInfo").unwrap();
    let end = xml.find("</ds:SignedInfo>").unwrap() + "</ds:SignedInfo>".len();
    let info = canonical(&xml[start..end]).replacen(
        "<ds:SignedInfo",
        "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"",
        1,
    );
    let key = Changed::new(changes);
    let value = BinarySecurityToken::of_bytes(&key.sign(info.as_bytes()).unwrap()).text;
    let xml = key.put_into(xml);
    let start = xml.find("<ds:SignatureValue>").unwrap();
    let end = xml.find("</ds:SignatureValue>").unwrap();
    format!("{}<ds:SignatureValue>{value}{}", &xml[..start], &xml[end..])
}

/// Transforms with what they need in them: what is refused is the transform.
#[test]
fn transforms_with_parameters() {
    const TRANSFORM: &str =
        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>";
    let wsse = WSSE.uri();
    let other = |algorithm: &str, parameter: &str| {
        format!("<ds:Transform Algorithm=\"{algorithm}\">{parameter}</ds:Transform>")
    };
    let str_transform = format!(
        "<o:TransformationParameters xmlns:o=\"{wsse}\"><ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:CanonicalizationMethod></o:TransformationParameters>"
    );
    for (algorithm, parameter) in [
        (
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "<ds:XPath>true()</ds:XPath>",
        ),
        (
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "<x:stylesheet xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"></x:stylesheet>",
        ),
        (
            "http://www.w3.org/2002/06/xmldsig-filter2",
            "<f:XPath xmlns:f=\"http://www.w3.org/2002/06/xmldsig-filter2\" Filter=\"subtract\">/</f:XPath>",
        ),
        (
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform",
            &str_transform,
        ),
    ] {
        let xml = envelope_with(&[(TRANSFORM, &other(algorithm, parameter))]);
        is(&xml, &SignatureProblem::Algorithm(algorithm.into()));
    }
    // One that is accepted has no parameters.
    for algorithm in [
        "http://www.w3.org/2001/10/xml-exc-c14n#",
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
    ] {
        let xml = envelope_with(&[(TRANSFORM, &other(algorithm, "<ds:XPath>true()</ds:XPath>"))]);
        let error = envelope_verifier().verify(&xml).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::UnknownElement(_)),
            "{error}"
        );
    }
}

// Whose it is, and by which algorithm.

/// The public key is known to everyone: a signature that were made with it as a secret would be one of everyone.
#[test]
fn algorithms_of_secrets() {
    let xml = envelope("1");
    for algorithm in [
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        "http://www.w3.org/2001/04/xmldsig-more#hmac-md5",
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
        "",
    ] {
        let changed = xml.replace(
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            algorithm,
        );
        is(&changed, &SignatureProblem::Algorithm(algorithm.into()));
    }
    // Another one that is accepted, but not of this key.
    let changed = xml.replace("#ecdsa-sha256", "#rsa-sha256");
    is(&changed, &SignatureProblem::Key);
}

/// Weak digests are accepted by who asks for them alone, each for itself.
#[test]
fn digests_of_old() {
    let sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    let xml = envelope_with(&[("http://www.w3.org/2001/04/xmlenc#sha256", sha1)]);
    is(&xml, &SignatureProblem::Algorithm(sha1.into()));
    let lenient = verifier().accept_signature(SignatureAlgorithm::RsaSha1);
    let error = EnvelopeVerifier::new(lenient).verify(&xml).unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::Algorithm(sha1.into()));
}

/// What stands in `KeyInfo` is not signed. Of several keys the first is the one that is asked for, and it has to be the right one.
#[test]
fn several_keys() {
    let xml = signed("<a>1</a>");
    let start = xml.find("<ds:X509Data>").unwrap();
    let end = xml.find("</ds:X509Data>").unwrap() + "</ds:X509Data>".len();
    let known = &xml[start..end];
    let rsa = BinarySecurityToken::of_bytes(rsa_certificate().der()).text;
    let other =
        format!("<ds:X509Data><ds:X509Certificate>{rsa}</ds:X509Certificate></ds:X509Data>");
    let both = xml.replace(known, &format!("{known}{other}"));
    let verified = verifier().verify(&both).unwrap();
    assert_eq!(verified.certificate(), &ecdsa_certificate());
    for keys in [
        format!("{other}{known}"),
        other.clone(),
        known.replace(
            "<ds:X509Certificate>",
            &format!("<ds:X509Certificate>{rsa}</ds:X509Certificate><ds:X509Certificate>"),
        ),
    ] {
        let error = verifier().verify(&xml.replace(known, &keys)).unwrap_err();
        assert_eq!(problem(&error), &SignatureProblem::Key);
    }
    // One that stands there in clear is none.
    let value = "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AQAB</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>";
    let error = verifier().verify(&xml.replace(known, value)).unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::KeyInfo);
    let error = verifier()
        .verify(&xml.replace(known, &format!("{value}{other}")))
        .unwrap_err();
    assert_eq!(problem(&error), &SignatureProblem::Key);
}

/// A path of certificates: the last one is that of the key.
#[test]
fn paths_of_certificates() {
    let authority = Certificate::from_pem(include_str!("../keys/ca.certificate.pem")).unwrap();
    let path = |certificates: &[&Certificate]| {
        let content: Vec<u8> = certificates
            .iter()
            .flat_map(|it| it.der().to_vec())
            .collect();
        let length = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[0x30, 0x82], &length[..], &content].concat()
    };
    let xml = envelope("1");
    let with = |der: &[u8]| {
        let start = xml.find("<wsse:BinarySecurityToken").unwrap();
        let start = start + xml[start..].find('>').unwrap() + 1;
        let end = xml.find("</wsse:BinarySecurityToken>").unwrap();
        let text = BinarySecurityToken::of_bytes(der).text;
        let xml = format!("{}{text}{}", &xml[..start], &xml[end..]);
        xml.replacen("#X509v3", "#X509PKIPathv1", 1)
    };
    let sent = with(&path(&[&authority, &ecdsa_certificate()]));
    assert!(sent.contains("#X509PKIPathv1"));
    envelope_verifier().verify(&sent).unwrap();
    let by_path = |key: &KeyIdentifier| match key {
        KeyIdentifier::Certificate {
            certificate,
            others,
            ..
        } => {
            let others = others
                .iter()
                .map(|der| Certificate::from_der(der.as_slice()).unwrap());
            Some((certificate.as_ref().clone(), others.collect::<Vec<_>>()))
        }
        _ => None,
    };
    let found = std::sync::Mutex::new(None);
    let verifier = Verifier::new(|key| {
        *found.lock().unwrap() = by_path(key);
        Some(ecdsa_certificate())
    });
    EnvelopeVerifier::new(verifier).verify(&sent).unwrap();
    assert_eq!(
        found.into_inner().unwrap(),
        Some((ecdsa_certificate(), vec![authority.clone()]))
    );
    is(
        &with(&path(&[&ecdsa_certificate(), &authority])),
        &SignatureProblem::Untrusted,
    );
    is(&with(&[0x30, 0x00]), &SignatureProblem::KeyInfo);
    let error = envelope_verifier()
        .verify(&with(&[0x30, 0x82, 0xFF]))
        .unwrap_err();
    assert!(
        matches!(problem(&error), SignatureProblem::Certificate(_)),
        "{error}"
    );
}

/// Base64 in lines, as Java writes it.
#[test]
fn base64_in_lines() {
    let xml = signed("<a>1</a>");
    for name in ["SignatureValue", "X509Certificate"] {
        for line_end in ["\n", "\r\n", "&#13;\n", " \t"] {
            let start = xml.find(&format!("<ds:{name}>")).unwrap() + name.len() + 5;
            let mut lines = xml.clone();
            lines.insert_str(start + 20, line_end);
            lines.insert_str(start, line_end);
            assert!(verifier().verify(&lines).is_ok(), "{name} {line_end:?}");
        }
    }
    let key = Changed::new(&[("<ds:DigestValue>", "<ds:DigestValue>\n &#xD;\n")]);
    let certificate = ecdsa_certificate();
    let signed = Signer::new(&key)
        .with_certificate(&certificate)
        .sign_document("<a>1</a>")
        .unwrap();
    let lines = key.put_into(&signed);
    assert!(verifier().verify(&lines).is_ok());
}

// The document.

/// Entities and default attributes are declared in a document type declaration, and there is none.
#[test]
fn document_types() {
    let doctype = "<!DOCTYPE a [<!ATTLIST a b CDATA '1'><!ENTITY e 'evil'>]>";
    let error = verifier()
        .verify(&format!("{doctype}{}", signed("<a/>")))
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::DocumentType), "{error}");
    let error = envelope_verifier()
        .verify(&format!("{doctype}{}", envelope("1")))
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::DocumentType), "{error}");
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let xml = format!(
        "\u{feff}<?xml version='1.0'?>{}",
        envelope("<b:Amount>1</b:Amount>")
    );
    let amount = transfer(&xml).unwrap();
    assert_eq!(amount.children().next().unwrap().text(), "1");
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let signer = Signer::new(&key).with_certificate(&certificate);
    let xml = signer.sign_document("\u{feff}<a>1</a>").unwrap();
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

/// A short document has a long canonical form: the namespace is declared on each element, for the one around them does not use it.
#[test]
fn canonical_forms_are_bounded() {
    let uri = format!("urn:{}", "n".repeat(250));
    let xml = signed(&format!("<a xmlns:n='{uri}'>{}</a>", "<n:b/>".repeat(1000)));
    assert!(xml.len() < 10_000);
    assert!(verifier().verify(&xml).is_ok());
    let error = verifier()
        .max_signed_bytes(100_000)
        .verify(&xml)
        .unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_signed_bytes",
                max: 100_000,
                ..
            }
        ),
        "{error}"
    );
}

/// With references inside the document resolved, as SOAP's own encoding has them, a tag that is not signed is none to refer to.
#[test]
fn references_to_tags_that_are_not_signed() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:bank")]
    struct Transfer {
        order: Order,
    }

    #[derive(Debug, PartialEq, SoapType)]
    struct Order {
        #[soap(attribute)]
        amount: u32,
    }

    let xml = format!(
        "<s:Envelope xmlns:s='{SOAP}'><s:Header><o:Security xmlns:o='{}'/></s:Header><s:Body><Transfer xmlns='urn:bank'>\
         <Order href='#x'/><multiRef id='x' Amount='1'/></Transfer></s:Body></s:Envelope>",
        WSSE.uri()
    );
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let signer = EnvelopeSigner::new(&key, &certificate);
    let xml = signer.sign_xml(&xml).unwrap();
    let options = ReadOptions::new().resolve_references(true);
    let by_reference = EnvelopeVerifier::new(verifier().with_options(options));
    let amount = |xml: &str| {
        let verified = by_reference.verify(xml)?;
        verified.message::<Transfer>().map(|it| it.order.amount)
    };
    assert_eq!(amount(&xml).unwrap(), 1);
    for tag in ["s:Header", "s:Envelope", "o:Security"] {
        let forged = format!("<{tag} id='x' Amount='1000000' ");
        let forged = xml.replacen(&format!("<{tag}"), &forged, 1);
        let error = amount(&forged).unwrap_err();
        let local = tag.split(':').nth(1).unwrap();
        assert_eq!(problem(&error), &SignatureProblem::NotSigned(local.into()));
        // Where nothing is resolved, it is an attribute as any.
        assert!(envelope_verifier().verify(&forged).is_ok());
    }
    // A block that is not signed is not there.
    let block = "<s:Header><b:Evil xmlns:b='urn:b' id='x' Amount='1000000'/>";
    assert_eq!(amount(&xml.replace("<s:Header>", block)).unwrap(), 1);
}

/// A second signature, that endorses the first one perhaps: whose the parts are would not be clear.
#[test]
fn a_second_signature() {
    let (key, certificate) = (rsa_key(), rsa_certificate());
    let signer = EnvelopeSigner::new(&key, &certificate);
    let xml = signer.sign_xml(&envelope("1")).unwrap();
    is(&xml, &SignatureProblem::Second);
    let required = envelope_verifier().require(SignedPart::Timestamp);
    let error = required.verify(&xml).unwrap_err();
    assert_eq!(error.path(), Some("Envelope/Header/Security"));
}
