//! The part of the reader that joins and decodes text.

use std::borrow::Cow;

use super::cursor::State;
use super::reader::Reader;
use super::text::TextIn;
use crate::error::{ErrorKind, Result, excerpt};
use crate::xml::syntax::{
    BYTE_ORDER_MARK, Illegal, Normalization, RawText, Token, TokenData, is_blank, scan, trim,
    trim_start,
};

/// What stands next in an element.
pub(crate) enum Next<'de> {
    /// A child element, which the reader stands in now.
    Child,
    /// The end, behind this text.
    End(Cow<'de, str>),
}

impl<'de> Reader<'de> {
    /// The text of the element that the reader stands in, which then stands behind it: pieces
    /// split by comments, CDATA sections or references are joined.
    ///
    /// # Errors
    ///
    /// If there is an element inside.
    #[inline]
    pub fn text_content(&mut self) -> Result<Cow<'de, str>> {
        match (self.cursor).leaf(self.elements.name(), self.options.max_text) {
            Some(text) => Ok(text),
            None => self.joined_text(),
        }
    }

    /// The text of an element, token by token.
    fn joined_text(&mut self) -> Result<Cow<'de, str>> {
        if let Some(text) = self.cursor.take_text_ahead() {
            self.cursor.set_state(State::Closed);
            return Ok(text);
        }
        self.cursor.begin_text();
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

    /// Whether the element that the reader stands in has no content: no text, and no elements. Then nothing is left of it
    /// but its end, as behind `<a/>`.
    pub(crate) fn has_no_content(&mut self) -> Result<bool> {
        self.cursor.begin_look();
        let has_content = self.look_for_content()?;
        self.cursor.end_look();
        Ok(!has_content)
    }

    fn look_for_content(&mut self) -> Result<bool> {
        self.cursor.begin_text();
        while self.cursor.state() == State::Content {
            match self.cursor.next_two_bytes() {
                [Some(b'<'), Some(b'/')] => {
                    self.token()?;
                    self.cursor.set_state(State::Empty);
                }
                [Some(b'<'), Some(b'!' | b'?')] => {
                    let is_text = self.token()? == Token::CData && !self.raw_text().is_empty();
                    if is_text {
                        self.cursor.go_to(self.cursor.token_at());
                        return Ok(true);
                    }
                }
                [None, _] | [Some(b'<'), None] if self.cursor.goes_on() => self.read_on(None)?,
                _ => return Ok(true),
            }
        }
        Ok(self.cursor.state() != State::Empty)
    }

    /// Gives a text back, or puts one into an element without content: [`text_content`](Self::text_content) gives it again.
    pub(crate) fn put_text_ahead(&mut self, text: Cow<'de, str>) {
        self.cursor.put_text_ahead(text);
    }

    /// Whether the element has a text that is not empty. Its text has to be read next.
    pub(crate) fn has_text(&mut self) -> Result<bool> {
        self.is_text(|text| !text.is_empty())
    }

    /// Whether something is true of the text, which has to be read next.
    pub(crate) fn is_text(&mut self, is_true: impl FnOnce(&str) -> bool) -> Result<bool> {
        let text = self.text_content()?;
        let answer = is_true(&text);
        self.put_text_ahead(text);
        Ok(answer)
    }

    /// The text that was put ahead, if nobody has read it.
    pub(crate) fn take_text_ahead(&mut self) -> Option<Cow<'de, str>> {
        self.cursor.take_text_ahead()
    }

    /// Steps to the next child element, or to the end of an element that has text instead.
    pub(crate) fn next_child_or_text(&mut self) -> Result<Next<'de>> {
        match self.next_child_behind_text()? {
            (text, false) => Ok(Next::End(text)),
            (text, true) if is_blank(&text) => Ok(Next::Child),
            (_, true) => Err(self.error(ErrorKind::UnexpectedChild(self.name()))),
        }
    }

    /// Steps to the next child element, or to the end: the text that stands before it, and whether there is a child.
    pub(crate) fn next_child_behind_text(&mut self) -> Result<(Cow<'de, str>, bool)> {
        self.cursor.begin_text();
        let mut text = self.cursor.take_text_ahead().unwrap_or_default();
        loop {
            match self.token()? {
                Token::Start => return Ok((text, true)),
                Token::End | Token::EndOfDocument => return Ok((text, false)),
                Token::Text => self.append(&mut text, true)?,
                Token::CData => self.append(&mut text, false)?,
                Token::Comment | Token::Instruction => {}
            }
        }
    }

    /// Lets `read` read a text that was passed, wherever the reader stands now.
    pub(crate) fn with_text<T>(
        &mut self,
        text: Cow<'de, str>,
        read: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        let state = self.cursor.state();
        self.cursor.set_state(State::Closed);
        self.cursor.put_text_ahead(text);
        let result = read(self);
        self.cursor.take_text_ahead();
        self.cursor.set_state(state);
        result
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

    /// As [`text`](Self::text), for a type that says whether a part of a package [may stand](super::ReadText::MAY_BE_PART) for it.
    #[inline]
    pub(crate) fn text_of(&mut self, may_be_part: bool) -> Result<TextIn<'_, 'de>> {
        if may_be_part {
            return self.text_or_include();
        }
        self.text()
    }

    #[inline]
    fn append(&self, text: &mut Cow<'de, str>, references: bool) -> Result<()> {
        let piece = self.value_of(
            &self.cursor.token_data().text,
            Normalization::LineEnds,
            references,
        )?;
        if text.is_empty() {
            *text = piece;
        } else {
            text.to_mut().push_str(&piece);
        }
        self.check_length(text.len())
    }

    #[inline]
    pub(crate) fn check_length(&self, length: usize) -> Result<()> {
        if length > self.options.max_text {
            return Err(self.located(self.cursor.limit("max_text", self.options.max_text)));
        }
        Ok(())
    }

    /// The value of a text or of an attribute.
    #[inline]
    pub(crate) fn value_of(
        &self,
        raw: &RawText,
        normalization: Normalization,
        references: bool,
    ) -> Result<Cow<'de, str>> {
        let value = self
            .cursor
            .value(raw, normalization, references, self.options.max_text);
        value.map_err(|problem| self.located(problem))
    }

    /// Text between elements: only white space may stand there.
    #[inline]
    pub(super) fn refuse_text(&mut self, references: bool) -> Result<()> {
        if is_blank(self.raw_text()) {
            return Ok(());
        }
        self.refuse_visible_text(references)
    }

    #[cold]
    fn refuse_visible_text(&mut self, references: bool) -> Result<()> {
        let raw = self.cursor.token_data().text;
        let text = self.value_of(&raw, Normalization::LineEnds, references)?;
        if is_blank(&text) {
            return Ok(());
        }
        let visible = trim(&text);
        let at = raw.span.start + blank_length(self.raw_text(), references);
        self.cursor.set_token_at(at);
        Err(self.error(ErrorKind::UnexpectedText(excerpt(visible))))
    }

    /// The text that was just read, as it stands in the document.
    pub(super) fn raw_text(&self) -> &str {
        self.cursor.token_data().text.span.of(self.cursor.text())
    }

    /// What the last token has.
    pub(crate) fn token_data(&self) -> &TokenData {
        self.cursor.token_data()
    }

    /// Where the last token stands: its first byte, and the byte behind it.
    pub(crate) fn token_range(&self) -> (usize, usize) {
        self.cursor.token_range()
    }

    /// Whether the document has nothing but white space, which is no document.
    pub(crate) fn is_blank(&self) -> bool {
        let text = self.cursor.text().trim_start_matches(BYTE_ORDER_MARK);
        trim_start(text).is_empty()
    }

    /// Whether the last token begins as a page of HTML does.
    pub(crate) fn looks_like_html(&self) -> bool {
        let token = self.cursor.text().get(self.cursor.token_at()..);
        let start = trim_start(
            token
                .unwrap_or_default()
                .trim_start_matches(BYTE_ORDER_MARK),
        );
        ["<!doctype html", "<html"].iter().any(|html| {
            start
                .get(..html.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(html))
        })
    }
}

/// How many bytes of a text as it stands in a document are white space at its start, by references as well: `&#32;`.
fn blank_length(raw: &str, references: bool) -> usize {
    let mut blank = raw.len() - trim_start(raw).len();
    while references && raw.as_bytes().get(blank) == Some(&b'&') {
        let read = scan::reference(raw, blank, Illegal::Replace);
        let Ok((' ' | '\t' | '\n' | '\r', end)) = read else {
            break;
        };
        let behind = raw.get(end..).unwrap_or_default();
        blank = raw.len() - trim_start(behind).len();
    }
    blank
}
