//! Places of a text, by line, column and byte.

use std::cell::Cell;

use crate::error::Position;
use crate::xml::syntax::BYTE_ORDER_MARK;

/// The places of a text that are known, so that few bytes are counted again.
pub(super) struct Places {
    /// Where the text begins.
    first: Place,
    /// The one that was asked for last.
    last: Cell<Place>,
    /// There as soon as something is asked for, so that a reader without it is small.
    asked: Cell<Option<Box<Asked>>>,
}

/// What was asked for.
#[derive(Default)]
struct Asked {
    /// A place every [`STEP`] bytes, as far as has been asked.
    steps: Vec<Place>,
    /// Where the elements begin whose types ask for that, outermost first.
    elements: Vec<Position>,
}

/// A byte of the text, and its position in the document.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    position: Position,
}

/// Where a document begins.
const START: Place = Place {
    at: 0,
    position: Position {
        line: 1,
        column: 1,
        byte: 0,
    },
};

/// At most so many bytes are counted again for a place.
const STEP: usize = 4 * 1024;

impl Places {
    pub(super) const fn new() -> Self {
        Self {
            first: START,
            last: Cell::new(START),
            asked: Cell::new(None),
        }
    }

    /// The position of a byte of the text; of one that is kept from before it, that of its beginning.
    pub(super) fn position(&self, at: usize, text: &str) -> Position {
        let at = at.min(text.len());
        let Some(from_first) = at.checked_sub(self.first.at) else {
            return self.first.position;
        };
        // Mostly they are asked for in the order of the text, and there can be many of them.
        let last = self.last.get();
        let is_near = last.at <= at && at - last.at < STEP;
        let from = if is_near {
            last
        } else {
            self.step(from_first / STEP, text)
        };
        let place = advance(text, from, at);
        self.last.set(place);
        place.position
    }

    /// The place so many steps behind the beginning.
    fn step(&self, number: usize, text: &str) -> Place {
        let mut asked = self.asked.take().unwrap_or_default();
        let steps = &mut asked.steps;
        while steps.len() < number {
            let last = steps.last().copied().unwrap_or(self.first);
            steps.push(advance(text, last, last.at + STEP));
        }
        let before = number.checked_sub(1).and_then(|index| steps.get(index));
        let place = before.copied().unwrap_or(self.first);
        self.asked.set(Some(asked));
        place
    }

    /// The innermost element is one whose type asks where it begins.
    pub(super) fn enter(&mut self, element: Position) {
        let asked = self.asked.get_mut().get_or_insert_default();
        asked.elements.push(element);
    }

    /// It has been read.
    pub(super) fn leave(&mut self) {
        if let Some(asked) = self.asked.get_mut() {
            asked.elements.pop();
        }
    }

    /// Where the innermost of these elements begins.
    pub(super) fn element(&self) -> Option<Position> {
        let asked = self.asked.take();
        let element = asked
            .as_ref()
            .and_then(|asked| asked.elements.last())
            .copied();
        self.asked.set(asked);
        element
    }

    /// The text has been dropped up to this position, which stands at `at` now.
    pub(super) fn begin_window(&mut self, at: usize, position: Position) {
        self.first = Place { at, position };
        self.last.set(self.first);
        if let Some(asked) = self.asked.get_mut() {
            asked.steps.clear();
        }
    }
}

/// The place of a byte at or behind `from`.
fn advance(text: &str, from: Place, at: usize) -> Place {
    let (before, rest) = text
        .as_bytes()
        .split_at_checked(from.at)
        .unwrap_or_default();
    let passed = rest.get(..at - from.at).unwrap_or(rest);
    let Position { line, column, byte } = from.position;
    // Most of what a stream leaves behind is of one line: then nothing is counted but characters.
    let (lines, column, of_line) = match last_line_end(passed) {
        Some(end) => {
            let (ended, of_line) = passed.split_at_checked(end + 1).unwrap_or_default();
            (line_ends(before.last(), ended), 1, of_line)
        }
        None => (0, column, passed),
    };
    let marked = of_line.strip_prefix(BYTE_ORDER_MARK.as_bytes());
    let of_line = marked
        .filter(|_| byte == 0 && lines == 0)
        .unwrap_or(of_line);
    let position = Position {
        line: line + lines,
        column: column + count(of_line, |byte| !is_continuation(byte)),
        byte: byte + passed.len(),
    };
    Place { at, position }
}

/// How many lines end in some bytes: with LF, CR LF, or CR (XML 1.0 section 2.11).
fn line_ends(before: Option<&u8>, bytes: &[u8]) -> usize {
    let returns = count(bytes, |byte| byte == b'\r');
    let feeds = count(bytes, |byte| byte == b'\n');
    let is_pair = |(first, second): (&u8, &u8)| *first == b'\r' && *second == b'\n';
    let pairs = if returns == 0 {
        0
    } else {
        let next = bytes.iter().skip(1);
        bytes.iter().zip(next).filter(|&pair| is_pair(pair)).count()
    };
    let is_begun = before.zip(bytes.first()).is_some_and(is_pair);
    returns + feeds - pairs - usize::from(is_begun)
}

/// How many bytes are counted at once: so many as a byte can count, in whole vectors.
const COUNTED: usize = 192;

/// How many bytes are so. Each sum is a byte, for which the compiler has wide instructions: to count what a stream has left behind was
/// half of reading it.
fn count(bytes: &[u8], is_counted: impl Fn(u8) -> bool) -> usize {
    let of_chunk =
        |chunk: &[u8]| -> u8 { chunk.iter().map(|&byte| u8::from(is_counted(byte))).sum() };
    bytes
        .chunks(COUNTED)
        .map(|chunk| usize::from(of_chunk(chunk)))
        .sum()
}

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// Where the last byte stands that is of a line end.
fn last_line_end(bytes: &[u8]) -> Option<usize> {
    let mut end = bytes.len();
    for block in bytes.rchunks(BLOCK) {
        end -= block.len();
        // The least byte is found in half the time, and most blocks have no control character at all.
        let least = block.iter().fold(u8::MAX, |least, &byte| least.min(byte));
        if least <= b'\r' {
            let found = block.iter().rposition(|&byte| is_of_line_end(byte));
            if let Some(found) = found {
                return Some(end + found);
            }
        }
    }
    None
}

const fn is_of_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// Whether a byte of UTF-8 is not the first one of its character.
const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, COUNTED, Places, STEP};
    use crate::error::Position;

    /// As [`Places::position`], character by character.
    fn counted(text: &str, at: usize) -> Position {
        let passed = &text[..at];
        let lines = passed.replace("\r\n", " \n").replace('\r', "\n");
        let of_line = lines.rsplit('\n').next().unwrap_or_default();
        Position {
            line: 1 + lines.matches('\n').count(),
            column: 1 + of_line.chars().count(),
            byte: at,
        }
    }

    #[test]
    fn a_place_is_the_same_however_many_bytes_are_counted_at_once() {
        for line_end in ["\n", "\r\n", "\r", ""] {
            for length in [1, BLOCK - 1, BLOCK, COUNTED, COUNTED + BLOCK, STEP + 1] {
                let line = ["é", &"x".repeat(length), line_end].concat();
                let text = line.repeat(3);
                let places = Places::new();
                for at in (0..text.len())
                    .step_by(11)
                    .filter(|at| text.is_char_boundary(*at))
                {
                    // Where a CR is passed alone, its LF is a line end still.
                    if !text[..at].ends_with('\r') || !text[at..].starts_with('\n') {
                        assert_eq!(places.position(at, &text), counted(&text, at));
                    }
                }
            }
        }
    }
}
