//! Reading fields from the element that the reader stands in: its attributes, then its children or its text.

use std::borrow::Cow;

use super::ahead::read_ahead;
use super::reading::Reading;
use super::{Open, ReadFields};
use crate::error::Result;
use crate::xml::bind::find::Part;
use crate::xml::bind::offer::Claim;
use crate::xml::bind::unknown::{refuse_attribute, refuse_attributes, skip_unknown};
use crate::xml::namespace::NamespaceId;
use crate::xml::read::{Held, Reader};
use crate::xml::syntax::is_blank;

/// Reads a value whose fields stand in the element that the reader stands in.
#[inline]
pub(super) fn read_here<'de, T, H, O>(reader: &mut Reader<'de>, namespace: NamespaceId) -> Result<H>
where
    T: ReadFields<'de>,
    H: Held<T>,
    O: Held<Open<'de, T>>,
{
    let mut open = O::hold(|| Ok(Open::start()))?;
    let open = open.as_mut();
    read_into(&mut open.reading(), namespace, reader)?;
    H::hold(|| open.finish(reader))
}

/// Reads the fields of a value.
#[inline(never)]
fn read_into<'de>(
    value: &mut Reading<'_, 'de>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    read_attributes(value, namespace, reader)?;
    if !read_content_ahead(value, namespace, reader)? {
        read_content(value, namespace, reader)?;
    }
    Ok(())
}

/// Reads the content ahead, if that is possible: otherwise no more has been read than the attributes.
#[inline]
fn read_content_ahead<'de>(
    value: &mut Reading<'_, 'de>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let outline = value.outline;
    let is_tried = outline.is_read_ahead && reader.begin_ahead(outline.expected, namespace);
    if !is_tried {
        return Ok(false);
    }
    let is_read = read_ahead(value, reader);
    if !is_read {
        value.restart();
        read_attributes(value, namespace, reader)?;
    }
    Ok(is_read)
}

/// Reads the children, or the text.
#[inline]
fn read_content<'de>(
    value: &mut Reading<'_, 'de>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if value.outline.model.is_simple() {
        read_text(value, namespace, reader)
    } else if value.outline.model.is_mixed() {
        read_mixed(value, namespace, reader)
    } else {
        while reader.next_child()? {
            read_child(value, Part::element(namespace), reader)?;
        }
        Ok(())
    }
}

/// Reads the attributes.
#[inline(never)]
fn read_attributes<'de>(
    value: &mut Reading<'_, 'de>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if value.outline.model.has_attributes() {
        for index in 0..reader.attribute_count() {
            read_attribute(value, Part::attribute(index, namespace), reader)?;
        }
    } else if reader.attribute_count() > 0 {
        refuse_attributes(value.info(), reader)?;
    }
    Ok(())
}

/// Reads an attribute, if the type has it; says whether a field has its name.
#[inline]
pub(super) fn read_attribute<'de>(
    value: &mut Reading<'_, 'de>,
    part: Part,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_field = value.offer(&part, reader)? == Claim::Read;
    if !is_field && !reader.is_protocol_attribute(part.index) {
        read_any_attribute(value, &part.of_any_attribute(), reader)?;
    }
    Ok(is_field)
}

#[cold]
fn read_any_attribute<'de>(
    value: &mut Reading<'_, 'de>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if value.outline.model.has_any_attribute() && value.offer(part, reader)? == Claim::Read {
        return Ok(());
    }
    refuse_attribute(value.info(), reader, part.index)
}

/// Reads the text of a type that has one.
#[inline]
pub(super) fn read_text<'de>(
    value: &mut Reading<'_, 'de>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    match value.offer(&Part::text(namespace), reader)? {
        Claim::No => reader.skip(),
        Claim::Read | Claim::Full => Ok(()),
    }
}

/// Reads text and children, one beside the other: `Call <B>Ann</B> today`.
#[inline(never)]
fn read_mixed<'de>(
    value: &mut Reading<'_, 'de>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    let part = Part::text(namespace);
    let mut whole = MixedText::default();
    loop {
        let (text, is_child) = reader.next_child_behind_text()?;
        if value.outline.model.has_text_items() {
            let offer = |reader: &mut Reader<'de>| value.offer(&part, reader);
            read_text_item(text, is_child, reader, offer)?;
        } else {
            whole.push(text, reader)?;
        }
        if !is_child {
            break;
        }
        read_child(value, Part::element(namespace).alone(), reader)?;
    }
    if !value.outline.model.has_text_items() {
        reader.with_text(whole.text, |reader| value.offer(&part, reader))?;
    }
    Ok(())
}

/// The text of an element without its child elements.
#[derive(Default)]
struct MixedText<'de> {
    text: Cow<'de, str>,
}

impl<'de> MixedText<'de> {
    fn push(&mut self, piece: Cow<'de, str>, reader: &Reader<'de>) -> Result<()> {
        if self.text.is_empty() {
            self.text = piece;
        } else {
            self.text.to_mut().push_str(&piece);
        }
        reader.check_length(self.text.len())
    }
}

/// Reads a piece of text among children; behind it the reader stands in a child, or at the end. White space between
/// elements that is no value is none.
pub(in crate::xml::bind) fn read_text_item<'de>(
    text: Cow<'de, str>,
    is_child: bool,
    reader: &mut Reader<'de>,
    offer: impl FnOnce(&mut Reader<'de>) -> Result<Claim>,
) -> Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    let is_blank = is_blank(&text);
    match reader.with_text(text, offer) {
        Err(error) if !is_blank && is_child => Err(reader.in_parent(error)),
        Err(error) if !is_blank => Err(error),
        _ => Ok(()),
    }
}

/// Reads the element that the reader stands in, if the type has it; says whether a field has its name.
#[inline]
pub(super) fn read_child<'de>(
    value: &mut Reading<'_, 'de>,
    part: Part,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_field = value.outline.model.has_elements() && value.offer(&part, reader)? == Claim::Read;
    if !is_field {
        read_any_child(value, &part, reader)?;
    }
    Ok(is_field)
}

#[cold]
fn read_any_child<'de>(
    value: &mut Reading<'_, 'de>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if value.outline.model.has_any() && value.offer_as_any(part, reader)? == Claim::Read {
        return Ok(());
    }
    skip_unknown(value.info(), reader)
}
