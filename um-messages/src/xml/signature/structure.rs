//! The elements of a signature (XML Signature, section 4).

use crate::SoapType;
use crate::error::{ErrorKind, Position, Result, SignatureProblem};
use crate::xml::canonical::Canonicalization;
use crate::xml::{Element, Namespace};

/// The namespace of XML Signature.
pub const DSIG: Namespace = Namespace::new("http://www.w3.org/2000/09/xmldsig#").with_prefix("ds");

/// Without a prefix, which every signature would declare.
const EXCLUSIVE: Namespace = Namespace::new("http://www.w3.org/2001/10/xml-exc-c14n#");

/// The element `Signature`.
#[derive(Clone, Debug, SoapType)]
#[soap(crate = crate, namespace = DSIG)]
pub struct Signature {
    /// An identifier.
    #[soap(attribute)]
    pub id: Option<String>,
    /// What is signed.
    pub signed_info: SignedInfo,
    /// The bytes that the key made of it.
    pub signature_value: SignatureValue,
    /// Which key it was.
    pub key_info: Option<KeyInfo>,
    /// Elements `Object`, such as the properties of `XAdES`.
    #[soap(any)]
    pub objects: Vec<Element>,
}

/// The bytes of a signature.
#[derive(Clone, Debug, SoapType)]
#[soap(crate = crate, namespace = DSIG)]
pub struct SignatureValue {
    /// An identifier.
    #[soap(attribute)]
    pub id: Option<String>,
    /// The bytes; of ECDSA both numbers one behind the other (RFC 4050 section 3.3).
    #[soap(text, base64)]
    pub bytes: Vec<u8>,
}

/// What a signature says: by which algorithms, and the digests of what is signed. Nothing else may stand in it, nor in the
/// elements in it, so that there is nothing that is not looked at.
#[derive(Clone, Debug, SoapType)]
#[soap(crate = crate, namespace = DSIG, deny_unknown_fields)]
pub struct SignedInfo {
    /// Where it stands.
    #[soap(position)]
    pub position: Option<Position>,
    /// An identifier.
    #[soap(attribute)]
    pub id: Option<String>,
    /// How this element is canonicalized to be signed.
    pub canonicalization_method: Method,
    /// What the key does with it.
    pub signature_method: Method,
    /// What is signed.
    #[soap(rename = "Reference")]
    pub references: Vec<Reference>,
}

/// An algorithm: of a canonicalization, a transform, a digest or a signature.
#[derive(Clone, Debug, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = DSIG, deny_unknown_fields)]
pub struct Method {
    /// Its URI.
    #[soap(attribute)]
    pub algorithm: String,
    /// Prefixes that are declared wherever they are in scope, by Exclusive XML Canonicalization.
    #[soap(namespace = EXCLUSIVE)]
    pub inclusive_namespaces: Option<InclusiveNamespaces>,
    /// Its other parameters. No algorithm that is accepted has any, so that they are refused.
    #[soap(any)]
    pub parameters: Vec<Element>,
}

/// A list of prefixes (Exclusive XML Canonicalization, section 3).
#[derive(Clone, Debug, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = EXCLUSIVE, deny_unknown_fields)]
pub struct InclusiveNamespaces {
    /// The prefixes, with white space between them; `#default` is the default namespace.
    #[soap(attribute)]
    pub prefix_list: String,
}

/// A reference to what is signed, and its digest.
#[derive(Clone, Debug, SoapType)]
#[soap(crate = crate, namespace = DSIG, deny_unknown_fields)]
pub struct Reference {
    /// An identifier.
    #[soap(attribute)]
    pub id: Option<String>,
    /// `#id`, or nothing for the document.
    #[soap(attribute, rename = "URI")]
    pub uri: Option<String>,
    /// What it refers to, as a URI; it says nothing of how that is signed.
    #[soap(attribute, rename = "Type")]
    pub kind: Option<String>,
    /// What is done with that before the digest is made.
    pub transforms: Option<Transforms>,
    /// How the digest is made.
    pub digest_method: Method,
    /// The digest.
    #[soap(base64)]
    pub digest_value: Vec<u8>,
}

/// Transforms, in their order.
#[derive(Clone, Debug, SoapType)]
#[soap(crate = crate, namespace = DSIG, deny_unknown_fields)]
pub struct Transforms {
    /// Each of them.
    #[soap(rename = "Transform")]
    pub transforms: Vec<Method>,
}

/// Which key a signature is of.
#[derive(Clone, Debug, Default, SoapType)]
#[soap(crate = crate, namespace = DSIG)]
pub struct KeyInfo {
    /// An identifier.
    #[soap(attribute)]
    pub id: Option<String>,
    /// What says it of certificates.
    #[soap(rename = "X509Data")]
    pub x509_data: Vec<X509Data>,
    /// Anything else, such as the `SecurityTokenReference` of WS-Security.
    #[soap(any)]
    pub any: Vec<Element>,
}

