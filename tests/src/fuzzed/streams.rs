//! Streams: however a document is cut into pieces, it is read as in one.

use std::io::{self, Read};

use um_messages::xml::Reader;
use um_messages::{ErrorKind, ReadOptions};

use crate::errors::say;
use crate::sources::tree;

/// The bytes are a document. In pieces it is read as it is read in one: the same tree, or the same error in the same place.
/// Bytes that are no text are found at once where there is one piece, so that another error may be the first in a stream.
pub fn streams(bytes: &[u8]) {
    let whole = Reader::from_slice_with(bytes, &ReadOptions::new())
        .and_then(|mut reader| tree(&mut reader));
    // Where it is cut, the bytes themselves say.
    let seed = bytes
        .iter()
        .fold(0, |sum: u8, byte| sum.wrapping_add(*byte));
    for seed in [0, seed] {
        let pieces = Chopped::new(bytes, seed);
        let pieces = tree(&mut Reader::from_stream_with(pieces, &ReadOptions::new()));
        match (&pieces, &whole) {
            (Ok(pieces), Ok(whole)) => assert_eq!(pieces, whole),
            (Err(_), Err(error)) if matches!(error.kind(), ErrorKind::Encoding(_)) => {}
            (Err(pieces), Err(whole)) => assert_eq!(say(pieces), say(whole)),
            _ => panic!("{pieces:?} in pieces, {whole:?} in one"),
        }
    }
}

/// A stream that gives a few bytes at a time, and is interrupted now and then.
#[derive(Debug)]
pub struct Chopped<'a> {
    rest: &'a [u8],
    state: u32,
}

impl<'a> Chopped<'a> {
    /// The document in pieces whose lengths depend on the seed; with 0 each is one byte.
    pub fn new(document: &'a [u8], seed: u8) -> Self {
        Self {
            rest: document,
            state: u32::from(seed),
        }
    }
}

impl Read for Chopped<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.state = self.state.wrapping_mul(1_664_525);
        let random = self.state >> 8;
        if random % 17 == 16 {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let wanted = (random % 9) as usize + 1;
        let length = wanted.min(buffer.len()).min(self.rest.len());
        let (piece, rest) = self.rest.split_at(length);
        buffer[..length].copy_from_slice(piece);
        self.rest = rest;
        Ok(length)
    }
}
