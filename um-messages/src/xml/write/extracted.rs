//! Bytes that are taken out of the document, to become parts of a package beside it (XML-binary Optimized Packaging 1.0 section 3.1).
//!
//! ```xml
//! <Audio><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1@example.org"/></Audio>
//! ```

#![cfg_attr(
    not(feature = "mtom"),
    allow(dead_code, reason = "nothing is taken out without it")
)]

/// What has been taken out, and what is to be.
pub(crate) struct Extracted {
    /// Bytes are taken out if there are more.
    pub(super) threshold: usize,
    /// What content ids have behind the number of the part.
    suffix: String,
    pub(super) parts: Vec<ExtractedPart>,
}

/// Bytes that were taken out.
pub(crate) struct ExtractedPart {
    pub(crate) content_id: String,
    /// What the element says of them.
    pub(crate) media_type: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

impl Extracted {
    pub(crate) fn new(threshold: usize, suffix: String) -> Self {
        Self {
            threshold,
            suffix,
            parts: Vec::new(),
        }
    }

    /// Takes bytes out; their content id.
    pub(super) fn push(&mut self, bytes: &[u8], media_type: Option<String>) -> String {
        let content_id = format!("{}@{}", self.parts.len() + 1, self.suffix);
        self.parts.push(ExtractedPart {
            content_id: content_id.clone(),
            media_type,
            bytes: bytes.to_vec(),
        });
        content_id
    }
}
