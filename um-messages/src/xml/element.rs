//! A small owned tree, for content that no type describes.

use std::borrow::Cow;
use std::fmt;

use super::names::ElementName;
use super::reader::Reader;
use super::scan::White;
use super::tokenizer::Token;
use super::traits::{ReadElement, WriteElement};
use super::writer::{OpenElement, Writer};
use crate::error::{ErrorKind, Result};
use crate::name::QName;
use crate::xml::ReadOptions;

/// An element of any content: its attributes, its children and its text, with the namespace
/// declarations that its values may use.
///
/// Names are as they were sent, prefixes and all. Two elements are equal when their names, their
/// attributes (in whatever order) and their content are; prefixes and declarations carry no meaning
/// of their own.
///
/// ```
/// use um_messages::xml::Element;
///
/// let call: Element = "<c:Call xmlns:c='urn:c' Id='7'><c:State>Connected</c:State></c:Call>".parse()?;
/// assert!(call.name().is("urn:c", "Call"));
/// assert_eq!(call.attribute("", "Id"), Some("7"));
/// assert_eq!(call.child("urn:c", "State").map(Element::text).as_deref(), Some("Connected"));
///
/// let built = Element::new("urn:c", "Call")
///     .with_attribute("", "Id", "7")
///     .with_child(Element::new("urn:c", "State").with_text("Connected"));
/// assert_eq!(built, call);
/// assert_eq!(built.to_xml()?, r#"<Call xmlns="urn:c" Id="7"><State>Connected</State></Call>"#);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Element {
    name: QName,
    prefix: Cow<'static, str>,
    declarations: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    attributes: Vec<Attribute>,
    children: Vec<Node>,
}

/// An attribute of an [`Element`].
#[derive(Clone, Debug)]
pub struct Attribute {
    name: QName,
    prefix: String,
    value: String,
}

/// What stands in an [`Element`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text: two texts are never neighbours in what was read.
    Text(String),
}

impl Attribute {
    /// The name.
    #[must_use]
    pub fn name(&self) -> &QName {
        &self.name
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl PartialEq for Attribute {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.value == other.value
    }
}

impl Eq for Attribute {}

impl Element {
    /// An element without content; an empty `namespace` stands for none.
    #[must_use]
    pub fn new(
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Self {
        let mut element = Self::default();
        element.name = QName::new(namespace, local);
        element
    }

    /// The same element, written with a prefix instead of as the default namespace.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<Cow<'static, str>>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// The same element with an attribute more.
    #[must_use]
    pub fn with_attribute(
        mut self,
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        let name = QName::new(namespace, local);
        self.attributes.push(Attribute {
            name,
            prefix: String::new(),
            value: value.into(),
        });
        self
    }

    /// The same element with a child more.
    #[must_use]
    pub fn with_child(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// The same element with text behind its other content.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// The qualified name.
    #[must_use]
    pub fn name(&self) -> &QName {
        &self.name
    }

    /// The attributes, in the order in which they stood.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// The value of an attribute; an empty `namespace` stands for none.
    #[must_use]
    pub fn attribute(&self, namespace: &str, local: &str) -> Option<&str> {
        let found = self
            .attributes
            .iter()
            .find(|attribute| attribute.name.is(namespace, local));
        found.map(Attribute::value)
    }

    /// The content.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.children
    }

    /// The child elements.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element of a name.
    #[must_use]
    pub fn child(&self, namespace: &str, local: &str) -> Option<&Self> {
        self.children()
            .find(|child| child.name.is(namespace, local))
    }

    /// The text of the element, without that of its children.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    /// The declarations on the element itself, or all in scope if it was the outermost one read.
    pub(crate) fn declarations(&self) -> impl DoubleEndedIterator<Item = (&str, &str)> {
        self.declarations
            .iter()
            .map(|(prefix, uri)| (prefix.as_ref(), uri.as_ref()))
    }

    /// The same element with declarations of the elements around it, outermost first, so that its
    /// values keep their meaning when it stands alone.
    pub(crate) fn with_outer_declarations(mut self, around: &[&Self]) -> Self {
        let own = std::mem::take(&mut self.declarations);
        let outer = around.iter().flat_map(|element| &element.declarations);
        for (prefix, uri) in outer.chain(&own) {
            self.declarations.retain(|(known, _)| known != prefix);
            self.declarations.push((prefix.clone(), uri.clone()));
        }
        self
    }

    /// The element as a value of a type, whatever the element's name.
    ///
    /// # Errors
    ///
    /// If it is not a value of the type.
    pub fn read<T: for<'de> ReadElement<'de>>(&self) -> Result<T> {
        let xml = self.to_xml()?;
        let options = ReadOptions::new()
            .max_depth(usize::MAX)
            .max_namespaces(usize::MAX);
        let mut reader = Reader::from_str_with(&xml, &options.max_attributes(usize::MAX));
        reader.next_child()?;
        reader.read()
    }

    /// The element as a text, without an XML declaration.
    ///
    /// # Errors
    ///
    /// If a text or an attribute has a character that XML cannot carry.
    pub fn to_xml(&self) -> Result<String> {
        let mut writer = Writer::new();
        self.write(&mut writer);
        writer.finish()
    }

    /// Writes the element under its own name. A loop, because a tree can be deep.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let opened = self.start(writer);
        self.write_head(writer);
        self.write_nodes(writer);
        writer.end_element(opened, &self.prefix, self.name.local());
    }

