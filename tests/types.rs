//! The simple types that have no counterpart in the standard library: every legal spelling is read as the
//! value it stands for, every other one is refused, and what is written is canonical. Each is tried as
//! attribute, element, optional element, list and text, by both sources of the reader.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use std::borrow::Cow;
use std::fmt::Debug;
use std::marker::PhantomData;

use judge::both_as;
use proptest::collection::vec;
use proptest::prelude::*;
use um_messages::xml::{
    self, Base64Binary, Date, DateTime, Duration, HexBinary, ReadElement, ReadText, SimpleType,
    Time, WriteElement, WriteText,
};
use um_messages::{ErrorKind, SoapType};

/// A value in every place where one may stand.
#[derive(Debug, PartialEq, SoapType)]
struct Places<T> {
    #[soap(attribute)]
    attribute: T,
    #[soap(attribute)]
    optional_attribute: Option<T>,
    element: T,
    optional: Option<T>,
    list: Vec<T>,
    text: Text<T>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Text<T> {
    #[soap(text)]
    value: T,
}

#[derive(Debug, PartialEq, SoapType)]
struct Attribute<T> {
    #[soap(attribute)]
    value: T,
}

#[derive(Debug, PartialEq, SoapType)]
struct Child<T> {
    value: T,
}

/// What all the types here are.
trait Simple:
    for<'de> ReadText<'de>
    + for<'de> ReadElement<'de>
    + WriteText
    + WriteElement
    + Clone
    + PartialEq
    + Debug
{
}

impl<T> Simple for T where
    T: for<'de> ReadText<'de>
        + for<'de> ReadElement<'de>
        + WriteText
        + WriteElement
        + Clone
        + PartialEq
        + Debug
{
}

fn everywhere<T: Simple>(value: &T) -> Places<T> {
    let value = || value.clone();
    Places {
        attribute: value(),
        optional_attribute: Some(value()),
        element: value(),
        optional: Some(value()),
        list: vec![value(), value()],
        text: Text { value: value() },
    }
}

/// The document of [`everywhere`] with this text in each place.
fn document(text: &str) -> String {
    let element = |name: &str| match text {
        "" => format!("<{name}/>"),
        _ => format!("<{name}>{text}</{name}>"),
    };
    let elements = ["Element", "Optional", "List", "List", "Text"].map(element);
    format!(
        "<Places Attribute=\"{text}\" OptionalAttribute=\"{text}\">{}</Places>",
        elements.concat()
    )
}

/// The text is read as the value.
#[track_caller]
fn reads<T: Simple>(text: &str, value: &T) {
    match both_as::<Places<T>>(&document(text)) {
        Ok(read) => assert_eq!(read, everywhere(value), "{text}"),
        Err(error) => panic!("{text}: {error}"),
    }
}

/// The value is written as the text, and read from it.
#[track_caller]
fn same<T: Simple>(value: &T, text: &str) {
    assert_eq!(xml::to_string(&everywhere(value)).unwrap(), document(text));
    reads(text, value);
}

/// The text is no value of the type, and the error says what is expected.
#[track_caller]
fn refused<T: Simple>(text: &str, expected: &str) {
    let attribute = both_as::<Attribute<T>>(&format!("<Attribute Value=\"{text}\"/>"));
    let element = both_as::<Child<T>>(&format!("<Child><Value>{text}</Value></Child>"));
    let content = both_as::<Text<T>>(&format!("<Text>{text}</Text>"));
    let results = [
        (attribute.map(|it| it.value), "Attribute/@Value"),
        (element.map(|it| it.value), "Child/Value"),
        (content.map(|it| it.value), "Text"),
    ];
    for (result, path) in results {
        let error = match result {
            Ok(value) => panic!("`{text}` is read as {value:?}"),
            Err(error) => error,
        };
        assert_eq!(error.path(), Some(path));
        match error.kind() {
            ErrorKind::InvalidValue { expected: said, .. } => assert_eq!(said, expected, "{text}"),
            _ => panic!("`{text}`: {error}"),
        }
    }
}

/// All of the texts are no values of the type.
#[track_caller]
fn all_refused<T: Simple>(texts: &[&str], expected: &str) {
    for text in texts {
        refused::<T>(text, expected);
    }
}

/// What is written is read as what it was.
#[track_caller]
fn round_trip<T: Simple>(value: &T) {
    let value = everywhere(value);
    let document = xml::to_string(&value).unwrap();
    match both_as::<Places<T>>(&document) {
        Ok(read) => assert_eq!(read, value, "{document}"),
        Err(error) => panic!("{document}: {error}"),
    }
}

/// The value is none that the type can be written as; what the error says of it.
#[track_caller]
fn unwritable<T: Simple>(value: &T) -> String {
    let error = xml::to_string(&Child {
        value: value.clone(),
    })
    .unwrap_err();
    assert_eq!(error.path(), Some("Child/Value"), "{error}");
    match error.kind() {
        ErrorKind::Unwritable(problem) => problem.clone(),
        _ => panic!("{error}"),
    }
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

// Bytes.

#[test]
fn base64_is_read_to_the_letter_and_written_without_white_space() {
    for (bytes, text) in [
        (&b""[..], ""),
        (b"f", "Zg=="),
        (b"fo", "Zm8="),
        (b"foo", "Zm9v"),
        (b"foob", "Zm9vYg=="),
        (b"\xFB\xFF\xFE", "+//+"),
        (b"\0", "AA=="),
    ] {
        same(&Base64Binary::from(bytes), text);
    }
    let bytes = Base64Binary::from(*b"foob");
    for text in [
        " Zm9vYg== ",
        "Zm9v Yg==",
        "Z m 9 v Y g = =",
        "Zm9v\nYg==",
        "\r\n\tZm9v\r\n\tYg\t=\n=\n",
        "Zm9v&#xD;&#xA;Yg==",
        "Zm9v  Yg==",
    ] {
        reads(text, &bytes);
    }
    reads(" \n ", &Base64Binary::default());
}

#[test]
fn what_is_no_base64_is_refused() {
    all_refused::<Base64Binary>(
        &[
            "Z",
            "Zg",
            "Zg=",
            "Zg===",
            "=",
            "==",
            "====",
            "Zm9v=",
            "Zm9vY===",
            // Bits that belong to no byte are zero.
            "Zh==",
            "Zm9=", // Another alphabet.
            "-__-",
            "Zm9v\u{A0}",
            "Zm9v!",
            "\u{1D400}AAA",
            // Padding ends the text.
            "Zg==Zg==",
            "Zg==Zm9v",
            "=Zg=",
        ],
        "base64 with its padding, as in `SGVsbG8=`",
    );
}

#[test]
fn hexadecimal_is_read_in_either_case_and_written_in_upper_case() {
    same(&HexBinary::default(), "");
    same(&HexBinary::from([0x00]), "00");
    same(&HexBinary::from([0x0F, 0xB7, 0xFF, 0x9A]), "0FB7FF9A");
    for text in ["0fb7", "0FB7", "0fB7", "\n 0fb7\t"] {
        reads(text, &HexBinary::from([0x0F, 0xB7]));
    }
    all_refused::<HexBinary>(
        &[
            "0",
            "0fb",
            "0g",
            "g0",
            "0f b7",
            "0f b",
            "0x0f",
            "-1",
            "\u{e9}",
            "\u{e9}\u{e9}",
            "\u{FF10}0",
        ],
        "hexadecimal digits, two for each byte",
    );
}

#[test]
fn bytes_show_what_is_written_and_convert() {
    assert_eq!(
        format!("{:?}", Base64Binary::from(*b"fo")),
        "Base64Binary(\"Zm8=\")"
    );
    assert_eq!(
        format!("{:?}", HexBinary::from(*b"\xab")),
        "HexBinary(\"AB\")"
    );
    let bytes = Base64Binary(vec![1, 2]);
    assert_eq!(bytes.as_ref(), &bytes[..]);
    assert_eq!(Vec::from(bytes), [1, 2]);
    assert_eq!(Vec::from(HexBinary::from(vec![3])), [3]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bytes_survive(bytes in vec(any::<u8>(), 0..100)) {
        round_trip(&Base64Binary(bytes.clone()));
        round_trip(&HexBinary(bytes));
    }
}

// Dates and times.

const DATE_TIME: &str = "a date and time, as in `2026-11-24T12:00:00Z`";
const DATE: &str = "a date, as in `2026-11-24`";
const TIME: &str = "a time of day, as in `12:00:00`";

const fn date(year: i32, month: u8, day: u8, timezone_offset: Option<i16>) -> Date {
    Date {
        year,
        month,
        day,
        timezone_offset,
    }
}

const fn time(hour: u8, minute: u8, second: u8, nanosecond: u32) -> Time {
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

// Durations.

const DURATION: &str = "a duration, as in `P1DT2H30M`";

const fn duration(negative: bool, months: u64, seconds: u64, nanoseconds: u32) -> Duration {
    Duration {
        negative,
        months,
        seconds,
        nanoseconds,
    }
}

#[test]
fn months_and_seconds_of_a_duration_are_kept_apart() {
    for (duration, text) in [
        (duration(false, 0, 0, 0), "PT0S"),
        (duration(false, 12, 0, 0), "P1Y"),
        (duration(false, 1, 0, 0), "P1M"),
        (duration(false, 14, 0, 0), "P1Y2M"),
        (duration(false, 0, 86_400, 0), "P1D"),
        (duration(false, 0, 3600, 0), "PT1H"),
        (duration(false, 0, 60, 0), "PT1M"),
        (duration(false, 0, 1, 0), "PT1S"),
        (duration(false, 0, 0, 1), "PT0.000000001S"),
        (duration(true, 0, 0, 500_000_000), "-PT0.5S"),
        (duration(true, 1, 0, 0), "-P1M"),
        (duration(true, 14, 93_784, 50_000_000), "-P1Y2M1DT2H3M4.05S"),
        (duration(false, 1, 60, 0), "P1MT1M"),
        (
            duration(false, u64::MAX, u64::MAX, 999_999_999),
            "P1537228672809129301Y3M213503982334601DT7H15.999999999S",
        ),
    ] {
        same(&duration, text);
    }
    for (text, duration) in [
        ("P12M", duration(false, 12, 0, 0)),
        ("P1Y14M", duration(false, 26, 0, 0)),
        ("P0Y", duration(false, 0, 0, 0)),
        ("-P0D", duration(false, 0, 0, 0)),
        ("-PT0.000S", duration(false, 0, 0, 0)),
        ("PT36H", duration(false, 0, 129_600, 0)),
        ("PT90M", duration(false, 0, 5400, 0)),
        ("PT007.50S", duration(false, 0, 7, 500_000_000)),
        ("P0001Y", duration(false, 12, 0, 0)),
        ("P1DT24H", duration(false, 0, 172_800, 0)),
        ("\t-P1DT1S\n", duration(true, 0, 86_401, 0)),
        ("PT1.00000000000000000S", duration(false, 0, 1, 0)),
    ] {
        reads(text, &duration);
    }
}

/// What is spelled as no duration is.
const NO_DURATIONS: &[&str] = &[
    "",
    "P",
    "PT",
    "-P",
    "P1DT",
    "P1",
    "1Y",
    "P1YT",
    "+P1D",
    "P-1D",
    "PT-1S",
    "P1W",
    "P1.5D",
    "P1.5Y",
    "PT1.5H",
    "PT1.5M",
    "PT1.S",
    "PT.5S",
    "PT1,5S",
    "P1S",
    "P1H",
    "PT1D",
    "PT1Y",
    "P1D1M",
    "P1M1Y",
    "P1Y1Y",
    "PT1S1M",
    "PT1M1H",
    "PT1S1S",
    "P1D2H",
    "p1d",
    "P1d",
    "PT1s",
    "P 1D",
    "P1D ago",
    "P1DT1",
    "T1S",
    "--P1D",
    "P\u{FF11}D",
    "P1Y2M3DT4H5M6S7",
    "0",
    "P0001-00-04T00:00:00",
];

#[test]
fn what_is_no_duration_is_refused() {
    all_refused::<Duration>(NO_DURATIONS, DURATION);
    for text in [
        "P18446744073709551616M",
        "P1537228672809129302Y",
        "P1537228672809129301Y4M",
        "PT18446744073709551616S",
        "P213503982334602D",
        "P213503982334601DT8H",
        "PT18446744073709551615M",
        "PT99999999999999999999999999999999999999999S",
    ] {
        refused::<Duration>(text, "a duration whose numbers are not too large to hold");
    }
    refused::<Duration>(
        "PT0.0000000001S",
        "a duration with at most nine digits after the point",
    );
    let wrong = duration(false, 0, 1, 1_000_000_000);
    assert_eq!(
        unwritable(&wrong),
        format!("`{wrong}` as a duration, which it is not")
    );
    // Zero has no sign.
    assert_eq!(duration(true, 0, 0, 0).to_string(), "PT0S");
}

#[test]
fn durations_of_the_standard_library() {
    type Standard = std::time::Duration;
    same(&Standard::ZERO, "PT0S");
    same(&Standard::new(93_784, 50_000_000), "P1DT2H3M4.05S");
    same(&Standard::MAX, "P213503982334601DT7H15.999999999S");
    let expected = "a duration without a sign and without years and months, as in `P1DT2H30M`";
    all_refused::<Standard>(
        &["-PT1S", "P1M", "P1Y", "P1MT1S", "1h", "", "P1W"],
        expected,
    );
    reads("-PT0S", &Standard::ZERO);
    reads("P0Y0MT1S", &Standard::from_secs(1));
    let error = Standard::try_from(duration(false, 0, 1, 1_000_000_000)).unwrap_err();
    assert!(error.to_string().ends_with(expected), "{error}");
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

    #[test]
    fn durations_survive(negative: bool, months: u64, seconds: u64, nanoseconds in 0_u32..1_000_000_000) {
        round_trip(&duration(negative, months, seconds, nanoseconds));
        round_trip(&duration(negative, months % 100, seconds % 100_000, 1));
        round_trip(&std::time::Duration::new(seconds, nanoseconds));
    }

    /// Whatever is read is read from what it is written as.
    #[test]
    fn what_looks_like_a_date_is_one_or_is_refused(text in "-?[0-9]{3,6}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{1,12})?(Z|[+-][01][0-9]:[0-6][0-9])?") {
        if let Ok(read) = text.parse::<DateTime>() {
            prop_assert_eq!(read.to_string().parse::<DateTime>().unwrap(), read);
        }
    }
}

// Types of one's own.

/// A quantity in a unit, as in `5kg`.
#[derive(Clone, Debug, PartialEq)]
struct Quantity<'a, U: Unit, const MAX: u32> {
    amount: u32,
    unit: PhantomData<&'a U>,
}

trait Unit {
    const SYMBOL: &'static str;
}

#[derive(Clone, Debug, PartialEq)]
struct Kilogram;

impl Unit for Kilogram {
    const SYMBOL: &'static str = "kg";
}

impl<U: Unit, const MAX: u32> SimpleType for Quantity<'_, U, MAX> {
    type Error = String;

    fn from_text(text: &str) -> Result<Self, String> {
        let amount = text.strip_suffix(U::SYMBOL).and_then(|it| it.parse().ok());
        amount
            .filter(|&amount| amount <= MAX)
            .map(|amount| Self {
                amount,
                unit: PhantomData,
            })
            .ok_or_else(|| format!("at most {MAX}{}", U::SYMBOL))
    }

    fn to_text(&self) -> Cow<'_, str> {
        format!("{}{}", self.amount, U::SYMBOL).into()
    }
}

xml::simple_type!(['a, U: Unit, const MAX: u32] Quantity<'a, U, MAX>);

#[test]
fn a_generic_simple_type_of_ones_own() {
    type Weight = Quantity<'static, Kilogram, 100>;
    same(
        &Weight {
            amount: 5,
            unit: PhantomData,
        },
        "5kg",
    );
    all_refused::<Weight>(&["101kg", "5", "5m", ""], "at most 100kg");
}

// The types of other crates.

const ZONED: &str = "a date and time with a zone, as in `2026-11-24T12:00:00Z`";
const UNZONED: &str = "a date and time without a zone, as in `2026-11-24T12:00:00`";
const UNZONED_DATE: &str = "a date without a zone, as in `2026-11-24`";
const UNZONED_TIME: &str = "a time of day without a zone, as in `12:00:00`";
const SECONDS: &str = "a duration without years and months, as in `P1DT2H30M`";

/// A type whose values have a zone reads a text with one, and refuses others.
#[track_caller]
fn wants_a_zone<T: Simple>(text: &str, value: &T) {
    same(value, &format!("{text}Z"));
    reads(&format!("\n{text}+00:00 "), value);
    refused::<T>(text, ZONED);
    refused::<T>(&text.replace('T', " "), ZONED);
}

/// A type whose values have no zone reads a text without one, and refuses others.
#[track_caller]
fn wants_no_zone<T: Simple>(text: &str, value: &T, expected: &str) {
    same(value, text);
    reads(&format!("\t{text}\n"), value);
    for zone in ["Z", "+00:00", "-05:00", "z"] {
        refused::<T>(&format!("{text}{zone}"), expected);
    }
    refused::<T>("", expected);
}

#[track_caller]
fn out_of_range<T: Simple>(texts: &[&str], range: &str) {
    all_refused::<T>(texts, &format!("in the range of `{range}`"));
}

/// What all types of durations in seconds have in common.
#[track_caller]
fn counts_seconds<T: Simple>(of: impl Fn(i64, i32) -> T) {
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

mod chrono_types {
    use chrono::{
        DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Utc,
    };

    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn at(hour: u32, minute: u32, second: u32, nanosecond: u32) -> NaiveDateTime {
        day()
            .and_hms_nano_opt(hour, minute, second, nanosecond)
            .unwrap()
    }

    #[test]
    fn dates_and_times_without_a_zone() {
        wants_no_zone(
            "2026-11-24T12:00:00.25",
            &at(12, 0, 0, 250_000_000),
            UNZONED,
        );
        wants_no_zone("2026-11-24", &day(), UNZONED_DATE);
        wants_no_zone("12:30:00", &at(12, 30, 0, 0).time(), UNZONED_TIME);
        reads("2026-11-23T24:00:00", &at(0, 0, 0, 0));
        reads("24:00:00", &NaiveTime::MIN);
    }

    #[test]
    fn moments() {
        wants_a_zone(
            "2026-11-24T12:00:00.5",
            &at(12, 0, 0, 500_000_000).and_utc(),
        );
        wants_a_zone(
            "2026-11-24T12:00:00.5",
            &at(12, 0, 0, 500_000_000).and_utc().fixed_offset(),
        );
        let zone = FixedOffset::east_opt(-5 * 3600).unwrap();
        let moment = at(12, 0, 0, 0).and_local_timezone(zone).unwrap();
        same(&moment, "2026-11-24T12:00:00-05:00");
        reads("2026-11-24T12:00:00-05:00", &moment.to_utc());
        // Values of one moment are equal in all zones, so the zone is looked at alone.
        let read: Child<DateTime<FixedOffset>> =
            xml::from_str("<Child><Value>2026-11-24T12:00:00-05:00</Value></Child>").unwrap();
        assert_eq!(read.value.offset(), &zone);
    }

    #[test]
    fn the_whole_error() {
        let text = "<Child>\n  <Value>2026-11-24T12:00:00.000+00:00</Value>\n</Child>";
        let error = xml::from_str::<Child<NaiveDateTime>>(text).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "`2026-11-24T12:00:00.000+00:00` is not {UNZONED}, in `Child/Value`, line 2, column 10"
            )
        );
        let value = FixedOffset::east_opt(30).unwrap();
        let value = at(12, 0, 0, 0).and_local_timezone(value).unwrap();
        assert_eq!(
            xml::to_string(&Attribute { value })
                .unwrap_err()
                .to_string(),
            "cannot be written as XML: `2026-11-24 12:00:00 +00:00:30` is not in a zone of whole minutes, in `Attribute/@Value`"
        );
    }

    #[test]
    fn the_range_of_chrono_is_kept() {
        same(&NaiveDate::MAX, "262142-12-31");
        same(&NaiveDate::MIN, "-262143-01-01");
        same(
            &DateTime::<Utc>::MAX_UTC,
            "262142-12-31T23:59:59.999999999Z",
        );
        same(&DateTime::<Utc>::MIN_UTC, "-262143-01-01T00:00:00Z");
        out_of_range::<NaiveDate>(&["262143-01-01", "-262144-12-31"], "chrono");
        out_of_range::<NaiveDateTime>(
            &["262143-01-01T00:00:00", "262142-12-31T24:00:00"],
            "chrono",
        );
        let texts = [
            "262143-01-01T00:00:00Z",
            "262142-12-31T23:59:59-00:01",
            "-262143-01-01T00:00:00+00:01",
        ];
        out_of_range::<DateTime<Utc>>(&texts, "chrono");
        out_of_range::<DateTime<FixedOffset>>(&texts, "chrono");
        refused::<DateTime<Utc>>(
            "99999999999-01-01T00:00:00Z",
            "a date and time whose numbers are not too large to hold",
        );
    }

    #[test]
    fn what_xml_schema_has_not_is_not_written() {
        let leap = at(23, 59, 59, 0).with_nanosecond(1_500_000_000).unwrap();
        let is_not = "as a date and time, which it is not";
        assert_eq!(
            unwritable(&leap),
            format!("`2026-11-24T23:59:60.5` {is_not}")
        );
        assert_eq!(
            unwritable(&leap.and_utc()),
            format!("`2026-11-24T23:59:60.5Z` {is_not}")
        );
        assert_eq!(
            unwritable(&leap.time()),
            "`23:59:60.5` as a time of day, which it is not"
        );
        let zoned = |seconds| {
            let zone = FixedOffset::east_opt(seconds).unwrap();
            at(12, 0, 0, 0).and_local_timezone(zone).unwrap()
        };
        assert_eq!(
            unwritable(&zoned(3630)),
            "`2026-11-24 12:00:00 +01:00:30` is not in a zone of whole minutes"
        );
        assert_eq!(
            unwritable(&zoned(15 * 3600)),
            format!("`2026-11-24T12:00:00+15:00` {is_not}")
        );
        let beyond = DateTime::<Utc>::MAX_UTC.with_timezone(&FixedOffset::east_opt(3600).unwrap());
        assert_eq!(
            unwritable(&beyond),
            "`+262143-01-01 00:59:59.999999999 +01:00` is not in the range of `chrono`"
        );
    }

    #[test]
    fn durations() {
        counts_seconds(|seconds, nanoseconds| {
            TimeDelta::seconds(seconds) + TimeDelta::nanoseconds(nanoseconds.into())
        });
        same(&TimeDelta::MAX, "P106751991167DT7H12M55.807S");
        same(&TimeDelta::MIN, "-P106751991167DT7H12M55.807S");
        out_of_range::<TimeDelta>(
            &[
                "PT9223372036854776S",
                "-PT9223372036854775.808S",
                "-PT9223372036854775808S",
            ],
            "chrono",
        );
    }

    #[test]
    fn values_that_are_none_are_not_converted() {
        let wrong = time(12, 0, 59, 1_500_000_000);
        assert!(NaiveTime::try_from(wrong).is_err());
        assert!(NaiveDate::try_from(date(2026, 2, 30, None)).is_err());
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn values_survive(seconds in -8_000_000_000_000_i64..8_000_000_000_000, nanosecond in 0_u32..1_000_000_000, minutes in -840..=840) {
            let moment = DateTime::<Utc>::from_timestamp(seconds, nanosecond).unwrap();
            let zone = FixedOffset::east_opt(minutes * 60).unwrap();
            round_trip(&moment);
            round_trip(&moment.with_timezone(&zone));
            round_trip(&moment.naive_utc());
            round_trip(&moment.date_naive());
            round_trip(&moment.time());
            round_trip(&TimeDelta::new(seconds, nanosecond).unwrap());
        }
    }
}

mod time_types {
    use ::time::{
        Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset,
    };

