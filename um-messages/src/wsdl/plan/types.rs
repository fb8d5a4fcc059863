//! The items of types.

use std::collections::HashSet;

use super::bases::Parts;
use super::fields::Fields;
use super::naming::{Names, TAKEN, pascal};
use super::planner::Planner;
use super::rust::{Body, Derive, Docs, Field, ItemId, Key, ModuleId, RustType, Variant};
use super::unions::Members;
use crate::wsdl::model::{
    Complex, Definition, Enumeration, Facets, Type, TypeId, TypeName, TypeRef,
};
use crate::wsdl::resolve::BuiltIn;

impl<'m, 'a> Planner<'m, 'a> {
    /// Names for all types that have none yet, in the order in which they were found.
    pub(super) fn name_types(&mut self) {
        let model = self.model;
        let messages = self.names_of_messages();
        for (index, of_type) in model.types.iter().enumerate() {
            let id = TypeId(index);
            let name = self.type_name(of_type);
            let module = self.modules.of(of_type.namespace);
            if self.reached.types.contains(&id) && !self.item_of.contains_key(&id) {
                let is_taken =
                    TAKEN.contains(&name.as_str()) || messages.contains(&(module, name.clone()));
                let own = if is_taken {
                    format!("{name}{}", suffix(of_type))
                } else {
                    name.clone()
                };
                let item = self.reserve(module, &own, Derive::Type);
                self.item_of.insert(id, item);
            }
            if self.reached.bases.contains(&id) {
                let item = self.reserve(module, &format!("Any{name}"), Derive::Type);
                self.set_owner(item, id);
                self.any_of.insert(id, item);
            }
        }
    }

    fn set_owner(&mut self, item: ItemId, owner: TypeId) {
        let owner = self.item_of.get(&owner).copied();
        if let Some(item) = self.items.get_mut(item.0) {
            item.owner = owner;
        }
    }

    /// The names of messages, and of elements that are documents.
    fn names_of_messages(&self) -> HashSet<(ModuleId, String)> {
        let items = self.message_of.values();
        let items = items.filter_map(|item| self.items.get(item.0));
        items.map(|item| (item.module, item.name.clone())).collect()
    }

    fn type_name(&self, of_type: &Type<'a>) -> String {
        match of_type.name {
            TypeName::Global(name) | TypeName::Inside { owner: None, name } => {
                self.rust_name((of_type.namespace, name))
            }
            TypeName::Inside {
                owner: Some(owner),
                name,
            } => {
                let item = self.item_of.get(&owner).map(|owner| self.name_of(*owner));
                let owner = item.or_else(|| Some(self.type_name(self.model.types.get(owner.0)?)));
                format!("{}{}", owner.unwrap_or_default(), pascal(name))
            }
        }
    }

    pub(super) fn add_types(&mut self) {
        let model = self.model;
        let messages: HashSet<ItemId> = self.message_of.values().copied().collect();
        for (index, of_type) in model.types.iter().enumerate() {
            let id = TypeId(index);
            self.note_fallback(id, of_type);
            if let (Some(any), Definition::Complex(complex)) =
                (self.any_of.get(&id).copied(), &of_type.definition)
            {
                self.add_any(any, id, of_type, complex);
            }
            let Some(item) = self.item_of.get(&id).copied() else {
                continue;
            };
            if let Some(docs) = &of_type.documentation {
                self.document(item, Docs::text(docs));
            }
            match &of_type.definition {
                Definition::Complex(complex) => {
                    let item = (item, messages.contains(&item));
                    self.add_complex(item, (id, of_type), complex);
                }
                Definition::Enumeration(enumeration) => {
                    self.add_enumeration((id, item), enumeration);
                }
                Definition::List(list) => self.add_list(item, *list),
                Definition::Union(members) => self.add_union((id, item), members),
                Definition::Restricted(value, facets) => {
                    self.add_restricted(item, *value, facets.clone());
                }
                Definition::Broken => {}
            }
        }
    }

    /// What is kept without a type is said at the enum of the types that may stand for this one, or else at the type.
    fn note_fallback(&mut self, id: TypeId, of_type: &Type<'a>) {
        let item = self.any_of.get(&id).or_else(|| self.item_of.get(&id));
        if let Some(item) = item.and_then(|item| self.items.get_mut(item.0)) {
            item.fallback.clone_from(&of_type.fallback);
        }
    }

