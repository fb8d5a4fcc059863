//! Which namespaces a schema refers to, so that it imports them.

use super::components::{
    ComplexType, Content, Definition, Particle, Schema, SimpleType, Term, TypeUse,
};
use crate::qname::QName;

impl Schema {
    /// Passes all names to `visit` that the schema refers to.
    pub(super) fn visit_references(&self, visit: &mut dyn FnMut(&QName)) {
        for element in &self.elements {
            element.type_use.visit(visit);
        }
        for attribute in &self.attributes {
            attribute.type_use.visit(visit);
        }
        for definition in self.types.iter().filter_map(|(_, it)| it.as_ref()) {
            definition.visit(visit);
        }
    }
}

impl TypeUse {
    fn visit(&self, visit: &mut dyn FnMut(&QName)) {
        match self {
            Self::Named(name) => visit(name),
            Self::Inside(definition) => definition.visit(visit),
        }
    }
}

impl Definition {
    fn visit(&self, visit: &mut dyn FnMut(&QName)) {
        match self {
            Self::Simple(simple) => simple.visit(visit),
            Self::Complex(complex) => complex.visit(visit),
        }
    }
}

impl SimpleType {
    fn visit(&self, visit: &mut dyn FnMut(&QName)) {
        match self {
            Self::Restriction { base, .. } => visit(base),
            Self::List(item) => item.visit(visit),
            Self::Union(members) => {
                for member in members {
                    member.visit(visit);
                }
            }
        }
    }
}

impl ComplexType {
    fn visit(&self, visit: &mut dyn FnMut(&QName)) {
        self.base.iter().for_each(&mut *visit);
        match &self.content {
            Content::Elements { particles, .. } => {
                for particle in particles {
                    particle.visit(visit);
                }
            }
            Content::Text(text) => text.iter().for_each(&mut *visit),
        }
        for attribute in &self.attributes {
            if attribute.name.namespace().is_empty() {
                attribute.type_use.visit(visit);
            } else {
                visit(&attribute.name);
            }
        }
    }
}

impl Particle {
    fn visit(&self, visit: &mut dyn FnMut(&QName)) {
        match &self.term {
            Term::Element(element) => element.type_use.visit(visit),
            Term::Reference(name) => visit(name),
            Term::Sequence(particles) | Term::Choice(particles) => {
                for particle in particles {
                    particle.visit(visit);
                }
            }
            Term::Any(_) => {}
        }
    }
}
