//! Types that convert to and from one of ours, and are read and written as that.

use std::fmt::Display;

use super::lexical::{self, Lexical};
use crate::error::{Error, ErrorKind, Result};
use crate::xml::read::TextIn;
use crate::xml::write::{TextOut, WriteText};

/// Makes simple types of types that convert to and from one of ours; and says what is expected where a
/// text is not spelled as it is.
macro_rules! read_and_written_as {
    ($($type:ty: $own:ty, $expected:expr;)*) => {
        $(
            impl<'de> $crate::xml::read::ReadText<'de> for $type {
                fn read_text(text: $crate::xml::read::TextIn<'_, 'de>) -> $crate::Result<Self> {
                    $crate::xml::value::types::convert::read::<$own, Self>(&text, $expected)
                }
            }

            impl $crate::xml::write::WriteText for $type {
                fn write_text(&self, out: &mut $crate::xml::write::TextOut<'_>) {
                    $crate::xml::value::types::convert::write::<$own, Self>(*self, out);
                }

                $crate::__described! {
                    <$own as $crate::xml::write::WriteText>::description()
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

pub(super) use read_and_written_as;

pub(super) fn read<Own, T>(text: &TextIn<'_, '_>, expected: &str) -> Result<T>
where
    Own: Lexical,
    T: TryFrom<Own, Error = Error>,
{
    let own: Own = lexical::read(text, expected)?;
    T::try_from(own).map_err(|error| as_sent(&error, text))
}

/// The error of a conversion, with the text instead of the value that was read from it.
fn as_sent(error: &Error, text: &TextIn<'_, '_>) -> Error {
    match error.kind() {
        ErrorKind::InvalidValue { expected, .. } => text.unexpected(expected.clone()),
        // The conversions have no other error.
        other => text.invalid(other.to_string()),
    }
}

pub(super) fn write<Own, T>(value: T, out: &mut TextOut<'_>)
where
    Own: WriteText + TryFrom<T>,
    Own::Error: Display,
{
    match Own::try_from(value) {
        Ok(own) => own.write_text(out),
        Err(problem) => out.fail(problem.to_string()),
    }
}

/// The error that a value cannot be converted.
pub(super) fn is_not(value: impl Display, expected: &str) -> Error {
    Error::unexpected_value(&value.to_string(), expected.to_owned())
}

/// The value, if it is one and fits into the type that it is to become.
pub(super) fn checked<T: Lexical + Display>(value: T, fits: bool, expected: &str) -> Result<T> {
    if value.is_valid() && fits {
        Ok(value)
    } else {
        Err(is_not(value, expected))
    }
}
