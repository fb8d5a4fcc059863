//! The second source: a stream, decoded piece by piece as more of it is needed.

use std::io::{self, Read};

use super::credit::Credit;
use super::input::{Encoding, Head, too_many_bytes};
use super::options::ReadOptions;
use crate::error::ErrorKind;

/// The rest of a stream.
pub(super) struct Stream<'de> {
    source: Box<dyn Read + Send + 'de>,
    state: State,
    /// How many bytes have been read, and how many may be.
    count: u64,
    max_bytes: u64,
    /// Begins with what is read and not decoded: too few bytes to tell the encoding, or a part of a
    /// character.
    buffer: Vec<u8>,
    filled: usize,
    /// What is said of the encoding outside.
    charset: Option<String>,
    /// As soon as it is told.
    encoding: Option<Encoding>,
    attempts: Attempts,
}

enum State {
    Open,
    /// There are no more bytes, and all are decoded.
    Ended,
    /// Nothing follows, for this reason.
    Failed(ErrorKind),
}

/// How many bytes are read at once.
const PIECE: usize = 32 * 1024;

impl<'de> Stream<'de> {
    pub(super) fn new(source: Box<dyn Read + Send + 'de>, options: &ReadOptions) -> Self {
        Self {
            source,
            state: State::Open,
            count: 0,
            max_bytes: options.max_bytes,
            buffer: Vec::new(),
            filled: 0,
            charset: options.context().charset.clone(),
            encoding: None,
            attempts: Attempts::new(),
        }
    }

    pub(super) fn has_ended(&self) -> bool {
        matches!(self.state, State::Ended)
    }

    /// Whether it has ended within a character.
    pub(super) fn is_cut_off(&self) -> bool {
        self.has_ended() && self.filled > 0
    }

    /// What has been read and not decoded, if the encoding is UTF-8.
    pub(super) fn undecoded_utf8(&self) -> Option<&[u8]> {
        let is_utf8 = self.encoding == Some(Encoding::Utf8);
        is_utf8.then(|| self.buffer.get(..self.filled).unwrap_or_default())
    }

    fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }

    /// Appends more to a text which ends with a token that is not complete, and begins at `start`: so much that
    /// it may be complete, or all that there is, and at most so that it has `longest` bytes.
    pub(super) fn read_on(
        &mut self,
        text: &mut String,
        start: usize,
        longest: usize,
    ) -> Result<(), ErrorKind> {
        let before = text.len();
        self.attempts.begin(before - start);
        loop {
            let end = text.len();
            let room = longest.saturating_sub(end - start);
            if let Err(kind) = self.decode_more(text, room.max(1)) {
                if text.len() == before {
                    return Err(kind);
                }
                // What came before it counts first.
                self.state = State::Failed(kind);
                return Ok(());
            }
            let more = text.as_bytes().get(end..).unwrap_or_default();
            // Markup ends with `>`, text before `<`.
            let may_be_complete = more.contains(&b'>') || more.contains(&b'<');
            let length = text.len() - start;
            let is_last = length >= longest || self.has_ended();
            if is_last || self.attempts.is_next_due(length, may_be_complete) {
                return Ok(());
            }
        }
    }

    /// Appends what comes next; nothing at the end.
    fn decode_more(&mut self, text: &mut String, room: usize) -> Result<(), ErrorKind> {
        let before = text.len();
        while text.len() == before {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => break,
                State::Failed(kind) => return Err(kind),
                State::Open => {
                    self.state = self.read(room);
                    if let Err(kind) = self.decode(text, room) {
                        self.state = State::Failed(kind);
                    }
                }
            }
        }
        Ok(())
    }

    /// Reads more bytes, at most so many.
    fn read(&mut self, room: usize) -> State {
        if self.filled == self.buffer.len() {
            self.buffer.resize(PIECE.max(2 * self.filled), 0);
        }
        let left = self.max_bytes - self.count;
        let place = self.buffer.get_mut(self.filled..).unwrap_or_default();
        // One more than may be, to see whether there is one.
        let most = usize::try_from(left).map_or(usize::MAX, |left| left.saturating_add(1));
        let most = place.len().min(room).min(most);
        let place = place.get_mut(..most).unwrap_or_default();
        let count = match read_some(&mut self.source, place) {
            Ok(0) => return State::Ended,
            Ok(count) => count.min(most),
            Err(error) => return State::Failed(ErrorKind::Io(error)),
        };
        let allowed = count.min(usize::try_from(left).unwrap_or(usize::MAX));
        self.count += allowed as u64;
        self.filled += allowed;
        self.attempts.credit.earn(allowed);
        if allowed < count {
            return State::Failed(too_many_bytes(self.max_bytes));
        }
        State::Open
    }

    /// Decodes what has been read, as soon as its encoding is told.
    fn decode(&mut self, text: &mut String, room: usize) -> Result<(), ErrorKind> {
        if self.encoding.is_none() {
            self.tell_encoding(room)?;
        }
        let Some(encoding) = self.encoding else {
            return Ok(());
        };
        let bytes = self.buffer.get(..self.filled).unwrap_or_default();
        let at = usize::try_from(self.count).unwrap_or(usize::MAX) - bytes.len();
        let (length, problem) = encoding.decode(bytes, at, text);
        self.forget(length);
        problem.map_or(Ok(()), Err)
    }

    /// Tells the encoding, if what has been read is enough to. A declaration without an end is text at last.
    fn tell_encoding(&mut self, room: usize) -> Result<(), ErrorKind> {
        let bytes = self.buffer.get(..self.filled).unwrap_or_default();
        let charset = self.charset.as_deref();
        if self.is_open() && bytes.len() / 2 < room {
            // The declaration ends with it.
            let may_be_complete = bytes.contains(&b'>');
            let is_due = self.attempts.is_next_due(bytes.len(), may_be_complete);
            if !is_due || !Head::is_told_by(bytes, charset) {
                return Ok(());
            }
        }
        let Head { encoding, text_at } = Head::of(bytes, charset)?;
        self.encoding = Some(encoding);
        self.forget(text_at);
        Ok(())
    }

    /// Forgets the first bytes of those that have been read.
    fn forget(&mut self, length: usize) {
        self.buffer.copy_within(length..self.filled, 0);
        self.filled -= length;
    }
}

/// Reads once; a read that a signal has interrupted is none.
fn read_some(source: &mut dyn Read, place: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(place) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// When something that is not complete is looked at again, while more of it comes: soon, and yet so seldom that
/// all looks together take time linear in the number of bytes.
struct Attempts {
    credit: Credit,
    /// How many bytes there were at the last look.
    length: usize,
}

impl Attempts {
    fn new() -> Self {
        Self {
            credit: Credit::of(4096),
            length: 0,
        }
    }

    /// Something has been looked at that has so many bytes.
    fn begin(&mut self, length: usize) {
        self.length = length;
    }

    /// Whether it is to be looked at now.
    fn is_next_due(&mut self, length: usize, may_be_complete: bool) -> bool {
        let is_due = may_be_complete && self.credit.spend(length) || length / 2 >= self.length;
        if is_due {
            self.length = length;
        }
        is_due
    }
}
