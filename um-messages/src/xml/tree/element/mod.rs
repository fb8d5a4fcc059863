//! A small owned tree, for content that no type describes.

mod debug;
mod prefixes;
mod write;

use std::borrow::Cow;
use std::sync::Arc;

use super::attribute::Attribute;
use crate::error::{ErrorKind, Result};
use crate::qname::QName;
use crate::xml::namespace::{Declaration, NO_DEFAULT, PrefixedName, Scope, XML_NAMESPACE};
use crate::xml::read::{Parts, ReadElement, ReadOptions, Reader};
use crate::xml::syntax::{Normalization, Span, Token};
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
    name: Arc<PrefixedName>,
    /// What an element without attributes and content does without, since a tree has many of them.
    rest: Option<Box<Rest>>,
}

#[derive(Default)]
struct Rest {
    /// What prefixes mean around the element, if it is the outermost one that was read.
    around: Option<Arc<Scope>>,
    /// The declarations on the element itself.
    declarations: Box<[Declaration]>,
    attributes: Vec<Attribute>,
    children: Vec<Node>,
}

/// What stands in an [`Element`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text, which is never empty: two texts are never neighbours.
    Text(String),
}

impl Element {
    /// An element without content; an empty `namespace` stands for none.
    #[must_use]
    pub fn new(
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Self {
        let name = PrefixedName {
            name: QName::new(namespace, local),
            prefix: Cow::Borrowed(""),
        };
        Self::named(Arc::new(name))
    }

    fn named(name: Arc<PrefixedName>) -> Self {
        Self { name, rest: None }
    }

    /// The same element, written with a prefix instead of as the default namespace.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<Cow<'static, str>>) -> Self {
        Arc::make_mut(&mut self.name).prefix = prefix.into();
        self
    }

