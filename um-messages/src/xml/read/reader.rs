//! The reader: what generated code pulls from, whatever the source.

use std::borrow::Cow;
use std::io;

use super::ahead::Ahead;
use super::cursor::{Cursor, State};
use super::diagnostics::{Diagnostics, Unclaimed};
use super::input::{self, Decoded};
use super::kept::Kept;
use super::open_elements::OpenElements;
use super::options::ReadOptions;
use super::parts::Parts;
use super::places::Places;
use super::stream::Stream;
use super::targets::References;
use crate::error::{Error, Result};
use crate::xml::namespace::{NamespaceId, TypeInfo};
use crate::xml::syntax::{Problem, Token};

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
    pub(super) cursor: Cursor<'de>,
    pub(super) elements: OpenElements<'de>,
    pub(super) diagnostics: Diagnostics,
    pub(super) places: Places,
    pub(super) options: ReadOptions,
    /// There as soon as something is kept as it stands.
    pub(super) kept: Option<Box<Kept>>,
    /// How deep the element is that stands in one whose type denies what is unknown; else 0.
    pub(super) denied_at: usize,
    pub(super) ahead: Ahead<'de>,
    /// What refers to what, if that is asked and known.
    pub(super) references: Option<Box<References>>,
    /// There where the document is that of a package.
    pub(super) parts: Option<Box<Parts<'de>>>,
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
        Self::from_str_with(xml, ReadOptions::DEFAULT)
    }

    /// As [`from_str`](Self::from_str), with options.
    #[must_use]
    pub fn from_str_with(xml: &'de str, options: &ReadOptions) -> Self {
        Self::of_text(Cow::Borrowed(xml), options)
    }

    /// Reads bytes: UTF-8, UTF-16, ISO-8859-1 or windows-1252, told apart by the byte order mark, the
    /// [`charset`](ReadOptions::charset) that came beside them, and the XML declaration, in this order. Only from UTF-8 can values be borrowed.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Encoding`](crate::ErrorKind::Encoding) if the bytes are not text in one of these.
    pub fn from_slice(bytes: &'de [u8]) -> Result<Self> {
        Self::from_slice_with(bytes, ReadOptions::DEFAULT)
    }

    /// As [`from_slice`](Self::from_slice), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`.
    pub fn from_slice_with(bytes: &'de [u8], options: &ReadOptions) -> Result<Self> {
        let decoded = input::decode(bytes, options.context().charset.as_deref())?;
        Ok(Self::of_decoded(decoded, options))
    }

    /// Reads a stream to its end, at most [`ReadOptions::max_bytes`], and then as
    /// [`from_slice`](Self::from_slice) does. The reader owns the text, so that no value can be borrowed
    /// for longer.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`, of the stream, and [`ErrorKind::Limit`](crate::ErrorKind::Limit).
    pub fn read_from(source: impl io::Read) -> Result<Self> {
        Self::read_from_with(source, ReadOptions::DEFAULT)
    }

    /// As [`read_from`](Self::read_from), with options.
    ///
    /// # Errors
    ///
    /// Those of `read_from`.
    pub fn read_from_with(source: impl io::Read, options: &ReadOptions) -> Result<Self> {
        let bytes = input::read_all(source, options.max_bytes)?;
        Self::from_vec_with(bytes, options)
    }

    /// Reads bytes that nobody else needs.
    pub(crate) fn from_vec_with(bytes: Vec<u8>, options: &ReadOptions) -> Result<Self> {
        let decoded = input::decode_owned(bytes, options.context().charset.as_deref())?;
        Ok(Self::of_decoded(decoded, options))
    }

    /// Reads from a stream on the way, and holds no more of it than the token that is read: for documents that
    /// are too large to hold, or not complete yet. Encodings, values and errors are those of
    /// [`from_slice`](Self::from_slice), but that values own their texts; and what is wrong with the bytes is an error when it
    /// is come to. No more is read than is needed, in pieces of 32 KiB at most.
    ///
    /// The default limits hold: an error ends it behind 64 MiB, for instance. Larger documents need another
    /// [`ReadOptions::max_bytes`]. The memory that is needed does not grow with it, for
    /// [`ReadOptions::max_token`] and [`max_depth`](ReadOptions::max_depth) bound it.
    ///
    /// ```
    /// use um_messages::{ReadOptions, xml::Reader};
    ///
    /// # let file: &[u8] = b"<list><n>1</n><n>2</n></list>";
    /// let options = ReadOptions::new().max_bytes(1 << 40).max_token(1 << 20);
    /// let mut reader = Reader::from_stream_with(file, &options);
    /// let mut sum = 0;
    /// reader.next_child()?; // into <list>
    /// while reader.next_child()? {
    ///     sum += reader.read::<u64>()?;
    /// }
    /// reader.finish()?;
    /// assert_eq!(sum, 3);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn from_stream(source: impl io::Read + Send + 'de) -> Self {
        Self::from_stream_with(source, ReadOptions::DEFAULT)
    }

    /// As [`from_stream`](Self::from_stream), with options.
    #[must_use]
    pub fn from_stream_with(source: impl io::Read + Send + 'de, options: &ReadOptions) -> Self {
        let stream = Stream::new(Box::new(source), options);
        Self::new(Cursor::of_stream(stream, options), options)
    }

    fn of_decoded<T: Into<Cow<'de, str>>>(decoded: Decoded<T>, options: &ReadOptions) -> Self {
        let mut reader = Self::of_text(decoded.text.into(), options);
        if decoded.is_cut_off {
            reader.cursor.set_cut_off();
        }
        reader
    }

    fn of_text(text: Cow<'de, str>, options: &ReadOptions) -> Self {
        Self::new(Cursor::of_text(text, options), options)
    }

    #[inline]
    fn new(cursor: Cursor<'de>, options: &ReadOptions) -> Self {
        Self {
            cursor,
            elements: OpenElements::new(),
            diagnostics: Diagnostics::new(),
            places: Places::new(),
            options: options.clone(),
            kept: None,
            denied_at: 0,
            ahead: Ahead::default(),
            references: None,
            parts: None,
        }
    }

    pub(crate) fn options(&self) -> &ReadOptions {
        &self.options
    }

    /// Makes `alias` another spelling of the namespace `canonical`, in the element that the reader
    /// stands in and in all that is read from now on: for a name that is found when the program runs, as the service type of a router.
    /// For one that is known before there is the key `namespace_alias`.
    ///
    /// An empty `alias` stands for no namespace: elements without one are read as elements of `canonical`, which is how some servers
    /// send the children of a message. Attributes are not, for without a prefix they are in no namespace by right, nor are names
    /// in values.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapMessage, xml::Reader};
    ///
    /// #[derive(Debug, PartialEq, SoapMessage)]
    /// #[soap(namespace = "urn:schemas-upnp-org:service:WANIPConnection:1", prefix = "u")]
    /// struct GetExternalIPAddressResponse {
    ///     #[soap(rename = "NewExternalIPAddress")]
    ///     address: String,
    /// }
    ///
    /// let found = String::from("urn:schemas-upnp-org:service:WANPPPConnection:1");
    /// let xml = format!(
    ///     "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>\
    ///      <u:GetExternalIPAddressResponse xmlns:u='{found}'><NewExternalIPAddress>192.0.2.7</NewExternalIPAddress>\
    ///      </u:GetExternalIPAddressResponse></s:Body></s:Envelope>"
    /// );
    /// let mut reader = Reader::from_str(&xml);
    /// for alias in [found, String::new()] {
    ///     reader.alias(alias, "urn:schemas-upnp-org:service:WANIPConnection:1");
    /// }
    /// let response = Envelope::<GetExternalIPAddressResponse>::read(&mut reader)?.into_body();
    /// assert_eq!(response.address, "192.0.2.7");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn alias(&mut self, alias: impl Into<Cow<'de, str>>, canonical: impl Into<Cow<'de, str>>) {
        let bindings = self.elements.bindings_mut();
        let canonical = bindings.intern(canonical.into());
        let namespace = bindings.namespace_of(canonical);
        self.elements.alias(alias.into(), namespace);
    }

    /// As [`alias`](Self::alias), for names that the program knows before.
    pub(crate) fn alias_own(&mut self, alias: &'static str, canonical: &'static str) {
        let namespace = self.namespace(canonical);
        self.elements.alias(Cow::Borrowed(alias), namespace);
    }

    /// The namespace of the protocol that carries the message, if it was set.
    pub(crate) fn protocol(&self) -> NamespaceId {
        self.elements.protocol()
    }

    /// Understands the other spellings of the namespaces that a type names.
    #[inline(never)]
    pub(crate) fn know_aliases(&mut self, info: &'static TypeInfo) {
        if self.elements.bindings_mut().meets(info) {
            info.visit_aliases(&mut |alias, canonical| self.alias_own(alias, canonical));
        }
    }

    pub(crate) fn set_protocol(&mut self, namespace: NamespaceId) {
        self.elements.set_protocol(namespace);
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
        self.skip_to_end_of(self.elements.depth())
    }

    /// Skips to the end of the open element at `depth`. Nothing is skipped if it is closed already.
    pub(crate) fn skip_to_end_of(&mut self, depth: usize) -> Result<()> {
        // What is skipped need not be complete.
        let references = self.references.take();
        let skipped = self.skip_tokens(depth);
        self.references = references;
        skipped
    }

    fn skip_tokens(&mut self, depth: usize) -> Result<()> {
        loop {
            if self.has_left(depth) || self.token()? == Token::EndOfDocument {
                return Ok(());
            }
        }
    }

    /// Whether an error was one of the document, and not only of what it says.
    pub(crate) fn is_broken(&self) -> bool {
        self.cursor.state() == State::Broken
    }

    /// Skips an element that no field has claimed.
    pub(crate) fn skip_unclaimed(&mut self) -> Result<()> {
        if let [.., parent, element] = self.elements.all() {
            self.diagnostics.remember(Unclaimed {
                parent: parent.name.span().start,
                local: element.name.get().local(),
                uri: element.uri,
            });
        }
        self.skip()
    }

    /// How many elements are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.elements.depth()
    }

    /// Skips what is left of the document, and checks that nothing but comments, processing
    /// instructions and white space follows the document element.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed.
    pub fn finish(&mut self) -> Result<()> {
        // What follows need not be complete, and nothing is read behind it.
        self.references = None;
        while self.token()? != Token::EndOfDocument {}
        Ok(())
    }

    /// The next token; a start tag becomes the innermost open element.
    #[inline]
    pub(crate) fn token(&mut self) -> Result<Token> {
        match self.cursor.state() {
            State::Content => {}
            State::Unsearched | State::Dangling => {
                self.prepare_references()?;
                return self.token();
            }
            State::Empty => {
                self.cursor.set_state(State::Closed);
                return Ok(Token::End);
            }
            State::Closed => self.elements.leave(&mut self.cursor),
            State::Broken => return Err(self.behind_the_error()),
        }
        loop {
            match self.cursor.next(self.elements.name()) {
                Ok(Token::Start) => return self.open_element(),
                Ok(Token::End) => {
                    self.cursor.set_state(State::Closed);
                    return Ok(Token::End);
                }
                Ok(Token::EndOfDocument) if self.cursor.goes_on() => self.read_on(None)?,
                Ok(token) => return Ok(token),
                Err(_) if self.is_end_of_target() => {
                    self.cursor.set_state(State::Closed);
                    return Ok(Token::End);
                }
                Err(problem) => self.read_on(Some(problem))?,
            }
        }
    }

    /// The element of a start tag becomes the innermost open one.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "a call here would cost a tenth of the reading speed"
    )]
    fn open_element(&mut self) -> Result<Token> {
        match self.elements.enter(&mut self.cursor, &self.options) {
            Ok(()) if self.references.is_none() => Ok(Token::Start),
            Ok(()) => self.follow_references().map(|()| Token::Start),
            Err(problem) => Err(self.break_off(problem)),
        }
    }

    /// Nothing can be read behind this.
    #[cold]
    pub(super) fn break_off(&mut self, problem: Problem) -> Error {
        self.cursor.set_state(State::Broken);
        self.located(problem)
    }
}
