//! Pretty printing, through xml-rs' `EventWriter`.

use xml_rs::common::XmlVersion;
use xml_rs::writer::{EmitterConfig, EventWriter, XmlEvent};

use super::chars::{is_blank, trim};
use super::declaration;
use super::options::ReadOptions;
use super::reader::Reader;
use super::span::Span;
use super::tokenizer::{RawAttribute, Token};
use crate::error::{Error, ErrorKind, Result};

/// Indents a document by two spaces, one element a line; text is left unbroken.
///
/// White space between elements is replaced, everything else is kept as it stands, with its
/// references, comments and CDATA sections.
///
/// # Errors
///
/// If the text is not well-formed XML.
///
/// ```
/// use um_messages::xml::pretty;
///
/// assert_eq!(pretty("<a><b>text</b><c/></a>")?, "<a>\n  <b>text</b>\n  <c/>\n</a>");
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn pretty(xml: &str) -> Result<String> {
    let unlimited = ReadOptions::new()
        .max_depth(usize::MAX)
        .max_attributes(usize::MAX)
        .max_namespaces(usize::MAX);
    let mut reader = Reader::from_str_with(xml, &unlimited);
    let mut printer = Printer {
        out: EventWriter::new_with_config(Vec::new(), layout()),
        xml,
    };
    // White space is printed as soon as it is clear that it stands alone in an element.
    let mut blank: Option<Span> = None;
    let mut after_start = false;
    loop {
        let token = reader.token()?;
        let alone = after_start && matches!(token, Token::End);
        if let Some(text) = blank.take().filter(|_| alone) {
            printer.write(XmlEvent::RawCharacters(text.of(xml)))?;
        }
        after_start = match token {
            Token::Text if is_blank(reader.details().run.span.of(xml)) => {
                blank = Some(reader.details().run.span).filter(|span| span.len() > 0);
                continue;
            }
            Token::EndOfDocument => break,
            Token::Start => {
                printer.start(&reader)?;
                true
            }
            other => {
                printer.other(other, reader.details().run.span.of(xml))?;
                false
            }
        };
    }
    String::from_utf8(printer.out.into_inner())
        .map_err(|error| Error::new(ErrorKind::Encoding(error.to_string())))
}

fn layout() -> EmitterConfig {
    let mut layout = EmitterConfig::new()
        .perform_indent(true)
        .indent_string("  ")
        .write_document_declaration(false)
        .pad_self_closing(false)
        .autopad_comments(false);
    // What is printed has been read, and is escaped already.
    layout.perform_escaping = false;
    layout
}

struct Printer<'a> {
    out: EventWriter<Vec<u8>>,
    xml: &'a str,
}

impl Printer<'_> {
    fn write<'e>(&mut self, event: impl Into<XmlEvent<'e>>) -> Result<()> {
        let written = self.out.write(event);
        written.map_err(|error| Error::new(ErrorKind::Unwritable(error.to_string())))
    }

    fn start(&mut self, reader: &Reader<'_>) -> Result<()> {
        let tag = reader.details();
        let text = |span: Span| span.of(self.xml);
        let attributes: Vec<(&str, String)> = tag
            .declarations
            .iter()
            .chain(&tag.attributes)
            .map(|RawAttribute { name, value, .. }| {
                (text(name.span), text(value.span).replace('"', "&quot;"))
            })
            .collect();
        let start = XmlEvent::start_element(text(tag.name.span));
        let start = attributes
            .iter()
            .fold(start, |start, (name, value)| start.attr(*name, value));
        self.write(start)
    }

    fn other(&mut self, token: Token, text: &str) -> Result<()> {
        match token {
            Token::End => self.write(XmlEvent::end_element()),
            Token::Text => self.write(XmlEvent::RawCharacters(text)),
            Token::CData => self.write(XmlEvent::CData(text)),
            Token::Comment => self.write(XmlEvent::Comment(text)),
            Token::Instruction => self.instruction(text),
            Token::Start | Token::EndOfDocument => Ok(()),
        }
    }

    fn instruction(&mut self, text: &str) -> Result<()> {
        let (name, data) = text
            .split_once([' ', '\t', '\r', '\n'])
            .unwrap_or((text, ""));
        if name != "xml" {
            let data = Some(trim(data)).filter(|data| !data.is_empty());
            return self.write(XmlEvent::ProcessingInstruction { name, data });
        }
        self.write(XmlEvent::StartDocument {
            version: XmlVersion::Version10,
            encoding: Some(declaration::encoding(self.xml).unwrap_or("utf-8")),
            standalone: declaration::standalone(self.xml),
        })
    }
}