    use super::*;

    fn day() -> Date {
        Date::from_calendar_date(2026, Month::November, 24).unwrap()
    }

    fn at(hour: u8, minute: u8, second: u8, nanosecond: u32) -> PrimitiveDateTime {
        day()
            .with_hms_nano(hour, minute, second, nanosecond)
            .unwrap()
    }

    #[test]
    fn dates_and_times_without_a_zone() {
        wants_no_zone(
            "2026-11-24T12:00:00.25",
            &at(12, 0, 0, 250_000_000),
            UNZONED,
        );
        wants_no_zone("2026-11-24", &day(), UNZONED_DATE);
        wants_no_zone("12:30:00", &at(12, 30, 0, 0).time(), UNZONED_TIME);
        reads("2026-11-23T24:00:00", &at(0, 0, 0, 0));
        reads("24:00:00", &Time::MIDNIGHT);
    }

    #[test]
    fn moments() {
        wants_a_zone("2026-11-24T12:00:00.5", &at(12, 0, 0, 500_000_000).as_utc());
        wants_a_zone(
            "2026-11-24T12:00:00.5",
            &at(12, 0, 0, 500_000_000).assume_utc(),
        );
        let zone = UtcOffset::from_hms(-5, 0, 0).unwrap();
        let moment = at(12, 0, 0, 0).assume_offset(zone);
        same(&moment, "2026-11-24T12:00:00-05:00");
        reads("2026-11-24T12:00:00-05:00", &moment.to_utc());
        // Values of one moment are equal in all zones, so the zone is looked at alone.
        let read: Child<OffsetDateTime> =
            xml::from_str("<Child><Value>2026-11-24T12:00:00-05:00</Value></Child>").unwrap();
        assert_eq!(read.value.offset(), zone);
    }

