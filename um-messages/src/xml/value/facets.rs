//! Facets: what narrows a simple type (XML Schema part 2, section 4.3).

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::decimal::Decimal;
use crate::error::{Result, Shown};
use crate::xml::read::{ReadText, TextIn};
use crate::xml::syntax::{collapse, is_space, trim};
use crate::xml::write::{TextOut, WriteText};

/// What narrows a simple type: a length, bounds, digits (XML Schema part 2, section 4.3).
///
/// [`restricted_type!`](crate::xml::restricted_type) makes an element and attribute type with them. They look at the text that is
/// read or written, so that numbers may have any type and any size.
///
/// Patterns are no facets here: [`SimpleType`](crate::xml::SimpleType) is for those.
#[derive(Clone, Copy, Debug)]
pub struct Facets {
    kind: Kind,
    min_length: usize,
    max_length: Option<usize>,
    lowest: Option<Bound>,
    highest: Option<Bound>,
    total_digits: Option<usize>,
    fraction_digits: Option<usize>,
}

/// What the values are, which says how their length is counted and how they are compared.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Text,
    Token,
    Items,
    Hex,
    Base64,
    Decimal,
    Float,
    Double,
}

/// A number that values are compared with.
#[derive(Clone, Copy, Debug)]
struct Bound {
    number: &'static str,
    is_inclusive: bool,
}

impl Facets {
    const fn new(kind: Kind) -> Self {
        Self {
            kind,
            min_length: 0,
            max_length: None,
            lowest: None,
            highest: None,
            total_digits: None,
            fraction_digits: None,
        }
    }

    /// Of texts whose white space counts, as that of `xs:string` does. Their length is that in characters.
    #[must_use]
    pub const fn text() -> Self {
        Self::new(Kind::Text)
    }

    /// Of texts whose white space is collapsed, as that of `xs:token` is: each run of it counts as one character, and none at the ends.
    #[must_use]
    pub const fn token() -> Self {
        Self::new(Kind::Token)
    }

    /// Of lists. Their length is that in items.
    #[must_use]
    pub const fn items() -> Self {
        Self::new(Kind::Items)
    }

    /// Of bytes as `xs:hexBinary` has them. Their length is that in bytes.
    #[must_use]
    pub const fn hex() -> Self {
        Self::new(Kind::Hex)
    }

    /// Of bytes as `xs:base64Binary` has them. Their length is that in bytes.
    #[must_use]
    pub const fn base64() -> Self {
        Self::new(Kind::Base64)
    }

    /// Of numbers without an exponent: `xs:decimal`, and all integers.
    #[must_use]
    pub const fn decimal() -> Self {
        Self::new(Kind::Decimal)
    }

    /// Of `xs:float`: numbers and bounds are compared in single precision. One that is not a number is in no bounds.
    #[must_use]
    pub const fn float() -> Self {
        Self::new(Kind::Float)
    }

    /// Of `xs:double`: the same in double precision.
    #[must_use]
    pub const fn double() -> Self {
        Self::new(Kind::Double)
    }

    /// `xs:length`: exactly so long.
    #[must_use]
    pub const fn length(self, length: usize) -> Self {
        self.min_length(length).max_length(length)
    }

    /// `xs:minLength`.
    #[must_use]
    pub const fn min_length(mut self, length: usize) -> Self {
        self.min_length = length;
        self
    }

    /// `xs:maxLength`.
    #[must_use]
    pub const fn max_length(mut self, length: usize) -> Self {
        self.max_length = Some(length);
        self
    }

    /// `xs:minInclusive`: this number or more.
    #[must_use]
    pub const fn min_inclusive(mut self, number: &'static str) -> Self {
        self.lowest = Some(Bound::inclusive(number));
        self
    }

    /// `xs:minExclusive`: more than this number.
    #[must_use]
    pub const fn min_exclusive(mut self, number: &'static str) -> Self {
        self.lowest = Some(Bound::exclusive(number));
        self
    }

    /// `xs:maxInclusive`: this number or less.
    #[must_use]
    pub const fn max_inclusive(mut self, number: &'static str) -> Self {
        self.highest = Some(Bound::inclusive(number));
        self
    }

    /// `xs:maxExclusive`: less than this number.
    #[must_use]
    pub const fn max_exclusive(mut self, number: &'static str) -> Self {
        self.highest = Some(Bound::exclusive(number));
        self
    }

    /// `xs:totalDigits`: at most so many digits, without zeros at the ends that say nothing.
    #[must_use]
    pub const fn total_digits(mut self, count: usize) -> Self {
        self.total_digits = Some(count);
        self
    }

