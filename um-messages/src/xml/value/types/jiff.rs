//! The types of `jiff`. Two are none of them: the name of the zone of a `Zoned` could not be written, and the days of
//! a `Span` need not have 24 hours, as those of `xs:duration` have.

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, civil};

use super::calendar::ZONED;
use super::convert::{is_not, read_and_written_as};
use super::foreign::{SECONDS, UNZONED, UNZONED_DATE, UNZONED_TIME, small};
use super::{Date, DateTime, Duration, Time};
use crate::error::{Error, Result};

const IN_RANGE: &str = "in the range of `jiff`";

read_and_written_as! {
    civil::Date: Date, UNZONED_DATE;
    civil::Time: Time, UNZONED_TIME;
    civil::DateTime: DateTime, UNZONED;
    Timestamp: DateTime, ZONED;
    SignedDuration: Duration, SECONDS;
}

/// The day, whatever its zone.
fn civil_date(date: Date) -> Option<civil::Date> {
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    civil::Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

fn civil_time(time: Time) -> Option<civil::Time> {
    let hour = i8::try_from(time.hour).ok()?;
    let minute = i8::try_from(time.minute).ok()?;
    let second = i8::try_from(time.second).ok()?;
    let nanosecond = i32::try_from(time.nanosecond).ok()?;
    civil::Time::new(hour, minute, second, nanosecond).ok()
}

fn civil_date_time(value: DateTime) -> Option<civil::DateTime> {
    let date = civil_date(value.date())?;
    Some(date.to_datetime(civil_time(value.time())?))
}

impl TryFrom<Date> for civil::Date {
    type Error = Error;

    fn try_from(date: Date) -> Result<Self> {
        civil_date(date.unzoned()?).ok_or_else(|| is_not(date, IN_RANGE))
    }
}

impl TryFrom<Time> for civil::Time {
    type Error = Error;

    fn try_from(time: Time) -> Result<Self> {
        civil_time(time.unzoned()?).ok_or_else(|| is_not(time, IN_RANGE))
    }
}

impl TryFrom<DateTime> for civil::DateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        civil_date_time(value.unzoned()?).ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl TryFrom<DateTime> for Timestamp {
    type Error = Error;

    /// The moment, whatever the zone in which it is told.
    fn try_from(value: DateTime) -> Result<Self> {
        let (local, seconds) = value.zoned()?;
        let offset = Offset::from_seconds(seconds).ok();
        civil_date_time(local)
            .zip(offset)
            .and_then(|(local, offset)| offset.to_timestamp(local).ok())
            .ok_or_else(|| is_not(value, IN_RANGE))
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self {
            year: date.year().into(),
            month: small(date.month()),
            day: small(date.day()),
            timezone_offset: None,
        }
    }
}

impl From<civil::Time> for Time {
    fn from(time: civil::Time) -> Self {
        Self {
            hour: small(time.hour()),
            minute: small(time.minute()),
            second: small(time.second()),
            nanosecond: time.subsec_nanosecond().unsigned_abs(),
            timezone_offset: None,
        }
    }
}

impl From<civil::DateTime> for DateTime {
    fn from(value: civil::DateTime) -> Self {
        Self::of(value.date().into(), value.time().into())
    }
}

impl From<Timestamp> for DateTime {
    fn from(moment: Timestamp) -> Self {
        Self::from(Offset::UTC.to_datetime(moment)).in_utc()
    }
}

impl TryFrom<Duration> for SignedDuration {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self> {
        let (seconds, nanoseconds) = duration.to_seconds()?;
        Ok(Self::new(seconds, nanoseconds))
    }
}

impl From<SignedDuration> for Duration {
    fn from(duration: SignedDuration) -> Self {
        Self::of_seconds(duration.as_secs(), duration.subsec_nanos())
    }
}
