//! Fields that are elements: `<Call><Id>7</Id></Call>`.

use crate::error::Result;
use crate::xml::bind::codec::{Codec, ReadElementAs, WriteElementAs};
use crate::xml::bind::fields::{Children, End, InOrder};
use crate::xml::bind::find::Part;
use crate::xml::bind::occurs::Occurs;
use crate::xml::bind::offer::{Claim, Offer};
use crate::xml::bind::root::Root;
use crate::xml::namespace::{FieldInfo, KnownName};
use crate::xml::read::{Held, Reader, is_large};

/// Reads the element that the reader stands in or, ahead, the elements that stand next.
///
/// Out of line: one copy for each type of fields, not for each field; and what this has on the stack, functions that call themselves
/// have not.
///
/// # Errors
///
/// If it is not an item.
#[inline(never)]
pub fn fill<'de, F, C, O>(
    slot: &mut Option<F>,
    offer: O,
    reader: &mut Reader<'de>,
    codec: &C,
) -> O::Answer
where
    C: Codec<F> + ReadElementAs<'de, <C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
    O: Offer,
{
    let field = (slot, reader, codec);
    offer.fill(field, fill_by_part::<F, C>, fill_ahead::<F, C>)
}

/// A field: what has been read of it, from where it is read, and how.
pub(super) type Field<'r, 'de, F, C> = (&'r mut Option<F>, &'r mut Reader<'de>, &'r C);

fn fill_by_part<'de, F, C>(
    (slot, reader, codec): Field<'_, 'de, F, C>,
    part: &Part,
) -> Result<Claim>
where
    C: Codec<F> + ReadElementAs<'de, <C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    if F::is_full(slot.as_ref()) {
        if !part.replaces {
            return Ok(Claim::Full);
        }
        *slot = None;
    }
    read_item(reader, codec, |item| F::add(slot, item))?;
    Ok(Claim::Read)
}

/// Whether the field can be as it is after what stood next.
fn fill_ahead<'de, F, C>((slot, reader, codec): Field<'_, 'de, F, C>, field: &FieldInfo) -> bool
where
    C: Codec<F> + ReadElementAs<'de, <C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    while !F::is_full(slot.as_ref()) {
        let start = reader.at_ahead();
        let Some(item) = codec.read_ahead(reader, field.known_name()) else {
            reader.end_items_ahead(start);
            break;
        };
        F::add(slot, item);
    }
    F::OPTIONAL || slot.is_some() || field.has_default
}

/// The field, of the elements that stand next.
#[inline]
pub fn ahead<'de, T, F, C>(fields: &mut InOrder<'_, 'de, T>, field: usize, codec: &C) -> Option<F>
where
    T: Root,
    C: Codec<F> + ReadElementAs<'de, <C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    let name = T::INFO.field(field).known_name();
    items_ahead(fields.reader, name, codec)
}

/// Not of the type that has the field: one copy of what gathers the items of a list, for each type of lists.
#[inline]
fn items_ahead<'de, F, C>(reader: &mut Reader<'de>, name: &KnownName, codec: &C) -> Option<F>
where
    C: Codec<F> + ReadElementAs<'de, <C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    F::read_ahead(|| codec.read_ahead(reader, name))
}

/// Reads an item, and passes it on.
///
/// # Errors
///
/// If it is not an item.
#[inline]
pub(in crate::xml::bind) fn read_item<'de, I, C: ReadElementAs<'de, I>>(
    reader: &mut Reader<'de>,
    codec: &C,
    keep: impl FnOnce(I),
) -> Result<()> {
    if const { is_large::<I>() } {
        read_held::<I, C, Box<I>>(reader, codec, keep)
    } else {
        read_held::<I, C, I>(reader, codec, keep)
    }
}

#[inline]
fn read_held<'de, I, C: ReadElementAs<'de, I>, H: Held<I>>(
    reader: &mut Reader<'de>,
    codec: &C,
    keep: impl FnOnce(I),
) -> Result<()> {
    let item: H = codec.read_element(reader)?;
    item.give(keep);
    Ok(())
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
pub fn write<F, C>(value: &F, children: &mut Children<'_>, field: usize, codec: &C)
where
    C: Codec<F> + WriteElementAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    let info = children.field(field);
    let naming = children.naming_of(info);
    let name = naming.name(&info.tags);
    let is_written = value.write_items(
        children,
        |children| children.writer,
        |item, children| codec.write_element(item, children.writer, name),
    );
    note_written(is_written, children, field, F::REPEATS);
}

/// Notes that elements have been written of the field, if they have and that is asked.
#[inline]
pub(super) fn note_written(
    is_written: bool,
    children: &mut Children<'_>,
    field: usize,
    repeats: bool,
) {
    if let Some(written) = children.written().filter(|_| is_written) {
        written.add(field, repeats);
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
