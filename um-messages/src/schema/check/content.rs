//! What stands in a content model, and how.

use crate::wsdl::model::{Element, Occurs, Particle, Term};
use crate::wsdl::resolve::Key;

/// The elements of a content model, each once, wherever it stands.
#[derive(Default)]
pub(super) struct Inventory<'p, 'a> {
    pub(super) entries: Vec<Entry<'p, 'a>>,
    /// Whether there may be elements of any name.
    pub(super) has_any: bool,
}

/// An element, and how often it stands in all.
pub(super) struct Entry<'p, 'a> {
    pub(super) element: &'p Element<'a>,
    pub(super) occurs: Occurs,
}

impl<'p, 'a> Inventory<'p, 'a> {
    pub(super) fn of(particle: Option<&'p Particle<'a>>) -> Self {
        let mut inventory = Self::default();
        if let Some(particle) = particle {
            inventory.add(particle, Occurs::ONCE, false);
        }
        inventory
    }

    pub(super) fn find(&self, key: Key<'_>) -> Option<&Entry<'p, 'a>> {
        self.entries.iter().find(|entry| entry.element.key == key)
    }

    fn add(&mut self, particle: &'p Particle<'a>, around: Occurs, is_branch: bool) {
        let mut occurs = product(particle.occurs, around);
        if is_branch {
            occurs.min = 0;
        }
        match &particle.term {
            Term::Element(element) => self.add_element(element, occurs, is_branch),
            Term::Sequence(group) => {
                for particle in &group.particles {
                    self.add(particle, occurs, is_branch);
                }
            }
            Term::Choice(group) => {
                let is_branch = is_branch || group.particles.len() > 1;
                for particle in &group.particles {
                    self.add(particle, occurs, is_branch);
                }
            }
            Term::Any(_) => self.has_any = true,
        }
    }

    /// Of several of one name in a sequence, all count; of those in the branches of a choice, one does.
    fn add_element(&mut self, element: &'p Element<'a>, occurs: Occurs, is_branch: bool) {
        let mut entries = self.entries.iter_mut();
        match entries.find(|entry| entry.element.key == element.key) {
            Some(entry) if is_branch => {
                let both = entry.occurs.max.zip(occurs.max);
                entry.occurs.max = both.map(|(one, other)| one.max(other));
            }
            Some(entry) => {
                entry.occurs.min = entry.occurs.min.saturating_add(occurs.min);
                let both = entry.occurs.max.zip(occurs.max);
                entry.occurs.max = both.map(|(one, other)| one.saturating_add(other));
            }
            None => self.entries.push(Entry { element, occurs }),
        }
    }
}

fn product(one: Occurs, other: Occurs) -> Occurs {
    Occurs {
        min: one.min.saturating_mul(other.min),
        max: match (one.max, other.max) {
            (Some(0), _) | (_, Some(0)) => Some(0),
            (Some(one), Some(other)) => Some(one.saturating_mul(other)),
            _ => None,
        },
    }
}

/// A content model as it is written in a DTD: `(Iban, Owner?, (Euro | Dollar)*)`. Two that mean the same, as far as can be seen, are
/// the same text.
pub(super) fn expression(particle: Option<&Particle<'_>>) -> String {
    match particle.and_then(|particle| normal(particle, Occurs::ONCE)) {
        Some(normal) => normal.to_text(),
        None => "empty".to_owned(),
    }
}

/// A content model in its normal form.
struct Normal {
    occurs: Occurs,
    term: NormalTerm,
}

enum NormalTerm {
    Name(String),
    Sequence(Vec<Normal>),
    Choice(Vec<Normal>),
}

impl Normal {
    fn is_nullable(&self) -> bool {
        self.occurs.min == 0
    }

    fn to_text(&self) -> String {
        let joined = |all: &[Self], between: &str| {
            let texts: Vec<_> = all.iter().map(Self::to_text).collect();
            format!("({})", texts.join(between))
        };
        let text = match &self.term {
            NormalTerm::Name(name) => name.clone(),
            NormalTerm::Sequence(all) => joined(all, ", "),
            NormalTerm::Choice(all) => joined(all, " | "),
        };
        text + &suffix(self.occurs)
    }
}