    fn write_nodes(&self, writer: &mut Writer) {
        let mut open: Vec<(&Self, OpenElement, std::slice::Iter<'_, Node>)> = Vec::new();
        let mut nodes = self.children.iter();
        loop {
            match nodes.next() {
                Some(Node::Text(text)) => writer.push_content(text),
                Some(Node::Element(child)) => {
                    let opened = child.start(writer);
                    child.write_head(writer);
                    open.push((
                        child,
                        opened,
                        std::mem::replace(&mut nodes, child.children.iter()),
                    ));
                }
                None => {
                    let Some((child, opened, outer)) = open.pop() else {
                        return;
                    };
                    writer.end_element(opened, &child.prefix, child.name.local());
                    nodes = outer;
                }
            }
        }
    }

    fn start(&self, writer: &mut Writer) -> OpenElement {
        writer.start_element(&self.prefix, self.name.namespace_cow(), self.name.local())
    }

    /// The declarations and attributes, and the end of the start tag.
    fn write_head(&self, writer: &mut Writer) {
        for (prefix, uri) in &self.declarations {
            writer.redeclare_prefix(prefix, uri);
        }
        for attribute in &self.attributes {
            let name = &attribute.name;
            let prefix = &attribute.prefix;
            writer.named_attribute(prefix, name.namespace_cow(), name.local(), &attribute.value);
        }
        writer.content();
    }

    /// The element that the reader stands in, without its content.
    fn head(reader: &Reader<'_>, outer_declarations: usize) -> Result<Self> {
        let mut element = Self::default();
        element.name = reader.name();
        element.prefix = Cow::Owned(reader.prefix().to_owned());
        for (prefix, uri) in reader.declarations().skip(outer_declarations) {
            element.declarations.retain(|(known, _)| known != prefix);
            let binding = (Cow::Owned(prefix.to_owned()), Cow::Owned(uri.to_owned()));
            element.declarations.push(binding);
        }
        for index in 0..reader.attribute_count() {
            element.attributes.push(Attribute {
                name: reader.attribute_name(index),
                prefix: reader.attribute_prefix(index).to_owned(),
                value: reader.attribute_value(index)?.into_owned(),
            });
        }
        Ok(element)
    }

    fn push_text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.children.push(Node::Text(text.to_owned())),
        }
    }
}

impl<'de> ReadElement<'de> for Element {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        // The outermost element keeps all declarations in scope: its values may use them.
        let mut innermost = Self::head(reader, 0)?;
        let mut open = Vec::new();
        loop {
            let token = reader.token()?;
            match token {
                Token::Start => {
                    let child = Self::head(reader, reader.outer_declarations())?;
                    open.push(std::mem::replace(&mut innermost, child));
                }
                Token::End => {
                    let Some(parent) = open.pop() else {
                        return Ok(innermost);
                    };
                    let child = std::mem::replace(&mut innermost, parent);
                    innermost.children.push(Node::Element(child));
                }
                Token::Text | Token::CData => {
                    let references = token == Token::Text;
                    let run = reader.details().run;
                    innermost.push_text(&reader.run_value(&run, White::LineEnds, references)?);
                }
                Token::Comment | Token::Instruction => {}
                Token::EndOfDocument => return Err(reader.error(ErrorKind::UnexpectedEnd)),
            }
        }
    }
}

/// Written under the name that the field gives it, with the content that it has.
impl WriteElement for Element {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        let opened = writer.start(name);
        self.write_head(writer);
        self.write_nodes(writer);
        writer.end(opened, name);
    }
}

impl std::str::FromStr for Element {
    type Err = crate::Error;

    fn from_str(xml: &str) -> Result<Self> {
        let mut reader = Reader::from_str(xml);
        reader.next_child()?;
        let element = Self::read_element(&mut reader)?;
        reader.finish()?;
        Ok(element)
    }
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.attributes.len() == other.attributes.len()
            && self
                .attributes
                .iter()
                .all(|attribute| other.attributes.contains(attribute))
            && self.children == other.children
    }
}

impl Eq for Element {}

impl fmt::Debug for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut element = f.debug_struct("Element");
        element.field("name", &format_args!("{}", self.name));
        if !self.attributes.is_empty() {
            element.field("attributes", &self.attributes);
        }
        if !self.children.is_empty() {
            element.field("nodes", &self.children);
        }
        element.finish_non_exhaustive()
    }
}

/// Takes the tree apart in a loop, because it can be deep.
impl Drop for Element {
    fn drop(&mut self) {
        let mut nodes = std::mem::take(&mut self.children);
        while let Some(node) = nodes.pop() {
            if let Node::Element(mut element) = node {
                nodes.append(&mut element.children);
            }
        }
    }
}
