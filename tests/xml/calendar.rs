//! Dates and times.

use proptest::prelude::*;
use um_messages::xml::{Date, DateTime, Time};

use crate::everywhere::{all_refused, config, reads, refused, round_trip, same, unwritable};

const DATE_TIME: &str = "a date and time, as in `2026-11-24T12:00:00Z`";

const DATE: &str = "a date, as in `2026-11-24`";

const TIME: &str = "a time of day, as in `12:00:00`";

pub(crate) const fn date(year: i32, month: u8, day: u8, timezone_offset: Option<i16>) -> Date {
    Date {
        year,
        month,
        day,
        timezone_offset,
    }
}

pub(crate) const fn time(hour: u8, minute: u8, second: u8, nanosecond: u32) -> Time {
    Time {
        hour,
        minute,
        second,
        nanosecond,
        timezone_offset: None,
    }
}

const fn date_time(date: Date, time: Time, timezone_offset: Option<i16>) -> DateTime {
    DateTime {
        year: date.year,
        month: date.month,
        day: date.day,
        hour: time.hour,
        minute: time.minute,
        second: time.second,
        nanosecond: time.nanosecond,
        timezone_offset,
    }
}

const DAY: Date = date(2026, 11, 24, None);

const NOON: Time = time(12, 0, 0, 0);

const MIDNIGHT: Time = time(0, 0, 0, 0);

/// Endings of a date or a time that are no zones.
const NO_ZONES: &[&str] = &[
    "z",
    "+",
    "-",
    "+1",
    "+01",
    "+0100",
    "+01:0",
    "+1:00",
    "+01:000",
    "+14:01",
    "-14:01",
    "+15:00",
    "+01:60",
    "ZZ",
    "Z+01:00",
    " Z",
    "UTC",
    "+01:00Z",
    "\u{2212}01:00",
    "+01:00:00",
    "[Europe/Berlin]",
    "+\u{FF10}1:00",
];

/// Zones, as they are read, and as they are written.
const ZONES: &[(&str, Option<i16>, &str)] = &[
    ("", None, ""),
    ("Z", Some(0), "Z"),
    ("+00:00", Some(0), "Z"),
    ("-00:00", Some(0), "Z"),
    ("+01:00", Some(60), "+01:00"),
    ("-00:30", Some(-30), "-00:30"),
    ("+13:59", Some(839), "+13:59"),
    ("+14:00", Some(840), "+14:00"),
    ("-14:00", Some(-840), "-14:00"),
];

#[test]
fn zones_are_kept_or_absent() {
    for &(read, offset, written) in ZONES {
        let at = date_time(DAY, NOON, offset);
        reads(&format!("2026-11-24T12:00:00{read}"), &at);
        same(&at, &format!("2026-11-24T12:00:00{written}"));
        let day = date(2026, 11, 24, offset);
        reads(&format!("2026-11-24{read}"), &day);
        same(&day, &format!("2026-11-24{written}"));
        let noon = Time {
            timezone_offset: offset,
            ..NOON
        };
        reads(&format!("12:00:00{read}"), &noon);
        same(&noon, &format!("12:00:00{written}"));
    }
    for zone in NO_ZONES {
        refused::<DateTime>(&format!("2026-11-24T12:00:00{zone}"), DATE_TIME);
        refused::<Date>(&format!("2026-11-24{zone}"), DATE);
        refused::<Time>(&format!("12:00:00{zone}"), TIME);
    }
}

/// What is spelled as no day is, or names one that there is not.
const NO_DAYS: &[&str] = &[
    "",
    "2026",
    "2026-11",
    "2026-11-",
    "2026-1-24",
    "2026-11-4",
    "2026-011-24",
    "2026-11-024",
    "026-11-24",
    "02026-11-24",
    "00000-01-01",
    "+2026-11-24",
    "--2026-11-24",
    "2026-00-01",
    "2026-13-01",
    "2026-01-00",
    "2026-01-32",
    "2026-04-31",
    "2026-06-31",
    "2026-09-31",
    "2026-11-31",
    "2026-02-29",
    "2026-02-30",
    "2024-02-30",
    "1900-02-29",
    "2100-02-29",
    "-0001-02-29",
    "20261124",
    "2026-W48-2",
    "2026-328",
    "2026/11/24",
    "24.11.2026",
    "2026 -11-24",
    "2026-11-\u{0662}4",
    "-",
    "-2026",
];

