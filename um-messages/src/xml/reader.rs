//! The reader: what generated code pulls from, whatever the source.

use std::borrow::Cow;
use std::io;

use super::chars;
use super::input;
use super::options::ReadOptions;
use super::scan::{self, Illegal, Problem, Run, White};
use super::scope::{Binding, Declarations, NsId, Scopes, UriId, XMLNS_NAMESPACE};
use super::span::{RawName, Span};
use super::stream::Stream;
use super::text::TextIn;
use super::tokenizer::{Details, Open, RawAttribute, Token, Tokenizer};
use super::traits::ReadElement;
use crate::error::{Error, ErrorKind, Position, Result, excerpt};
use crate::name::QName;

/// Pulls a document apart, element by element.
///
/// Derived code reads through it, and so can a program that wants a list item by item, or
/// a message that it does not want to hold ([`Reader::from_stream`]). A reader stands behind
/// a start tag, at first before the document element; [`next_child`](Self::next_child) steps to the
/// next child of the element that it stands in, and each child is then either read
/// ([`read`](Self::read)), gone into by further calls of `next_child`, or skipped.
///
/// ```
/// use um_messages::xml::Reader;
///
/// let mut reader = Reader::from_str("<list><n>1</n><other/><n>2</n></list>");
/// let mut sum = 0;
/// reader.next_child()?; // into <list>
/// while reader.next_child()? {
///     if reader.is_in("", "n") {
///         sum += reader.read::<u32>()?;
///     } else {
///         reader.skip()?;
///     }
/// }
/// reader.finish()?;
/// assert_eq!(sum, 3);
/// # Ok::<(), um_messages::Error>(())
/// ```
pub struct Reader<'de> {
    /// What all spans refer to: the document or, of a stream, the part that is needed.
    text: Cow<'de, str>,
    /// Where the tokens come from if not from the text.
    stream: Option<Box<Stream<'de>>>,
    tokenizer: Tokenizer,
    /// What the last token has; the attributes of the current element stand here until the next
    /// start tag.
    details: Details,
    /// The open elements.
    open: Vec<OpenElement>,
    scopes: Scopes<'de>,
    state: State,
    /// Where the last token began, and where the last text did.
    token_at: usize,
    text_at: usize,
    options: ReadOptions,
    /// Whether the text has turned out not to be well-formed, or too large: nothing can be read
    /// behind that.
    broken: bool,
    /// The elements that were skipped last, to name one that is right but for its namespace.
    strangers: Vec<Stranger>,
    /// The namespace whose attributes belong to the protocol that carries the message, so that
    /// they are never unknown ones.
    protocol: NsId,
}

struct OpenElement {
    /// Where its name begins. Lengths instead of ends, because a copy of the name as the tokenizer
    /// has just stored it would have to wait for those stores.
    start: usize,
    length: usize,
    /// How long the prefix and its colon are.
    prefix_length: usize,
    uri: UriId,
    namespace: NsId,
    /// How many declarations are in scope outside the element.
    outer_bindings: usize,
    children: usize,
}

impl Open for &[OpenElement] {
    #[inline]
    fn is_inside(self) -> bool {
        !self.is_empty()
    }

    #[inline]
    fn name(self) -> Option<Span> {
        self.last().map(|element| element.name().span)
    }
}

impl OpenElement {
    #[inline]
    fn name(&self) -> RawName {
        RawName {
            span: Span::new(self.start, self.start + self.length),
            local: self.start + self.prefix_length,
        }
    }

    #[inline]
    fn local<'t>(&self, text: &'t str) -> &'t str {
        self.name().local().of(text)
    }
}

/// An element that no field has claimed.
#[derive(Clone, Copy)]
struct Stranger {
    /// Where the name of its parent begins.
    parent: usize,
    local: Span,
    uri: UriId,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// In the content of the innermost open element, or before or behind the document element.
    Content,
    /// Behind an empty-element tag, which is start and end at once.
    Empty,
    /// Behind an end tag. The element is still the innermost open one, so that errors
    /// and prefixes refer to it, until the next token is read.
    Closed,
}

