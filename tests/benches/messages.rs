//! What reading and writing cost, side by side in one process, with allocation counts.
//!
//! `cargo bench -p um-tests`. Figures differ from machine to machine; the ratios hold.
//! The contenders that build nothing are the floor that a library on top of them cannot get below:
//! xml-rs' bare event loop, and quick-xml's bare `NsReader` loop.

mod event_loops;
mod mailbox;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use um_messages::{Envelope, SoapMessage, um};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    // A loop that stops early would look fast.
    let xml = envelope(&mailbox::response(2_000));
    assert_eq!(
        event_loops::count_with_quick_xml(&xml),
        event_loops::count_with_xml_rs(&xml)
    );
    // And a text that is another is no comparison.
    let message = mailbox::response(2_000);
    for push in [mailbox::push_unescaped, mailbox::push_escaped] {
        assert_eq!(mailbox::write_by_hand(&message, push), xml);
    }
    divan::main();
}

fn request() -> um::GetCallInfo {
    let call_id =
        "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QGRmLWV1bS0wMS5leGFtcGxlLmNvbQ==";
    um::GetCallInfo {
        call_id: call_id.to_owned(),
    }
}

fn response() -> um::GetCallInfoResponse {
    um::GetCallInfoResponse {
        call_state: um::CallState::Connected,
        event_cause: um::EventCause::None,
    }
}

/// The text of a message; there is none for one that cannot be written.
fn envelope(message: &impl SoapMessage) -> String {
    message.to_envelope().unwrap_or_default()
}

#[divan::bench_group]
mod small {
    use super::{Bencher, SoapMessage, black_box, envelope, event_loops, request, response, um};

    #[divan::bench]
    fn read_request(bencher: Bencher<'_, '_>) {
        let xml = envelope(&request());
        bencher.bench(|| um::GetCallInfo::from_envelope(black_box(&xml)));
    }

    #[divan::bench]
    fn read_response(bencher: Bencher<'_, '_>) {
        let xml = envelope(&response());
        bencher.bench(|| um::GetCallInfoResponse::from_envelope(black_box(&xml)));
    }

    #[divan::bench]
    fn read_response_quick_xml_bare_ns_reader(bencher: Bencher<'_, '_>) {
        let xml = envelope(&response());
        bencher.bench(|| event_loops::count_with_quick_xml(black_box(&xml)));
    }

    #[divan::bench]
    fn read_response_xml_rs_bare_events(bencher: Bencher<'_, '_>) {
        let xml = envelope(&response());
        bencher.bench(|| event_loops::count_with_xml_rs(black_box(&xml)));
    }

    #[divan::bench]
    fn write_request(bencher: Bencher<'_, '_>) {
        let message = request();
        bencher.bench(|| black_box(&message).to_envelope());
    }

    #[divan::bench]
    fn write_response(bencher: Bencher<'_, '_>) {
        let message = response();
        bencher.bench(|| black_box(&message).to_envelope());
    }
}

/// 2,000 nested items with attributes, in two namespaces.
#[divan::bench_group(sample_count = 60)]
mod items {
    use super::{
        Bencher, BytesCount, Envelope, SoapMessage, black_box, envelope, event_loops, mailbox,
    };

    #[divan::bench]
    fn read_into_structs(bencher: Bencher<'_, '_>) {
        let xml = envelope(&mailbox::response(2_000));
        let read = || mailbox::FindItemResponse::from_envelope(black_box(&xml));
        bencher.counter(BytesCount::of_str(&xml)).bench(read);
    }

    #[divan::bench]
    fn read_into_borrowing_structs(bencher: Bencher<'_, '_>) {
        let xml = envelope(&mailbox::response(2_000));
        let read =
            || Envelope::<mailbox::borrowed::FindItemResponse<'_>>::from_xml(black_box(&xml));
        bencher.counter(BytesCount::of_str(&xml)).bench(read);
    }

    #[divan::bench]
    fn read_quick_xml_bare_ns_reader(bencher: Bencher<'_, '_>) {
        let xml = envelope(&mailbox::response(2_000));
        let read = || event_loops::count_with_quick_xml(black_box(&xml));
        bencher.counter(BytesCount::of_str(&xml)).bench(read);
    }

    #[divan::bench(sample_count = 10)]
    fn read_xml_rs_bare_events(bencher: Bencher<'_, '_>) {
        let xml = envelope(&mailbox::response(2_000));
        let read = || event_loops::count_with_xml_rs(black_box(&xml));
        bencher.counter(BytesCount::of_str(&xml)).bench(read);
    }

    #[divan::bench]
    fn write(bencher: Bencher<'_, '_>) {
        let message = mailbox::response(2_000);
        let size = envelope(&message).len();
        bencher
            .counter(BytesCount::new(size))
            .bench(|| black_box(&message).to_envelope());
    }

    /// The floor: text is not even escaped.
    #[divan::bench]
    fn write_by_hand_unescaped(bencher: Bencher<'_, '_>) {
        let message = mailbox::response(2_000);
        let size = envelope(&message).len();
        bencher
            .counter(BytesCount::new(size))
            .bench(|| mailbox::write_by_hand(black_box(&message), mailbox::push_unescaped));
    }

    /// What a careful hand writes.
    #[divan::bench]
    fn write_by_hand_escaped(bencher: Bencher<'_, '_>) {
        let message = mailbox::response(2_000);
        let size = envelope(&message).len();
        bencher
            .counter(BytesCount::new(size))
            .bench(|| mailbox::write_by_hand(black_box(&message), mailbox::push_escaped));
    }
}
