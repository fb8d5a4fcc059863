//! `xs:duration`, as the two numbers that it is made of.

use super::convert::{checked, read_and_written_as};
use super::lexical::{Cursor, Lexical, Scan, Unread, append_fraction, append_number};
use crate::error::{Error, Result};

/// A length of time in months and in seconds: the simple type `xs:duration`
/// (XML Schema 1.1 part 2, section 3.3.6).
///
/// Months and seconds are kept apart, because no number of days is a month. Years are twelve months, days
/// are 24 hours: `P1Y` and `P12M` are the same value, as are `P1D` and `PT24H`, and the canonical spelling is
/// written, `P1Y` and `P1D`.
///
/// Its subtypes are read and written as it is: `xs:yearMonthDuration` has months alone,
/// `xs:dayTimeDuration` seconds alone.
///
/// ```
/// use std::time;
/// use um_messages::{SoapType, xml};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Subscription {
///     term: xml::Duration,
/// }
///
/// let text = "<Subscription><Term>P18MT90.5S</Term></Subscription>";
/// let Subscription { term } = xml::from_str(text)?;
/// assert_eq!((term.months, term.seconds, term.nanoseconds), (18, 90, 500_000_000));
/// assert_eq!(term.to_string(), "P1Y6MT1M30.5S");
///
/// assert_eq!(xml::Duration::from(time::Duration::from_secs(3600)).to_string(), "PT1H");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Whether it goes back in time. A duration that is read as zero does not.
    pub negative: bool,
    /// The months of its years and months.
    pub months: u64,
    /// The seconds of its days, hours, minutes and seconds.
    pub seconds: u64,
    /// The fraction of the second, from 0 to 999,999,999.
    pub nanoseconds: u32,
}

const SECONDS_OF_MINUTE: u64 = 60;
const SECONDS_OF_HOUR: u64 = 60 * SECONDS_OF_MINUTE;
const SECONDS_OF_DAY: u64 = 24 * SECONDS_OF_HOUR;

impl Duration {
    fn is_zero(self) -> bool {
        (self.months, self.seconds, self.nanoseconds) == (0, 0, 0)
    }
}

impl Lexical for Duration {
    const NOUN: &'static str = "a duration";
    const EXPECTED: &'static str = "a duration, as in `P1DT2H30M`";

    fn scan(cursor: &mut Cursor<'_>) -> Scan<Self> {
        let negative = cursor.takes(b'-');
        cursor.take(b'P')?;
        let years = cursor.amount(b'Y')?;
        let months = cursor.amount(b'M')?;
        let days = cursor.amount(b'D')?;
        let has_days = years.or(months).or(days).is_some();
        let has_time = cursor.takes(b'T');
        let time = if has_time {
            scan_time(cursor)?
        } else {
            Self::default()
        };
        if !has_days && !has_time {
            return Err(Unread::Malformed);
        }
        let duration = Self {
            months: sum([(years, 12), (months, 1)])?,
            seconds: sum([(days, SECONDS_OF_DAY), (Some(time.seconds), 1)])?,
            ..time
        };
        let negative = negative && !duration.is_zero();
        Ok(Self {
            negative,
            ..duration
        })
    }

    fn is_valid(&self) -> bool {
        self.nanoseconds < 1_000_000_000
    }

    fn append_to(&self, text: &mut String) {
        if self.is_zero() {
            text.push_str("PT0S");
            return;
        }
        if self.negative {
            text.push('-');
        }
        text.push('P');
        append_amount(text, self.months / 12, 'Y');
        append_amount(text, self.months % 12, 'M');
        append_amount(text, self.seconds / SECONDS_OF_DAY, 'D');
        let time = self.seconds % SECONDS_OF_DAY;
        if (time, self.nanoseconds) == (0, 0) {
            return;
        }
        text.push('T');
        append_amount(text, time / SECONDS_OF_HOUR, 'H');
        append_amount(text, time % SECONDS_OF_HOUR / SECONDS_OF_MINUTE, 'M');
        let seconds = time % SECONDS_OF_MINUTE;
        if (seconds, self.nanoseconds) != (0, 0) {
            append_number(text, seconds, 1);
            append_fraction(text, self.nanoseconds);
            text.push('S');
        }
    }
}

/// Reads what stands behind the `T`, of which there must be something.
fn scan_time(cursor: &mut Cursor<'_>) -> Scan<Duration> {
    let hours = cursor.amount(b'H')?;
    let minutes = cursor.amount(b'M')?;
    let seconds = cursor.seconds()?;
    if hours.or(minutes).is_none() && seconds.is_none() {
        return Err(Unread::Malformed);
    }
    let (seconds, nanoseconds) = seconds.unwrap_or_default();
    let amounts = [
        (hours, SECONDS_OF_HOUR),
        (minutes, SECONDS_OF_MINUTE),
        (Some(seconds), 1),
    ];
    Ok(Duration {
        seconds: sum(amounts)?,
        nanoseconds,
        ..Duration::default()
    })
}

/// The sum of amounts, each in its own unit.
fn sum<const N: usize>(amounts: [(Option<u64>, u64); N]) -> Scan<u64> {
    let sum = amounts.iter().try_fold(0_u64, |sum, (amount, unit)| {
        sum.checked_add(amount.unwrap_or_default().checked_mul(*unit)?)
    });
    sum.ok_or(Unread::TooLarge)
}

fn append_amount(text: &mut String, amount: u64, designator: char) {
    if amount != 0 {
        append_number(text, amount, 1);
        text.push(designator);
    }
}

/// What the standard library's type can hold.
const UNSIGNED_SECONDS: &str =
    "a duration without a sign and without years and months, as in `P1DT2H30M`";

impl From<std::time::Duration> for Duration {
    fn from(duration: std::time::Duration) -> Self {
        Self {
            negative: false,
            months: 0,
            seconds: duration.as_secs(),
            nanoseconds: duration.subsec_nanos(),
        }
    }
}

impl TryFrom<Duration> for std::time::Duration {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self> {
        let is_unsigned = !duration.negative && duration.months == 0;
        let duration = checked(duration, is_unsigned, UNSIGNED_SECONDS)?;
        Ok(Self::new(duration.seconds, duration.nanoseconds))
    }
}

read_and_written_as! {
    std::time::Duration: Duration, UNSIGNED_SECONDS;
}
