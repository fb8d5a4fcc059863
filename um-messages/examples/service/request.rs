//! What a request says: over HTTP, who calls and in which encoding; in its envelope, what is asked for.

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::ews::{self, ConnectingSid, ExchangeImpersonation, RequestHeaders};
use um_messages::um::UmRequest;
use um_messages::xml::Element;
use um_messages::{Envelope, Error, SoapType};

/// A request that has been read.
pub(super) struct Request {
    pub(super) body: UmRequest,
    /// In whose name the caller acts, if not in its own.
    pub(super) impersonated: Option<String>,
    /// How many header blocks say who the caller is: one at most can be right.
    pub(super) identities: usize,
    pub(super) is_soap_1_1: bool,
}

/// The header blocks of Exchange Web Services, which clients send here as well.
#[derive(Debug, SoapType)]
#[soap(namespace = ews::TYPES_NAMESPACE)]
struct Headers {
    #[soap(flatten)]
    request: RequestHeaders,
    /// Kept to be counted, which does not mean that they are understood.
    #[soap(any)]
    others: Vec<Element>,
}

type Message = Envelope<UmRequest, Headers>;

impl Request {
    pub(super) fn read(body: &[u8], charset: Charset) -> Result<Self, Error> {
        let envelope = match charset {
            Charset::Unsaid => Message::from_slice(body)?,
            // HTTP's word counts, and not that of the XML declaration (WS-I R1019).
            Charset::Utf8 => match std::str::from_utf8(body) {
                Ok(text) => Message::from_xml(text)?,
                // Which says what is wrong with it.
                Err(_) => Message::from_slice(body)?,
            },
            Charset::Latin1 => {
                let text: String = body.iter().map(|&byte| char::from(byte)).collect();
                Message::from_xml(&text)?
            }
        };
        let is_context = |block: &&Element| {
            let name = block.name();
            name.is(ews::TYPES_NAMESPACE, "SerializedSecurityContext")
        };
        let contexts = envelope.header.others.iter().filter(is_context).count();
        let impersonation = envelope.header.request.exchange_impersonation.as_ref();
        Ok(Self {
            impersonated: impersonation.map(address),
            identities: contexts + usize::from(impersonation.is_some()),
            is_soap_1_1: envelope.version() == um_messages::SoapVersion::V1_1,
            body: envelope.into_body(),
        })
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

/// What HTTP says of the encoding.
#[derive(Clone, Copy)]
pub(super) enum Charset {
    /// Nothing, or that it is UTF-16, whose byte order the body says.
    Unsaid,
    Utf8,
    Latin1,
}

impl Charset {
    /// That of a SOAP 1.1 message; `None` if it is another media type, or an encoding not known here.
    pub(super) fn of_soap(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let mut parts = value.split(';').map(str::trim);
        if !parts.next()?.eq_ignore_ascii_case("text/xml") {
            return None;
        }
        let charset = parts.find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            let is_charset = name.trim().eq_ignore_ascii_case("charset");
            is_charset.then(|| value.trim().trim_matches('"').to_ascii_lowercase())
        });
        match charset.as_deref() {
            None | Some("utf-16") => Some(Self::Unsaid),
            Some("utf-8" | "us-ascii") => Some(Self::Utf8),
            Some("iso-8859-1") => Some(Self::Latin1),
            Some(_) => None,
        }
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
