//! A content model as a struct has it: elements, choices, groups, and what may be anything, one behind the other.

use std::collections::HashSet;

use crate::wsdl::model::{Element, Group, Occurs, Particle, Term};
use crate::wsdl::resolve::Key;

/// How many elements of a content model are looked at: groups that stand in groups could make it any number.
const MAX_ELEMENTS: usize = 20_000;

/// Something that is a field.
#[derive(Debug)]
pub(super) enum Slot<'m, 'a> {
    Element(&'m Element<'a>, Occurs),
    /// One of several, at most once or exactly once.
    Choice {
        name: Option<&'a str>,
        branches: Vec<Vec<Slot<'m, 'a>>>,
        is_optional: bool,
    },
    /// Several that stand together, so often.
    Group {
        name: Option<&'a str>,
        slots: Vec<Slot<'m, 'a>>,
        occurs: Occurs,
    },
    /// Any of these, in any order.
    Mix(Mix<'m, 'a>),
    Any(Occurs),
}

/// Elements, each as often as it likes, in any order: what every content model is if one is not precise. Their order is kept, so
/// that what is valid when it is read is valid when it is written.
#[derive(Debug, Default)]
pub(super) struct Mix<'m, 'a> {
    pub(super) name: Option<&'a str>,
    pub(super) elements: Vec<&'m Element<'a>>,
    pub(super) has_any: bool,
    pub(super) has_text: bool,
    pub(super) is_required: bool,
}

/// The content of an element.
pub(super) fn slots<'m, 'a>(particle: &'m Particle<'a>, is_mixed: bool) -> Vec<Slot<'m, 'a>> {
    let mut mix = Mix::default();
    let mut budget = MAX_ELEMENTS;
    mix.add(particle, &mut budget, &mut HashSet::new());
    if is_mixed || budget == 0 {
        mix.has_text = is_mixed;
        return vec![Slot::Mix(mix)];
    }
    let slots = of_particle(particle);
    if are_plain(&slots) {
        slots
    } else {
        vec![Slot::Mix(mix)]
    }
}

impl<'m, 'a> Mix<'m, 'a> {
    fn of(particle: &'m Particle<'a>, name: Option<&'a str>) -> Self {
        let mut mix = Self {
            name,
            ..Self::default()
        };
        mix.add(particle, &mut MAX_ELEMENTS.clone(), &mut HashSet::new());
        mix.is_required = particle.occurs.min > 0 && matches!(particle.term, Term::Choice(_));
        mix
    }

    fn add(&mut self, particle: &'m Particle<'a>, budget: &mut usize, seen: &mut HashSet<Key<'a>>) {
        if *budget == 0 {
            return;
        }
        *budget -= 1;
        match &particle.term {
            Term::Element(element) => {
                if seen.insert(element.key) {
                    self.elements.push(element);
                }
            }
            Term::Sequence(group) | Term::Choice(group) => {
                for particle in &group.particles {
                    self.add(particle, budget, seen);
                }
            }
            Term::Any => self.has_any = true,
        }
    }
}

fn of_particle<'m, 'a>(particle: &'m Particle<'a>) -> Vec<Slot<'m, 'a>> {
    let occurs = particle.occurs;
    match &particle.term {
        Term::Element(element) => vec![Slot::Element(element, occurs)],
        Term::Any => vec![Slot::Any(occurs)],
        Term::Sequence(group) => of_sequence(particle, group),
        Term::Choice(group) if occurs.is_many() => match group.particles.as_slice() {
            [] => Vec::new(),
            [_] => of_sequence(particle, group),
            _ => vec![Slot::Mix(Mix::of(particle, group.name))],
        },
        Term::Choice(group) => of_choice(group, occurs.min == 0),
    }
}

fn of_sequence<'m, 'a>(particle: &'m Particle<'a>, group: &'m Group<'a>) -> Vec<Slot<'m, 'a>> {
    let occurs = particle.occurs;
    let mut slots: Vec<Slot<'m, 'a>> = group
        .particles
        .iter()
        .flat_map(|particle| of_particle(particle))
        .collect();
    if occurs.is_once() {
        return slots;
    }
    if let [Slot::Element(_, inner) | Slot::Any(inner)] = slots.as_mut_slice() {
        *inner = inner.within(occurs);
        return slots;
    }
    if occurs.is_many() && !begins_anew(&slots) {
        return vec![Slot::Mix(Mix::of(particle, group.name))];
    }
    if !occurs.is_many() && slots.iter().all(Slot::is_optional) {
        return slots;
    }
    if let [Slot::Choice { is_optional, .. }] = slots.as_mut_slice() {
        *is_optional = true;
        return slots;
    }
    let name = group.name;
    vec![Slot::Group {
        name,
        slots,
        occurs,
    }]
}

