//! `xml::Iter`, and what is written chunk by chunk: it is what is written at once, and behind an error there is no end.

use std::cell::Cell;
use std::io::{self, Write};

use um_messages::xml::{self, Element, Iter, QName, Root, WriteElement};
use um_messages::{Error, ErrorKind, SoapType};

#[derive(Debug, SoapType)]
#[soap(namespace = "urn:r", prefix = "r")]
struct Report<'a> {
    #[soap(attribute)]
    id: u32,
    at: String,
    row: Iter<'a, Row>,
    #[soap(wrapper = "Sums", namespace = "urn:s", prefix = "s")]
    sum: Iter<'a, u64>,
    last: Option<Part<'a>>,
    end: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = "urn:r", prefix = "r")]
struct Row {
    #[soap(attribute)]
    id: usize,
    name: Vec<String>,
}

#[derive(Debug, SoapType)]
#[soap(namespace = "urn:r")]
struct Part<'a> {
    inner: Iter<'a, Nested<'a>>,
}

#[derive(Debug, SoapType)]
struct Nested<'a> {
    n: Iter<'a, u32>,
}

fn rows(count: usize) -> impl Iterator<Item = Row> + Send {
    let row = |id| Row {
        id,
        name: vec!["a<b>".repeat(id % 7); id % 3],
    };
    (0..count).map(row)
}

fn report<'a>((row, sum, inner): (usize, usize, Option<usize>)) -> Report<'a> {
    let nested = |n: u32| Nested {
        n: Iter::new(0..n % 5),
    };
    Report {
        id: 7,
        at: "now & then".into(),
        row: Iter::new(rows(row)),
        sum: Iter::new((0..sum).map(|n| n as u64)),
        last: inner.map(|count| Part {
            inner: Iter::new((0..u32::try_from(count).unwrap()).map(nested)),
        }),
        end: "end".into(),
    }
}

/// The chunks that have been written, and the error behind them.
fn chunks<T: Root + WriteElement>(value: T) -> (Vec<Vec<u8>>, Option<Error>) {
    let mut chunks = Vec::new();
    let mut all = xml::into_chunks(value);
    for chunk in all.by_ref() {
        match chunk {
            Ok(chunk) => chunks.push(chunk),
            Err(error) => {
                assert!(all.next().is_none(), "behind an error there is nothing");
                return (chunks, Some(error));
            }
        }
    }
    (chunks, None)
}

fn text(chunks: &[Vec<u8>]) -> String {
    String::from_utf8(chunks.concat()).unwrap()
}

#[test]
fn the_chunks_are_what_is_written_at_once() {
    for counts in [
        (0, 0, None),
        (1, 0, Some(0)),
        (0, 1, Some(1)),
        (3, 3, Some(3)),
        (3_000, 0, Some(2)),
        (0, 9_000, None),
        (2_000, 4_000, Some(5_000)),
        (5_000, 1, Some(5_000)),
    ] {
        let whole = xml::to_string(&report(counts)).unwrap();
        let (chunks, error) = chunks(report(counts));
        assert!(error.is_none(), "{error:?}");
        assert!(text(&chunks) == whole, "{counts:?}");
        let most = chunks.iter().map(Vec::len).max().unwrap_or_default();
        assert!(most < 34 * 1024, "{counts:?}: {most}");
        assert_eq!(chunks.len() > 1, whole.len() > 33 * 1024, "{counts:?}");
        let mut out = Vec::new();
        xml::stream_to(&mut out, &report(counts)).unwrap();
        assert!(out == whole.as_bytes(), "{counts:?}");
    }
}

/// Wherever a chunk ends, also where the list ends there.
#[test]
fn a_list_may_end_with_a_chunk() {
    for count in 2_300..2_360 {
        let build = || report((0, count, None));
        let (chunks, _) = chunks(build());
        assert!(
            text(&chunks) == xml::to_string(&build()).unwrap(),
            "{count}"
        );
    }
}

