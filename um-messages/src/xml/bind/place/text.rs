//! A field that is the text of its element: `<Call>7</Call>`.

pub use super::element::take;

use crate::error::Result;
use crate::xml::bind::codec::{Codec, Coded, ReadTextAs, WriteTextAs};
use crate::xml::bind::fields::{Children, Claim};
use crate::xml::bind::find::Part;
use crate::xml::bind::occurs::{Occurs, Single};
use crate::xml::bind::root::Root;
use crate::xml::read::{Reader, TextIn};
use crate::xml::write::Writer;

/// Reads the text, up to and with the end tag; no text at all is what the field is without a value, if it may be.
///
/// # Errors
///
/// If it is not a value.
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
    if part.ahead.is_some() {
        let Some(text) = reader.content_text_ahead() else {
            return Ok(Claim::No);
        };
        if !(F::OPTIONAL && text.is_empty()) {
            let item = codec.read_text(TextIn::attempt(text, reader));
            if let Some(item) = reader.value_ahead(item) {
                F::add(slot, item);
            }
        }
        return Ok(Claim::of_optional(F::OPTIONAL || slot.is_some()));
    }
    let text = reader.text_of(C::MAY_BE_PART)?;
    if !(F::OPTIONAL && text.as_str().is_empty()) {
        F::add(slot, codec.read_text(text)?);
    }
    Ok(Claim::Read)
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
pub fn write<T, F, C>(value: &F, children: &mut Children<'_, T>, field: usize, codec: &C)
where
    T: Root,
    C: Codec<F> + WriteTextAs<<C as Codec<F>>::Item>,
    F: Occurs<<C as Codec<F>>::Item>,
{
    let Some(item) = value.items().first() else {
        return;
    };
    let writer = &mut *children.writer;
    let before = writer.length();
    let text = Coded(item, codec);
    if const { T::INFO.content_model().is_mixed() } {
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