/// Whether it can be told by the first element where these begin again.
fn begins_anew(slots: &[Slot<'_, '_>]) -> bool {
    let [Slot::Element(_, first), others @ ..] = slots else {
        return false;
    };
    let are_elements = others.iter().all(|slot| matches!(slot, Slot::Element(..)));
    first.is_once() && are_elements
}

fn of_choice<'m, 'a>(group: &'m Group<'a>, is_optional: bool) -> Vec<Slot<'m, 'a>> {
    let mut is_optional = is_optional;
    let mut branches: Vec<Vec<Slot<'m, 'a>>> = Vec::new();
    for particle in &group.particles {
        let mut slots = of_particle(particle);
        match slots.as_mut_slice() {
            [] => is_optional = true,
            [Slot::Element(_, occurs)] => {
                is_optional |= occurs.min == 0;
                occurs.min = occurs.min.max(1);
                branches.push(slots);
            }
            [
                Slot::Choice {
                    branches: inner,
                    is_optional: is_inner_optional,
                    ..
                },
            ] => {
                is_optional |= *is_inner_optional;
                branches.append(inner);
            }
            [
                Slot::Group {
                    slots: inner,
                    occurs,
                    ..
                },
            ] if !occurs.is_many() => {
                is_optional = true;
                let inner = std::mem::take(inner);
                branches.push(inner);
            }
            _ => {
                is_optional |= slots.iter().all(Slot::is_optional);
                branches.push(slots);
            }
        }
    }
    if branches.len() == 1 && !is_optional {
        return branches.pop().unwrap_or_default();
    }
    let name = group.name;
    vec![Slot::Choice {
        name,
        branches,
        is_optional,
    }]
}

impl Occurs {
    /// How often something stands that stands so often in something that stands so often.
    fn within(self, outer: Self) -> Self {
        Self {
            min: self.min.saturating_mul(outer.min),
            max: self
                .max
                .zip(outer.max)
                .map(|(inner, outer)| inner.saturating_mul(outer)),
        }
    }
}

impl Slot<'_, '_> {
    fn is_optional(&self) -> bool {
        match self {
            Self::Element(_, occurs) | Self::Any(occurs) | Self::Group { occurs, .. } => {
                occurs.min == 0
            }
            Self::Choice { is_optional, .. } => *is_optional,
            Self::Mix(mix) => !mix.is_required,
        }
    }
}

/// Whether the fields can be told from each other by their names alone.
fn are_plain(slots: &[Slot<'_, '_>]) -> bool {
    let mut seen = HashSet::new();
    let mut wildcards = 0;
    has_distinct_names(slots, &mut seen, &mut wildcards) && wildcards < 2
}

fn has_distinct_names<'a>(
    slots: &[Slot<'_, 'a>],
    seen: &mut HashSet<Key<'a>>,
    wildcards: &mut usize,
) -> bool {
    slots.iter().all(|slot| match slot {
        Slot::Element(element, _) => seen.insert(element.key),
        Slot::Any(_) => {
            *wildcards += 1;
            true
        }
        Slot::Group { slots, .. } => {
            !has_wildcard(slots) && has_distinct_names(slots, seen, wildcards)
        }
        Slot::Choice { branches, .. } => branches.iter().all(|slots| {
            let is_fit = slots.len() == 1 || !has_wildcard(slots);
            is_fit && has_distinct_names(slots, seen, wildcards)
        }),
        Slot::Mix(mix) => {
            *wildcards += usize::from(mix.has_any);
            mix.elements.iter().all(|element| seen.insert(element.key))
        }
    })
}

fn has_wildcard(slots: &[Slot<'_, '_>]) -> bool {
    slots.iter().any(|slot| match slot {
        Slot::Any(_) => true,
        Slot::Mix(mix) => mix.has_any,
        Slot::Group { slots, .. } => has_wildcard(slots),
        Slot::Choice { branches, .. } => branches.iter().any(|slots| has_wildcard(slots)),
        Slot::Element(..) => false,
    })
}
