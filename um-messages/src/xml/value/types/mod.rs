//! The simple types that the language has no type for.

mod binary;
mod calendar;
#[cfg(feature = "chrono")]
mod chrono;
mod convert;
mod duration;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod foreign;
#[cfg(feature = "jiff")]
mod jiff;
mod lexical;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
mod system_time;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;

use self::lexical::Lexical;
use crate::error::{Error, Result};
use crate::xml::read::{ReadText, TextIn};
use crate::xml::write::{TextOut, WriteText};

pub use self::binary::{Base64Binary, HexBinary};
pub(crate) use self::binary::{BinarySpelling, Bytes, read_bytes, write_bytes};
pub use self::calendar::{Date, DateTime, Time};
pub use self::duration::Duration;

/// Text types of our own types that are plain numbers.
macro_rules! lexical_types {
    ($($type:ty: $name:literal),*) => {
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

                $crate::__described! {
                    $crate::xml::Description::simple($name)
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
                        .map_err(|expected| Error::unexpected_value(text, expected))
                }
            }
        )*

        $crate::__text_elements!($($type),*);
    };
}

lexical_types!(
    DateTime: "dateTime",
    Date: "date",
    Time: "time",
    Duration: "duration"
);
