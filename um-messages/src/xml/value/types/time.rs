//! The types of `time`.

use time::{Month, OffsetDateTime, PrimitiveDateTime, UtcDateTime, UtcOffset};

use super::calendar::ZONED;
use super::convert::{is_not, read_and_written_as};
use super::foreign::{SECONDS, UNZONED, UNZONED_DATE, UNZONED_TIME, WHOLE_MINUTES};
use super::{Date, DateTime, Duration, Time};
use crate::error::{Error, Result};

const IN_RANGE: &str = "in the range of `time`";

read_and_written_as! {
    time::Date: Date, UNZONED_DATE;
    time::Time: Time, UNZONED_TIME;
    PrimitiveDateTime: DateTime, UNZONED;
    OffsetDateTime: DateTime, ZONED;
    UtcDateTime: DateTime, ZONED;
    time::Duration: Duration, SECONDS;
}

/// The day, whatever its zone.
fn plain_date(date: Date) -> Option<time::Date> {
    let month = Month::try_from(date.month).ok()?;
    time::Date::from_calendar_date(date.year, month, date.day).ok()
}

fn plain_time(time: Time) -> Option<time::Time> {
    time::Time::from_hms_nano(time.hour, time.minute, time.second, time.nanosecond).ok()
}

fn plain_date_time(value: DateTime) -> Option<PrimitiveDateTime> {
    let date = plain_date(value.date())?;
    Some(PrimitiveDateTime::new(date, plain_time(value.time())?))
}

impl TryFrom<Date> for time::Date {
    type Error = Error;

    fn try_from(date: Date) -> Result<Self> {
        plain_date(date.unzoned()?).ok_or_else(|| is_not(date, IN_RANGE))
    }
}

impl TryFrom<Time> for time::Time {
    type Error = Error;

    fn try_from(time: Time) -> Result<Self> {
        plain_time(time.unzoned()?).ok_or_else(|| is_not(time, IN_RANGE))
    }
}

impl TryFrom<DateTime> for PrimitiveDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        plain_date_time(value.unzoned()?).ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl TryFrom<DateTime> for OffsetDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let (local, seconds) = value.zoned()?;
        let offset = UtcOffset::from_whole_seconds(seconds).ok();
        plain_date_time(local)
            .zip(offset)
            .map(|(local, offset)| local.assume_offset(offset))
            .ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl TryFrom<DateTime> for UtcDateTime {
    type Error = Error;

    /// The moment, whatever the zone in which it is told.
    fn try_from(value: DateTime) -> Result<Self> {
        OffsetDateTime::try_from(value)?
            .checked_to_utc()
            .ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl From<time::Date> for Date {
    fn from(date: time::Date) -> Self {
        let (year, month, day) = date.to_calendar_date();
        Self {
            year,
            month: month.into(),
            day,
            timezone_offset: None,
        }
    }
}

impl From<time::Time> for Time {
    fn from(time: time::Time) -> Self {
        let (hour, minute, second, nanosecond) = time.as_hms_nano();
        Self {
            hour,
            minute,
            second,
            nanosecond,
            timezone_offset: None,
        }
    }
}

impl From<PrimitiveDateTime> for DateTime {
    fn from(value: PrimitiveDateTime) -> Self {
        Self::of(value.date().into(), value.time().into())
    }
}

impl From<UtcDateTime> for DateTime {
    fn from(moment: UtcDateTime) -> Self {
        Self::of(moment.date().into(), moment.time().into()).in_utc()
    }
}

impl TryFrom<OffsetDateTime> for DateTime {
    type Error = Error;

    fn try_from(moment: OffsetDateTime) -> Result<Self> {
        let seconds = moment.offset().whole_seconds();
        let local = Self::of(moment.date().into(), moment.time().into());
        local
            .with_offset(seconds)
            .ok_or_else(|| is_not(moment, WHOLE_MINUTES))
    }
}

impl TryFrom<Duration> for time::Duration {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self> {
        let (seconds, nanoseconds) = duration.to_seconds()?;
        Ok(Self::new(seconds, nanoseconds))
    }
}

impl From<time::Duration> for Duration {
    fn from(duration: time::Duration) -> Self {
        Self::of_seconds(duration.whole_seconds(), duration.subsec_nanoseconds())
    }
}
