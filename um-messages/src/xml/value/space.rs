//! Value spaces: texts that spell one value are the same (XML Schema part 2, sections 2.2 and 4.3.5).

use std::str::FromStr;

use super::decimal::Decimal;

/// What the values of an enumeration are, which says when two texts are one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueSpace {
    /// The texts themselves.
    Text,
    /// `1` is `true`.
    Boolean,
    /// `02` is `2`.
    Integer,
    /// `2.0` is `2`.
    Decimal,
    /// `2E0` is `2`.
    Float,
    /// The same in more digits.
    Double,
}

impl ValueSpace {
    /// Whether two texts are the same value. Neither has white space at its ends.
    #[must_use]
    pub fn same(self, text: &str, other: &str) -> bool {
        self.value(text) == self.value(other)
    }

    /// Whether a text without white space at its ends spells a value.
    #[cfg(feature = "wsdl")]
    pub(crate) fn has(self, text: &str) -> bool {
        self == Self::Text || !matches!(self.value(text), Value::Text(_))
    }

    /// The value that a text without white space at its ends spells.
    pub(crate) fn value(self, text: &str) -> Value<'_> {
        let value = match self {
            Self::Text => None,
            Self::Boolean => boolean(text).map(Value::Boolean),
            Self::Integer => integer(text).map(Value::Number),
            Self::Decimal => Decimal::parse(text).map(Value::Number),
            // There is one zero.
            Self::Float => float::<f32>(text).map(|number| Value::Float((number + 0.0).to_bits())),
            Self::Double => {
                float::<f64>(text).map(|number| Value::Double((number + 0.0).to_bits()))
            }
        };
        value.unwrap_or(Value::Text(text))
    }
}

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value<'t> {
    /// One that is no number, or what is no value at all.
    Text(&'t str),
    Boolean(bool),
    Number(Decimal<'t>),
    Float(u32),
    Double(u64),
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// `2.0` is no integer, whatever its value.
fn integer(text: &str) -> Option<Decimal<'_>> {
    Decimal::parse(text).filter(|_| !text.contains('.'))
}

/// The standard library also reads `inf` and `nan`.
fn float<T: FromStr>(text: &str) -> Option<T> {
    let is_spelled = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let has_name = matches!(text, "INF" | "+INF" | "-INF" | "NaN");
    let is_number = has_name || text.bytes().all(is_spelled);
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::ValueSpace;

    #[test]
    fn values_are_the_same_however_they_are_spelled() {
        for (space, text, other) in [
            (ValueSpace::Text, "2", "2"),
            (ValueSpace::Boolean, "1", "true"),
            (ValueSpace::Integer, "+02", "2"),
            (ValueSpace::Integer, "-0", "0"),
            (ValueSpace::Decimal, "2.0", "2"),
            (ValueSpace::Decimal, ".50", "0.5"),
            (ValueSpace::Float, "16777217", "16777216"),
            (ValueSpace::Float, "+INF", "INF"),
            (ValueSpace::Double, "2E0", "2"),
            (ValueSpace::Double, "-0", "0.0"),
            (ValueSpace::Double, "NaN", "NaN"),
        ] {
            assert!(space.same(text, other), "{space:?}: {text} and {other}");
        }
    }

    #[test]
    fn other_texts_are_not() {
        for (space, text, other) in [
            (ValueSpace::Text, "2", "2.0"),
            (ValueSpace::Boolean, "yes", "true"),
            (ValueSpace::Boolean, "yes", "no"),
            (ValueSpace::Integer, "2.0", "2"),
            (ValueSpace::Decimal, "2E0", "2"),
            (ValueSpace::Decimal, "-2", "2"),
            (ValueSpace::Decimal, "", "."),
            (ValueSpace::Double, "inf", "INF"),
            (ValueSpace::Double, "16777217", "16777216"),
        ] {
            assert!(!space.same(text, other), "{space:?}: {text} and {other}");
        }
    }
}
