//! The tokenizer: XML text to tags and runs of text, strict and without copying.
//!
//! It knows well-formedness, that is the productions of XML 1.0 (fifth edition) as far as SOAP
//! leaves them, and names as Namespaces in XML wants them. What prefixes mean is the reader's.

use super::chars::is_space;
use super::declaration;
use super::foreign;
use super::scan::{self, Illegal, Problem, RawText, Scanned, problem, syntax};
use super::span::{OpenName, RawName, Span};
use crate::error::{ErrorKind, LONGEST_SHOWN, Shown};

/// A piece of a document; the rest of it is in the [`TokenData`], so that this fits a register.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    Start,
    /// The end tag of the innermost open element.
    End,
    Text,
    CData,
    Comment,
    Instruction,
    /// The document is complete.
    EndOfDocument,
}

/// What the last token has. It is kept and used again, so that reading does not allocate.
#[derive(Default)]
pub(crate) struct TokenData {
    /// The text, the content of a CDATA section, or of a comment or processing instruction.
    pub(crate) text: RawText,
    /// The name in a start tag.
    pub(crate) name: RawName,
    /// The attributes other than namespace declarations.
    pub(crate) attributes: Vec<RawAttribute>,
    /// The attributes `xmlns` and `xmlns:…`.
    pub(crate) declarations: Vec<RawAttribute>,
    /// Whether it is an empty-element tag, `<a/>`.
    pub(crate) empty: bool,
}

#[derive(Clone, Copy, Default)]
pub(crate) struct RawAttribute {
    pub(crate) name: RawName,
    pub(crate) value: RawText,
    /// The number of the namespace of the name, as soon as the reader has resolved its prefix.
    pub(crate) uri: u32,
}

pub(crate) struct Tokenizer {
    /// The byte that is read next.
    pub(crate) at: usize,
    illegal: Illegal,
    max_attributes: usize,
    root_seen: bool,
    /// The text does not begin with the document any more.
    start_is_gone: bool,
    /// A part of a character stands behind the text.
    is_cut_off: bool,
}

/// What may stand before a document, and is no part of it (XML 1.0 section 4.3.3).
pub(crate) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

impl Tokenizer {
    pub(crate) fn new(illegal: Illegal, max_attributes: usize) -> Self {
        Self {
            at: 0,
            illegal,
            max_attributes,
            root_seen: false,
            start_is_gone: false,
            is_cut_off: false,
        }
    }

    /// Whether nothing has been read yet but a byte order mark.
    pub(crate) fn is_at_start(&self, document: &str) -> bool {
        !self.start_is_gone && matches!(document.get(..self.at), Some("" | BYTE_ORDER_MARK))
    }

    /// Reads the document from its start again.
    pub(crate) fn rewind(&mut self) {
        self.at = 0;
        self.root_seen = false;
    }

    /// Goes to the end of the document, which is complete; says whether that is not in a character.
    pub(crate) fn finish(&mut self, end: usize) -> bool {
        self.at = end;
        self.root_seen = true;
        !self.is_cut_off
    }

    /// Behind the text stands a part of a character: no document is complete with it.
    pub(crate) fn set_cut_off(&mut self) {
        self.is_cut_off = true;
    }

    /// What is read next stands at `at` of another text now, which lacks the start of the document.
    pub(crate) fn move_to(&mut self, at: usize) {
        self.at = at;
        self.start_is_gone = true;
    }