#[test]
fn days_of_every_year_that_the_calendar_has() {
    for (year, month, day, text) in [
        (2026, 1, 31, "2026-01-31"),
        (2024, 2, 29, "2024-02-29"),
        (2000, 2, 29, "2000-02-29"),
        (0, 2, 29, "0000-02-29"),
        (-4, 2, 29, "-0004-02-29"),
        (-1, 12, 31, "-0001-12-31"),
        (1, 1, 1, "0001-01-01"),
        (9999, 12, 31, "9999-12-31"),
        (10_000, 1, 1, "10000-01-01"),
        (-10_000, 1, 1, "-10000-01-01"),
        (i32::MAX, 12, 31, "2147483647-12-31"),
        (i32::MIN, 1, 1, "-2147483648-01-01"),
    ] {
        let day = date(year, month, day, None);
        same(&day, text);
        same(&date_time(day, NOON, Some(0)), &format!("{text}T12:00:00Z"));
    }
    reads("-0000-01-01", &date(0, 1, 1, None));
    for day in NO_DAYS {
        refused::<Date>(day, DATE);
        refused::<DateTime>(&format!("{day}T12:00:00"), DATE_TIME);
    }
    let too_large = "whose numbers are not too large to hold";
    for year in [
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "18446744073709551616",
    ] {
        refused::<Date>(&format!("{year}-01-01"), &format!("a date {too_large}"));
        refused::<DateTime>(
            &format!("{year}-01-01T00:00:00"),
            &format!("a date and time {too_large}"),
        );
    }
}

/// What is spelled as no time of day is.
const NO_TIMES: &[&str] = &[
    "",
    "12",
    "12:00",
    "12:00:0",
    "1:00:00",
    "12:0:00",
    "120000",
    "25:00:00",
    "12:60:00",
    "12:00:60",
    "23:59:60",
    "12:00:61",
    "12:00:00.",
    "12:00:00,5",
    "12:00:00.5.5",
    ".5",
    "-12:00:00",
    "+12:00:00",
    "12:00:00 PM",
    "12:00:00.-5",
    "12:00:00.5e3",
    "1\u{FF12}:00:00",
    "24:00:01",
    "24:01:00",
    "24:00:00.1",
    "T12:00:00",
    "12 :00:00",
    "12-00-00",
];

#[test]
fn times_of_day_to_the_nanosecond() {
    for (time, text) in [
        (MIDNIGHT, "00:00:00"),
        (time(23, 59, 59, 0), "23:59:59"),
        (time(1, 2, 3, 500_000_000), "01:02:03.5"),
        (time(1, 2, 3, 50), "01:02:03.00000005"),
        (time(1, 2, 3, 999_999_999), "01:02:03.999999999"),
    ] {
        same(&time, text);
        same(&date_time(DAY, time, None), &format!("2026-11-24T{text}"));
    }
    for (time, text) in [
        (NOON, "12:00:00.0"),
        (NOON, "12:00:00.000000000000000000000"),
        (time(12, 0, 0, 120_000_000), "12:00:00.1200"),
        (time(12, 0, 0, 123_456_789), "12:00:00.12345678900"),
        (NOON, "\n 12:00:00\t"),
    ] {
        reads(text, &time);
    }
    reads("\n 2026-11-24T12:00:00\t", &date_time(DAY, NOON, None));
    for time in NO_TIMES {
        refused::<Time>(time, TIME);
        refused::<DateTime>(&format!("2026-11-24T{time}"), DATE_TIME);
    }
    let too_fine = "with at most nine digits after the point";
    for time in ["12:00:00.0000000001", "12:00:00.12345678901"] {
        refused::<Time>(time, &format!("a time of day {too_fine}"));
        refused::<DateTime>(
            &format!("2026-11-24T{time}Z"),
            &format!("a date and time {too_fine}"),
        );
    }
}

#[test]
fn the_end_of_a_day_is_the_start_of_the_next() {
    reads("24:00:00", &MIDNIGHT);
    reads("24:00:00.000", &MIDNIGHT);
    for (text, day) in [
        ("2026-11-24T24:00:00", date(2026, 11, 25, None)),
        ("2026-11-30T24:00:00.0", date(2026, 12, 1, None)),
        ("2026-12-31T24:00:00", date(2027, 1, 1, None)),
        ("2024-02-28T24:00:00", date(2024, 2, 29, None)),
        ("2026-02-28T24:00:00", date(2026, 3, 1, None)),
        ("-0001-12-31T24:00:00", date(0, 1, 1, None)),
    ] {
        reads(text, &date_time(day, MIDNIGHT, None));
    }
    reads(
        "2026-12-31T24:00:00-05:00",
        &date_time(date(2027, 1, 1, None), MIDNIGHT, Some(-300)),
    );
    refused::<DateTime>(
        "2147483647-12-31T24:00:00",
        "a date and time whose numbers are not too large to hold",
    );
}

