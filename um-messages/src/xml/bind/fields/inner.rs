//! `inner`: the fields of a struct stand one element further in.

use super::here::{read_attribute, read_child, read_here, read_text};
use super::{Open, ReadFields};
use crate::error::Result;
use crate::qname::QName;
use crate::xml::bind::find::Part;
use crate::xml::bind::root::Root;
use crate::xml::bind::unknown::{refuse_attributes, skip_or_refuse};
use crate::xml::namespace::NamespaceId;
use crate::xml::read::{Held, Next, Reader};
use crate::xml::syntax::is_blank;

/// Reads a struct whose fields stand in the element `inner` of the one that the reader stands in.
pub(super) fn read_inner<'de, T, H, O>(
    reader: &mut Reader<'de>,
    namespace: NamespaceId,
) -> Result<H>
where
    T: ReadFields<'de>,
    H: Held<T>,
    O: Held<Open<'de, T>>,
{
    let inner = name_of_inner::<T>();
    refuse_attributes(T::INFO, reader)?;
    let mut value = None;
    while reader.next_child()? {
        if !reader.is(namespace, inner) {
            skip_or_refuse(T::INFO, reader, |around, known| {
                let namespace = T::INFO.namespace.unwrap_or(around);
                known.push(QName::new(namespace.to_owned(), inner));
            })?;
        } else if value.is_some() {
            return Err(reader.duplicate());
        } else {
            reader.refuse_nil()?;
            value = Some(read_here::<T, H, O>(reader, namespace)?);
        }
    }
    value.ok_or_else(|| reader.missing_element(inner))
}

fn name_of_inner<T: Root>() -> &'static str {
    T::INFO.inner.map_or("", |tags| tags.local())
}

/// As [`read_inner`], where the element `inner` may be left out, so that the fields stand in the one
/// that the reader stands in. All of them stand in the one or in the other.
pub(super) fn read_optional_inner<'de, T, H, O>(
    reader: &mut Reader<'de>,
    namespace: NamespaceId,
) -> Result<H>
where
    T: ReadFields<'de>,
    H: Held<T>,
    O: Held<Open<'de, T>>,
{
    let inner = name_of_inner::<T>();
    let mut value = None;
    let mut open = O::hold(|| Ok(Open::start()))?;
    let open = open.as_mut();
    let mut fields = open.reading();
    let mut has_fields = false;
    // Text is the whole content, or it is none.
    let mut may_be_text = const { T::INFO.content_model().is_simple() };
    for index in 0..reader.attribute_count() {
        has_fields |= read_attribute(&mut fields, Part::attribute(index, namespace), reader)?;
    }
    loop {
        match next(reader, may_be_text)? {
            // White space is a text only where it must be one.
            Next::End(text) if may_be_text && (has_fields || !is_blank(&text)) => {
                reader.put_text_ahead(text);
                read_text(&mut fields, namespace, reader)?;
                has_fields = true;
                break;
            }
            Next::End(_) => break,
            Next::Child if reader.is(namespace, inner) => {
                if has_fields {
                    return Err(fields.beside_inner(reader));
                }
                if value.is_some() {
                    return Err(reader.duplicate());
                }
                reader.refuse_nil()?;
                value = Some(read_here::<T, H, O>(reader, namespace)?);
                may_be_text = false;
            }
            Next::Child => {
                // What is kept here counts if all of it stands here.
                let mut part = Part::element(namespace);
                part.is_alone = value.is_some();
                let is_field = read_child(&mut fields, part, reader)?;
                if is_field && value.is_some() {
                    return Err(reader.second_choice(&[inner]));
                }
                has_fields |= is_field;
                may_be_text = false;
            }
        }
    }
    match value {
        Some(value) => Ok(value),
        None if has_fields => H::hold(|| open.finish(reader)),
        None => Err(reader.missing_element(inner)),
    }
}

/// The next child or, where there may be text instead of one, that text.
fn next<'de>(reader: &mut Reader<'de>, may_be_text: bool) -> Result<Next<'de>> {
    if may_be_text {
        return reader.next_child_or_text();
    }
    let is_child = reader.next_child()?;
    Ok(if is_child {
        Next::Child
    } else {
        Next::End("".into())
    })
}
