//! Digests with a nonce of random numbers, where the system has some.

use std::io;
use std::time::SystemTime;

use super::{UsernameToken, clock};
use crate::error::Result;

impl UsernameToken {
    /// A token with the digest of a password, made now with a new nonce.
    ///
    /// The digest keeps the password from who sees the message only if it cannot be guessed, and the server has to know it in clear. It is no
    /// substitute for TLS.
    ///
    /// In a browser (`wasm32-unknown-unknown`) there is no function of this name, but [`digest_with`](Self::digest_with).
    ///
    /// # Errors
    ///
    /// If the system has no random numbers, or the moment is not that of an `xs:dateTime`.
    pub fn digest(
        username: impl Into<String>,
        password: impl AsRef<[u8]>,
        now: SystemTime,
    ) -> Result<Self> {
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce).map_err(|problem| io::Error::other(problem.to_string()))?;
        let created = clock::to_text(now)?;
        Ok(Self::digest_with(username, password, &nonce, created))
    }
}
