//! Where one of several flattened values ends and the next one begins: `<A/><B/><A/>`, read into a `Vec` of pairs, are
//! two, for the first pair has an `<A>`. Judged by the compiler where a field stands in every value, and never twice; else
//! when values are written.

use crate::xml::namespace::{FieldInfo, Place, TypeInfo};

/// Which fields of a flattened value elements have been written of, each with the field inside it if it is flattened in
/// turn.
#[derive(Debug, Default)]
pub(crate) struct WrittenFields {
    first: Vec<usize>,
    last: Vec<usize>,
    /// Whether the last field has room for more.
    repeats: bool,
}

impl WrittenFields {
    /// An element has been written of a field.
    pub(crate) fn add(&mut self, field: usize, repeats: bool) {
        let inside = Self {
            repeats,
            ..Self::default()
        };
        self.add_flattened(field, &inside);
    }

    /// What is flattened in a field has been written.
    pub(crate) fn add_flattened(&mut self, field: usize, inside: &Self) {
        let path = |inside: &[usize]| [&[field], inside].concat();
        if self.first.is_empty() {
            self.first = path(&inside.first);
        }
        self.last = path(&inside.last);
        self.repeats = inside.repeats;
    }

    /// Another value of the same type has been written behind.
    pub(crate) fn append(&mut self, next: &Self) {
        if self.first.is_empty() {
            self.first.clone_from(&next.first);
        }
        self.last.clone_from(&next.last);
        self.repeats = next.repeats;
    }

    /// Whether the beginning of the next value would be read into this one, both of this type.
    pub(crate) fn goes_on(&self, info: &TypeInfo, next: &Self) -> bool {
        goes_on(info, &self.last, &next.first, self.repeats)
    }
}

fn goes_on(info: &TypeInfo, last: &[usize], next: &[usize], repeats: bool) -> bool {
    let path = next;
    let (Some((last, last_inside)), Some((next, next_inside))) =
        (last.split_first(), next.split_first())
    else {
        return false;
    };
    if last != next {
        let is_behind = !info.is_choice && next > last;
        return is_behind || has_room_for_twin(info, (*last, last_inside), path, repeats);
    }
    let field = info.field(*last);
    match field.flattened_type() {
        Some(inside) => field.repeats() || goes_on(inside, last_inside, next_inside, repeats),
        None => repeats,
    }
}

/// Whether the variant of a choice that stood last, or in a sequence a field from the last one on, has room for an element
/// of the same name as the one that a path leads to.
fn has_room_for_twin(
    info: &TypeInfo,
    (last, last_inside): (usize, &[usize]),
    next: &[usize],
    repeats: bool,
) -> bool {
    let end = if info.is_choice {
        last + 1
    } else {
        info.fields.len()
    };
    (last..end).any(|number| {
        let twins = info.twins(number, next);
        twins
            .iter()
            .any(|twin| match info.field(number).flattened_type() {
                _ if number > last => true,
                // Of a type whose values are told apart by themselves it is not noted what was written.
                Some(inside) if last_inside.is_empty() => {
                    let is_filled = matches!(twin[..], [own] if inside.field(own).stands_always());
                    !is_filled
                }
                Some(inside) => goes_on(inside, last_inside, twin, repeats),
                None => repeats,
            })
    })
}

impl TypeInfo {
    /// Whether a value of the type never begins with what the one before it has room for: a field stands in each of them
    /// once, or of a choice any field does, and no two fields have one name.
    pub(crate) const fn is_told_apart(&self) -> bool {
        self.always_has_element() && !self.shares_names_inside()
    }

    const fn shares_names_inside(&self) -> bool {
        let mut field = 0;
        while field < self.fields.len() {
            if let Some(inside) = self.fields[field].flattened_type() {
                if inside.shares_names_inside() {
                    return true;
                }
            }
            field += 1;
        }
        self.shares_names()
    }

    /// Whether an element stands in every value of the type.
    const fn always_has_element(&self) -> bool {
        let mut always = 0;
        let mut field = 0;
        while field < self.fields.len() {
            always += self.fields[field].stands_always() as usize;
            field += 1;
        }
        if self.is_choice {
            always == self.fields.len() && !self.may_be_empty
        } else {
            always > 0
        }
    }
}

impl FieldInfo {
    /// Whether an element of the field stands in every value of the type that has it.
    pub(super) const fn stands_always(&self) -> bool {
        let has_element = match (self.place, self.flattened_type()) {
            (_, Some(inside)) => inside.always_has_element(),
            (Place::Element, None) => true,
            _ => false,
        };
        self.stands_once && has_element
    }
}
