//! The types of `chrono`.

use chrono::{
    DateTime as Moment, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta,
    Timelike, Utc,
};

use super::calendar::ZONED;
use super::convert::{is_not, read_and_written_as};
use super::foreign::{SECONDS, UNZONED, UNZONED_DATE, UNZONED_TIME, WHOLE_MINUTES, small};
use super::{Date, DateTime, Duration, Time};
use crate::error::{Error, Result};

const IN_RANGE: &str = "in the range of `chrono`";

read_and_written_as! {
    NaiveDate: Date, UNZONED_DATE;
    NaiveTime: Time, UNZONED_TIME;
    NaiveDateTime: DateTime, UNZONED;
    Moment<FixedOffset>: DateTime, ZONED;
    Moment<Utc>: DateTime, ZONED;
    TimeDelta: Duration, SECONDS;
}

/// The day, whatever its zone.
fn naive_date(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year, date.month.into(), date.day.into())
}

fn naive_time(time: Time) -> Option<NaiveTime> {
    let Time {
        hour,
        minute,
        second,
        nanosecond,
        ..
    } = time;
    NaiveTime::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanosecond)
}

fn naive_date_time(value: DateTime) -> Option<NaiveDateTime> {
    Some(naive_date(value.date())?.and_time(naive_time(value.time())?))
}

impl TryFrom<Date> for NaiveDate {
    type Error = Error;

    fn try_from(date: Date) -> Result<Self> {
        naive_date(date.unzoned()?).ok_or_else(|| is_not(date, IN_RANGE))
    }
}

impl TryFrom<Time> for NaiveTime {
    type Error = Error;

    fn try_from(time: Time) -> Result<Self> {
        naive_time(time.unzoned()?).ok_or_else(|| is_not(time, IN_RANGE))
    }
}

impl TryFrom<DateTime> for NaiveDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        naive_date_time(value.unzoned()?).ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl TryFrom<DateTime> for Moment<FixedOffset> {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let (local, seconds) = value.zoned()?;
        let offset = FixedOffset::east_opt(seconds);
        let utc = naive_date_time(local)
            .zip(offset)
            .and_then(|(local, offset)| local.checked_sub_offset(offset));
        utc.zip(offset)
            .map(|(utc, offset)| Self::from_naive_utc_and_offset(utc, offset))
            .ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl TryFrom<DateTime> for Moment<Utc> {
    type Error = Error;

    /// The moment, whatever the zone in which it is told.
    fn try_from(value: DateTime) -> Result<Self> {
        Moment::<FixedOffset>::try_from(value).map(|moment| moment.to_utc())
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self {
            year: date.year(),
            month: small(date.month()),
            day: small(date.day()),
            timezone_offset: None,
        }
    }
}

impl From<NaiveTime> for Time {
    /// The time; a leap second, which cannot be written, is the second 60.
    fn from(time: NaiveTime) -> Self {
        let leap_seconds = time.nanosecond() / 1_000_000_000;
        Self {
            hour: small(time.hour()),
            minute: small(time.minute()),
            second: small(time.second() + leap_seconds),
            nanosecond: time.nanosecond() % 1_000_000_000,
            timezone_offset: None,
        }
    }
}

impl From<NaiveDateTime> for DateTime {
    fn from(value: NaiveDateTime) -> Self {
        Self::of(value.date().into(), value.time().into())
    }
}

impl From<Moment<Utc>> for DateTime {
    fn from(moment: Moment<Utc>) -> Self {
        Self::from(moment.naive_utc()).in_utc()
    }
}

impl TryFrom<Moment<FixedOffset>> for DateTime {
    type Error = Error;

    fn try_from(moment: Moment<FixedOffset>) -> Result<Self> {
        let offset = *moment.offset();
        let local = moment.naive_utc().checked_add_offset(offset);
        let local = local.ok_or_else(|| is_not(moment, IN_RANGE))?;
        Self::from(local)
            .with_offset(offset.local_minus_utc())
            .ok_or_else(|| is_not(moment, WHOLE_MINUTES))
    }
}

impl TryFrom<Duration> for TimeDelta {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self> {
        let (seconds, nanoseconds) = duration.to_seconds()?;
        // The nanoseconds of `new` are counted from the second before.
        let (before, nanoseconds) = match u32::try_from(nanoseconds) {
            Ok(nanoseconds) => (Some(seconds), nanoseconds),
            Err(_) => (
                seconds.checked_sub(1),
                1_000_000_000 - nanoseconds.unsigned_abs(),
            ),
        };
        before
            .and_then(|seconds| Self::new(seconds, nanoseconds))
            .ok_or_else(|| is_not(duration, IN_RANGE))
    }
}

impl From<TimeDelta> for Duration {
    fn from(delta: TimeDelta) -> Self {
        Self::of_seconds(delta.num_seconds(), delta.subsec_nanos())
    }
}
