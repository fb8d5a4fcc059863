//! What the crates for dates and times have in common: their types have a zone or have none, and durations no months.

use super::convert::{checked, is_not};
use super::{Date, DateTime, Duration, Time};
use crate::error::Result;

// What is expected where there is a zone and the type has no place for it, or the other way round.

pub(super) const UNZONED: &str = "a date and time without a zone, as in `2026-11-24T12:00:00`";
pub(super) const UNZONED_DATE: &str = "a date without a zone, as in `2026-11-24`";
pub(super) const UNZONED_TIME: &str = "a time of day without a zone, as in `12:00:00`";
/// What is expected of a zone to be written.
#[cfg(any(feature = "chrono", feature = "time"))]
pub(super) const WHOLE_MINUTES: &str = "in a zone of whole minutes";
/// What is expected by a duration that has one unit, the second.
pub(super) const SECONDS: &str = "a duration without years and months, as in `P1DT2H30M`";

impl DateTime {
    /// The value, if it has no zone.
    pub(super) fn unzoned(self) -> Result<Self> {
        checked(self, self.timezone_offset.is_none(), UNZONED)
    }

    /// The value in the zone that is these seconds ahead of UTC, if they are whole minutes.
    #[cfg(any(feature = "chrono", feature = "time"))]
    pub(super) fn with_offset(self, seconds: i32) -> Option<Self> {
        if seconds % 60 != 0 {
            return None;
        }
        let timezone_offset = Some(i16::try_from(seconds / 60).ok()?);
        Some(Self {
            timezone_offset,
            ..self
        })
    }

    /// The value in the zone of UTC.
    pub(super) fn in_utc(self) -> Self {
        Self {
            timezone_offset: Some(0),
            ..self
        }
    }
}

impl Date {
    /// The value, if it has no zone.
    pub(super) fn unzoned(self) -> Result<Self> {
        checked(self, self.timezone_offset.is_none(), UNZONED_DATE)
    }
}

impl Time {
    /// The value, if it has no zone.
    pub(super) fn unzoned(self) -> Result<Self> {
        checked(self, self.timezone_offset.is_none(), UNZONED_TIME)
    }
}

impl Duration {
    /// Seconds and nanoseconds, both with the sign, if there are no months.
    pub(super) fn to_seconds(self) -> Result<(i64, i32)> {
        let value = checked(self, self.months == 0, SECONDS)?;
        let sign = if value.negative { -1 } else { 1 };
        let seconds = i64::try_from(i128::from(value.seconds) * sign);
        let nanoseconds = i32::try_from(i128::from(value.nanoseconds) * sign);
        match (seconds, nanoseconds) {
            (Ok(seconds), Ok(nanoseconds)) => Ok((seconds, nanoseconds)),
            _ => Err(is_not(value, "a duration of less than 2^63 seconds")),
        }
    }

    /// So many seconds and nanoseconds, which have the same sign.
    pub(super) fn of_seconds(seconds: i64, nanoseconds: i32) -> Self {
        Self {
            negative: seconds < 0 || nanoseconds < 0,
            months: 0,
            seconds: seconds.unsigned_abs(),
            nanoseconds: nanoseconds.unsigned_abs(),
        }
    }
}

/// A number that is small where it comes from. Were it not, it would be a number that no date has.
#[cfg(any(feature = "chrono", feature = "jiff"))]
pub(super) fn small<T>(number: T) -> u8
where
    u8: TryFrom<T>,
{
    u8::try_from(number).unwrap_or(u8::MAX)
}
