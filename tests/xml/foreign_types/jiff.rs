//! Dates, times and durations of `jiff`.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::calendar::{date, time};
use crate::everywhere::{config, reads, round_trip, same};
use crate::foreign_types::{
    UNZONED, UNZONED_DATE, UNZONED_TIME, counts_seconds, out_of_range, wants_a_zone, wants_no_zone,
};

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
