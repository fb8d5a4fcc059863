//! Which types something is generated for: those that a value of a message may be, as it is held.

use std::collections::HashSet;

use super::bases::Parts;
use super::lists::Lists;
use super::slots::Slot;
use super::unions::Members;
use crate::wsdl::model::{self, Complex, Definition, Element, Model, Occurs, TypeId, TypeRef};

/// What something is generated for.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// The types that are structs, enums or other items.
    pub(super) types: HashSet<TypeId>,
    /// The types that stand for those that are derived from them, too.
    pub(super) bases: HashSet<TypeId>,
}

/// What the messages, or else the elements or all types of the schemas, are made of.
pub(super) fn reached<'m, 'a>(model: &'m Model<'a>, lists: &mut Lists<'m, 'a>) -> Reached {
    let mut search = Search {
        model,
        lists,
        reached: Reached::default(),
        open: Vec::new(),
        open_types: Vec::new(),
    };
    search.add_roots();
    loop {
        if let Some(id) = search.open_types.pop() {
            search.reach_type(id);
        } else if let Some(of) = search.open.pop() {
            search.reach(of);
        } else {
            return search.reached;
        }
    }
}

/// What has been found, and is still to be looked at.
struct Search<'s, 'm, 'a> {
    model: &'m Model<'a>,
    lists: &'s mut Lists<'m, 'a>,
    reached: Reached,
    open: Vec<TypeRef>,
    /// The types that are meant themselves, and not one that is derived from them.
    open_types: Vec<TypeId>,
}

impl<'m, 'a> Search<'_, 'm, 'a> {
    /// What everything begins with.
    fn add_roots(&mut self) {
        let model = self.model;
        if model.elements.is_empty() && model.services.is_empty() {
            let all = (0..model.types.len()).map(TypeId);
            let has_values = |id: &TypeId| {
                complex(model, *id).is_none_or(|it| !it.is_abstract || it.derived.is_empty())
            };
            self.open_types.extend(all.filter(has_values));
            return;
        }
        let elements = model.elements.iter();
        self.open.extend(elements.map(|element| element.value));
        let services = model.services.iter();
        for operation in services.flat_map(|service| &service.operations) {
            for message in std::iter::once(&operation.request).chain(&operation.response) {
                if let model::Body::Rpc { parts, .. } = &message.body {
                    for part in parts {
                        self.add_field(part, Occurs::ONCE);
                    }
                }
            }
        }
    }

    fn reach(&mut self, of: TypeRef) {
        let TypeRef::Defined(id) = of else {
            return;
        };
        let model = self.model;
        let Some(base) = complex(model, id).filter(|base| !base.derived.is_empty()) else {
            return self.open_types.push(id);
        };
        if self.reached.bases.insert(id) {
            let all = std::iter::once(&id).chain(&base.derived).copied();
            let has_values = |id: &TypeId| complex(model, *id).is_none_or(|it| !it.is_abstract);
            self.open_types.extend(all.filter(has_values));
        }
    }

    fn reach_type(&mut self, id: TypeId) {
        let model = self.model;
        let Some(of_type) = model.types.get(id.0) else {
            return;
        };
        if matches!(of_type.definition, Definition::Broken) || !self.reached.types.insert(id) {
            return;
        }
        match &of_type.definition {
            Definition::Complex(complex) => self.add_parts(complex),
            Definition::List(value) | Definition::Restricted(value, _) => self.open.push(*value),
            Definition::Union(members) => {
                if let Members::Each(members) = Members::of(model, members) {
                    self.open.extend(members);
                }
            }
            Definition::Enumeration(_) | Definition::Broken => {}
        }
    }

    fn add_parts(&mut self, complex: &'m Complex<'a>) {
        let parts = Parts::of(self.model, complex);
        self.open_types.extend(parts.base);
        let attributes = parts.attributes.iter().map(|attribute| attribute.value);
        self.open.extend(attributes.chain(parts.text));
        self.add_slots(&parts.slots);
    }

    fn add_slots(&mut self, slots: &[Slot<'m, 'a>]) {
        for slot in slots {
            match slot {
                Slot::Element(element, occurs) => self.add_field(element, *occurs),
                Slot::Choice { branches, .. } => {
                    for branch in branches {
                        self.add_branch(branch);
                    }
                }
                Slot::Group { slots, .. } => self.add_slots(slots),
                Slot::Mix(mix) => {
                    let elements = mix.elements.iter();
                    self.open.extend(elements.map(|element| element.value));
                }
                Slot::Any(..) => {}
            }
        }
    }

    /// One element is a variant, and more are a group.
    fn add_branch(&mut self, branch: &[Slot<'m, 'a>]) {
        match branch {
            [Slot::Element(element, _)] => self.open.push(element.value),
            slots => self.add_slots(slots),
        }
    }

    /// A list in a wrapper is its items.
    fn add_field(&mut self, element: &Element<'a>, occurs: Occurs) {
        let items = self.lists.items(element, occurs);
        self.open
            .push(items.map_or(element.value, |(item, _)| item.value));
    }
}

fn complex<'m, 'a>(model: &'m Model<'a>, id: TypeId) -> Option<&'m Complex<'a>> {
    match &model.types.get(id.0)?.definition {
        Definition::Complex(complex) => Some(complex),
        _ => None,
    }
}
