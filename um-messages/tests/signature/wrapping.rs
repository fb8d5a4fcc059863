//! Messages that were put together of signed ones, and what else is wrong with an envelope: what is verified is what is read, or nothing is.

use um_messages::soap::security::SecurityFault;
use um_messages::soap::signature::{EnvelopeSigner, SignedPart};
use um_messages::xml::QName;
use um_messages::{EnvelopeProblem, Error, ErrorKind, ReadOptions, SignatureProblem, SoapVersion};

use super::envelopes::envelope_verifier;
use super::{ecdsa_certificate, ecdsa_key, problem, verifier};

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const BODY: &str = "<s:Body u:Id='body'><b:Transfer xmlns:b='urn:bank'><b:Amount>1</b:Amount></b:Transfer></s:Body>";
const FORGED: &str =
    "<s:Body><b:Transfer xmlns:b='urn:bank'><b:Amount>1000000</b:Amount></b:Transfer></s:Body>";

fn envelope(header: &str, body: &str) -> String {
    let wsu = um_messages::soap::security::WSU.uri();
    format!(
        "<s:Envelope xmlns:s='{SOAP}' xmlns:u='{wsu}'><s:Header>{header}</s:Header>{body}</s:Envelope>"
    )
}

/// An envelope that is signed, and its header block.
fn signed() -> (String, String) {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let xml = EnvelopeSigner::new(&key, &certificate)
        .sign_xml(&envelope("", BODY))
        .unwrap();
    let start = xml.find("<wsse:Security").unwrap();
    let end = xml.find("</s:Header>").unwrap();
    let security = xml[start..end].to_owned();
    assert_eq!(xml, envelope(&security, BODY));
    assert!(envelope_verifier().verify(&xml).is_ok());
    (xml, security)
}

#[track_caller]
fn refused(xml: &str) -> Error {
    let error = envelope_verifier().verify(xml).unwrap_err();
    // Nothing of the message, and nothing of what is wrong, reaches a stranger.
    if let ErrorKind::Signature(problem) = error.kind() {
        let fault = error.to_fault();
        assert_eq!(
            SecurityFault::of_fault(&fault),
            Some(problem.fault()),
            "{error}"
        );
        assert_eq!(fault, problem.fault().to_fault());
    }
    error
}

#[track_caller]
fn is_misplaced(xml: &str, local: &str) {
    let error = refused(xml);
    let SignatureProblem::Misplaced(name) = problem(&error) else {
        panic!("{error}: {xml}");
    };
    assert_eq!(name.local(), local);
}

#[track_caller]
fn is(xml: &str, expected: &SignatureProblem) {
    assert_eq!(problem(&refused(xml)), expected, "{xml}");
}

/// The signed Body stands in a header block, in one of its children, in the forged Body, behind it, and in the signature.
#[test]
fn the_body_is_moved() {
    let (_, security) = signed();
    let wrapper = format!("<w:Wrapper xmlns:w='urn:w'>{BODY}</w:Wrapper>");
    is_misplaced(&envelope(&format!("{security}{wrapper}"), FORGED), "Body");
    is_misplaced(
        &envelope(
            &security,
            &FORGED.replace("</s:Body>", &format!("{BODY}</s:Body>")),
        ),
        "Body",
    );
    let in_security = security.replace("</wsse:Security>", &format!("{wrapper}</wsse:Security>"));
    is_misplaced(&envelope(&in_security, FORGED), "Body");
    // In the signature it is not what is read.
    let object = security.replace(
        "</ds:Signature>",
        &format!("<ds:Object>{BODY}</ds:Object></ds:Signature>"),
    );
    is(
        &envelope(&object, FORGED),
        &SignatureProblem::NotSigned("Body".into()),
    );
    // As a header block it is one, and no Body.
    is(
        &envelope(&format!("{security}{BODY}"), FORGED),
        &SignatureProblem::NotSigned("Body".into()),
    );
    // Behind the forged one, before it, and in an envelope that stands in the Body.
    let error = refused(&envelope(&security, &format!("{FORGED}{BODY}")));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Envelope(EnvelopeProblem::SecondBody)
        ),
        "{error}"
    );
    let error = refused(&envelope(&security, &format!("{BODY}{FORGED}")));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Envelope(EnvelopeProblem::SecondBody)
        ),
        "{error}"
    );
    let inner = envelope("", BODY);
    is_misplaced(
        &envelope(&security, &format!("<s:Body>{inner}</s:Body>")),
        "Body",
    );
    // An element of another namespace in the place of the Body.
    let error = refused(&envelope(
        &security,
        &format!("<w:Body xmlns:w='urn:w'>{BODY}</w:Body>"),
    ));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Envelope(EnvelopeProblem::Trailer(_))
        ),
        "{error}"
    );
}

