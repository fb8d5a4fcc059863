//! Dates, times and durations of `chrono`.

use chrono::{
    DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _, Utc,
};
use proptest::prelude::*;
use um_messages::xml;

use crate::calendar::{date, time};
use crate::everywhere::{Attribute, Child, config, reads, refused, round_trip, same, unwritable};
use crate::foreign_types::{
    UNZONED, UNZONED_DATE, UNZONED_TIME, counts_seconds, out_of_range, wants_a_zone, wants_no_zone,
};

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
