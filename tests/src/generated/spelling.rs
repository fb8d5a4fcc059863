//! The same document, spelled another way.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use xml_rs::reader::{EventReader, ParserConfig, XmlEvent};

/// A source of choices.
#[derive(Clone, Debug)]
pub struct Choices {
    bytes: Vec<u8>,
    at: usize,
}

impl Choices {
    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        let byte = self.bytes[self.at % self.bytes.len()];
        self.at += 1;
        (usize::from(byte) + self.at / self.bytes.len()) % n
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// Choices of bytes.
pub fn choices() -> impl Strategy<Value = Choices> {
    vec(any::<u8>(), 61..257).prop_map(|bytes| Choices { bytes, at: 0 })
}

/// An element as xml-rs reads it.
struct Parsed {
    prefix: String,
    local: String,
    uri: String,
    /// All declarations in scope.
    scope: BTreeMap<String, String>,
    /// Namespace, prefix, local name and value.
    attributes: Vec<(String, String, String, String)>,
    children: Vec<ParsedNode>,
}

enum ParsedNode {
    Element(Parsed),
    Text(String),
}

fn parse(document: &str) -> Parsed {
    let config = ParserConfig::new()
        .whitespace_to_characters(true)
        .cdata_to_characters(true)
        .ignore_comments(true);
    let mut open: Vec<Parsed> = Vec::new();
    for event in EventReader::new_with_config(document.as_bytes(), config) {
        match event.unwrap() {
            XmlEvent::StartElement {
                name,
                attributes,
                namespace,
            } => {
                let scope = namespace.0.into_iter();
                open.push(Parsed {
                    prefix: name.prefix.unwrap_or_default(),
                    local: name.local_name,
                    uri: name.namespace.unwrap_or_default(),
                    scope: scope
                        .filter(|(prefix, _)| prefix != "xml" && prefix != "xmlns")
                        .collect(),
                    attributes: attributes
                        .into_iter()
                        .map(|attribute| {
                            let name = attribute.name;
                            (
                                name.namespace.unwrap_or_default(),
                                name.prefix.unwrap_or_default(),
                                name.local_name,
                                attribute.value,
                            )
                        })
                        .collect(),
                    children: Vec::new(),
                });
            }
            XmlEvent::EndElement { .. } => {
                let element = open.pop().unwrap();
                match open.last_mut() {
                    Some(parent) => parent.children.push(ParsedNode::Element(element)),
                    None => return element,
                }
            }
            XmlEvent::Characters(text) => {
                let parent = open.last_mut().unwrap();
                parent.children.push(ParsedNode::Text(text));
            }
            _ => {}
        }
    }
    panic!("no document: {document}")
}

/// Writes a document that means the same.
#[derive(Debug)]
pub struct Speller<'c> {
    out: String,
    choices: &'c mut Choices,
    /// What the prefixes that are made up begin with.
    letter: char,
    /// How many prefixes have been made up.
    made_up: usize,
}

