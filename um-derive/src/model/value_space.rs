//! Value spaces: texts that spell one value are the same (XML Schema part 2, section 4.3.5).
//!
//! What is read is compared by the library (`um-messages/src/xml/value/space.rs`), which a macro cannot call; what stands in the
//! program is compared here.

use std::str::FromStr;

/// What the values of an enum are by its key `schema_type`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ValueSpace {
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
    /// That of a simple type of XML Schema.
    pub(crate) fn of(schema_type: &str) -> Self {
        match schema_type {
            "boolean" => Self::Boolean,
            "decimal" => Self::Decimal,
            "float" => Self::Float,
            "double" => Self::Double,
            "integer" | "nonPositiveInteger" | "negativeInteger" | "nonNegativeInteger"
            | "positiveInteger" | "long" | "int" | "short" | "byte" | "unsignedLong"
            | "unsignedInt" | "unsignedShort" | "unsignedByte" => Self::Integer,
            _ => Self::Text,
        }
    }

    /// The variant of the library's own type that says the same.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Boolean => "Boolean",
            Self::Integer => "Integer",
            Self::Decimal => "Decimal",
            Self::Float => "Float",
            Self::Double => "Double",
        }
    }

    /// One spelling for all that spell the same value; none if the text spells no value.
    pub(crate) fn canonical(self, text: &str) -> Option<String> {
        match self {
            Self::Text => Some(text.to_owned()),
            Self::Boolean => boolean(text).map(str::to_owned),
            Self::Integer if text.contains('.') => None,
            Self::Integer | Self::Decimal => decimal(text),
            // There is one zero.
            Self::Float => float::<f32>(text).map(|number| (number + 0.0).to_string()),
            Self::Double => float::<f64>(text).map(|number| (number + 0.0).to_string()),
        }
    }
}

fn boolean(text: &str) -> Option<&'static str> {
    match text {
        "true" | "1" => Some("true"),
        "false" | "0" => Some("false"),
        _ => None,
    }
}

/// Without the sign and the digits that say nothing: `-1.5` for `-01.50`.
fn decimal(text: &str) -> Option<String> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if integer.len() + fraction.len() == 0 || !are_digits(integer) || !are_digits(fraction) {
        return None;
    }
    let integer = integer.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let is_zero = integer.is_empty() && fraction.is_empty();
    let sign = if text.starts_with('-') && !is_zero {
        "-"
    } else {
        ""
    };
    Some(format!("{sign}{integer}.{fraction}"))
}

/// The standard library also reads `inf` and `nan`.
fn float<T: FromStr>(text: &str) -> Option<T> {
    let is_spelled = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    let has_name = matches!(text, "INF" | "+INF" | "-INF" | "NaN");
    let is_number = has_name || text.bytes().all(is_spelled);
    is_number.then(|| text.parse().ok()).flatten()
}
