//! Fields that are elements: `<Call><Id>7</Id></Call>`.

use crate::error::Result;
use crate::xml::bind::codec::{Codec, ReadElementAs, WriteElementAs};
use crate::xml::bind::fields::{Children, Claim, End};
use crate::xml::bind::occurs::Occurs;
use crate::xml::bind::root::Root;
use crate::xml::read::Reader;

/// Reads the element that the reader stands in.
///
/// Out of line: one copy for each type of fields, not for each field.
///
/// # Errors
///
/// If it is not an item.
#[inline(never)]
pub fn fill<'de, F, C>(slot: &mut Option<F>, reader: &mut Reader<'de>, codec: &C) -> Result<Claim>
where
    C: Codec<F> + ReadElementAs<'de, <C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    if F::is_full(slot.as_ref()) {
        return Ok(Claim::Full);
    }
    F::add(slot, codec.read_element(reader)?);
    Ok(Claim::Read)
}

/// The field's value, after all elements have been read.
///
/// # Errors
///
/// If the element is missing.
#[inline]
pub fn take<F, C>(slot: &mut Option<F>, end: End<'_, '_>, field: usize, _: &C) -> Result<F>
where
    C: Codec<F>,
    F: Occurs<C::Item>,
{
    let value = slot.take().or_else(F::absent);
    value.ok_or_else(|| end.missing(field))
}

/// Writes the items as elements.
#[inline]
pub fn write<T, F, C>(value: &F, children: &mut Children<'_, T>, field: usize, codec: &C)
where
    T: Root,
    C: Codec<F> + WriteElementAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    let name = children.name(field);
    for item in value.items() {
        codec.write_element(item, children.writer, name);
    }
    note_written::<T, F, _>(value, children, field);
}

/// Notes that elements have been written of the field, if that is asked.
#[inline]
pub(super) fn note_written<T: Root, F: Occurs<I>, I>(
    value: &F,
    children: &mut Children<'_, T>,
    field: usize,
) {
    if let Some(written) = children.written().filter(|_| !value.items().is_empty()) {
        written.add(field, F::REPEATS);
    }
}

/// Whether the field may be absent.
#[must_use]
pub const fn is_optional<F, C>(_: &C) -> bool
where
    C: Codec<F>,
    F: Occurs<C::Item>,
{
    F::OPTIONAL
}
