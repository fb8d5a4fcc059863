//! The part of the writer that takes bytes out of the document.

#![cfg_attr(
    not(feature = "mtom"),
    allow(dead_code, reason = "nothing is taken out without it")
)]

use super::extracted::{Extracted, ExtractedPart};
use super::writer::Writer;
use crate::xml::namespace::XOP_NAMESPACE;

/// The namespaces of the attribute `contentType`, which says of what media type the bytes are (Describing Media Content of Binary Data in
/// XML, section 2), and of its drafts, which are in use.
const XMIME: [&str; 3] = [
    "http://www.w3.org/2005/05/xmlmime",
    "http://www.w3.org/2004/11/xmlmime",
    "http://www.w3.org/2004/06/xmlmime",
];

impl Writer {
    /// A writer that takes out bytes.
    pub(crate) fn extracting(extracted: Extracted) -> Self {
        Self {
            extracted: Some(Box::new(extracted)),
            ..Self::new()
        }
    }

    /// What was taken out, in the order of the document.
    pub(crate) fn take_extracted(&mut self) -> Vec<ExtractedPart> {
        self.extracted.take().map_or(Vec::new(), |it| it.parts)
    }

    /// Takes bytes out of the current element, if they are to be.
    pub(super) fn extract(&mut self, bytes: &[u8]) -> bool {
        let Some(extracted) = &self.extracted else {
            return false;
        };
        if bytes.len() <= extracted.threshold {
            return false;
        }
        let media_type = self.media_type_of_element();
        let content_id = match &mut self.extracted {
            None => return false,
            Some(extracted) => extracted.push(bytes, media_type),
        };
        self.include(&content_id);
        true
    }

    /// Writes the element that stands for a part. It declares its prefix itself, so that nothing is declared around it for its sake.
    pub(super) fn include(&mut self, content_id: &str) {
        self.push_raw("<xop:Include xmlns:xop=\"");
        self.push_raw(XOP_NAMESPACE);
        self.push_raw("\" href=\"cid:");
        self.append_raw(|text| escape_content_id(content_id, text));
        self.push_raw("\"/>");
    }

    /// What `xmime:contentType` says in the start tag that was completed last, if the current element began with it.
    fn media_type_of_element(&self) -> Option<String> {
        // Behind the declarations of the last start tag that had room for some: if there is another one, it has no attributes.
        let attributes = self.out.since(self.declarations.end).strip_suffix('>')?;
        if attributes.contains('<') {
            return None;
        }
        let mut pieces = attributes.split('"');
        while let (Some(name), Some(value)) = (pieces.next(), pieces.next()) {
            let name = name.trim_start().strip_suffix('=')?;
            let prefix = name.strip_suffix(":contentType").unwrap_or_default();
            let is_media_type = XMIME
                .iter()
                .any(|uri| self.prefixes.is_attribute_in(prefix, uri));
            // What has been escaped is none.
            if is_media_type && !value.contains('&') && !value.is_empty() {
                return Some(value.to_owned());
            }
        }
        None
    }
}

/// A content id as the URI scheme `cid` has it (RFC 2392 section 2).
fn escape_content_id(content_id: &str, out: &mut String) {
    for byte in content_id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 0xF] {
                    let digit = char::from_digit(u32::from(digit), 16).unwrap_or_default();
                    out.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}