/// Two elements have the identifier, in whatever spelling of that.
#[test]
fn identifiers_are_doubled() {
    let (_, security) = signed();
    for attribute in [
        "u:Id='body'",
        "Id='body'",
        "ID='body'",
        "id='b&#111;dy'",
        "xml:id='body'",
        "xmlns:v='urn:v' v:Id='body'",
    ] {
        let wrapper = format!("<w:Wrapper xmlns:w='urn:w' {attribute}/>");
        let twin = SignatureProblem::DuplicateId("body".into());
        is(&envelope(&format!("{wrapper}{security}"), BODY), &twin);
        is(
            &envelope(
                &security,
                &BODY.replace("<b:Amount", &format!("{wrapper}<b:Amount")),
            ),
            &twin,
        );
        let forged = FORGED.replace("<s:Body", &format!("<s:Body {attribute}"));
        is(
            &envelope(
                &format!("{security}<w:W xmlns:w='urn:w'>{BODY}</w:W>"),
                &forged,
            ),
            &twin,
        );
    }
}

#[test]
fn header_blocks_are_doubled() {
    let (_, security) = signed();
    is(
        &envelope(&security.repeat(2), BODY),
        &SignatureProblem::SecondSecurity,
    );
    let empty = "<o:Security xmlns:o='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd' s:actor='urn:a'/>";
    is(
        &envelope(&format!("{empty}{security}"), BODY),
        &SignatureProblem::SecondSecurity,
    );
    let start = security.find("<ds:Signature").unwrap();
    let end = security.find("</wsse:Security>").unwrap();
    let twice = security.replace(
        "</wsse:Security>",
        &format!("{}</wsse:Security>", &security[start..end]),
    );
    is(&envelope(&twice, BODY), &SignatureProblem::Second);
    let second = "<s:Header></s:Header><s:Header>";
    let error = refused(&envelope(&security, BODY).replace("<s:Header>", second));
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Envelope(EnvelopeProblem::Trailer(_))
        ),
        "{error}"
    );
}

#[test]
fn nothing_is_signed() {
    is(&envelope("", BODY), &SignatureProblem::Missing);
    let (xml, security) = signed();
    // The block is moved to where it is none.
    is(
        &envelope(&format!("<w:W xmlns:w='urn:w'>{security}</w:W>"), BODY),
        &SignatureProblem::Missing,
    );
    let error = refused(&xml.replace("Amount>1<", "Amount>2<"));
    assert_eq!(problem(&error), &SignatureProblem::Digest("#body".into()));
    assert_eq!(error.path(), Some("Envelope/Header/Security/Signature"));
    let fault = error.to_fault();
    assert_eq!(fault.reason(), "The signature or decryption was invalid");
    assert_eq!(
        SecurityFault::of_fault(&fault),
        Some(SecurityFault::FailedCheck)
    );
}

#[test]
fn something_else_has_to_be_signed() {
    let (xml, _) = signed();
    for part in [
        SignedPart::Timestamp,
        SignedPart::binary_security_token(),
        SignedPart::Block(QName::new("urn:t", "Trace")),
    ] {
        let error = envelope_verifier()
            .require(part.clone())
            .verify(&xml)
            .unwrap_err();
        assert_eq!(
            problem(&error),
            &SignatureProblem::NotSigned(part.to_string())
        );
    }
}

/// A block of the same name as a signed one is another block.
#[test]
fn a_block_is_added() {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let trace = SignedPart::Block(QName::new("urn:t", "Trace"));
    let block = "<t:Trace xmlns:t='urn:t'>1</t:Trace>";
    let signer = EnvelopeSigner::new(&key, &certificate).sign_part(trace.clone());
    let xml = signer.sign_xml(&envelope(block, BODY)).unwrap();
    let verifier = envelope_verifier().require(trace);
    assert!(verifier.verify(&xml).is_ok());
    let forged = xml.replace("<s:Header>", &format!("<s:Header>{block}"));
    let error = verifier.verify(&forged).unwrap_err();
    assert_eq!(
        problem(&error),
        &SignatureProblem::NotSigned("Trace".into())
    );
    // Where it need not be signed, it is not read.
    let verified = envelope_verifier().verify(&forged).unwrap();
    assert_eq!(verified.xml().matches("<t:Trace").count(), 1);
}