/// What stands around the lists is written once more for each chunk, and so the chunks are as long as that.
#[test]
fn what_stands_around_a_list_makes_the_chunks_longer() {
    let mut report = report((20_000, 0, None));
    report.at = "x".repeat(300_000);
    let (chunks, _) = chunks(report);
    let length: usize = chunks.iter().map(Vec::len).sum();
    assert!(chunks.len() <= length / 300_000 + 1, "{}", chunks.len());
}

#[derive(SoapType)]
enum Choice<'a> {
    One(Row),
    Many(Part<'a>),
}

#[derive(SoapType)]
struct Choices<'a> {
    #[soap(flatten)]
    first: Choice<'a>,
    #[soap(flatten)]
    direct: Direct<'a>,
    behind: Iter<'a, u32>,
}

#[derive(SoapType)]
enum Direct<'a> {
    Number(Iter<'a, u32>),
    Other(String),
}

/// A choice whose list has been written is one still.
#[test]
fn a_list_may_stand_in_a_choice() {
    let build = || Choices {
        first: Choice::Many(Part {
            inner: Iter::new((0..3_000).map(|n| Nested {
                n: Iter::new(0..n % 4),
            })),
        }),
        direct: Direct::Number(Iter::new(0..8_000)),
        behind: Iter::new(0..8_000),
    };
    let (chunks, error) = chunks(build());
    assert!(error.is_none(), "{error:?}");
    assert!(text(&chunks) == xml::to_string(&build()).unwrap());
    let empty = Choices {
        direct: Direct::Number(Iter::default()),
        first: Choice::One(Row {
            id: 1,
            name: Vec::new(),
        }),
        behind: Iter::default(),
    };
    let error = xml::to_string(&empty).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    let _ = Direct::Other(String::new());
}

// Errors.

/// The document that has been written when an error came is none.
#[track_caller]
fn assert_broken(chunks: &[Vec<u8>]) {
    let text = text(chunks);
    assert!(text.parse::<Element>().is_err());
    assert!(!text.contains("</r:Report>"));
}

#[test]
fn behind_an_error_there_is_no_end() {
    let bad = |count| {
        let mut report = report((0, 10, None));
        let row = Row {
            id: 1,
            name: vec!["\u{0}".into()],
        };
        report.row = Iter::new(rows(count).chain([row]).chain(rows(10)));
        report
    };
    for count in [0, 1, 5_000] {
        let whole = xml::to_string(&bad(count)).unwrap_err();
        let (chunks, error) = chunks(bad(count));
        let error = error.unwrap();
        assert_eq!(error.to_string(), whole.to_string());
        assert_eq!(error.path(), Some("Report/Row/Name"));
        assert_eq!(chunks.is_empty(), count < 100);
        assert_broken(&chunks);
        let mut out = Vec::new();
        let error = xml::stream_to(&mut out, &bad(count)).unwrap_err();
        assert_eq!(error.path(), Some("Report/Row/Name"));
        assert_eq!(out, chunks.concat());
    }
}

#[test]
fn an_item_may_fail_to_be_made() {
    let build = || {
        let mut report = report((0, 0, None));
        let rows = rows(5_000)
            .map(Ok)
            .chain([Err("lost")])
            .chain(rows(1).map(Ok));
        report.row = Iter::of_results(rows);
        report
    };
    for error in [
        xml::to_string(&build()).unwrap_err(),
        chunks(build()).1.unwrap(),
    ] {
        assert_eq!(error.to_string(), "lost, in `Report`");
        assert!(matches!(error.kind(), ErrorKind::Io(_)));
    }
    assert_broken(&chunks(build()).0);
}

/// What is wrong behind the list is known before anything is written.
#[test]
fn an_error_behind_the_list_comes_first() {
    let mut report = report((50_000, 0, None));
    report.end = "\u{1}".into();
    let (chunks, error) = chunks(report);
    assert!(chunks.is_empty());
    assert_eq!(error.unwrap().path(), Some("Report/End"));
}

