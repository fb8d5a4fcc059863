//! WS-Security: who sends a message, by user name and password, and when it was made (SOAP Message Security 1.0 and 1.1, `UsernameToken` Profile 1.0 and 1.1).
//!
//! [`Security`] is the header block: a list of what stands in it, in its order. A client makes it for each message:
//!
//! ```
//! use std::time::{Duration, SystemTime};
//! use um_messages::soap::security::{self, Security, Timestamp, UsernameToken};
//! use um_messages::{Envelope, SoapType, soap::Block, um};
//!
//! #[derive(SoapType)]
//! struct Headers {
//!     #[soap(namespace = security::WSSE)]
//!     security: Block<Security>,
//! }
//!
//! # #[cfg(not(target_family = "wasm"))] {
//! let now = SystemTime::now();
//! let security = Security::default()
//!     .with_timestamp(Timestamp::new(now, Duration::from_secs(300))?)
//!     .with_username_token(UsernameToken::digest("ada", "hunter2", now)?);
//! let headers = Headers { security: Block::new(security).with_must_understand(true) };
//! let envelope = Envelope::new(um::IsUMEnabled {}).with_header(headers);
//! assert!(envelope.to_xml()?.contains("#PasswordDigest"));
//! # }
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! A service checks it with a clock of its own, and with a [`UsernameVerifier`], which it makes once: it remembers what has been sent.
//!
//! ```
//! use std::time::SystemTime;
//! use um_messages::soap::security::{self, Freshness, Security, SecurityError, UsernameVerifier};
//! use um_messages::{Envelope, Result, SoapType, soap::Block, um};
//!
//! #[derive(SoapType)]
//! struct Headers {
//!     #[soap(namespace = security::WSSE)]
//!     security: Option<Block<Security>>,
//! }
//!
//! struct Service {
//!     verifier: UsernameVerifier,
//! }
//!
//! impl Service {
//!     fn caller<'h>(&self, headers: &'h Headers) -> Result<&'h str, SecurityError> {
//!         let now = SystemTime::now();
//!         let security = headers.security.as_ref().ok_or(SecurityError::MissingHeader)?;
//!         security.check_timestamp(now, &Freshness::default())?;
//!         self.verifier.verify(security, now, |name| (name == "ada").then_some("hunter2"))
//!     }
//!
//!     fn answer(&self, request: &str) -> Result<String> {
//!         let request = match Envelope::<um::IsUMEnabled, Headers>::from_xml(request) {
//!             Ok(request) => request,
//!             Err(error) => return match SecurityError::of_error(&error) {
//!                 Some(refused) => error.to_fault_envelope().reply(refused.to_fault()).to_xml(),
//!                 None => error.to_fault_envelope().to_xml(),
//!             },
//!         };
//!         match self.caller(&request.header) {
//!             Ok(_) => request.reply(um::IsUMEnabledResponse { is_enabled: true }).to_xml(),
//!             Err(refused) => {
//!                 eprintln!("refused: {refused}"); // the log may know why
//!                 request.reply(refused.to_fault()).to_xml() // the caller may not
//!             }
//!         }
//!     }
//! }
//!
//! let service = Service { verifier: UsernameVerifier::default() };
//! let answer = service.answer(&Envelope::new(um::IsUMEnabled {}).to_xml()?)?;
//! assert!(answer.contains(":InvalidSecurity</faultcode>"));
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! # What is checked
//!
//! | | by |
//! |---|---|
//! | the block can be read, and what stands in it once, stands once | reading: [`SecurityError::of_error`] |
//! | there is one [`Timestamp`], it is not too old, has not expired, and is not of the future | [`Security::check_timestamp`], with [`Freshness`] |
//! | there is one [`UsernameToken`], its password or digest is right, it is fresh, and its nonce is a new one | [`UsernameVerifier`] |
//!
//! Passwords are compared in constant time, and one that is not known takes as long as one that is wrong.
//!
//! # What is not shown
//!
//! `Debug`, errors and [`Envelope::masked`](crate::Envelope::masked) show no password, no digest of one, and no bytes of another token. No error quotes a text or an
//! attribute of the block, for a password may stand in the wrong place: as text beside the elements of a token, in a `Created`, in an attribute. So it
//! is with all elements of this namespace wherever they are read, as the types here, as a type of one's own, or skipped; and where one is kept as an
//! [`Element`], as in the detail of a fault that repeats a request, `Debug` and `masked` hide what it holds. Of a
//! [`UsernameToken`] they show the name, what it is referred to by, and of what type the password is. Names of elements and attributes are shown, and the
//! reason of a fault that was read; what came as text is shown to logs by [`xml::mask`](crate::xml::mask()) with `Security` among its names.
//!
//! # What the caller does
//!
//! - Uses TLS. A text is a password, a digest is good for a dictionary to be tried on, and without a
//!   signature both can be taken to another message while they are fresh; a timestamp that is not signed is what the sender, or anyone between, says.
//! - Treats what stands in the block, or refuses it: who has the field is taken to understand it. A signature or an assertion among the
//!   [`elements`](Security::elements) is kept, and not looked at here: signatures are what `soap::signature` (feature `signature`) verifies.
//! - Gives each role its block, if there are several: the field is a `Vec<Block<Security>>`, and [`Block::role`](super::Block::role) tells them apart.
//! - Limits how often a password may be tried.
//! - Gives several servers that answer to one name a [memory in common](UsernameVerifier::with_memory); after a restart a process knows no nonces, so that those of
//!   the last minutes could be sent again.
//!
//! Keys that are made of a password (`UsernameToken` Profile 1.1 section 4), and signatures with them, are not made: a token that has `Salt` and
//! `Iteration` in the place of a password keeps them as [`extensions`](UsernameToken::extensions), and is refused for having no password. Encryption
//! (`xenc`) is not there.
//!
//! # What others call it
//!
//! | | |
//! |---|---|
//! | WCF | `TransportSecurityBindingElement` with `UserNameSecurityTokenParameters` (`basicHttpBinding` with `TransportWithMessageCredential`, `includeTimestamp`); `UserNamePasswordValidator`; digests by a serializer of one's own |
//! | Apache CXF | `WSS4JOutInterceptor` and `WSS4JInInterceptor` with the actions `UsernameToken` and `Timestamp`, `passwordType`, `PasswordCallbackClass`; `ReplayCache`; policies `sp:UsernameToken`, `sp:HashPassword`, `sp:IncludeTimestamp` |
//! | JAX-WS, Metro | `sp:UsernameToken` in the policy of the WSDL, `xwss:UsernameToken`, `BindingProvider.USERNAME_PROPERTY` |
//! | Spring WS | `Wss4jSecurityInterceptor` |
//! | zeep | `wsse.username.UsernameToken` with `use_digest` and `timestamp_token` |
//! | node-soap | `WSSecurity` with `passwordType` and `hasTimeStamp` |
//! | gSOAP | the plugin `wsseapi`: `soap_wsse_add_UsernameTokenText`, `soap_wsse_add_UsernameTokenDigest`, `soap_wsse_add_Timestamp` |
//! | ONVIF cameras | digests |

