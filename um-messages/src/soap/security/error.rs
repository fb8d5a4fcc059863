//! What is wrong, and what a stranger is told of it.

use std::fmt;

use super::WSSE;
use crate::error::Error;
use crate::qname::QName;
use crate::soap::Fault;

/// What is wrong with a header block of WS-Security: for the program, and for the log of whoever runs the service. A stranger is told the
/// [fault](Self::to_fault), which says less: of a name, a password, a digest and a nonce, not which of them is wrong.
///
/// | | the fault |
/// |---|---|
/// | `UnknownUser`, `WrongPassword`, `WrongDigest`, `ReplayedNonce` | `wsse:FailedAuthentication` |
/// | `Expired`, `CreatedInFuture` | `wsse:MessageExpired` |
/// | `UnsupportedPasswordType`, `TextRefused`, `DigestRefused` | `wsse:UnsupportedSecurityToken` |
/// | the other errors of a [`UsernameToken`](super::UsernameToken) or a [`BinarySecurityToken`](super::BinarySecurityToken) | `wsse:InvalidSecurityToken` |
/// | those of the block, of what it lacks, and of a [`Timestamp`](super::Timestamp) | `wsse:InvalidSecurity` |
/// | `CannotRemember` | that of the receiver |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecurityError {
    /// There is no header block for us. No function here makes it: it is for who asks for an optional field.
    MissingHeader,
    /// The block cannot be read; the [`Error`] says why.
    Unreadable,
    /// The block lacks what it has to have.
    Missing(Part),
    /// The block has two of what it has to have one of.
    Second(Part),
    /// There is no `Created`, which has to be there.
    MissingCreated(Part),
    /// A time is no `xs:dateTime` with a zone, or has white space around it.
    InvalidTime(Part),
    /// A timestamp expires before it is created.
    ExpiresBeforeCreated,
    /// It is too old, or has expired.
    Expired(Part),
    /// It was created in the future.
    CreatedInFuture(Part),
    /// There is no password.
    MissingPassword,
    /// There is no nonce, which a digest needs.
    MissingNonce,
    /// The bytes of a nonce or a token are not in base64.
    UnsupportedEncoding,
    /// The bytes of a nonce or a token are said to be in base64, and are not.
    NotBase64,
    /// The password is of a type that is not known.
    UnsupportedPasswordType,
    /// The password was sent as it is, and digests alone are taken.
    TextRefused,
    /// The digest of a password was sent, and cannot be compared.
    DigestRefused,
    /// The name is not known.
    UnknownUser,
    /// The password is wrong.
    WrongPassword,
    /// The digest is not that of the password.
    WrongDigest,
    /// The nonce was sent before.
    ReplayedNonce,
    /// There is no room to remember the nonce, so that it could be sent again.
    CannotRemember,
}

/// What an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The [`Timestamp`](super::Timestamp).
    Timestamp,
    /// The [`UsernameToken`](super::UsernameToken).
    UsernameToken,
}

impl SecurityError {
    /// The error of a message that could not be read, if it is one of the header block.
    ///
    /// ```
    /// use um_messages::Error;
    /// use um_messages::soap::{Fault, security::SecurityError};
    ///
    /// fn refusal(error: &Error) -> Fault {
    ///     let refused = SecurityError::of_error(error);
    ///     refused.map_or_else(|| error.to_fault(), |refused| refused.to_fault())
    /// }
    /// ```
    #[must_use]
    pub fn of_error(error: &Error) -> Option<Self> {
        let is_ours = |block: &QName| block.is(WSSE.uri(), "Security");
        error
            .header_block()
            .is_some_and(is_ours)
            .then_some(Self::Unreadable)
    }

    /// What a stranger is told: `None` where it is the receiver that cannot.
    #[must_use]
    pub fn fault(&self) -> Option<SecurityFault> {
        Some(match self {
            Self::UnknownUser | Self::WrongPassword | Self::WrongDigest | Self::ReplayedNonce => {
                SecurityFault::FailedAuthentication
            }
            Self::Expired(_) | Self::CreatedInFuture(_) => SecurityFault::MessageExpired,
            Self::UnsupportedPasswordType | Self::TextRefused | Self::DigestRefused => {
                SecurityFault::UnsupportedSecurityToken
            }
            Self::MissingCreated(Part::UsernameToken)
            | Self::InvalidTime(Part::UsernameToken)
            | Self::MissingPassword
            | Self::MissingNonce
            | Self::UnsupportedEncoding
            | Self::NotBase64 => SecurityFault::InvalidSecurityToken,
            Self::MissingHeader
            | Self::Unreadable
            | Self::Missing(_)
            | Self::Second(_)
            | Self::MissingCreated(Part::Timestamp)
            | Self::InvalidTime(Part::Timestamp)
            | Self::ExpiresBeforeCreated => SecurityFault::InvalidSecurity,
            Self::CannotRemember => return None,
        })
    }

