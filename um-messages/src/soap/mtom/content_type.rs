//! What the media type of a package says (RFC 2387 section 3, XOP section 4.1).
//!
//! ```text
//! multipart/related; boundary="b"; type="application/xop+xml"; start="<0@example.org>"; start-info="text/xml"
//! ```

use super::header::bare_content_id;
use crate::error::{Error, ErrorKind, PackageProblem, Result, excerpt};
use crate::soap::SoapVersion;
use crate::xml::read::media_type;

/// The media type of a document some of whose texts are parts (XOP section 4).
pub(super) const XOP: &str = "application/xop+xml";

/// What the media type of a package says.
pub(super) struct ContentType {
    pub(super) boundary: String,
    /// The content id of the part with the document, if it is not the first one.
    pub(super) start: Option<String>,
    /// The media type of that part.
    pub(super) root: Option<String>,
}

impl ContentType {
    pub(super) fn parse(value: &str) -> Result<Self> {
        let error = |problem| Err(Error::new(ErrorKind::Package(problem)));
        if !is_package(value) {
            return error(PackageProblem::NotRelated(excerpt(media_type::essence(
                value,
            ))));
        }
        let parameter = |name| media_type::parameter(value, name);
        let Some(boundary) = parameter("boundary") else {
            return error(PackageProblem::NoBoundary);
        };
        Ok(Self {
            boundary,
            start: parameter("start").map(|start| bare_content_id(&start).to_owned()),
            root: parameter("type").map(|it| media_type::essence(&it).to_owned()),
        })
    }
}

/// Whether it is the media type of a document with parts.
pub(in crate::soap) fn is_package(content_type: &str) -> bool {
    media_type::essence(content_type).eq_ignore_ascii_case("multipart/related")
}

/// Whether it is the media type of a package with an envelope, as far as it says.
#[cfg(feature = "http")]
pub(in crate::soap) fn may_have_envelope(content_type: &str) -> bool {
    let Ok(ContentType { root, .. }) = ContentType::parse(content_type) else {
        return false;
    };
    let is_root = |media_type| {
        root.as_ref()
            .is_none_or(|it| it.eq_ignore_ascii_case(media_type))
    };
    is_root(XOP)
        || SoapVersion::ALL
            .iter()
            .any(|version| is_root(version.media_type()))
}

/// The media type of the envelope in a package, with what it says of the action: that of the document or, where that has parts of its own,
/// that which it would have without (`start-info`). `None` if it does not say it, or is not that of a package.
#[cfg(feature = "http")]
pub(in crate::soap) fn envelope_type(content_type: &str) -> Option<String> {
    let root = ContentType::parse(content_type).ok()?.root?;
    let parameter = if root.eq_ignore_ascii_case(XOP) {
        "start-info"
    } else {
        "type"
    };
    media_type::parameter(content_type, parameter)
}

/// The media type of the document of a package, which is an envelope of this version: `application/xop+xml; charset=utf-8; type="text/xml"`.
pub(super) fn root_type(version: SoapVersion, action: Option<&str>) -> String {
    let mut envelope = version.media_type().to_owned();
    if let (SoapVersion::V1_2, Some(action)) = (version, action) {
        envelope.push_str("; action=");
        envelope.push_str(&quoted(action));
    }
    format!("{XOP}; charset=utf-8; type={}", quoted(&envelope))
}

/// The media type of a package whose document has this one, and this content id.
pub(super) fn of_package(root_type: &str, root_id: &str, boundary: &str) -> String {
    let root = media_type::essence(root_type);
    let mut value = format!(
        "multipart/related; boundary={}; type={}; start={}",
        quoted(boundary),
        quoted(root),
        quoted(&format!("<{root_id}>"))
    );
    if let Some(info) = media_type::parameter(root_type, "type") {
        value.push_str("; start-info=");
        value.push_str(&quoted(&info));
    }
    value
}

/// A quoted string (RFC 9110 section 5.6.4).
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}