mod clock;
mod error;
mod header;
mod nonces;
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
mod random;
mod timestamp;
mod token;
mod username;
mod verify;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::qname::QName;
use crate::xml::{Attribute, Base64Binary, Element, Namespace, secrecy, trim};

pub use self::clock::Freshness;
pub use self::error::{Part, SecurityError, SecurityFault};
pub use self::header::{Security, SecurityEntry};
pub use self::nonces::{NonceCache, NonceKey, NonceMemory};
pub use self::timestamp::Timestamp;
pub use self::token::BinarySecurityToken;
pub use self::username::{
    Nonce, PASSWORD_DIGEST, PASSWORD_TEXT, Password, UsernameToken, password_digest,
};
pub use self::verify::UsernameVerifier;

/// The namespace of the header block and its tokens.
pub const WSSE: Namespace = Namespace::new(secrecy::WSSE).with_prefix("wsse");

/// The namespace of `Timestamp`, `Created`, `Expires` and `Id`.
pub const WSU: Namespace = Namespace::new(
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
)
.with_prefix("wsu");

/// The namespace of assertions of SAML 1.1.
pub const SAML_1: &str = "urn:oasis:names:tc:SAML:1.0:assertion";

/// The namespace of assertions of SAML 2.0.
pub const SAML_2: &str = "urn:oasis:names:tc:SAML:2.0:assertion";

/// The encoding type of bytes in base64.
pub const BASE64: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

/// What `Debug` shows of a secret.
const HIDDEN: &str = "***";

/// Of attributes that are not known `Debug` shows the names: who has put a password there has not said so.
fn names_of(attributes: &[Attribute]) -> Vec<&QName> {
    attributes.iter().map(Attribute::name).collect()
}

/// Of elements that are not known it shows the names.
fn names_of_elements(elements: &[Element]) -> Vec<&QName> {
    elements.iter().map(Element::name).collect()
}

/// Bytes in base64.
pub(super) fn text_of(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes of a text in an encoding.
fn bytes_of(text: &str, encoding_type: Option<&str>) -> Result<Vec<u8>, SecurityError> {
    if encoding_type.map_or("Base64Binary", last_part) != "Base64Binary" {
        return Err(SecurityError::UnsupportedEncoding);
    }
    text.parse::<Base64Binary>()
        .map(|bytes| bytes.0)
        .map_err(|_| SecurityError::NotBase64)
}

/// What a URI says behind its last `#`: old stacks have the name `wsse:PasswordText` where others have the URI that ends in `#PasswordText`.
fn last_part(uri: &str) -> &str {
    let uri = trim(uri);
    uri.rsplit(['#', ':']).next().unwrap_or(uri)
}