    #[test]
    fn the_range_of_time_is_kept() {
        same(
            &Date::from_calendar_date(9999, Month::December, 31).unwrap(),
            "9999-12-31",
        );
        same(
            &Date::from_calendar_date(-9999, Month::January, 1).unwrap(),
            "-9999-01-01",
        );
        out_of_range::<Date>(&["1000000-01-01", "-1000000-01-01"], "time");
        out_of_range::<PrimitiveDateTime>(&["1000000-01-01T00:00:00"], "time");
        out_of_range::<OffsetDateTime>(&["1000000-01-01T00:00:00Z"], "time");
        out_of_range::<UtcDateTime>(
            &[
                "1000000-01-01T00:00:00Z",
                "-1000000-01-01T00:00:00Z",
                "999999-12-31T23:59:59-00:01",
            ],
            "time",
        );
    }

    #[test]
    fn what_xml_schema_has_not_is_not_written() {
        let zoned = |hours, seconds| {
            let zone = UtcOffset::from_hms(hours, 0, seconds).unwrap();
            at(12, 0, 0, 0).assume_offset(zone)
        };
        assert_eq!(
            unwritable(&zoned(1, 30)),
            "`2026-11-24 12:00:00.0 +01:00:30` is not in a zone of whole minutes"
        );
        assert_eq!(
            unwritable(&zoned(15, 0)),
            "`2026-11-24T12:00:00+15:00` as a date and time, which it is not"
        );
    }

