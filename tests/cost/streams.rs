//! Streams: a million items, and no more memory than for one.

use std::io::{self, Read, Write as _};

use allocation_counter::measure;
use um_messages::soap::PushReader;
use um_messages::xml::{Element, Iter, QName, Reader};
use um_messages::{Envelope, ReadOptions, Result, SoapMessage, SoapType};

const ITEM: &[u8] = b"<Item>&amp;</Item>";

/// A document of so many items, which is made while it is read.
struct Items {
    left: usize,
    item: &'static [u8],
    end: Option<&'static [u8]>,
    /// What is read next.
    piece: &'static [u8],
}

impl Items {
    fn new(count: usize) -> Self {
        Self {
            left: count,
            item: ITEM,
            end: Some(b"</Items>"),
            piece: b"<Items>",
        }
    }

    /// An envelope with such a list in it.
    fn in_envelope(count: usize) -> Self {
        Self {
            left: count,
            item: b"<Row Id='7'><Name>a&amp;b</Name><Other/></Row>",
            end: Some(b"</Rows></Report></s:Body></s:Envelope>"),
            piece: b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><Report><Rows>",
        }
    }
}

impl Read for Items {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() && self.left > 0 {
            self.left -= 1;
            self.piece = self.item;
        } else if self.piece.is_empty() {
            self.piece = self.end.take().unwrap_or_default();
        }
        self.piece.read(buffer)
    }
}

/// The most that is held while so many items are read, one after the other.
fn peak(source: Items, read: impl FnOnce(&mut Reader<'_>) -> usize) -> u64 {
    let options = ReadOptions::new().max_bytes(u64::MAX);
    let count = source.left;
    let info = measure(|| {
        let mut reader = Reader::from_stream_with(source, &options);
        assert_eq!(read(&mut reader), count);
        reader.finish().unwrap();
    });
    info.bytes_max
}

/// Many items cost no more memory than ten thousand, and less than half a MiB.
fn assert_flat(count: usize, peak: impl Fn(usize) -> u64) {
    peak(1);
    let (few, many) = (peak(10_000), peak(count));
    assert!(
        many <= few + 1024,
        "{many} bytes for {count} items, {few} for ten thousand"
    );
    assert!(many < 512 * 1024, "{many} bytes");
}

#[test]
fn a_million_items_are_held_one_at_a_time() {
    let skip = |reader: &mut Reader<'_>| {
        assert!(reader.next_child().unwrap());
        let mut read = 0;
        while reader.next_child().unwrap() {
            reader.skip().unwrap();
            read += 1;
        }
        read
    };
    assert_flat(1_000_000, |count| peak(Items::new(count), skip));
}

/// Items that each declare a namespace of their own, which nobody asks for.
struct Namespaces {
    count: usize,
    made: usize,
    piece: Vec<u8>,
    at: usize,
}

impl Namespaces {
    fn new(count: usize) -> Self {
        Self {
            count,
            made: 0,
            piece: b"<Items>".to_vec(),
            at: 0,
        }
    }
}

impl Read for Namespaces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() && self.made <= self.count {
            self.at = 0;
            self.piece.clear();
            let number = self.made;
            if number < self.count {
                write!(
                    self.piece,
                    "<n:Item xmlns:n='urn:{number:06}' n:a='1'><m:Inner xmlns:m='urn:{number:06}'/></n:Item>"
                )?;
            } else {
                self.piece.extend(b"</Items>");
            }
            self.made += 1;
        }
        let read = self.piece.get(self.at..).unwrap_or_default().read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

/// Whether they are skipped or kept, and dropped.
#[test]
fn namespaces_are_held_as_long_as_they_are_declared() {
    let options = ReadOptions::new().max_bytes(u64::MAX).max_nodes(usize::MAX);
    let peak = |count: usize, keeps: bool| {
        let read = || {
            let source = Namespaces::new(count);
            let mut reader = Reader::from_stream_with(source, &options);
            assert!(reader.next_child().unwrap());
            let mut number = 0;
            while reader.next_child().unwrap() {
                if keeps {
                    let item: Element = reader.read().unwrap();
                    assert_eq!(item.name().namespace(), format!("urn:{number:06}"));
                    assert_eq!(item.attribute(&format!("urn:{number:06}"), "a"), Some("1"));
                } else {
                    reader.skip().unwrap();
                }
                number += 1;
            }
            reader.finish().unwrap();
            assert_eq!(number, count);
        };
        measure(read).bytes_max
    };
    for keeps in [false, true] {
        assert_flat(200_000, |count| peak(count, keeps));
    }
}

