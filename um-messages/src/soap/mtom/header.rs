//! The header fields of a part (RFC 2045 section 3, RFC 5322 section 2.2).

use crate::error::{PackageProblem, excerpt};
use crate::xml::read::media_type;

/// The header fields of a part, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header(Vec<(String, String)>);

impl Header {
    /// Reads lines, each with its end. A line that begins with white space goes on with the one before.
    pub(super) fn parse(lines: &[u8]) -> Result<Self, PackageProblem> {
        let lines = String::from_utf8_lossy(lines);
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in lines.split_terminator("\r\n") {
            let is_folded = line.starts_with([' ', '\t']);
            let no_field = || PackageProblem::Header(excerpt(line));
            if line.chars().any(|c| c.is_control() && c != '\t') {
                return Err(no_field());
            }
            if let Some((_, value)) = fields.last_mut().filter(|_| is_folded) {
                value.push_str(line.trim_end());
                continue;
            }
            let (name, value) = line.split_once(':').ok_or_else(no_field)?;
            let name = name.trim_end();
            if !is_token(name) {
                return Err(no_field());
            }
            fields.push((name.to_owned(), value.trim().to_owned()));
        }
        Ok(Self(fields))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn push(&mut self, name: &str, value: String) {
        self.0.push((name.to_owned(), value));
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The value of a field, by its name in any case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut fields = self.fields();
        fields.find_map(|(found, value)| found.eq_ignore_ascii_case(name).then_some(value))
    }

    pub(super) fn content_id(&self) -> Option<&str> {
        self.get("Content-ID").map(bare_content_id)
    }

    /// The media type, without parameters.
    pub(super) fn media_type(&self) -> Option<&str> {
        self.get("Content-Type").map(media_type::essence)
    }
}

/// A content id without the brackets that it has in a header field, and often lacks.
pub(super) fn bare_content_id(content_id: &str) -> &str {
    let content_id = content_id.trim();
    let inside = content_id
        .strip_prefix('<')
        .and_then(|it| it.strip_suffix('>'));
    inside.unwrap_or(content_id)
}

/// Whether a text is the name of a header field.
pub(super) fn is_token(name: &str) -> bool {
    let can_stand = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(can_stand)
}

#[cfg(test)]
mod tests {
    use super::Header;

    #[test]
    fn fields() {
        let lines = "Content-Type: application/xop+xml;\r\n charset=utf-8;\r\n\ttype=\"text/xml\"\r\n\
            content-id :  <a@b> \r\nX:\r\n";
        let header = Header::parse(lines.as_bytes()).unwrap();
        assert_eq!(header.len(), 3);
        assert_eq!(
            header.get("content-type"),
            Some("application/xop+xml; charset=utf-8;\ttype=\"text/xml\"")
        );
        assert_eq!(header.media_type(), Some("application/xop+xml"));
        assert_eq!(header.content_id(), Some("a@b"));
        assert_eq!(header.get("X"), Some(""));
    }

    #[test]
    fn what_is_no_field() {
        for lines in [
            "x\r\n",
            " x: y\r\n",
            ": y\r\n",
            "a b: y\r\n",
            "x: a\nb\r\n",
            "x: \0\r\n",
        ] {
            assert!(Header::parse(lines.as_bytes()).is_err(), "{lines:?}");
        }
    }
}