    #[test]
    fn durations() {
        counts_seconds(Duration::new);
        same(&Duration::MAX, "P106751991167300DT15H30M7.999999999S");
        same(&Duration::MIN, "-P106751991167300DT15H30M8.999999999S");
    }

    #[test]
    fn values_that_are_none_are_not_converted() {
        assert!(Time::try_from(time(12, 0, 60, 0)).is_err());
        assert!(Date::try_from(date(2026, 2, 30, None)).is_err());
        assert!(Date::try_from(date(2026, 13, 1, None)).is_err());
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn values_survive(seconds in -200_000_000_000_i64..200_000_000_000, nanosecond in 0_u32..1_000_000_000, minutes in -840..=840) {
            let moment = UtcDateTime::from_unix_timestamp(seconds).unwrap().replace_nanosecond(nanosecond).unwrap();
            let zone = UtcOffset::from_whole_seconds(minutes * 60).unwrap();
            round_trip(&moment);
            round_trip(&moment.to_offset(zone));
            round_trip(&PrimitiveDateTime::new(moment.date(), moment.time()));
            round_trip(&moment.date());
            round_trip(&moment.time());
            round_trip(&Duration::new(seconds, i32::try_from(nanosecond).unwrap()));
        }
    }
}

mod jiff_types {
    use jiff::civil::{Date, DateTime, Time};
    use jiff::{SignedDuration, Timestamp, tz::Offset};

