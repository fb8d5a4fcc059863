//! What is generated for the model: which items of Rust, in which modules, with which names and keys.

mod asked;
mod bases;
mod boxing;
mod fields;
mod messages;
mod modules;
mod naming;
mod reach;
pub(crate) mod rust;
mod slots;
mod types;
mod unused;
mod values;
mod wrappers;

use std::collections::HashMap;

use self::asked::AskedNames;
use self::modules::Modules;
use self::naming::Names;
use self::reach::Reached;
use self::rust::{Body, Derive, File, Item, ItemId, Key, ModuleId};
use super::model::{Element, ElementId, Model, Occurs, TypeId};
use super::options::Options;
use super::resolve::Key as QualifiedName;

/// Plans the file for a model. The types of `namespace` stand in the file itself, others in modules of their own.
pub(crate) fn plan(model: &Model<'_>, namespace: &str, options: &Options) -> File {
    let mut planner = Planner {
        model,
        options,
        modules: Modules::new(namespace, options),
        names: HashMap::new(),
        items: Vec::new(),
        item_of: HashMap::new(),
        any_of: HashMap::new(),
        message_of: HashMap::new(),
        constants: Vec::new(),
        reached: Reached::default(),
        asked: AskedNames::new(options),
        only_lists: HashMap::new(),
    };
    planner.reached = planner.find_reached();
    planner.name_messages();
    planner.name_types();
    planner.add_types();
    planner.add_messages();
    planner.add_services();
    let mut file = File {
        modules: planner.modules.all,
        items: planner.items,
        is_used: Vec::new(),
        constants: planner.constants,
        unmatched: planner.asked.unmatched(),
    };
    unused::forget(&mut file);
    boxing::add_boxes(&mut file);
    file
}

struct Planner<'m, 'a> {
    model: &'m Model<'a>,
    options: &'m Options,
    modules: Modules<'m>,
    /// The names of the items of each module.
    names: HashMap<ModuleId, Names>,
    items: Vec<Item>,
    /// The item of each type.
    item_of: HashMap<TypeId, ItemId>,
    /// The enum of each type that others may stand in the place of.
    any_of: HashMap<TypeId, ItemId>,
    /// The item of each element that is a message, or the root of a document.
    message_of: HashMap<ElementId, ItemId>,
    constants: Vec<rust::Constant>,
    reached: Reached,
    asked: AskedNames<'m>,
    /// Of each type that was asked for, the element that it is a list of and nothing else.
    only_lists: HashMap<TypeId, Option<(&'m Element<'a>, Occurs)>>,
}

impl Planner<'_, '_> {
    /// What an item is called for a name of the schema.
    fn rust_name(&self, (namespace, local): QualifiedName<'_>) -> String {
        let asked = self.options.names.get(&format!("{{{namespace}}}{local}"));
        asked.cloned().unwrap_or_else(|| naming::pascal(local))
    }

    /// Room for an item, under a name that no other one has.
    fn reserve(&mut self, module: ModuleId, name: &str, derive: Derive) -> ItemId {
        let names = self.names.entry(module).or_insert_with(Names::of_items);
        let name = names.unique(name);
        let id = ItemId(self.items.len());
        self.items.push(Item {
            module,
            owner: None,
            name,
            is_root: derive != Derive::Type,
            docs: None,
            fallback: None,
            derive,
            keys: Vec::new(),
            body: Body::Struct(Vec::new()),
        });
        id
    }

    fn reserve_part(&mut self, owner: ItemId, suffix: &str) -> ItemId {
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

    fn set(&mut self, id: ItemId, keys: Vec<Key>, body: Body) {
        if let Some(item) = self.items.get_mut(id.0) {
            item.keys.extend(keys);
            item.body = body;
        }
    }

    fn name_of(&self, id: ItemId) -> String {
        self.items
            .get(id.0)
            .map(|item| item.name.clone())
            .unwrap_or_default()
    }
}
