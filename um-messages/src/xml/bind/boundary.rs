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
    let (Some((last, last_inside)), Some((next, next_inside))) =
        (last.split_first(), next.split_first())
    else {
        return false;
    };
    if last != next {
        return !info.is_choice && next > last;
    }
    let field = info.field(*last);
    match field.flattened_type() {
        Some(inside) => field.repeats() || goes_on(inside, last_inside, next_inside, repeats),
        None => repeats,
    }
}

impl TypeInfo {
    /// Whether a value of the type never begins with what the one before it has room for: a field stands in each of them
    /// once, or of a choice any field does.
    pub(crate) const fn is_told_apart(&self) -> bool {
        let mut telling = 0;
        let mut field = 0;
        while field < self.fields.len() {
            telling += tells_apart(&self.fields[field]) as usize;
            field += 1;
        }
        if self.is_choice {
            telling == self.fields.len()
        } else {
            telling > 0
        }
    }
}

const fn tells_apart(field: &FieldInfo) -> bool {
    let is_told_apart = match (field.place, field.flattened_type()) {
        (_, Some(inside)) => inside.is_told_apart(),
        (Place::Element, None) => true,
        _ => false,
    };
    field.stands_once && is_told_apart
}
