//! What is kept for errors: where the last one was, and the elements that no field has claimed.

use std::cell::Cell;

use super::carried::Carried;
use crate::error::Position;
use crate::xml::namespace::UriId;
use crate::xml::syntax::Span;

pub(super) struct Diagnostics {
    /// Where the text begins, and the place that was asked for last.
    first: Place,
    last: Cell<Place>,
    /// The elements that were skipped last, to name one that is right but for its namespace.
    unclaimed: Vec<Unclaimed>,
}

/// A byte of the text, and its position in the document.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    position: Position,
}

/// An element that no field has claimed.
#[derive(Clone, Copy)]
pub(super) struct Unclaimed {
    /// Where the name of its parent begins.
    pub(super) parent: usize,
    pub(super) local: Span,
    pub(super) uri: UriId,
}

/// How many elements are remembered.
const REMEMBERED: usize = 8;

impl Diagnostics {
    pub(super) fn new() -> Self {
        Self {
            first: START,
            last: Cell::new(START),
            unclaimed: Vec::new(),
        }
    }

    pub(super) fn remember(&mut self, element: Unclaimed) {
        if self.unclaimed.len() == REMEMBERED {
            self.unclaimed.remove(0);
        }
        self.unclaimed.push(element);
    }

    /// An element that was skipped in the parent, and has this local name but for case.
    pub(super) fn near_miss(&self, parent: usize, local: &str, text: &str) -> Option<&Unclaimed> {
        self.unclaimed.iter().find(|element| {
            let found = element.local.of(text);
            element.parent == parent && found.eq_ignore_ascii_case(local)
        })
    }

    /// The position of a byte of the text; of one that is kept from before it, that of its beginning.
    pub(super) fn position(&self, at: usize, text: &str) -> Position {
        if at < self.first.at {
            return self.first.position;
        }
        // Errors mostly come in the order of the text, and there can be many of them.
        let last = self.last.get();
        let from = if last.at <= at { last } else { self.first };
        let place = advance(text, from, at);
        self.last.set(place);
        place.position
    }

    /// The names of unclaimed elements are kept, and nothing of the text else. `moved` says where the name of an open
    /// element begins then.
    pub(super) fn keep(&mut self, kept: &mut Carried<'_>, moved: impl Fn(usize) -> Option<usize>) {
        for element in &mut self.unclaimed {
            match moved(element.parent) {
                Some(parent) => {
                    element.parent = parent;
                    element.local = kept.span(element.local);
                }
                // Its parent is closed, and is not asked for it any more.
                None => element.parent = usize::MAX,
            }
        }
    }

    /// The text has been dropped up to this position, which stands at `at` now.
    pub(super) fn begin_window(&mut self, at: usize, position: Position) {
        self.first = Place { at, position };
        self.last.set(self.first);
    }
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

/// The place of a byte at or behind `from`.
fn advance(text: &str, from: Place, at: usize) -> Place {
    let at = at.min(text.len());
    let Position {
        mut line,
        mut column,
        byte,
    } = from.position;
    let bytes = text.as_bytes();
    let mut before = from
        .at
        .checked_sub(1)
        .and_then(|before| bytes.get(before))
        .copied();
    for &byte in bytes.get(from.at..at).unwrap_or_default() {
        // A line ends with LF, CR LF, or CR (XML 1.0 section 2.11).
        if byte == b'\r' || (byte == b'\n' && before != Some(b'\r')) {
            line += 1;
            column = 1;
        } else if byte != b'\n' && !is_continuation(byte) {
            column += 1;
        }
        before = Some(byte);
    }
    let byte = byte + at.saturating_sub(from.at);
    let position = Position { line, column, byte };
    Place { at, position }
}

/// Whether a byte of UTF-8 is not the first one of its character.
const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
