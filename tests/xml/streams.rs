//! Documents that are read from a stream on the way: each is what it is as bytes, whatever pieces it comes in, within
//! the limits and in flat memory.

use std::io::{self, Read};
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::collection::vec;
use proptest::prelude::*;
use um_messages::xml::{Element, Reader};
use um_messages::{Envelope, Error, ErrorKind, ReadOptions, SoapType, um};
use um_tests::documents::body;
use um_tests::generated::config;
use um_tests::sources::{Grains, difference, tree};

use crate::encodings::{LATIN_1, utf16};
use crate::limits::limit;
use crate::not_well_formed::{NOT_WELL_FORMED, RICH};
use crate::properties::mutated;
use crate::rows::{check, row};
use crate::well_formed::WELL_FORMED;

/// How a value is read.
type Way<T> = dyn Fn(&mut Reader<'_>) -> Result<T, Error>;

// The same as bytes.

/// The document in each encoding that can have it.
fn encoded(document: &str) -> Vec<Vec<u8>> {
    let marked = format!("\u{FEFF}{document}");
    let mut all = vec![
        document.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
    ];
    let latin1: Result<Vec<u8>, _> = document.chars().map(u8::try_from).collect();
    if let (Ok(latin1), false) = (latin1, document.starts_with("<?xml")) {
        all.push([LATIN_1.as_bytes(), &latin1].concat());
    }
    all
}

fn of_bytes<T>(bytes: &[u8], options: &ReadOptions, read: &Way<T>) -> Result<T, Error> {
    read(&mut Reader::from_slice_with(bytes, options)?)
}

fn of_stream<T>(
    bytes: &[u8],
    sizes: &[usize],
    options: &ReadOptions,
    read: &Way<T>,
) -> Result<T, Error> {
    read(&mut Reader::from_stream_with(
        Grains::new(bytes, sizes),
        options,
    ))
}

/// How a stream differs from the bytes, if it does. What is wrong with the bytes themselves is told before all else where
/// all of them are there, and when it is come to in a stream: then what stands before counts.
fn difference_of<T: PartialEq + std::fmt::Debug>(
    bytes: &[u8],
    sizes: &[usize],
    options: &ReadOptions,
    read: &Way<T>,
) -> Option<String> {
    let whole = of_bytes(bytes, options, read);
    let stream = of_stream(bytes, sizes, options, read);
    let is_encoding = |result: &Result<T, Error>| matches!(result, Err(error) if matches!(error.kind(), ErrorKind::Encoding(_)));
    if is_encoding(&whole) && !is_encoding(&stream) && stream.is_err() {
        let at_once = of_stream(bytes, &[usize::MAX], options, read);
        return difference(&at_once, &stream);
    }
    difference(&whole, &stream)
}

const SIZES: &[&[usize]] = &[&[1], &[2], &[3, 1, 7], &[64], &[usize::MAX]];

#[test]
fn every_document_is_the_same_in_pieces() {
    let well_formed = WELL_FORMED
        .iter()
        .map(|&(clause, document, _)| (clause, document));
    let wrong = NOT_WELL_FORMED
        .iter()
        .map(|&(clause, document, _)| (clause, document));
    let problems =
        well_formed
            .chain(wrong)
            .chain([("rich", RICH)])
            .filter_map(|(clause, document)| {
                row(clause, document, || {
                    encoded(document).iter().find_map(|bytes| {
                        let mut all = SIZES.iter();
                        all.find_map(|sizes| {
                            difference_of(bytes, sizes, &ReadOptions::new(), &|it| tree(it))
                        })
                    })
                })
            });
    check(&problems.collect::<Vec<_>>());
}

fn envelope(reader: &mut Reader<'_>) -> Result<um::GetCallInfoResponse, Error> {
    Envelope::<um::GetCallInfoResponse>::read(reader).map(Envelope::into_body)
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn any_document_in_any_pieces_is_what_it_is_as_bytes(
        document in mutated(),
        sizes in vec(1_usize..40, 1..8),
        noise in vec((any::<prop::sample::Index>(), any::<u8>()), 0..2),
        lenient in any::<bool>(),
    ) {
        let options = ReadOptions::new().replace_illegal_characters(lenient).max_depth(5);
        for mut bytes in encoded(&document) {
            let differences = |bytes: &[u8]| {
                difference_of(bytes, &sizes, &options, &|it| tree(it))
                    .or_else(|| difference_of(bytes, &sizes, &options, &envelope))
            };
            prop_assert_eq!(differences(&bytes), None, "{:?}", document);
            for (at, byte) in &noise {
                let at = at.index(bytes.len() + 1);
                bytes.insert(at, *byte);
            }
            prop_assert_eq!(differences(&bytes), None, "{:?}", bytes);
        }
    }
}

fn repeated(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// Tokens that are longer than what is read at once, and behind them what needs the names from before.
#[test]
fn long_tokens_and_deep_elements_are_the_same_in_pieces() {
    let long = "0123456789 ä\u{1F600}".repeat(10_000);
    let open = repeated(60, |n| format!("<p:e{n} xmlns:q{n}='u{n}'>\n"));
    let close = repeated(60, |n| format!("</p:e{}\r\n>", 59 - n));
    for inner in [
        format!("<a b='{long}' q3:c='1'/>"),
        format!("<a>{long}</a><q59:b/>"),
        format!("<!--{long}--><q7:b p:c=''/>"),
        format!("<?x {long}?><a><![CDATA[{long}]]></a>"),
        format!("<{}/>", "n".repeat(100_000)),
        " \r\n".repeat(50_000),
        // And what is wrong is found where it is.
        format!("<a>{long}</b>"),
        format!("<a b='{long}<'/>"),
        format!("<!--{long}--->"),
        format!("<a><b>{long}</b><q60:c/></a>"),
        format!("<a b='{long}'/></x>"),
        format!("{long}&x;"),
    ] {
        let document =
            format!("\r\n<p:root xmlns:p='urn:p'>{open}{inner}{close}</p:root>\r\n<!-- -->\r\n");
        for sizes in [&[1000][..], &[usize::MAX], &[40_000, 1]] {
            let options = ReadOptions::new().max_namespaces(1000);
            let difference = difference_of(document.as_bytes(), sizes, &options, &|it| tree(it));
            assert_eq!(difference, None);
        }
    }
}

// Errors.

#[derive(Debug, PartialEq, SoapType)]
struct Call {
    #[soap(attribute)]
    kind: Option<u8>,
    id: u32,
    note: Option<String>,
}

/// Paths, positions and near misses outlive the text that they stand in.
#[test]
fn errors_are_the_same_in_pieces() {
    let gap = format!("<!--{}-->\n", "x".repeat(300)).repeat(400);
    for document in [
        format!("<Call>\n<ID>7</ID>{gap}</Call>"),
        format!("<Call><id/><x/><y/><z/>{gap}<ID><a/><b/><c/><d/><e/></ID></Call>"),
        format!("<Call><Id>{gap}many</Id></Call>"),
        format!("<Call><Id>7<!--\r\n-->{gap}8x</Id></Call>"),
        format!("<Call Kind='300'>{gap}<Id>7</Id></Call>"),
        format!("<Call>{gap}<Id>7</Id>{gap}<Id>8</Id></Call>"),
        format!("<Call>{gap}<Id>7</Id>\n text</Call>"),
        format!("<Call>{gap}<Note>é</Note></Call>"),
        format!("{gap}\r\n<Call>{gap}<Id>7</Id></Call>\r\n\r\n<!---->x"),
    ] {
        for sizes in [&[1][..], &[100], &[usize::MAX]] {
            let read = |reader: &mut Reader<'_>| reader.read_root::<Call>();
            let options = ReadOptions::new();
            assert_eq!(
                difference_of(document.as_bytes(), sizes, &options, &read),
                None
            );
            assert!(of_stream(document.as_bytes(), sizes, &options, &read).is_err());
        }
    }
}

/// What a stream does beside giving bytes.
enum Event {
    Bytes(&'static [u8]),
    Fails(io::ErrorKind),
}

struct Eventful(std::vec::IntoIter<Event>);

impl Read for Eventful {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.next() {
            None => Ok(0),
            Some(Event::Fails(kind)) => Err(kind.into()),
            Some(Event::Bytes(bytes)) => {
                buffer[..bytes.len()].copy_from_slice(bytes);
                Ok(bytes.len())
            }
        }
    }
}

fn of_events(events: Vec<Event>) -> Reader<'static> {
    Reader::from_stream(Eventful(events.into_iter()))
}

#[test]
fn a_read_that_is_interrupted_is_none() {
    use Event::{Bytes, Fails};
    let interrupted = || Fails(io::ErrorKind::Interrupted);
    let mut reader = of_events(vec![
        interrupted(),
        Bytes(b"<a>\xC3"),
        interrupted(),
        interrupted(),
        Bytes(b"\xA4</a>"),
        interrupted(),
    ]);
    assert_eq!(tree(&mut reader).unwrap().text(), "ä");
}

/// What came before it is read still.
#[test]
fn an_error_of_the_stream_is_one_where_more_is_needed() {
    use Event::{Bytes, Fails};
    let reset = || Fails(io::ErrorKind::ConnectionReset);
    let mut reader = of_events(vec![Bytes(b"<a><n>1</n><n>2"), reset()]);
    assert!(reader.next_child().unwrap() && reader.next_child().unwrap());
    assert_eq!(reader.read::<u32>().unwrap(), 1);
    assert!(reader.next_child().unwrap());
    let error = reader.read::<u32>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)), "{error}");
    assert_eq!((error.path(), error.position()), (None, None));
    assert!(reader.finish().is_err(), "nothing is read behind it");

    // What is wrong already is the error.
    let mut reader = of_events(vec![Bytes(b"<a></b>"), reset()]);
    let error = tree(&mut reader).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Syntax(_)), "{error}");
    let mut reader = of_events(vec![Bytes(b"text"), reset()]);
    let error = tree(&mut reader).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Syntax(_)), "{error}");
    // A complete document may not end with an error either.
    let mut reader = of_events(vec![Bytes(b"<a/>"), reset()]);
    let error = tree(&mut reader).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)), "{error}");
}

