//! Tokens in bytes.

use std::fmt;

use super::error::SecurityError;
use super::{HIDDEN, WSU, bytes_of, names_of};
use crate::SoapType;
use crate::xml::Attribute;

/// A token in bytes (SOAP Message Security 1.1 section 6.3): a certificate, a ticket of Kerberos, whatever its type says. It is carried as it is.
///
/// ```
/// use um_messages::soap::security::BinarySecurityToken;
///
/// let token = BinarySecurityToken {
///     id: Some("X509-1".into()),
///     value_type: Some("http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3".into()),
///     ..BinarySecurityToken::of_bytes(b"a certificate")
/// };
/// assert_eq!(token.bytes()?, b"a certificate");
/// # Ok::<(), um_messages::soap::security::SecurityError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate)]
pub struct BinarySecurityToken {
    /// What signatures refer to it by.
    #[soap(attribute, namespace = WSU)]
    pub id: Option<String>,
    /// What the token is, as a URI.
    #[soap(attribute)]
    pub value_type: Option<String>,
    /// How its bytes are spelled, as a URI; `None` is base64.
    #[soap(attribute)]
    pub encoding_type: Option<String>,
    /// The other attributes.
    #[soap(any_attribute, secret)]
    pub attributes: Vec<Attribute>,
    /// The text, as it was sent. Who has it may have all that it takes, so `Debug` and logs do not show it.
    #[soap(text, secret)]
    pub text: String,
}

impl BinarySecurityToken {
    /// A token of these bytes, in base64.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self {
            encoding_type: Some(super::BASE64.to_owned()),
            text: super::text_of(bytes),
            ..Self::default()
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

impl fmt::Debug for BinarySecurityToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BinarySecurityToken")
            .field("id", &self.id)
            .field("value_type", &self.value_type)
            .field("encoding_type", &self.encoding_type)
            .field("attributes", &names_of(&self.attributes))
            .field("text", &HIDDEN)
            .finish()
    }
}