    use super::*;

    fn at(hour: i8, minute: i8, second: i8, nanosecond: i32) -> DateTime {
        DateTime::new(2026, 11, 24, hour, minute, second, nanosecond).unwrap()
    }

    #[test]
    fn dates_and_times_without_a_zone() {
        wants_no_zone(
            "2026-11-24T12:00:00.25",
            &at(12, 0, 0, 250_000_000),
            UNZONED,
        );
        wants_no_zone("2026-11-24", &at(0, 0, 0, 0).date(), UNZONED_DATE);
        wants_no_zone("12:30:00", &at(12, 30, 0, 0).time(), UNZONED_TIME);
        reads("2026-11-23T24:00:00", &at(0, 0, 0, 0));
        reads("24:00:00", &Time::midnight());
    }

    #[test]
    fn moments() {
        let moment = Offset::UTC.to_timestamp(at(12, 0, 0, 500_000_000)).unwrap();
        wants_a_zone("2026-11-24T12:00:00.5", &moment);
        reads("2026-11-24T07:00:00.5-05:00", &moment);
    }

    #[test]
    fn the_range_of_jiff_is_kept() {
        same(&Date::MAX, "9999-12-31");
        same(&Date::MIN, "-9999-01-01");
        same(&DateTime::MAX, "9999-12-31T23:59:59.999999999");
        same(&Timestamp::MAX, "9999-12-30T22:00:00.999999999Z");
        same(&Timestamp::MIN, "-9999-01-02T01:59:59Z");
        out_of_range::<Date>(&["10000-01-01", "-10000-12-31", "99999-01-01"], "jiff");
        out_of_range::<DateTime>(&["10000-01-01T00:00:00", "9999-12-31T24:00:00"], "jiff");
        out_of_range::<Timestamp>(
            &[
                "10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "-9999-01-01T00:00:00Z",
            ],
            "jiff",
        );
    }

