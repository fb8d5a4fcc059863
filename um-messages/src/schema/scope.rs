//! Which namespace names are in.

use crate::xml::description::Named;
use crate::xml::namespace::FieldInfo;

/// Which namespace names are in that do not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Scope {
    /// The target namespace of the schema that they are described in.
    pub(super) schema: &'static str,
    /// The namespace of the fields: the same, or none where they are unqualified.
    pub(super) fields: &'static str,
}

impl Scope {
    pub(super) const fn new(namespace: &'static str) -> Self {
        Self {
            schema: namespace,
            fields: namespace,
        }
    }

    /// That of the fields of a type.
    pub(super) fn of(self, named: &Named) -> Self {
        named
            .info
            .namespace
            .map_or(self, |namespace| self.in_namespace(namespace))
    }

    /// That of a flattened type, which is described where it stands.
    pub(super) fn flattened(self, named: &Named) -> Self {
        let fields = named.info.namespace.unwrap_or(self.fields);
        Self { fields, ..self }
    }

    /// That of what stands in an element of this namespace.
    pub(super) const fn in_namespace(self, namespace: &'static str) -> Self {
        if namespace.is_empty() {
            Self { fields: "", ..self }
        } else {
            Self::new(namespace)
        }
    }

    /// That of what stands in a field.
    pub(super) fn inside(self, field: &FieldInfo) -> Self {
        self.in_namespace(field.namespace().unwrap_or(self.fields))
    }
}