impl<'de> Reader<'de> {
    /// Reads a text, with the default options.
    #[must_use]
    #[allow(
        clippy::should_implement_trait,
        reason = "it cannot fail, so it is not `FromStr`"
    )]
    pub fn from_str(xml: &'de str) -> Self {
        Self::from_str_with(xml, &ReadOptions::new())
    }

    /// Reads a text.
    #[must_use]
    pub fn from_str_with(xml: &'de str, options: &ReadOptions) -> Self {
        Self::new(Cow::Borrowed(xml), None, options)
    }

    /// Reads bytes: UTF-8, UTF-16 or ISO-8859-1, told apart by the byte order mark and the
    /// XML declaration. Only from UTF-8 can values be borrowed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Encoding`] if the bytes are not text in one of these.
    pub fn from_slice_with(bytes: &'de [u8], options: &ReadOptions) -> Result<Self> {
        Ok(Self::new(input::decode(bytes)?, None, options))
    }

    /// Reads a stream to its end, at most [`ReadOptions::max_bytes`], and then as
    /// [`from_slice_with`](Self::from_slice_with) does.
    ///
    /// # Errors
    ///
    /// Those of `from_slice_with`, of the stream, and [`ErrorKind::Limit`].
    pub fn read_from_with(source: impl io::Read, options: &ReadOptions) -> Result<Self> {
        let text = input::decode_owned(input::read_all(source, options.max_bytes)?)?;
        Ok(Self::new(Cow::Owned(text), None, options))
    }

    /// Reads from a stream without holding more than one event of it, through xml-rs. Slower than
    /// the other ways by far; for messages that are too large to hold. Of characters that XML does
    /// not allow it can replace only those written as references
    /// ([`ReadOptions::replace_illegal_characters`]).
    #[must_use]
    pub fn from_stream(source: impl io::Read + 'de) -> Self {
        Self::from_stream_with(source, &ReadOptions::new())
    }

    /// As [`from_stream`](Self::from_stream), with options.
    #[must_use]
    pub fn from_stream_with(source: impl io::Read + 'de, options: &ReadOptions) -> Self {
        let stream = Stream::new(Box::new(source), options);
        Self::new(Cow::Owned(String::new()), Some(Box::new(stream)), options)
    }

    fn new(text: Cow<'de, str>, stream: Option<Box<Stream<'de>>>, options: &ReadOptions) -> Self {
        let illegal = if options.replace_illegal_characters {
            Illegal::Replace
        } else {
            Illegal::Refuse
        };
        Self {
            text,
            stream,
            tokenizer: Tokenizer::new(illegal, options.max_attributes),
            details: Details::default(),
            open: Vec::with_capacity(8),
            scopes: Scopes::new(),
            state: State::Content,
            token_at: 0,
            text_at: 0,
            options: options.clone(),
            broken: false,
            strangers: Vec::new(),
            protocol: NsId::NONE,
        }
    }

    pub(crate) fn options(&self) -> &ReadOptions {
        &self.options
    }

    /// Makes `alias` another spelling of the namespace `canonical`, in what is read from now on.
    pub fn alias(&mut self, alias: &'static str, canonical: &'static str) {
        self.scopes.alias(alias, canonical);
    }

    pub(crate) fn set_protocol(&mut self, namespace: NsId) {
        self.protocol = namespace;
    }

    // Stepping.

    /// Steps to the next child element of the element that the reader stands in, or to the
    /// document element; `false` at the element's end, where the reader then stands behind it.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed, or has text between the elements.
    #[inline]
    pub fn next_child(&mut self) -> Result<bool> {
        loop {
            match self.token()? {
                Token::Start => return Ok(true),
                Token::End | Token::EndOfDocument => return Ok(false),
                Token::Text => self.refuse_text(true)?,
                Token::CData => self.refuse_text(false)?,
                Token::Comment | Token::Instruction => {}
            }
        }
    }

    /// Skips the rest of the element that the reader stands in.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed: what is skipped is checked as well.
    pub fn skip(&mut self) -> Result<()> {
        self.skip_to_end_of(self.open.len())
    }

    /// Skips to the end of the open element at `depth`. Nothing is skipped if it is closed already.
    pub(crate) fn skip_to_end_of(&mut self, depth: usize) -> Result<()> {
        while self.open.len() > depth || (self.open.len() == depth && self.state != State::Closed) {
            self.token()?;
        }
        Ok(())
    }

    /// Skips what is left of the document, to see whether it is well-formed.
    pub(crate) fn skip_rest(&mut self) -> Result<()> {
        while self.token()? != Token::EndOfDocument {}
        Ok(())
    }

    /// Whether an error was one of the document, and not only of what it says.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// Skips an element that no field has claimed.
    pub(super) fn skip_stranger(&mut self) -> Result<()> {
        const KEPT: usize = 8;
        if let [.., parent, element] = self.open.as_slice() {
            if self.strangers.len() == KEPT {
                self.strangers.remove(0);
            }
            let local = element.name().local();
            self.strangers.push(Stranger {
                parent: parent.start,
                local,
                uri: element.uri,
            });
        }
        self.skip()
    }

    /// How many elements are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Checks that nothing but comments, processing instructions and white space follows the
    /// document element.
    ///
    /// # Errors
    ///
    /// If something does.
    pub fn finish(&mut self) -> Result<()> {
        self.skip_to_end_of(1)?;
        while !matches!(self.token()?, Token::EndOfDocument) {}
        Ok(())
    }

    /// Reads the element that the reader stands in as a value, whatever the element's name.
    ///
    /// # Errors
    ///
    /// If the element is not a value of the type.
    pub fn read<T: ReadElement<'de>>(&mut self) -> Result<T> {
        T::read_element(self)
    }

    /// The next token; a start tag becomes the innermost open element.
    #[inline]
    pub(super) fn token(&mut self) -> Result<Token> {
        match self.state {
            State::Content => {}
            State::Empty => {
                self.state = State::Closed;
                return Ok(Token::End);
            }
            State::Closed => self.leave(),
        }
        self.token_at = self.tokenizer.at;
        if self.stream.is_some() {
            return self.stream_token();
        }
        let open = self.open.as_slice();
        let token = self.tokenizer.next(&self.text, open, &mut self.details);
        self.settle(token)
    }

    #[cold]
    fn stream_token(&mut self) -> Result<Token> {
        let Some(stream) = &mut self.stream else {
            return Ok(Token::EndOfDocument);
        };
        let token = stream.next(self.text.to_mut(), &mut self.details);
        self.settle(token)
    }

    /// What a token does to the open elements.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    fn settle(&mut self, token: Result<Token, Problem>) -> Result<Token> {
        match token {
            Ok(Token::Start) => match self.enter() {
                Ok(()) => Ok(Token::Start),
                Err(error) => {
                    self.broken = true;
                    Err(error)
                }
            },
            Ok(Token::End) => {
                self.state = State::Closed;
                Ok(Token::End)
            }
            Ok(other) => Ok(other),
            Err(problem) => {
                self.broken = true;
                Err(self.located(problem))
            }
        }
    }

    /// The start tag just read becomes the innermost open element.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    fn enter(&mut self) -> Result<()> {
        let outer_bindings = self.scopes.bindings().len();
        if !self.details.declarations.is_empty() {
            self.declare()?;
        }
        let uri = self
            .resolve(self.details.name.prefix())
            .map_err(|problem| self.located(problem))?;
        if !self.details.attributes.is_empty() {
            self.resolve_attributes()
                .map_err(|problem| self.located(problem))?;
        }
        if let Some(parent) = self.open.last_mut() {
            parent.children += 1;
            if parent.children > self.options.max_children {
                return Err(self.limit("max_children", self.options.max_children));
            }
        }
        if self.open.len() >= self.options.max_depth {
            return Err(self.limit("max_depth", self.options.max_depth));
        }
        let namespace = self.scopes.namespace_of(uri);
        let name = &self.details.name;
        self.open.push(OpenElement {
            start: name.span.start,
            length: name.span.len(),
            prefix_length: name.local - name.span.start,
            uri,
            namespace,
            outer_bindings,
            children: 0,
        });
        self.state = if self.details.empty {
            State::Empty
        } else {
            State::Content
        };
        Ok(())
    }

    /// Forgets the element that is closed.
    #[inline]
    fn leave(&mut self) {
        self.state = State::Content;
        if let Some(closed) = self.open.last() {
            self.scopes.leave(closed.outer_bindings);
            if let Some(stream) = &mut self.stream {
                stream.forget(self.text.to_mut(), closed.start);
            }
            self.open.truncate(self.open.len() - 1);
        }
    }

    // Namespaces.

    fn declare(&mut self) -> Result<()> {
        for index in 0..self.details.declarations.len() {
            let Some(&declaration) = self.details.declarations.get(index) else {
                break;
            };
            let twin = |other: &RawAttribute| {
                other.name.span.of(&self.text) == declaration.name.span.of(&self.text)
            };
            if self.details.declarations.iter().take(index).any(twin) {
                let rule = "the same namespace prefix is declared twice on one element";
                return Err(self.located(scan::syntax(rule, declaration.name.span.start)));
            }
            self.declare_one(declaration)?;
        }
        if self.scopes.bindings().len() > self.options.max_namespaces {
            return Err(self.limit("max_namespaces", self.options.max_namespaces));
        }
        Ok(())
    }

    fn declare_one(&mut self, declaration: RawAttribute) -> Result<()> {
        let name = declaration.name;
        let prefix = if name.has_prefix() {
            name.local()
        } else {
            Span::new(name.span.start, name.span.start)
        };
        let uri = self.run_value(&declaration.value, White::Spaces, true)?;
        if let Some(rule) = forbidden_declaration(prefix.of(&self.text), &uri) {
            let kind = ErrorKind::Namespace(rule.into());
            return Err(self.located(scan::problem(kind, name.span.start)));
        }
        let uri = self.scopes.intern(&uri);
        self.scopes.declare(prefix, self.text.as_bytes(), uri);
        Ok(())
    }

    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    fn resolve(&mut self, prefix: Span) -> Result<UriId, Problem> {
        match self.scopes.resolve(prefix, self.text.as_bytes()) {
            Some(uri) => Ok(uri),
            None => Err(self.unbound(prefix)),
        }
    }

    #[cold]
    fn unbound(&self, prefix: Span) -> Problem {
        let rule = format!("the prefix `{}` is not declared", prefix.of(&self.text));
        scan::problem(ErrorKind::Namespace(rule), prefix.start)
    }

    /// Resolves the prefixes of the attributes, and refuses one that stands twice.
    fn resolve_attributes(&mut self) -> Result<(), Problem> {
        for index in 0..self.details.attributes.len() {
            let Some(attribute) = self.details.attributes.get(index) else {
                break;
            };
            // Unprefixed attributes are in no namespace (Namespaces in XML, section 6.2).
            if attribute.name.has_prefix() {
                let uri = self.resolve(attribute.name.prefix())?;
                if let Some(attribute) = self.details.attributes.get_mut(index) {
                    attribute.uri = uri;
                }
            }
        }
        if let Some(twin) = self.twin_attribute() {
            let rule = format!(
                "the attribute `{}` stands twice",
                twin.name.span.of(&self.text)
            );
            return Err(scan::syntax(rule, twin.name.span.start));
        }
        Ok(())
    }

    /// An attribute that has the same expanded name as another (which two of the same qualified
    /// name have as well).
    fn twin_attribute(&self) -> Option<RawAttribute> {
        const PAIRWISE: usize = 12;
        let text = &self.text;
        let key = |attribute: &RawAttribute| (attribute.uri, attribute.name.local().of(text));
        let attributes = self.details.attributes.as_slice();
        if attributes.len() <= PAIRWISE {
            let twin = attributes.iter().enumerate().find(|(index, attribute)| {
                attributes
                    .iter()
                    .take(*index)
                    .any(|other| key(other) == key(attribute))
            });
            return twin.map(|(_, attribute)| *attribute);
        }
        let mut sorted: Vec<&RawAttribute> = attributes.iter().collect();
        sorted.sort_by_key(|attribute| key(attribute));
        sorted.windows(2).find_map(|pair| match pair {
            [first, second] if key(first) == key(second) => Some(**second),
            _ => None,
        })
    }

    /// The number of a namespace that the program names; `""` for none.
    #[inline]
    pub fn namespace(&mut self, uri: &'static str) -> NsId {
        self.scopes.namespace(uri)
    }

    /// The namespace of the element that the reader stands in.
    #[inline]
    #[must_use]
    pub fn element_namespace(&self) -> NsId {
        self.open
            .last()
            .map_or(NsId::NONE, |element| element.namespace)
    }

    /// The URI that a namespace goes by.
    pub(crate) fn uri(&self, namespace: NsId) -> &str {
        self.scopes.uri_of(namespace)
    }

    /// The namespace of the document element.
    pub(crate) fn document_namespace(&self) -> NsId {
        self.open
            .first()
            .map_or(NsId::NONE, |element| element.namespace)
    }

    /// Resolves a qualified name in content with the prefixes in scope.
    pub(super) fn resolve_qname(&self, name: &str) -> Option<QName> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let valid = chars::is_ncname(local) && (!name.contains(':') || chars::is_ncname(prefix));
        let uri = self
            .scopes
            .resolve_text(prefix.as_bytes(), self.text.as_bytes())
            .filter(|_| valid)?;
        // The canonical spelling: an alias in a value means the namespace as well.
        let uri = self.scopes.uri_of(self.scopes.namespace_of(uri));
        Some(QName::new(uri.to_owned(), local.to_owned()))
    }

    /// The declarations on the element that the reader stands in, as they were sent.
    pub(super) fn own_declarations(&self) -> impl Iterator<Item = (&str, &str)> {
        let outer = self.open.last().map_or(0, |element| element.outer_bindings);
        let text = &self.text;
        self.scopes
            .bindings()
            .iter()
            .skip(outer)
            .map(move |&Binding { prefix, uri, .. }| (prefix.of(text), self.scopes.uri(uri)))
    }

    /// The declarations in scope around the element that the reader stands in. Elements side by
    /// side share them.
    pub(super) fn outer_declarations(&mut self) -> Declarations {
        let outer = self.open.last().map_or(0, |element| element.outer_bindings);
        self.scopes.snapshot(outer, &self.text)
    }

    // The current element.

    /// Whether the element that the reader stands in has this namespace and local name.
    #[inline]
    #[must_use]
    pub fn is(&self, namespace: NsId, local: &str) -> bool {
        let Some(element) = self.open.last() else {
            return false;
        };
        element.namespace == namespace
            && element.length - element.prefix_length == local.len()
            && element.name().local().bytes_of(self.text.as_bytes()) == local.as_bytes()
    }

    /// As [`is`](Self::is), with the namespace's URI; `""` for none.
    #[inline]
    #[must_use]
    pub fn is_in(&self, namespace: &str, local: &str) -> bool {
        self.local() == local
            && self.scopes.find_namespace(namespace) == Some(self.element_namespace())
    }

    /// The local name of the element that the reader stands in.
    #[must_use]
    pub fn local(&self) -> &str {
        self.open
            .last()
            .map_or("", |element| element.local(&self.text))
    }

    /// The prefix of the element that the reader stands in, as it was sent.
    pub(super) fn prefix(&self) -> &str {
        self.open
            .last()
            .map_or("", |element| element.name().prefix().of(&self.text))
    }

    /// The qualified name of the element that the reader stands in, as it was sent.
    #[must_use]
    pub fn name(&self) -> QName {
        let uri = self
            .open
            .last()
            .map_or("", |element| self.scopes.uri(element.uri));
        QName::new(uri.to_owned(), self.local().to_owned())
    }

    // Attributes. They can be asked for until the next step.

    /// How many attributes the element has, namespace declarations aside.
    #[inline]
    #[must_use]
    pub fn attribute_count(&self) -> usize {
        self.details.attributes.len()
    }

    /// Whether the attribute has this namespace and local name.
    #[inline]
    #[must_use]
    pub fn attribute_is(&self, index: usize, namespace: NsId, local: &str) -> bool {
        self.details.attributes.get(index).is_some_and(|attribute| {
            attribute.name.local().bytes_of(self.text.as_bytes()) == local.as_bytes()
                && self.scopes.namespace_of(attribute.uri) == namespace
        })
    }

    /// As [`attribute_is`](Self::attribute_is), with the namespace's URI; `""` for none.
    #[must_use]
    pub fn attribute_is_in(&self, index: usize, namespace: &str, local: &str) -> bool {
        self.scopes
            .find_namespace(namespace)
            .is_some_and(|id| self.attribute_is(index, id, local))
    }

    /// The qualified name of an attribute, as it was sent.
    #[must_use]
    pub fn attribute_name(&self, index: usize) -> QName {
        let Some(attribute) = self.details.attributes.get(index) else {
            return QName::default();
        };
        let local = attribute.name.local().of(&self.text);
        QName::new(self.scopes.uri(attribute.uri).to_owned(), local.to_owned())
    }

    pub(super) fn attribute_prefix(&self, index: usize) -> &str {
        self.details
            .attributes
            .get(index)
            .map_or("", |attribute| attribute.name.prefix().of(&self.text))
    }

    /// The value of an attribute.
    pub(super) fn attribute_value(&self, index: usize) -> Result<Cow<'de, str>> {
        let Some(attribute) = self.details.attributes.get(index) else {
            return Ok(Cow::Borrowed(""));
        };
        self.run_value(&attribute.value, White::Spaces, true)
    }

    /// The value of an attribute, as a type's `ReadText` gets it.
    ///
    /// # Errors
    ///
    /// If it is longer than [`ReadOptions::max_text`].
    pub fn attribute_text(&self, index: usize) -> Result<TextIn<'_, 'de>> {
        Ok(TextIn::new(self.attribute_value(index)?, self, Some(index)))
    }

    /// Whether an attribute is one that any element may have: `xml:…`, `xsi:…`, the protocol's.
    pub(super) fn is_universal_attribute(&self, index: usize) -> bool {
        let Some(attribute) = self.details.attributes.get(index) else {
            return false;
        };
        let namespace = self.scopes.namespace_of(attribute.uri);
        namespace == NsId::XML
            || namespace == NsId::XSI
            || (namespace == self.protocol && namespace != NsId::NONE)
    }

    /// Whether the element is nil: `xsi:nil="true"`.
    ///
    /// # Errors
    ///
    /// If the attribute is there, and is not a boolean.
    pub fn is_nil(&self) -> Result<bool> {
        for index in 0..self.attribute_count() {
            if self.attribute_is(index, NsId::XSI, "nil") {
                return self.attribute_text(index)?.parse();
            }
        }
        Ok(false)
    }

    #[inline]
    pub(super) fn refuse_nil(&self) -> Result<()> {
        if !self.details.attributes.is_empty() && self.is_nil()? {
            return Err(self.error(ErrorKind::Nil));
        }
        Ok(())
    }

    // Text.

    /// The text of the element that the reader stands in, which then stands behind it: pieces
    /// split by comments, CDATA sections or references are joined.
    ///
    /// # Errors
    ///
    /// If there is an element inside.
    #[inline]
    pub fn text_content(&mut self) -> Result<Cow<'de, str>> {
        self.text_at = self.tokenizer.at;
        if let (State::Content, &Cow::Borrowed(text)) = (self.state, &self.text) {
            if let Some(span) = self.tokenizer.leaf(text, self.open.as_slice()) {
                self.state = State::Closed;
                self.token_at = span.end;
                let text = span.of(text);
                return self.check_length(text.len()).map(|()| Cow::Borrowed(text));
            }
        }
        self.joined_text()
    }

    /// The text of an element, token by token.
    fn joined_text(&mut self) -> Result<Cow<'de, str>> {
        let mut text = Cow::Borrowed("");
        loop {
            match self.token()? {
                Token::End => return Ok(text),
                Token::Text => self.append(&mut text, true)?,
                Token::CData => self.append(&mut text, false)?,
                Token::Start => return Err(self.error(ErrorKind::UnexpectedChild(self.name()))),
                Token::Comment | Token::Instruction => {}
                Token::EndOfDocument => return Err(self.error(ErrorKind::UnexpectedEnd)),
            }
        }
    }

    /// The text of the element that the reader stands in, as a type's `ReadText` gets it.
    ///
    /// # Errors
    ///
    /// Those of [`text_content`](Self::text_content).
    #[inline]
    pub fn text(&mut self) -> Result<TextIn<'_, 'de>> {
        let text = self.text_content()?;
        Ok(TextIn::new(text, self, None))
    }

    #[inline]
    fn append(&self, text: &mut Cow<'de, str>, references: bool) -> Result<()> {
        let piece = self.run_value(&self.details.run, White::LineEnds, references)?;
        if text.is_empty() {
            *text = piece;
        } else {
            text.to_mut().push_str(&piece);
        }
        self.check_length(text.len())
    }

    #[inline]
    pub(super) fn check_length(&self, length: usize) -> Result<()> {
        if length > self.options.max_text {
            return Err(self.limit("max_text", self.options.max_text));
        }
        Ok(())
    }

    /// The value of a run of text or of an attribute value.
    #[inline]
    pub(super) fn run_value(
        &self,
        run: &Run,
        white: White,
        references: bool,
    ) -> Result<Cow<'de, str>> {
        match self.text {
            Cow::Borrowed(text) if !run.encoded && run.span.len() <= self.options.max_text => {
                Ok(Cow::Borrowed(run.span.of(text)))
            }
            _ => self.decoded_value(run, white, references).map(Cow::Owned),
        }
    }

    #[inline(never)]
    fn decoded_value(&self, run: &Run, white: White, references: bool) -> Result<String> {
        let raw = run.span.of(&self.text);
        let mut value = String::with_capacity(raw.len());
        if run.encoded {
            scan::decode(raw, references, white, &mut value);
        } else {
            value.push_str(raw);
        }
        self.check_length(value.len())?;
        Ok(value)
    }

    /// Text between elements: only white space may stand there.
    #[inline]
    fn refuse_text(&mut self, references: bool) -> Result<()> {
        if chars::is_blank(self.details.run.span.of(&self.text)) {
            return Ok(());
        }
        self.refuse_visible_text(references)
    }

    #[cold]
    fn refuse_visible_text(&mut self, references: bool) -> Result<()> {
        let run = self.details.run;
        let text = self.run_value(&run, White::LineEnds, references)?;
        if chars::is_blank(&text) {
            return Ok(());
        }
        let visible = chars::trim(&text);
        self.token_at = run.span.start + (text.len() - chars::trim_start(&text).len());
        Err(self.error(ErrorKind::UnexpectedText(excerpt(visible))))
    }

    /// What the last token has.
    pub(super) fn details(&self) -> &Details {
        &self.details
    }

    /// Where the last token stands: its first byte, and the byte behind it.
    pub(super) fn token_range(&self) -> (usize, usize) {
        (self.token_at, self.tokenizer.at)
    }

    /// Whether the text begins as a page of HTML does.
    pub(crate) fn looks_like_html(&self) -> bool {
        let start = chars::trim_start(self.text.trim_start_matches('\u{FEFF}'));
        ["<!doctype html", "<html"].iter().any(|html| {
            start
                .get(..html.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(html))
        })
    }

    // Errors.

    /// An error at the current element.
    #[must_use]
    #[cold]
    pub fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind).located(|| self.path(), Some(self.position(self.token_at)))
    }

    /// An error in the text, or an attribute, of the current element.
    #[cold]
    pub(super) fn error_in_text(&self, error: Error, attribute: Option<usize>) -> Error {
        let Some(attribute) = attribute.and_then(|index| self.details.attributes.get(index)) else {
            return error.located(|| self.path(), Some(self.position(self.text_at)));
        };
        let name = attribute.name.span.of(&self.text);
        let position = Some(self.position(attribute.value.span.start));
        error.located(|| format!("{}/@{name}", self.path()), position)
    }

    #[cold]
    fn limit(&self, limit: &'static str, max: usize) -> Error {
        self.error(ErrorKind::Limit { limit, max })
    }

    #[cold]
    fn located(&self, problem: Problem) -> Error {
        let (kind, at) = *problem.0;
        Error::new(kind).located(|| self.path(), Some(self.position(at)))
    }

    /// The element stands here a second time.
    #[cold]
    pub(super) fn duplicate(&self) -> Error {
        self.error(ErrorKind::Duplicate(self.local().to_owned()))
    }

    /// The element that was just read to its end lacks an attribute, or its text.
    #[cold]
    pub(super) fn missing(&self, kind: ErrorKind) -> Error {
        self.error(kind)
    }

    /// The element that was just read to its end lacks a child.
    #[cold]
    pub(super) fn missing_element(&self, local: &str) -> Error {
        let error = self.error(ErrorKind::MissingElement(local.to_owned()));
        let namesake = self.namesake(local).map(|uri| self.scopes.uri(uri));
        match namesake {
            None => error,
            Some("") => error.with_hint(format!("there is a `{local}` in no namespace")),
            Some(uri) => error.with_hint(format!("there is a `{local}` in namespace `{uri}`")),
        }
    }

    /// The namespace of an element that was skipped in the one just read, and has this local name.
    fn namesake(&self, local: &str) -> Option<UriId> {
        let parent = self.open.last()?.start;
        if self.stream.is_some() {
            // The names of elements that are closed are gone.
            return None;
        }
        let mut strangers = self.strangers.iter();
        let is_wanted = |stranger: &&Stranger| {
            stranger.parent == parent && stranger.local.of(&self.text) == local
        };
        strangers.find(is_wanted).map(|stranger| stranger.uri)
    }

    /// The path to the end of an unfinished text.
    pub(super) fn path_to_end(xml: &str) -> String {
        let options = ReadOptions::new()
            .max_depth(usize::MAX)
            .max_namespaces(usize::MAX);
        let mut reader = Reader::from_str_with(xml, &options.max_attributes(usize::MAX));
        while !matches!(reader.token(), Ok(Token::EndOfDocument) | Err(_)) {}
        reader.path()
    }

    fn path(&self) -> String {
        let text = &self.text;
        let names: Vec<&str> = self
            .open
            .iter()
            .map(|element| element.local(text))
            .collect();
        names.join("/")
    }

    fn position(&self, at: usize) -> Position {
        match &self.stream {
            Some(stream) => stream.position(),
            None => position(&self.text, at),
        }
    }
}

