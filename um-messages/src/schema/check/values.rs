//! The types of values.

use std::fmt;

use crate::wsdl::model::{Complex, Definition, Enumeration, Model, TypeRef};
use crate::wsdl::resolve::BuiltIn;

/// What a type is, without its name.
pub(super) enum Kind<'m, 'a> {
    BuiltIn(BuiltIn),
    /// One of these or, if it is open, any other text.
    Values(&'m Enumeration<'a>, bool),
    List(TypeRef),
    /// A list of names that XML Schema has itself.
    Tokens,
    Union(Vec<TypeRef>),
    Complex(&'m Complex<'a>),
    /// One that could not be read, or that the user has.
    Unknown,
}

pub(super) fn kind_of<'m, 'a>(model: &'m Model<'a>, of: TypeRef) -> Kind<'m, 'a> {
    let id = match of {
        TypeRef::BuiltIn(BuiltIn::Tokens) => return Kind::Tokens,
        TypeRef::BuiltIn(built_in) => return Kind::BuiltIn(built_in),
        TypeRef::Mapped(_) => return Kind::Unknown,
        TypeRef::Defined(id) => id,
    };
    match model.types.get(id.0).map(|it| &it.definition) {
        Some(Definition::Complex(complex)) => Kind::Complex(complex),
        Some(Definition::Enumeration(values)) => Kind::Values(values, false),
        Some(Definition::Restricted(value, _)) => kind_of(model, *value),
        Some(Definition::List(item)) => Kind::List(*item),
        Some(Definition::Union(members)) => {
            let mut all = Vec::new();
            add_members(model, members, &mut all, 0);
            open_values(model, &all).unwrap_or(Kind::Union(all))
        }
        Some(Definition::Broken) | None => Kind::Unknown,
    }
}

/// A union in a union is its members.
fn add_members(model: &Model<'_>, members: &[TypeRef], all: &mut Vec<TypeRef>, depth: usize) {
    for member in members {
        let definition = match member {
            TypeRef::Defined(id) => model.types.get(id.0).map(|it| &it.definition),
            TypeRef::BuiltIn(_) | TypeRef::Mapped(_) => None,
        };
        match definition {
            Some(Definition::Union(inner)) if depth < 64 => {
                add_members(model, inner, all, depth + 1);
            }
            _ => all.push(*member),
        }
    }
}

/// Values or any text: an enum that keeps what it does not know.
fn open_values<'m, 'a>(model: &'m Model<'a>, members: &[TypeRef]) -> Option<Kind<'m, 'a>> {
    let is_text = |member: &&TypeRef| {
        matches!(
            member,
            TypeRef::BuiltIn(BuiltIn::String | BuiltIn::Token | BuiltIn::AnySimpleType)
        )
    };
    let texts = members.iter().filter(is_text).count();
    let mut others = members.iter().filter(|member| !is_text(member));
    match (texts, others.next(), others.next()) {
        (1, Some(values), None) => match kind_of(model, *values) {
            Kind::Values(values, _) => Some(Kind::Values(values, true)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether all of these types are texts of any kind.
pub(super) fn are_texts(members: &[TypeRef]) -> bool {
    let is_text = |member: &TypeRef| matches!(member, TypeRef::BuiltIn(built_in) if accepts(*built_in, BuiltIn::String));
    members.iter().all(is_text)
}

/// Whether a value of the type that is described is one of the type that Rust has for it, as generated code does.
pub(super) fn accepts(described: BuiltIn, own: BuiltIn) -> bool {
    use BuiltIn::{
        AnySimpleType, AnyUri, Decimal, Integer, Long, NonNegativeInteger, PartOfDate, String,
        Token, UnsignedLong,
    };

    described == own
        || match own {
            String => matches!(
                described,
                AnySimpleType | AnyUri | Decimal | PartOfDate | Token
            ),
            Token => described == String,
            Long => described == Integer,
            UnsignedLong => described == NonNegativeInteger,
            _ => false,
        }
}

impl fmt::Display for Kind<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn(BuiltIn::AnyType) => f.write_str("any element"),
            Self::BuiltIn(built_in) => write!(f, "`xs:{}`", built_in.name()),
            Self::Values(enumeration, _) => {
                let values = &enumeration.values;
                let first: Vec<_> = values
                    .iter()
                    .take(3)
                    .map(|value| format!("`{}`", value.text))
                    .collect();
                let more = if values.len() > 3 { ", …" } else { "" };
                write!(
                    f,
                    "one of {} values ({}{more})",
                    values.len(),
                    first.join(", ")
                )
            }
            Self::List(_) | Self::Tokens => f.write_str("a list of values"),
            Self::Union(members) => write!(f, "a union of {} types", members.len()),
            Self::Complex(_) => f.write_str("a complex type"),
            Self::Unknown => f.write_str("not known"),
        }
    }
}
