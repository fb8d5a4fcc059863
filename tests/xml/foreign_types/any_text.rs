//! What a peer may send to any of the simple types.

use proptest::prelude::*;
use um_messages::xml::{self, Base64Binary, Date, DateTime, Duration, HexBinary, Time};

use crate::everywhere::{Child, Simple, config};

/// Reads the text as a value of each type, which it may be or not.
fn read_as_each(text: &str) {
    fn read_as<T: Simple>(text: &str) {
        let document = format!("<Child><Value>{text}</Value></Child>");
        let Ok(child) = xml::from_str::<Child<T>>(&document) else {
            return;
        };
        let written = xml::to_string(&child).unwrap();
        assert_eq!(xml::from_str::<Child<T>>(&written).unwrap(), child);
    }
    read_as::<Base64Binary>(text);
    read_as::<HexBinary>(text);
    read_as::<DateTime>(text);
    read_as::<Date>(text);
    read_as::<Time>(text);
    read_as::<Duration>(text);
    read_as::<std::time::Duration>(text);
    read_as::<chrono::DateTime<chrono::FixedOffset>>(text);
    read_as::<chrono::TimeDelta>(text);
    read_as::<::time::OffsetDateTime>(text);
    read_as::<::time::Duration>(text);
    read_as::<jiff::Timestamp>(text);
    read_as::<jiff::SignedDuration>(text);
    read_as::<uuid::Uuid>(text);
    read_as::<rust_decimal::Decimal>(text);
    read_as::<url::Url>(text);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_panics_and_what_is_read_survives(text in "[-+0-9TZPYMDHS:.=Aa%/ \u{e9}]{0,40}") {
        read_as_each(&text);
        read_as_each(&format!("P{text}"));
        read_as_each(&format!("2026-11-24T{text}"));
        read_as_each(&format!("a:{text}"));
    }
}

/// Long texts are read in time linear in their length: they are longer than anything quadratic would get
/// through.
#[test]
fn a_long_text_costs_no_more_than_its_length() {
    for part in ["0", "9", ".", " ", "1D", "A", "=", "\u{fc}", "%41", "/../"] {
        let long = part.repeat(300_000 / part.len());
        read_as_each(&long);
        read_as_each(&format!("P{long}"));
        read_as_each(&format!("PT1.{long}S"));
        read_as_each(&format!("2026-11-24T12:00:00.{long}Z"));
        read_as_each(&format!("1.{long}"));
        read_as_each(&format!("https://{long}/{long}"));
    }
}
