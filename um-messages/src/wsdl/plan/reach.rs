//! Which types something is generated for: those that a value of a message may be.

use std::collections::HashSet;
use std::rc::Rc;

use super::Planner;
use super::types::Members;
use crate::wsdl::model::{self, Complex, Content, Definition, Particle, Term, TypeId, TypeRef};

/// What something is generated for.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// The types that are structs, enums or other items.
    pub(super) types: HashSet<TypeId>,
    /// The types that stand for those that are derived from them, too.
    pub(super) bases: HashSet<TypeId>,
}

/// What has been found, and is still to be looked at.
struct Search<'m, 'a> {
    reached: Reached,
    open: Vec<TypeRef>,
    /// The types that are meant themselves, and not one that is derived from them.
    open_types: Vec<TypeId>,
    open_particles: Vec<&'m Particle<'a>>,
    particles: HashSet<*const Particle<'a>>,
}

impl<'m, 'a> Planner<'m, 'a> {
    /// What the messages, or else the elements or all types of the schemas, are made of.
    pub(super) fn find_reached(&self) -> Reached {
        let mut search = Search {
            reached: Reached::default(),
            open: roots(self.model),
            open_types: Vec::new(),
            open_particles: Vec::new(),
            particles: HashSet::new(),
        };
        loop {
            if let Some(particle) = search.open_particles.pop() {
                search.look_into(particle);
            } else if let Some(id) = search.open_types.pop() {
                self.reach_type(id, &mut search);
            } else if let Some(of) = search.open.pop() {
                self.reach(of, &mut search);
            } else {
                return search.reached;
            }
        }
    }

    fn reach(&self, of: TypeRef, search: &mut Search<'m, 'a>) {
        let TypeRef::Defined(id) = of else {
            return;
        };
        match self
            .model
            .types
            .get(id.0)
            .map(|of_type| &of_type.definition)
        {
            Some(Definition::Complex(complex)) if !complex.derived.is_empty() => {
                if search.reached.bases.insert(id) {
                    let all = std::iter::once(&id).chain(&complex.derived);
                    search
                        .open_types
                        .extend(all.filter(|id| !self.is_abstract(**id)));
                }
            }
            _ => search.open_types.push(id),
        }
    }

    fn is_abstract(&self, id: TypeId) -> bool {
        let of_type = self.model.types.get(id.0);
        matches!(of_type.map(|of_type| &of_type.definition), Some(Definition::Complex(complex)) if complex.is_abstract)
    }

    fn reach_type(&self, id: TypeId, search: &mut Search<'m, 'a>) {
        let Some(of_type) = self.model.types.get(id.0) else {
            return;
        };
        if matches!(of_type.definition, Definition::Broken) || !search.reached.types.insert(id) {
            return;
        }
        match &of_type.definition {
            Definition::Complex(complex) => {
                search.open_types.extend(self.kept_base(complex));
                search.add_parts(complex);
            }
            Definition::List(value) | Definition::Restricted(value, _) => search.open.push(*value),
            Definition::Union(members) => {
                if let Members::Each(members) = self.members(members) {
                    search.open.extend(members);
                }
            }
            Definition::Enumeration(_) | Definition::Broken => {}
        }
    }
}

impl<'m, 'a> Search<'m, 'a> {
    fn add_parts(&mut self, complex: &'m Complex<'a>) {
        self.open
            .extend(complex.attributes.iter().map(|attribute| attribute.value));
        match &complex.content {
            Content::Empty => {}
            Content::Text(text) => self.open.push(*text),
            Content::Elements { particle, .. } => self.open_particles.push(particle),
        }
    }

    /// Groups stand in many types, and more than once in one.
    fn look_into(&mut self, particle: &'m Particle<'a>) {
        if !self.particles.insert(std::ptr::from_ref(particle)) {
            return;
        }
        match &particle.term {
            Term::Element(element) => self.open.push(element.value),
            Term::Sequence(group) | Term::Choice(group) => {
                self.open_particles
                    .extend(group.particles.iter().map(Rc::as_ref));
            }
            Term::Any(_) => {}
        }
    }
}

/// What everything begins with.
fn roots(model: &model::Model<'_>) -> Vec<TypeRef> {
    if model.elements.is_empty() && model.services.is_empty() {
        return (0..model.types.len())
            .map(|index| TypeRef::Defined(TypeId(index)))
            .collect();
    }
    let operations = model
        .services
        .iter()
        .flat_map(|service| &service.operations);
    let messages = operations
        .flat_map(|operation| std::iter::once(&operation.request).chain(&operation.response));
    let parts = messages.filter_map(|message| match &message.body {
        model::Body::Rpc { parts, .. } => Some(parts),
        _ => None,
    });
    let elements = model.elements.iter().chain(parts.flatten());
    elements.map(|element| element.value).collect()
}