    /// The fault that refuses the message.
    #[must_use]
    pub fn to_fault(&self) -> Fault {
        match self.fault() {
            Some(fault) => fault.to_fault(),
            None => Fault::receiver("The service is too busy"),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Timestamp => "`wsu:Timestamp`",
            Self::UsernameToken => "`wsse:UsernameToken`",
        })
    }
}

impl fmt::Display for SecurityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader => f.write_str("there is no header block `wsse:Security`"),
            Self::Unreadable => f.write_str("the header block `wsse:Security` cannot be read"),
            Self::Missing(part) => write!(f, "there is no {part}"),
            Self::Second(part) => write!(f, "{part} stands twice"),
            Self::MissingCreated(part) => write!(f, "{part} has no `wsu:Created`"),
            Self::InvalidTime(part) => {
                write!(f, "a time of {part} is not a date and time with a zone")
            }
            Self::ExpiresBeforeCreated => {
                write!(f, "{} expires before it is created", Part::Timestamp)
            }
            Self::Expired(part) => write!(f, "{part} is too old"),
            Self::CreatedInFuture(part) => write!(f, "{part} was created in the future"),
            other => f.write_str(other.of_token()),
        }
    }
}

impl SecurityError {
    /// What is said of a token.
    fn of_token(self) -> &'static str {
        match self {
            Self::MissingPassword => "`wsse:UsernameToken` has no `wsse:Password`",
            Self::MissingNonce => "a password's digest without `wsse:Nonce`",
            Self::UnsupportedEncoding => "bytes in another encoding than base64",
            Self::NotBase64 => "bytes that are said to be in base64 are not",
            Self::UnsupportedPasswordType => "the type of `wsse:Password` is not known",
            Self::TextRefused => "a password was sent, where digests alone are taken",
            Self::DigestRefused => "a password's digest was sent, and cannot be compared",
            Self::UnknownUser => "the user name is not known",
            Self::WrongPassword => "the password is wrong",
            Self::WrongDigest => "the digest is not that of the password",
            Self::ReplayedNonce => "the nonce was sent before",
            Self::CannotRemember => "there is no room to remember the nonce",
            // What is said above.
            _ => "",
        }
    }
}

/// So that a function can return it as it returns other errors.
impl std::error::Error for SecurityError {}

/// The faults of WS-Security (SOAP Message Security 1.1 section 12).
///
/// ```
/// use um_messages::soap::security::SecurityFault;
///
/// let fault = SecurityFault::FailedAuthentication.to_fault();
/// assert_eq!(SecurityFault::of_fault(&fault), Some(SecurityFault::FailedAuthentication));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecurityFault {
    /// The token is of a kind that is not taken.
    UnsupportedSecurityToken,
    /// An algorithm is not taken.
    UnsupportedAlgorithm,
    /// The header block is wrong.
    InvalidSecurity,
    /// The token is wrong.
    InvalidSecurityToken,
    /// The token is not that of someone who may.
    FailedAuthentication,
    /// A signature is wrong, or what is encrypted.
    FailedCheck,
    /// A token that is referred to is not there.
    SecurityTokenUnavailable,
    /// The message has expired.
    MessageExpired,
}

impl SecurityFault {
    /// The fault, its code, and its reason.
    const ALL: [(Self, &'static str, &'static str); 8] = [
        (
            Self::UnsupportedSecurityToken,
            "UnsupportedSecurityToken",
            "An unsupported token was provided",
        ),
        (
            Self::UnsupportedAlgorithm,
            "UnsupportedAlgorithm",
            "An unsupported signature or encryption algorithm was used",
        ),
        (
            Self::InvalidSecurity,
            "InvalidSecurity",
            "An error was discovered processing the <wsse:Security> header",
        ),
        (
            Self::InvalidSecurityToken,
            "InvalidSecurityToken",
            "An invalid security token was provided",
        ),
        (
            Self::FailedAuthentication,
            "FailedAuthentication",
            "The security token could not be authenticated or authorized",
        ),
        (
            Self::FailedCheck,
            "FailedCheck",
            "The signature or decryption was invalid",
        ),
        (
            Self::SecurityTokenUnavailable,
            "SecurityTokenUnavailable",
            "Referenced security token could not be retrieved",
        ),
        (
            Self::MessageExpired,
            "MessageExpired",
            "The message has expired",
        ),
    ];

    /// The fault: its code is the `faultcode` of SOAP 1.1, and a subcode of the sender's in SOAP 1.2.
    #[must_use]
    pub fn to_fault(self) -> Fault {
        let found = Self::ALL.iter().find(|&&(known, ..)| known == self);
        let (code, reason) = found.map_or(("", ""), |&(_, code, reason)| (code, reason));
        Fault::sender(reason).with_subcode(QName::new(WSSE.uri(), code))
    }

    /// The fault that was read, if it is one of WS-Security.
    #[must_use]
    pub fn of_fault(fault: &Fault) -> Option<Self> {
        let mut codes = std::iter::once(fault.code()).chain(fault.subcodes());
        codes.find_map(|code| {
            let mut all = Self::ALL.into_iter();
            let known = all.find(|&(_, local, _)| code.is(WSSE.uri(), local));
            known.map(|(fault, ..)| fault)
        })
    }
}
