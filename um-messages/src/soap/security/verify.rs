//! Whether a token is right: what a server does.

use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;

use super::clock::{self, Freshness};
use super::error::{Part, SecurityError};
use super::nonces::{NonceCache, NonceKey, NonceMemory};
use super::username::{DIGEST, TEXT, digest_bytes};
use super::{Security, UsernameToken};
use crate::xml::trim;

/// What a server asks of user names and passwords. It is made once, and shared: it remembers the nonces that it has seen.
///
/// | | text | digest |
/// |---|---|---|
/// | `Nonce` and `Created` | may be there | have to be there |
/// | `Created`, if it is there | is [fresh](Freshness) | is fresh |
/// | the password | is compared in constant time | and its digest |
/// | a `Nonce` with `Created` | has not been seen | has not been seen |
///
/// They are looked at in this order, and a nonce is remembered when all else was right. Several servers that answer to one name need a
/// memory in common: [`with_memory`](Self::with_memory).
///
/// ```
/// use std::time::SystemTime;
/// use um_messages::soap::security::{Security, SecurityError, UsernameToken, UsernameVerifier};
///
/// let verifier = UsernameVerifier::default();
/// let password_of = |name: &str| (name == "ada").then_some("hunter2");
///
/// # #[cfg(not(target_family = "wasm"))] {
/// let now = SystemTime::now();
/// let sent = Security::default().with_username_token(UsernameToken::digest("ada", "hunter2", now)?);
/// assert_eq!(verifier.verify(&sent, now, password_of), Ok("ada"));
///
/// let again = verifier.verify(&sent, now, password_of).unwrap_err();
/// assert_eq!(again, SecurityError::ReplayedNonce); // for the log
/// assert_eq!(again.to_fault().reason(), "The security token could not be authenticated or authorized");
/// # }
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Debug)]
pub struct UsernameVerifier<M = NonceCache> {
    freshness: Freshness,
    is_text_refused: bool,
    memory: M,
}

impl UsernameVerifier {
    /// A verifier with a memory of its own, for a hundred thousand nonces.
    #[must_use]
    pub fn new(freshness: Freshness) -> Self {
        Self {
            freshness,
            is_text_refused: false,
            memory: NonceCache::default(),
        }
    }
}

impl Default for UsernameVerifier {
    fn default() -> Self {
        Self::new(Freshness::default())
    }
}

impl<M: NonceMemory> UsernameVerifier<M> {
    /// The same verifier with another memory: a [`NonceCache`] of another size, or what several servers have in common.
    #[must_use]
    pub fn with_memory<N: NonceMemory>(self, memory: N) -> UsernameVerifier<N> {
        UsernameVerifier {
            freshness: self.freshness,
            is_text_refused: self.is_text_refused,
            memory,
        }
    }

    /// The same verifier, which takes digests alone, or not. Default: `false`.
    #[must_use]
    pub fn digest_only(mut self, digest_only: bool) -> Self {
        self.is_text_refused = digest_only;
        self
    }

