//! What has to be known of all types before the first one is defined: which of them stand in a field, and which are told apart
//! by `xsi:type`, so that their names are said, and what they are derived from.

use std::collections::{HashMap, HashSet};

use super::scope::Scope;
use crate::qname::QName;
use crate::xml::description::{Describe, Description, FieldDescription, Named, Shape, XsiVariant};

/// What is known of the types that some descriptions reach.
#[derive(Default)]
pub(super) struct Survey {
    /// The types that fields have, by their paths in Rust.
    pub(super) in_fields: HashSet<&'static str>,
    /// The names of types that are told apart by `xsi:type`.
    pub(super) names: HashMap<&'static str, QName>,
    /// What each of them may be derived from.
    pub(super) bases: HashMap<&'static str, Vec<Base>>,
    seen: HashSet<(&'static str, &'static str)>,
}

/// What a type may be derived from.
#[derive(Clone, Copy)]
pub(super) enum Base {
    /// The type that stands without `xsi:type`.
    Default(Describe, Scope),
    /// An abstract type without content, for an enum that has no such type.
    Abstract(Named, Scope),
}

impl Survey {
    /// A type that is the content of a message, a header block or an entry of a fault's detail.
    pub(super) fn root(&mut self, description: Description, scope: Scope) {
        self.visit(description, scope, false);
    }

    fn visit(&mut self, description: Description, scope: Scope, in_field: bool) {
        match *description.shape() {
            Shape::Unknown
            | Shape::Any
            | Shape::Nothing
            | Shape::BuiltIn(_)
            | Shape::Values { .. }
            | Shape::List(..)
            | Shape::Union(..) => {}
            Shape::Nillable(value) => self.visit(value(), scope, in_field),
            Shape::Newtype(named, value) => self.visit(value(), scope.of(&named), in_field),
            Shape::Fields(named, fields) => {
                if in_field {
                    self.in_fields.insert(named.rust);
                }
                if self.seen.insert((named.rust, scope.fields)) {
                    self.fields(&named, fields, scope.of(&named));
                }
            }
            Shape::XsiTypes(named, variants) => {
                if self.seen.insert((named.rust, scope.fields)) {
                    self.variants(named, variants, scope.of(&named));
                }
            }
        }
    }

    fn fields(&mut self, named: &Named, fields: &[FieldDescription], scope: Scope) {
        for (row, field) in named.info.fields.iter().zip(fields) {
            let in_field = row.flattened_type().is_none();
            let scope = if in_field { scope.inside(row) } else { scope };
            self.visit((field.value)(), scope, in_field);
        }
    }

    fn variants(&mut self, named: Named, variants: &[XsiVariant], scope: Scope) {
        let default = variants.iter().find_map(|variant| match variant {
            XsiVariant::Default(value) => Some(*value),
            XsiVariant::Named(_) | XsiVariant::Other => None,
        });
        let base = match default {
            Some(value) => Base::Default(value, scope),
            None => Base::Abstract(named, scope),
        };
        for (row, variant) in named.info.fields.iter().zip(variants) {
            let (value, is_derived) = match variant {
                XsiVariant::Named(value) => (value, true),
                XsiVariant::Default(value) => (value, false),
                XsiVariant::Other => continue,
            };
            if let Some(Named { rust, .. }) = struct_of(*value) {
                let namespace = row.namespace().unwrap_or(scope.fields);
                let name = QName::new(namespace, row.tags.local());
                self.names.entry(rust).or_insert(name);
                if is_derived {
                    self.bases.entry(rust).or_default().push(base);
                }
            }
            self.visit(value(), scope, true);
        }
    }
}

/// The struct that a type is.
pub(super) fn struct_of(value: Describe) -> Option<Named> {
    match *value().shape() {
        Shape::Newtype(_, value) => struct_of(value),
        Shape::Fields(named, _) => Some(named),
        _ => None,
    }
}
