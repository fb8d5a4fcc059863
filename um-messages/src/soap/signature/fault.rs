//! What a stranger is told of a signature.

use crate::error::SignatureProblem;
use crate::soap::security::SecurityFault;

impl SignatureProblem {
    /// The fault of WS-Security that it is (SOAP Message Security 1.1 section 12). [`Error::to_fault`](crate::Error::to_fault) makes it.
    #[must_use]
    pub fn fault(&self) -> SecurityFault {
        match self {
            Self::Digest(_) | Self::Value => SecurityFault::FailedCheck,
            Self::Algorithm(_) => SecurityFault::UnsupportedAlgorithm,
            Self::Certificate(_) | Self::Key | Self::WeakKey(_) => {
                SecurityFault::InvalidSecurityToken
            }
            Self::Untrusted => SecurityFault::FailedAuthentication,
            Self::NoToken(_) => SecurityFault::SecurityTokenUnavailable,
            Self::KeyInfo => SecurityFault::UnsupportedSecurityToken,
            Self::Missing
            | Self::Second
            | Self::SecondSecurity
            | Self::NoReference
            | Self::Transforms
            | Self::Reference(_)
            | Self::NoTarget(_)
            | Self::DuplicateId(_)
            | Self::Misplaced(_)
            | Self::NotSigned(_)
            | Self::Signing(_) => SecurityFault::InvalidSecurity,
        }
    }
}