    #[test]
    fn durations() {
        counts_seconds(SignedDuration::new);
        same(&SignedDuration::MAX, "P106751991167300DT15H30M7.999999999S");
        same(
            &SignedDuration::MIN,
            "-P106751991167300DT15H30M8.999999999S",
        );
    }

    #[test]
    fn values_that_are_none_are_not_converted() {
        assert!(Time::try_from(time(12, 0, 60, 0)).is_err());
        assert!(Time::try_from(time(12, 0, 0, u32::MAX)).is_err());
        assert!(Date::try_from(date(2026, 2, 30, None)).is_err());
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn values_survive(seconds in -200_000_000_000_i64..200_000_000_000, nanosecond in 0..1_000_000_000) {
            let moment = Timestamp::new(seconds, nanosecond).unwrap();
            let civil = Offset::UTC.to_datetime(moment);
            round_trip(&moment);
            round_trip(&civil);
            round_trip(&civil.date());
            round_trip(&civil.time());
            round_trip(&SignedDuration::new(seconds, nanosecond));
        }
    }
}

// Identifiers, decimal numbers, URLs.

mod uuid_type {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_hyphenated_form_in_either_case() {
        let uuid = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);
        same(&uuid, "67e55044-10b1-426f-9247-bb680e5fe0c8");
        reads("67E55044-10B1-426F-9247-BB680E5FE0C8", &uuid);
        reads("\n67e55044-10B1-426f-9247-bb680e5fe0c8 ", &uuid);
        same(&Uuid::nil(), "00000000-0000-0000-0000-000000000000");
        all_refused::<Uuid>(
            &[
                "",
                "67e5504410b1426f9247bb680e5fe0c8",
                "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
                "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
                "67e55044-10b1-426f-9247-bb680e5fe0c",
                "67e55044-10b1-426f-9247-bb680e5fe0c88",
                "67e55044-10b1-426f-9247-bb680e5fe0cg",
                "67e5504-410b1-426f-9247-bb680e5fe0c8",
                "67e55044 10b1 426f 9247 bb680e5fe0c8",
                "67e55044-10b1-426f-9247-bb680e5fe\u{e9}8",
            ],
            "a UUID, as in `67e55044-10b1-426f-9247-bb680e5fe0c8`",
        );
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn values_survive(number: u128) {
            round_trip(&Uuid::from_u128(number));
        }
    }
}

