//! Fields that are attributes: `<Call Id="7"/>`.

pub use super::element::take;

use super::element::Field;
use crate::error::Result;
use crate::xml::bind::codec::{Codec, Coded, ReadTextAs, WriteTextAs};
use crate::xml::bind::fields::InOrder;
use crate::xml::bind::find::Part;
use crate::xml::bind::occurs::{Occurs, Single};
use crate::xml::bind::offer::{Claim, Offer};
use crate::xml::bind::root::Root;
use crate::xml::namespace::FieldInfo;
use crate::xml::read::{Reader, TextIn};
use crate::xml::write::Writer;

/// Reads the attribute.
///
/// # Errors
///
/// If it is not a value.
#[inline(never)]
pub fn fill<'de, F, C, O>(
    slot: &mut Option<F>,
    offer: O,
    reader: &mut Reader<'de>,
    codec: &C,
) -> O::Answer
where
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
    O: Offer,
{
    let field = (slot, reader, codec);
    offer.fill(field, fill_by_part::<F, C>, fill_ahead::<F, C>)
}

fn fill_by_part<'de, F, C>(
    (slot, reader, codec): Field<'_, 'de, F, C>,
    part: &Part,
) -> Result<Claim>
where
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    if F::is_full(slot.as_ref()) {
        return Ok(Claim::Full);
    }
    F::add(slot, codec.read_text(reader.attribute_text(part.index)?)?);
    Ok(Claim::Read)
}

fn fill_ahead<'de, F, C>((slot, reader, codec): Field<'_, 'de, F, C>, field: &FieldInfo) -> bool
where
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    if let Some(text) = reader.attribute_ahead(field.known_name()) {
        let item = codec.read_text(TextIn::attempt(text, reader));
        if let Some(item) = reader.value_ahead(item) {
            F::add(slot, item);
            return true;
        }
    }
    F::OPTIONAL || field.has_default
}

/// The field, of the attribute that stands next.
#[inline]
pub fn ahead<'de, T, F, C>(fields: &mut InOrder<'_, 'de, T>, field: usize, codec: &C) -> Option<F>
where
    T: Root,
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    let name = T::INFO.field(field).known_name();
    let reader = &mut *fields.reader;
    F::read_ahead(|| {
        let text = reader.attribute_ahead(name)?;
        let item = codec.read_text(TextIn::attempt(text, reader));
        reader.value_ahead(item)
    })
}

/// Writes the attribute, or nothing; the table of the type that has the field knows its name.
#[inline]
pub fn write<T, F, C>(_: &T, value: &F, writer: &mut Writer, field: usize, codec: &C)
where
    T: Root,
    C: Codec<F> + WriteTextAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    // An attribute has one item at most.
    if let Some(item) = value.items().first() {
        writer.attribute(T::INFO.field(field), &Coded(item, codec));
    }
}
