//! Markup that is written out when the program is compiled.

use crate::xml::namespace::NamespaceId;

/// What a document element has for itself. That it need not be put together, nor looked through for what has to be escaped, is a fifth of
/// writing a small message.
pub(crate) struct KnownMarkup {
    bytes: [u8; LONGEST],
    /// 0 if it has to be made when it is written.
    length: usize,
}

/// So long is it mostly, at most.
const LONGEST: usize = 160;

/// The declaration of a namespace, known to one writer.
#[derive(Clone, Copy)]
pub(super) struct DeclaredNext {
    pub(super) prefix: &'static str,
    pub(super) uri: &'static str,
    pub(super) namespace: NamespaceId,
    pub(super) markup: &'static str,
}

impl KnownMarkup {
    const NONE: Self = Self {
        bytes: [0; LONGEST],
        length: 0,
    };

    /// An element without content, `<m:Call></m:Call>`, whose prefix may be empty.
    pub(crate) const fn element(prefix: &str, local: &str) -> Self {
        let name_length = prefix.len() + !prefix.is_empty() as usize + local.len();
        if 2 * name_length + "<></>".len() > LONGEST {
            return Self::NONE;
        }
        Self::NONE
            .followed_by("<")
            .followed_by_name(prefix, local)
            .followed_by("></")
            .followed_by_name(prefix, local)
            .followed_by(">")
    }

    /// The declaration of a prefix, or of the default namespace if that is empty: ` xmlns:m="urn:calls"`.
    pub(crate) const fn declaration(prefix: &str, uri: &str) -> Self {
        let colon = if prefix.is_empty() { "" } else { ":" };
        let uri_at = " xmlns".len() + colon.len() + prefix.len() + "=\"".len();
        if uri_at + uri.len() + 1 > LONGEST || uri.is_empty() || !stands_for_itself(uri) {
            return Self::NONE;
        }
        Self::NONE
            .followed_by(" xmlns")
            .followed_by(colon)
            .followed_by(prefix)
            .followed_by("=\"")
            .followed_by(uri)
            .followed_by("\"")
    }

    const fn followed_by_name(self, prefix: &str, local: &str) -> Self {
        if prefix.is_empty() {
            return self.followed_by(local);
        }
        self.followed_by(prefix).followed_by(":").followed_by(local)
    }

    const fn followed_by(mut self, text: &str) -> Self {
        let mut at = 0;
        while at < text.len() {
            self.bytes[self.length] = text.as_bytes()[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    /// The markup; empty if it has to be made when it is written.
    pub(crate) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// Whether nothing of it is escaped in an attribute value, nor refused.
const fn stands_for_itself(uri: &str) -> bool {
    let bytes = uri.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte <= b' ' || byte >= 0x7F || matches!(byte, b'<' | b'>' | b'&' | b'"') {
            return false;
        }
        at += 1;
    }
    true
}

impl DeclaredNext {
    pub(super) fn is(&self, prefix: &str, namespace: NamespaceId) -> bool {
        self.namespace == namespace && std::ptr::eq(self.prefix, prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::{KnownMarkup, LONGEST};

    #[test]
    fn a_declaration_is_made_that_has_nothing_to_escape() {
        let long = "u".repeat(LONGEST - " xmlns=\"\"".len());
        for (prefix, uri, expected) in [
            ("", "urn:calls", " xmlns=\"urn:calls\""),
            ("m", "urn:calls", " xmlns:m=\"urn:calls\""),
            ("", &long, &format!(" xmlns=\"{long}\"")),
            ("m", &long, ""),
            ("m", "urn:a&b", ""),
            ("m", "urn:ä", ""),
            ("m", "", ""),
        ] {
            let declaration = KnownMarkup::declaration(prefix, uri);
            assert_eq!(declaration.as_str(), expected);
        }
    }

    #[test]
    fn an_element_is_made_if_it_is_not_too_long() {
        let long = "N".repeat((LONGEST - "<></>".len()) / 2);
        for (prefix, local, expected) in [
            ("", "Größe", "<Größe></Größe>"),
            ("m", "Call", "<m:Call></m:Call>"),
            ("", &long, &format!("<{long}></{long}>")),
            ("m", &long, ""),
        ] {
            assert_eq!(KnownMarkup::element(prefix, local).as_str(), expected);
        }
    }
}
