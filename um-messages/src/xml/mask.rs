//! Documents for a log: what must not be seen there is masked.

use std::borrow::Cow;

use crate::error::Error;
use crate::xml::read::{ReadOptions, Reader, decoded};
use crate::xml::syntax::{Normalization, RawText, Span, Token, is_blank, is_name, is_space};
use crate::xml::write::MASK;

/// A document for a log: `***` stands in the place of what is in elements and attributes of these names.
///
/// A name is a local name, `Password`, and then means elements and attributes in whatever namespace; or it is
/// `{namespace}local`, as a [`QName`](crate::xml::QName) is displayed, and means those in that namespace alone: `{}local` those in none. Of one with a
/// prefix, `wsse:Password`, the local name counts, since a prefix means nothing outside of a document.
///
/// What is in a masked element is masked as a whole: texts, comments, and the values of its attributes and of all elements in it. The tags stay as they are,
/// with their prefixes, their order and the white space between them; an element or an attribute without content stays
/// so, and namespace declarations do. Where XML stands in a text, as in a CDATA section, or in a comment or an attribute, that is
/// masked as a whole if one of the names occurs in it.
///
/// What is no well-formed document is shown as far as it is one, and nothing of it is shown from the token on that is not: in
/// `<Login><Password>hunter2` or JSON nobody can say what a password is. A document type declaration is such a token. No limit of
/// [`ReadOptions`] holds; what it takes is linear in the length of the document, with no recursion.
///
/// With [`tracing`](https://docs.rs/tracing) it is `tracing::debug!(xml = xml::mask(&text, &["Password"]), "received")`, which does no work where
/// the level is off. What a program writes itself is better masked by [`Envelope::masked`](crate::Envelope::masked), which needs no names.
///
/// ```
/// use um_messages::xml::mask;
///
/// let xml = r#"<l:Login xmlns:l="urn:login" User="ann"><l:Pin Kind="new">1234</l:Pin></l:Login>"#;
/// let pin = r#"<l:Login xmlns:l="urn:login" User="ann"><l:Pin Kind="***">***</l:Pin></l:Login>"#;
/// let user = r#"<l:Login xmlns:l="urn:login" User="***"><l:Pin Kind="new">1234</l:Pin></l:Login>"#;
/// assert_eq!(mask(xml, &["Pin"]), pin);
/// assert_eq!(mask(xml, &["{urn:login}Pin"]), pin);
/// assert_eq!(mask(xml, &["{urn:other}Pin", "{}User"]), user);
/// assert_eq!(
///     mask("<Login>\n<Pin>1234</Pin> <Pin>5678</Login>", &["Pin"]),
///     "<Login>\n<Pin>***</Pin> <Pin>*** [not well-formed from line 2, column 26 on]",
/// );
/// ```
#[must_use]
pub fn mask(xml: &str, names: &[impl AsRef<str>]) -> String {
    Masking {
        reader: Reader::from_str_with(xml, &ReadOptions::unlimited()),
        names: names.iter().map(|name| Name::of(name.as_ref())).collect(),
        shown: Shown {
            xml,
            out: String::with_capacity(xml.len()),
            from: 0,
        },
        masked_at: 0,
        is_in_start: false,
    }
    .run()
}

/// As [`mask`], for bytes in UTF-8, UTF-16, ISO-8859-1 or windows-1252. Of bytes that are no text in one of these, nothing is shown.
///
/// ```
/// use um_messages::xml::mask_slice;
///
/// let utf_16 = "<Pin>1234</Pin>".encode_utf16().flat_map(u16::to_le_bytes);
/// assert_eq!(mask_slice(&utf_16.collect::<Vec<_>>(), &["Pin"]), "<Pin>***</Pin>");
/// assert_eq!(mask_slice(b"\xFF1234", &["Pin"]), "[not text in a known encoding]");
/// ```
#[must_use]
pub fn mask_slice(xml: &[u8], names: &[impl AsRef<str>]) -> String {
    match decoded(xml) {
        Ok(text) => mask(&text, names),
        Err(_) => "[not text in a known encoding]".to_owned(),
    }
}

/// The name of elements and attributes that are masked.
struct Name<'n> {
    /// Their namespace, if it matters.
    namespace: Option<&'n str>,
    local: &'n str,
}

impl<'n> Name<'n> {
    fn of(name: &'n str) -> Self {
        let braces = name
            .strip_prefix('{')
            .and_then(|name| name.rsplit_once('}'));
        match braces {
            Some((namespace, local)) => Self {
                namespace: Some(namespace),
                local,
            },
            None => Self {
                namespace: None,
                local: name.rsplit(':').next().unwrap_or_default(),
            },
        }
    }

    /// Whether the element that the reader stands in has it.
    fn is_of_element(&self, reader: &Reader<'_>) -> bool {
        match self.namespace {
            Some(namespace) => reader.is_in(namespace, self.local),
            None => reader.has_local(self.local),
        }
    }

    fn is_of_attribute(&self, index: usize, reader: &Reader<'_>) -> bool {
        match self.namespace {
            Some(namespace) => reader.attribute_is_in(index, namespace, self.local),
            None => reader.attribute_has_local(index, self.local),
        }
    }