    /// `xs:fractionDigits`: at most so many of them behind the point.
    #[must_use]
    pub const fn fraction_digits(mut self, count: usize) -> Self {
        self.fraction_digits = Some(count);
        self
    }

    /// Whether a text is one of these.
    fn allow(&self, text: &str) -> bool {
        match self.kind {
            Kind::Text => self.allow_length(text.chars().count()),
            Kind::Token => self.allow_length(collapse(text).chars().count()),
            Kind::Items => self.allow_length(text.split_ascii_whitespace().count()),
            Kind::Hex => self.allow_length(trim(text).len() / 2),
            Kind::Base64 => self.allow_length(base64_length(text)),
            Kind::Decimal => {
                Decimal::parse(trim(text)).is_some_and(|number| self.allow_decimal(&number))
            }
            Kind::Float => self.allow_binary::<f32>(trim(text)),
            Kind::Double => self.allow_binary::<f64>(trim(text)),
        }
    }

    fn allow_length(&self, length: usize) -> bool {
        length >= self.min_length && self.max_length.is_none_or(|max| length <= max)
    }

    fn allow_decimal(&self, number: &Decimal<'_>) -> bool {
        let digits = number.integer.len() + number.fraction.len();
        let order = |bound: &str| Some(number.cmp(&Decimal::parse(bound)?));
        self.total_digits.is_none_or(|max| digits <= max)
            && self
                .fraction_digits
                .is_none_or(|max| number.fraction.len() <= max)
            && self.allow_order(order)
    }

    /// As a number with a binary point.
    fn allow_binary<T: FromStr + PartialOrd>(&self, text: &str) -> bool {
        let number = |text: &str| text.parse::<T>().ok();
        self.allow_order(|bound| number(text)?.partial_cmp(&number(bound)?))
    }

    /// Whether a value is between the bounds, which it is compared with by `order`.
    fn allow_order(&self, order: impl Fn(&str) -> Option<Ordering>) -> bool {
        let is_within = |bound: Bound, outside: Ordering| match order(bound.number) {
            Some(Ordering::Equal) => bound.is_inclusive,
            Some(order) => order != outside,
            None => false,
        };
        self.lowest
            .is_none_or(|bound| is_within(bound, Ordering::Less))
            && self
                .highest
                .is_none_or(|bound| is_within(bound, Ordering::Greater))
    }
}

impl Bound {
    const fn inclusive(number: &'static str) -> Self {
        Self {
            number,
            is_inclusive: true,
        }
    }

    const fn exclusive(number: &'static str) -> Self {
        Self {
            number,
            is_inclusive: false,
        }
    }
}

/// How many bytes a text in base64 has.
fn base64_length(text: &str) -> usize {
    let is_digit = |byte: &u8| !is_space(*byte) && *byte != b'=';
    text.bytes().filter(is_digit).count() * 3 / 4
}

/// What is expected: it completes the sentence "`x` is not …".
impl fmt::Display for Facets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, unit) = match self.kind {
            Kind::Text | Kind::Token => ("a text", "character"),
            Kind::Items => ("a list", "item"),
            Kind::Hex | Kind::Base64 => ("data", "byte"),
            Kind::Decimal | Kind::Float | Kind::Double => ("a number", ""),
        };
        f.write_str(what)?;
        self.say_length(unit, f)?;
        self.say_bounds(f)?;
        self.say_digits(f)
    }
}

impl Facets {
    fn say_length(&self, unit: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |count| Counted(count, unit);
        match (self.min_length, self.max_length) {
            (0, None) => Ok(()),
            (0, Some(max)) => write!(f, " of at most {}", counted(max)),
            (min, None) => write!(f, " of at least {}", counted(min)),
            (min, Some(max)) if min == max => write!(f, " of {}", counted(max)),
            (min, Some(max)) => write!(f, " of {min} to {}", counted(max)),
        }
    }

    fn say_bounds(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const AT_LEAST: &str = "of at least";
        const AT_MOST: &str = "of at most";

        let lowest = self.lowest.map(|bound| {
            let how = if bound.is_inclusive {
                AT_LEAST
            } else {
                "greater than"
            };
            (how, Shown(bound.number))
        });
        let highest = self.highest.map(|bound| {
            let how = if bound.is_inclusive {
                AT_MOST
            } else {
                "less than"
            };
            (how, Shown(bound.number))
        });
        match (lowest, highest) {
            (None, None) => Ok(()),
            (Some((AT_LEAST, lowest)), Some((AT_MOST, highest))) => {
                write!(f, " from {lowest} to {highest}")
            }
            (Some((lower, lowest)), Some((upper, highest))) => {
                write!(f, " {lower} {lowest} and {upper} {highest}")
            }
            (Some((how, number)), None) | (None, Some((how, number))) => {
                write!(f, " {how} {number}")
            }
        }
    }

