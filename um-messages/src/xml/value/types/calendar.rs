//! `xs:dateTime`, `xs:date` and `xs:time`, as the numbers that they are made of.

use super::convert::checked;
use super::lexical::{Cursor, Lexical, Scan, Unread, append_fraction, append_number, number};
use crate::error::Result;

/// A date and a time of day, and the zone if it is known: the simple type `xs:dateTime`
/// (XML Schema 1.1 part 2, section 3.3.7).
///
/// Its fields are the seven properties of that section. It holds every value with a year of 32 bits and whole
/// nanoseconds, and keeps whether a zone was sent, and which; a type of another crate that
/// can be a field as well holds the values of one kind only (see [`xml`](crate::xml#simple-types)).
///
/// - The midnight `24:00:00` is read as the first moment of the next day, which it is.
/// - The year 0 is the one before the year 1, as in ISO 8601 and XML Schema 1.1; XML Schema 1.0 had none.
/// - There are no leap seconds.
/// - A fraction of a second may have any number of digits, of which those beyond the ninth have to be zeros.
/// - `Z`, `+00:00` and `-00:00` are the same zone, and written as `Z`.
///
/// Values are equal if all their fields are: they may name the same moment in different zones without
/// being equal.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Meeting {
///     start: xml::DateTime,
/// }
///
/// let text = "<Meeting><Start>2026-11-24T09:30:00.25+01:00</Start></Meeting>";
/// let meeting = xml::from_str::<Meeting>(text)?;
/// assert_eq!((meeting.start.hour, meeting.start.minute), (9, 30));
/// assert_eq!(meeting.start.nanosecond, 250_000_000);
/// assert_eq!(meeting.start.timezone_offset, Some(60));
/// assert_eq!(xml::to_string(&meeting)?, text);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    /// The year; 0 is the one before the year 1.
    pub year: i32,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The hour, from 0 to 23.
    pub hour: u8,
    /// The minute, from 0 to 59.
    pub minute: u8,
    /// The second, from 0 to 59.
    pub second: u8,
    /// The fraction of the second, from 0 to 999,999,999.
    pub nanosecond: u32,
    /// How many minutes the zone is ahead of UTC, from -840 to 840, if there is a zone.
    pub timezone_offset: Option<i16>,
}

/// A day, and the zone in which it is one, if that is known: the simple type `xs:date`
/// (XML Schema 1.1 part 2, section 3.3.9).
///
/// What is said of [`DateTime`] holds here as well.
///
/// ```
/// use um_messages::xml;
///
/// let date: xml::Date = "2026-11-24-05:00".parse()?;
/// assert_eq!((date.year, date.month, date.day), (2026, 11, 24));
/// assert_eq!(date.timezone_offset, Some(-300));
///
/// let error = "24.11.2026".parse::<xml::Date>().unwrap_err();
/// assert_eq!(error.to_string(), "`24.11.2026` is not a date, as in `2026-11-24`");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year; 0 is the one before the year 1.
    pub year: i32,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// How many minutes the zone is ahead of UTC, from -840 to 840, if there is a zone.
    pub timezone_offset: Option<i16>,
}

/// A time of day, and the zone if it is known: the simple type `xs:time`
/// (XML Schema 1.1 part 2, section 3.3.8).
///
/// What is said of [`DateTime`] holds here as well; `24:00:00` is `00:00:00`.
///
/// ```
/// use um_messages::xml;
///
/// let time: xml::Time = "09:30:00.250".parse()?;
/// assert_eq!((time.hour, time.minute, time.second), (9, 30, 0));
/// assert_eq!(time.timezone_offset, None);
/// assert_eq!(time.to_string(), "09:30:00.25");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The hour, from 0 to 23.
    pub hour: u8,
    /// The minute, from 0 to 59.
    pub minute: u8,
    /// The second, from 0 to 59.
    pub second: u8,
    /// The fraction of the second, from 0 to 999,999,999.
    pub nanosecond: u32,
    /// How many minutes the zone is ahead of UTC, from -840 to 840, if there is a zone.
    pub timezone_offset: Option<i16>,
}