/// Why a prefix must not be bound to a URI (Namespaces in XML, section 3), if so.
fn forbidden_declaration(prefix: &str, uri: &str) -> Option<&'static str> {
    let is_xml = uri == super::scope::XML_NAMESPACE;
    match prefix {
        "xml" if is_xml => None,
        "xml" => Some("the prefix `xml` belongs to the XML namespace"),
        "xmlns" => Some("the prefix `xmlns` must not be declared"),
        _ if is_xml => Some("the XML namespace has the prefix `xml` and no other"),
        _ if uri == XMLNS_NAMESPACE => Some("the namespace of `xmlns` must not be declared"),
        "" => None,
        _ if uri.is_empty() => Some("a prefix must not be bound to an empty namespace name"),
        _ => None,
    }
}

/// Line and column of a byte.
fn position(text: &str, at: usize) -> Position {
    let before = text.get(..at).unwrap_or(text);
    // A line ends with LF, CR LF, or CR (XML 1.0 section 2.11).
    let lone_returns = before.replace("\r\n", "\n").matches('\r').count();
    let line = 1 + before.matches('\n').count() + lone_returns;
    let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let column = 1 + before.get(start..).map_or(0, |line| line.chars().count());
    Position {
        line,
        column,
        byte: before.len(),
    }
}
