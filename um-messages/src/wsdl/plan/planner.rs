//! What is known while a file is planned: which items there are, and what they are called.

use std::collections::HashMap;

use super::asked::AskedParts;
use super::lists::Lists;
use super::modules::Modules;
use super::naming::{self, Names};
use super::reach::{Reached, reached};
use super::rust::{Body, Constant, Derive, Item, ItemId, Key, ModuleId};
use crate::wsdl::model::{ElementId, HeadId, Model, TypeId};
use crate::wsdl::options::Options;
use crate::wsdl::resolve::Key as QualifiedName;

pub(super) struct Planner<'m, 'a> {
    pub(super) model: &'m Model<'a>,
    pub(super) options: &'m Options,
    pub(super) modules: Modules<'m>,
    /// The names of the items of each module.
    pub(super) names: HashMap<ModuleId, Names>,
    pub(super) items: Vec<Item>,
    /// The item of each type.
    pub(super) item_of: HashMap<TypeId, ItemId>,
    /// The enum of each type that others may stand in the place of.
    pub(super) any_of: HashMap<TypeId, ItemId>,
    /// The item of each element that is a message, or the root of a document.
    pub(super) message_of: HashMap<ElementId, ItemId>,
    /// The enum of each head of a substitution group that is a message.
    pub(super) any_message_of: HashMap<HeadId, ItemId>,
    pub(super) constants: Vec<Constant>,
    pub(super) reached: Reached,
    pub(super) asked: AskedParts<'m>,
    pub(super) lists: Lists<'m, 'a>,
}

impl<'m, 'a> Planner<'m, 'a> {
    pub(super) fn new(model: &'m Model<'a>, namespace: &'m str, options: &'m Options) -> Self {
        let mut lists = Lists::new(model, options);
        Self {
            model,
            options,
            modules: Modules::new(namespace, options),
            names: HashMap::new(),
            items: Vec::new(),
            item_of: HashMap::new(),
            any_of: HashMap::new(),
            message_of: HashMap::new(),
            any_message_of: HashMap::new(),
            constants: Vec::new(),
            reached: reached(model, &mut lists),
            asked: AskedParts::new(options),
            lists,
        }
    }

    /// What an item is called for a name of the schema.
    pub(super) fn rust_name(&self, (namespace, local): QualifiedName<'_>) -> String {
        let asked = self.options.names.get(&format!("{{{namespace}}}{local}"));
        asked.cloned().unwrap_or_else(|| naming::pascal(local))
    }

    /// Room for an item, under a name that no other one has.
    pub(super) fn reserve(&mut self, module: ModuleId, name: &str, derive: Derive) -> ItemId {
        let names = self.names.entry(module).or_insert_with(Names::of_items);
        let name = names.unique(name);
        let id = ItemId(self.items.len());
        self.items.push(Item {
            module,
            owner: None,
            name,
            docs: None,
            fallback: None,
            derive,
            keys: Vec::new(),
            body: Body::Struct(Vec::new()),
        });
        id
    }

    pub(super) fn reserve_part(&mut self, owner: ItemId, suffix: &str) -> ItemId {
        let name = format!("{}{suffix}", self.name_of(owner));
        let module = self
            .items
            .get(owner.0)
            .map_or(ModuleId::ROOT, |item| item.module);
        let part = self.reserve(module, &name, Derive::Type);
        if let Some(item) = self.items.get_mut(part.0) {
            item.owner = Some(owner);
        }
        part
    }

    pub(super) fn set(&mut self, id: ItemId, keys: Vec<Key>, body: Body) {
        if let Some(item) = self.items.get_mut(id.0) {
            item.keys.extend(keys);
            item.body = body;
        }
    }

    pub(super) fn name_of(&self, id: ItemId) -> String {
        self.items
            .get(id.0)
            .map(|item| item.name.clone())
            .unwrap_or_default()
    }
}