    /// Whether a text has the local name as a word.
    fn is_in(&self, text: &str) -> bool {
        let mut found = text.match_indices(self.local);
        found.any(|(at, word)| {
            let before = text.get(..at).unwrap_or_default();
            let behind = text.get(at + word.len()..).unwrap_or_default();
            !word.is_empty() && !before.ends_with(is_name) && !behind.starts_with(is_name)
        })
    }
}

/// A document, and what is shown of it.
struct Shown<'x> {
    xml: &'x str,
    out: String,
    /// What comes next of the document.
    from: usize,
}

impl Shown<'_> {
    /// Shows what comes next.
    fn show_to(&mut self, end: usize) {
        let next = Span::new(self.from, end.max(self.from));
        self.out.push_str(next.of(self.xml));
        self.from = next.end;
    }

    /// Shows what stands before the span, and masks what stands there, if that is something.
    fn mask(&mut self, span: Span) {
        self.show_to(span.start);
        if span.end > self.from {
            self.out.push_str(MASK);
            self.from = span.end;
        }
    }
}

struct Masking<'x, 'n> {
    reader: Reader<'x>,
    names: Vec<Name<'n>>,
    shown: Shown<'x>,
    /// How deep the outermost masked element is that the reader stands in; 0 in none.
    masked_at: usize,
    /// Whether nothing but text stands behind a start tag.
    is_in_start: bool,
}

impl Masking<'_, '_> {
    fn run(mut self) -> String {
        loop {
            let (_, whole) = self.reader.token_range();
            match self.reader.token() {
                Ok(Token::EndOfDocument) => {
                    self.shown.show_to(self.shown.xml.len());
                    return self.shown.out;
                }
                Ok(token) => self.token(token),
                Err(error) => return self.broken_off(whole, &error),
            }
        }
    }

    /// Nothing is said of what is wrong, for that may be what is not shown.
    #[cold]
    fn broken_off(mut self, whole: usize, error: &Error) -> String {
        if self.masked_at > 0 {
            self.shown
                .mask(Span::new(self.shown.from, self.shown.xml.len()));
        }
        self.shown.show_to(whole);
        let mut out = self.shown.out;
        if !out.is_empty() {
            out.push(' ');
        }
        let place = error.position().map_or_else(String::new, |position| {
            format!(
                " from line {}, column {} on",
                position.line, position.column
            )
        });
        out + "[not well-formed" + &place + "]"
    }

    fn token(&mut self, token: Token) {
        let (start, end) = self.reader.token_range();
        match token {
            Token::Start => {
                self.content(start, false);
                self.start_tag();
                self.shown.show_to(end);
                self.is_in_start = true;
            }
            Token::End => {
                self.content(start, self.is_in_start);
                self.shown.show_to(end);
                self.is_in_start = false;
                if self.masked_at == self.reader.depth() {
                    self.masked_at = 0;
                }
            }
            _ if self.masked_at > 0 => {}
            _ => self.open_content(token),
        }
    }

    /// Masks what stands before a tag in a masked element. White space between tags of different elements is no value.
    fn content(&mut self, tag: usize, is_value: bool) {
        if self.masked_at == 0 {
            return;
        }
        let content = Span::new(self.shown.from, tag.max(self.shown.from));
        if is_value || !is_blank(content.of(self.shown.xml)) {
            self.shown.mask(content);
        }
    }

    fn start_tag(&mut self) {
        let is_masked = |name: &Name<'_>| name.is_of_element(&self.reader);
        if self.masked_at == 0 && self.names.iter().any(is_masked) {
            self.masked_at = self.reader.depth();
        }
        for index in 0..self.reader.attribute_count() {
            let Some(value) = self.reader.raw_value(index) else {
                continue;
            };
            let is_masked = |name: &Name<'_>| name.is_of_attribute(index, &self.reader);
            if self.masked_at > 0
                || self.names.iter().any(is_masked)
                || self.is_markup(&value, Normalization::Spaces, true)
            {
                self.shown.mask(value.span);
            }
        }
    }

    /// Text and the like outside of masked elements.
    fn open_content(&mut self, token: Token) {
        let mut content = self.reader.token_data().text;
        if !self.is_markup(&content, Normalization::LineEnds, token == Token::Text) {
            return;
        }
        if token == Token::Instruction {
            let text = content.span.of(self.shown.xml).as_bytes();
            let target = text.iter().position(|&byte| is_space(byte));
            content.span.start += target.map_or(0, |target| target + 1);
        }
        self.shown.mask(content.span);
    }

    /// Whether it has markup, with one of the names in it.
    fn is_markup(&self, raw: &RawText, normalization: Normalization, references: bool) -> bool {
        let raw_text = raw.span.of(self.shown.xml);
        if !raw_text.contains(['<', '&']) {
            return false;
        }
        let value = self.reader.value_of(raw, normalization, references);
        let text = value.unwrap_or(Cow::Borrowed(raw_text));
        let has_markup = ["<", "&lt;", "&#"].iter().any(|it| text.contains(it));
        has_markup && self.names.iter().any(|name| name.is_in(&text))
    }
}
