//! The type of Rust for a type of a schema.

use super::planner::Planner;
use super::rust::RustType;
use super::simple::Value;
use crate::wsdl::model::{Definition, TypeRef};
use crate::wsdl::resolve::BuiltIn;

impl Planner<'_, '_> {
    /// What an element holds.
    pub(super) fn element_value(&self, of: TypeRef) -> Value {
        match of {
            TypeRef::BuiltIn(BuiltIn::AnyType) => Value::of(RustType::ELEMENT),
            TypeRef::BuiltIn(built_in) => Value::of_built_in(built_in),
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
            TypeRef::BuiltIn(built_in) => Value::of_built_in(built_in),
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
}