    fn say_digits(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.total_digits, self.fraction_digits) {
            (None, None) => Ok(()),
            (Some(total), None) => write!(f, " with at most {}", Counted(total, "digit")),
            (None, Some(fraction)) => {
                write!(
                    f,
                    " with at most {} behind the point",
                    Counted(fraction, "digit")
                )
            }
            (Some(total), Some(fraction)) => {
                let total = Counted(total, "digit");
                write!(
                    f,
                    " with at most {total}, at most {fraction} of them behind the point"
                )
            }
        }
    }
}

/// So many of something.
struct Counted<'u>(usize, &'u str);

impl fmt::Display for Counted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.0, self.1)
    }
}

/// Reads a value that is narrowed.
///
/// # Errors
///
/// If the text is none of those that are allowed, or no value of the type.
pub fn read_restricted<'de, T: ReadText<'de>>(text: TextIn<'_, 'de>, facets: &Facets) -> Result<T> {
    let is_allowed = match text.part()? {
        Some(bytes) => facets.allow_length(bytes.len()),
        None => facets.allow(text.as_str()),
    };
    if is_allowed {
        T::read_text(text)
    } else {
        Err(text.unexpected(facets.to_string()))
    }
}

/// Writes a value that is narrowed. One that is not allowed is an error.
pub fn write_restricted<T: WriteText>(value: &T, out: &mut TextOut<'_>, facets: &Facets) {
    let text = out.raw(|out| value.write_text(out));
    if !facets.allow(&text) {
        out.fail(format!("`{}`, which is not {facets}", Shown(&text)));
    }
    out.push(&text);
}

/// Makes an element and attribute type of a tuple struct whose value is narrowed by [`Facets`](crate::xml::Facets). The value is looked at
/// where it is read and where it is written; what is not allowed is an error, which says what is.
///
/// ```
/// use um_messages::xml::{self, Facets};
///
/// #[derive(Debug, PartialEq)]
/// struct Percent(u8);
///
/// xml::restricted_type!(Percent(u8), Facets::decimal().max_inclusive("100"));
///
/// #[derive(Debug, PartialEq)]
/// struct Name(String);
///
/// xml::restricted_type!(Name(String), Facets::text().min_length(1).max_length(35));
///
/// #[derive(Debug, PartialEq, um_messages::SoapType)]
/// struct Share {
///     #[soap(attribute)]
///     name: Name,
///     part: Percent,
/// }
///
/// let share = Share { name: Name("Ada".into()), part: Percent(40) };
/// let document = r#"<Share Name="Ada"><Part>40</Part></Share>"#;
/// assert_eq!(xml::to_string(&share)?, document);
/// assert_eq!(xml::from_str::<Share>(document)?, share);
///
/// let error = xml::from_str::<Share>(&document.replace("40", "101")).unwrap_err();
/// assert!(error.to_string().starts_with("`101` is not a number of at most 100, in `Share/Part`"));
/// let error = xml::to_string(&Share { name: Name(String::new()), ..share }).unwrap_err();
/// assert!(error.to_string().contains("``, which is not a text of 1 to 35 characters"), "{error}");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __restricted_type {
    ($type:ident($value:ty), $facets:expr $(,)?) => {
        impl<'de> $crate::xml::ReadText<'de> for $type {
            const MAY_BE_PART: bool = <$value as $crate::xml::ReadText<'de>>::MAY_BE_PART;

            fn read_text(text: $crate::xml::TextIn<'_, 'de>) -> $crate::Result<Self> {
                const FACETS: $crate::xml::Facets = $facets;
                $crate::__private0_1_0::read_restricted(text, &FACETS).map(Self)
            }
        }

        impl $crate::xml::WriteText for $type {
            const DECLARES: bool = <$value as $crate::xml::WriteText>::DECLARES;

            fn declare(&self, writer: &mut $crate::xml::Writer) {
                $crate::xml::WriteText::declare(&self.0, writer);
            }

            fn write_text(&self, out: &mut $crate::xml::TextOut<'_>) {
                const FACETS: $crate::xml::Facets = $facets;
                $crate::__private0_1_0::write_restricted(&self.0, out, &FACETS);
            }

            $crate::__described! {
                <$value as $crate::xml::WriteText>::description()
            }
        }

        $crate::__text_elements!([] $type);
    };
}