/// What is expected of a moment.
pub(super) const ZONED: &str = "a date and time with a zone, as in `2026-11-24T12:00:00Z`";

impl DateTime {
    /// The value, if it has a zone, and the seconds that the zone is ahead of UTC.
    pub(super) fn zoned(self) -> Result<(Self, i32)> {
        let value = checked(self, self.timezone_offset.is_some(), ZONED)?;
        let minutes = self.timezone_offset.unwrap_or_default();
        Ok((value, i32::from(minutes) * 60))
    }

    /// A date and a time, in the zone of the time.
    pub(super) fn of(date: Date, time: Time) -> Self {
        Self {
            year: date.year,
            month: date.month,
            day: date.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            nanosecond: time.nanosecond,
            timezone_offset: time.timezone_offset,
        }
    }

    /// The date, without the zone.
    pub(super) fn date(self) -> Date {
        Date {
            year: self.year,
            month: self.month,
            day: self.day,
            timezone_offset: None,
        }
    }

    /// The time of day, in the zone.
    pub(super) fn time(self) -> Time {
        Time {
            hour: self.hour,
            minute: self.minute,
            second: self.second,
            nanosecond: self.nanosecond,
            timezone_offset: self.timezone_offset,
        }
    }
}

impl Lexical for DateTime {
    const NOUN: &'static str = "a date and time";
    const EXPECTED: &'static str = "a date and time, as in `2026-11-24T12:00:00Z`";

    fn scan(cursor: &mut Cursor<'_>) -> Scan<Self> {
        let date = scan_day(cursor)?;
        cursor.take(b'T')?;
        let (time, is_end_of_day) = scan_time_of_day(cursor)?;
        let date = if is_end_of_day {
            day_after(date)?
        } else {
            date
        };
        let timezone_offset = scan_zone(cursor)?;
        Ok(Self {
            timezone_offset,
            ..Self::of(date, time)
        })
    }

    fn is_valid(&self) -> bool {
        self.date().is_valid() && self.time().is_valid()
    }

    fn append_to(&self, text: &mut String) {
        self.date().append_to(text);
        text.push('T');
        self.time().append_to(text);
    }
}

impl Lexical for Date {
    const NOUN: &'static str = "a date";
    const EXPECTED: &'static str = "a date, as in `2026-11-24`";

    fn scan(cursor: &mut Cursor<'_>) -> Scan<Self> {
        let day = scan_day(cursor)?;
        let timezone_offset = scan_zone(cursor)?;
        Ok(Self {
            timezone_offset,
            ..day
        })
    }

    fn is_valid(&self) -> bool {
        let days = 1..=days_in_month(self.year, self.month);
        (1..=12).contains(&self.month) && days.contains(&self.day) && is_zone(self.timezone_offset)
    }

    fn append_to(&self, text: &mut String) {
        if self.year < 0 {
            text.push('-');
        }
        append_number(text, self.year.unsigned_abs(), 4);
        text.push('-');
        append_number(text, self.month, 2);
        text.push('-');
        append_number(text, self.day, 2);
        append_zone(text, self.timezone_offset);
    }
}

impl Lexical for Time {
    const NOUN: &'static str = "a time of day";
    const EXPECTED: &'static str = "a time of day, as in `12:00:00`";

    fn scan(cursor: &mut Cursor<'_>) -> Scan<Self> {
        let (time, _) = scan_time_of_day(cursor)?;
        let timezone_offset = scan_zone(cursor)?;
        Ok(Self {
            timezone_offset,
            ..time
        })
    }

    fn is_valid(&self) -> bool {
        self.hour < 24
            && self.minute < 60
            && self.second < 60
            && self.nanosecond < 1_000_000_000
            && is_zone(self.timezone_offset)
    }