#[test]
fn a_stream_that_ends_within_a_character_is_cut_off() {
    for bytes in [
        &b"<a>\n\xE2\x82"[..],
        b"\xFF\xFE<\0a\0>\0x",
        b"\xFF\xFE<\0a\0>\0\x3D\xD8",
    ] {
        for sizes in [&[1][..], &[usize::MAX]] {
            let error = of_stream(bytes, sizes, &ReadOptions::new(), &|it| tree(it)).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd), "{error}");
            assert_eq!(error.path(), Some("a"));
        }
    }
}

/// An item is there as soon as its bytes are, whatever comes behind it.
#[test]
fn no_more_is_read_than_is_needed() {
    use Event::{Bytes, Fails};
    let mut reader = of_events(vec![
        Bytes(b"<?xml version='1.0'?><list>"),
        Bytes(b"<n>1"),
        Bytes(b"</n><"),
        Bytes(b"n>2</n>"),
        Fails(io::ErrorKind::WouldBlock),
    ]);
    assert!(reader.next_child().unwrap() && reader.next_child().unwrap());
    assert_eq!(reader.read::<u32>().unwrap(), 1);
    assert!(reader.next_child().unwrap());
    assert_eq!(reader.read::<u32>().unwrap(), 2);
    reader.next_child().unwrap_err();
}

