//! Streams: a million items, and no more memory than for one.

use std::io::{self, Read};

use allocation_counter::measure;
use um_messages::ReadOptions;
use um_messages::xml::Reader;

const ITEM: &[u8] = b"<Item>&amp;</Item>";

/// A document of so many items, which is made while it is read.
struct Items {
    left: usize,
    is_closed: bool,
    /// What is read next.
    piece: &'static [u8],
}

impl Items {
    fn new(count: usize) -> Self {
        Self {
            left: count,
            is_closed: false,
            piece: b"<Items>",
        }
    }
}

impl Read for Items {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() && self.left > 0 {
            self.left -= 1;
            self.piece = ITEM;
        } else if self.piece.is_empty() && !self.is_closed {
            self.is_closed = true;
            self.piece = b"</Items>";
        }
        self.piece.read(buffer)
    }
}

/// The most that is held while so many items are read and skipped, one after the other.
fn peak(count: usize) -> u64 {
    let options = ReadOptions::new().max_bytes(u64::MAX);
    let info = measure(|| {
        let mut reader = Reader::from_stream_with(Items::new(count), &options);
        assert!(reader.next_child().unwrap());
        let mut read = 0;
        while reader.next_child().unwrap() {
            reader.skip().unwrap();
            read += 1;
        }
        reader.finish().unwrap();
        assert_eq!(read, count);
    });
    info.bytes_max
}

#[test]
fn a_million_items_are_held_one_at_a_time() {
    peak(1);
    let (few, many) = (peak(1_000), peak(1_000_000));
    assert!(
        many <= few + 1024,
        "{many} bytes for a million items, {few} for a thousand"
    );
    assert!(many < 512 * 1024, "{many} bytes");
}
