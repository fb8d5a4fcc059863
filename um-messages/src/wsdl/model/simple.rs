//! Simple types (part 1, section 3.14). What only narrows another one, by a pattern or a length, is that other one, unless `--facets` asks
//! for it.

use super::documentation::text_of;
use super::types::Builder;
use super::{Definition, Enumeration, TypeId, TypeName, TypeRef, Value};
use crate::wsdl::diagnostic::{At, Diagnostic};
use crate::wsdl::read::xsd::{Facet, List, Restriction, SimpleType, Union, Variety};
use crate::wsdl::resolve::{BuiltIn, Scope};
use crate::xml::{collapse, trim};

/// An enum has no more values than this, which take the compiler 3 seconds, or 19 to optimize, and 1 GB.
const MAX_VALUES: usize = 5_000;

/// What a type that is made here is called, and where it stands.
type Made<'a> = (TypeName<'a>, Scope<'a>, At);

/// What a type without a name is called that stands in another one.
fn inside(owner: TypeId, name: &str) -> TypeName<'_> {
    TypeName::Inside {
        owner: Some(owner),
        name,
    }
}

impl<'a> Builder<'a, '_> {
    pub(super) fn simple(
        &mut self,
        definition: &'a SimpleType,
        name: TypeName<'a>,
        scope: Scope<'a>,
    ) -> TypeRef {
        let made = (name, scope, definition.at);
        let resolved = match &definition.variety {
            Some(Variety::Restriction(restriction)) => self.restriction(restriction, made),
            Some(Variety::List(list)) => self.list(list, made),
            Some(Variety::Union(union)) => self.union(union, made),
            None => {
                let problem = "the simple type is neither a `restriction`, a `list` nor a `union`";
                self.refuse(problem, scope, definition.at);
                TypeRef::BuiltIn(BuiltIn::String)
            }
        };
        self.document(resolved, name, definition);
        resolved
    }

    /// A type that was made for this definition has its documentation.
    fn document(&mut self, made: TypeRef, name: TypeName<'a>, definition: &'a SimpleType) {
        let TypeRef::Defined(id) = made else {
            return;
        };
        if let Some(of_type) = self.model.types.get_mut(id.0) {
            if of_type.name == name && of_type.documentation.is_none() {
                of_type.documentation = text_of(&definition.annotation);
            }
        }
    }

    fn restriction(&mut self, restriction: &'a Restriction, made: Made<'a>) -> TypeRef {
        let inner = restriction.simple_type.as_deref();
        let base = self.part((restriction.base.as_ref(), inner), made);
        self.narrowed(&restriction.facets, base, made)
    }

    /// The type that is named, or stands here without a name.
    fn part(
        &mut self,
        (name, inner): (Option<&'a crate::xml::QName>, Option<&'a SimpleType>),
        (own_name, scope, at): Made<'a>,
    ) -> TypeRef {
        match (inner, name) {
            (Some(inner), _) => self.simple_ref(inner, own_name, scope),
            (None, Some(name)) => self.original_or_named(name, own_name, scope, at),
            (None, None) => {
                let problem = "it is not said which type this is made of";
                self.refuse(problem, scope, at);
                TypeRef::BuiltIn(BuiltIn::String)
            }
        }
    }

    /// A type that says itself anew has what it was before as its base.
    fn original_or_named(
        &mut self,
        name: &'a crate::xml::QName,
        own_name: TypeName<'a>,
        scope: Scope<'a>,
        at: At,
    ) -> TypeRef {
        let key = (scope.namespace, name.local());
        let is_itself = own_name == TypeName::Global(name.local());
        match self.symbols.types.original(key).filter(|_| is_itself) {
            Some(original) => self.defined(original),
            None => self.named(name, scope, at),
        }
    }

    /// The base with these values alone, if they are values that have a name each and not too many, or else with what other facets allow.
    pub(super) fn narrowed(
        &mut self,
        facets: &'a [Facet],
        base: TypeRef,
        (name, scope, at): Made<'a>,
    ) -> TypeRef {
        if let Some(narrowed) = self.narrowed_boolean(facets, base, (name, scope, at)) {
            return narrowed;
        }
        let Some(built_in) = self.base_of_values(base) else {
            return self.restricted(facets, base, (name, scope, at));
        };
        let values = values(facets, built_in);
        if values.is_empty() {
            return self.restricted(facets, base, (name, scope, at));
        }
        // In the text of a variant, white space does not count.
        if values
            .iter()
            .any(|value| collapse(value.text) != value.text)
        {
            self.note_unchecked(name, scope, at);
            return self.restricted(facets, base, (name, scope, at));
        }
        if values.len() > MAX_VALUES {
            self.note_many_values(values.len(), (name, scope, at));
            return self.restricted(facets, base, (name, scope, at));
        }
        let id = self.reserve(name, scope, at, None);
        // A schema may be wrong, and have `N/A` among numbers: they are texts.
        let are_values = values
            .iter()
            .all(|value| built_in.value_space().has(value.text));
        let base = if are_values {
            built_in
        } else {
            BuiltIn::String
        };
        self.set(id, Definition::Enumeration(Enumeration { base, values }));
        TypeRef::Defined(id)
    }

    fn note_many_values(&mut self, count: usize, (name, scope, at): Made<'a>) {
        let (TypeName::Global(name) | TypeName::Inside { name, .. }) = name;
        let problem = format!(
            "`{name}` has {count} values, which are not checked: an enum of more than {MAX_VALUES} takes the compiler too long"
        );
        self.report.add(
            Diagnostic::note(problem)
                .at(scope.place(at))
                .help("`--type NAME=PATH` puts a type of your own there, which checks it"),
        );
    }

    /// The built-in type whose values those of a type are, if each can have a name.
    fn base_of_values(&self, base: TypeRef) -> Option<BuiltIn> {
        use BuiltIn::{AnySimpleType, AnyType, Base64Binary, Boolean, HexBinary, QName, Tokens};

        match base {
            TypeRef::Mapped(_)
            | TypeRef::BuiltIn(
                AnyType | AnySimpleType | Boolean | QName | HexBinary | Base64Binary | Tokens,
            ) => None,
            TypeRef::BuiltIn(built_in) => Some(built_in),
            TypeRef::Defined(id) => match &self.model.types.get(id.0)?.definition {
                Definition::List(_) | Definition::Complex(_) => None,
                Definition::Restricted(value, _) => self.base_of_values(*value),
                Definition::Enumeration(enumeration) => Some(enumeration.base),
                // Each member has values of its own: they are texts.
                Definition::Union(_) | Definition::Broken => Some(BuiltIn::String),
            },
        }
    }

    fn list(&mut self, list: &'a List, (name, scope, at): Made<'a>) -> TypeRef {
        let id = self.reserve(name, scope, at, None);
        let types = (list.item_type.as_ref(), list.simple_type.as_ref());
        let item = self.part(types, (inside(id, "item"), scope, at));
        self.set(id, Definition::List(item));
        TypeRef::Defined(id)
    }

    fn union(&mut self, union: &'a Union, (name, scope, at): Made<'a>) -> TypeRef {
        let id = self.reserve(name, scope, at, None);
        let mut members: Vec<TypeRef> = Vec::new();
        for name in &union.member_types {
            members.push(self.named(name, scope, at));
        }
        for inner in &union.simple_type {
            members.push(self.simple_ref(inner, inside(id, "value"), scope));
        }
        self.set(id, Definition::Union(members));
        TypeRef::Defined(id)
    }
}

/// The values that facets name.
fn values(facets: &[Facet], base: BuiltIn) -> Vec<Value<'_>> {
    let values = facets.iter().filter_map(|facet| match facet {
        Facet::Enumeration(enumeration) => Some(Value {
            text: value_of(&enumeration.value, base),
            documentation: text_of(&enumeration.annotation),
        }),
        _ => None,
    });
    values.collect()
}

/// A value of an enumeration: white space around it counts in strings alone (XML Schema part 2, section 4.3.6).
fn value_of(text: &str, base: BuiltIn) -> &str {
    match base {
        BuiltIn::String => text,
        _ => trim(text),
    }
}
