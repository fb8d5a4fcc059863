//! How many items there are at least and at most: the keys `min_occurs` and `max_occurs`.

use super::fields::{Children, End};
use crate::error::{Error, ErrorKind, Result};
use crate::xml::namespace::FieldInfo;

/// `minOccurs` and `maxOccurs` (XML Schema part 1, section 2.2.3.2).
#[derive(Clone, Copy, Debug)]
pub struct Occurrence {
    /// How many items there are at least.
    pub min: usize,
    /// How many there are at most, if there is a bound.
    pub max: Option<usize>,
}

/// What has items that can be counted.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no number of items",
    note = "`min_occurs` and `max_occurs` are for a `Vec`; `T` stands once, `Option<T>` at most once"
)]
pub trait Counted {
    /// How many items there are; none where there may be no items at all, and are none.
    fn count(&self) -> Option<usize>;
}

impl<T> Counted for Vec<T> {
    fn count(&self) -> Option<usize> {
        Some(self.len())
    }
}

impl<T> Counted for Option<Vec<T>> {
    fn count(&self) -> Option<usize> {
        self.as_ref().map(Vec::len)
    }
}

impl Occurrence {
    /// What is wrong with a value, if there are too few or too many items.
    fn problem(self, count: Option<usize>, field: &'static FieldInfo) -> Option<ErrorKind> {
        let count = count?;
        let is_within = count >= self.min && self.max.is_none_or(|max| count <= max);
        (!is_within).then(|| {
            let mut names = Vec::new();
            field.add_items(&mut names);
            ErrorKind::Occurrence {
                elements: names.into_iter().map(str::to_owned).collect(),
                count,
                min: self.min,
                max: self.max,
            }
        })
    }
}

/// The value that was read, of whose items there are `count`.
///
/// # Errors
///
/// If it has too few or too many items.
pub fn read<F>(
    value: F,
    count: fn(&F) -> Option<usize>,
    end: End<'_, '_>,
    field: usize,
    occurrence: Occurrence,
) -> Result<F> {
    let field = end.field(field);
    match occurrence.problem(count(&value), field) {
        None => Ok(value),
        Some(problem) if field.item_tags().local().is_empty() => Err(end.reader.error(problem)),
        Some(problem) => {
            let wrapper = field.tags.local();
            Err(end.reader.error_in_child(Error::new(problem), wrapper))
        }
    }
}

/// Makes the message an error if the value has too few or too many items.
pub fn write<F>(
    value: &F,
    count: fn(&F) -> Option<usize>,
    children: &mut Children<'_>,
    field: usize,
    occurrence: Occurrence,
) {
    if let Some(problem) = occurrence.problem(count(value), children.field(field)) {
        children.writer.fail(problem.to_string());
    }
}
