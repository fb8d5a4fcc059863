//! What of an envelope is signed.

use std::fmt;

use crate::qname::QName;
use crate::soap::security::{WSSE, WSU};

/// A part of an envelope that is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignedPart {
    /// The Body.
    Body,
    /// The `Timestamp` in the header block `wsse:Security`.
    Timestamp,
    /// Any other child of that, a token for instance, by its name.
    Security(QName),
    /// A header block, by its name: all that have it.
    Block(QName),
}

impl SignedPart {
    pub(super) fn security_child(&self) -> Option<QName> {
        match self {
            Self::Timestamp => Some(QName::new(WSU.uri(), "Timestamp")),
            Self::Security(name) => Some(name.clone()),
            Self::Body | Self::Block(_) => None,
        }
    }

    /// The part that consists of the certificate's token.
    #[must_use]
    pub fn binary_security_token() -> Self {
        Self::Security(QName::new(WSSE.uri(), "BinarySecurityToken"))
    }
}

/// The local name.
impl fmt::Display for SignedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Body => "Body",
            Self::Timestamp => "Timestamp",
            Self::Security(name) | Self::Block(name) => name.local(),
        })
    }
}
