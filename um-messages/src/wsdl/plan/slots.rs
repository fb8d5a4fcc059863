//! A content model as a struct has it: elements, choices, groups, and what may be anything, one behind the other.

use std::collections::HashSet;
use std::rc::Rc;

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
    /// Any elements, of this namespace if there are several such fields.
    Any(Occurs, Option<&'a str>),
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
    pub(super) order: Order,
}

/// Whether the schema says of the order of elements what a mix of them says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    #[default]
    Any,
    /// It says more.
    Lost,
}

/// The content of an element.
pub(super) fn slots<'m, 'a>(particle: &'m Particle<'a>, is_mixed: bool) -> Vec<Slot<'m, 'a>> {
    let mut mix = Mix::default();
    let mut budget = MAX_ELEMENTS;
    mix.add(particle, &mut budget, &mut HashSet::new());
    if is_mixed || budget == 0 {
        mix.has_text = is_mixed;
        return mix.into_slots();
    }
    let mut slots = of_particle(particle);
    let Some(wildcards) = wildcards(&slots) else {
        mix.order = Order::Lost;
        return mix.into_slots();
    };
    if wildcards < 2 {
        slots.iter_mut().for_each(Slot::widen);
    }
    slots
}

/// The content of a type behind that of the one that it extends, and whether any element may stand there or here, if all of it together can be
/// told from each other.
pub(super) fn slots_behind<'m, 'a>(
    all: &'m Particle<'a>,
    own: Option<&'m Particle<'a>>,
) -> Option<(Vec<Slot<'m, 'a>>, bool)> {
    let mut budget = MAX_ELEMENTS;
    Mix::default().add(all, &mut budget, &mut HashSet::new());
    if budget == 0 {
        return None;
    }
    let wildcards = wildcards(&of_particle(all))?;
    let mut own = own.map(of_particle).unwrap_or_default();
    own.iter_mut().for_each(Slot::widen);
    (wildcards < 2).then_some((own, wildcards > 0))
}

impl<'m, 'a> Mix<'m, 'a> {
    fn of(particle: &'m Particle<'a>, name: Option<&'a str>) -> Self {
        let mut mix = Self {
            name,
            ..Self::default()
        };
        mix.add(particle, &mut MAX_ELEMENTS.clone(), &mut HashSet::new());
        let particles = match &only_part(particle).term {
            Term::Choice(group) => group.particles.as_slice(),
            _ => &[],
        };
        let is_single = |particle: &Rc<Particle<'_>>| {
            particle.occurs.is_once() && matches!(particle.term, Term::Element(_) | Term::Any(_))
        };
        mix.is_required = !particles.is_empty() && !is_emptiable(particle);
        if particles.is_empty() || !particles.iter().all(is_single) {
            mix.order = Order::Lost;
        }
        mix
    }

    /// Wildcards alone are one, and of nothing is no field.
    fn into_slots(self) -> Vec<Slot<'m, 'a>> {
        if self.has_text || !self.elements.is_empty() {
            return vec![Slot::Mix(self)];
        }
        let occurs = Occurs {
            min: self.is_required.into(),
            max: None,
        };
        let wildcard = self.has_any.then_some(Slot::Any(occurs, None));
        wildcard.into_iter().collect()
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
            Term::Any(_) => self.has_any = true,
        }
    }
}

/// Whether nothing at all is valid: the minimum of the effective total range is 0 (XML Schema part 1, section 3.8.6).
fn is_emptiable(particle: &Particle<'_>) -> bool {
    let is_emptiable = |particle: &Rc<Particle<'_>>| is_emptiable(particle);
    particle.occurs.min == 0
        || match &particle.term {
            Term::Element(_) | Term::Any(_) => false,
            Term::Sequence(group) => group.particles.iter().all(is_emptiable),
            Term::Choice(group) => group.particles.iter().any(is_emptiable),
        }
}

