//! The simple types of other crates.

mod any_text;
mod chrono;
mod decimal;
mod jiff;
mod time;
mod url;
mod uuid;

use crate::everywhere::{Simple, all_refused, reads, refused, same};

const ZONED: &str = "a date and time with a zone, as in `2026-11-24T12:00:00Z`";

pub(crate) const UNZONED: &str = "a date and time without a zone, as in `2026-11-24T12:00:00`";

pub(crate) const UNZONED_DATE: &str = "a date without a zone, as in `2026-11-24`";

pub(crate) const UNZONED_TIME: &str = "a time of day without a zone, as in `12:00:00`";

const SECONDS: &str = "a duration without years and months, as in `P1DT2H30M`";

/// A type whose values have a zone reads a text with one, and refuses others.
#[track_caller]
pub(crate) fn wants_a_zone<T: Simple>(text: &str, value: &T) {
    same(value, &format!("{text}Z"));
    reads(&format!("\n{text}+00:00 "), value);
    refused::<T>(text, ZONED);
    refused::<T>(&text.replace('T', " "), ZONED);
}

/// A type whose values have no zone reads a text without one, and refuses others.
#[track_caller]
pub(crate) fn wants_no_zone<T: Simple>(text: &str, value: &T, expected: &str) {
    same(value, text);
    reads(&format!("\t{text}\n"), value);
    for zone in ["Z", "+00:00", "-05:00", "z"] {
        refused::<T>(&format!("{text}{zone}"), expected);
    }
    refused::<T>("", expected);
}

#[track_caller]
pub(crate) fn out_of_range<T: Simple>(texts: &[&str], range: &str) {
    all_refused::<T>(texts, &format!("in the range of `{range}`"));
}

/// What all types of durations in seconds have in common.
#[track_caller]
pub(crate) fn counts_seconds<T: Simple>(of: impl Fn(i64, i32) -> T) {
    same(&of(0, 0), "PT0S");
    same(&of(1, 500_000_000), "PT1.5S");
    same(&of(-1, -500_000_000), "-PT1.5S");
    same(&of(0, -1), "-PT0.000000001S");
    same(&of(93_784, 0), "P1DT2H3M4S");
    reads("P0Y0MT36H", &of(129_600, 0));
    reads("-PT0S", &of(0, 0));
    all_refused::<T>(&["P1M", "P1Y", "-P1MT1S", "1", ""], SECONDS);
    refused::<T>(
        "PT9223372036854775809S",
        "a duration of less than 2^63 seconds",
    );
}