    /// The same element with a declaration of a prefix, for qualified names in values: names of elements and attributes
    /// declare what they need by themselves. A second one of a prefix takes the place of the first.
    ///
    /// Writing is an error if the prefix is no name, is reserved, or stands for no namespace.
    ///
    /// ```
    /// use um_messages::xml::{Element, XSI_NAMESPACE};
    ///
    /// let pet = Element::new("", "Pet")
    ///     .with_declaration("z", "urn:zoo")
    ///     .with_attribute(XSI_NAMESPACE, "type", "z:Cat");
    /// let document = concat!(
    ///     r#"<Pet xmlns:z="urn:zoo" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#,
    ///     r#"xsi:type="z:Cat"/>"#,
    /// );
    /// assert_eq!(pet.to_xml()?, document);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn with_declaration(
        mut self,
        prefix: impl Into<Cow<'static, str>>,
        namespace: impl Into<Cow<'static, str>>,
    ) -> Self {
        let declaration = Declaration {
            prefix: prefix.into(),
            uri: namespace.into().into(),
        };
        let rest = self.rest_mut();
        let mut declarations = std::mem::take(&mut rest.declarations).into_vec();
        declarations.retain(|known| known.prefix != declaration.prefix);
        declarations.push(declaration);
        rest.declarations = declarations.into();
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
        let attribute = Attribute::new(namespace, local, value);
        self.rest_mut().attributes.push(attribute);
        self
    }

    /// The same element with a child more.
    #[must_use]
    pub fn with_child(mut self, child: Self) -> Self {
        self.rest_mut().children.push(Node::Element(child));
        self
    }

    /// The same element with text behind its other content, joined with text that stands there. An empty text is none.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if self.join_text(&text).is_none() && !text.is_empty() {
            self.rest_mut().children.push(Node::Text(text));
        }
        self
    }

    /// The qualified name.
    #[must_use]
    pub fn name(&self) -> &QName {
        &self.name.name
    }

    fn prefix(&self) -> &Cow<'static, str> {
        &self.name.prefix
    }

    fn rest_mut(&mut self) -> &mut Rest {
        self.rest.get_or_insert_default()
    }

    fn around(&self) -> Option<&Arc<Scope>> {
        self.rest.as_ref().and_then(|rest| rest.around.as_ref())
    }

    /// The declarations on the element itself.
    pub(crate) fn declarations(&self) -> &[Declaration] {
        self.rest.as_ref().map_or(&[], |rest| &rest.declarations)
    }

    /// The attributes, in the order in which they stood.
    #[must_use]
    pub fn attributes(&self) -> &[Attribute] {
        self.rest.as_ref().map_or(&[], |rest| &rest.attributes)
    }

    /// The value of an attribute; an empty `namespace` stands for none.
    #[must_use]
    pub fn attribute(&self, namespace: &str, local: &str) -> Option<&str> {
        let found = self
            .attributes()
            .iter()
            .find(|attribute| attribute.name().is(namespace, local));
        found.map(Attribute::value)
    }

    /// The content.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        self.rest.as_ref().map_or(&[], |rest| &rest.children)
    }

    /// The child elements.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes().iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element of a name.
    #[must_use]
    pub fn child(&self, namespace: &str, local: &str) -> Option<&Self> {
        self.children()
            .find(|child| child.name().is(namespace, local))
    }

    /// The text of the element, without that of its children.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.nodes().iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    /// What a prefix is bound to on the element or, as far as it knows, around it.
    pub(crate) fn lookup(&self, prefix: &str) -> Option<&str> {
        let own = (self.declarations().iter()).find(|declaration| declaration.prefix == prefix);
        match own.or_else(|| self.around()?.find(prefix)) {
            Some(declaration) => Some(&declaration.uri),
            None => (prefix == "xml").then_some(XML_NAMESPACE),
        }
    }

    /// What prefixes mean in the element, where they mean `around` around it.
    fn scope(&self, around: Option<&Arc<Scope>>) -> Option<Arc<Scope>> {
        match self.declarations() {
            [] => around.cloned(),
            own => Some(Arc::new(Scope::inside(around.cloned(), own.to_vec()))),
        }
    }

    /// Keeps what is declared on the element around this one and around that, so that values keep their meaning
    /// without it.
    pub(crate) fn keep_around(&mut self, outer: &Self) {
        self.rest_mut().around = outer.scope(outer.around());
    }

    /// Takes the child elements out. Each keeps what is declared around it.
    pub(crate) fn take_children(&mut self) -> Vec<Self> {
        let around = self.scope(self.around()).unwrap_or_default();
        let nodes = self.take_nodes();
        let (elements, texts): (Vec<_>, Vec<_>) = nodes
            .into_iter()
            .partition(|node| matches!(node, Node::Element(_)));
        if !texts.is_empty() {
            self.rest_mut().children = texts;
        }
        let alone = |node| match node {
            Node::Element(mut element) => {
                element.rest_mut().around = Some(Arc::clone(&around));
                Some(element)
            }
            Node::Text(_) => None,
        };
        elements.into_iter().filter_map(alone).collect()
    }

    /// The element under another name, with the prefix that it is written with.
    pub(crate) fn renamed(mut self, name: QName) -> Self {
        let prefix = Cow::Borrowed("");
        self.name = Arc::new(PrefixedName { name, prefix });
        self
    }

    /// The element without an attribute.
    pub(crate) fn without_attribute(mut self, namespace: &str, local: &str) -> Self {
        if let Some(rest) = &mut self.rest {
            let attributes = &mut rest.attributes;
            attributes.retain(|attribute| !attribute.name().is(namespace, local));
        }
        self
    }

    /// The element where there is no default namespace: a name without a prefix in a value is in no namespace.
    pub(crate) fn without_default_namespace(&self) -> Self {
        let mut element = self.clone();
        let none = Scope::inside(element.around().cloned(), vec![NO_DEFAULT.clone()]);
        let rest = element.rest_mut();
        let own = std::mem::take(&mut rest.declarations).into_iter();
        rest.declarations = own.filter(|own| !own.prefix.is_empty()).collect();
        rest.around = Some(Arc::new(none));
        element
    }

    /// Takes the nodes out.
    pub(crate) fn take_nodes(&mut self) -> Vec<Node> {
        let rest = self.rest.as_mut();
        rest.map_or_else(Vec::new, |rest| std::mem::take(&mut rest.children))
    }

    /// The element as a value of a type, whatever the element's name. Of the limits that documents have, that of the depth holds, at
    /// its [default](ReadOptions::max_depth).
    ///
    /// # Errors
    ///
    /// If it is not a value of the type, or too deep.
    pub fn read<T: for<'de> ReadElement<'de>>(&self) -> Result<T> {
        self.read_beside(None)
    }

    /// As [`read`](Self::read), with options.
    ///
    /// # Errors
    ///
    /// Those of `read`, with the limits of the options.
    ///
    /// ```
    /// use um_messages::xml::Element;
    /// use um_messages::{ReadOptions, SoapType};
    ///
    /// #[derive(Debug, SoapType)]
    /// struct Call {
    ///     id: u32,
    /// }
    ///
    /// let element: Element = "<Call><Id>7</Id><Other/></Call>".parse()?;
    /// assert_eq!(element.read::<Call>()?.id, 7);
    /// let strict = ReadOptions::new().deny_unknown_fields(true);
    /// assert!(element.read_with::<Call>(&strict).is_err());
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn read_with<T>(&self, options: &ReadOptions) -> Result<T>
    where
        T: for<'de> ReadElement<'de>,
    {
        self.read_with_parts(options, None)
    }

    /// As [`read`](Self::read), of an element that may refer to parts.
    pub(crate) fn read_beside<'p, T>(&self, parts: Option<Parts<'p>>) -> Result<T>
    where
        T: for<'de> ReadElement<'de>,
    {
        self.read_with_parts(&ReadOptions::of_kept(), parts)
    }

    fn read_with_parts<'p, T>(&self, options: &ReadOptions, parts: Option<Parts<'p>>) -> Result<T>
    where
        T: for<'de> ReadElement<'de>,
    {
        let mut writer = Writer::new();
        let around = self.write_in_place(&mut writer);
        let mut text = writer.finish()?;
        // Behind the element, where nothing is read: the prefixes that are bound around it.
        let mut spans = Vec::new();
        for declaration in &around {
            let start = text.len();
            text.push_str(&declaration.prefix);
            spans.push(Span::new(start, text.len()));
        }
        let mut reader = Reader::from_str_with(&text, options);
        for (span, declaration) in spans.into_iter().zip(&around) {
            reader.declare_around(span, &declaration.uri);
        }
        let mut reader = reader.with_parts(parts);
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
    fn head(reader: &mut Reader<'_>) -> Result<Self> {
        let attributes = reader.attribute_count();
        reader.keep_nodes(1 + attributes)?;
        let mut element = Self::named(reader.kept_name());
        let declarations: Box<[_]> = reader.own_declarations().collect();
        if attributes + declarations.len() > 0 {
            let rest = element.rest_mut();
            rest.declarations = declarations;
            rest.attributes.reserve_exact(attributes);
            for index in 0..attributes {
                rest.attributes.push(Attribute::of_element(reader, index)?);
            }
        }
        Ok(element)
    }

    fn push_node(&mut self, node: Node) {
        let children = &mut self.rest_mut().children;
        if children.is_empty() {
            // Most elements have one text.
            children.reserve_exact(1);
        }
        children.push(node);
    }

    /// Joins text with the text that the content ends with, if it does: how long that is then.
    fn join_text(&mut self, text: &str) -> Option<usize> {
        let last = self.rest.as_mut()?.children.last_mut();
        let Some(Node::Text(before)) = last else {
            return None;
        };
        before.push_str(text);
        Some(before.len())
    }

    /// Adds text, joined with the text before it: how long it is then.
    fn push_text(&mut self, text: Cow<'_, str>, reader: &mut Reader<'_>) -> Result<usize> {
        if let Some(length) = self.join_text(&text) {
            return Ok(length);
        }
        let length = text.len();
        if length > 0 {
            reader.keep_nodes(1)?;
            self.push_node(Node::Text(text.into_owned()));
        }
        Ok(length)
    }

    /// The element is complete.
    fn shrink(&mut self) {
        if let Some(rest) = &mut self.rest {
            rest.children.shrink_to_fit();
        }
    }

    /// The element without its content.
    fn clone_head(&self) -> Self {
        let rest = self.rest.as_ref().map(|rest| {
            Box::new(Rest {
                around: rest.around.clone(),
                declarations: rest.declarations.clone(),
                attributes: rest.attributes.clone(),
                children: Vec::with_capacity(rest.children.len()),
            })
        });
        let name = Arc::clone(&self.name);
        Self { name, rest }
    }

    fn same_head(&self, other: &Self) -> bool {
        self.name() == other.name()
            && self.nodes().len() == other.nodes().len()
            && same_attributes(self.attributes(), other.attributes())
    }
}

