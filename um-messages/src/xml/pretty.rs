//! Pretty printing.

use crate::error::Result;
use crate::xml::bind::{Root, to_string};
use crate::xml::read::{ReadOptions, Reader};
use crate::xml::syntax::{RawAttribute, Span, Token, TokenData, declaration, is_blank, trim};
use crate::xml::write::WriteElement;

/// Indents a document by two spaces, one element a line; text is left unbroken. Elements inside more than 16 others
/// are indented as these are.
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
    let mut printer = Printer::new(xml);
    loop {
        match reader.token()? {
            Token::EndOfDocument => return Ok(printer.out),
            Token::Start => {
                printer.start(reader.token_data());
                if let Some(content) = next.next().filter(|content| !content.is_indented()) {
                    printer.content(content.span.of(xml));
                    // The elements inside are printed with it.
                    let inside = next.as_slice().iter();
                    let inside = inside.take_while(|inner| inner.span.start <= content.span.end);
                    next = next
                        .as_slice()
                        .get(inside.count()..)
                        .unwrap_or_default()
                        .iter();
                    reader.skip()?;
                    printer.end();
                }
            }
            Token::End => printer.end(),
            Token::Comment => printer.comment(reader.token_data().text.span.of(xml)),
            Token::Instruction => printer.instruction(reader.token_data().text.span.of(xml)),
            // Elements that have text are printed as they stand.
            Token::Text | Token::CData => {}
        }
    }
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

/// How many levels are indented; what is deeper stands below them, or a line would be as long as the element is deep.
const INDENTED: usize = 16;

struct Printer<'a> {
    out: String,
    xml: &'a str,
    /// The names of the open elements.
    open: Vec<&'a str>,
    /// The start tag that was printed last has no end yet.
    in_tag: bool,
    /// The end tag follows its content on the same line.
    is_inline: bool,
}

impl<'a> Printer<'a> {
    fn new(xml: &'a str) -> Self {
        Self {
            out: String::with_capacity(xml.len()),
            xml,
            open: Vec::new(),
            in_tag: false,
            is_inline: false,
        }
    }

    /// Begins a line for what stands in the open elements.
    fn new_line(&mut self) {
        if self.in_tag {
            self.out.push('>');
        }
        (self.in_tag, self.is_inline) = (false, false);
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        for _ in 0..self.open.len().min(INDENTED) {
            self.out.push_str("  ");
        }
    }

    /// Prints a start tag without its end, which depends on what follows.
    fn start(&mut self, tag: &TokenData) {
        self.new_line();
        let name = tag.name.span.of(self.xml);
        self.out.push('<');
        self.out.push_str(name);
        for RawAttribute { name, value, .. } in tag.declarations.iter().chain(&tag.attributes) {
            self.out.push(' ');
            self.out.push_str(name.span.of(self.xml));
            self.out.push_str("=\"");
            let value = value.span.of(self.xml);
            self.out.push_str(&value.replace('"', "&quot;"));
            self.out.push('"');
        }
        self.open.push(name);
        self.in_tag = true;
    }

    /// Prints content as it stands; an element without any stays empty.
    fn content(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.in_tag {
            self.out.push('>');
        }
        self.out.push_str(text);
        (self.in_tag, self.is_inline) = (false, true);
    }

    fn end(&mut self) {
        let name = self.open.pop().unwrap_or_default();
        if self.in_tag {
            self.out.push_str("/>");
        } else {
            if !self.is_inline {
                self.new_line();
            }
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        (self.in_tag, self.is_inline) = (false, false);
    }

    fn comment(&mut self, text: &str) {
        self.new_line();
        self.out.push_str("<!--");
        self.out.push_str(text);
        self.out.push_str("-->");
    }

    fn instruction(&mut self, text: &str) {
        self.new_line();
        let (name, data) = text
            .split_once([' ', '\t', '\r', '\n'])
            .unwrap_or((text, ""));
        self.out.push_str("<?");
        self.out.push_str(name);
        match trim(data) {
            "" => {}
            _ if name == "xml" => self.declaration(),
            data => {
                self.out.push(' ');
                self.out.push_str(data);
            }
        }
        self.out.push_str("?>");
    }

    /// What the XML declaration says.
    fn declaration(&mut self) {
        let encoding = declaration::encoding(self.xml).unwrap_or("utf-8");
        self.out.push_str(" version=\"1.0\" encoding=\"");
        self.out.push_str(encoding);
        self.out.push('"');
        if let Some(standalone) = declaration::standalone(self.xml) {
            let standalone = if standalone { "yes" } else { "no" };
            self.out.push_str(" standalone=\"");
            self.out.push_str(standalone);
            self.out.push('"');
        }
    }
}
