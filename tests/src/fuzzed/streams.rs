//! Streams: however a document is cut into pieces, it is read as in one.

use std::fmt::Debug;
use std::io::{self, Read};

use um_messages::soap::ReadBody;
use um_messages::xml::Reader;
use um_messages::{Envelope, ErrorKind, ReadOptions, Result};

use crate::errors::say;
use crate::generated::messages::{Plain, Prefixed};
use crate::sources::tree;

/// The bytes are a document. As a stream it is read as it is read in one: the same tree, the same messages, or the same error in the
/// same place. Bytes that are no text are found at once where there is one piece, so that another error may be the first in a stream.
pub fn streams(bytes: &[u8]) {
    are_read_the_same(bytes, tree);
    are_read_the_same(bytes, message::<Plain>);
    are_read_the_same(bytes, message::<Prefixed>);
}

fn message<T: for<'de> ReadBody<'de>>(reader: &mut Reader<'_>) -> Result<T> {
    Envelope::<T>::read(reader).map(Envelope::into_body)
}

fn are_read_the_same<T: Debug>(bytes: &[u8], read: impl Fn(&mut Reader<'_>) -> Result<T>) {
    let options = ReadOptions::new();
    let in_one = Reader::from_slice_with(bytes, &options).and_then(|mut reader| read(&mut reader));
    let streamed = |mut reader| match (read(&mut reader), &in_one) {
        // As they are shown, for NaN is not NaN.
        (Ok(streamed), Ok(in_one)) => assert_eq!(format!("{streamed:?}"), format!("{in_one:?}")),
        (Err(_), Err(error)) if matches!(error.kind(), ErrorKind::Encoding(_)) => {}
        (Err(streamed), Err(in_one)) => assert_eq!(say(&streamed), say(in_one)),
        (streamed, in_one) => panic!("{streamed:?} of a stream, {in_one:?} in one"),
    };
    streamed(Reader::from_stream_with(bytes, &options));
    // Where it is cut, the bytes themselves say.
    let seed = bytes
        .iter()
        .fold(0, |sum: u8, byte| sum.wrapping_add(*byte));
    for seed in [0, seed] {
        streamed(Reader::from_stream_with(
            Chopped::new(bytes, seed),
            &options,
        ));
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