/// A stream that takes so many bytes.
struct Full<'a>(usize, &'a Cell<usize>);

impl Write for Full<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.set(self.1.get() + 1);
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        if taken == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_error_of_the_stream_is_one() {
    let calls = Cell::new(0);
    let error = xml::stream_to(Full(40_000, &calls), &report((50_000, 0, None))).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)), "{error}");
    assert_eq!(calls.get(), 3, "nothing is written behind it");
}

#[test]
fn items_are_made_once() {
    let report = report((3, 0, None));
    xml::to_string(&report).unwrap();
    let error = xml::to_string(&report).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    assert_eq!(error.path(), Some("Report"));
    let (chunks, error) = chunks(&report);
    assert!(chunks.is_empty() && error.is_some());
}

// Namespaces.

#[derive(SoapType)]
#[soap(namespace = "urn:k", prefix = "k")]
struct Kept<'a> {
    name: Iter<'a, QName>,
    #[soap(any)]
    any: Iter<'a, Element>,
}

/// The same, as it is held.
#[derive(PartialEq, SoapType)]
#[soap(namespace = "urn:k", prefix = "k", rename = "Kept")]
struct Held {
    name: Vec<QName>,
    #[soap(any)]
    any: Vec<Element>,
}

/// A prefix that elements of no type need is declared on the document element where all is there, and on each in a stream.
#[test]
fn declarations_stand_where_they_are_needed() {
    let build = |count| {
        let uri = |n| if n % 2 == 0 { "urn:even" } else { "urn:odd" };
        let element = move |n: u32| match n % 3 {
            0 => Element::new("", "None").with_child(Element::new(uri(n), "Child")),
            1 => Element::new(uri(n), "Some").with_attribute(uri(n + 1), "a", "b"),
            _ => Element::new("urn:other", "Other"),
        };
        Kept {
            name: Iter::new((0..count).map(move |n| QName::new(uri(n), "n"))),
            any: Iter::new((0..count).map(element)),
        }
    };
    for count in [1, 4, 4_000] {
        let whole = xml::to_string(&build(count)).unwrap();
        let (chunks, error) = chunks(build(count));
        assert!(error.is_none(), "{error:?}");
        assert_eq!(chunks.len() > 1, count > 1000);
        let [whole, parts] =
            [whole, text(&chunks)].map(|text| xml::from_str::<Held>(&text).unwrap());
        assert_eq!(parts.name.len() + parts.any.len(), 2 * count as usize);
        assert!(parts == whole, "{count}");
    }
    assert!(text(&chunks(build(1)).0).contains("xmlns:ns1=\"urn:even\""));
}

// Reading.

#[test]
fn what_is_read_is_held_and_can_be_written_again() {
    let document = xml::to_string(&report((3, 2, Some(2)))).unwrap();
    let report: Report<'_> = xml::from_str(&document).unwrap();
    for _ in 0..2 {
        assert_eq!(xml::to_string(&report).unwrap(), document);
        assert_eq!(text(&chunks(&report).0), document);
    }
    let report: Report<'_> = xml::from_str(
        "<r:Report xmlns:r='urn:r' Id='1'><r:At/><s:Sums xmlns:s='urn:s'/><r:End/></r:Report>",
    )
    .unwrap();
    assert!(!xml::to_string(&report).unwrap().contains("Row"));
}

#[test]
fn it_can_be_sent_and_shared() {
    fn can_be_sent<T: Send + Sync>(_: &T) {}
    fn can_be_kept(value: Report<'static>) -> impl Iterator + Send + 'static {
        xml::into_chunks(value)
    }
    can_be_sent(&report((1, 1, None)));
    assert_eq!(can_be_kept(report((1, 1, None))).count(), 1);
}
