//! Types that are told apart by `xsi:type`, and what they are derived from (XML Schema part 1, section 2.2.1.2).

use super::collect::{Collector, Use, problem};
use super::components::{ComplexType, Definition, TypeUse};
use super::fields::Row;
use super::scope::Scope;
use super::survey::{Base, struct_of};
use crate::error::{Result, Shown};
use crate::qname::QName;
use crate::xml::description::{Describe, FieldDescription, Named, Shape, XsiVariant};
use crate::xml::namespace::Place;

/// What a field is told by: where it stands, and under which name.
#[derive(PartialEq)]
struct Key {
    place: Place,
    name: QName,
    flattened: Option<&'static str>,
}

impl Collector<'_> {
    /// An element of one of several types: what they are all derived from.
    pub(super) fn xsi_types(
        &mut self,
        named: &Named,
        variants: &[XsiVariant],
        scope: Scope,
    ) -> Result<Use> {
        let own = scope.of(named);
        let mut base = None;
        for variant in variants {
            match variant {
                XsiVariant::Default(value) => base = Some(self.use_of(*value, own)?),
                XsiVariant::Named(value) => {
                    self.use_of(*value, own)?;
                }
                XsiVariant::Other => {}
            }
        }
        match base {
            Some(base) => Ok(base),
            None => Ok(TypeUse::Named(self.abstract_base(named, scope)?).into()),
        }
    }

    /// A type that no value has: `<xs:complexType name="Shape" abstract="true"/>`.
    fn abstract_base(&mut self, named: &Named, scope: Scope) -> Result<QName> {
        self.named(named, scope, |_, _| {
            Ok(Definition::Complex(ComplexType {
                is_abstract: true,
                ..ComplexType::default()
            }))
        })
    }

    /// A struct that stands where its base does: what it has beyond that.
    pub(super) fn derived(
        &mut self,
        named: &Named,
        fields: &[FieldDescription],
        scope: Scope,
    ) -> Result<Definition> {
        let rows: Vec<_> = named.info.fields.iter().zip(fields).collect();
        let (base, inherited) = self.base_of(named, &rows, scope)?;
        let base = match base {
            Base::Default(value, scope) => match self.use_of(value, scope)?.type_use {
                TypeUse::Named(name) => name,
                TypeUse::Inside(_) => return Err(is_no_extension(named, base)),
            },
            Base::Abstract(named, scope) => self.abstract_base(&named, scope)?,
        };
        let own = rows
            .iter()
            .filter(|row| !inherited.contains(&key(**row, scope)));
        let own: Vec<_> = own.copied().collect();
        Ok(self.parts(named, &own, scope)?.extension(base))
    }

    /// The base that has most of the fields, if the type begins with the fields of each.
    fn base_of(
        &mut self,
        named: &Named,
        rows: &[Row<'_>],
        scope: Scope,
    ) -> Result<(Base, Vec<Key>)> {
        let keys: Vec<_> = rows.iter().map(|row| key(*row, scope)).collect();
        let bases = self.survey.bases.get(named.rust).cloned();
        let mut nearest: Option<(Base, Vec<Key>)> = None;
        for base in bases.unwrap_or_default() {
            let inherited = keys_of(base);
            if !begins_with(&keys, &inherited) {
                return Err(is_no_extension(named, base));
            }
            let is_nearer = nearest
                .as_ref()
                .is_none_or(|(_, known)| known.len() < inherited.len());
            if is_nearer && base.named().is_some_and(|base| base.rust != named.rust) {
                nearest = Some((base, inherited));
            }
        }
        nearest.ok_or_else(|| problem("a type that is derived from itself"))
    }
}

/// Whether the elements of a type begin with those of another, and it has its attributes and its text.
fn begins_with(keys: &[Key], inherited: &[Key]) -> bool {
    let is_in_order = |key: &&Key| !matches!(key.place, Place::Attribute | Place::Text);
    let mut elements = keys.iter().filter(is_in_order);
    inherited.iter().all(|key| {
        if is_in_order(&key) {
            elements.next() == Some(key)
        } else {
            keys.contains(key)
        }
    })
}

fn keys_of(base: Base) -> Vec<Key> {
    match base {
        Base::Abstract(..) => Vec::new(),
        Base::Default(value, scope) => keys_of_struct(value, scope),
    }
}

fn keys_of_struct(value: Describe, scope: Scope) -> Vec<Key> {
    match *value().shape() {
        Shape::Newtype(named, value) => keys_of_struct(value, scope.of(&named)),
        Shape::Fields(named, fields) => {
            let rows = named.info.fields.iter().zip(fields);
            rows.map(|row| key(row, scope.of(&named))).collect()
        }
        _ => Vec::new(),
    }
}

fn key((row, field): Row<'_>, scope: Scope) -> Key {
    let namespace = match row.place {
        Place::Element => row.namespace().unwrap_or(scope.fields),
        _ => row.namespace().unwrap_or_default(),
    };
    Key {
        place: row.place,
        name: QName::new(namespace, row.tags.local()),
        flattened: if row.flattened_type().is_some() {
            struct_of(field.value).map(|named| named.rust)
        } else {
            None
        },
    }
}

fn is_no_extension(named: &Named, base: Base) -> crate::error::Error {
    problem(format!(
        "`{}` as a type derived from `{}`, for it does not begin with the same fields",
        Shown(&named.short()),
        Shown(&base.named().map(|base| base.short()).unwrap_or_default())
    ))
}