/// Behind however many, what has the same URI is in the same one.
#[test]
fn namespaces_behind_many_are_the_same() {
    // Many come at once, so that many are known when they are forgotten.
    let mut document = Vec::new();
    Namespaces::new(20_000).read_to_end(&mut document).unwrap();
    let mut reader = Reader::from_stream(document.as_slice());
    assert!(reader.next_child().unwrap());
    while reader.next_child().unwrap() {
        let outer = reader.element_namespace();
        assert!(reader.next_child().unwrap());
        assert_eq!(reader.element_namespace(), outer, "{}", reader.name());
        reader.skip().unwrap();
        assert!(!reader.next_child().unwrap());
    }
}

#[derive(SoapType)]
struct Row {
    #[soap(attribute)]
    id: u32,
    name: String,
}

#[test]
fn items_of_an_envelope_are_held_one_at_a_time() {
    let read = |reader: &mut Reader<'_>| {
        let mut body = reader.open_body::<()>().unwrap();
        body.enter("", "Report").unwrap();
        body.enter("", "Rows").unwrap();
        let rows = body.items::<Row>("", "Row");
        let count = rows
            .map(Result::unwrap)
            .filter(|row| row.id == 7 && row.name == "a&b")
            .count();
        body.finish().unwrap();
        count
    };
    assert_flat(100_000, |count| peak(Items::in_envelope(count), read));
}

#[derive(SoapMessage)]
#[soap(namespace = "")]
struct Numbers<'a> {
    #[soap(wrapper = "All")]
    n: Iter<'a, u32>,
}

/// What is read from the chunks of a document, which are made while it is read.
struct Chunks<I> {
    chunks: I,
    left: io::Cursor<Vec<u8>>,
}

impl<I: Iterator<Item = Result<Vec<u8>>>> Read for Chunks<I> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.left.read(buffer)?;
        if count > 0 {
            return Ok(count);
        }
        match self.chunks.next() {
            None => Ok(0),
            Some(chunk) => {
                self.left = io::Cursor::new(chunk?);
                self.left.read(buffer)
            }
        }
    }
}

/// Written and read again, both on the way.
#[test]
fn a_million_items_go_out_and_in_in_flat_memory() {
    let peak = |count: u32| {
        let options = ReadOptions::new().max_bytes(u64::MAX);
        let info = measure(|| {
            let n = Iter::new(0..count);
            let source = Chunks {
                chunks: Envelope::new(Numbers { n }).into_chunks(),
                left: io::Cursor::default(),
            };
            let mut reader = Reader::from_stream_with(source, &options);
            let mut body = reader.open_body::<()>().unwrap();
            body.enter("", "Numbers").unwrap();
            body.enter("", "All").unwrap();
            let all = body.items::<u32>("", "N").map(Result::unwrap);
            assert!(all.eq(0..count));
            body.finish().unwrap();
        });
        info.bytes_max
    };
    assert_flat(1_000_000, |count| peak(u32::try_from(count).unwrap()));
}

/// Chunks that are pushed are held no longer than it takes to read their items.
#[test]
fn items_of_pushed_chunks_are_held_one_at_a_time() {
    let peak = |count: usize, size: usize| {
        let options = ReadOptions::new().max_bytes(u64::MAX);
        let (mut source, mut chunk) = (Items::in_envelope(count), vec![0; size]);
        let info = measure(|| {
            let list = ["Report", "Rows"].map(QName::local_only);
            let mut rows = PushReader::<Row>::new(list, QName::local_only("Row"), &options);
            let mut read = 0;
            loop {
                let length = source.read(&mut chunk).unwrap();
                if length == 0 {
                    break;
                }
                rows.push(&chunk[..length]);
                while let Some(row) = rows.next_item() {
                    assert_eq!(row.unwrap().name, "a&b");
                    read += 1;
                }
            }
            read += rows.finish().unwrap().len();
            assert_eq!(read, count);
        });
        info.bytes_max
    };
    assert_flat(30_000, |count| peak(count, 1_000));
    assert_flat(30_000, |count| peak(count, 1));
}