/// Whether these are the same attributes, in whatever order.
fn same_attributes(some: &[Attribute], others: &[Attribute]) -> bool {
    some == others || (some.len() == others.len() && sorted(some) == sorted(others))
}

fn sorted(attributes: &[Attribute]) -> Vec<(&QName, &str)> {
    let attributes = attributes.iter();
    let mut sorted: Vec<_> = attributes.map(|it| (it.name(), it.value())).collect();
    sorted.sort_unstable();
    sorted
}

impl<'de> ReadElement<'de> for Element {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        // The outermost element keeps the declarations around it: its values may use them.
        let around = reader.outer_scope();
        let mut innermost = Self::head(reader)?;
        innermost.rest_mut().around = Some(around);
        let mut open = Vec::new();
        loop {
            let token = reader.token()?;
            match token {
                Token::Start => {
                    let child = Self::head(reader)?;
                    open.push(std::mem::replace(&mut innermost, child));
                }
                Token::End => {
                    innermost.shrink();
                    let Some(parent) = open.pop() else {
                        return Ok(innermost);
                    };
                    let child = std::mem::replace(&mut innermost, parent);
                    innermost.push_node(Node::Element(child));
                }
                Token::Text | Token::CData => {
                    let references = token == Token::Text;
                    let raw = reader.token_data().text;
                    let text = reader.value_of(&raw, Normalization::LineEnds, references)?;
                    let length = innermost.push_text(text, reader)?;
                    reader.check_length(length)?;
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
        let mut nodes = self.nodes().iter();
        loop {
            match nodes.next() {
                Some(Node::Text(text)) => innermost.push_node(Node::Text(text.clone())),
                Some(Node::Element(child)) => {
                    let parent = std::mem::replace(&mut innermost, child.clone_head());
                    open.push((parent, std::mem::replace(&mut nodes, child.nodes().iter())));
                }
                None => {
                    let Some((parent, outer)) = open.pop() else {
                        return innermost;
                    };
                    let child = std::mem::replace(&mut innermost, parent);
                    innermost.push_node(Node::Element(child));
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
            for nodes in one.nodes().iter().zip(other.nodes()) {
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

/// Takes the tree apart in a loop, because it can be deep.
impl Drop for Element {
    fn drop(&mut self) {
        let mut nodes = self.take_nodes();
        while let Some(node) = nodes.pop() {
            if let Node::Element(mut element) = node {
                nodes.append(&mut element.take_nodes());
            }
        }
    }
}