    /// The next piece of `document`. `open` is the name of the innermost open element; what
    /// the token has is put into `data`.
    ///
    /// Where the text ends within a token, the error is [`ErrorKind::UnexpectedEnd`], and the tokenizer is
    /// as it was: with more text it can be asked again. Any other error is none of what follows.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a fiftieth of the reading speed"
    )]
    pub(crate) fn next(
        &mut self,
        document: &str,
        open: Option<&OpenName>,
        data: &mut TokenData,
    ) -> Scanned<Token> {
        let bytes = document.as_bytes();
        if bytes.get(self.at) == Some(&b'<') {
            match bytes.get(self.at + 1) {
                Some(b'/') => self.end_tag(document, open),
                Some(b'!') => self.declaration_like(document, open, data),
                Some(b'?') => self.instruction(document, data),
                _ => self.start_tag(document, open, data),
            }
        } else if open.is_some() {
            self.text(document, data)
        } else {
            self.between(document, data)
        }
    }

    #[inline]
    fn text(&mut self, document: &str, data: &mut TokenData) -> Scanned<Token> {
        data.text = scan::text(document, self.at, self.at, self.illegal)?;
        let end = data.text.span.end;
        if end == document.len() {
            return Err(problem(ErrorKind::UnexpectedEnd, end));
        }
        self.at = end;
        Ok(Token::Text)
    }

    /// Outside the document element: white space, markup, or the end.
    #[cold]
    fn between(&mut self, document: &str, data: &mut TokenData) -> Scanned<Token> {
        data.text = RawText::default();
        let is_first = self.at == 0 && !self.start_is_gone;
        if is_first && document.starts_with(BYTE_ORDER_MARK) {
            self.at = BYTE_ORDER_MARK.len();
        }
        self.at = scan::skip_space(document.as_bytes(), self.at);
        match document.as_bytes().get(self.at) {
            Some(b'<') => Ok(Token::Text),
            Some(_) => Err(self.stray_text(document)),
            None if self.root_seen && !self.is_cut_off => Ok(Token::EndOfDocument),
            None => Err(problem(ErrorKind::UnexpectedEnd, self.at)),
        }
    }

    #[cold]
    fn stray_text(&self, document: &str) -> Problem {
        let rest = document.get(self.at..).unwrap_or_default();
        let text = rest.split('<').next().unwrap_or_default();
        // No more than is said of it: a stream is not read on for the white space at its end.
        let seen = text.char_indices().nth(LONGEST_SHOWN + 1);
        let seen = seen.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
        // Behind a tag, or before an end tag, it is a piece of a document whose beginning is lost, and may be a password.
        let behind = rest.get(seen.len()..).unwrap_or_default();
        let is_piece = behind.starts_with("</") || seen.trim_end_matches('>').contains('>');
        let seen = if is_piece {
            String::new()
        } else {
            format!(" `{}`", Shown(seen.trim_end()))
        };
        let rule = match foreign::format(rest) {
            _ if self.root_seen => format!("text{seen} after the document element"),
            None => format!("text{seen} before the document element"),
            Some(format) => {
                format!("text{seen} before the document element; it looks like {format}")
            }
        };
        syntax(rule, self.at)
    }

    /// The rest of the innermost open element, if it is text and the end tag in its usual form. Most elements are that, and
    /// reading them in one step is half the work.
    #[inline]
    pub(crate) fn leaf(&mut self, document: &str, open: Option<&OpenName>) -> Option<RawText> {
        let bytes = document.as_bytes();
        let end = scan::plain_text(bytes, self.at);
        if bytes.get(end) != Some(&b'<') {
            return self.encoded_leaf(document, open, end);
        }
        let span = Span::new(self.at, end);
        self.end_leaf(bytes, end, open)?;
        Some(RawText {
            span,
            encoded: false,
        })
    }

    /// As [`leaf`](Self::leaf), where the text before `plain_to` stands for itself.
    #[inline(never)]
    fn encoded_leaf(
        &mut self,
        document: &str,
        open: Option<&OpenName>,
        plain_to: usize,
    ) -> Option<RawText> {
        let text = scan::text(document, self.at, plain_to, self.illegal).ok()?;
        self.end_leaf(document.as_bytes(), text.span.end, open)?;
        Some(text)
    }

    #[inline]
    fn end_leaf(&mut self, bytes: &[u8], at: usize, open: Option<&OpenName>) -> Option<()> {
        if bytes.get(at + 1) != Some(&b'/') {
            return None;
        }
        self.at = usual_end_tag(bytes, at, open)?;
        Some(())
    }

    /// The end tag at `at`: it must name the open element.
    #[inline]
    fn end_tag(&mut self, document: &str, open: Option<&OpenName>) -> Scanned<Token> {
        match usual_end_tag(document.as_bytes(), self.at, open) {
            Some(end) => {
                self.at = end;
                Ok(Token::End)
            }
            None => self.unusual_end_tag(document, open),
        }
    }

    #[cold]
    fn unusual_end_tag(&mut self, document: &str, open: Option<&OpenName>) -> Scanned<Token> {
        let start = self.at + 2;
        let end = scan::name(document, start)?;
        if end == document.len() {
            return Err(problem(ErrorKind::UnexpectedEnd, end));
        }
        let found = Span::new(start, end).of(document);
        let Some(open) = open else {
            return Err(syntax(
                format!("`</{}>` closes no element", Shown(found)),
                self.at,
            ));
        };
        let expected = open.span().of(document);
        if found != expected {
            let (found, expected) = (Shown(found), Shown(expected));
            let rule = format!("`</{found}>` stands where `<{expected}>` must be closed");
            return Err(syntax(rule, self.at));
        }
        let at = scan::skip_space(document.as_bytes(), end);
        self.require(document, at, ">", "an end tag ends with `>`")?;
        Ok(Token::End)
    }

    /// `wanted` must stand at `at`; the tokenizer goes on behind it.
    fn require(&mut self, document: &str, at: usize, wanted: &str, rule: &str) -> Scanned<()> {
        let rest = document.get(at..).unwrap_or_default();
        if rest.starts_with(wanted) {
            self.at = at + wanted.len();
            return Ok(());
        }
        if wanted.starts_with(rest) {
            return Err(problem(ErrorKind::UnexpectedEnd, document.len()));
        }
        Err(syntax(rule, at))
    }

    #[inline]
    fn start_tag(
        &mut self,
        document: &str,
        open: Option<&OpenName>,
        data: &mut TokenData,
    ) -> Scanned<Token> {
        if open.is_none() {
            return self.document_element(document, data);
        }
        self.tag(document, data)
    }

    #[cold]
    fn document_element(&mut self, document: &str, data: &mut TokenData) -> Scanned<Token> {
        if self.root_seen {
            return Err(syntax(
                "a document has one document element, here is a second",
                self.at,
            ));
        }
        let token = self.tag(document, data)?;
        self.root_seen = true;
        Ok(token)
    }

    #[inline]
    fn tag(&mut self, document: &str, data: &mut TokenData) -> Scanned<Token> {
        let end = scan::qname(document, self.at + 1, &mut data.name)?;
        data.empty = false;
        data.attributes.clear();
        data.declarations.clear();
        if document.as_bytes().get(end) == Some(&b'>') {
            self.at = end + 1;
            return Ok(Token::Start);
        }
        self.attributes(document, end, data)?;
        Ok(Token::Start)
    }

    /// The rest of a start tag, from the end of its name on.
    fn attributes(&mut self, document: &str, mut at: usize, data: &mut TokenData) -> Scanned<()> {
        let bytes = document.as_bytes();
        loop {
            let spaced = at;
            at = scan::skip_space(bytes, at);
            match bytes.get(at) {
                Some(b'>') => {
                    self.at = at + 1;
                    return Ok(());
                }
                Some(b'/') => {
                    data.empty = true;
                    return self.require(
                        document,
                        at,
                        "/>",
                        "`/` in a tag must be followed by `>`",
                    );
                }
                None => return Err(problem(ErrorKind::UnexpectedEnd, at)),
                Some(_) if spaced == at => {
                    return Err(syntax("white space must stand before an attribute", at));
                }
                Some(_) => at = self.attribute(document, at, data)?,
            }
        }
    }

    #[inline]
    fn attribute(&self, document: &str, at: usize, data: &mut TokenData) -> Scanned<usize> {
        let bytes = document.as_bytes();
        let mut name = RawName::default();
        let mut at = scan::qname(document, at, &mut name)?;
        if bytes.get(at) != Some(&b'=') {
            at = scan::skip_space(bytes, at);
            if bytes.get(at) != Some(&b'=') {
                return Err(missing(
                    bytes,
                    at,
                    "an attribute has the form `name=\"value\"`",
                ));
            }
        }
        at += 1;
        if !matches!(bytes.get(at), Some(b'"' | b'\'')) {
            at = scan::skip_space(bytes, at);
        }
        let Some(&quote @ (b'"' | b'\'')) = bytes.get(at) else {
            return Err(missing(bytes, at, "an attribute value stands in quotes"));
        };
        let value = scan::value(document, at + 1, quote, self.illegal)?;
        let attribute = RawAttribute {
            name,
            value,
            uri: 0,
        };
        if is_declaration(name, bytes) {
            data.declarations.push(attribute);
        } else {
            data.attributes.push(attribute);
        }
        if data.attributes.len() + data.declarations.len() > self.max_attributes {
            let limit = ErrorKind::Limit {
                limit: "max_attributes",
                max: self.max_attributes,
            };
            return Err(problem(limit, name.span.start));
        }
        Ok(value.span.end + 1)
    }

    /// A comment, a CDATA section, or a document type declaration.
    #[cold]
    fn declaration_like(
        &mut self,
        document: &str,
        open: Option<&OpenName>,
        data: &mut TokenData,
    ) -> Scanned<Token> {
        let rest = document.get(self.at..).unwrap_or_default();
        if rest.starts_with("<!--") {
            return self.comment(document, data);
        }
        if rest.starts_with("<!DOCTYPE") {
            return Err(problem(ErrorKind::DocumentType, self.at));
        }
        if rest.starts_with("<![CDATA[") && open.is_some() {
            data.text = scan::until(document, self.at + 9, "]]>", self.illegal)?;
            self.at = data.text.span.end + 3;
            return Ok(Token::CData);
        }
        if ["<!--", "<![CDATA[", "<!DOCTYPE"]
            .iter()
            .any(|start| start.starts_with(rest))
        {
            return Err(problem(ErrorKind::UnexpectedEnd, document.len()));
        }
        Err(syntax(
            "`<!` must begin a comment, or inside an element a CDATA section",
            self.at,
        ))
    }

    fn comment(&mut self, document: &str, data: &mut TokenData) -> Scanned<Token> {
        data.text = scan::until(document, self.at + 4, "--", self.illegal)?;
        let end = data.text.span.end;
        self.require(document, end, "-->", "`--` must not stand in a comment")?;
        Ok(Token::Comment)
    }

    /// A processing instruction, or the XML declaration.
    #[cold]
    fn instruction(&mut self, document: &str, data: &mut TokenData) -> Scanned<Token> {
        let start = self.at + 2;
        let bytes = document.as_bytes();
        if let Some(end) =
            declaration::usual(document, start).filter(|_| self.is_at_start(document))
        {
            data.text.span = Span::new(start, end);
            self.at = end + 2;
            return Ok(Token::Instruction);
        }
        let mut end = scan::ncname(document, start)?;
        if bytes.get(end) == Some(&b':') {
            end = scan::name(document, start)?;
        }
        let target = Span::new(start, end);
        let raw = scan::until(document, target.end, "?>", self.illegal)?;
        data.text = RawText {
            span: Span::new(target.start, raw.span.end),
            encoded: raw.encoded,
        };
        if raw.span.len() > 0 && !bytes.get(target.end).is_some_and(|&b| is_space(b)) {
            return Err(syntax(
                "white space must follow the target of a processing instruction",
                target.end,
            ));
        }
        self.check_target(document, target)?;
        if target.is("xml", document) {
            declaration::check(raw.span.of(document), raw.span.start)?;
        }
        self.at = raw.span.end + 2;
        Ok(Token::Instruction)
    }

    /// Checks the target of a processing instruction (XML 1.0 production 17, Namespaces in XML, section 7).
    fn check_target(&self, document: &str, target: Span) -> Scanned<()> {
        match target.of(document) {
            "xml" if self.is_at_start(document) => Ok(()),
            "xml" => Err(syntax(
                "an XML declaration may only stand at the very beginning",
                self.at,
            )),
            name if name.eq_ignore_ascii_case("xml") => Err(syntax(
                format!("`{name}` is reserved, and no target of a processing instruction"),
                target.start,
            )),
            name => match name.find(':') {
                None => Ok(()),
                Some(colon) => {
                    let rule = "the target of a processing instruction has no colon";
                    let kind = ErrorKind::Namespace(rule.into());
                    Err(problem(kind, target.start + colon))
                }
            },
        }
    }
}

/// The end of the end tag at `at`, if it names the open element and has no white space.
#[inline]
fn usual_end_tag(bytes: &[u8], at: usize, open: Option<&OpenName>) -> Option<usize> {
    let open = open?.span();
    let name = Span::new(at + 2, at + 2 + open.len());
    let usual = bytes.get(name.end) == Some(&b'>')
        && scan::same(name.bytes_of(bytes), open.bytes_of(bytes));
    usual.then_some(name.end + 1)
}

/// Something that must stand at `at` does not: the text ends there, or a rule is broken.
#[cold]
fn missing(bytes: &[u8], at: usize, rule: &str) -> Problem {
    if at >= bytes.len() {
        problem(ErrorKind::UnexpectedEnd, at)
    } else {
        syntax(rule, at)
    }
}

#[inline]
fn is_declaration(name: RawName, bytes: &[u8]) -> bool {
    let named = if name.has_prefix() {
        name.prefix()
    } else {
        name.span
    };
    named.len() == 5 && named.bytes_of(bytes) == b"xmlns"
}
