//! Content models (part 1, sections 3.7 to 3.9), groups and substitution groups put in their places.

use std::collections::HashSet;
use std::rc::Rc;

use super::types::{Builder, address, endless};
use super::{
    Content, Element, ElementId, Group, Head, HeadId, Occurs, Particle, Standing, Term, TypeId,
    TypeRef,
};
use crate::wsdl::diagnostic::{At, Place};
use crate::wsdl::read::xsd::{self, Bound, Form};
use crate::wsdl::resolve::{BuiltIn, Defined, Key, Scope};

impl From<&xsd::Occurs> for Occurs {
    fn from(occurs: &xsd::Occurs) -> Self {
        Self {
            min: occurs.min,
            max: match occurs.max {
                Bound::Number(max) => Some(max),
                Bound::None(_) => None,
            },
        }
    }
}

impl<'a> Particle<'a> {
    fn once(term: Term<'a>) -> Self {
        Self {
            occurs: Occurs::ONCE,
            term,
        }
    }

    /// A sequence of two.
    pub(super) fn one_behind_the_other(first: Rc<Self>, second: Rc<Self>) -> Rc<Self> {
        Rc::new(Self::once(Term::Sequence(Group {
            name: None,
            particles: vec![first, second],
        })))
    }
}

impl<'a> Builder<'a, '_> {
    pub(super) fn content(
        &mut self,
        owner: TypeId,
        particle: Option<&'a xsd::Particle>,
        is_mixed: bool,
        scope: Scope<'a>,
    ) -> Content<'a> {
        let particle = particle.and_then(|particle| self.particle(owner, particle, scope));
        match particle {
            Some(particle) => Content::Elements { particle, is_mixed },
            None if is_mixed => Content::Elements {
                particle: Rc::new(Particle::once(Term::Sequence(Group {
                    name: None,
                    particles: Vec::new(),
                }))),
                is_mixed,
            },
            None => Content::Empty,
        }
    }

    /// A part of a content model, unless it never stands.
    fn particle(
        &mut self,
        owner: TypeId,
        particle: &'a xsd::Particle,
        scope: Scope<'a>,
    ) -> Option<Rc<Particle<'a>>> {
        let (occurs, at, term) = match particle {
            xsd::Particle::Element(element) => {
                let term = self.element(owner, element, scope)?;
                (&element.occurs, element.at, term)
            }
            xsd::Particle::Group(group) => return self.group(owner, group, scope),
            xsd::Particle::Choice(model) => {
                let group = self.model_group(owner, model, scope);
                let term = if is_nothing(&group) {
                    Term::Sequence(group)
                } else {
                    Term::Choice(group)
                };
                (&model.occurs, model.at, term)
            }
            xsd::Particle::Sequence(model) | xsd::Particle::All(model) => {
                let term = Term::Sequence(self.model_group(owner, model, scope));
                (&model.occurs, model.at, term)
            }
            xsd::Particle::Any(wildcard) => {
                let term = Term::Any(only_namespace(wildcard, scope));
                (&wildcard.occurs, wildcard.at, term)
            }
        };
        let occurs = self.occurs(occurs, scope, at);
        (occurs.max != Some(0)).then(|| Rc::new(Particle { occurs, term }))
    }

    /// How often something stands. What stands at most never need not say so of its least.
    fn occurs(&mut self, occurs: &xsd::Occurs, scope: Scope<'a>, at: At) -> Occurs {
        let occurs = Occurs::from(occurs);
        if let Some(max) = occurs.max.filter(|max| *max > 0 && *max < occurs.min) {
            let problem = format!(
                "this stands {} times at least, and {max} at most",
                occurs.min
            );
            self.refuse(problem, scope, at);
        }
        occurs
    }

    fn model_group(&mut self, owner: TypeId, model: &'a xsd::Model, scope: Scope<'a>) -> Group<'a> {
        let particles = model.particles.iter();
        Group {
            name: None,
            particles: particles
                .filter_map(|particle| self.particle(owner, particle, scope))
                .collect(),
        }
    }

    /// The content of the group that is referred to. Each is made once.
    fn group(
        &mut self,
        owner: TypeId,
        group: &'a xsd::Group,
        scope: Scope<'a>,
    ) -> Option<Rc<Particle<'a>>> {
        let occurs = self.occurs(&group.occurs, scope, group.at);
        let name = group.reference.as_ref().filter(|_| occurs.max != Some(0))?;
        let symbols = self.symbols;
        let found = symbols.named(&symbols.groups, name, scope, group.at);
        let Some(found) = self.found(found) else {
            // Anything may stand there.
            let (min, max) = (0, None);
            let occurs = Occurs { min, max };
            let term = Term::Any(None);
            return self
                .allows_missing()
                .then(|| Rc::new(Particle { occurs, term }));
        };
        let defined = self.group_before_redefinition(found, group);
        if let Some(problem) = endless(&self.open_groups, address(defined.item)) {
            let problem = format!("the group `{}` {problem}", name.local());
            self.refuse(problem, scope, group.at);
            return None;
        }
        let content = self.group_content(owner, defined)?;
        if occurs.is_once() {
            return Some(content);
        }
        let term = Term::Sequence(Group {
            name: Some(defined.key.1),
            particles: vec![content],
        });
        Some(Rc::new(Particle { occurs, term }))
    }

    fn group_content(
        &mut self,
        owner: TypeId,
        defined: Defined<'a, &'a xsd::Group>,
    ) -> Option<Rc<Particle<'a>>> {
        if let Some(known) = self.groups.get(&address(defined.item)) {
            return Some(Rc::clone(known));
        }
        let particle = defined.item.particle.as_ref()?;
        self.open_groups.push(address(defined.item));
        let content = self.particle(owner, particle, defined.scope);
        self.open_groups.pop();
        let mut content = content?;
        if let Term::Sequence(group) | Term::Choice(group) = &mut Rc::make_mut(&mut content).term {
            group.name = Some(defined.key.1);
        }
        self.groups
            .insert(address(defined.item), Rc::clone(&content));
        Some(content)
    }

    /// A group that says itself anew refers to what it was before.
    fn group_before_redefinition(
        &self,
        defined: Defined<'a, &'a xsd::Group>,
        reference: &'a xsd::Group,
    ) -> Defined<'a, &'a xsd::Group> {
        let original = self.symbols.groups.original(defined.key);
        let particle = defined.item.particle.as_ref();
        let is_itself = particle.is_some_and(|particle| refers(particle, reference));
        original.filter(|_| is_itself).unwrap_or(defined)
    }

    fn element(
        &mut self,
        owner: TypeId,
        element: &'a xsd::Element,
        scope: Scope<'a>,
    ) -> Option<Term<'a>> {
        let symbols = self.symbols;
        if let Some(name) = &element.reference {
            let found = symbols.named(&symbols.elements, name, scope, element.at);
            return match self.found(found) {
                Some(head) => Some(self.reference(head)),
                None => self
                    .missing_element(scope.key(name), scope.place(element.at))
                    .map(Term::Element),
            };
        }
        let Some(name) = element.name.as_deref() else {
            let problem = "the element has neither a `name` nor a `ref`";
            self.refuse(problem, scope, element.at);
            return None;
        };
        let namespace = match element.form.unwrap_or(scope.element_form) {
            Form::Qualified => scope.namespace,
            Form::Unqualified => "",
        };
        let key = (namespace, name);
        Some(Term::Element(self.declared(
            element,
            key,
            scope,
            Some(owner),
        )))
    }

    /// An element that is not there, if that is allowed.
    pub(super) fn missing_element(&self, key: Key<'a>, place: Place) -> Option<Element<'a>> {
        self.allows_missing().then_some(Element {
            key,
            value: TypeRef::BuiltIn(BuiltIn::AnyType),
            is_nillable: false,
            default: None,
            documentation: None,
            place,
        })
    }

    /// An element at the top of a schema, or one of those that may stand in its place, where a part of a message is it.
    pub(super) fn standing(&mut self, head: Defined<'a, &'a xsd::Element>) -> Standing {
        if let Some(known) = self.standing.get(&address(head.item)) {
            return *known;
        }
        let members = self.substitutes(head).into_iter();
        let members: Vec<ElementId> = members.map(|member| self.global_element(member)).collect();
        let standing = match members.as_slice() {
            [] => Standing::Element(self.global_element(head)),
            [only] => Standing::Element(*only),
            _ => {
                let key = head.key;
                self.model.heads.push(Head { key, members });
                Standing::OneOf(HeadId(self.model.heads.len() - 1))
            }
        };
        self.standing.insert(address(head.item), standing);
        standing
    }

    /// The same where a content model refers to it.
    fn reference(&mut self, head: Defined<'a, &'a xsd::Element>) -> Term<'a> {
        let members = self.substitutes(head);
        if members.is_empty() {
            return Term::Element(self.global(head));
        }
        let particles = members.into_iter().map(|member| {
            let element = self.global(member);
            Rc::new(Particle::once(Term::Element(element)))
        });
        Term::Choice(Group {
            particles: particles.collect(),
            name: Some(head.key.1),
        })
    }

    fn global(&mut self, defined: Defined<'a, &'a xsd::Element>) -> Element<'a> {
        self.declared(defined.item, defined.key, defined.scope, None)
    }

    /// The elements that may stand in the place of one, the head of a substitution group, unless it stands there alone.
    fn substitutes(
        &self,
        head: Defined<'a, &'a xsd::Element>,
    ) -> Vec<Defined<'a, &'a xsd::Element>> {
        let mut members = self.members(head);
        if !members.is_empty() && !head.item.is_abstract {
            members.insert(0, head);
        }
        members
    }

    /// The elements of a substitution group that are not abstract, and not its head.
    fn members(&self, head: Defined<'a, &'a xsd::Element>) -> Vec<Defined<'a, &'a xsd::Element>> {
        let mut members = Vec::new();
        let mut seen = HashSet::from([head.key]);
        let mut open = vec![head.key];
        while let Some(key) = open.pop() {
            for member in self.members_of.get(&key).into_iter().flatten() {
                if seen.insert(member.key) {
                    open.push(member.key);
                    members.push(*member);
                }
            }
        }
        members.retain(|member| !member.item.is_abstract);
        members.sort_by_key(|member| member.key);
        members
    }
}

