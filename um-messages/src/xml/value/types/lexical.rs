//! The parts that the spellings of dates, times and durations are made of (XML Schema 1.1 part 2,
//! sections 3.3.6 to 3.3.9 and appendices D and E), once for all types that hold them.

use crate::error::Result;
use crate::xml::read::TextIn;
use crate::xml::write::TextOut;

/// A value that is plain numbers, with one spelling for each value that it is written in.
pub(super) trait Lexical: Sized {
    /// What it is, as in "a date".
    const NOUN: &'static str;
    /// What is expected where the text is not one, with an example.
    const EXPECTED: &'static str;

    /// Reads one from the start of the text.
    fn scan(cursor: &mut Cursor<'_>) -> Scan<Self>;

    /// Whether there is such a value: the numbers are the program's.
    fn is_valid(&self) -> bool;

    /// Appends the canonical spelling.
    fn append_to(&self, text: &mut String);
}

/// Why a text is not read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is not spelled as the type is.
    Malformed,
    /// Its fraction of a second has digits beyond the ninth.
    TooFine,
    /// A number has more bits than the place for it.
    TooLarge,
}

pub(super) type Scan<T> = std::result::Result<T, Unread>;

/// The value that is the whole text; or what is expected instead, which is `spelling` if the text is spelled
/// as no value is.
pub(super) fn parse<T: Lexical>(text: &str, spelling: &str) -> std::result::Result<T, String> {
    let mut cursor = Cursor(text.as_bytes());
    let value = T::scan(&mut cursor).and_then(|value| match cursor.0 {
        [] => Ok(value),
        _ => Err(Unread::Malformed),
    });
    value.map_err(|reason| match reason {
        Unread::Malformed => spelling.to_owned(),
        Unread::TooFine => format!("{} with at most nine digits after the point", T::NOUN),
        Unread::TooLarge => format!("{} whose numbers are not too large to hold", T::NOUN),
    })
}

pub(super) fn read<T: Lexical>(text: &TextIn<'_, '_>, spelling: &str) -> Result<T> {
    parse(text.token(), spelling).map_err(|expected| text.unexpected(expected))
}

pub(super) fn write<T: Lexical + std::fmt::Display>(value: &T, out: &mut TextOut<'_>) {
    if value.is_valid() {
        out.append_plain(|text| value.append_to(text));
    } else {
        out.fail(format!("`{value}` as {}, which it is not", T::NOUN));
    }
}

/// The text that is not yet read.
pub(super) struct Cursor<'t>(&'t [u8]);

impl<'t> Cursor<'t> {
    /// Reads the character if it comes next.
    pub(super) fn takes(&mut self, wanted: u8) -> bool {
        match self.0 {
            [first, rest @ ..] if *first == wanted => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Reads the character, which has to come next.
    pub(super) fn take(&mut self, wanted: u8) -> Scan<()> {
        if self.takes(wanted) {
            Ok(())
        } else {
            Err(Unread::Malformed)
        }
    }

    /// Reads all digits that come next.
    pub(super) fn digits(&mut self) -> &'t [u8] {
        let not_a_digit = |byte: &u8| !byte.is_ascii_digit();
        let end = self.0.iter().position(not_a_digit);
        let (digits, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        digits
    }

    /// Reads two digits whose value is at most `max`.
    pub(super) fn two_digits(&mut self, max: u8) -> Scan<u8> {
        let [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] = self.0 else {
            return Err(Unread::Malformed);
        };
        self.0 = rest;
        let value = (tens - b'0') * 10 + (ones - b'0');
        if value > max {
            return Err(Unread::Malformed);
        }
        Ok(value)
    }

    /// Reads a point with digits behind it, or nothing: the nanoseconds.
    pub(super) fn fraction(&mut self) -> Scan<u32> {
        if !self.takes(b'.') {
            return Ok(0);
        }
        let digits = self.digits();
        if digits.is_empty() {
            return Err(Unread::Malformed);
        }
        if digits.iter().skip(9).any(|&digit| digit != b'0') {
            return Err(Unread::TooFine);
        }
        let nine_digits = digits.iter().chain(&[b'0'; 9]).take(9);
        Ok(nine_digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    }

    /// Reads a number with the letter behind it that says what it counts, or nothing.
    pub(super) fn amount(&mut self, designator: u8) -> Scan<Option<u64>> {
        let start = self.0;
        let digits = self.digits();
        if !digits.is_empty() && self.takes(designator) {
            return number(digits).map(Some);
        }
        self.0 = start;
        Ok(None)
    }

    /// Reads a number of seconds and its fraction, or nothing.
    pub(super) fn seconds(&mut self) -> Scan<Option<(u64, u32)>> {
        let digits = self.digits();
        if digits.is_empty() {
            return Ok(None);
        }
        let nanoseconds = self.fraction()?;
        self.take(b'S')?;
        Ok(Some((number(digits)?, nanoseconds)))
    }
}

/// The value of decimal digits.
pub(super) fn number(digits: &[u8]) -> Scan<u64> {
    let value = digits.iter().try_fold(0_u64, |sum, digit| {
        sum.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
    });
    value.ok_or(Unread::TooLarge)
}

/// Appends a number, with zeros before it up to this many digits.
pub(super) fn append_number(text: &mut String, number: impl Into<u64>, width: u32) {
    let number = number.into();
    let digits = number.checked_ilog10().unwrap_or_default() + 1;
    for place in (0..digits.max(width)).rev() {
        let digit = (number / 10_u64.pow(place) % 10) as u8;
        text.push(char::from(b'0' + digit));
    }
}

/// Appends a point and the digits of a fraction of a second, without zeros at the end; or nothing.
pub(super) fn append_fraction(text: &mut String, nanoseconds: u32) {
    if nanoseconds == 0 {
        return;
    }
    text.push('.');
    append_number(text, nanoseconds, 9);
    text.truncate(text.trim_end_matches('0').len());
}
