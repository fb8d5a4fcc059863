//! A small owned tree, for content that no type describes.

mod prefixes;
mod write;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::attribute::Attribute;
use super::names::Declaration;
use crate::error::{ErrorKind, Result};
use crate::qname::QName;
use crate::xml::namespace::{Declarations, XML_NAMESPACE};
use crate::xml::read::{ReadElement, ReadOptions, Reader};
use crate::xml::syntax::{Normalization, Token};
use crate::xml::write::Writer;

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
#[derive(Default)]
pub struct Element {
    name: QName,
    prefix: Cow<'static, str>,
    /// The declarations around the element, if it is the outermost one that was read.
    around: Option<Declarations>,
    /// The declarations on the element itself.
    declarations: Vec<Declaration>,
    attributes: Vec<Attribute>,
    children: Vec<Node>,
}

/// What stands in an [`Element`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text: two texts are never neighbours in what was read.
    Text(String),
}

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
        self.attributes
            .push(Attribute::new(namespace, local, value));
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
            .find(|attribute| attribute.name().is(namespace, local));
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

    /// What a prefix is bound to on the element or, as far as it knows, around it.
    pub(crate) fn lookup(&self, prefix: &str) -> Option<&str> {
        let around = self.around.iter().flat_map(|around| around.iter());
        let mut bound = self.declarations.iter().rev().chain(around);
        match bound.find(|(known, _)| known == prefix) {
            Some((_, uri)) => Some(uri.as_ref()),
            None => (prefix == "xml").then_some(XML_NAMESPACE),
        }
    }

    /// The declarations on the element and those around it.
    fn all_declarations(&self) -> impl Iterator<Item = &Declaration> {
        let around = self.around.iter().flat_map(|around| around.iter());
        let is_covered = |prefix: &str| self.declarations.iter().any(|(own, _)| own == prefix);
        around
            .filter(move |(prefix, _)| !is_covered(prefix))
            .chain(&self.declarations)
    }

    /// Takes the child elements out. Each gets the declarations around it, so that its values keep
    /// their meaning; `outer` is what is around this element.
    pub(crate) fn take_children(&mut self, outer: &Self) -> Vec<Self> {
        let mut around: BTreeMap<_, _> = outer.all_declarations().cloned().collect();
        around.extend(self.declarations.iter().cloned());
        let around: Declarations = around.into_iter().collect();
        let (elements, texts): (Vec<_>, Vec<_>) = self
            .children
            .drain(..)
            .partition(|node| matches!(node, Node::Element(_)));
        self.children = texts;
        let alone = |node| match node {
            Node::Element(mut element) => {
                element.around = Some(Arc::clone(&around));
                Some(element)
            }
            Node::Text(_) => None,
        };
        elements.into_iter().filter_map(alone).collect()
    }

    /// Takes the nodes out.
    pub(crate) fn take_nodes(&mut self) -> Vec<Node> {
        std::mem::take(&mut self.children)
    }

    /// The element as a value of a type, whatever the element's name.
    ///
    /// # Errors
    ///
    /// If it is not a value of the type.
    pub fn read<T: for<'de> ReadElement<'de>>(&self) -> Result<T> {
        let xml = self.to_xml()?;
        let mut reader = Reader::from_str_with(&xml, &ReadOptions::unlimited());
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

    /// The element that the reader stands in, without its content.
    fn head(reader: &Reader<'_>) -> Result<Self> {
        let mut element = Self::default();
        element.name = reader.name();
        element.prefix = Cow::Owned(reader.prefix().to_owned());
        let owned = |text: &str| Cow::Owned(text.to_owned());
        let own = reader
            .own_declarations()
            .map(|(prefix, uri)| (owned(prefix), owned(uri)));
        element.declarations = own.collect();
        for index in 0..reader.attribute_count() {
            element
                .attributes
                .push(Attribute::of_element(reader, index)?);
        }
        Ok(element)
    }

    /// Adds text, joined with the text before it: how long it is then.
    fn push_text(&mut self, text: Cow<'_, str>) -> usize {
        match self.children.last_mut() {
            Some(Node::Text(before)) => {
                before.push_str(&text);
                before.len()
            }
            _ if text.is_empty() => 0,
            _ => {
                let length = text.len();
                self.children.push(Node::Text(text.into_owned()));
                length
            }
        }
    }

    /// The element without its content.
    fn clone_head(&self) -> Self {
        let mut head = Self::default();
        head.name.clone_from(&self.name);
        head.prefix.clone_from(&self.prefix);
        head.around.clone_from(&self.around);
        head.declarations.clone_from(&self.declarations);
        head.attributes.clone_from(&self.attributes);
        head
    }

    fn same_head(&self, other: &Self) -> bool {
        self.name == other.name
            && self.attributes.len() == other.attributes.len()
            && self
                .attributes
                .iter()
                .all(|attribute| other.attributes.contains(attribute))
            && self.children.len() == other.children.len()
    }
}

impl<'de> ReadElement<'de> for Element {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        // The outermost element keeps the declarations around it: its values may use them.
        let around = reader.outer_declarations();
        let mut innermost = Self::head(reader)?;
        innermost.around = Some(around);
        let mut open = Vec::new();
        loop {
            let token = reader.token()?;
            match token {
                Token::Start => {
                    let child = Self::head(reader)?;
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
                    let raw = reader.token_data().text;
                    let text = reader.value_of(&raw, Normalization::LineEnds, references)?;
                    reader.check_length(innermost.push_text(text))?;
                }
                Token::Comment | Token::Instruction => {}
                Token::EndOfDocument => return Err(reader.error(ErrorKind::UnexpectedEnd)),
            }
        }
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

// Loops, because a tree can be deep.

impl Clone for Element {
    fn clone(&self) -> Self {
        let mut innermost = self.clone_head();
        let mut open: Vec<(Self, std::slice::Iter<'_, Node>)> = Vec::new();
        let mut nodes = self.children.iter();
        loop {
            match nodes.next() {
                Some(Node::Text(text)) => innermost.children.push(Node::Text(text.clone())),
                Some(Node::Element(child)) => {
                    let parent = std::mem::replace(&mut innermost, child.clone_head());
                    open.push((parent, std::mem::replace(&mut nodes, child.children.iter())));
                }
                None => {
                    let Some((parent, outer)) = open.pop() else {
                        return innermost;
                    };
                    let child = std::mem::replace(&mut innermost, parent);
                    innermost.children.push(Node::Element(child));
                    nodes = outer;
                }
            }
        }
    }
}

impl PartialEq for Element {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = vec![(self, other)];
        while let Some((one, other)) = pairs.pop() {
            if !one.same_head(other) {
                return false;
            }
            for nodes in one.children.iter().zip(&other.children) {
                match nodes {
                    (Node::Element(one), Node::Element(other)) => pairs.push((one, other)),
                    (Node::Text(one), Node::Text(other)) if one == other => {}
                    _ => return false,
                }
            }
        }
        true
    }
}

impl Eq for Element {}

/// The element as XML.
impl fmt::Debug for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_xml() {
            Ok(xml) => write!(f, "Element({xml})"),
            Err(error) => write!(f, "Element({}: {error})", self.name),
        }
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