fn suffix(occurs: Occurs) -> String {
    match (occurs.min, occurs.max) {
        (1, Some(1)) => String::new(),
        (0, Some(1)) => "?".to_owned(),
        (0, None) => "*".to_owned(),
        (1, None) => "+".to_owned(),
        (min, None) => format!("{{{min},}}"),
        (min, Some(max)) => format!("{{{min},{max}}}"),
    }
}

fn normal(particle: &Particle<'_>, around: Occurs) -> Option<Normal> {
    let mut occurs = product(particle.occurs, around);
    match &particle.term {
        Term::Element(element) => {
            // What has a default may be absent in Rust, and is written all the same.
            if element.default.is_some() && occurs.max == Some(1) {
                occurs.min = 0;
            }
            Some(Normal {
                occurs,
                term: NormalTerm::Name(element.key.1.to_owned()),
            })
        }
        // How often other elements stand, and which, is rarely said with care.
        Term::Any(_) => Some(Normal {
            occurs: Occurs { min: 0, max: None },
            term: NormalTerm::Name("any".to_owned()),
        }),
        Term::Sequence(group) => {
            let mut all = Vec::new();
            for particle in &group.particles {
                if let Some(inner) = normal(particle, Occurs::ONCE) {
                    push_flat(&mut all, inner);
                }
            }
            sequence(all, occurs)
        }
        Term::Choice(group) => {
            let branches = group.particles.iter();
            choice(
                branches.filter_map(|branch| normal(branch, Occurs::ONCE)),
                occurs,
            )
        }
    }
}

/// A sequence that stands once in another one is a part of it.
fn push_flat(all: &mut Vec<Normal>, inner: Normal) {
    match inner {
        Normal {
            occurs: Occurs::ONCE,
            term: NormalTerm::Sequence(parts),
        } => all.extend(parts),
        inner => all.push(inner),
    }
}

fn sequence(mut all: Vec<Normal>, mut occurs: Occurs) -> Option<Normal> {
    if all.len() == 1 {
        return all
            .pop()
            .map(|only| times_around(only, occurs, NormalTerm::Sequence));
    }
    if all.is_empty() {
        return None;
    }
    // `(a?, b?)?` is `(a?, b?)`.
    if occurs.min == 0 && occurs.max == Some(1) && all.iter().all(Normal::is_nullable) {
        occurs.min = 1;
    }
    Some(Normal {
        occurs,
        term: NormalTerm::Sequence(all),
    })
}

fn choice(all: impl Iterator<Item = Normal>, mut occurs: Occurs) -> Option<Normal> {
    let mut branches = Vec::new();
    for mut branch in all {
        // `(a* | b)` is `(a+ | b)?`.
        if branch.is_nullable() {
            branch.occurs.min = 1;
            occurs.min = 0;
        }
        match branch {
            // `((a | b) | c)` is `(a | b | c)`.
            Normal {
                occurs: Occurs::ONCE,
                term: NormalTerm::Choice(inner),
            } => branches.extend(inner),
            branch => branches.push(branch),
        }
    }
    if branches.len() == 1 {
        let only = branches.pop()?;
        return Some(times_around(only, occurs, NormalTerm::Choice));
    }
    branches.sort_by_cached_key(Normal::to_text);
    (!branches.is_empty()).then_some(Normal {
        occurs,
        term: NormalTerm::Choice(branches),
    })
}

/// What stands so often alone in a group that stands so often: `(a?)*` is `a*`.
fn times_around(only: Normal, occurs: Occurs, group: fn(Vec<Normal>) -> NormalTerm) -> Normal {
    let is_simple = occurs == Occurs::ONCE
        || only.occurs == Occurs::ONCE
        || (only.occurs.max == Some(1) && occurs.max != Some(0))
        || (only.occurs.max.is_none() && only.occurs.min <= 1);
    if is_simple {
        let occurs = product(only.occurs, occurs);
        return Normal { occurs, ..only };
    }
    Normal {
        occurs,
        term: group(vec![only]),
    }
}
