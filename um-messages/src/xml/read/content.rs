//! The part of the reader that joins and decodes text.

use std::borrow::Cow;

use super::reader::{Reader, State};
use super::text::TextIn;
use crate::error::{ErrorKind, Result, excerpt};
use crate::xml::syntax::{Details, Run, Token, White, is_blank, scan, trim, trim_start};

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
        if let (State::Content, &Cow::Borrowed(text)) = (self.state, &self.text) {
            self.text_at = self.tokenizer.at;
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
    pub(super) fn joined_text(&mut self) -> Result<Cow<'de, str>> {
        if let Some(text) = self.text_ahead.take() {
            return Ok(text);
        }
        self.text_at = self.tokenizer.at;
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

    /// Gives a text back: [`text_content`](Self::text_content) gives it again.
    pub(crate) fn put_text_ahead(&mut self, text: Cow<'de, str>) {
        self.text_ahead = Some(text);
    }

    /// Whether the element has a text that is not empty. Its text has to be read next.
    pub(crate) fn has_text(&mut self) -> Result<bool> {
        let text = self.text_content()?;
        let has_text = !text.is_empty();
        self.put_text_ahead(text);
        Ok(has_text)
    }

    /// Steps to the next child element, or to the end of an element that has text instead.
    pub(crate) fn next_child_or_text(&mut self) -> Result<Next<'de>> {
        self.text_at = self.tokenizer.at;
        let mut text = Cow::Borrowed("");
        loop {
            match self.token()? {
                Token::Start if is_blank(&text) => return Ok(Next::Child),
                Token::Start => return Err(self.error(ErrorKind::UnexpectedChild(self.name()))),
                Token::End | Token::EndOfDocument => return Ok(Next::End(text)),
                Token::Text => self.append(&mut text, true)?,
                Token::CData => self.append(&mut text, false)?,
                Token::Comment | Token::Instruction => {}
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
    pub(super) fn append(&self, text: &mut Cow<'de, str>, references: bool) -> Result<()> {
        let piece = self.run_value(&self.details.run, White::LineEnds, references)?;
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
            return Err(self.limit("max_text", self.options.max_text));
        }
        Ok(())
    }

    /// The value of a run of text or of an attribute value.
    #[inline]
    pub(crate) fn run_value(
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
    pub(super) fn decoded_value(
        &self,
        run: &Run,
        white: White,
        references: bool,
    ) -> Result<String> {
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
    pub(super) fn refuse_text(&mut self, references: bool) -> Result<()> {
        if is_blank(self.details.run.span.of(&self.text)) {
            return Ok(());
        }
        self.refuse_visible_text(references)
    }

    #[cold]
    pub(super) fn refuse_visible_text(&mut self, references: bool) -> Result<()> {
        let run = self.details.run;
        let text = self.run_value(&run, White::LineEnds, references)?;
        if is_blank(&text) {
            return Ok(());
        }
        let visible = trim(&text);
        self.token_at = run.span.start + (text.len() - trim_start(&text).len());
        Err(self.error(ErrorKind::UnexpectedText(excerpt(visible))))
    }

    /// What the last token has.
    pub(crate) fn details(&self) -> &Details {
        &self.details
    }

    /// Where the last token stands: its first byte, and the byte behind it.
    pub(crate) fn token_range(&self) -> (usize, usize) {
        (self.token_at, self.tokenizer.at)
    }

    /// Whether the text begins as a page of HTML does.
    pub(crate) fn looks_like_html(&self) -> bool {
        let start = trim_start(self.text.trim_start_matches('\u{FEFF}'));
        ["<!doctype html", "<html"].iter().any(|html| {
            start
                .get(..html.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(html))
        })
    }
}
