//! The simple types that the language has no type for.

mod binary;
mod calendar;
mod duration;
mod lexical;

use self::lexical::Lexical;
use crate::error::{Error, ErrorKind, Result};
use crate::xml::text::{TextIn, TextOut};
use crate::xml::traits::{ReadText, WriteText};

pub use self::binary::{Base64Binary, HexBinary};
pub use self::calendar::{Date, DateTime, Time};
pub use self::duration::Duration;

/// Text types of our own types that are plain numbers.
macro_rules! lexical_types {
    ($($type:ty),*) => {
        $(
            impl<'de> ReadText<'de> for $type {
                fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
                    lexical::read(&text, <$type as Lexical>::EXPECTED)
                }
            }

            impl WriteText for $type {
                fn write_text(&self, out: &mut TextOut<'_>) {
                    lexical::write(self, out);
                }
            }

            /// The value as it is written.
            impl std::fmt::Display for $type {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    let mut text = String::new();
                    Lexical::append_to(self, &mut text);
                    f.pad(&text)
                }
            }

            impl std::str::FromStr for $type {
                type Err = Error;

                /// Reads the value. There may be no white space around it.
                fn from_str(text: &str) -> Result<Self> {
                    lexical::parse(text, <$type as Lexical>::EXPECTED)
                        .map_err(|expected| Error::invalid_value(text, expected))
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

lexical_types!(DateTime, Date, Time, Duration);

/// Text types of others' types, each of which is read and written as one of ours; and what is expected where a
/// text is not spelled as it is.
macro_rules! read_and_written_as {
    ($($type:ty: $own:ty, $expected:expr;)*) => {
        $(
            impl<'de> ReadText<'de> for $type {
                fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
                    let own: $own = lexical::read(&text, $expected)?;
                    own.try_into().map_err(|error| as_sent(&error, &text))
                }
            }

            impl WriteText for $type {
                fn write_text(&self, out: &mut TextOut<'_>) {
                    match <$own>::try_from(*self) {
                        Ok(own) => own.write_text(out),
                        Err(problem) => out.fail(problem.to_string()),
                    }
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

/// The error of a conversion, with the text instead of the value that was read from it.
fn as_sent(error: &Error, text: &TextIn<'_, '_>) -> Error {
    match error.kind() {
        ErrorKind::InvalidValue { expected, .. } => text.invalid(expected.as_str()),
        // The conversions have no other error.
        other => text.invalid(other.to_string()),
    }
}

read_and_written_as! {
    std::time::Duration: Duration, duration::POSITIVE_SECONDS;
}
