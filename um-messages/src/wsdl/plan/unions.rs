//! What the values of a union are.

use std::collections::HashSet;

use super::rust::RustType;
use super::simple::Value;
use crate::wsdl::model::{self, Definition, Model, TypeRef};

/// What the values of a union are.
pub(super) enum Members<'m, 'a> {
    /// These, and any other text if it is open.
    Values {
        values: Vec<&'m model::Value<'a>>,
        is_open: bool,
    },
    /// Those of each of these.
    Each(Vec<TypeRef>),
}

impl<'m, 'a> Members<'m, 'a> {
    /// Those of a union of these.
    pub(super) fn of(model: &'m Model<'a>, members: &[TypeRef]) -> Self {
        let members = flat(model, members);
        let values: Vec<&model::Value<'a>> = members
            .iter()
            .filter_map(|member| enumeration(model, *member))
            .flatten()
            .collect();
        let mut others = members
            .iter()
            .filter(|member| enumeration(model, **member).is_none())
            .peekable();
        let is_open = others.peek().is_some();
        if !values.is_empty() && others.all(|other| is_text(model, *other)) {
            Self::Values { values, is_open }
        } else {
            Self::Each(members)
        }
    }
}

/// The members of a union, and those of the unions among them. What narrows a member is not checked: a text that is none of its values
/// may be one of the next member's.
fn flat(model: &Model<'_>, members: &[TypeRef]) -> Vec<TypeRef> {
    let mut flat = Vec::new();
    let mut seen = HashSet::new();
    let mut open: Vec<TypeRef> = members.iter().rev().copied().collect();
    while let Some(member) = open.pop() {
        if !seen.insert(member) {
            continue;
        }
        match definition(model, member) {
            Some(Definition::Union(inner)) => open.extend(inner.iter().rev()),
            Some(Definition::Restricted(value, _)) => open.push(*value),
            _ => flat.push(member),
        }
    }
    flat
}

fn definition<'m, 'a>(model: &'m Model<'a>, of: TypeRef) -> Option<&'m Definition<'a>> {
    match of {
        TypeRef::Defined(id) => model.types.get(id.0).map(|of_type| &of_type.definition),
        TypeRef::BuiltIn(_) | TypeRef::Mapped(_) => None,
    }
}

fn enumeration<'m, 'a>(model: &'m Model<'a>, member: TypeRef) -> Option<&'m [model::Value<'a>]> {
    match definition(model, member)? {
        Definition::Enumeration(values) => Some(values),
        _ => None,
    }
}

/// Whether a member is any text. One that could not be read is one.
fn is_text(model: &Model<'_>, member: TypeRef) -> bool {
    match member {
        TypeRef::BuiltIn(built_in) => Value::of_built_in(built_in).rust == RustType::STRING,
        TypeRef::Mapped(_) => false,
        TypeRef::Defined(_) => !matches!(definition(model, member), Some(Definition::List(_))),
    }
}
