//! Pretty printing, through xml-rs' `EventWriter`.

use xml_rs::common::XmlVersion;
use xml_rs::writer::{EmitterConfig, EventWriter, XmlEvent};

use crate::error::{Error, ErrorKind, Result};
use crate::xml::bind::{Root, to_string};
use crate::xml::read::{ReadOptions, Reader};
use crate::xml::syntax::{RawAttribute, Span, Token, declaration, is_blank, trim};
use crate::xml::write::WriteElement;

/// Indents a document by two spaces, one element a line; text is left unbroken. What stands inside more than 32
/// elements is printed as it stands.
///
/// White space between elements is replaced. Everything else is kept as it stands, with its
/// references, comments and CDATA sections, and so is all content of an element that has text.
///
/// # Errors
///
/// If the text is not well-formed XML, or has more than 256 elements inside each other.
///
/// ```
/// use um_messages::xml::pretty;
///
/// assert_eq!(pretty("<a><b>text</b><c/></a>")?, "<a>\n  <b>text</b>\n  <c/>\n</a>");
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn pretty(xml: &str) -> Result<String> {
    let contents = contents(xml)?;
    let mut next = contents.iter();
    let mut reader = reader(xml);
    let mut depth: usize = 0;
    let mut printer = Printer {
        out: EventWriter::new_with_config(Vec::new(), layout()),
        xml,
    };
    loop {
        match reader.token()? {
            Token::EndOfDocument => break,
            Token::Start => {
                printer.start(&reader)?;
                depth += 1;
                let is_whole = |content: &&Contents| depth >= INDENTED || !content.is_indented();
                if let Some(content) = next.next().filter(is_whole) {
                    printer.write_text(content.span.of(xml))?;
                    // The elements inside are printed with it.
                    let inside = next.as_slice().iter();
                    let inside = inside.take_while(|inner| inner.span.start <= content.span.end);
                    next = next
                        .as_slice()
                        .get(inside.count()..)
                        .unwrap_or_default()
                        .iter();
                    reader.skip()?;
                    printer.write(XmlEvent::end_element())?;
                    depth = depth.saturating_sub(1);
                }
            }
            Token::Text => {}
            other => {
                depth = depth.saturating_sub(usize::from(other == Token::End));
                printer.other(other, reader.token_data().text.span.of(xml))?;
            }
        }
    }
    String::from_utf8(printer.out.into_inner())
        .map_err(|error| Error::new(ErrorKind::Encoding(error.to_string())))
}

/// As [`to_string`], indented by two spaces.
///
/// # Errors
///
/// If a value cannot be written as XML.
pub fn to_string_pretty<T: Root + WriteElement>(value: &T) -> Result<String> {
    pretty(&to_string(value)?)
}

fn reader(xml: &str) -> Reader<'_> {
    let options = ReadOptions::new().max_depth(DEEPEST);
    Reader::from_str_with(xml, &options.max_uri(usize::MAX))
}

/// How deep a document may be.
const DEEPEST: usize = 256;

/// How many levels are indented: indentation is as long as the element is deep, on every line.
const INDENTED: usize = 32;

/// What stands in an element.
#[derive(Default)]
struct Contents {
    span: Span,
    has_elements: bool,
    has_text: bool,
}

impl Contents {
    /// Elements alone, so that the white space between them means nothing.
    fn is_indented(&self) -> bool {
        self.has_elements && !self.has_text
    }
}

/// What stands in each element, in the order of their start tags.
fn contents(xml: &str) -> Result<Vec<Contents>> {
    let mut reader = reader(xml);
    let mut contents: Vec<Contents> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        let token = reader.token()?;
        let (start, end) = reader.token_range();
        let parent = open.last().and_then(|&index| contents.get_mut(index));
        match (token, parent) {
            (Token::EndOfDocument, _) => return Ok(contents),
            (Token::Start, parent) => {
                if let Some(parent) = parent {
                    parent.has_elements = true;
                }
                open.push(contents.len());
                contents.push(Contents {
                    span: Span::new(end, end),
                    ..Contents::default()
                });
            }
            (Token::End, Some(element)) => {
                // An empty-element tag is its own end tag, and has no content.
                element.span.end = start.max(element.span.start);
                open.pop();
            }
            (Token::Text, Some(element)) => {
                element.has_text |= !is_blank(reader.token_data().text.span.of(xml));
            }
            (Token::CData, Some(element)) => element.has_text = true,
            _ => {}
        }
    }
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

    /// Text as it stands; none is no event, so that an element without content stays empty.
    fn write_text(&mut self, text: &str) -> Result<()> {
        if text.is_empty() {
            Ok(())
        } else {
            self.write(XmlEvent::RawCharacters(text))
        }
    }

    fn start(&mut self, reader: &Reader<'_>) -> Result<()> {
        let tag = reader.token_data();
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
            Token::Comment => self.write(XmlEvent::Comment(text)),
            Token::Instruction => self.instruction(text),
            // Elements that have text are printed as they stand.
            Token::Start | Token::Text | Token::CData | Token::EndOfDocument => Ok(()),
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
