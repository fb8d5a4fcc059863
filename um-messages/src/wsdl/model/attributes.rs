//! The attributes of a type (part 1, sections 3.2 and 3.6), groups put in their places.

use std::collections::HashSet;

use super::documentation::text_of;
use super::types::{Address, Builder, address, endless};
use super::{Attribute, Complex, TypeId, TypeName, TypeRef};
use crate::wsdl::read::xsd::{self, AttributeUse, Form, Use};
use crate::wsdl::resolve::{BuiltIn, Key, Scope};

/// The groups that have been looked at: each is, once.
#[derive(Default)]
struct Groups {
    open: Vec<Address>,
    seen: HashSet<Address>,
}

impl<'a> Builder<'a, '_> {
    /// Adds attributes to those that the base has. One of the same name is said anew, or left out.
    pub(super) fn add_attributes(
        &mut self,
        owner: TypeId,
        uses: &'a [AttributeUse],
        scope: Scope<'a>,
        complex: &mut Complex<'a>,
    ) {
        self.add_uses(owner, uses, scope, complex, &mut Groups::default());
    }

    fn add_uses(
        &mut self,
        owner: TypeId,
        uses: &'a [AttributeUse],
        scope: Scope<'a>,
        complex: &mut Complex<'a>,
        groups: &mut Groups,
    ) {
        for attribute in uses {
            match attribute {
                AttributeUse::Attribute(attribute) => {
                    self.add_attribute(owner, attribute, scope, complex);
                }
                AttributeUse::AttributeGroup(group) => {
                    self.add_group(owner, group, scope, complex, groups);
                }
                AttributeUse::AnyAttribute(_) => complex.has_any_attribute = true,
            }
        }
    }

    fn add_group(
        &mut self,
        owner: TypeId,
        group: &'a xsd::AttributeGroup,
        scope: Scope<'a>,
        complex: &mut Complex<'a>,
        groups: &mut Groups,
    ) {
        let Some(name) = &group.reference else {
            return;
        };
        let symbols = self.symbols;
        let found = symbols.named(&symbols.attribute_groups, name, scope, group.at);
        let Some(defined) = self.found(found) else {
            complex.has_any_attribute |= self.allows_missing();
            return;
        };
        // A group that says itself anew refers to what it was before.
        let is_itself = defined.item.attributes.iter().any(
            |own| matches!(own, AttributeUse::AttributeGroup(own) if std::ptr::eq(own, group)),
        );
        let original = symbols.attribute_groups.original(defined.key);
        let defined = original.filter(|_| is_itself).unwrap_or(defined);
        let address = address(defined.item);
        if let Some(problem) = endless(&groups.open, address) {
            let problem = format!("the attribute group `{}` {problem}", name.local());
            self.refuse(problem, scope, group.at);
        } else if groups.seen.insert(address) {
            groups.open.push(address);
            self.add_uses(
                owner,
                &defined.item.attributes,
                defined.scope,
                complex,
                groups,
            );
            groups.open.pop();
        }
    }

    fn add_attribute(
        &mut self,
        owner: TypeId,
        attribute: &'a xsd::Attribute,
        scope: Scope<'a>,
        complex: &mut Complex<'a>,
    ) {
        let Some(made) = self.attribute(owner, attribute, scope) else {
            complex.has_any_attribute |= self.allows_missing();
            return;
        };
        let known = complex
            .attributes
            .iter()
            .position(|known| known.key == made.key);
        match (known, attribute.usage) {
            (Some(index), Use::Prohibited) => {
                complex.attributes.remove(index);
            }
            (None, Use::Prohibited) => {}
            (Some(index), _) => {
                if let Some(known) = complex.attributes.get_mut(index) {
                    *known = made;
                }
            }
            (None, _) => complex.attributes.push(made),
        }
    }

    fn attribute(
        &mut self,
        owner: TypeId,
        attribute: &'a xsd::Attribute,
        scope: Scope<'a>,
    ) -> Option<Attribute<'a>> {
        let (declaration, key, declared_in) = self.declaration(attribute, scope)?;
        let name = TypeName::Inside {
            owner: Some(owner),
            name: key.1,
        };
        let value = match (&declaration.type_name, &declaration.simple_type) {
            (Some(type_name), _) => self.named(type_name, declared_in, declaration.at),
            (None, Some(definition)) => self.simple_ref(definition, name, declared_in),
            (None, None) => TypeRef::BuiltIn(BuiltIn::AnySimpleType),
        };
        let defaults = [
            &attribute.default,
            &attribute.fixed,
            &declaration.default,
            &declaration.fixed,
        ];
        let default = defaults.into_iter().find_map(|default| default.as_deref());
        self.note_default((value, default), scope.place(attribute.at));
        let annotations = text_of(&attribute.annotation);
        Some(Attribute {
            key,
            value,
            is_required: attribute.usage == Use::Required,
            default,
            documentation: annotations.or_else(|| text_of(&declaration.annotation)),
            place: scope.place(attribute.at),
        })
    }

    /// What an attribute refers to, or the attribute itself; its name; and where that is declared.
    fn declaration(
        &mut self,
        attribute: &'a xsd::Attribute,
        scope: Scope<'a>,
    ) -> Option<(&'a xsd::Attribute, Key<'a>, Scope<'a>)> {
        let symbols = self.symbols;
        if let Some(name) = &attribute.reference {
            let found = symbols.named(&symbols.attributes, name, scope, attribute.at);
            let defined = self.found(found)?;
            return Some((defined.item, defined.key, defined.scope));
        }
        let Some(name) = attribute.name.as_deref() else {
            let problem = "the attribute has neither a `name` nor a `ref`";
            self.refuse(problem, scope, attribute.at);
            return None;
        };
        let namespace = match attribute.form.unwrap_or(scope.attribute_form) {
            Form::Qualified => scope.namespace,
            Form::Unqualified => "",
        };
        Some((attribute, (namespace, name), scope))
    }
}
