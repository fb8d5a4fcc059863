//! The types that XML Schema has itself (part 2, section 3).

use crate::xml::ValueSpace;

/// A built-in type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum BuiltIn {
    AnyType,
    AnySimpleType,
    String,
    Boolean,
    Decimal,
    Float,
    Double,
    Integer,
    NonNegativeInteger,
    Long,
    Int,
    Short,
    Byte,
    UnsignedLong,
    UnsignedInt,
    UnsignedShort,
    UnsignedByte,
    Duration,
    DateTime,
    Time,
    Date,
    /// `gYear` and its siblings.
    PartOfDate,
    HexBinary,
    Base64Binary,
    AnyUri,
    QName,
    /// The names of XML and its tokens: `token`, `NCName`, `ID`, …
    Token,
    /// A list of these: `NMTOKENS`, `IDREFS`, `ENTITIES`.
    Tokens,
}

impl BuiltIn {
    /// The names that are mistaken most easily.
    pub(crate) const NAMES: [&str; 26] = [
        "anyType",
        "anyURI",
        "base64Binary",
        "boolean",
        "byte",
        "date",
        "dateTime",
        "decimal",
        "double",
        "duration",
        "float",
        "hexBinary",
        "int",
        "integer",
        "language",
        "long",
        "normalizedString",
        "positiveInteger",
        "QName",
        "short",
        "string",
        "time",
        "token",
        "unsignedInt",
        "unsignedLong",
        "unsignedShort",
    ];

    /// A name of the type.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::AnyType => "anyType",
            Self::AnySimpleType => "anySimpleType",
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Decimal => "decimal",
            Self::Float => "float",
            Self::Double => "double",
            Self::Integer => "integer",
            Self::NonNegativeInteger => "nonNegativeInteger",
            Self::Long => "long",
            Self::Int => "int",
            Self::Short => "short",
            Self::Byte => "byte",
            Self::UnsignedLong => "unsignedLong",
            Self::UnsignedInt => "unsignedInt",
            Self::UnsignedShort => "unsignedShort",
            Self::UnsignedByte => "unsignedByte",
            Self::Duration => "duration",
            Self::DateTime => "dateTime",
            Self::Time => "time",
            Self::Date => "date",
            Self::PartOfDate => "gYear",
            Self::HexBinary => "hexBinary",
            Self::Base64Binary => "base64Binary",
            Self::AnyUri => "anyURI",
            Self::QName => "QName",
            Self::Token => "token",
            Self::Tokens => "NMTOKENS",
        }
    }

    /// When two texts are the same value.
    pub(crate) const fn value_space(self) -> ValueSpace {
        match self {
            Self::Boolean => ValueSpace::Boolean,
            Self::Decimal => ValueSpace::Decimal,
            Self::Float => ValueSpace::Float,
            Self::Double => ValueSpace::Double,
            Self::Integer
            | Self::NonNegativeInteger
            | Self::Long
            | Self::Int
            | Self::Short
            | Self::Byte
            | Self::UnsignedLong
            | Self::UnsignedInt
            | Self::UnsignedShort
            | Self::UnsignedByte => ValueSpace::Integer,
            Self::AnyType
            | Self::AnySimpleType
            | Self::String
            | Self::Duration
            | Self::DateTime
            | Self::Time
            | Self::Date
            | Self::PartOfDate
            | Self::HexBinary
            | Self::Base64Binary
            | Self::AnyUri
            | Self::QName
            | Self::Token
            | Self::Tokens => ValueSpace::Text,
        }
    }

    /// The type of this local name in the namespace of XML Schema.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "anyType" => Self::AnyType,
            "anySimpleType" => Self::AnySimpleType,
            "string" | "normalizedString" => Self::String,
            "boolean" => Self::Boolean,
            "decimal" => Self::Decimal,
            "float" => Self::Float,
            "double" => Self::Double,
            "integer" | "nonPositiveInteger" | "negativeInteger" => Self::Integer,
            "nonNegativeInteger" | "positiveInteger" => Self::NonNegativeInteger,
            "long" => Self::Long,
            "int" => Self::Int,
            "short" => Self::Short,
            "byte" => Self::Byte,
            "unsignedLong" => Self::UnsignedLong,
            "unsignedInt" => Self::UnsignedInt,
            "unsignedShort" => Self::UnsignedShort,
            "unsignedByte" => Self::UnsignedByte,
            "duration" => Self::Duration,
            "dateTime" => Self::DateTime,
            "time" => Self::Time,
            "date" => Self::Date,
            "gYear" | "gYearMonth" | "gMonth" | "gMonthDay" | "gDay" => Self::PartOfDate,
            "hexBinary" => Self::HexBinary,
            "base64Binary" => Self::Base64Binary,
            "anyURI" => Self::AnyUri,
            "QName" | "NOTATION" => Self::QName,
            "token" | "language" | "Name" | "NCName" | "NMTOKEN" | "ID" | "IDREF" | "ENTITY" => {
                Self::Token
            }
            "NMTOKENS" | "IDREFS" | "ENTITIES" => Self::Tokens,
            _ => return None,
        })
    }
}
