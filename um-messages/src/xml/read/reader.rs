//! The reader: what generated code pulls from, whatever the source.

use std::borrow::Cow;
use std::cell::Cell;
use std::io;

use super::options::ReadOptions;
use super::stream::Stream;
use super::{diagnostics, input};
use crate::error::{Position, Result};
use crate::xml::namespace::{NsId, Scopes, UriId};
use crate::xml::syntax::{Details, Illegal, Open, Problem, RawName, Span, Token, Tokenizer};

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
    pub(super) text: Cow<'de, str>,
    /// Where the tokens come from if not from the text.
    pub(super) stream: Option<Box<Stream<'de>>>,
    pub(super) tokenizer: Tokenizer,
    /// What the last token has; the attributes of the current element stand here until the next
    /// start tag.
    pub(super) details: Details,
    /// The open elements.
    pub(super) open: Vec<OpenElement>,
    pub(super) scopes: Scopes<'de>,
    pub(super) state: State,
    /// Where the last token began, and where the last text did.
    pub(super) token_at: usize,
    pub(super) text_at: usize,
    /// The text of the element just closed, if it was read to find out whether there is one.
    pub(super) text_ahead: Option<Cow<'de, str>>,
    pub(super) options: ReadOptions,
    /// The place that was asked for last.
    pub(super) last_position: Cell<Position>,
    /// The elements that were skipped last, to name one that is right but for its namespace.
    pub(super) strangers: Vec<Stranger>,
    /// The namespace whose attributes belong to the protocol that carries the message, so that
    /// they are never unknown ones.
    pub(super) protocol: NsId,
}

pub(super) struct OpenElement {
    /// Where its name begins. Lengths instead of ends, because a copy of the name as the tokenizer
    /// has just stored it would have to wait for those stores.
    pub(super) start: usize,
    pub(super) length: usize,
    /// How long the prefix and its colon are.
    pub(super) prefix_length: usize,
    pub(super) uri: UriId,
    pub(super) namespace: NsId,
    /// How many declarations are in scope outside the element.
    pub(super) outer_bindings: usize,
    pub(super) children: usize,
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
    pub(super) fn name(&self) -> RawName {
        RawName {
            span: Span::new(self.start, self.start + self.length),
            local: self.start + self.prefix_length,
        }
    }

    #[inline]
    pub(super) fn local<'t>(&self, text: &'t str) -> &'t str {
        self.name().local().of(text)
    }
}

/// An element that no field has claimed.
#[derive(Clone, Copy)]
pub(super) struct Stranger {
    /// Where the name of its parent begins.
    pub(super) parent: usize,
    pub(super) local: Span,
    pub(super) uri: UriId,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// In the content of the innermost open element, or before or behind the document element.
    Content,
    /// Behind an empty-element tag, which is start and end at once.
    Empty,
    /// Behind an end tag. The element is still the innermost open one, so that errors
    /// and prefixes refer to it, until the next token is read.
    Closed,
    /// The text has turned out not to be well-formed, or too large: nothing can be read any more.
    Broken,
}

impl<'de> Reader<'de> {
    /// Reads a text, with the default options.
    ///
    /// There are four sources, each with options as well:
    ///
    /// ```
    /// use um_messages::xml::Reader;
    ///
    /// let xml = "<count>2</count>";
    /// for mut reader in [
    ///     Reader::from_str(xml),
    ///     Reader::from_slice(xml.as_bytes())?,
    ///     Reader::read_from(xml.as_bytes())?, // a stream, read to its end first
    ///     Reader::from_stream(xml.as_bytes()), // a stream, read on the way
    /// ] {
    ///     reader.next_child()?;
    ///     assert_eq!(reader.read::<u32>()?, 2);
    /// }
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    #[allow(
        clippy::should_implement_trait,
        reason = "it cannot fail, so it is not `FromStr`"
    )]
    pub fn from_str(xml: &'de str) -> Self {
        Self::from_str_with(xml, &ReadOptions::new())
    }

    /// As [`from_str`](Self::from_str), with options.
    #[must_use]
    pub fn from_str_with(xml: &'de str, options: &ReadOptions) -> Self {
        Self::new(Cow::Borrowed(xml), None, options)
    }

    /// Reads bytes: UTF-8, UTF-16 or ISO-8859-1, told apart by the byte order mark and the
    /// XML declaration. Only from UTF-8 can values be borrowed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Encoding`](crate::ErrorKind::Encoding) if the bytes are not text in one of these.
    pub fn from_slice(bytes: &'de [u8]) -> Result<Self> {
        Self::from_slice_with(bytes, &ReadOptions::new())
    }

    /// As [`from_slice`](Self::from_slice), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`.
    pub fn from_slice_with(bytes: &'de [u8], options: &ReadOptions) -> Result<Self> {
        Ok(Self::new(input::decode(bytes)?, None, options))
    }

    /// Reads a stream to its end, at most [`ReadOptions::max_bytes`], and then as
    /// [`from_slice`](Self::from_slice) does. The reader owns the text, so that no value can be borrowed
    /// for longer.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`, of the stream, and [`ErrorKind::Limit`](crate::ErrorKind::Limit).
    pub fn read_from(source: impl io::Read) -> Result<Self> {
        Self::read_from_with(source, &ReadOptions::new())
    }

    /// As [`read_from`](Self::read_from), with options.
    ///
    /// # Errors
    ///
    /// Those of `read_from`.
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
            text_ahead: None,
            options: options.clone(),
            last_position: Cell::new(diagnostics::START),
            strangers: Vec::new(),
            protocol: NsId::NONE,
        }
    }

    pub(crate) fn options(&self) -> &ReadOptions {
        &self.options
    }

    /// Makes `alias` another spelling of the namespace `canonical`, in the element that the reader
    /// stands in and in all that is read from now on. An empty `alias` means nothing.
    pub fn alias(&mut self, alias: &'static str, canonical: &'static str) {
        if alias.is_empty() {
            return;
        }
        self.scopes.alias(alias, canonical);
        if let Some(element) = self.open.last_mut() {
            element.namespace = self.scopes.namespace_of(element.uri);
        }
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
            if self.token()? == Token::EndOfDocument {
                break;
            }
        }
        Ok(())
    }

    /// Whether an error was one of the document, and not only of what it says.
    pub(crate) fn is_broken(&self) -> bool {
        self.state == State::Broken
    }

    /// Skips an element that no field has claimed.
    pub(crate) fn skip_stranger(&mut self) -> Result<()> {
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

    /// Skips what is left of the document, and checks that nothing but comments, processing
    /// instructions and white space follows the document element.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed.
    pub fn finish(&mut self) -> Result<()> {
        while self.token()? != Token::EndOfDocument {}
        Ok(())
    }

    /// The next token; a start tag becomes the innermost open element.
    #[inline]
    pub(crate) fn token(&mut self) -> Result<Token> {
        match self.state {
            State::Content => {}
            State::Empty => {
                self.state = State::Closed;
                return Ok(Token::End);
            }
            State::Closed => self.leave(),
            State::Broken => return Err(self.behind_the_error()),
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
                    self.state = State::Broken;
                    Err(error)
                }
            },
            Ok(Token::End) => {
                self.state = State::Closed;
                Ok(Token::End)
            }
            Ok(other) => Ok(other),
            Err(problem) => {
                self.state = State::Broken;
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
}
