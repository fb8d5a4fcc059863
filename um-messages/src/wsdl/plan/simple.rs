//! The types of Rust for those that XML Schema has itself.

use super::rust::{Known, RustType};
use crate::wsdl::resolve::BuiltIn;

/// A type, and the key that says how its values are written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    pub(super) rust: RustType,
    /// `base64` or `hex`.
    pub(super) key: Option<&'static str>,
}

impl Value {
    pub(super) fn of(rust: RustType) -> Self {
        Self { rust, key: None }
    }

    pub(super) fn of_built_in(built_in: BuiltIn) -> Self {
        let key = match built_in {
            BuiltIn::HexBinary => Some("hex"),
            BuiltIn::Base64Binary => Some("base64"),
            _ => None,
        };
        let rust = rust_type(built_in);
        Self { rust, key }
    }

    /// Whether it holds an element as it stands.
    pub(super) fn is_element(&self) -> bool {
        self.rust == RustType::ELEMENT
    }

    /// The type where no key can say how it is written: in a tuple struct or an enum.
    pub(super) fn without_key(self) -> RustType {
        match self.key {
            Some("base64") => known("xml::Base64Binary", 24),
            Some("hex") => known("xml::HexBinary", 24),
            _ => self.rust,
        }
    }
}

const fn known(path: &'static str, size: usize) -> RustType {
    RustType::Known(Known { path, size })
}

fn rust_type(built_in: BuiltIn) -> RustType {
    match built_in {
        BuiltIn::Boolean => known("bool", 1),
        BuiltIn::Float => known("f32", 4),
        BuiltIn::Double => known("f64", 8),
        BuiltIn::Integer | BuiltIn::Long => known("i64", 8),
        BuiltIn::NonNegativeInteger | BuiltIn::UnsignedLong => known("u64", 8),
        BuiltIn::Int => known("i32", 4),
        BuiltIn::Short => known("i16", 2),
        BuiltIn::Byte => known("i8", 1),
        BuiltIn::UnsignedInt => known("u32", 4),
        BuiltIn::UnsignedShort => known("u16", 2),
        BuiltIn::UnsignedByte => known("u8", 1),
        BuiltIn::Duration => known("xml::Duration", 24),
        BuiltIn::DateTime => known("xml::DateTime", 24),
        BuiltIn::Time => known("xml::Time", 16),
        BuiltIn::Date => known("xml::Date", 16),
        BuiltIn::QName => known("xml::QName", 48),
        BuiltIn::HexBinary | BuiltIn::Base64Binary => RustType::BYTES,
        BuiltIn::AnyType
        | BuiltIn::AnySimpleType
        | BuiltIn::String
        | BuiltIn::Decimal
        | BuiltIn::PartOfDate
        | BuiltIn::AnyUri
        | BuiltIn::Token
        | BuiltIn::Tokens => RustType::STRING,
    }
}
