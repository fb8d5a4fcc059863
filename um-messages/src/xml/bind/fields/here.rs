//! Reading fields from the element that the reader stands in: its attributes, then its children or its text.

use std::borrow::Cow;

use super::ahead::{is_read_ahead, read_ahead};
use super::{Open, ReadFields};
use crate::error::Result;
use crate::xml::bind::find::Part;
use crate::xml::bind::offer::Claim;
use crate::xml::bind::unknown::{refuse_attribute, refuse_attributes, skip_unknown};
use crate::xml::namespace::NamespaceId;
use crate::xml::read::{Expected, Held, Reader};
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
    read_attributes(open, namespace, reader)?;
    if !read_content_ahead(open, namespace, reader)? {
        read_content(open, namespace, reader)?;
    }
    H::hold(|| open.finish(reader))
}

/// Reads the content ahead, if that is possible: otherwise no more has been read than the attributes.
#[inline]
fn read_content_ahead<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_tried = const { is_read_ahead::<T>() }
        && reader.begin_ahead(const { Expected::of(T::INFO) }, namespace);
    if !is_tried {
        return Ok(false);
    }
    let is_read = read_ahead(open, reader);
    if !is_read {
        *open = Open::start();
        read_attributes(open, namespace, reader)?;
    }
    Ok(is_read)
}

/// Reads the children, or the text.
#[inline]
fn read_content<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if const { T::INFO.content_model().is_simple() } {
        read_text(open, namespace, reader)
    } else if const { T::INFO.content_model().is_mixed() } {
        read_mixed(open, namespace, reader)
    } else {
        while reader.next_child()? {
            read_child(open, Part::element(namespace), reader)?;
        }
        Ok(())
    }
}

/// Reads the attributes.
#[inline(never)]
fn read_attributes<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if const { T::INFO.content_model().has_attributes() } {
        for index in 0..reader.attribute_count() {
            read_attribute(open, Part::attribute(index, namespace), reader)?;
        }
    } else if reader.attribute_count() > 0 {
        refuse_attributes(T::INFO, reader)?;
    }
    Ok(())
}

/// Reads an attribute, if the type has it; says whether a field has its name.
#[inline]
pub(super) fn read_attribute<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: Part,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_field = open.offer(&part, reader)? == Claim::Read;
    if !is_field && !reader.is_protocol_attribute(part.index) {
        read_any_attribute(open, &part.of_any_attribute(), reader)?;
    }
    Ok(is_field)
}

#[cold]
fn read_any_attribute<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if const { T::INFO.content_model().has_any_attribute() }
        && open.offer(part, reader)? == Claim::Read
    {
        return Ok(());
    }
    refuse_attribute(T::INFO, reader, part.index)
}

/// Reads the text of a type that has one.
#[inline]
pub(super) fn read_text<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    match open.offer(&Part::text(namespace), reader)? {
        Claim::No => reader.skip(),
        Claim::Read | Claim::Full => Ok(()),
    }
}

/// Reads text and children, one beside the other: `Call <B>Ann</B> today`.
#[inline(never)]
fn read_mixed<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    namespace: NamespaceId,
    reader: &mut Reader<'de>,
) -> Result<()> {
    let part = Part::text(namespace);
    let mut whole = MixedText::default();
    loop {
        let (text, is_child) = reader.next_child_behind_text()?;
        if const { T::INFO.content_model().has_text_items() } {
            let offer = |reader: &mut Reader<'de>| open.offer(&part, reader);
            read_text_item(text, is_child, reader, offer)?;
        } else {
            whole.push(text, reader)?;
        }
        if !is_child {
            break;
        }
        read_child(open, Part::element(namespace).alone(), reader)?;
    }
    if const { !T::INFO.content_model().has_text_items() } {
        reader.with_text(whole.text, |reader| open.offer(&part, reader))?;
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
pub(super) fn read_child<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: Part,
    reader: &mut Reader<'de>,
) -> Result<bool> {
    let is_field = const { T::INFO.content_model().has_elements() }
        && open.offer(&part, reader)? == Claim::Read;
    if !is_field {
        read_any_child(open, &part, reader)?;
    }
    Ok(is_field)
}

#[cold]
fn read_any_child<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if const { T::INFO.content_model().has_any() }
        && open.offer_as_any(part, reader)? == Claim::Read
    {
        return Ok(());
    }
    skip_unknown(T::INFO, reader)
}