/// Certificates, or what names one (XML Signature, section 4.5.4).
#[derive(Clone, Debug, Default, SoapType)]
#[soap(crate = crate, namespace = DSIG)]
pub struct X509Data {
    /// Issuers and serial numbers.
    #[soap(rename = "X509IssuerSerial")]
    pub issuer_serials: Vec<X509IssuerSerial>,
    /// Subject key identifiers.
    #[soap(rename = "X509SKI", base64)]
    pub subject_key_identifiers: Vec<Vec<u8>>,
    /// Names of subjects.
    #[soap(rename = "X509SubjectName")]
    pub subject_names: Vec<String>,
    /// Certificates in DER.
    #[soap(rename = "X509Certificate", base64)]
    pub certificates: Vec<Vec<u8>>,
    /// Anything else.
    #[soap(any)]
    pub any: Vec<Element>,
}

/// What an issuer calls a certificate.
#[derive(Clone, Debug, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = DSIG)]
pub struct X509IssuerSerial {
    /// The distinguished name of the issuer (RFC 4514).
    #[soap(rename = "X509IssuerName")]
    pub issuer: String,
    /// The serial number, in decimal digits.
    #[soap(rename = "X509SerialNumber")]
    pub serial: String,
}

/// The transform that leaves out the signature (XML Signature, section 6.6.4).
pub(super) const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

impl Method {
    pub(super) fn of(algorithm: &str) -> Self {
        Self {
            algorithm: algorithm.to_owned(),
            inclusive_namespaces: None,
            parameters: Vec::new(),
        }
    }

    /// The way of canonicalization that it is.
    pub(super) fn canonicalization(&self) -> Result<Canonicalization> {
        let Some(canonicalization) = Canonicalization::of_algorithm(&self.algorithm) else {
            return Err(unsupported(&self.algorithm));
        };
        self.refuse_parameters()?;
        match &self.inclusive_namespaces {
            None => Ok(canonicalization),
            // It is a parameter of the exclusive way alone.
            Some(_) if !self.algorithm.starts_with(EXCLUSIVE.uri()) => {
                Err(unsupported(&self.algorithm))
            }
            Some(InclusiveNamespaces { prefix_list }) => {
                let prefixes = prefix_list.split_ascii_whitespace();
                Ok(canonicalization.with_inclusive_prefixes(prefixes))
            }
        }
    }

    /// The algorithm, which has to be known, and has no parameters.
    pub(super) fn plain<A>(&self, known: impl FnOnce(&str) -> Option<A>) -> Result<A> {
        let found = known(&self.algorithm).filter(|_| self.inclusive_namespaces.is_none());
        let found = found.ok_or_else(|| unsupported(&self.algorithm))?;
        self.refuse_parameters()?;
        Ok(found)
    }

    fn refuse_parameters(&self) -> Result<()> {
        match self.parameters.first() {
            None => Ok(()),
            Some(parameter) => {
                let kind = ErrorKind::UnknownElement(parameter.name().clone());
                Err(crate::Error::new(kind))
            }
        }
    }
}

impl Reference {
    /// How what it refers to is canonicalized, and whether the signature is left out of it. Comments are never in it: a reference to an
    /// element is one without comments (XML Signature, section 4.4.3.3). Canonical XML 1.0 is the way where none is named (section 4.4.3.2).
    pub(super) fn canonicalization(&self) -> Result<(Canonicalization, bool)> {
        let transforms = self.transforms.as_ref();
        let transforms = transforms.map_or(&[][..], |it| it.transforms.as_slice());
        let (is_enveloped, rest) = match transforms {
            [first, rest @ ..] if first.algorithm == ENVELOPED => {
                (first.plain(|_| Some(true))?, rest)
            }
            all => (false, all),
        };
        let canonicalization = match rest {
            [] => Canonicalization::inclusive(),
            [method] => method.canonicalization()?,
            [_, another, ..] => {
                another.canonicalization()?;
                return Err(problem(SignatureProblem::Transforms));
            }
        };
        Ok((canonicalization.with_comments(false), is_enveloped))
    }
}

pub(super) fn unsupported(algorithm: &str) -> crate::Error {
    problem(SignatureProblem::Algorithm(algorithm.to_owned()))
}

pub(super) fn problem(problem: SignatureProblem) -> crate::Error {
    crate::Error::new(ErrorKind::Signature(problem))
}

impl Reference {
    /// The identifier of the element that it refers to; none where that is the document.
    pub(crate) fn fragment(&self) -> Result<Option<&str>> {
        let uri = self.uri.as_deref();
        match uri {
            Some("") => Ok(None),
            Some(uri) if uri.len() > 1 && uri.starts_with('#') => Ok(uri.get(1..)),
            _ => Err(problem(SignatureProblem::Reference(
                uri.unwrap_or_default().to_owned(),
            ))),
        }
    }
}