    /// Whether the header block has one token, and that is right: the name that may be trusted then. `password_of` gives the password of a name, or
    /// what stands for it, in clear, and `None` for a name that is not known.
    ///
    /// # Errors
    ///
    /// What is wrong, for the log; [`SecurityError::to_fault`] says no more than it should.
    pub fn verify<'s, P: AsRef<[u8]>>(
        &self,
        security: &'s Security,
        now: SystemTime,
        password_of: impl FnOnce(&str) -> Option<P>,
    ) -> Result<&'s str, SecurityError> {
        self.check(security.username_token()?, now, |claim, name| {
            let known = password_of(name);
            // What is not known takes as long.
            let password = known.as_ref().map_or(&[][..], AsRef::as_ref);
            let is_right = claim.is_of(password);
            match known {
                None => Err(SecurityError::UnknownUser),
                Some(_) if is_right => Ok(()),
                Some(_) => Err(claim.wrong()),
            }
        })
    }

    /// As [`verify`](Self::verify), for who has no passwords in clear: `is_right` is told a name and the password that was sent, and compares what it
    /// has of it, in constant time, and takes as long for a name that is not known. Digests are refused.
    ///
    /// # Errors
    ///
    /// Those of `verify`.
    pub fn verify_text<'s>(
        &self,
        security: &'s Security,
        now: SystemTime,
        is_right: impl FnOnce(&str, &str) -> bool,
    ) -> Result<&'s str, SecurityError> {
        self.check(security.username_token()?, now, |claim, name| match claim {
            Claim::Digest { .. } => Err(SecurityError::DigestRefused),
            Claim::Text(password) if is_right(name, password) => Ok(()),
            Claim::Text(_) => Err(claim.wrong()),
        })
    }

    fn check<'s>(
        &self,
        token: &'s UsernameToken,
        now: SystemTime,
        is_right: impl FnOnce(&Claim<'_>, &str) -> Result<(), SecurityError>,
    ) -> Result<&'s str, SecurityError> {
        const PART: Part = Part::UsernameToken;
        let created = token.created.as_deref();
        let moment = created.map(|text| clock::of_text(text, PART)).transpose()?;
        let nonce = token.nonce.as_ref().map(super::Nonce::bytes).transpose()?;
        let claim = self.claim(token, nonce.as_deref(), created)?;
        if let Some(moment) = moment {
            self.freshness.check(moment, now, PART)?;
        }
        is_right(&claim, &token.username)?;
        if let (Some(nonce), Some(moment)) = (&nonce, moment) {
            let key = key_of(&token.username, nonce);
            self.memory.remember(key, self.freshness.end(moment), now)?;
        }
        Ok(&token.username)
    }

    /// What the token says of the password, if that can be and is accepted.
    fn claim<'s>(
        &self,
        token: &'s UsernameToken,
        nonce: Option<&'s [u8]>,
        created: Option<&'s str>,
    ) -> Result<Claim<'s>, SecurityError> {
        let password = token.password.as_ref();
        let password = password.ok_or(SecurityError::MissingPassword)?;
        match password.known_type() {
            Some(TEXT) if self.is_text_refused => Err(SecurityError::TextRefused),
            Some(TEXT) => Ok(Claim::Text(&password.text)),
            Some(DIGEST) => Ok(Claim::Digest {
                nonce: nonce.ok_or(SecurityError::MissingNonce)?,
                created: created.ok_or(SecurityError::MissingCreated(Part::UsernameToken))?,
                digest: &password.text,
            }),
            _ => Err(SecurityError::UnsupportedPasswordType),
        }
    }
}

/// What a token says of the password.
enum Claim<'s> {
    Text(&'s str),
    Digest {
        nonce: &'s [u8],
        created: &'s str,
        digest: &'s str,
    },
}

impl Claim<'_> {
    /// Whether this is the password. How long that takes says nothing of where they differ, nor of how long the password is but for the time of its digest.
    fn is_of(&self, password: &[u8]) -> bool {
        match self {
            Self::Text(text) => {
                let (sent, known) = (Sha1::digest(text), Sha1::digest(password));
                sent.ct_eq(&known).into()
            }
            Self::Digest {
                nonce,
                created,
                digest,
            } => {
                let known = digest_bytes(nonce, created, password);
                let sent = STANDARD.decode(trim(digest)).unwrap_or_default();
                sent.ct_eq(&known).into()
            }
        }
    }

    fn wrong(&self) -> SecurityError {
        match self {
            Self::Text(_) => SecurityError::WrongPassword,
            Self::Digest { .. } => SecurityError::WrongDigest,
        }
    }
}

/// What is remembered of a nonce: with whose it is, so that nobody can use up those of others.
fn key_of(username: &str, nonce: &[u8]) -> NonceKey {
    let length = u64::try_from(username.len()).unwrap_or(u64::MAX);
    let key = Sha1::new()
        .chain_update(length.to_be_bytes())
        .chain_update(username)
        .chain_update(nonce);
    key.finalize().into()
}
