//! `rust_decimal::Decimal` as `xs:decimal` (XML Schema 1.1 part 2, section 3.3.3).
//!
//! The zeros at its end are kept in both directions, as a `Decimal` keeps them: `12.50` is the same value as
//! the canonical `12.5`, and as legal. Only if there is no room for them are they dropped.

use rust_decimal::Decimal;

use crate::error::Result;
use crate::xml::read::{ReadText, TextIn};
use crate::xml::write::{TextOut, WriteText};

impl<'de> ReadText<'de> for Decimal {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        let Some(parts) = Parts::of(text.token()) else {
            return Err(text.invalid("a decimal number, as in `-12.50`"));
        };
        parts.to_decimal().ok_or_else(|| {
            text.invalid(
                "a decimal number of at most 96 bits, with at most 28 digits after the point",
            )
        })
    }
}

impl WriteText for Decimal {
    fn write_text(&self, out: &mut TextOut<'_>) {
        // There is no negative zero.
        let unsigned = if self.is_zero() { self.abs() } else { *self };
        out.push_plain(&unsigned.to_string());
    }

    crate::__described! {
        crate::xml::Description::simple("decimal")
    }
}

crate::__text_elements!(Decimal);

/// A decimal number as it is spelled.
#[derive(Clone, Copy)]
struct Parts<'t> {
    is_negative: bool,
    integer: &'t str,
    fraction: &'t str,
}

impl<'t> Parts<'t> {
    fn of(token: &'t str) -> Option<Self> {
        let is_negative = token.starts_with('-');
        let unsigned = token.strip_prefix(['+', '-']).unwrap_or(token);
        let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let has_digits = !integer.is_empty() || !fraction.is_empty();
        (has_digits && is_digits(integer) && is_digits(fraction)).then_some(Self {
            is_negative,
            integer,
            fraction,
        })
    }

    fn to_decimal(self) -> Option<Decimal> {
        let fraction = self.fraction.trim_end_matches('0');
        self.exactly()
            .or_else(|| Self { fraction, ..self }.exactly())
    }

    /// The number with all its digits, if there is room for them.
    fn exactly(self) -> Option<Decimal> {
        let mut digits = self.integer.bytes().chain(self.fraction.bytes());
        let number = digits.try_fold(0_i128, |sum, digit| {
            sum.checked_mul(10)?.checked_add(i128::from(digit - b'0'))
        })?;
        let number = if self.is_negative { -number } else { number };
        let scale = u32::try_from(self.fraction.len()).ok()?;
        Decimal::try_from_i128_with_scale(number, scale).ok()
    }
}
