//! Simple types of a program's own.

use std::borrow::Cow;

use crate::error::{Result, Shown};
use crate::xml::read::TextIn;

/// A simple type of one's own: from text and to text.
///
/// [`simple_type!`](crate::xml::simple_type) makes an element and attribute type of it. The text to read has no
/// white space at its ends.
///
/// ```
/// use std::borrow::Cow;
/// use um_messages::xml::{self, SimpleType};
///
/// #[derive(Debug, PartialEq)]
/// struct Cents(i64);
///
/// impl SimpleType for Cents {
///     type Error = &'static str;
///
///     fn from_text(text: &str) -> Result<Self, Self::Error> {
///         let (euros, cents) = text.split_once('.').ok_or("an amount with two decimals")?;
///         let parse = |number: &str| number.parse::<i64>().map_err(|_| "an amount of money");
///         Ok(Cents(parse(euros)? * 100 + parse(cents)?))
///     }
///
///     fn to_text(&self) -> Cow<'_, str> {
///         format!("{}.{:02}", self.0 / 100, self.0 % 100).into()
///     }
/// }
///
/// xml::simple_type!(Cents);
///
/// #[derive(Debug, PartialEq, um_messages::SoapType)]
/// struct Fee {
///     amount: Cents,
/// }
///
/// let fee = Fee { amount: Cents(1250) };
/// assert_eq!(xml::to_string(&fee)?, "<Fee><Amount>12.50</Amount></Fee>");
/// assert_eq!(xml::from_str::<Fee>("<Fee><Amount> 12.50 </Amount></Fee>")?, fee);
///
/// let error = xml::from_str::<Fee>("<Fee><Amount>12</Amount></Fee>").unwrap_err();
/// assert!(error.to_string().starts_with("`12` is not an amount with two decimals, in `Fee/Amount`"));
/// # Ok::<(), um_messages::Error>(())
/// ```
///
/// The parameters of a generic type are declared before it, in brackets:
///
/// ```
/// # use std::borrow::Cow;
/// # use um_messages::xml::{self, SimpleType};
/// struct Code<const LENGTH: usize>(String);
///
/// impl<const LENGTH: usize> SimpleType for Code<LENGTH> {
///     type Error = String;
///
///     fn from_text(text: &str) -> Result<Self, String> {
///         let is_code = text.len() == LENGTH;
///         is_code.then(|| Self(text.into())).ok_or_else(|| format!("a code of {LENGTH} letters"))
///     }
///
///     fn to_text(&self) -> Cow<'_, str> {
///         Cow::Borrowed(&self.0)
///     }
/// }
///
/// xml::simple_type!([const LENGTH: usize] Code<LENGTH>);
/// ```
pub trait SimpleType: Sized {
    /// What is expected instead, as in "a date": it completes the sentence "`x` is not …".
    type Error: std::fmt::Display;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// What was expected instead.
    fn from_text(text: &str) -> Result<Self, Self::Error>;

    /// The text to write.
    fn to_text(&self) -> Cow<'_, str>;
}

/// Reads a type of the program's own.
///
/// # Errors
///
/// What the type's `from_text` says.
pub fn read_simple_type<T: SimpleType>(text: &TextIn<'_, '_>) -> Result<T> {
    let invalid = |expected: T::Error| text.invalid(Shown(&expected.to_string()).to_string());
    T::from_text(text.token()).map_err(invalid)
}

/// Makes an element and attribute type of a type that is a [`SimpleType`]. The parameters of a generic type
/// are declared before it, in brackets.
#[doc(hidden)]
#[macro_export]
macro_rules! __simple_type {
    ([$($parameters:tt)*] $type:ty => $name:literal) => {
        impl<'de, $($parameters)*> $crate::xml::ReadText<'de> for $type {
            fn read_text(text: $crate::xml::TextIn<'_, 'de>) -> $crate::Result<Self> {
                $crate::__private0_1_0::read_simple_type(&text)
            }
        }

        impl<$($parameters)*> $crate::xml::WriteText for $type {
            fn write_text(&self, out: &mut $crate::xml::TextOut<'_>) {
                out.push(&<$type as $crate::xml::SimpleType>::to_text(self));
            }

            $crate::__described! {
                $crate::xml::Description::simple($name)
            }
        }

        $crate::__text_elements!([$($parameters)*] $type);
    };
    ([$($parameters:tt)*] $type:ty) => {
        $crate::__simple_type!([$($parameters)*] $type => "string");
    };
    ($type:ty $(=> $name:literal)?) => {
        $crate::__simple_type!([] $type $(=> $name)?);
    };
}