// Limits.

/// A text again and again, without an end.
struct Repeated {
    /// Many of them, and how long one is.
    block: String,
    length: usize,
    at: usize,
}

impl Read for Repeated {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut rest = &self.block.as_bytes()[self.at % self.length..];
        let count = rest.read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

/// Counts the bytes that are read.
struct Counted<'a, R>(R, &'a AtomicUsize);

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.read(buffer)?;
        self.1.fetch_add(count, Ordering::Relaxed);
        Ok(count)
    }
}

/// What is wrong with a document without an end, and how much was read of it.
fn endless(start: &str, again: &str, options: &ReadOptions) -> (Error, usize) {
    let count = AtomicUsize::new(0);
    let again = Repeated {
        block: again.repeat(1 << 14),
        length: again.len(),
        at: 0,
    };
    let source = Counted(start.as_bytes().chain(again), &count);
    let error = tree(&mut Reader::from_stream_with(source, options)).unwrap_err();
    (error, count.into_inner())
}

/// The tokens that can be without an end.
const ENDLESS: &[(&str, &str)] = &[
    ("<a>", "text"),
    ("<a>", "&amp;"),
    ("<a>&", "x"),
    ("<a>&#", "0"),
    ("<a b='", "c>"),
    ("<", "name"),
    ("<p:", "name"),
    ("<a ", " "),
    ("<a></", "b"),
    ("<a></a", "\n"),
    ("<!--", "c> -"),
    ("<a><![CDATA[", "]>"),
    ("<?x ", "?<"),
    ("<?xml version='1.0'", " >"),
];

#[test]
fn a_document_without_an_end_is_left_at_the_limit() {
    for &(start, again) in ENDLESS {
        let options = ReadOptions::new().max_bytes(1 << 18);
        let (error, count) = endless(start, again, &options);
        assert_eq!(
            limit(&error),
            Some(("max_bytes", 1 << 18)),
            "{start}: {error}"
        );
        assert_eq!(error.position(), None);
        assert!(count <= (1 << 18) + 1, "{start}: {count}");

        let options = ReadOptions::new().max_bytes(u64::MAX).max_token(1 << 16);
        let (error, count) = endless(start, again, &options);
        assert_eq!(
            limit(&error),
            Some(("max_token", 1 << 16)),
            "{start}: {error}"
        );
        assert!(error.position().is_some());
        assert!(count <= 1 << 17, "{start}: {count}");
    }
}

