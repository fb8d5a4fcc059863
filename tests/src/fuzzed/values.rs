//! Values that `arbitrary` makes of bytes.

use std::fmt::Debug;

use arbitrary::{Arbitrary, Result, Unstructured};
use um_messages::xml::{self, Base64Binary, Date, DateTime, Duration, HexBinary, QName, Time};
use um_messages::xml::{ReadElement, ReadText, Root, WriteElement, WriteText};
use um_messages::{ErrorKind, SoapType};

use super::messages::is_read_back;
use crate::generated::messages::Plain;

/// The simple types that are not in [`Plain`].
#[derive(Debug, SoapType)]
struct Simple {
    #[soap(attribute)]
    at: DateTime,
    day: Date,
    time: Time,
    #[soap(attribute)]
    term: Duration,
    data: Base64Binary,
    hex: HexBinary,
    #[soap(list)]
    numbers: Vec<f32>,
    wide: i128,
    narrow: Vec<i8>,
}

/// A simple type as the text of an element.
#[derive(Debug, SoapType)]
struct Text<T> {
    #[soap(text)]
    value: T,
}

/// The bytes are what values are made of. Each is written and read back, or it is none that can be written; and a text
/// that is one of a simple type is written as one that is the same value.
pub fn values(bytes: &[u8]) {
    // Too few bytes make no value, and that is all.
    let _ = of_bytes(&mut Unstructured::new(bytes));
}

fn of_bytes(bytes: &mut Unstructured<'_>) -> Result<()> {
    match bytes.int_in_range(0..=2)? {
        0 => is_read_back(&Plain::arbitrary(bytes)?),
        1 => is_same(&simple(bytes)?),
        _ => is_spelled(<&str>::arbitrary(bytes)?),
    }
    Ok(())
}

/// What the fields hold may be what no calendar has; every other time it is what one has.
fn simple(bytes: &mut Unstructured<'_>) -> Result<Simple> {
    let sane = bytes.arbitrary()?;
    let small = |bytes: &mut Unstructured<'_>, from, to| {
        if sane {
            bytes.int_in_range(from..=to)
        } else {
            bytes.arbitrary()
        }
    };
    let timezone_offset = match bytes.arbitrary::<Option<i16>>()? {
        Some(zone) if sane => Some(zone % 841),
        zone => zone,
    };
    let nanosecond = bytes.arbitrary::<u32>()?;
    let nanosecond = if sane {
        nanosecond % 1_000_000_000
    } else {
        nanosecond
    };
    let at = DateTime {
        year: bytes.arbitrary()?,
        month: small(bytes, 1, 12)?,
        day: small(bytes, 1, 28)?,
        hour: small(bytes, 0, 23)?,
        minute: small(bytes, 0, 59)?,
        second: small(bytes, 0, 59)?,
        nanosecond,
        timezone_offset,
    };
    Ok(Simple {
        at,
        day: Date {
            year: bytes.arbitrary()?,
            month: at.month,
            day: at.day,
            timezone_offset,
        },
        time: Time {
            hour: at.hour,
            minute: at.minute,
            second: at.second,
            nanosecond,
            timezone_offset,
        },
        term: duration(bytes, nanosecond)?,
        data: Base64Binary(bytes.arbitrary()?),
        hex: HexBinary(bytes.arbitrary()?),
        numbers: bytes.arbitrary()?,
        wide: bytes.arbitrary()?,
        narrow: bytes.arbitrary()?,
    })
}

/// None is read that is zero and goes back in time.
fn duration(bytes: &mut Unstructured<'_>, nanoseconds: u32) -> Result<Duration> {
    let (negative, months, seconds) = bytes.arbitrary()?;
    Ok(Duration {
        negative: negative && (months, seconds, nanoseconds) != (0, 0, 0),
        months,
        seconds,
        nanoseconds,
    })
}

/// The text is tried as each simple type.
fn is_spelled(text: &str) {
    macro_rules! each {
        ($($type:ty),* $(,)?) => {
            $(is_spelled_as::<$type>(text);)*
        };
    }
    each!(
        bool,
        char,
        String,
        i8,
        u8,
        i16,
        u16,
        i32,
        u32,
        i64,
        u64,
        i128,
        u128,
        f32,
        f64,
        QName,
        DateTime,
        Date,
        Time,
        Duration,
        Base64Binary,
        HexBinary,
        std::time::Duration,
        chrono::DateTime<chrono::Utc>,
        chrono::DateTime<chrono::FixedOffset>,
        chrono::NaiveDateTime,
        chrono::NaiveDate,
        chrono::NaiveTime,
        chrono::TimeDelta,
        jiff::Timestamp,
        jiff::civil::DateTime,
        jiff::civil::Date,
        jiff::civil::Time,
        jiff::SignedDuration,
        time::OffsetDateTime,
        time::UtcDateTime,
        time::PrimitiveDateTime,
        time::Date,
        time::Time,
        time::Duration,
        rust_decimal::Decimal,
        url::Url,
        uuid::Uuid,
    );
}

fn is_spelled_as<T>(text: &str)
where
    T: Debug + WriteText + WriteElement + for<'de> ReadText<'de> + for<'de> ReadElement<'de>,
{
    let text = Text {
        value: text.to_owned(),
    };
    let Ok(document) = xml::to_string(&text) else {
        return;
    };
    if let Ok(value) = xml::from_str::<Text<T>>(&document) {
        is_same(&value);
    }
}

/// The value is written and read back, unless it cannot be written.
fn is_same<T>(value: &T)
where
    T: Debug + Root + WriteElement + for<'de> ReadElement<'de>,
{
    let written = match xml::to_string(value) {
        Ok(written) => written,
        Err(error) => {
            let unwritable = matches!(error.kind(), ErrorKind::Unwritable(_));
            assert!(unwritable, "{error}: {value:?}");
            return;
        }
    };
    let again: T = match xml::from_str(&written) {
        Ok(again) => again,
        Err(error) => panic!("{error}: {written}"),
    };
    assert_eq!(format!("{again:?}"), format!("{value:?}"), "{written}");
    assert_eq!(xml::to_string(&again).unwrap(), written);
}
