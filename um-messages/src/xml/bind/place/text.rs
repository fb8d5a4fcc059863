//! A field that is the text of its element: `<Call>7</Call>`.

pub use super::element::take;

use super::element::Field;
use crate::error::Result;
use crate::xml::bind::codec::{Codec, Coded, ReadTextAs, WriteTextAs};
use crate::xml::bind::fields::{Children, InOrder};
use crate::xml::bind::occurs::{Occurs, Single};
use crate::xml::bind::offer::{Claim, Offer};
use crate::xml::bind::root::Root;
use crate::xml::namespace::FieldInfo;
use crate::xml::read::{Reader, TextIn};
use crate::xml::write::Writer;

/// Reads the text, up to and with the end tag; no text at all is what the field is without a value, if it may be.
///
/// # Errors
///
/// If it is not a value.
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
    offer.fill(field, |field, _| read::<F, C>(field), read_ahead::<F, C>)
}

fn read<'de, F, C>((slot, reader, codec): Field<'_, 'de, F, C>) -> Result<Claim>
where
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    let text = reader.text_of(C::MAY_BE_PART)?;
    if !(F::OPTIONAL && text.as_str().is_empty()) {
        F::add(slot, codec.read_text(text)?);
    }
    Ok(Claim::Read)
}

fn read_ahead<'de, F, C>((slot, reader, codec): Field<'_, 'de, F, C>, field: &FieldInfo) -> bool
where
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    let Some(text) = reader.content_text_ahead() else {
        return field.has_default;
    };
    if !(F::OPTIONAL && text.is_empty()) {
        let item = codec.read_text(TextIn::attempt(text, reader));
        if let Some(item) = reader.value_ahead(item) {
            F::add(slot, item);
        }
    }
    F::OPTIONAL || slot.is_some() || field.has_default
}

/// The field, of the text that stands next.
#[inline]
pub fn ahead<'de, T, F, C>(fields: &mut InOrder<'_, 'de, T>, _: usize, codec: &C) -> Option<F>
where
    T: Root,
    C: Codec<F> + ReadTextAs<'de, <C as Codec<F>>::Item>,
    F: Single<<C as Codec<F>>::Item>,
{
    let reader = &mut *fields.reader;
    let text = reader.content_text_ahead()?;
    if F::OPTIONAL && text.is_empty() {
        return F::absent();
    }
    let item = codec.read_text(TextIn::attempt(text, reader));
    let mut item = reader.value_ahead(item);
    F::read_ahead(|| item.take())
}

/// Declares the prefixes that the text needs.
pub fn declare<F, C>(value: &F, writer: &mut Writer, codec: &C)
where
    C: Codec<F> + WriteTextAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    for item in value.items() {
        codec.declare(item, writer);
    }
}

/// Writes the text.
pub fn write<F, C>(value: &F, children: &mut Children<'_>, field: usize, codec: &C)
where
    C: Codec<F> + WriteTextAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    let Some(item) = value.items().first() else {
        return;
    };
    let writer = &mut *children.writer;
    let before = writer.length();
    let text = Coded(item, codec);
    if children.are_mixed {
        writer.text_among_others(&text);
    } else {
        writer.text(&text);
    }
    if F::OPTIONAL && writer.length() == before {
        writer.fail("an empty text in an `Option`, which would be read as `None`".to_owned());
    }
    // The text goes on in a text that follows.
    if let Some(written) = children.written() {
        written.add(field, true);
    }
}
