//! What a message says in the header fields of HTTP: its media type and its action.

use std::borrow::Cow;

use ::http::header::{HeaderMap, HeaderName, HeaderValue};

use crate::error::{Error, ErrorKind, HttpProblem, Result, excerpt};
use crate::soap::SoapVersion;
#[cfg(feature = "mtom")]
use crate::soap::mtom;
use crate::xml::read::media_type;

/// SOAP 1.1 section 6.1.1.
pub(super) const SOAP_ACTION: HeaderName = HeaderName::from_static("soapaction");

/// The `Content-Type` of a message, which is in UTF-8 (SOAP 1.1 section 6, SOAP 1.2 part 2 section 7.1.4, RFC 3902).
pub(super) fn content_type(version: SoapVersion, action: Option<&str>) -> Result<HeaderValue> {
    let mut value = format!("{}; charset=utf-8", version.media_type());
    if let (SoapVersion::V1_2, Some(action)) = (version, action) {
        value.push_str("; action=");
        value.push_str(&quoted(action)?);
    }
    sendable(&value)
}

/// The `SOAPAction` of a SOAP 1.1 request: in quotes (WS-I R1109), and there even if there is no action (R2745).
pub(super) fn soap_action(action: Option<&str>) -> Result<HeaderValue> {
    sendable(&quoted(action.unwrap_or_default())?)
}

pub(super) fn sendable(value: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(value).map_err(|_| unsendable(value))
}

/// An action is a URI, which has no quotes inside and is visible ASCII (RFC 3986 section 2).
fn quoted(action: &str) -> Result<String> {
    let can_stand = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
    if action.bytes().all(can_stand) {
        Ok(format!("\"{action}\""))
    } else {
        Err(unsendable(action))
    }
}

#[cold]
fn unsendable(action: &str) -> Error {
    let problem = HttpProblem::UnsendableAction(excerpt(action));
    Error::new(ErrorKind::Http(problem))
}

/// What a request says of its action: `SOAPAction` in SOAP 1.1, with quotes or without, the parameter `action` of
/// `Content-Type` in SOAP 1.2. `None` if it says nothing, or that there is none (`""`).
///
/// It is for who passes requests on, or keeps a log of them: what is asked for, the element in the Body says (WS-I R1127), and a caller may
/// say another action than that. Where something before the service trusts the action,
/// [`ReadOptions::check_action`](crate::ReadOptions::check_action) refuses such a request.
///
/// ```
/// use um_messages::{SoapMessage, http, um};
///
/// let request = um::ResetPIN {}.to_request("https://host/EWS/UM2007Legacy.asmx")?;
/// let action = http::action(request.headers());
/// assert_eq!(action.as_deref(), um::ResetPIN {}.action());
/// # Ok::<(), um_messages::Error>(())
/// ```
#[must_use]
pub fn action(headers: &HeaderMap) -> Option<String> {
    actions(headers).next()
}

/// As [`action`], each that is said: nothing keeps a caller from saying several.
pub(super) fn actions(headers: &HeaderMap) -> impl Iterator<Item = String> {
    let content_type = text(headers, &::http::header::CONTENT_TYPE).unwrap_or_default();
    let is_1_2 = version_of(content_type) == Some(SoapVersion::V1_2);
    // That of a package has it in what it says of the envelope, or beside that, as older ones of CXF have.
    let parameter = is_1_2.then(|| {
        let of_envelope = media_type::parameter(&envelope_type(content_type), "action");
        of_envelope.or_else(|| media_type::parameter(content_type, "action"))
    });
    let fields = headers.get_all(SOAP_ACTION).into_iter();
    let fields = fields.filter(move |_| !is_1_2).map(|value| {
        let value = String::from_utf8_lossy(value.as_bytes());
        let value = value.trim();
        let unquoted = value.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
        unquoted.unwrap_or(value).to_owned()
    });
    let said = parameter.flatten().into_iter().chain(fields);
    said.filter(|action| !action.is_empty())
}

/// The version of SOAP whose media type it is, or that of the envelope in a package.
pub(super) fn version_of(content_type: &str) -> Option<SoapVersion> {
    let content_type = &*envelope_type(content_type);
    let essence = media_type::essence(content_type);
    let is_its = |version: &SoapVersion| essence.eq_ignore_ascii_case(version.media_type());
    SoapVersion::ALL.into_iter().find(is_its)
}

/// The media type of the envelope that comes with this one: itself, unless it is that of a package.
fn envelope_type(content_type: &str) -> Cow<'_, str> {
    #[cfg(feature = "mtom")]
    if mtom::is_package(content_type) {
        return mtom::envelope_type(content_type).unwrap_or_default().into();
    }
    Cow::Borrowed(content_type)
}

/// The value of a header field, if there is one and it is visible ASCII.
pub(super) fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