/// The namespace of a wildcard, if it is for one alone (part 1, section 3.10.2).
fn only_namespace<'a>(wildcard: &'a xsd::Wildcard, scope: Scope<'a>) -> Option<&'a str> {
    match wildcard.namespace.trim() {
        "##any" | "##other" | "" => None,
        "##local" => Some(""),
        "##targetNamespace" => Some(scope.namespace),
        namespace => Some(namespace).filter(|namespace| !namespace.contains(char::is_whitespace)),
    }
}

/// Whether this very reference stands in the particle.
fn refers(particle: &xsd::Particle, reference: &xsd::Group) -> bool {
    match particle {
        xsd::Particle::Group(group) => std::ptr::eq(&raw const **group, reference),
        xsd::Particle::All(model)
        | xsd::Particle::Choice(model)
        | xsd::Particle::Sequence(model) => model
            .particles
            .iter()
            .any(|particle| refers(particle, reference)),
        xsd::Particle::Element(_) | xsd::Particle::Any(_) => false,
    }
}

/// Whether nothing stands in a group, so that it is the same whatever becomes of its parts (XML Schema part 1, section 3.4.2).
fn is_nothing(group: &Group<'_>) -> bool {
    let mut particles = group.particles.iter();
    particles.all(|particle| match &particle.term {
        Term::Sequence(inner) => is_nothing(inner),
        Term::Element(_) | Term::Choice(_) | Term::Any(_) => false,
    })
}
