//! Where the reader stands in the text, whatever the source: one token after the other.

use std::borrow::Cow;

use super::carried::Carried;
use super::options::ReadOptions;
use super::stream::Stream;
use crate::error::{ErrorKind, Position};
use crate::xml::syntax::{
    Illegal, Normalization, OpenName, Problem, RawAttribute, RawText, Token, TokenData, Tokenizer,
    scan,
};

pub(super) struct Cursor<'de> {
    /// What all spans refer to: the document or, of a stream, a window of it.
    text: Cow<'de, str>,
    /// Where the text goes on.
    stream: Option<Box<Stream<'de>>>,
    /// Where the window begins: what is kept of the text before it stands in front.
    window_at: usize,
    tokenizer: Tokenizer,
    /// What the last token has; the attributes of the current element stand here until the next
    /// start tag.
    data: TokenData,
    state: State,
    /// Where the last token began, and where the last text did.
    token_at: usize,
    text_at: usize,
    /// Where the start tag began before a look at the content, and where that look ended.
    start_tag_at: usize,
    looked_to: Option<usize>,
    /// Where that start tag, its attributes and the last text began, for those that did before the window.
    began: Option<Box<Began>>,
    /// A text to be read next: that of the element just closed, if it was read to find out whether there is one, or one that
    /// stands for the content of an element that has none.
    text_ahead: Option<Cow<'de, str>>,
}

/// Where what is kept of a window began.
pub(super) struct Began {
    pub(super) start_tag: Position,
    /// The names and values of its attributes.
    pub(super) attributes: Vec<(Position, Position)>,
    pub(super) text: Position,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Before the document, in which it is not known yet what refers to what.
    Unsearched,
    /// In the content of the innermost open element, or before or behind the document element.
    Content,
    /// In an element that refers to one that there is not, or back to itself: an error, unless it is skipped.
    Dangling,
    /// Behind an empty-element tag, which is start and end at once.
    Empty,
    /// Behind an end tag. The element is still the innermost open one, so that errors
    /// and prefixes refer to it, until the next token is read.
    Closed,
    /// The text has turned out not to be well-formed, or too large: nothing can be read any more.
    Broken,
}

impl<'de> Cursor<'de> {
    #[inline]
    pub(super) fn of_text(text: Cow<'de, str>, options: &ReadOptions) -> Self {
        let illegal = if options.replace_illegal_characters {
            Illegal::Replace
        } else {
            Illegal::Refuse
        };
        Self {
            text,
            stream: None,
            window_at: 0,
            tokenizer: Tokenizer::new(illegal, options.max_attributes),
            data: TokenData::default(),
            state: if options.resolve_references {
                State::Unsearched
            } else {
                State::Content
            },
            token_at: 0,
            text_at: 0,
            start_tag_at: 0,
            looked_to: None,
            began: None,
            text_ahead: None,
        }
    }

    pub(super) fn of_stream(stream: Stream<'de>, options: &ReadOptions) -> Self {
        Self {
            stream: Some(Box::new(stream)),
            ..Self::of_text(Cow::Owned(String::new()), options)
        }
    }

    /// The text lacks a part of its last character.
    pub(super) fn set_cut_off(&mut self) {
        self.tokenizer.set_cut_off();
    }

    // Stepping.

    #[inline]
    pub(super) fn state(&self) -> State {
        self.state
    }

    #[inline]
    pub(super) fn set_state(&mut self, state: State) {
        self.state = state;
    }

    /// The next token; `open` is the name of the innermost open element.
    #[inline]
    pub(super) fn next(&mut self, open: Option<&OpenName>) -> Result<Token, Problem> {
        self.token_at = self.tokenizer.at;
        self.tokenizer.next(&self.text, open, &mut self.data)
    }

    /// Goes into the element of the start tag just read.
    #[inline]
    pub(super) fn enter_content(&mut self) {
        self.state = if self.data.empty {
            State::Empty
        } else {
            State::Content
        };
    }

    /// Goes to another place of the text.
    pub(super) fn go_to(&mut self, at: usize) {
        self.tokenizer.at = at;
    }

    /// Goes to the start of the text, as if nothing had been read.
    pub(super) fn rewind(&mut self) {
        self.tokenizer.rewind();
        self.data = TokenData::default();
        self.state = State::Content;
        self.token_at = 0;
        self.text_at = 0;
    }

