//! Writes what is read of a part of a document, token by token, in its canonical form.

use super::around::Around;
use super::attribute::WrittenAttribute;
use super::subset::Part;
use super::{Canonicalization, Method};
use crate::error::{Error, ErrorKind, Result, Shown};
use crate::xml::namespace::{Bindings, UriId};
use crate::xml::read::Reader;
use crate::xml::syntax::{Span, TextContext, Token, escape, trim_start};

/// From this length on what has been written is given away.
const PIECE: usize = 16 * 1024;

pub(super) struct CanonicalWriter<'w> {
    /// What all spans refer to.
    xml: &'w str,
    canonicalization: &'w Canonicalization,
    part: Part,
    out: String,
    /// What is declared in what has been written, and in scope there.
    declared: Bindings<'static>,
    /// The open elements: how many declarations are in scope outside each.
    open: Vec<usize>,
    /// How many elements are open that are left out.
    left_out: usize,
    /// Whether the element of the part, or the document element, is complete.
    is_complete: bool,
}

impl<'w> CanonicalWriter<'w> {
    pub(super) fn new(xml: &'w str, canonicalization: &'w Canonicalization, part: Part) -> Self {
        Self {
            xml,
            canonicalization,
            part,
            out: String::new(),
            declared: Bindings::new(),
            open: Vec::new(),
            left_out: 0,
            is_complete: false,
        }
    }

    /// Whether what is around the part counts.
    pub(super) fn needs_around(&self) -> bool {
        self.part.element.is_some() && self.canonicalization.method != Method::Exclusive
    }

    /// Whether nothing follows any more.
    pub(super) fn is_complete(&self) -> bool {
        self.is_complete && self.part.element.is_some()
    }

    /// What has been written since the last piece, if that is a piece.
    pub(super) fn take_piece(&mut self) -> Option<String> {
        (self.out.len() >= PIECE).then(|| std::mem::take(&mut self.out))
    }

    /// What has been written since the last piece.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Writes the token that the reader has read.
    pub(super) fn write(
        &mut self,
        token: Token,
        reader: &Reader<'_>,
        around: &Around,
    ) -> Result<()> {
        let is_left_out = self.left_out > 0;
        match token {
            Token::Start if is_left_out || self.is_start_of_left_out(reader) => self.left_out += 1,
            Token::End if is_left_out => self.left_out -= 1,
            _ if is_left_out => {}
            Token::Start => self.start(reader, around)?,
            Token::End => self.end(reader),
            // Outside of elements there is white space alone, which is no node.
            Token::Text | Token::CData if self.open.is_empty() => {}
            Token::Text => self.text(reader, true)?,
            Token::CData => self.text(reader, false)?,
            Token::Comment if self.canonicalization.has_comments => self.comment(reader)?,
            Token::Instruction => self.instruction(reader)?,
            Token::Comment | Token::EndOfDocument => {}
        }
        Ok(())
    }

    fn is_start_of_left_out(&self, reader: &Reader<'_>) -> bool {
        self.part.without == Some(reader.token_range().0)
    }

    // Elements.

    fn start(&mut self, reader: &Reader<'_>, around: &Around) -> Result<()> {
        let is_first = self.open.is_empty();
        self.open.push(self.declared.in_scope().len());
        self.out.push('<');
        self.out.push_str(reader.spelled_name().0.span.of(self.xml));
        for (prefix, uri) in self.to_declare(reader, is_first) {
            self.declare(prefix, uri, reader)?;
        }
        let around = Some(around).filter(|_| is_first && self.needs_around());
        self.attributes(reader, around)?;
        self.out.push('>');
        Ok(())
    }

    /// The namespaces that have to be declared, in the order of their prefixes: of those that the start tag uses or, by the
    /// inclusive ways, that are in scope, each that is not declared in what is written around it.
    fn to_declare(&self, reader: &Reader<'_>, is_first: bool) -> Vec<(Span, UriId)> {
        let bindings = reader.bindings();
        let text = self.xml.as_bytes();
        let mut needed = Vec::new();
        let mut need = |prefix: Span, uri: UriId| {
            let name = prefix.bytes_of(text);
            // `xml` is never declared (Canonical XML, section 2.3).
            if name != b"xml" && self.declared.resolve_text(name, text) != Some(uri) {
                needed.push((prefix, uri));
            }
        };
        let in_scope = if is_first {
            bindings.in_scope()
        } else {
            reader.own_bindings()
        };
        for binding in in_scope {
            if self
                .canonicalization
                .is_inclusive(binding.prefix.of(self.xml))
            {
                let innermost = bindings.resolve_text(binding.prefix.bytes_of(text), text);
                need(binding.prefix, innermost.unwrap_or(binding.uri));
            }
        }
        if self.canonicalization.method == Method::Exclusive {
            let (name, uri) = reader.spelled_name();
            need(name.prefix(), uri);
            for attribute in &reader.token_data().attributes {
                if attribute.name.has_prefix() {
                    need(attribute.name.prefix(), UriId::of_number(attribute.uri));
                }
            }
        }
        needed.sort_by_key(|(prefix, _)| prefix.bytes_of(text));
        needed.dedup_by_key(|(prefix, _)| prefix.bytes_of(text));
        needed
    }

