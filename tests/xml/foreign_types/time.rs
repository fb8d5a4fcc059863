//! Dates, times and durations of `time`.

use ::time::{
    Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset,
};
use proptest::prelude::*;
use um_messages::xml;

use crate::calendar::{date, time};
use crate::everywhere::{Child, config, reads, round_trip, same, unwritable};
use crate::foreign_types::{
    UNZONED, UNZONED_DATE, UNZONED_TIME, counts_seconds, out_of_range, wants_a_zone, wants_no_zone,
};

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
