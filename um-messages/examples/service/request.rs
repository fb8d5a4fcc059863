//! What a request says: over HTTP, who calls and in which encoding; in its envelope, what is asked for.

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use um_messages::ews::{self, ConnectingSid, ExchangeImpersonation, RequestHeaders};
use um_messages::um::UmRequest;
use um_messages::xml::Element;
use um_messages::{Envelope, Error, ReadOptions, SoapType, SoapVersion};

/// A request that has been read.
pub(super) struct Request {
    pub(super) body: UmRequest,
    /// In whose name the caller acts, if not in its own.
    pub(super) impersonated: Option<String>,
    /// How many header blocks say who the caller is: one at most can be right.
    pub(super) identities: usize,
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

impl Request {
    pub(super) fn read(body: &[u8], options: &ReadOptions) -> Result<Self, Error> {
        let envelope = Envelope::<UmRequest, Headers>::from_slice_with(body, options)?;
        let is_context = |block: &&Element| {
            let name = block.name();
            name.is(ews::TYPES_NAMESPACE, "SerializedSecurityContext")
        };
        let contexts = envelope.header.others.iter().filter(is_context).count();
        let impersonation = envelope.header.request.exchange_impersonation.as_ref();
        Ok(Self {
            impersonated: impersonation.map(address),
            identities: contexts + usize::from(impersonation.is_some()),
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

/// How a SOAP 1.1 message is read that came with these header fields: its encoding is what HTTP says it is (WS-I R1019). `None` if it is
/// another media type, or an encoding not known here.
pub(super) fn options(headers: &HeaderMap) -> Option<ReadOptions> {
    let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let (media_type, parameters) = content_type.split_once(';').unwrap_or((content_type, ""));
    let is_known = |charset: &str| {
        let known = ["utf-8", "utf-16", "iso-8859-1", "us-ascii"];
        known.contains(
            &charset
                .trim()
                .trim_matches('"')
                .to_ascii_lowercase()
                .as_str(),
        )
    };
    let is_readable = parameters.split(';').all(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or_default();
        !name.trim().eq_ignore_ascii_case("charset") || is_known(value)
    });
    let is_soap = media_type.trim().eq_ignore_ascii_case("text/xml");
    let options = ReadOptions::new().versions(&[SoapVersion::V1_1]);
    (is_soap && is_readable).then(|| options.content_type(content_type))
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