/// Without options as well.
#[test]
fn the_default_limits_are_finite() {
    let (error, count) = endless("<!--", " ", &ReadOptions::new());
    assert_eq!(limit(&error), Some(("max_bytes", 64 << 20)), "{error}");
    assert_eq!(count, (64 << 20) + 1);
    let (error, _) = endless("", "<a>", &ReadOptions::new());
    assert_eq!(limit(&error), Some(("max_depth", 64)), "{error}");
    let (error, _) = endless("<a", " b=''", &ReadOptions::new());
    assert_eq!(limit(&error), Some(("max_attributes", 256)), "{error}");
}

#[test]
fn the_limits_of_bytes_and_tokens_are_exact() {
    let document = "<a>12345678901234567890</a>\n";
    let read = |options: &ReadOptions, sizes: &[usize]| {
        of_stream(document.as_bytes(), sizes, options, &|it| tree(it))
    };
    for sizes in [&[1][..], &[3], &[usize::MAX]] {
        let options = ReadOptions::new().max_bytes(document.len() as u64);
        read(&options, sizes).unwrap();
        let options = ReadOptions::new().max_bytes(document.len() as u64 - 1);
        let error = read(&options, sizes).unwrap_err();
        let max = document.len() - 1;
        assert_eq!(
            error.to_string(),
            format!("more than `max_bytes` allows ({max})")
        );

        read(&ReadOptions::new().max_token(20), sizes).unwrap();
        let error = read(&ReadOptions::new().max_token(19), sizes).unwrap_err();
        assert_eq!(
            error.to_string(),
            "more than `max_token` allows (19), in `a`, line 1, column 4"
        );
        let tag = |max| {
            let options = ReadOptions::new().max_token(max);
            of_stream(b"<a b='123'/>", sizes, &options, &|it| tree(it))
        };
        tag(12).unwrap();
        let error = tag(11).unwrap_err();
        assert_eq!(
            error.to_string(),
            "more than `max_token` allows (11), line 1, column 1"
        );
    }
}

/// A broken token that comes byte by byte is looked at so seldom that it takes no time.
#[test]
fn long_tokens_in_small_pieces() {
    for (start, again) in [
        ("<a b='", ">"),
        ("<a>&", "x"),
        ("<!--", "<"),
        ("<?xml version='1.0'", ">"),
    ] {
        let document = format!("{start}{}", again.repeat(200_000));
        assert!(
            of_stream(document.as_bytes(), &[1], &ReadOptions::new(), &|it| tree(
                it
            ))
            .is_err()
        );
    }
}

// Document types.

/// It is refused where it begins: nothing of it is expanded, nor even read.
#[test]
fn a_document_type_is_not_read() {
    let bomb = "<!DOCTYPE a [<!ENTITY % a '&#37;b;&#37;b;'>%a;";
    for start in [
        bomb,
        "<!DOCTYPE a ",
        "<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE a [",
        "<a><!DOCTYPE b",
    ] {
        let (error, count) = endless(start, "<!ENTITY b 'b'>", &ReadOptions::new());
        assert!(matches!(error.kind(), ErrorKind::DocumentType), "{error}");
        assert!(count <= 1 << 16, "{start}: {count}");
    }
}

#[test]
fn a_page_of_html_is_one() {
    let page = "\u{FEFF}\r\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<html>";
    for sizes in SIZES {
        assert_eq!(
            difference_of(page.as_bytes(), sizes, &ReadOptions::new(), &envelope),
            None
        );
        let error = of_stream(page.as_bytes(), sizes, &ReadOptions::new(), &envelope).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Envelope(_)), "{error}");
    }
}

/// Values own their texts, so that a stream gives the same ones when it is over.
#[test]
fn values_outlive_the_window() {
    let items = repeated(5_000, |n| {
        format!("<x xmlns='urn:{}' n='{n}'>é{n}</x>\n", n % 7)
    });
    let document = body(&format!("<m:GetCallInfo>{items}</m:GetCallInfo>"));
    let element: Element = document.parse().unwrap();
    for sizes in SIZES {
        let read = of_stream(document.as_bytes(), sizes, &ReadOptions::new(), &|it| {
            tree(it)
        });
        assert_eq!(read.unwrap(), element);
    }
}
