//! What a request says: over HTTP, who calls; in its envelope, what is asked for.

use axum::http::header::{AUTHORIZATION, HeaderMap};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::ews::{self, ConnectingSid, ExchangeImpersonation, RequestHeaders};
use um_messages::um::UmRequest;
use um_messages::xml::Element;
use um_messages::{Envelope, SoapType};

/// A request that has been read.
pub(super) type Request = Envelope<UmRequest, Headers>;

/// The header blocks of Exchange Web Services, which clients send here as well.
#[derive(Debug, SoapType)]
#[soap(namespace = ews::TYPES_NAMESPACE)]
pub(super) struct Headers {
    #[soap(flatten)]
    request: RequestHeaders,
    /// Kept to be counted, which does not mean that they are understood.
    #[soap(any)]
    others: Vec<Element>,
}

impl Headers {
    /// In whose name the caller acts, if not in its own.
    pub(super) fn impersonated(&self) -> Option<String> {
        self.request.exchange_impersonation.as_ref().map(address)
    }

    /// How many blocks say who the caller is: one at most can be right.
    pub(super) fn identities(&self) -> usize {
        let is_context = |block: &&Element| {
            let name = block.name();
            name.is(ews::TYPES_NAMESPACE, "SerializedSecurityContext")
        };
        let contexts = self.others.iter().filter(is_context).count();
        contexts + usize::from(self.request.exchange_impersonation.is_some())
    }
}

/// The name of a user. A security identifier is nobody's address here.
fn address(impersonation: &ExchangeImpersonation) -> String {
    match &impersonation.connecting_sid {
        ConnectingSid::PrincipalName(name)
        | ConnectingSid::PrimarySmtpAddress(name)
        | ConnectingSid::SmtpAddress(name)
        | ConnectingSid::Sid(name) => name.clone(),
        _ => String::new(),
    }
}

/// Who calls: the user name of Basic authentication (RFC 7617). `None` if nothing is said of it, an
/// empty name if it cannot be read.
pub(super) fn user_name(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(AUTHORIZATION)?;
    let name = value.to_str().ok().and_then(|value| {
        let (scheme, credentials) = value.split_once(' ')?;
        let is_basic = scheme.eq_ignore_ascii_case("Basic");
        let credentials = BASE64_STANDARD.decode(credentials.trim()).ok()?;
        let credentials = String::from_utf8(credentials).ok()?;
        let (user, _password) = credentials.split_once(':')?;
        is_basic.then(|| user.to_owned())
    });
    Some(name.unwrap_or_default())
}