impl Speller<'_> {
    /// The same document, with prefixes that begin with this letter.
    pub fn document(document: &str, letter: char, choices: &mut Choices) -> String {
        let root = parse(document);
        let mut speller = Speller {
            out: String::new(),
            choices,
            letter,
            made_up: 0,
        };
        if speller.choices.one_in(2) {
            speller.out += "<?xml version='1.0' encoding='UTF-8' standalone=\"yes\" ?>";
        }
        speller.misc(true);
        speller.element(&root, &BTreeMap::new(), &[]);
        speller.misc(true);
        speller.out
    }

    /// Comments and processing instructions, and white space where it may stand.
    fn misc(&mut self, space: bool) {
        while self.choices.one_in(4) {
            let misc = [
                "<!---->",
                "<!-- a - <b> & ]]> -->",
                "<?p?>",
                "<?p  a='<b>' & ? > ?>",
                "\n  ",
                "\r\n\t",
                "\r",
            ];
            let kinds = if space { misc.len() } else { 4 };
            self.out += misc[self.choices.below(kinds)];
        }
    }

    fn space(&mut self) {
        let spaces = ["", "", "", " ", "\n\t", "\r\n"];
        self.out += spaces[self.choices.below(spaces.len())];
    }

    /// `own` has the prefixes that were made up further out, with their namespaces.
    fn element(
        &mut self,
        element: &Parsed,
        outer: &BTreeMap<String, String>,
        own: &[(String, String)],
    ) {
        let mut own = own.to_vec();
        let mut declarations: Vec<(String, String)> = element
            .scope
            .iter()
            .filter(|(prefix, uri)| {
                let before = outer.get(*prefix).map_or("", |uri| uri);
                before != uri.as_str() || (!prefix.is_empty() && self.choices.one_in(8))
            })
            .map(|(prefix, uri)| (prefix.clone(), uri.clone()))
            .collect();
        let mut prefix_of = |speller: &mut Self, prefix: &str, uri: &str| {
            if uri.is_empty() || prefix == "xml" || speller.choices.one_in(3) {
                return prefix.to_owned();
            }
            let known = own.iter().find(|(_, known)| known == uri).cloned();
            if let Some((prefix, _)) = known.filter(|_| !speller.choices.one_in(3)) {
                return prefix;
            }
            speller.made_up += 1;
            let prefix = format!("{}{}.", speller.letter, speller.made_up);
            own.push((prefix.clone(), uri.to_owned()));
            declarations.push((prefix.clone(), uri.to_owned()));
            prefix
        };
        let prefix = prefix_of(self, &element.prefix, &element.uri);
        let mut attributes: Vec<(String, &str)> = element
            .attributes
            .iter()
            .map(|(uri, prefix, local, value)| {
                let prefix = prefix_of(self, prefix, uri);
                (qualified(&prefix, local), value.as_str())
            })
            .collect();
        attributes.extend(declarations.iter().map(|(prefix, uri)| {
            let name = match prefix.as_str() {
                "" => "xmlns".to_owned(),
                prefix => format!("xmlns:{prefix}"),
            };
            (name, uri.as_str())
        }));
        let name = qualified(&prefix, &element.local);
        let _ = write!(self.out, "<{name}");
        while !attributes.is_empty() {
            let next = self.choices.below(attributes.len());
            let (name, value) = attributes.swap_remove(next);
            self.attribute(&name, value);
        }
        self.space();
        if element.children.is_empty() && self.choices.one_in(2) {
            self.out += "/>";
            return;
        }
        self.out += ">";
        self.content(element, &own);
        let _ = write!(self.out, "</{name}");
        self.space();
        self.out += ">";
    }

    fn content(&mut self, element: &Parsed, own: &[(String, String)]) {
        let is_element = |node: &ParsedNode| matches!(node, ParsedNode::Element(_));
        let between_elements =
            !element.children.is_empty() && element.children.iter().all(is_element);
        self.misc(between_elements);
        for child in &element.children {
            match child {
                ParsedNode::Element(child) => self.element(child, &element.scope, own),
                ParsedNode::Text(text) => self.text(text),
            }
            self.misc(between_elements);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out += [" ", "\n", "\t ", "\r\n"][self.choices.below(4)];
        self.out += name;
        self.space();
        self.out += "=";
        self.space();
        let quote = if self.choices.one_in(2) { '"' } else { '\'' };
        self.out.push(quote);
        for c in value.chars() {
            let must = matches!(c, '<' | '&' | '\t' | '\n' | '\r') || c == quote;
            if must || self.choices.one_in(8) {
                self.reference(c);
            } else {
                self.out.push(c);
            }
        }
        self.out.push(quote);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            // `]]>` must not come about, so `>` is never as it stands here.
            let must = matches!(c, '<' | '&' | '>' | '\r');
            match self.choices.below(10) {
                0 if c != '\r' => {
                    let _ = write!(self.out, "<![CDATA[{c}]]>");
                }
                1 => self.reference(c),
                2 => {
                    self.misc(false);
                    self.reference(c);
                }
                3 if c == '\n' => self.out += "\r\n",
                4 if c == '\n' => self.out += "\r",
                _ if must => self.reference(c),
                _ => self.out.push(c),
            }
            // A line end that is two characters is one.
            if c == '\n' && self.out.ends_with('\r') {
                self.out += "<!---->";
            }
        }
    }

    fn reference(&mut self, c: char) {
        let named = match c {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            '"' => "&quot;",
            '\'' => "&apos;",
            _ => "",
        };
        let code = u32::from(c);
        let _ = match self.choices.below(4) {
            0 => write!(self.out, "&#{code};"),
            1 => write!(self.out, "&#x00{code:x};"),
            _ if named.is_empty() => write!(self.out, "&#x{code:X};"),
            _ => write!(self.out, "{named}"),
        };
    }
}

fn qualified(prefix: &str, local: &str) -> String {
    match prefix {
        "" => local.to_owned(),
        prefix => format!("{prefix}:{local}"),
    }
}
