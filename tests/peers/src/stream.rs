//! A stream of a million items, which um-messages reads item by item, beside the same from a slice.

use std::io::{self, Read};

use um_messages::{ReadOptions, xml::Reader};

use crate::mailbox::Message;
use crate::{clock, documents};

const ITEMS: usize = 1_000_000;
const ITEMS_OF_SLICE: u32 = 2_000;

/// The document's head, its items again and again, and its tail.
struct Repeated {
    rest: &'static [u8],
    items: &'static [u8],
    tail: &'static [u8],
    times: usize,
}

impl Read for Repeated {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.rest.is_empty() && self.times > 0 {
            self.times -= 1;
            self.rest = self.items;
        } else if self.rest.is_empty() {
            self.rest = std::mem::take(&mut self.tail);
        }
        self.rest.read(buffer)
    }
}

/// To be called first, for what other workloads leave behind counts as memory, too.
pub(crate) fn measure(rounds: usize) -> String {
    eprintln!("stream");
    let xml = documents::items("slice", ITEMS_OF_SLICE).xml;
    let start = xml.find("<t:Message>").expect("there are items");
    let end = xml.rfind("</t:Items>").expect("they end");
    let stream = || Repeated {
        rest: &xml.as_bytes()[..start],
        items: &xml.as_bytes()[start..end],
        tail: &xml.as_bytes()[end..],
        times: ITEMS / ITEMS_OF_SLICE as usize,
    };
    let options = ReadOptions::new()
        .max_bytes(u64::MAX)
        .max_children(usize::MAX);

    let mut memory = (0, 0);
    let mut ratios: Vec<f64> = (0..rounds)
        .map(|_| {
            // As much as the stream has, in pieces of the slice.
            let slices = per_item(
                ITEMS / 10,
                || read_all(Reader::from_str(xml), &mut |_| {}),
                ITEMS_OF_SLICE as usize,
            );
            let mut sample = |count| match count {
                10_000 => memory.0 = resident(),
                ITEMS => memory.1 = resident(),
                _ => {}
            };
            let streamed = per_item(
                ITEMS,
                || read_all(Reader::from_stream_with(stream(), &options), &mut sample),
                ITEMS,
            );
            slices / streamed
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    format!(
        "\n## A stream of {ITEMS} items\n\nRead item by item it has {:.2} of the speed of a slice (median; {:.2} to {:.2}). Memory of the process: {} KiB after 10,000 items, {} KiB after all.",
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1],
        memory.0,
        memory.1
    )
}

/// CPU time an item, of as many runs as make `items`.
fn per_item(items: usize, mut run: impl FnMut() -> usize, items_of_run: usize) -> f64 {
    let start = clock::now();
    for _ in 0..items / items_of_run {
        assert_eq!(run(), items_of_run);
    }
    clock::now().saturating_sub(start).as_secs_f64() / items as f64
}

/// Steps into the list, and reads its items one by one.
fn read_all(mut reader: Reader<'_>, each: &mut dyn FnMut(usize)) -> usize {
    let mut read = || -> um_messages::Result<usize> {
        for _ in 0..5 {
            reader.next_child()?;
        }
        let mut count = 0;
        while reader.next_child()? {
            std::hint::black_box(reader.read::<Message>()?);
            count += 1;
            each(count);
        }
        Ok(count)
    };
    read().expect("the document is right")
}

/// Memory of the process in KiB, as Linux says.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default()
}
