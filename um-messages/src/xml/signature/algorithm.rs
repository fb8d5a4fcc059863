//! The algorithms of digests and signatures, by their URIs.

use sha1::Sha1;
use sha2::digest::DynDigest;
use sha2::{Digest as _, Sha256, Sha512};

/// How a digest is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DigestAlgorithm {
    /// SHA-256.
    Sha256,
    /// SHA-512, which is verified on demand.
    Sha512,
    /// SHA-1, which is verified on demand: who wants to can make two documents of one digest.
    Sha1,
}

impl DigestAlgorithm {
    const ALL: [(Self, &'static str); 3] = [
        (Self::Sha256, "http://www.w3.org/2001/04/xmlenc#sha256"),
        (Self::Sha512, "http://www.w3.org/2001/04/xmlenc#sha512"),
        (Self::Sha1, "http://www.w3.org/2000/09/xmldsig#sha1"),
    ];

    /// Its URI.
    #[must_use]
    pub fn uri(self) -> &'static str {
        uri_of(&Self::ALL, self)
    }

    pub(super) fn of_uri(uri: &str) -> Option<Self> {
        of_uri(&Self::ALL, uri)
    }

    /// A digest of nothing yet.
    pub(super) fn begin(self) -> Box<dyn DynDigest> {
        match self {
            Self::Sha256 => Box::new(Sha256::new()),
            Self::Sha512 => Box::new(Sha512::new()),
            Self::Sha1 => Box::new(Sha1::new()),
        }
    }
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// RSA of PKCS #1, version 1.5, with SHA-256.
    RsaSha256,
    /// ECDSA on the curve P-256 with SHA-256.
    EcdsaSha256,
    /// RSA with SHA-1, which is verified on demand, and never written.
    RsaSha1,
}

impl SignatureAlgorithm {
    const ALL: [(Self, &'static str); 3] = [
        (
            Self::RsaSha256,
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        ),
        (
            Self::EcdsaSha256,
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        ),
        (Self::RsaSha1, "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
    ];

    /// Its URI.
    #[must_use]
    pub fn uri(self) -> &'static str {
        uri_of(&Self::ALL, self)
    }

    pub(super) fn of_uri(uri: &str) -> Option<Self> {
        of_uri(&Self::ALL, uri)
    }
}

/// Algorithms, each with its URI.
type Named<A> = [(A, &'static str)];

fn uri_of<A: Copy + PartialEq>(all: &Named<A>, algorithm: A) -> &'static str {
    let found = all.iter().find(|(known, _)| *known == algorithm);
    found.map_or("", |(_, uri)| uri)
}

fn of_uri<A: Copy>(all: &Named<A>, uri: &str) -> Option<A> {
    let found = all.iter().find(|(_, known)| *known == uri);
    found.map(|(algorithm, _)| *algorithm)
}
