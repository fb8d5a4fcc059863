//! What can be wrong with a signature.

use std::fmt::{self, Write};

use super::shown::{Bounded, Shown, ShownName};
use crate::qname::QName;

/// Why a signature is refused, or cannot be made.
///
/// It is for the program, and for the log of whoever runs it. A stranger is told that the signature is wrong, and no more: with what is said
/// here one might find out what a service accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureProblem {
    /// There is none where it should stand.
    Missing,
    /// There is a second one.
    Second,
    /// There is a second header block `wsse:Security`.
    SecondSecurity,
    /// It refers to nothing.
    NoReference,
    /// An algorithm that is not accepted, of a digest, a transform, a canonicalization or the signature; its URI.
    Algorithm(String),
    /// A reference has more transforms than a canonicalization, and before it the one that leaves the signature out.
    Transforms,
    /// A reference to something else than an element of the document; its URI.
    Reference(String),
    /// A reference to an element that there is not; its identifier.
    NoTarget(String),
    /// Two elements have the identifier that a reference has.
    DuplicateId(String),
    /// A reference to an element at a place where none is read that has to be signed; its name.
    Misplaced(QName),
    /// Something is not signed, and has to be; its name.
    NotSigned(String),
    /// What is referred to has been changed; the URI of the reference.
    Digest(String),
    /// The signature is not one of this key, or what it says has been changed.
    Value,
    /// What says which key it is of is missing, or says it in a way that is not known.
    KeyInfo,
    /// The token that it refers to is not there; its identifier.
    NoToken(String),
    /// There is no certificate in these bytes; why.
    Certificate(String),
    /// The program does not trust the certificate.
    Untrusted,
    /// The key is of another kind than the algorithm.
    Key,
    /// An RSA key of fewer bits than are accepted; how many it has.
    WeakKey(usize),
    /// The key cannot be read, or could not sign; why.
    Signing(String),
}

impl SignatureProblem {
    pub(super) fn say(&self, out: &mut Bounded<'_>) -> fmt::Result {
        match self {
            Self::Algorithm(uri) => write!(out, "the algorithm `{}` is not accepted", Shown(uri)),
            Self::Reference(uri) => write!(
                out,
                "the reference `{}` is none to an element of the document",
                Shown(uri)
            ),
            Self::NoTarget(id) => write!(out, "no element has the identifier `{}`", Shown(id)),
            Self::DuplicateId(id) => {
                write!(out, "two elements have the identifier `{}`", Shown(id))
            }
            Self::Misplaced(name) => write!(
                out,
                "`{}` is signed, and stands where nothing is read that is signed",
                ShownName(name)
            ),
            Self::NotSigned(name) => write!(out, "`{}` is not signed", Shown(name)),
            Self::Digest(uri) => {
                write!(out, "what `{}` refers to has been changed", Shown(uri))
            }
            Self::NoToken(id) => write!(out, "there is no token `{}`", Shown(id)),
            Self::Certificate(problem) => {
                write!(out, "this is no certificate: {}", Shown(problem))
            }
            Self::WeakKey(bits) => write!(out, "an RSA key of {bits} bits is too short"),
            Self::Signing(problem) => write!(out, "the key cannot sign: {}", Shown(problem)),
            other => out.write_str(other.sentence()),
        }
    }

    /// What is said where nothing has to be named.
    fn sentence(&self) -> &'static str {
        match self {
            Self::Missing => "there is no signature",
            Self::Second => "there is a second signature",
            Self::SecondSecurity => "there is a second header block `wsse:Security`",
            Self::NoReference => "the signature refers to nothing",
            Self::Transforms => "a reference has other transforms than a canonicalization",
            Self::Value => "the signature is wrong",
            Self::KeyInfo => "nothing says in a known way which key the signature is of",
            Self::Untrusted => "the certificate is not trusted",
            Self::Key => "the key is of another kind than the algorithm",
            // What is said above, each by name, so that the compiler asks for what is not.
            Self::Algorithm(_)
            | Self::Reference(_)
            | Self::NoTarget(_)
            | Self::DuplicateId(_)
            | Self::Misplaced(_)
            | Self::NotSigned(_)
            | Self::Digest(_)
            | Self::NoToken(_)
            | Self::Certificate(_)
            | Self::WeakKey(_)
            | Self::Signing(_) => "",
        }
    }

    /// Whether it is the program's own key that is wrong.
    pub(crate) const fn is_of_writing(&self) -> bool {
        matches!(self, Self::Signing(_))
    }
}
