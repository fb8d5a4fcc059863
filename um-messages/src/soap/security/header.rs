//! The header block, and what stands in it.

use std::fmt;
use std::time::SystemTime;

use super::clock::Freshness;
use super::error::{Part, SecurityError};
use super::{BinarySecurityToken, SAML_1, SAML_2, Timestamp, UsernameToken, WSSE, WSU, names_of};
use crate::SoapType;
use crate::xml::{Attribute, Element};

/// The header block `wsse:Security` (SOAP Message Security 1.1 section 5), with what stands in it in its order, which has a meaning: what
/// comes later may need what comes before.
///
/// As a field it is a [`Block`](crate::soap::Block), so that it has `mustUnderstand`, and `actor` or `role`. There may be one for each role, a `Vec`
/// of them then.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use um_messages::soap::security::{self, Security, Timestamp, UsernameToken};
/// use um_messages::{Envelope, SoapType, soap::Block, um};
///
/// #[derive(SoapType)]
/// struct Headers {
///     #[soap(namespace = security::WSSE)]
///     security: Block<Security>,
/// }
///
/// let security = Security::default()
///     .with_timestamp(Timestamp::new(SystemTime::now(), Duration::from_secs(300))?)
///     .with_username_token(UsernameToken::text("ada", "hunter2"));
/// let headers = Headers { security: Block::new(security).with_must_understand(true) };
/// let envelope = Envelope::new(um::IsUMEnabled {}).with_header(headers);
/// assert!(envelope.to_xml()?.contains("#PasswordText\">hunter2</wsse:Password>"));
/// assert!(!envelope.masked().to_string().contains("hunter2"));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSSE)]
pub struct Security {
    /// The attributes, but for those of SOAP's own.
    #[soap(any_attribute, secret)]
    pub attributes: Vec<Attribute>,
    /// What stands in it.
    #[soap(flatten)]
    pub entries: Vec<SecurityEntry>,
}

/// What stands in the header block.
#[derive(Clone, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSSE)]
#[non_exhaustive]
pub enum SecurityEntry {
    /// When the message was made, and how long it is good.
    #[soap(namespace = WSU)]
    Timestamp(Timestamp),
    /// Who sends it.
    UsernameToken(UsernameToken),
    /// A token in bytes: a certificate, a ticket.
    BinarySecurityToken(BinarySecurityToken),
    /// Anything else, as it was sent: assertions of SAML, signatures, references, tokens of one's own.
    #[soap(other, secret)]
    Other(Element),
}

/// Of attributes, only the names.
impl fmt::Debug for Security {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Security")
            .field("attributes", &names_of(&self.attributes))
            .field("entries", &self.entries)
            .finish()
    }
}

/// Of what is not known, only the name.
impl fmt::Debug for SecurityEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Timestamp(timestamp) => timestamp.fmt(f),
            Self::UsernameToken(token) => token.fmt(f),
            Self::BinarySecurityToken(token) => token.fmt(f),
            Self::Other(element) => f
                .debug_tuple("Other")
                .field(element.name())
                .finish_non_exhaustive(),
        }
    }
}

impl Security {
    /// The same block, with an entry more.
    #[must_use]
    pub fn with_entry(mut self, entry: SecurityEntry) -> Self {
        self.entries.push(entry);
        self
    }

    /// The same block, with a timestamp more.
    #[must_use]
    pub fn with_timestamp(self, timestamp: Timestamp) -> Self {
        self.with_entry(SecurityEntry::Timestamp(timestamp))
    }

    /// The same block, with a token more.
    #[must_use]
    pub fn with_username_token(self, token: UsernameToken) -> Self {
        self.with_entry(SecurityEntry::UsernameToken(token))
    }

    /// The same block, with an assertion of SAML, a signature or whatever else there is.
    #[must_use]
    pub fn with_element(self, element: Element) -> Self {
        self.with_entry(SecurityEntry::Other(element))
    }

    /// The timestamp.
    ///
    /// # Errors
    ///
    /// If there is none, and if there are two (section 10).
    pub fn timestamp(&self) -> Result<&Timestamp, SecurityError> {
        let timestamps = self.entries.iter().filter_map(|entry| match entry {
            SecurityEntry::Timestamp(timestamp) => Some(timestamp),
            _ => None,
        });
        the_only(timestamps, Part::Timestamp)
    }

    /// Whether the block has one timestamp, and the message is good now: [`Timestamp::check`].
    ///
    /// # Errors
    ///
    /// If there is no timestamp, if there are two, and those of `Timestamp::check`.
    pub fn check_timestamp(
        &self,
        now: SystemTime,
        freshness: &Freshness,
    ) -> Result<(), SecurityError> {
        self.timestamp()?.check(now, freshness)
    }

    /// The token that says who sends the message.
    ///
    /// # Errors
    ///
    /// If there is none, and if there are two: it would not be clear who is meant.
    pub fn username_token(&self) -> Result<&UsernameToken, SecurityError> {
        let tokens = self.entries.iter().filter_map(|entry| match entry {
            SecurityEntry::UsernameToken(token) => Some(token),
            _ => None,
        });
        the_only(tokens, Part::UsernameToken)
    }

    /// The tokens in bytes.
    pub fn binary_tokens(&self) -> impl Iterator<Item = &BinarySecurityToken> {
        self.entries.iter().filter_map(|entry| match entry {
            SecurityEntry::BinarySecurityToken(token) => Some(token),
            _ => None,
        })
    }

    /// What is not known, as it was sent.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.entries.iter().filter_map(|entry| match entry {
            SecurityEntry::Other(element) => Some(element),
            _ => None,
        })
    }

    /// The assertions of SAML 1.1 and 2.0, as they were sent. What they say, and whether they are signed by someone who is trusted, is not looked at.
    pub fn saml_assertions(&self) -> impl Iterator<Item = &Element> {
        self.elements().filter(|element| {
            let name = element.name();
            name.is(SAML_1, "Assertion") || name.is(SAML_2, "Assertion")
        })
    }
}

fn the_only<T>(mut found: impl Iterator<Item = T>, part: Part) -> Result<T, SecurityError> {
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        (None, _) => Err(SecurityError::Missing(part)),
        (Some(_), Some(_)) => Err(SecurityError::Second(part)),
    }
}
