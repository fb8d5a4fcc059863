//! Fields that are attributes: `<Call Id="7"/>`.

pub use super::element::take;

use crate::error::Result;
use crate::xml::bind::codec::{Codec, Coded, ReadTextAs, WriteTextAs};
use crate::xml::bind::fields::Claim;
use crate::xml::bind::find::Part;
use crate::xml::bind::occurs::{Occurs, Single};
use crate::xml::bind::root::Root;
use crate::xml::read::{Reader, TextIn};
use crate::xml::write::Writer;

/// Reads the attribute.
///
/// # Errors
///
/// If it is not a value.
#[inline(never)]
pub fn fill<'de, F, C>(
    slot: &mut Option<F>,
    part: &Part,
    reader: &mut Reader<'de>,
    codec: &C,
) -> Result<Claim>
where
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    if let Some(field) = part.ahead {
        if let Some(text) = reader.attribute_ahead(&field.known_name) {
            let item = codec.read_text(TextIn::attempt(text, reader));
            if let Some(item) = reader.value_ahead(item) {
                F::add(slot, item);
            }
        }
        return Ok(Claim::of_optional(F::OPTIONAL || slot.is_some()));
    }
    if F::is_full(slot.as_ref()) {
        return Ok(Claim::Full);
    }
    F::add(slot, codec.read_text(reader.attribute_text(part.index)?)?);
    Ok(Claim::Read)
}

/// Writes the attribute, or nothing; the table of the type that has the field knows its name.
#[inline]
pub fn write<T, F, C>(_: &T, value: &F, writer: &mut Writer, field: usize, codec: &C)
where
    T: Root,
    C: Codec<F> + WriteTextAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    for item in value.items() {
        writer.attribute(T::INFO.field(field), &Coded(item, codec));
    }
}
