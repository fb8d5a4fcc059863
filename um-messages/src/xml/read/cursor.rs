//! Where the reader stands in the text, whatever the source: one token after the other.

use std::borrow::Cow;

use super::options::ReadOptions;
use super::stream::Stream;
use crate::error::{ErrorKind, Position};
use crate::xml::syntax::{
    Illegal, Normalization, OpenName, Problem, RawAttribute, RawText, Token, TokenData, Tokenizer,
    scan,
};

pub(super) struct Cursor<'de> {
    /// What all spans refer to: the document or, of a stream, the part that is needed.
    text: Cow<'de, str>,
    /// Where the tokens come from if not from the text.
    stream: Option<Box<Stream<'de>>>,
    tokenizer: Tokenizer,
    /// What the last token has; the attributes of the current element stand here until the next
    /// start tag.
    data: TokenData,
    state: State,
    /// Where the last token began, and where the last text did.
    token_at: usize,
    text_at: usize,
    /// The text of the element just closed, if it was read to find out whether there is one.
    text_ahead: Option<Cow<'de, str>>,
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

impl<'de> Cursor<'de> {
    pub(super) fn of_text(text: Cow<'de, str>, options: &ReadOptions) -> Self {
        let illegal = if options.replace_illegal_characters {
            Illegal::Replace
        } else {
            Illegal::Refuse
        };
        Self {
            text,
            stream: None,
            tokenizer: Tokenizer::new(illegal, options.max_attributes),
            data: TokenData::default(),
            state: State::Content,
            token_at: 0,
            text_at: 0,
            text_ahead: None,
        }
    }

    pub(super) fn of_stream(stream: Stream<'de>, options: &ReadOptions) -> Self {
        Self {
            stream: Some(Box::new(stream)),
            ..Self::of_text(Cow::Owned(String::new()), options)
        }
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
        if self.stream.is_some() {
            return self.next_of_stream();
        }
        self.tokenizer.next(&self.text, open, &mut self.data)
    }

    #[cold]
    fn next_of_stream(&mut self) -> Result<Token, Problem> {
        match &mut self.stream {
            Some(stream) => stream.next(self.text.to_mut(), &mut self.data),
            None => Ok(Token::EndOfDocument),
        }
    }

    /// The rest of the innermost open element, if it is plain text and can be borrowed.
    #[inline]
    pub(super) fn leaf(&mut self, open: Option<&OpenName>) -> Option<&'de str> {
        let (State::Content, &Cow::Borrowed(text)) = (self.state, &self.text) else {
            return None;
        };
        self.text_at = self.tokenizer.at;
        let span = self.tokenizer.leaf(text, open)?;
        self.state = State::Closed;
        self.token_at = span.end;
        Some(span.of(text))
    }

    /// Forgets an element that is closed; its names begin at `start`.
    #[inline]
    pub(super) fn forget(&mut self, start: usize) {
        if let Some(stream) = &mut self.stream {
            stream.forget(self.text.to_mut(), start);
        }
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

    /// Where the last text began.
    pub(super) fn text_at(&self) -> usize {
        self.text_at
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

    /// Whether the names of closed elements can be looked at still.
    pub(super) fn keeps_text(&self) -> bool {
        self.stream.is_none()
    }

    /// Where a stream stands, if that is the source.
    pub(super) fn stream_position(&self) -> Option<Position> {
        self.stream.as_ref().map(|stream| stream.position())
    }

    // Values.

    #[inline]
    pub(super) fn take_text_ahead(&mut self) -> Option<Cow<'de, str>> {
        self.text_ahead.take()
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
