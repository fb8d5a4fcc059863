//! The types that may stand in the place of one that they are derived from.

use std::collections::HashSet;

use super::TypeId;
use super::complex::derivation;
use super::types::{Builder, address, address_of};
use crate::wsdl::options::Subtypes;
use crate::wsdl::read::xsd;
use crate::wsdl::resolve::{Defined, NamedType, TypeDefinition, shown};

/// Up to so many derived types are all generated where their base stands; of more, those that something else uses.
const MAX_DERIVED: usize = 32;

impl<'a> Builder<'a, '_> {
    /// Which types are derived from which. Names that mean nothing are reported where the type is used.
    pub(super) fn index_derived(&mut self) {
        for defined in self.symbols.types.all() {
            if let Some(base) = self.base_of(defined) {
                let derived = self.derived.entry(address_of(base.item)).or_default();
                derived.push(defined);
            }
        }
    }

    /// The type that a complex type is derived from. One that says itself anew is derived from what it was derived from before.
    fn base_of(
        &self,
        defined: Defined<'a, TypeDefinition<'a>>,
    ) -> Option<Defined<'a, TypeDefinition<'a>>> {
        let base = self.named_base(defined)?;
        if address_of(base.item) != address_of(defined.item) {
            return Some(base);
        }
        let original = self.symbols.types.original(base.key)?;
        let base = self.named_base(original)?;
        (address_of(base.item) != address_of(defined.item)).then_some(base)
    }

    fn named_base(
        &self,
        defined: Defined<'a, TypeDefinition<'a>>,
    ) -> Option<Defined<'a, TypeDefinition<'a>>> {
        let TypeDefinition::Complex(definition) = defined.item else {
            return None;
        };
        let base = derivation(definition)?.base.as_ref()?;
        match self.symbols.type_named(base, defined.scope, definition.at) {
            Ok(NamedType::Defined(base)) => Some(base),
            _ => None,
        }
    }

    /// The definitions of the types that may stand where this one is expected.
    fn all_derived(
        &self,
        defined: Defined<'a, &'a xsd::ComplexType>,
    ) -> Vec<Defined<'a, TypeDefinition<'a>>> {
        let mut all: Vec<Defined<'a, TypeDefinition<'a>>> = Vec::new();
        let mut seen = HashSet::from([address(defined.item)]);
        let mut open = vec![address(defined.item)];
        while let Some(base) = open.pop() {
            for derived in self.derived.get(&base).into_iter().flatten() {
                if seen.insert(address_of(derived.item)) {
                    open.push(address_of(derived.item));
                    all.push(*derived);
                }
            }
        }
        all.sort_by_key(|derived| derived.key);
        all
    }

    /// Builds these, if they are asked for.
    pub(super) fn reach_derived(&mut self, defined: Defined<'a, &'a xsd::ComplexType>) {
        let all = self.all_derived(defined);
        let is_asked_for = match self.options.selection.subtypes {
            Subtypes::Auto => all.len() <= MAX_DERIVED,
            Subtypes::All => true,
            Subtypes::Reached => false,
        };
        if is_asked_for {
            for derived in all {
                self.defined(derived);
            }
        }
    }

    /// Those that were built, because they are few or because something else reaches them.
    pub(super) fn derived_from(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
    ) -> Vec<TypeId> {
        let all = self.all_derived(defined);
        let built: Vec<TypeId> = all
            .iter()
            .filter_map(|derived| self.ids.get(&address_of(derived.item)).copied())
            .collect();
        if built.len() < all.len() {
            let problem = format!(
                "{} of the {} types that may stand for {} are kept as elements",
                all.len() - built.len(),
                all.len(),
                shown(defined.key)
            );
            self.fall_back(id, problem, "`--subtypes all` generates all of them");
        }
        built
    }
}
