//! The clock of the standard library.

use std::time::{Duration, SystemTime};

use super::DateTime;
use super::convert::is_not;
use crate::error::{Error, Result};

const SECONDS_OF_DAY: i64 = 86_400;
/// Years in which the calendar comes round, and their days.
const CYCLE: i64 = 400;
const DAYS_OF_CYCLE: i64 = 146_097;
/// From the first of March of the year 0 to that of 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

/// The moment, in UTC.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use um_messages::xml::DateTime;
///
/// let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(1_795_969_291_500);
/// assert_eq!(DateTime::try_from(moment)?.to_string(), "2026-11-29T16:21:31.5Z");
/// # Ok::<(), um_messages::Error>(())
/// ```
impl TryFrom<SystemTime> for DateTime {
    type Error = Error;

    /// It is an error if the year has more than 32 bits.
    fn try_from(moment: SystemTime) -> Result<Self> {
        let (seconds, nanosecond) = since_epoch(moment)
            .ok_or_else(|| is_not("the moment", "in the range of `xs:dateTime`"))?;
        let (days, second) = (
            seconds.div_euclid(SECONDS_OF_DAY),
            seconds.rem_euclid(SECONDS_OF_DAY),
        );
        let (year, month, day) = date_of(days);
        let year = i32::try_from(year)
            .map_err(|_| is_not(format!("the year {year}"), "one of 32 bits"))?;
        Ok(Self {
            year,
            month: small(month),
            day: small(day),
            hour: small(second / 3600),
            minute: small(second / 60 % 60),
            second: small(second % 60),
            nanosecond,
            timezone_offset: Some(0),
        })
    }
}

/// The moment, whatever the zone in which it is told.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use um_messages::xml::DateTime;
///
/// let told: DateTime = "1970-01-01T01:00:01+01:00".parse()?;
/// assert_eq!(SystemTime::try_from(told)?, SystemTime::UNIX_EPOCH + Duration::from_secs(1));
/// # Ok::<(), um_messages::Error>(())
/// ```
impl TryFrom<DateTime> for SystemTime {
    type Error = Error;

    /// It is an error if there is no zone, and where the system does not reach as far.
    fn try_from(value: DateTime) -> Result<Self> {
        let (value, offset) = value.zoned()?;
        let days = days_to(value.year.into(), value.month.into(), value.day.into());
        let time =
            i64::from(value.hour) * 3600 + i64::from(value.minute) * 60 + i64::from(value.second)
                - i64::from(offset);
        let seconds = days * SECONDS_OF_DAY + time;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let start = if seconds < 0 {
            Self::UNIX_EPOCH.checked_sub(whole)
        } else {
            Self::UNIX_EPOCH.checked_add(whole)
        };
        start
            .and_then(|start| start.checked_add(Duration::from_nanos(value.nanosecond.into())))
            .ok_or_else(|| is_not(value, "in the range of the system's clock"))
    }
}

/// The seconds since 1970, and the nanoseconds beside them.
fn since_epoch(moment: SystemTime) -> Option<(i64, u32)> {
    match moment.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => Some((i64::try_from(after.as_secs()).ok()?, after.subsec_nanos())),
        Err(before) => {
            let before = before.duration();
            let seconds = i64::try_from(before.as_secs()).ok()?;
            Some(match before.subsec_nanos() {
                0 => (-seconds, 0),
                nanoseconds => (-seconds - 1, 1_000_000_000 - nanoseconds),
            })
        }
    }
}

// A year from March on, so that the day which not every year has is the last one of it.

/// How many days a date is behind 1970-01-01.
fn days_to(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (cycle, year) = (year.div_euclid(CYCLE), year.rem_euclid(CYCLE));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day = year * 365 + year / 4 - year / 100 + day_of_year;
    cycle * DAYS_OF_CYCLE + day - DAYS_TO_EPOCH
}

/// Year, month and day of the date that is so many days behind 1970-01-01.
fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days.saturating_add(DAYS_TO_EPOCH);
    let (cycle, day) = (
        days.div_euclid(DAYS_OF_CYCLE),
        days.rem_euclid(DAYS_OF_CYCLE),
    );
    let year = (day - day / 1460 + day / 36_524 - day / (DAYS_OF_CYCLE - 1)) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let (month, next) = if from_march < 10 {
        (from_march + 3, 0)
    } else {
        (from_march - 9, 1)
    };
    (cycle * CYCLE + year + next, month, day)
}

/// A number that has one or two digits.
fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::DateTime;

    fn day(date: &str) -> DateTime {
        format!("{date}T12:34:56.000000789Z").parse().unwrap()
    }

    #[test]
    fn every_day_of_a_cycle_and_more_comes_back() {
        let mut moment = SystemTime::try_from(day("1599-12-31")).unwrap();
        for _ in 0..200_000 {
            let date = DateTime::try_from(moment).unwrap();
            assert_eq!(SystemTime::try_from(date).unwrap(), moment, "{date}");
            let next = moment + Duration::from_secs(86_400);
            assert_ne!(DateTime::try_from(next).unwrap().day, date.day, "{date}");
            moment = next;
        }
        assert_eq!(DateTime::try_from(moment).unwrap(), day("2147-07-31"));
    }

    #[test]
    fn days_that_are_known() {
        for (date, days) in [
            ("1970-01-01", 0),
            ("1970-03-01", 59),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-11-29", 20_786),
        ] {
            let text = format!("{date}T00:00:00Z");
            let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(days * 86_400);
            assert_eq!(DateTime::try_from(moment).unwrap().to_string(), text);
            let read: DateTime = text.parse().unwrap();
            assert_eq!(SystemTime::try_from(read).unwrap(), moment);
        }
    }

    #[test]
    fn before_1970_and_between_seconds() {
        let moment = SystemTime::UNIX_EPOCH - Duration::from_millis(250);
        let date = DateTime::try_from(moment).unwrap();
        assert_eq!(date.to_string(), "1969-12-31T23:59:59.75Z");
        assert_eq!(SystemTime::try_from(date).unwrap(), moment);
    }

    #[test]
    fn a_zone_is_needed() {
        let error = SystemTime::try_from("2026-11-29T00:00:00".parse::<DateTime>().unwrap());
        let said = error.unwrap_err().to_string();
        let expected = "is not a date and time with a zone, as in `2026-11-24T12:00:00Z`";
        assert_eq!(said, format!("`2026-11-29T00:00:00` {expected}"));
        let invalid = DateTime {
            month: 13,
            ..day("2026-11-29")
        };
        assert!(SystemTime::try_from(invalid).is_err());
    }
}
