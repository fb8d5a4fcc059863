//! Times, and how old they may be.

use std::time::{Duration, SystemTime};

use super::error::{Part, SecurityError};
use crate::error::Result;
use crate::xml::DateTime;

/// How old a message may be, and how far the clocks of sender and receiver may be apart. Default: five minutes, and one.
///
/// ```
/// use std::time::Duration;
/// use um_messages::soap::security::Freshness;
///
/// let strict = Freshness { max_age: Duration::from_secs(60), skew: Duration::from_secs(5) };
/// assert_ne!(strict, Freshness::default());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// How old a message may be, whatever it says itself.
    pub max_age: Duration,
    /// How far the clocks may be apart.
    pub skew: Duration,
}

impl Default for Freshness {
    fn default() -> Self {
        Self {
            max_age: Duration::from_secs(300),
            skew: Duration::from_secs(60),
        }
    }
}

impl Freshness {
    /// Until when something is fresh that was created then. A moment that the clock cannot hold is not reached.
    pub(super) fn end(&self, created: SystemTime) -> SystemTime {
        later(created, self.max_age.saturating_add(self.skew))
    }

    /// Whether something that was created then is fresh now.
    pub(super) fn check(
        &self,
        created: SystemTime,
        now: SystemTime,
        part: Part,
    ) -> Result<(), SecurityError> {
        if created > later(now, self.skew) {
            Err(SecurityError::CreatedInFuture(part))
        } else if now > self.end(created) {
            Err(SecurityError::Expired(part))
        } else {
            Ok(())
        }
    }
}

/// A moment later, or the same one if the clock does not reach as far.
pub(super) fn later(moment: SystemTime, by: Duration) -> SystemTime {
    moment.checked_add(by).unwrap_or(moment)
}

/// A moment as `wsu:Created` and `wsu:Expires` have it: in UTC, to the millisecond.
pub(super) fn to_text(moment: SystemTime) -> Result<String> {
    let moment = DateTime::try_from(moment)?;
    let nanosecond = moment.nanosecond / 1_000_000 * 1_000_000;
    Ok(DateTime {
        nanosecond,
        ..moment
    }
    .to_string())
}

/// The moment of a text, which has a zone and no white space around it: to the letter it went into the digest.
pub(super) fn of_text(text: &str, part: Part) -> Result<SystemTime, SecurityError> {
    let moment = text.parse::<DateTime>().and_then(SystemTime::try_from);
    moment.map_err(|_| SecurityError::InvalidTime(part))
}
