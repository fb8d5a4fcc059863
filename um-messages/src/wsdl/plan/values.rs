//! The type of Rust for a type of a schema.

use super::Planner;
use super::rust::{Known, RustType};
use crate::wsdl::model::{Definition, TypeRef};
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

    /// Whether it holds an element as it stands.
    pub(super) fn is_element(&self) -> bool {
        self.rust == RustType::ELEMENT
    }
}

const fn known(path: &'static str, size: usize) -> RustType {
    RustType::Known(Known { path, size })
}

impl Planner<'_, '_> {
    /// What an element holds.
    pub(super) fn element_value(&self, of: TypeRef) -> Value {
        match of {
            TypeRef::BuiltIn(BuiltIn::AnyType) => Value::of(RustType::ELEMENT),
            TypeRef::BuiltIn(built_in) => simple_value(built_in),
            TypeRef::Mapped(index) => self.mapped_value(index),
            TypeRef::Defined(id) => match self.any_of.get(&id).or_else(|| self.item_of.get(&id)) {
                Some(item) => Value::of(RustType::Named(*item)),
                None => Value::of(RustType::ELEMENT),
            },
        }
    }

    /// What an attribute, a text, an item of a list or a member of a union is.
    pub(super) fn text_value(&self, of: TypeRef) -> Value {
        match of {
            TypeRef::BuiltIn(built_in) => simple_value(built_in),
            TypeRef::Mapped(index) => self.mapped_value(index),
            TypeRef::Defined(id) => match self
                .model
                .types
                .get(id.0)
                .map(|of_type| &of_type.definition)
            {
                Some(
                    Definition::Enumeration(_)
                    | Definition::List(_)
                    | Definition::Union(_)
                    | Definition::Restricted(..),
                ) => self.element_value(of),
                _ => Value::of(RustType::STRING),
            },
        }
    }

    fn mapped_value(&self, index: usize) -> Value {
        let mapped = self.model.mapped.get(index);
        let path = mapped.map(|mapped| mapped.path).unwrap_or_default();
        Value::of(RustType::Mapped(path.to_owned()))
    }

    /// The same where no key can say how it is written: in a tuple struct or an enum.
    pub(super) fn without_key(value: Value) -> RustType {
        match value.key {
            Some("base64") => known("xml::Base64Binary", 24),
            Some("hex") => known("xml::HexBinary", 24),
            _ => value.rust,
        }
    }
}

fn simple_value(built_in: BuiltIn) -> Value {
    let rust = match built_in {
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
    };
    let key = match built_in {
        BuiltIn::HexBinary => Some("hex"),
        BuiltIn::Base64Binary => Some("base64"),
        _ => None,
    };
    Value { rust, key }
}
