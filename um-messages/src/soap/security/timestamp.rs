//! When a message was made, and how long it is good.

use std::fmt;
use std::time::{Duration, SystemTime};

use super::clock::{self, Freshness, later};
use super::error::{Part, SecurityError};
use super::{WSU, names_of, names_of_elements};
use crate::SoapType;
use crate::error::Result;
use crate::xml::{Attribute, Element};

/// When a message was made, and how long it is good (SOAP Message Security 1.1 section 10). Unless it is signed, anyone may have changed it.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use um_messages::soap::security::{Freshness, SecurityError, Timestamp};
///
/// let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_969_291);
/// let timestamp = Timestamp::new(now, Duration::from_secs(120))?;
/// assert_eq!(timestamp.created.as_deref(), Some("2026-11-29T16:21:31Z"));
/// assert_eq!(timestamp.expires.as_deref(), Some("2026-11-29T16:23:31Z"));
///
/// let check = |seconds| timestamp.check(now + Duration::from_secs(seconds), &Freshness::default());
/// assert!(check(120).is_ok());
/// assert!(matches!(check(600), Err(SecurityError::Expired(_))));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSU)]
pub struct Timestamp {
    /// What signatures refer to it by.
    #[soap(attribute, namespace = WSU)]
    pub id: Option<String>,
    /// The other attributes.
    #[soap(any_attribute, secret)]
    pub attributes: Vec<Attribute>,
    /// When the message was made: an `xs:dateTime`, to the letter.
    pub created: Option<String>,
    /// When it is no longer good.
    pub expires: Option<String>,
    /// Whatever else there is.
    #[soap(any, secret)]
    pub extensions: Vec<Element>,
}

impl Timestamp {
    /// That of a message which is made now, and good for so long. It is written in UTC, to the millisecond.
    ///
    /// # Errors
    ///
    /// If the moments are not those of an `xs:dateTime`.
    pub fn new(now: SystemTime, lifetime: Duration) -> Result<Self> {
        Ok(Self {
            created: Some(clock::to_text(now)?),
            expires: Some(clock::to_text(later(now, lifetime))?),
            ..Self::default()
        })
    }

    /// The same timestamp, with what a signature refers to it by.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Whether the message is good now: it was made, not so long ago, and has not expired.
    ///
    /// # Errors
    ///
    /// If there is no `Created`, if a time is no `xs:dateTime` with a zone, if one is not that way, and if the message would have expired before it was
    /// made.
    pub fn check(&self, now: SystemTime, freshness: &Freshness) -> Result<(), SecurityError> {
        const PART: Part = Part::Timestamp;
        let created = self.created.as_deref();
        let created = created.ok_or(SecurityError::MissingCreated(PART))?;
        let created = clock::of_text(created, PART)?;
        if let Some(expires) = &self.expires {
            let expires = clock::of_text(expires, PART)?;
            if expires < created {
                return Err(SecurityError::ExpiresBeforeCreated);
            }
            if now > later(expires, freshness.skew) {
                return Err(SecurityError::Expired(PART));
            }
        }
        freshness.check(created, now, PART)
    }
}

/// Of what is not known, only the names.
impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timestamp")
            .field("id", &self.id)
            .field("attributes", &names_of(&self.attributes))
            .field("created", &self.created)
            .field("expires", &self.expires)
            .field("extensions", &names_of_elements(&self.extensions))
            .finish()
    }
}