    /// The rest of the innermost open element, if it is text of no more than `max_text`. One that is too long has not been read.
    #[inline]
    pub(super) fn leaf(
        &mut self,
        open: Option<&OpenName>,
        max_text: usize,
    ) -> Option<Cow<'de, str>> {
        if self.state != State::Content {
            return None;
        }
        self.begin_text();
        let raw = self.tokenizer.leaf(&self.text, open)?;
        let value = if raw.encoded {
            self.encoded_leaf(&raw, max_text)?
        } else if raw.span.len() > max_text {
            self.tokenizer.at = raw.span.start;
            return None;
        } else {
            match self.text {
                Cow::Borrowed(text) => Cow::Borrowed(raw.span.of(text)),
                Cow::Owned(ref text) => Cow::Owned(raw.span.of(text).to_owned()),
            }
        };
        self.state = State::Closed;
        self.token_at = raw.span.end;
        Some(value)
    }

    /// The value of such a text.
    #[inline(never)]
    fn encoded_leaf(&mut self, raw: &RawText, max_text: usize) -> Option<Cow<'de, str>> {
        let value = self.decoded(raw, Normalization::LineEnds, true, max_text);
        if value.is_err() {
            self.tokenizer.at = raw.span.start;
        }
        value.ok().map(Cow::Owned)
    }

    /// The text, if it is not of a stream, nor decoded.
    #[inline]
    pub(super) fn borrowed_text(&self) -> Option<&'de str> {
        match self.text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// Goes behind the innermost open element, which ends with the tag from `start` to `end`.
    #[inline]
    pub(super) fn close(&mut self, (start, end): (usize, usize)) {
        self.token_at = start;
        self.tokenizer.at = end;
        self.state = State::Closed;
    }

    /// Goes to the end of the text, where the document ends; says whether that is not in a character.
    pub(super) fn finish(&mut self) -> bool {
        self.token_at = self.text.len();
        self.tokenizer.finish(self.token_at)
    }

    // The window of a stream.

    /// Whether there may be more text.
    #[cold]
    pub(super) fn goes_on(&self) -> bool {
        let stream = self.stream.as_ref();
        stream.is_some_and(|stream| !stream.has_ended())
    }

    /// How many bytes of the text are there and not read.
    pub(super) fn unread(&self) -> usize {
        self.text.len() - self.tokenizer.at
    }

    /// What has come of the stream and has not been read, if its encoding is UTF-8.
    pub(super) fn unread_utf8(&self) -> Option<Vec<u8>> {
        let undecoded = self.stream.as_ref()?.undecoded_utf8()?;
        let unread = self.text.get(self.tokenizer.at..).unwrap_or_default();
        Some([unread.as_bytes(), undecoded].concat())
    }

    /// Whether most of the window has been read, so that dropping that takes less time than reading it did.
    pub(super) fn is_mostly_read(&self) -> bool {
        let read = self.tokenizer.at - self.window_at;
        read >= self.text.len() / 2 && !self.tokenizer.is_at_start(&self.text)
    }

    /// Takes the text away, to keep a part of it.
    pub(super) fn take_text(&mut self) -> Cow<'de, str> {
        std::mem::take(&mut self.text)
    }

    /// What the next token begins with, as far as it is there.
    pub(super) fn next_two_bytes(&self) -> [Option<u8>; 2] {
        let bytes = self.text.as_bytes();
        let at = self.tokenizer.at;
        [at, at + 1].map(|at| bytes.get(at).copied())
    }

    /// Where the tokenizer stands.
    pub(super) fn at(&self) -> usize {
        self.tokenizer.at
    }

    /// Keeps what can be asked for of the last start tag, and where it and the last text began.
    pub(super) fn keep(&mut self, kept: &mut Carried<'_>, began: Began) {
        let TokenData {
            attributes,
            declarations,
            ..
        } = &mut self.data;
        for attribute in attributes.iter_mut().chain(declarations) {
            attribute.name = kept.name(attribute.name);
            attribute.value.span = kept.span(attribute.value.span);
        }
        self.began = Some(Box::new(began));
    }

    /// The next window: the rest of the text from where the tokenizer stands. It begins at `at`, which is not 0,
    /// behind what is kept.
    pub(super) fn begin_window(&mut self, text: String, at: usize) {
        self.text = Cow::Owned(text);
        self.window_at = at;
        self.token_at = at;
        self.looked_to = None;
        for place in [&mut self.start_tag_at, &mut self.text_at] {
            let from_start = place.checked_sub(self.tokenizer.at);
            *place = from_start.map_or(0, |behind| at + behind);
        }
        self.tokenizer.move_to(at);
    }

    /// Appends more text, so that the token that is not complete may be.
    pub(super) fn read_on(&mut self, max_token: usize) -> Result<(), Problem> {
        let Some(stream) = &mut self.stream else {
            return Ok(());
        };
        let start = self.tokenizer.at;
        let text = self.text.to_mut();
        let token = text.get(start..).unwrap_or_default();
        // That a text is complete is told from what follows.
        let is_text = !token.is_empty() && !token.starts_with('<');
        let longest = max_token.saturating_add(usize::from(is_text));
        if token.len() >= longest {
            return Err(self.limit("max_token", max_token));
        }
        let more = stream.read_on(text, start, longest);
        if stream.is_cut_off() {
            self.tokenizer.set_cut_off();
        }
        more.map_err(scan::placeless)
    }

    // What the last token has.

    #[inline]
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    #[inline]
    pub(super) fn token_data(&self) -> &TokenData {
        &self.data
    }

    #[inline]
    pub(super) fn attribute(&self, index: usize) -> Option<&RawAttribute> {
        self.data.attributes.get(index)
    }

    /// The attributes, to be resolved, and the text that their names stand in.
    #[inline]
    pub(super) fn attributes_mut(&mut self) -> (&mut [RawAttribute], &str) {
        (&mut self.data.attributes, &self.text)
    }

    /// Forgets attributes of the last start tag.
    pub(super) fn retain_attributes(&mut self, keep: impl Fn(&RawAttribute, &str) -> bool) {
        let text = &self.text;
        self.data
            .attributes
            .retain(|attribute| keep(attribute, text));
    }

    // Places.

    /// Where the last token began.
    #[inline]
    pub(super) fn token_at(&self) -> usize {
        self.token_at
    }

    /// Lets errors refer to another place of the last token than its beginning.
    pub(super) fn set_token_at(&mut self, at: usize) {
        self.token_at = at;
    }

    /// A look at the content begins, behind the start tag or where another one ended.
    pub(super) fn begin_look(&mut self) {
        if !self.has_looked() {
            self.start_tag_at = self.token_at;
        }
    }

    /// The look ends here: the start tag is still the last token that is not looked at.
    pub(super) fn end_look(&mut self) {
        self.looked_to = Some(self.tokenizer.at);
    }

    /// Whether nothing has been read since such a look.
    pub(super) fn has_looked(&self) -> bool {
        self.looked_to == Some(self.tokenizer.at)
    }

    /// Where the start tag began before the look.
    pub(super) fn start_tag_at(&self) -> usize {
        self.start_tag_at
    }

    /// The same, if that is before the window.
    pub(super) fn start_tag_began(&self) -> Option<Position> {
        let began = self.began.as_deref();
        began
            .filter(|_| self.start_tag_at < self.window_at)
            .map(|began| began.start_tag)
    }

    /// Where the name and the value of an attribute of the last start tag began, if that is before the window.
    pub(super) fn attribute_began(&self, index: usize) -> Option<(Position, Position)> {
        let name = self.attribute(index)?.name.span;
        let began = self.began.as_deref();
        let began = began.filter(|_| name.start < self.window_at)?;
        began.attributes.get(index).copied()
    }

    /// Where the last text began.
    pub(super) fn text_at(&self) -> usize {
        self.text_at
    }

    /// The same, if that is before the window.
    pub(super) fn text_began(&self) -> Option<Position> {
        let began = self.began.as_deref();
        began
            .filter(|_| self.text_at < self.window_at)
            .map(|began| began.text)
    }

    /// The next token begins a text.
    #[inline]
    pub(super) fn begin_text(&mut self) {
        self.text_at = self.tokenizer.at;
    }

    /// Where the last token stands: its first byte, and the byte behind it.
    pub(super) fn token_range(&self) -> (usize, usize) {
        (self.token_at, self.tokenizer.at)
    }

    // Values.

    #[inline]
    pub(super) fn take_text_ahead(&mut self) -> Option<Cow<'de, str>> {
        self.text_ahead.take()
    }

    #[cold]
    pub(super) fn text_ahead(&self) -> Cow<'de, str> {
        self.text_ahead.clone().unwrap_or_default()
    }

    pub(super) fn put_text_ahead(&mut self, text: Cow<'de, str>) {
        self.text_ahead = Some(text);
    }

    /// The value of a text or of an attribute.
    #[inline]
    pub(super) fn value(
        &self,
        raw: &RawText,
        normalization: Normalization,
        references: bool,
        max_text: usize,
    ) -> Result<Cow<'de, str>, Problem> {
        match self.text {
            Cow::Borrowed(text) if !raw.encoded && raw.span.len() <= max_text => {
                Ok(Cow::Borrowed(raw.span.of(text)))
            }
            _ => self
                .decoded(raw, normalization, references, max_text)
                .map(Cow::Owned),
        }
    }

    #[inline(never)]
    fn decoded(
        &self,
        raw: &RawText,
        normalization: Normalization,
        references: bool,
        max_text: usize,
    ) -> Result<String, Problem> {
        let text = raw.span.of(&self.text);
        let mut value = String::with_capacity(text.len());
        if raw.encoded {
            scan::decode(text, references, normalization, &mut value);
        } else {
            value.push_str(text);
        }
        if value.len() > max_text {
            return Err(self.limit("max_text", max_text));
        }
        Ok(value)
    }

    // Problems.

    /// The last token is, or has, more than a limit allows.
    #[cold]
    pub(super) fn limit(&self, limit: &'static str, max: usize) -> Problem {
        scan::problem(ErrorKind::Limit { limit, max }, self.token_at)
    }
}