/// The part of a sequence of nothing else, or the particle itself.
fn only_part<'m, 'a>(particle: &'m Particle<'a>) -> &'m Particle<'a> {
    match &particle.term {
        Term::Sequence(group) => match group.particles.as_slice() {
            [only] if only.occurs.is_once() => only_part(only),
            _ => particle,
        },
        _ => particle,
    }
}

fn of_particle<'m, 'a>(particle: &'m Particle<'a>) -> Vec<Slot<'m, 'a>> {
    let occurs = particle.occurs;
    match &particle.term {
        Term::Element(element) => vec![Slot::Element(element, occurs)],
        Term::Any(namespace) => vec![Slot::Any(occurs, *namespace)],
        Term::Sequence(group) => of_sequence(particle, group),
        Term::Choice(group) if occurs.is_many() => match group.particles.as_slice() {
            [] => Vec::new(),
            [_] => of_sequence(particle, group),
            _ => Mix::of(particle, group.name).into_slots(),
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
    if let [Slot::Element(_, inner) | Slot::Any(inner, _)] = slots.as_mut_slice() {
        *inner = inner.within(occurs);
        return slots;
    }
    if occurs.is_many() && !begins_anew(&slots) {
        return Mix::of(particle, group.name).into_slots();
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
    /// A wildcard that is the only one takes what others would not.
    fn widen(&mut self) {
        if let Self::Any(_, namespace) = self {
            *namespace = None;
        }
    }

    fn is_optional(&self) -> bool {
        match self {
            Self::Element(_, occurs) | Self::Any(occurs, _) | Self::Group { occurs, .. } => {
                occurs.min == 0
            }
            Self::Choice { is_optional, .. } => *is_optional,
            Self::Mix(mix) => !mix.is_required,
        }
    }
}

/// How many wildcards there are, if the fields can be told from each other by their names and namespaces.
fn wildcards(slots: &[Slot<'_, '_>]) -> Option<usize> {
    let mut inner = 0;
    let are_distinct = has_distinct_names(slots, &mut HashSet::new(), &mut inner);
    let mut namespaces = HashSet::new();
    let own = slots.iter().filter_map(|slot| match slot {
        Slot::Any(_, namespace) => Some(namespaces.insert(*namespace)),
        _ => None,
    });
    let own: Vec<bool> = own.collect();
    let is_fit = match inner {
        0 => own.iter().all(|is_new| *is_new),
        inner => inner + own.len() < 2,
    };
    (are_distinct && is_fit).then_some(inner + own.len())
}

/// `wildcards` counts those inside of choices.
fn has_distinct_names<'a>(
    slots: &[Slot<'_, 'a>],
    seen: &mut HashSet<Key<'a>>,
    wildcards: &mut usize,
) -> bool {
    slots.iter().all(|slot| match slot {
        Slot::Element(element, _) => seen.insert(element.key),
        Slot::Any(..) => true,
        Slot::Group { slots, .. } => {
            !has_wildcard(slots) && has_distinct_names(slots, seen, wildcards)
        }
        Slot::Choice { branches, .. } => branches.iter().all(|slots| {
            let has_wildcard = has_wildcard(slots);
            *wildcards += usize::from(has_wildcard);
            (slots.len() == 1 || !has_wildcard) && has_distinct_names(slots, seen, wildcards)
        }),
        Slot::Mix(mix) => {
            *wildcards += usize::from(mix.has_any);
            mix.elements.iter().all(|element| seen.insert(element.key))
        }
    })
}

fn has_wildcard(slots: &[Slot<'_, '_>]) -> bool {
    slots.iter().any(|slot| match slot {
        Slot::Any(..) => true,
        Slot::Mix(mix) => mix.has_any,
        Slot::Group { slots, .. } => has_wildcard(slots),
        Slot::Choice { branches, .. } => branches.iter().any(|slots| has_wildcard(slots)),
        Slot::Element(..) => false,
    })
}