mod decimal_type {
    use rust_decimal::Decimal;

    use super::*;

    /// Whether it has the same digits, too.
    #[track_caller]
    fn has_scale(text: &str, scale: u32) {
        let read: Child<Decimal> =
            xml::from_str(&format!("<Child><Value>{text}</Value></Child>")).unwrap();
        assert_eq!(read.value.scale(), scale, "{text}");
    }

    #[test]
    fn decimal_numbers_are_exact_and_keep_their_zeros() {
        for (number, scale, text) in [
            (0, 0, "0"),
            (0, 2, "0.00"),
            (125, 1, "12.5"),
            (1250, 2, "12.50"),
            (-5, 1, "-0.5"),
            (1, 28, "0.0000000000000000000000000001"),
            (
                79_228_162_514_264_337_593_543_950_335,
                0,
                "79228162514264337593543950335",
            ),
            (
                -79_228_162_514_264_337_593_543_950_335,
                28,
                "-7.9228162514264337593543950335",
            ),
        ] {
            same(&Decimal::from_i128_with_scale(number, scale), text);
            has_scale(text, scale);
        }
        for (text, number, scale) in [
            ("+12.5", 125, 1),
            ("12.", 12, 0),
            (".5", 5, 1),
            ("-.50", -50, 2),
            ("0012.5", 125, 1),
            ("-0", 0, 0),
            ("\n 12.5\t", 125, 1),
            // No room for the zeros.
            ("1.00000000000000000000000000000", 1, 0),
            (
                "79228162514264337593543950335.0",
                79_228_162_514_264_337_593_543_950_335,
                0,
            ),
            ("0.50000000000000000000000000000000000000000000000000", 5, 1),
            (
                "00000000000000000000000000000000000000000000000001.5",
                15,
                1,
            ),
        ] {
            reads(text, &Decimal::from_i128_with_scale(number, scale));
            has_scale(text, scale);
        }
        let mut negative_zero = Decimal::new(0, 1);
        negative_zero.set_sign_negative(true);
        assert_eq!(
            xml::to_string(&Child {
                value: negative_zero
            })
            .unwrap(),
            "<Child><Value>0.0</Value></Child>"
        );
    }

