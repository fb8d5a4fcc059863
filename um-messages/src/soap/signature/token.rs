//! What a signature says of its key in WS-Security: a `SecurityTokenReference` (X.509 Certificate Token Profile 1.1.1, section 3.2).

use std::collections::BTreeSet;

use super::places::{EnvelopePlaces, problem};
use crate::SoapType;
use crate::error::{Result, SignatureProblem};
use crate::soap::security::{BASE64, BinarySecurityToken, WSSE, WSU, text_of};
use crate::xml::signature::{
    Certificate, DSIG, KeyIdentifier, KeyInfo, Signature, X509Data, places_of_ids, reader_at,
};
use crate::xml::{Base64Binary, Element, ReadOptions, to_string};

/// How a signature says which certificate it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyReference {
    /// The certificate is sent, as a `BinarySecurityToken`, and the signature refers to that.
    Token,
    /// The certificate's issuer and serial number.
    IssuerSerial,
    /// The certificate's SHA-1 digest (`ThumbprintSHA1`, of WS-Security 1.1).
    Thumbprint,
    /// The identifier of the certificate's key, which it has to have.
    SubjectKeyIdentifier,
}

#[derive(Default, SoapType)]
#[soap(crate = crate, namespace = WSSE)]
struct SecurityTokenReference {
    #[soap(attribute, namespace = WSU)]
    id: Option<String>,
    reference: Option<Reference>,
    key_identifier: Option<Identifier>,
    #[soap(rename = "X509Data", namespace = DSIG)]
    x509_data: Option<X509Data>,
}

#[derive(SoapType)]
#[soap(crate = crate, namespace = WSSE)]
struct Reference {
    #[soap(attribute, rename = "URI")]
    uri: String,
    #[soap(attribute)]
    value_type: Option<String>,
}

#[derive(SoapType)]
#[soap(crate = crate, namespace = WSSE)]
struct Identifier {
    #[soap(attribute)]
    value_type: Option<String>,
    #[soap(attribute)]
    encoding_type: Option<String>,
    #[soap(text)]
    text: String,
}

pub(super) const X509_V3: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
const PKI_PATH: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509PKIPathv1";
const SUBJECT_KEY_IDENTIFIER: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509SubjectKeyIdentifier";
const THUMBPRINT: &str =
    "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";

/// Which key the signature of an envelope says it is of.
pub(super) fn identify(
    signature: &Signature,
    xml: &str,
    options: &ReadOptions,
    places: &EnvelopePlaces,
) -> Result<KeyIdentifier> {
    let key_info = signature.key_info.as_ref();
    let is_reference = |element: &&Element| element.name().is(WSSE.uri(), "SecurityTokenReference");
    let reference = key_info.and_then(|key_info| key_info.any.iter().find(is_reference));
    let Some(reference) = reference else {
        return KeyIdentifier::of_key_info(key_info);
    };
    let reference: SecurityTokenReference = reference.read()?;
    if let Some(Reference { uri, .. }) = &reference.reference {
        return of_token(uri, xml, options, places);
    }
    if let Some(identifier) = &reference.key_identifier {
        return of_identifier(identifier);
    }
    match &reference.x509_data {
        Some(data) => KeyIdentifier::of_x509_data(data),
        None => Err(problem(SignatureProblem::KeyInfo)),
    }
}

/// A token in the header block.
fn of_token(
    uri: &str,
    xml: &str,
    options: &ReadOptions,
    places: &EnvelopePlaces,
) -> Result<KeyIdentifier> {
    let missing = || problem(SignatureProblem::NoToken(uri.to_owned()));
    let id = uri.strip_prefix('#').ok_or_else(missing)?;
    let found = places_of_ids(xml, options, &BTreeSet::from([id]))?;
    let place = found.get(id).ok_or_else(missing)?;
    let is_token = place.name.is(WSSE.uri(), "BinarySecurityToken");
    let mut children = places.security_children.iter();
    if !is_token || !children.any(|child| child.start == place.start) {
        return Err(missing());
    }
    let token: BinarySecurityToken = reader_at(xml, options, place.start)?.read()?;
    let bytes = token.bytes().map_err(|error| none(&error.to_string()))?;
    match token.value_type.as_deref() {
        None | Some(X509_V3) => KeyIdentifier::of_certificate(bytes, Vec::new()),
        Some(PKI_PATH) => KeyIdentifier::of_path(&bytes),
        _ => Err(problem(SignatureProblem::KeyInfo)),
    }
}

fn of_identifier(identifier: &Identifier) -> Result<KeyIdentifier> {
    let bytes = identifier.text.parse::<Base64Binary>();
    let bytes = bytes.map_err(|error| none(&error.to_string()))?.0;
    match identifier.value_type.as_deref() {
        Some(THUMBPRINT) => Ok(KeyIdentifier::Thumbprint(bytes)),
        Some(SUBJECT_KEY_IDENTIFIER) => Ok(KeyIdentifier::SubjectKeyIdentifier(bytes)),
        Some(X509_V3) => KeyIdentifier::of_certificate(bytes, Vec::new()),
        _ => Err(problem(SignatureProblem::KeyInfo)),
    }
}

fn none(why: &str) -> crate::Error {
    problem(SignatureProblem::Certificate(why.to_owned()))
}

/// What a signature says of a certificate; `token` is the identifier of the token that has it.
pub(super) fn key_info(
    certificate: &Certificate,
    reference: KeyReference,
    token: &str,
) -> Result<KeyInfo> {
    let mut said = SecurityTokenReference::default();
    match reference {
        KeyReference::Token => {
            said.reference = Some(Reference {
                uri: format!("#{token}"),
                value_type: Some(X509_V3.to_owned()),
            });
        }
        KeyReference::IssuerSerial => {
            said.x509_data = Some(X509Data {
                issuer_serials: vec![certificate.issuer_serial()],
                ..X509Data::default()
            });
        }
        KeyReference::Thumbprint => {
            said.key_identifier = Some(Identifier::of(THUMBPRINT, &certificate.thumbprint()));
        }
        KeyReference::SubjectKeyIdentifier => {
            let identifier = certificate.subject_key_identifier();
            let identifier = identifier.ok_or_else(|| none("it has no identifier of its key"))?;
            said.key_identifier = Some(Identifier::of(SUBJECT_KEY_IDENTIFIER, &identifier));
        }
    }
    Ok(KeyInfo {
        any: vec![to_string(&said)?.parse()?],
        ..KeyInfo::default()
    })
}

impl Identifier {
    fn of(value_type: &str, bytes: &[u8]) -> Self {
        Self {
            value_type: Some(value_type.to_owned()),
            encoding_type: Some(BASE64.to_owned()),
            text: text_of(bytes),
        }
    }
}