    fn append_to(&self, text: &mut String) {
        append_number(text, self.hour, 2);
        text.push(':');
        append_number(text, self.minute, 2);
        text.push(':');
        append_number(text, self.second, 2);
        append_fraction(text, self.nanosecond);
        append_zone(text, self.timezone_offset);
    }
}

/// The zones reach from `-14:00` to `+14:00`, in minutes.
fn is_zone(timezone_offset: Option<i16>) -> bool {
    timezone_offset.is_none_or(|minutes| (-840..=840).contains(&minutes))
}

fn days_in_month(year: i32, month: u8) -> u8 {
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn day_after(date: Date) -> Scan<Date> {
    let Date {
        year, month, day, ..
    } = date;
    if day < days_in_month(year, month) {
        let day = day + 1;
        return Ok(Date { day, ..date });
    }
    let date = Date { day: 1, ..date };
    if month < 12 {
        let month = month + 1;
        return Ok(Date { month, ..date });
    }
    let year = year.checked_add(1).ok_or(Unread::TooLarge)?;
    Ok(Date {
        year,
        month: 1,
        ..date
    })
}

/// Reads a date without its zone.
fn scan_day(cursor: &mut Cursor<'_>) -> Scan<Date> {
    let year = scan_year(cursor)?;
    cursor.take(b'-')?;
    let month = cursor.two_digits(12)?;
    cursor.take(b'-')?;
    let day = cursor.two_digits(31)?;
    let date = Date {
        year,
        month,
        day,
        timezone_offset: None,
    };
    if date.is_valid() {
        Ok(date)
    } else {
        Err(Unread::Malformed)
    }
}

/// Reads a year: four digits, or more of which the first is not a zero.
fn scan_year(cursor: &mut Cursor<'_>) -> Scan<i32> {
    let is_negative = cursor.takes(b'-');
    let digits = cursor.digits();
    if digits.len() < 4 || (digits.len() > 4 && digits.starts_with(b"0")) {
        return Err(Unread::Malformed);
    }
    let years = i64::try_from(number(digits)?).map_err(|_| Unread::TooLarge)?;
    let year = if is_negative { -years } else { years };
    i32::try_from(year).map_err(|_| Unread::TooLarge)
}

/// Reads a time without its zone, and whether it is the end of the day, `24:00:00`.
fn scan_time_of_day(cursor: &mut Cursor<'_>) -> Scan<(Time, bool)> {
    let hour = cursor.two_digits(24)?;
    cursor.take(b':')?;
    let minute = cursor.two_digits(59)?;
    cursor.take(b':')?;
    let second = cursor.two_digits(59)?;
    let nanosecond = cursor.fraction()?;
    let is_end_of_day = hour == 24;
    if is_end_of_day && (minute, second, nanosecond) != (0, 0, 0) {
        return Err(Unread::Malformed);
    }
    let time = Time {
        hour: hour % 24,
        minute,
        second,
        nanosecond,
        timezone_offset: None,
    };
    Ok((time, is_end_of_day))
}

/// Reads a zone, if there is one.
fn scan_zone(cursor: &mut Cursor<'_>) -> Scan<Option<i16>> {
    if cursor.takes(b'Z') {
        return Ok(Some(0));
    }
    let sign = if cursor.takes(b'+') {
        1
    } else if cursor.takes(b'-') {
        -1
    } else {
        return Ok(None);
    };
    let hours = i16::from(cursor.two_digits(14)?);
    cursor.take(b':')?;
    let minutes = i16::from(cursor.two_digits(59)?);
    let offset = Some(sign * (hours * 60 + minutes));
    if is_zone(offset) {
        Ok(offset)
    } else {
        Err(Unread::Malformed)
    }
}

fn append_zone(text: &mut String, timezone_offset: Option<i16>) {
    match timezone_offset {
        None => {}
        Some(0) => text.push('Z'),
        Some(minutes) => {
            text.push(if minutes < 0 { '-' } else { '+' });
            append_number(text, minutes.unsigned_abs() / 60, 2);
            text.push(':');
            append_number(text, minutes.unsigned_abs() % 60, 2);
        }
    }
}