    fn declare(&mut self, prefix: Span, uri: UriId, reader: &Reader<'_>) -> Result<()> {
        let namespace = reader.bindings().uri(uri);
        if !namespace.is_empty() && !is_absolute(namespace) {
            let rule = format!(
                "the namespace `{}` is a relative URI, which has no canonical form",
                Shown(namespace)
            );
            return Err(reader.error(ErrorKind::Namespace(rule)));
        }
        self.declared.declare(prefix, self.xml.as_bytes(), uri);
        self.out.push_str(" xmlns");
        if prefix.len() > 0 {
            self.out.push(':');
            self.out.push_str(prefix.of(self.xml));
        }
        self.value(namespace)
    }

    /// In the order of their namespaces and local names (Canonical XML, section 2.2), with those that the element has by what is
    /// around it.
    fn attributes(&mut self, reader: &Reader<'_>, around: Option<&Around>) -> Result<()> {
        let own = reader.token_data().attributes.iter().enumerate();
        let own = own.map(|(index, attribute)| {
            Ok(WrittenAttribute {
                uri: reader.bindings().uri(UriId::of_number(attribute.uri)),
                local: attribute.name.local().of(self.xml),
                prefix: attribute.name.prefix().of(self.xml),
                value: reader.attribute_value(index)?,
            })
        });
        let mut attributes = own.collect::<Result<Vec<_>>>()?;
        if let Some(around) = around {
            around.add_to(&mut attributes, self.canonicalization.method);
        }
        attributes.sort_by_key(|attribute| (attribute.uri, attribute.local));
        for attribute in attributes {
            self.out.push(' ');
            if !attribute.prefix.is_empty() {
                self.out.push_str(attribute.prefix);
                self.out.push(':');
            }
            self.out.push_str(attribute.local);
            self.value(&attribute.value)?;
        }
        Ok(())
    }

    fn value(&mut self, value: &str) -> Result<()> {
        self.out.push_str("=\"");
        if value.contains('>') {
            // It stands for itself (Canonical XML, section 2.3), where the writer escapes it.
            let mut text = String::new();
            escaped(value, TextContext::Attribute, &mut text)?;
            self.out.push_str(&text.replace("&gt;", ">"));
        } else {
            escaped(value, TextContext::Attribute, &mut self.out)?;
        }
        self.out.push('"');
        Ok(())
    }

    fn end(&mut self, reader: &Reader<'_>) {
        self.out.push_str("</");
        self.out.push_str(reader.spelled_name().0.span.of(self.xml));
        self.out.push('>');
        if let Some(outer) = self.open.pop() {
            self.declared.leave(outer, self.xml.as_bytes());
        }
        self.is_complete = self.open.is_empty();
    }

    // What else there is.

    fn text(&mut self, reader: &Reader<'_>, references: bool) -> Result<()> {
        let text = reader.text_value(references)?;
        escaped(&text, TextContext::Content, &mut self.out)
    }

    fn comment(&mut self, reader: &Reader<'_>) -> Result<()> {
        let text = reader.text_value(false)?;
        self.on_its_line(&["<!--", &text, "-->"]);
        Ok(())
    }

    fn instruction(&mut self, reader: &Reader<'_>) -> Result<()> {
        let text = reader.text_value(false)?;
        let (target, data) = text.split_at(text.find([' ', '\t', '\n']).unwrap_or(text.len()));
        let data = trim_start(data);
        // The XML declaration is no node.
        if target != "xml" {
            let space = if data.is_empty() { "" } else { " " };
            self.on_its_line(&["<?", target, space, data, "?>"]);
        }
        Ok(())
    }

    /// Outside of the document element each stands on its line.
    fn on_its_line(&mut self, pieces: &[&str]) {
        let is_outside = self.open.is_empty();
        if is_outside && self.is_complete {
            self.out.push('\n');
        }
        self.out.extend(pieces.iter().copied());
        if is_outside && !self.is_complete {
            self.out.push('\n');
        }
    }
}

fn escaped(text: &str, context: TextContext, out: &mut String) -> Result<()> {
    escape(text, context, out).map_err(|c| {
        let problem = format!("the character U+{:04X}", u32::from(c));
        Error::new(ErrorKind::Unwritable(problem))
    })
}

/// Whether a URI begins with a scheme (RFC 3986 section 3.1).
fn is_absolute(uri: &str) -> bool {
    let scheme = uri.split(':').next().unwrap_or_default();
    scheme.len() < uri.len()
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
