//! What a field is whose element or attribute is there and empty: the keys `empty_is_none`, `empty_is_default` and `empty_text`.

use super::default_text::read_element;
use super::find::Part;
use super::offer::{Claim, Offer};
use super::unknown::refuse_attributes;
use crate::error::Result;
use crate::xml::namespace::{Items, Place, TypeInfo};
use crate::xml::read::Reader;

/// Nothing of such a field is read ahead: it can be as it is. Where its element stands all the same, it is one too many there, and all is
/// read token by token.
const UNREAD: bool = true;

/// The type of a field with `empty_is_none`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `None` for what is empty",
    note = "`empty_is_none` takes an `Option`; what else stands for what is empty is said by `empty_is_default`"
)]
pub trait OptionField: Sized {
    /// Nothing.
    const NONE: Self;
}

impl<T> OptionField for Option<T> {
    const NONE: Self = None;
}

/// Reads the attribute, by `fill` if it is not empty; an empty one is what `stand_in` says.
///
/// # Errors
///
/// If its value is too long, and those of the two.
pub fn attribute<'de, F, O: Offer>(
    slot: &mut Option<F>,
    offer: O,
    reader: &mut Reader<'de>,
    stand_in: impl FnOnce(&Reader<'de>) -> Result<F>,
    fill: impl FnOnce(&mut Option<F>, &Part, &mut Reader<'de>) -> Result<Claim>,
) -> O::Answer {
    let by_part = |(slot, reader): Field<'_, 'de, F>, part: &Part| {
        if slot.is_some() || !reader.attribute_value(part.index)?.is_empty() {
            return fill(slot, part, reader);
        }
        put(slot, reader, stand_in)
    };
    offer.fill((slot, reader), by_part, |_, _| UNREAD)
}

/// What has been read of a field, and from where it is read.
type Field<'r, 'de, F> = (&'r mut Option<F>, &'r mut Reader<'de>);

/// Reads the element that the reader stands in, by `fill` if it is not empty; an empty one is what `stand_in` says. What is not
/// its content counts where the items can have it: `<Price Currency="EUR"/>`.
///
/// # Errors
///
/// If an empty one has what is unknown and denied, and those of the two.
pub fn element<'de, F, O: Offer>(
    slot: &mut Option<F>,
    offer: O,
    reader: &mut Reader<'de>,
    items: Items,
    stand_in: impl FnOnce(&Reader<'de>) -> Result<F>,
    fill: impl FnOnce(&mut Option<F>, &Part, &mut Reader<'de>) -> Result<Claim>,
) -> O::Answer {
    let by_part = |(slot, reader): Field<'_, 'de, F>, part: &Part| {
        let table = items.table().map(|table| table());
        if slot.is_some() || has_attributes(table, reader) || !has_no_content(reader)? {
            return fill(slot, part, reader);
        }
        refuse_strangers(table, reader)?;
        reader.skip()?;
        put(slot, reader, stand_in)
    };
    offer.fill((slot, reader), by_part, |_, _| UNREAD)
}

/// Reads the element that the reader stands in, by `fill`; an empty one as if the text were its content (XML Schema part 1,
/// section 3.3.4), whatever attributes it has.
///
/// # Errors
///
/// Those of `fill`.
pub fn element_of_text<'de, F, O: Offer>(
    slot: &mut Option<F>,
    offer: O,
    reader: &mut Reader<'de>,
    text: &'static str,
    fill: impl FnOnce(&mut Option<F>, &Part, &mut Reader<'de>) -> Result<Claim>,
) -> O::Answer {
    let by_part = |(slot, reader): Field<'_, 'de, F>, part: &Part| {
        if !has_no_content(reader)? {
            return fill(slot, part, reader);
        }
        read_element(slot, text, (part, reader), fill)
    };
    offer.fill((slot, reader), by_part, |_, _| UNREAD)
}

/// Out of line: what this has on the stack, functions that call themselves have not.
#[inline(never)]
fn put<'de, F>(
    slot: &mut Option<F>,
    reader: &Reader<'de>,
    value: impl FnOnce(&Reader<'de>) -> Result<F>,
) -> Result<Claim> {
    *slot = Some(value(reader)?);
    Ok(Claim::Read)
}

/// Whether nothing stands in the element, though something might: it is not nil.
fn has_no_content(reader: &mut Reader<'_>) -> Result<bool> {
    Ok(!reader.is_nil()? && reader.has_no_content()?)
}

/// Whether the element has attributes of the type that has this table.
fn has_attributes(table: Option<&TypeInfo>, reader: &Reader<'_>) -> bool {
    let mut attributes = 0..reader.attribute_count();
    table.is_some_and(|table| {
        // `<Pet xsi:type="Cat"/>`
        let by_type = table
            .fields
            .iter()
            .any(|field| field.place == Place::Elsewhere);
        let has_own = table.content_model().has_attributes();
        attributes.any(|index| by_type || has_own && !reader.is_protocol_attribute(index))
    })
}

/// Refuses attributes that are unknown, where that is asked.
fn refuse_strangers(table: Option<&TypeInfo>, reader: &Reader<'_>) -> Result<()> {
    match table {
        Some(table) => refuse_attributes(table, reader),
        None => reader.refuse_unknown_attributes(),
    }
}
