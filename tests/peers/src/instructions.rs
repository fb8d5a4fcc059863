//! Does the work whose instructions `count` counts: `instructions list` names the workloads, `instructions NAME` does one of them once.

#[path = "../../benches/mailbox.rs"]
#[allow(dead_code, unreachable_pub, reason = "the bench has more contenders")]
mod mailbox;
mod values;

use std::hint::black_box;

use mailbox::{FindItemResponse, borrowed};
use um_messages::soap::ReadBody;
use um_messages::{SoapMessage, um};
use values::{List, Note};

const WORKLOADS: [(&str, fn()); 14] = [
    ("request_read", || {
        read::<um::GetCallInfo>(&written(&values::request()));
    }),
    ("request_write", || write(&values::request())),
    ("response_read", || {
        read::<um::GetCallInfoResponse>(&written(&values::response()));
    }),
    ("response_write", || write(&values::response())),
    ("items_read", || {
        read::<FindItemResponse>(&written(&values::find_item(2_000)));
    }),
    ("items_read_borrowed", || {
        read::<borrowed::FindItemResponse<'_>>(written(&values::find_item(2_000)).leak());
    }),
    ("items_read_shuffled", || {
        read::<FindItemResponse>(&shuffled(&written(&values::find_item(2_000))));
    }),
    ("items_write", || write(&values::find_item(2_000))),
    ("text_read", || read::<Note>(&written(&values::note(" ")))),
    ("text_write", || write(&values::note(" "))),
    ("lines_read", || read::<Note>(&written(&values::note("\n")))),
    ("lines_write", || write(&values::note("\n"))),
    ("attributes_read", || {
        read::<List>(&written(&values::list()));
    }),
    ("attributes_write", || write(&values::list())),
];

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    if name == "list" {
        WORKLOADS.iter().for_each(|(name, _)| println!("{name}"));
        return;
    }
    let workload = WORKLOADS.iter().find(|(known, _)| *known == name);
    let (_, work) = workload.expect("a workload of the list");
    work();
}

fn written(value: &impl SoapMessage) -> String {
    value.to_envelope().expect("it can be written")
}

/// Once before, so that what is made once for a program is not counted.
fn read<'de, T: SoapMessage + ReadBody<'de>>(xml: &'de str) {
    let once = || {
        drop(black_box(
            T::from_envelope(black_box(xml)).expect("it can be read"),
        ));
    };
    once();
    counted(&once);
}

fn write(value: &impl SoapMessage) {
    let once = || drop(black_box(written(black_box(value))));
    once();
    counted(&once);
}

/// callgrind counts what happens in here, by its name.
#[inline(never)]
fn counted(work: &dyn Fn()) {
    black_box(work)();
}

/// The children of each item in another order: those of the first begin with the second of them, and so on.
fn shuffled(xml: &str) -> String {
    const STARTS: [&str; 5] = [
        "<t:ItemId",
        "<t:DateTimeReceived",
        "<t:HasAttachments",
        "<t:AttachmentCount",
        "<t:From",
    ];
    let mut out = String::new();
    for (number, item) in xml.split_inclusive("</t:Message>").enumerate() {
        let starts = STARTS.map(|start| item.find(start));
        let [
            Some(first),
            Some(second),
            Some(third),
            Some(fourth),
            Some(fifth),
        ] = starts
        else {
            out.push_str(item);
            continue;
        };
        let end = item.len() - "</t:Message>".len();
        let mut parts = [
            &item[first..second],
            &item[second..third],
            &item[third..fourth],
            &item[fourth..fifth],
            &item[fifth..end],
        ];
        parts.rotate_left(1 + number % 4);
        parts.swap(0, 2);
        out.push_str(&item[..first]);
        parts.iter().for_each(|part| out.push_str(part));
        out.push_str(&item[end..]);
    }
    out
}
