//! Positions of elements, by the key `position`: lines and columns are counted once, however many ask for them, and in
//! whatever order. Counted from the beginning, or from that of the line, these would not end.

use um_messages::xml::{ReadElement, Reader};
use um_messages::{Position, Result, SoapType};

use crate::measure::{Case, numbered, repeated, unlimited};

#[derive(Clone, Copy, SoapType)]
struct Item {
    #[soap(position)]
    at: Position,
    #[soap(attribute)]
    id: Option<u8>,
}

/// Read ahead in one piece or, where one is no number, in two ways.
#[derive(SoapType)]
struct Pair {
    #[soap(position)]
    at: Position,
    first: Option<Item>,
    second: Option<Item>,
}

/// The items of a list, one after the other: where the last one is.
fn read<'de, T: ReadElement<'de>>(
    mut reader: Reader<'de>,
    at: impl Fn(T) -> Position,
) -> Result<Option<Position>> {
    let mut last = None;
    reader.next_child()?;
    while reader.next_child()? {
        if reader.is_in("", "end") {
            break;
        }
        last = Some(at(reader.read::<T>()?));
    }
    Ok(last)
}

fn check(
    name: &'static str,
    make: impl Fn(usize) -> String,
    work: impl Fn(&String) -> Option<Position>,
    peak: u64,
    n: usize,
) {
    let work = |document: &String| {
        let last = work(document).unwrap();
        assert!(last.byte > document.len() / 3 || document.len() < 1_000);
        0
    };
    Case {
        name,
        make,
        length: String::len,
        work,
        peak,
        output: 0,
    }
    .check(n);
}

fn item(item: Item) -> Position {
    assert!(item.id.is_none_or(|id| id == 7));
    item.at
}

/// 4 MiB in one line, and in a million lines.
#[test]
fn of_items() {
    let text = |document: &String| read(Reader::from_str(document), item).unwrap();
    let stream = |document: &String| {
        let reader = Reader::from_stream(document.as_bytes());
        read(reader, item).unwrap()
    };
    for (name, piece) in [
        ("items in one line", "<a></a>"),
        ("items in lines of their own", "<a/>\n"),
        ("items in short lines", "\r\n\n\r<a/> "),
    ] {
        let make = |n| repeated("<list>", piece, "</list>", n);
        check(name, make, text, 1, 300_000);
        check(name, make, stream, 1, 50_000);
    }
    let long = "<!-- ".to_owned() + &"ö".repeat(1000) + " --><a Id='7'/>";
    check(
        "far from each other",
        |n| repeated("<list>", &long, "</list>", n),
        text,
        1,
        1_000,
    );
}

/// Inside out: a struct is complete when those in it are.
#[test]
fn of_items_in_items() {
    #[derive(SoapType)]
    #[allow(dead_code, reason = "it is read, and not looked at")]
    struct Level {
        #[soap(position)]
        at: Position,
        #[soap(rename = "Level")]
        inner: Option<Box<Level>>,
        item: Vec<Item>,
    }
    let levels = |n: usize| {
        let inner = repeated("", "<Item/>", "", 10);
        let level = format!("{0}{inner}{1}", "<Level>".repeat(20), "</Level>".repeat(20));
        repeated("<list>", &level, "</list>", n)
    };
    let work = |document: &String| {
        let at = |level: Level| level.at;
        read(Reader::from_str(document), at).unwrap()
    };
    check("levels", levels, work, 1, 1_000);
}

/// What is read ahead in vain is asked for again.
#[test]
fn of_items_that_are_read_again() {
    let second = ["<Second Id=\"7\"/>", "<Second Id='7'/>"];
    let make = |n| {
        let pairs = (0..n).map(|number| format!("<a><First Id=\"7\"/>{}</a>", second[number % 2]));
        format!("<list>{}</list>", pairs.collect::<String>())
    };
    let work = |document: &String| {
        let at = |pair: Pair| {
            let second = pair.second.unwrap().at;
            assert!(pair.at.byte < pair.first.unwrap().at.byte);
            second
        };
        read(Reader::from_str(document), at).unwrap()
    };
    check("pairs", make, work, 1, 20_000);
}

/// Each element has the position of another one, behind all of them.
#[test]
fn of_elements_that_refer_to_others() {
    let make = |n| {
        let root = "<list xmlns:e='http://www.w3.org/2003/05/soap-encoding'>";
        let items = numbered(root, "<b e:ref='i#'/>", "<end>", n);
        numbered(&items, "<c e:id='i#'/>", "</end></list>", n)
    };
    let work = |document: &String| {
        let options = unlimited().resolve_references(true);
        let reader = Reader::from_str_with(document, &options);
        read(reader, item).unwrap()
    };
    check("references", make, work, 64, 10_000);
}
