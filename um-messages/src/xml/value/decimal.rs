//! Numbers without an exponent, of any size, as their digits say them.

use std::cmp::Ordering;

/// Whether a text is a number without an exponent.
#[cfg(feature = "wsdl")]
pub(crate) fn is_decimal(text: &str) -> bool {
    Decimal::parse(text).is_some()
}

/// A number as its digits say it, without those that say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Decimal<'t> {
    is_negative: bool,
    pub(super) integer: &'t str,
    pub(super) fraction: &'t str,
}

impl<'t> Decimal<'t> {
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if integer.len() + fraction.len() == 0 || !are_digits(integer) || !are_digits(fraction) {
            return None;
        }
        let integer = integer.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let is_zero = integer.is_empty() && fraction.is_empty();
        Some(Self {
            is_negative: text.starts_with('-') && !is_zero,
            integer,
            fraction,
        })
    }
}

impl Ord for Decimal<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let size = |number: &Self| (number.integer.len(), number.integer, number.fraction);
        match (self.is_negative, other.is_negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => size(self).cmp(&size(other)),
            (true, true) => size(other).cmp(&size(self)),
        }
    }
}

impl PartialOrd for Decimal<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