    pub(super) fn document(&mut self, item: ItemId, docs: Docs) {
        if let Some(item) = self.items.get_mut(item.0) {
            item.docs.get_or_insert(docs);
        }
    }

    /// What a type is called where a name is asked for a part of it: one without a name by the element that it is of, behind what that is in.
    pub(super) fn path_of(&self, id: TypeId) -> String {
        let of_type = self.model.types.get(id.0);
        match of_type.map(|of_type: &Type<'a>| (of_type.namespace, of_type.name)) {
            Some((namespace, TypeName::Global(name) | TypeName::Inside { owner: None, name })) => {
                format!("{{{namespace}}}{name}")
            }
            Some((
                _,
                TypeName::Inside {
                    owner: Some(owner),
                    name,
                },
            )) => {
                format!("{}/{name}", self.path_of(owner))
            }
            None => String::new(),
        }
    }

    fn add_complex(
        &mut self,
        (item, is_message): (ItemId, bool),
        (id, of_type): (TypeId, &Type<'a>),
        complex: &'m Complex<'a>,
    ) {
        let parts = Parts::of(self.model, complex);
        let mut fields = Fields::new(item, self.path_of(id), of_type.namespace);
        if let Some(base) = parts.base.and_then(|base| self.item_of.get(&base)) {
            fields.push_base(*base);
        }
        for attribute in parts.attributes {
            self.add_attribute(&mut fields, attribute);
        }
        if parts.has_any_attribute {
            let keys = vec![Key::Flag("any_attribute")];
            let value = RustType::ATTRIBUTE.many();
            fields.push(("any_attribute", None), None, keys, value);
        }
        self.add_slots(&mut fields, &parts.slots);
        if let Some(text) = parts.text {
            let value = self.text_value(text);
            let mut keys = vec![Key::Flag("text")];
            keys.extend(value.key.map(Key::Flag));
            fields.push(("value", None), None, keys, value.rust);
        }
        let (fields, style) = fields.finish();
        let mut keys = Vec::new();
        if !parts.slots.is_empty() && !is_message {
            keys.push(self.own_namespace(of_type.namespace));
        }
        keys.extend(style);
        let keeps_all = |field: &Field| {
            let mut keys = field.keys.iter();
            keys.any(|key| matches!(key, Key::Flag("any" | "any_attribute")))
        };
        let is_open = parts.is_base_open || fields.iter().any(keeps_all);
        if self.options.is_strict && !is_open {
            keys.push(Key::Flag("deny_unknown_fields"));
        }
        self.set(item, keys, Body::Struct(fields));
    }

    /// The enum of a type and of those that are derived from it, told apart by `xsi:type`.
    fn add_any(&mut self, any: ItemId, id: TypeId, of_type: &Type<'a>, complex: &Complex<'a>) {
        let mut variants = Vec::new();
        let mut names = Names::default();
        let own = Some(id).filter(|_| !complex.is_abstract);
        for member in own.into_iter().chain(complex.derived.iter().copied()) {
            variants.extend(self.any_variant(member, id, of_type.namespace, &mut names));
        }
        variants.push(Variant {
            name: names.unique("Other"),
            docs: Some(Docs::own("A type that is not known.")),
            keys: vec![Key::Flag("other")],
            value: Some(RustType::ELEMENT),
        });
        let mut keys = vec![Key::Flag("xsi_type")];
        keys.push(self.own_namespace(of_type.namespace));
        let name = own.and_then(|own| self.item_of.get(&own));
        let name = name.map(|item| self.name_of(*item));
        let docs = match name {
            Some(name) => format!("`{name}`, or a type that is derived from it."),
            None => format!("A type that is derived from `{}`.", self.type_name(of_type)),
        };
        self.document(any, Docs::own(docs));
        self.set(any, keys, Body::Enum(variants));
    }

    fn any_variant(
        &mut self,
        member: TypeId,
        base: TypeId,
        namespace: &str,
        names: &mut Names,
    ) -> Option<Variant> {
        let model = self.model;
        let of_type = model.types.get(member.0)?;
        let item = *self.item_of.get(&member)?;
        let Definition::Complex(complex) = &of_type.definition else {
            return None;
        };
        let TypeName::Global(xml) = of_type.name else {
            return None;
        };
        if complex.is_abstract {
            return None;
        }
        let name = names.unique(&pascal(xml));
        let mut keys = Vec::new();
        if member == base {
            keys.push(Key::Flag("default"));
        }
        if of_type.namespace != namespace {
            keys.push(self.own_namespace(of_type.namespace));
        }
        if name != xml {
            keys.push(Key::Text("rename", xml.to_owned()));
        }
        Some(Variant {
            name,
            docs: None,
            keys,
            value: Some(RustType::Named(item)),
        })
    }

    fn add_enumeration(&mut self, (id, item): (TypeId, ItemId), enumeration: &Enumeration<'a>) {
        let path = self.path_of(id);
        let values = enumeration.values.iter();
        let (mut variants, keys) = self.values(&path, enumeration.base, values);
        if self.options.has_open_enums {
            variants.push(other_value(&variants));
        }
        self.set(item, keys, Body::Enum(variants));
    }

    fn add_list(&mut self, item: ItemId, of: TypeRef) {
        let value = self.text_value(of).without_key();
        self.set(item, vec![Key::Flag("list")], Body::Tuple(value.many()));
    }

    /// A type that a macro makes of a tuple struct.
    fn add_restricted(&mut self, item: ItemId, value: TypeRef, facets: Facets) {
        let value = self.text_value(value).without_key();
        self.set(item, Vec::new(), Body::Restricted(value, facets));
        if let Some(item) = self.items.get_mut(item.0) {
            item.derive = Derive::None;
        }
    }

    /// A union of values and of any text is an enum that is open; any other one tries its members.
    fn add_union(&mut self, (id, item): (TypeId, ItemId), members: &[TypeRef]) {
        match Members::of(self.model, members) {
            Members::Values {
                base,
                values,
                is_open,
            } => {
                let path = self.path_of(id);
                let (mut variants, keys) = self.values(&path, base, values.into_iter());
                if is_open {
                    variants.push(other_value(&variants));
                }
                self.set(item, keys, Body::Enum(variants));
            }
            Members::Each(members) => self.add_members(item, &members),
        }
    }

    /// The members up to the first one that is any text, `01` for one: a number behind it is not what such a text is.
    fn add_members(&mut self, item: ItemId, members: &[TypeRef]) {
        let mut names = Names::default();
        let mut seen: Vec<RustType> = Vec::new();
        let mut variants = Vec::new();
        for member in members {
            let value = self.text_value(*member).without_key();
            if seen.contains(&value) {
                continue;
            }
            seen.push(value.clone());
            let is_text = value == RustType::STRING;
            let name = if is_text {
                "Text".to_owned()
            } else {
                self.member_name(*member, &value)
            };
            variants.push(Variant {
                name: names.unique(&name),
                docs: None,
                keys: Vec::new(),
                value: Some(value),
            });
            if is_text {
                break;
            }
        }
        if let [
            Variant {
                value: Some(only), ..
            },
        ] = variants.as_slice()
        {
            let only = only.clone();
            self.set(item, Vec::new(), Body::Tuple(only));
        } else {
            self.set(item, vec![Key::Flag("union")], Body::Enum(variants));
        }
    }

    fn member_name(&self, member: TypeRef, value: &RustType) -> String {
        match (member, value) {
            (_, RustType::Named(item)) => self.name_of(*item),
            (TypeRef::BuiltIn(BuiltIn::Float | BuiltIn::Double), _) => "Float".to_owned(),
            (_, RustType::Known(known)) if known.path == "bool" => "Boolean".to_owned(),
            (_, RustType::Known(known)) => match known.path.rsplit("::").next() {
                Some(name) if known.path.contains("::") => name.to_owned(),
                _ => "Number".to_owned(),
            },
            _ => "Value".to_owned(),
        }
    }
}

/// What is put behind the name of a type that a message or an element has.
fn suffix(of_type: &Type<'_>) -> &'static str {
    match (&of_type.definition, of_type.name) {
        (Definition::Complex(_), _) | (_, TypeName::Global(_)) => "Type",
        _ => "Value",
    }
}

fn other_value(variants: &[Variant]) -> Variant {
    let mut names = Names::default();
    for variant in variants {
        names.unique(&variant.name);
    }
    Variant {
        name: names.unique("Other"),
        docs: Some(Docs::own("Any other text.")),
        keys: vec![Key::Flag("other")],
        value: Some(RustType::STRING),
    }
}

/// Whether other types may stand in the place of this one, or nothing but these.
pub(super) fn is_polymorphic(definition: &Definition<'_>) -> bool {
    matches!(definition, Definition::Complex(complex) if !complex.derived.is_empty())
}