/// Who does not read a block has not understood it.
#[test]
fn a_block_that_is_not_signed_must_be_understood() {
    let (_, security) = signed();
    let block = "<t:Trace xmlns:t='urn:t' s:mustUnderstand='1'>1</t:Trace>";
    let xml = envelope(&format!("{security}{block}"), BODY);
    let error = refused(&xml);
    let ErrorKind::NotUnderstood(names) = error.kind() else {
        panic!("{error}")
    };
    assert_eq!(names, &[QName::new("urn:t", "Trace")]);
    let options = ReadOptions::new().understand(names);
    let verifier =
        um_messages::soap::signature::EnvelopeVerifier::new(verifier().with_options(options));
    assert!(verifier.verify(&xml).is_ok());
    // One for another node is not ours.
    let elsewhere = block.replace(
        "mustUnderstand='1'",
        "mustUnderstand='1' s:actor='urn:other'",
    );
    assert!(
        envelope_verifier()
            .verify(&envelope(&format!("{security}{elsewhere}"), BODY))
            .is_ok()
    );
}

#[test]
fn tokens() {
    let (xml, security) = signed();
    let start = xml.find("<wsse:BinarySecurityToken").unwrap();
    let end =
        xml.find("</wsse:BinarySecurityToken>").unwrap() + "</wsse:BinarySecurityToken>".len();
    let token = &xml[start..end];
    is(
        &xml.replace(token, ""),
        &SignatureProblem::NoToken("#id-1".into()),
    );
    // A token somewhere else is none.
    let elsewhere = security.replace(token, "");
    is(
        &envelope(
            &format!("{elsewhere}<w:W xmlns:w='urn:w'>{token}</w:W>"),
            BODY,
        ),
        &SignatureProblem::NoToken("#id-1".into()),
    );
    is(
        &xml.replace("URI=\"#id-1\"", "URI=\"http://example.com/\""),
        &SignatureProblem::NoToken("http://example.com/".into()),
    );
    is(
        &xml.replace("URI=\"#id-1\"", "URI=\"#body\""),
        &SignatureProblem::NoToken("#body".into()),
    );
    is(
        &xml.replacen("#X509v3", "#PKCS7", 1),
        &SignatureProblem::KeyInfo,
    );
    // A certificate is no path of some.
    let path = refused(&xml.replacen("#X509v3", "#X509PKIPathv1", 1));
    assert!(matches!(problem(&path), SignatureProblem::Certificate(_)));
    let broken = xml.replace(token, &token.replace("MII", "!!!"));
    assert!(matches!(
        problem(&refused(&broken)),
        SignatureProblem::Certificate(_)
    ));
    let broken = xml.replace(token, &token.replace("MII", "AAA"));
    assert!(matches!(
        problem(&refused(&broken)),
        SignatureProblem::Certificate(_)
    ));
    let start = xml.find("<ds:KeyInfo").unwrap();
    let end = xml.find("</ds:KeyInfo>").unwrap() + "</ds:KeyInfo>".len();
    is(
        &xml.replace(&xml[start..end], ""),
        &SignatureProblem::KeyInfo,
    );
    is(
        &xml.replace(
            &xml[start..end],
            "<ds:KeyInfo><ds:KeyName>k</ds:KeyName></ds:KeyInfo>",
        ),
        &SignatureProblem::KeyInfo,
    );
}

/// The codes that strangers are told.
#[test]
fn faults() {
    for (problem, fault) in [
        (SignatureProblem::Value, SecurityFault::FailedCheck),
        (
            SignatureProblem::Untrusted,
            SecurityFault::FailedAuthentication,
        ),
        (
            SignatureProblem::Algorithm(String::new()),
            SecurityFault::UnsupportedAlgorithm,
        ),
        (
            SignatureProblem::WeakKey(512),
            SecurityFault::InvalidSecurityToken,
        ),
        (
            SignatureProblem::NoToken(String::new()),
            SecurityFault::SecurityTokenUnavailable,
        ),
        (
            SignatureProblem::KeyInfo,
            SecurityFault::UnsupportedSecurityToken,
        ),
        (SignatureProblem::Missing, SecurityFault::InvalidSecurity),
    ] {
        assert_eq!(problem.fault(), fault);
    }
    let (xml, _) = signed();
    let fault = refused(&xml.replace("Amount>1<", "Amount>2<")).to_fault();
    for (version, code) in [
        (SoapVersion::V1_1, "<faultcode"),
        (SoapVersion::V1_2, "Subcode"),
    ] {
        let answer = um_messages::Envelope::new(&fault)
            .with_version(version)
            .to_xml()
            .unwrap();
        assert!(
            answer.contains(code) && answer.contains(":FailedCheck<"),
            "{answer}"
        );
    }
}
