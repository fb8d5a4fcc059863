//! Where a package comes from, and how much of it is there: all of it, or a piece of a stream.

use std::io::{self, Read};

use crate::error::{Error, Result};
use crate::xml::ReadOptions;
use crate::xml::read::too_many_bytes;

/// The bytes that are there.
pub(super) trait Window {
    /// Those that are not done with.
    fn bytes(&self) -> &[u8];

    /// Whether nothing follows them.
    fn is_all(&self) -> bool;

    /// Reads on: there are more bytes then, or they are all.
    fn read_on(&mut self) -> Result<()>;

    /// Is done with the first bytes.
    fn consume(&mut self, count: usize);

    /// Which byte of the package the first one is.
    fn at(&self) -> u64;
}

/// A package that is there as a whole.
pub(super) struct Whole<'a> {
    rest: &'a [u8],
    at: u64,
}

impl<'a> Whole<'a> {
    pub(super) fn new(package: &'a [u8]) -> Self {
        Self {
            rest: package,
            at: 0,
        }
    }

    /// The first bytes, which are done with.
    pub(super) fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .unwrap_or((self.rest, b""));
        self.rest = rest;
        self.at += taken.len() as u64;
        taken
    }
}

impl Window for Whole<'_> {
    fn bytes(&self) -> &[u8] {
        self.rest
    }

    fn is_all(&self) -> bool {
        true
    }

    fn read_on(&mut self) -> Result<()> {
        Ok(())
    }

    fn consume(&mut self, count: usize) {
        self.take(count);
    }

    fn at(&self) -> u64 {
        self.at
    }
}

/// How many bytes are read at once.
const PIECE: usize = 32 * 1024;

/// A piece of a stream.
pub(super) struct Piece<R> {
    source: R,
    /// What is there stands from `start` to `end`.
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    at: u64,
    max_bytes: u64,
    is_all: bool,
}

impl<R: Read> Piece<R> {
    pub(super) fn new(source: R, options: &ReadOptions) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            start: 0,
            end: 0,
            at: 0,
            max_bytes: options.max_bytes,
            is_all: false,
        }
    }

    /// Moves what is there to the front, and sees to it that there is room behind it.
    fn make_room(&mut self) {
        self.buffer.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        if self.end == self.buffer.len() {
            self.buffer.resize(PIECE.max(2 * self.end), 0);
        }
    }
}

impl<R: Read> Window for Piece<R> {
    fn bytes(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    fn is_all(&self) -> bool {
        self.is_all
    }

    fn read_on(&mut self) -> Result<()> {
        if self.is_all {
            return Ok(());
        }
        self.make_room();
        let room = self.buffer.get_mut(self.end..).unwrap_or_default();
        let count = loop {
            match self.source.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.is_all = count == 0;
        self.end = self.buffer.len().min(self.end + count);
        if self.at + self.bytes().len() as u64 > self.max_bytes {
            return Err(Error::new(too_many_bytes(self.max_bytes)).at_package_byte(self.max_bytes));
        }
        Ok(())
    }

    fn consume(&mut self, count: usize) {
        let count = count.min(self.end - self.start);
        self.start += count;
        self.at += count as u64;
    }

    fn at(&self) -> u64 {
        self.at
    }
}
