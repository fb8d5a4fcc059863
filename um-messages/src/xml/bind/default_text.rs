//! What a field is that has a text as its default: the key `default_text`. The text is read as if it stood in the document.

use std::borrow::Cow;

use super::fields::End;
use super::find::Part;
use super::offer::Claim;
use crate::error::{Error, ErrorKind, Result, Shown, excerpt};
use crate::xml::namespace::{NamespaceId, Place};
use crate::xml::read::Reader;

/// The value of a field whose attribute or element is absent: `fill` reads it from one that has the text. What prefixes mean in the
/// message is not asked, for a default is the same wherever it is used.
///
/// # Errors
///
/// If the text is not a value.
#[inline(never)]
pub fn read<'de, F>(
    text: &'static str,
    end: End<'_, 'de>,
    field: usize,
    fill: impl FnOnce(&mut Option<F>, &Part, &mut Reader<'de>) -> Result<Claim>,
) -> Result<F> {
    let mut reader = Reader::from_str("<_/>");
    reader.next_child()?;
    let mut slot = None;
    let filled = if end.field(field).place == Place::Attribute {
        read_attribute(&mut slot, text, &mut reader, fill)
    } else {
        let part = Part::element(NamespaceId::NONE);
        read_element(&mut slot, text, (&part, &mut reader), fill)
    };
    filled.map_err(|error| in_absent(error, end, field))?;
    slot.ok_or_else(|| end.missing(field))
}

fn in_absent(error: Error, end: End<'_, '_>, field: usize) -> Error {
    let field = end.field(field);
    let local = field.tags.local();
    let name = match field.place {
        Place::Attribute => format!("@{local}"),
        _ => local.to_owned(),
    };
    of_default(end.reader.error_in_child(error, &name), local)
}

/// Reads an attribute of an element that has none.
fn read_attribute<'de, F>(
    slot: &mut Option<F>,
    text: &'static str,
    reader: &mut Reader<'de>,
    fill: impl FnOnce(&mut Option<F>, &Part, &mut Reader<'de>) -> Result<Claim>,
) -> Result<Claim> {
    reader.put_text_ahead(Cow::Borrowed(text));
    fill(slot, &Part::attribute(0, NamespaceId::NONE), reader)
}

/// Reads an element that has no content, as if its content were the text.
///
/// # Errors
///
/// If the element with the text is not a value.
pub(super) fn read_element<'de, F>(
    slot: &mut Option<F>,
    text: &'static str,
    (part, reader): (&Part, &mut Reader<'de>),
    fill: impl FnOnce(&mut Option<F>, &Part, &mut Reader<'de>) -> Result<Claim>,
) -> Result<Claim> {
    reader.put_text_ahead(Cow::Borrowed(text));
    let filled = fill(slot, part, reader);
    match (filled, reader.take_text_ahead()) {
        (filled, None) => filled.map_err(|error| of_default(error, reader.local())),
        (Ok(claim @ (Claim::Full | Claim::No)), Some(_)) => Ok(claim),
        // A type that has child elements, and no text.
        (Ok(Claim::Read), Some(_)) => {
            let unread = reader.error(ErrorKind::UnexpectedText(excerpt(text)));
            Err(of_default(unread, reader.local()))
        }
        // It is about an attribute, which comes first.
        (Err(error), Some(_)) => Err(error),
    }
}

/// The error of a text that is not of the document, but of the program; `name` is the field's.
#[cold]
fn of_default(error: Error, name: &str) -> Error {
    let name = Shown(name);
    error.with_hint(format!("the text is the default of field `{name}`"))
}
