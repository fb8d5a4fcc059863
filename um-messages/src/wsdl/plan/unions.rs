//! What the values of a union are.

use std::collections::HashSet;

use super::rust::RustType;
use super::simple::Value;
use crate::wsdl::model::{self, Definition, Enumeration, Model, TypeRef};
use crate::wsdl::resolve::BuiltIn;

/// What the values of a union are.
pub(super) enum Members<'m, 'a> {
    /// These, and any other text if it is open.
    Values {
        /// The type that they are values of.
        base: BuiltIn,
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
        let enumerations: Vec<&Enumeration<'a>> = members
            .iter()
            .filter_map(|member| model.enumeration(*member))
            .collect();
        let others = members
            .iter()
            .filter(|member| model.enumeration(**member).is_none());
        match one_base(&enumerations) {
            Some(base) if others.clone().all(|other| is_text(model, *other)) => Self::Values {
                base,
                values: enumerations.iter().flat_map(|it| &it.values).collect(),
                is_open: others.count() > 0,
            },
            _ => Self::Each(members),
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

/// The type that the values of all of these are of, as far as it is said by it when two of them are the same.
fn one_base(enumerations: &[&Enumeration<'_>]) -> Option<BuiltIn> {
    let base = enumerations.first()?.base;
    let is_same = |it: &&Enumeration<'_>| it.base.value_space() == base.value_space();
    enumerations.iter().all(is_same).then_some(base)
}

/// Whether a member is any text. One that could not be read is one.
fn is_text(model: &Model<'_>, member: TypeRef) -> bool {
    match member {
        TypeRef::BuiltIn(built_in) => Value::of_built_in(built_in).rust == RustType::STRING,
        TypeRef::Mapped(_) => false,
        TypeRef::Defined(_) => !matches!(definition(model, member), Some(Definition::List(_))),
    }
}
