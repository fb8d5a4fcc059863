//! The second source: xml-rs over a stream, which need not be held.

use std::io::{self, BufReader, Read};

use xml_rs::attribute::OwnedAttribute;
use xml_rs::common::Position as _;
use xml_rs::name::OwnedName;
use xml_rs::namespace::Namespace;
use xml_rs::reader::{self, EventReader, ParserConfig, XmlEvent};

use super::options::ReadOptions;
use crate::error::{ErrorKind, Position};
use crate::xml::syntax::scan::{problem, syntax};
use crate::xml::syntax::{RawAttribute, RawName, RawText, Scanned, Span, Token, TokenData};

/// Turns the events of xml-rs into the tokens that the tokenizer gives.
///
/// Spans refer to a text that the reader keeps for it: the names and attributes of the open elements,
/// and behind them the text that was read last.
pub(super) struct Stream<'de> {
    events: EventReader<Counted<BufReader<Box<dyn Read + 'de>>>>,
    /// What has to stay of the text when the next event is read.
    kept: usize,
    max_attributes: usize,
    /// The namespaces in scope of each open element, as xml-rs gives them.
    scopes: Vec<Namespace>,
}

/// Counts the bytes that go through.
struct Counted<R> {
    source: R,
    count: usize,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.count += count;
        Ok(count)
    }
}

impl<'de> Stream<'de> {
    pub(super) fn new(source: Box<dyn Read + 'de>, options: &ReadOptions) -> Self {
        let mut config = ParserConfig::new()
            .whitespace_to_characters(true)
            .ignore_comments(true)
            .coalesce_characters(false)
            .replace_unknown_entity_references(options.replace_illegal_characters)
            .allow_multiple_root_elements(false);
        config.max_attributes = options.max_attributes;
        config.max_attribute_length = options.max_text;
        config.max_data_length = options.max_text;
        config.max_name_length = usize::MAX;
        let source = Counted {
            source: BufReader::new(source),
            count: 0,
        };
        Self {
            events: EventReader::new_with_config(source, config),
            kept: 0,
            max_attributes: options.max_attributes,
            scopes: Vec::new(),
        }
    }

    /// Forgets an element that is closed; its names begin at `start`.
    pub(super) fn forget(&mut self, text: &mut String, start: usize) {
        text.truncate(start);
        self.kept = text.len();
        self.scopes.pop();
    }

    /// Where xml-rs stands; the byte is the last one that it has taken.
    pub(super) fn position(&self) -> Position {
        let position = self.events.position();
        let from_one = |number: u64| {
            usize::try_from(number)
                .unwrap_or(usize::MAX)
                .saturating_add(1)
        };
        Position {
            line: from_one(position.row()),
            column: from_one(position.column()),
            byte: self.events.source().count,
        }
    }

    /// The next token; what it has is put into `data`.
    pub(super) fn next(&mut self, text: &mut String, data: &mut TokenData) -> Scanned<Token> {
        text.truncate(self.kept);
        loop {
            let token = match self.events.next() {
                Ok(XmlEvent::StartElement {
                    name,
                    attributes,
                    namespace,
                }) => {
                    self.start(text, data, &name, &attributes, namespace);
                    if data.attributes.len() + data.declarations.len() > self.max_attributes {
                        let max = self.max_attributes;
                        return Err(problem(
                            ErrorKind::Limit {
                                limit: "max_attributes",
                                max,
                            },
                            0,
                        ));
                    }
                    Token::Start
                }
                Ok(XmlEvent::EndElement { .. }) => Token::End,
                Ok(XmlEvent::Characters(piece) | XmlEvent::Whitespace(piece)) => {
                    data.text = push_text(text, &piece);
                    Token::Text
                }
                Ok(XmlEvent::CData(piece)) => {
                    data.text = push_text(text, &piece);
                    Token::CData
                }
                Ok(XmlEvent::EndDocument) => Token::EndOfDocument,
                Ok(XmlEvent::Doctype { .. }) => return Err(problem(ErrorKind::DocumentType, 0)),
                Ok(_) => continue,
                Err(error) => return Err(problem(kind(&error), 0)),
            };
            return Ok(token);
        }
    }

    fn start(
        &mut self,
        text: &mut String,
        data: &mut TokenData,
        name: &OwnedName,
        attributes: &[OwnedAttribute],
        scope: Namespace,
    ) {
        data.empty = false;
        data.attributes.clear();
        data.declarations.clear();
        data.name = push_name(text, name.prefix.as_deref(), &name.local_name);
        for attribute in attributes {
            let name = push_name(
                text,
                attribute.name.prefix.as_deref(),
                &attribute.name.local_name,
            );
            let value = push_text(text, &attribute.value);
            data.attributes.push(RawAttribute {
                name,
                value,
                uri: 0,
            });
        }
        for (prefix, uri) in &scope.0 {
            let outer = self.scopes.last().and_then(|outer| outer.0.get(prefix));
            if is_predeclared(prefix) || outer == Some(uri) || (outer.is_none() && uri.is_empty()) {
                continue;
            }
            let name = match prefix.as_str() {
                "" => push_name(text, None, "xmlns"),
                prefix => push_name(text, Some("xmlns"), prefix),
            };
            let value = push_text(text, uri);
            data.declarations.push(RawAttribute {
                name,
                value,
                uri: 0,
            });
        }
        self.scopes.push(scope);
        self.kept = text.len();
    }
}

fn push_name(text: &mut String, prefix: Option<&str>, local: &str) -> RawName {
    let start = text.len();
    if let Some(prefix) = prefix {
        text.push_str(prefix);
        text.push(':');
    }
    let local_start = text.len();
    text.push_str(local);
    RawName {
        span: Span::new(start, text.len()),
        local: local_start,
    }
}

fn push_text(text: &mut String, piece: &str) -> RawText {
    let start = text.len();
    text.push_str(piece);
    RawText {
        span: Span::new(start, text.len()),
        encoded: false,
    }
}

fn is_predeclared(prefix: &str) -> bool {
    prefix == "xml" || prefix == "xmlns"
}

fn kind(error: &reader::Error) -> ErrorKind {
    match error.kind() {
        reader::ErrorKind::Io(error) => {
            ErrorKind::Io(io::Error::new(error.kind(), error.to_string()))
        }
        reader::ErrorKind::UnexpectedEof => ErrorKind::UnexpectedEnd,
        reader::ErrorKind::Utf8(error) => ErrorKind::Encoding(error.to_string()),
        _ => (*syntax(error.msg(), 0).0).0,
    }
}
