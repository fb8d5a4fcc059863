//! What has been sent once, so that it is refused when it is sent again.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::error::SecurityError;

/// A nonce and whose it is, as a digest.
pub type NonceKey = [u8; 20];

/// Remembers nonces: [`NonceCache`], or what several servers have in common.
pub trait NonceMemory {
    /// Remembers a nonce until then, if it is not remembered yet. Of two that ask for the same at once, one alone succeeds.
    ///
    /// # Errors
    ///
    /// [`ReplayedNonce`](SecurityError::ReplayedNonce) if it is, and [`CannotRemember`](SecurityError::CannotRemember) if it cannot be.
    fn remember(
        &self,
        nonce: NonceKey,
        until: SystemTime,
        now: SystemTime,
    ) -> Result<(), SecurityError>;
}

/// The nonces that one process has seen, each as long as its token is fresh, and so many at the most: where there is no room for one more, the message
/// is refused, and never let through.
///
/// A nonce takes some hundred bytes. It is remembered when the password has been right, so that strangers cannot fill the cache.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use um_messages::soap::security::{NonceCache, NonceMemory, SecurityError};
///
/// let (now, minute) = (SystemTime::now(), Duration::from_secs(60));
/// let cache = NonceCache::new(1);
/// assert_eq!(cache.remember([1; 20], now + minute, now), Ok(()));
/// assert_eq!(cache.remember([1; 20], now + minute, now), Err(SecurityError::ReplayedNonce));
/// assert_eq!(cache.remember([2; 20], now + minute, now), Err(SecurityError::CannotRemember));
///
/// let later = now + 2 * minute;
/// assert_eq!(cache.remember([2; 20], later + minute, later), Ok(()));
/// assert_eq!(cache.len(), 1);
/// ```
#[derive(Debug)]
pub struct NonceCache {
    capacity: usize,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    nonces: HashSet<NonceKey>,
    /// The same, the first to be forgotten first.
    ends: BTreeSet<(SystemTime, NonceKey)>,
    /// The end of the last one that was forgotten.
    forgotten: Option<SystemTime>,
}

impl NonceCache {
    /// A cache with room for so many nonces.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            seen: Mutex::default(),
        }
    }

    /// How many nonces it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.with_seen(|seen| seen.nonces.len())
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A thread that panicked has left nothing undone in it.
    fn with_seen<T>(&self, use_it: impl FnOnce(&mut Seen) -> T) -> T {
        use_it(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Room for a hundred thousand.
impl Default for NonceCache {
    fn default() -> Self {
        Self::new(100_000)
    }
}

impl NonceMemory for NonceCache {
    fn remember(
        &self,
        nonce: NonceKey,
        until: SystemTime,
        now: SystemTime,
    ) -> Result<(), SecurityError> {
        self.with_seen(|seen| {
            seen.forget(now);
            if seen.nonces.contains(&nonce) {
                return Err(SecurityError::ReplayedNonce);
            }
            // A clock that was set back brings times back whose nonces are forgotten.
            let is_forgotten = seen.forgotten.is_some_and(|end| until <= end);
            if is_forgotten || seen.nonces.len() >= self.capacity {
                return Err(SecurityError::CannotRemember);
            }
            seen.nonces.insert(nonce);
            seen.ends.insert((until, nonce));
            Ok(())
        })
    }
}

impl Seen {
    /// Forgets what is no longer fresh.
    fn forget(&mut self, now: SystemTime) {
        while let Some(&(end, nonce)) = self.ends.first().filter(|&&(end, _)| end < now) {
            self.ends.pop_first();
            self.nonces.remove(&nonce);
            self.forgotten = Some(end);
        }
    }
}