#[test]
fn what_stands_between_date_and_time_is_a_capital_t() {
    all_refused::<DateTime>(
        &[
            "2026-11-24 12:00:00",
            "2026-11-24t12:00:00",
            "2026-11-2412:00:00",
            "2026-11-24",
            "12:00:00",
            "2026-11-24T",
            "2026-11-24T12:00:00T",
            "20261124T120000Z",
            "2026-11-24Z12:00:00",
        ],
        DATE_TIME,
    );
    all_refused::<Date>(&["2026-11-24T00:00:00", "2026-11-24T"], DATE);
    all_refused::<Time>(&["2026-11-24T00:00:00"], TIME);
}

#[test]
fn no_date_or_time_that_there_is_not_is_written() {
    for (day, text) in [
        (date(2026, 2, 30, None), "2026-02-30"),
        (date(2026, 0, 1, None), "2026-00-01"),
        (date(2026, 13, 1, None), "2026-13-01"),
        (date(2026, 1, 0, None), "2026-01-00"),
        (date(2026, 1, 1, Some(841)), "2026-01-01+14:01"),
        (date(2026, 1, 1, Some(i16::MIN)), "2026-01-01-546:08"),
    ] {
        assert_eq!(
            unwritable(&day),
            format!("`{text}` as a date, which it is not")
        );
    }
    for time in [
        time(24, 0, 0, 0),
        time(0, 60, 0, 0),
        time(0, 0, 60, 0),
        time(0, 0, 0, 1_000_000_000),
        Time {
            timezone_offset: Some(-841),
            ..NOON
        },
    ] {
        assert_eq!(
            unwritable(&time),
            format!("`{time}` as a time of day, which it is not")
        );
        let at = date_time(DAY, time, time.timezone_offset);
        assert_eq!(
            unwritable(&at),
            format!("`{at}` as a date and time, which it is not")
        );
    }
}

#[test]
fn dates_and_times_are_parsed_without_a_document() {
    assert_eq!("2026-11-24".parse::<Date>().unwrap(), DAY);
    assert_eq!("24:00:00".parse::<Time>().unwrap(), MIDNIGHT);
    assert_eq!(format!("{DAY:>12}"), "  2026-11-24");
    let error = "2026-11-24 ".parse::<Date>().unwrap_err();
    assert_eq!(error.to_string(), format!("`2026-11-24 ` is not {DATE}"));
}

fn any_zone() -> impl Strategy<Value = Option<i16>> {
    proptest::option::of(-840_i16..=840)
}

fn any_time() -> impl Strategy<Value = Time> {
    let nanosecond = prop_oneof![
        Just(0),
        (0_u32..1000).prop_map(|it| it * 1_000_000),
        0_u32..1_000_000_000
    ];
    (0_u8..24, 0_u8..60, 0_u8..60, nanosecond, any_zone()).prop_map(
        |(hour, minute, second, nanosecond, timezone_offset)| Time {
            hour,
            minute,
            second,
            nanosecond,
            timezone_offset,
        },
    )
}

fn any_date() -> impl Strategy<Value = Date> {
    let year = prop_oneof![1900..2100, -12_000..12_000, any::<i32>()];
    (year, 1_u8..=12, 1_u8..=28, any_zone())
        .prop_map(|(year, month, day, zone)| date(year, month, day, zone))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn dates_and_times_survive(date in any_date(), time in any_time()) {
        round_trip(&date);
        round_trip(&time);
        round_trip(&date_time(date, time, date.timezone_offset));
    }

    /// Whatever is read is read from what it is written as.
    #[test]
    fn what_looks_like_a_date_is_one_or_is_refused(text in "-?[0-9]{3,6}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,12})?(Z|[+-][01][0-9]:[0-6][0-9])?") {
        if let Ok(read) = text.parse::<DateTime>() {
            prop_assert_eq!(read.to_string().parse::<DateTime>().unwrap(), read);
        }
    }
}
