//! User names and passwords.

use std::fmt;

use sha1::{Digest, Sha1};

use super::error::SecurityError;
use super::{BASE64, HIDDEN, WSSE, WSU, bytes_of, last_part, names_of, names_of_elements, text_of};
use crate::SoapType;
use crate::error::Result;
use crate::xml::{Attribute, Element};

/// The type of a password that is sent as it is.
pub const PASSWORD_TEXT: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

/// The type of a password of which a digest is sent.
pub const PASSWORD_DIGEST: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

/// The last parts of these types.
pub(super) const TEXT: &str = "PasswordText";
pub(super) const DIGEST: &str = "PasswordDigest";

/// Who sends a message (`UsernameToken` Profile 1.1 section 3).
///
/// A client makes one for each message. `Debug`, errors and [`Envelope::masked`](crate::Envelope::masked) do not show the password.
///
/// ```
/// use std::time::SystemTime;
/// use um_messages::soap::security::UsernameToken;
///
/// let text = UsernameToken::text("ada", "hunter2"); // as it is: over TLS alone
/// assert!(!format!("{text:?}").contains("hunter2"));
/// # #[cfg(not(target_family = "wasm"))] {
/// let digest = UsernameToken::digest("ada", "hunter2", SystemTime::now())?;
/// assert!(digest.nonce.is_some() && digest.created.is_some());
/// # }
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, namespace = WSSE)]
pub struct UsernameToken {
    /// What signatures refer to it by.
    #[soap(attribute, namespace = WSU)]
    pub id: Option<String>,
    /// The other attributes.
    #[soap(any_attribute, secret)]
    pub attributes: Vec<Attribute>,
    /// The name. Attributes of its element are not kept; nothing known sends any.
    pub username: String,
    /// The password, or its digest.
    #[soap(secret)]
    pub password: Option<Password>,
    /// What is sent once alone.
    #[soap(secret)]
    pub nonce: Option<Nonce>,
    /// When the token was made: an `xs:dateTime`, to the letter, for the digest is made of it.
    #[soap(namespace = WSU, secret)]
    pub created: Option<String>,
    /// Whatever else there is: `wsse11:Salt` and `wsse11:Iteration`, of a token that a key is made of.
    #[soap(any, secret)]
    pub extensions: Vec<Element>,
}

/// A password, or its digest. `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct Password {
    /// What is sent: [`PASSWORD_TEXT`], which it is without a type, [`PASSWORD_DIGEST`], or something else.
    #[soap(attribute)]
    pub r#type: Option<String>,
    /// The other attributes.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The text.
    #[soap(text)]
    pub text: String,
}

/// What is sent once alone.
#[derive(Clone, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct Nonce {
    /// How its bytes are spelled, as a URI; `None` is base64.
    #[soap(attribute)]
    pub encoding_type: Option<String>,
    /// The other attributes.
    #[soap(any_attribute)]
    pub attributes: Vec<Attribute>,
    /// The text, as it was sent.
    #[soap(text)]
    pub text: String,
}

/// What is sent in the place of a password (`UsernameToken` Profile 1.1 section 3.1): the SHA-1 digest, in base64, of the bytes of the nonce, `Created` to
/// the letter, and the password, or what stands for it.
///
/// ```
/// use um_messages::soap::security::password_digest;
///
/// // From the programmer's guide of ONVIF.
/// # use base64::prelude::{BASE64_STANDARD, Engine};
/// let nonce = BASE64_STANDARD.decode("LKqI6G/AikKCQrN0zqZFlg==").unwrap();
/// let digest = password_digest(&nonce, "2010-09-16T07:50:45Z", "userpassword");
/// assert_eq!(digest, "tuOSpGlFlIXsozq4HFNeeGeFLEI=");
/// ```
#[must_use]
pub fn password_digest(nonce: &[u8], created: &str, password: impl AsRef<[u8]>) -> String {
    text_of(&digest_bytes(nonce, created, password.as_ref()))
}

pub(super) fn digest_bytes(nonce: &[u8], created: &str, password: &[u8]) -> [u8; 20] {
    let digest = Sha1::new()
        .chain_update(nonce)
        .chain_update(created)
        .chain_update(password);
    digest.finalize().into()
}

impl UsernameToken {
    /// A token with a password that is sent as it is. Who sees the message has it, so it is for TLS.
    #[must_use]
    pub fn text(username: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            password: Some(Password::new(PASSWORD_TEXT, password)),
            ..Self::of(username)
        }
    }

    /// A token with the digest of a password, with a nonce that the caller makes: 16 bytes at least, random, and never the same again. `created` is an
    /// `xs:dateTime` in UTC. Where the system has random numbers, `digest` makes both.
    #[must_use]
    pub fn digest_with(
        username: impl Into<String>,
        password: impl AsRef<[u8]>,
        nonce: &[u8],
        created: impl Into<String>,
    ) -> Self {
        let created = created.into();
        let digest = password_digest(nonce, &created, password);
        Self {
            password: Some(Password::new(PASSWORD_DIGEST, digest)),
            nonce: Some(Nonce::of_bytes(nonce)),
            created: Some(created),
            ..Self::of(username)
        }
    }

    fn of(username: impl Into<String>) -> Self {
        Self {
            username: username.into(),
            ..Self::default()
        }
    }

    /// The same token, with what a signature refers to it by.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl Password {
    fn new(kind: &str, text: impl Into<String>) -> Self {
        Self {
            r#type: Some(kind.to_owned()),
            attributes: Vec::new(),
            text: text.into(),
        }
    }

    /// What is sent, by the last part of its type, if it is known.
    pub(super) fn known_type(&self) -> Option<&'static str> {
        let kind = self.r#type.as_deref().map_or(TEXT, last_part);
        [TEXT, DIGEST].into_iter().find(|&known| known == kind)
    }
}

impl Nonce {
    /// A nonce of these bytes, in base64.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self {
            encoding_type: Some(BASE64.to_owned()),
            attributes: Vec::new(),
            text: text_of(bytes),
        }
    }

    /// The bytes.
    ///
    /// # Errors
    ///
    /// [`UnsupportedEncoding`](SecurityError::UnsupportedEncoding) where it is not base64, and
    /// [`NotBase64`](SecurityError::NotBase64) where it is said to be and is not.
    pub fn bytes(&self) -> Result<Vec<u8>, SecurityError> {
        bytes_of(&self.text, self.encoding_type.as_deref())
    }
}

/// Who it is, and of what type the password; of what is not known, only the names.
impl fmt::Debug for UsernameToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UsernameToken")
            .field("id", &self.id)
            .field("attributes", &names_of(&self.attributes))
            .field("username", &self.username)
            .field("password", &self.password)
            .field("nonce", &self.nonce)
            .field("created", &self.created.as_ref().map(|_| HIDDEN))
            .field("extensions", &names_of_elements(&self.extensions))
            .finish()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Password")
            .field("type", &self.known_type().unwrap_or(HIDDEN))
            .field("text", &HIDDEN)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Nonce").field(&HIDDEN).finish()
    }
}
