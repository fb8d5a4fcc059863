//! What is kept for errors: where the last one was, and the elements that no field has claimed.

use std::cell::Cell;

use crate::error::Position;
use crate::xml::namespace::UriId;
use crate::xml::syntax::Span;

pub(super) struct Diagnostics {
    /// The place that was asked for last.
    last_position: Cell<Position>,
    /// The elements that were skipped last, to name one that is right but for its namespace.
    unclaimed: Vec<Unclaimed>,
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
            last_position: Cell::new(START),
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

    /// The position of a byte of the text.
    pub(super) fn position(&self, at: usize, text: &str) -> Position {
        // Errors mostly come in the order of the text, and there can be many of them.
        let known = self.last_position.get();
        let from = if known.byte <= at { known } else { START };
        let position = advance(text, from, at);
        self.last_position.set(position);
        position
    }
}

/// Where a text begins.
const START: Position = Position {
    line: 1,
    column: 1,
    byte: 0,
};

/// The position of a byte at or behind `from`.
fn advance(text: &str, from: Position, at: usize) -> Position {
    let at = at.min(text.len());
    let Position {
        mut line,
        mut column,
        byte,
    } = from;
    let bytes = text.as_bytes();
    let mut before = byte
        .checked_sub(1)
        .and_then(|before| bytes.get(before))
        .copied();
    for &byte in bytes.get(byte..at).unwrap_or_default() {
        // A line ends with LF, CR LF, or CR (XML 1.0 section 2.11).
        if byte == b'\r' || (byte == b'\n' && before != Some(b'\r')) {
            line += 1;
            column = 1;
        } else if byte != b'\n' && !is_continuation(byte) {
            column += 1;
        }
        before = Some(byte);
    }
    Position {
        line,
        column,
        byte: at,
    }
}

/// Whether a byte of UTF-8 is not the first one of its character.
const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
