//! The part of the writer that masks fields that are secret, where that is asked: the text is for a log.
//!
//! `<Login><Pin kind="new">1234</Pin></Login>` becomes `<Login><Pin kind="***">***</Pin></Login>`, if `Pin` is secret. A
//! field is masked when it has been written, because what it is made of is known to its types alone.

use super::writer::{Secrets, Writer};

/// What stands in the place of what is not shown.
pub(crate) const MASK: &str = "***";

/// A secret that is being written.
#[derive(Clone, Copy)]
pub(crate) struct Secret {
    outer: Secrets,
    had_failed: bool,
    /// Where it begins in the text.
    from: usize,
    /// Where the declarations of the start tag ended then.
    declarations_end: usize,
}

impl Writer {
    /// A writer that masks fields that are secret.
    pub(crate) fn masking() -> Self {
        Self {
            secrets: Secrets::Masked,
            ..Self::new()
        }
    }

    /// Whether the text is for a log.
    pub(crate) fn is_masking(&self) -> bool {
        self.secrets != Secrets::Written
    }

    /// Whether what is written will be masked.
    pub(crate) fn is_in_secret(&self) -> bool {
        self.secrets == Secrets::Inside
    }

    /// What is written next is secret.
    pub(crate) fn begin_secret(&mut self) -> Secret {
        let outer = self.secrets;
        if outer == Secrets::Masked {
            self.secrets = Secrets::Inside;
        }
        Secret {
            outer,
            had_failed: self.has_failed(),
            from: self.length(),
            declarations_end: self.declarations.end,
        }
    }

    /// The attributes that have been written are secret, or what they have declared. Declarations stand before attributes, and
    /// have moved what stood there.
    pub(crate) fn end_secret_attributes(&mut self, secret: Secret) {
        let moved = self.declarations.end - secret.declarations_end;
        let from = secret.from + moved;
        self.end_secret(Secret { from, ..secret }, mask_attributes);
    }

    /// The content that has been written is secret.
    pub(crate) fn end_secret_content(&mut self, secret: Secret) {
        self.end_secret(secret, mask_content);
    }

    fn end_secret(&mut self, secret: Secret, mask: fn(&str, &mut String)) {
        self.hide_failure(secret.had_failed);
        if secret.outer == Secrets::Masked {
            self.out.replace_since(secret.from, mask);
        }
        self.secrets = secret.outer;
    }
}

/// Masks attributes, or those of a tag, but for declarations. The writer escapes quotes in values.
fn mask_attributes(written: &str, out: &mut String) {
    let mut pieces = written.split('"');
    while let Some(name) = pieces.next() {
        out.push_str(name);
        let Some(value) = pieces.next() else { break };
        let name = name.rsplit(' ').next().unwrap_or_default();
        let is_shown = value.is_empty() || name.starts_with("xmlns:") || name == "xmlns=";
        let value = if is_shown { value } else { MASK };
        out.extend(["\"", value, "\""]);
    }
}

/// Masks content, and the attributes in it.
fn mask_content(written: &str, out: &mut String) {
    let mut rest = written;
    while !rest.is_empty() {
        let (text, tags) = split(rest, text_length(rest));
        if !text.is_empty() {
            out.push_str(MASK);
        }
        let (tag, behind) = split(tags, tags.find('>').map_or(tags.len(), |end| end + 1));
        mask_attributes(tag, out);
        rest = behind;
    }
}

/// How long the text is that stands before the next tag, with its CDATA sections. The writer escapes what would begin or end a
/// tag in other texts.
fn text_length(content: &str) -> usize {
    let mut length = 0;
    loop {
        let (_, rest) = split(content, length);
        let text = rest.find('<').unwrap_or(rest.len());
        let (_, markup) = split(rest, text);
        if !markup.starts_with("<![CDATA[") {
            return length + text;
        }
        length += text + markup.find("]]>").map_or(markup.len(), |end| end + 3);
    }
}

fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}
