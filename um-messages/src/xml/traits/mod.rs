//! The traits behind the derives.
//!
//! Text and elements are apart: what can be a text value ([`ReadText`], [`WriteText`]) can stand in
//! an attribute, what can be an element ([`ReadElement`], [`WriteElement`]) cannot, so that
//! a struct in an attribute does not compile. How often a field stands (`T`, `Option<T>`,
//! `Vec<T>`) is decided by [`ReadField`] and [`WriteField`], and only there.

mod attribute;
mod content;
mod field;

use std::borrow::Cow;

use crate::xml::read::{ReadElement, ReadText};
use crate::xml::write::{WriteElement, WriteText};

pub use self::attribute::{ReadAttribute, WriteAttribute};
pub use self::content::{ReadContent, WriteContent};
pub use self::field::{ReadField, WriteField};

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

/// A type that has an element name of its own: the root of a document, or an entry of a fault's
/// detail. Derived with `SoapType` and `SoapMessage`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no element name of its own",
    note = "add `#[derive(SoapType)]` to `{Self}`"
)]
pub trait Root {
    /// The local name.
    const NAME: &'static str;
    /// The namespace, empty for none.
    const NAMESPACE: &'static str;
    /// The prefix to write, empty for the default namespace.
    const PREFIX: &'static str;
}

/// Bounds on the content of a newtype. A bound on a type without parameters must hold where it is
/// written, unless it mentions a bound lifetime; a newtype of a struct is no simple type, and must
/// compile all the same.
macro_rules! bound_for_newtypes {
    ($($name:ident<'x $(, $de:lifetime)?>: $bound:path;)*) => {
        $(
            #[doc(hidden)]
            pub trait $name<'x $(, $de)?>: $bound {}
            impl<'x $(, $de)?, T: $bound> $name<'x $(, $de)?> for T {}
        )*
    };
}

bound_for_newtypes! {
    ReadElementFor<'x, 'de>: ReadElement<'de>;
    ReadTextFor<'x, 'de>: ReadText<'de>;
    WriteElementFor<'x>: WriteElement;
    WriteTextFor<'x>: WriteText;
}