    #[test]
    fn what_is_no_decimal_number_or_does_not_fit_is_refused() {
        all_refused::<Decimal>(
            &[
                "", ".", "+", "-", "-.", "+-1", "--1", "1e3", "1E3", "1.5e-2", "1,5", "1_000",
                "1.2.3", "INF", "NaN", "0x1", "1 000", "\u{FF11}", "1.5-", "$1",
            ],
            "a decimal number, as in `-12.50`",
        );
        all_refused::<Decimal>(
            &[
                "79228162514264337593543950336",
                "-79228162514264337593543950336",
                "7.92281625142643375935439503351",
                "0.00000000000000000000000000001",
                "1.00000000000000000000000000001",
                "999999999999999999999999999999999999999999999999",
                // One more than 2^128.
                "340282366920938463463374607431768211457",
            ],
            "a decimal number of at most 96 bits, with at most 28 digits after the point",
        );
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn values_survive(number in -79_228_162_514_264_337_593_543_950_335_i128..=79_228_162_514_264_337_593_543_950_335, scale in 0_u32..=28) {
            round_trip(&Decimal::from_i128_with_scale(number, scale));
            round_trip(&Decimal::from_i128_with_scale(number % 1000, scale));
        }
    }
}

mod url_type {
    use url::Url;

    use super::*;

    #[test]
    fn absolute_urls_are_written_as_the_url_standard_spells_them() {
        for text in [
            "https://example.com/",
            "https://user:secret@example.com:8080/a/b;c?d=%20&amp;e#f",
            "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
            "mailto:ada@example.com",
            "file:///a",
            // The standard calls these invalid, and leaves them as they are.
            "http://example.com/a%20b|c",
            "http://example.com/%zz",
            "http://example.com/[x]",
        ] {
            same(&Url::parse(&text.replace("&amp;", "&")).unwrap(), text);
        }
        for (text, url) in [
            ("HTTP://Example.COM", "http://example.com/"),
            ("https://example.com:443/", "https://example.com/"),
            ("https://example.com/a/./b/../c", "https://example.com/a/c"),
            (
                "https://b\u{fc}cher.example/\u{e9}",
                "https://xn--bcher-kva.example/%C3%A9",
            ),
            ("\n https://example.com/\t", "https://example.com/"),
        ] {
            reads(text, &Url::parse(url).unwrap());
        }
    }

    #[test]
    fn relative_and_invalid_urls_are_refused() {
        all_refused::<Url>(
            &[
                "",
                "a",
                "/a",
                "//example.com/",
                "?a",
                "#a",
                "example.com",
                "http://",
                "http://a b/",
                "https://[::1",
                "1:a",
            ],
            "an absolute URL, as in `https://example.com/`",
        );
        for (text, violation) in [
            ("https:\\\\example.com\\", "backslash"),
            ("https:example.com", "expected //"),
            ("https://example.com/a b", "non-URL code point"),
            ("HTTPS://example.com/%zz", "expected 2 hex digits after %"),
            (
                "https://example.com/a&#x9;b",
                "tabs or newlines are ignored in URLs",
            ),
        ] {
            let error =
                xml::from_str::<Child<Url>>(&format!("<Child><Value>{text}</Value></Child>"))
                    .unwrap_err();
            assert!(
                error
                    .to_string()
                    .contains(&format!("is not a valid URL ({violation})")),
                "{error}"
            );
        }
    }
}

// What a peer may send to any of them.

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
