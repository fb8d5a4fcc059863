//! Reading a struct ahead: its table says what stands next, its fields take that, each in its place.

use std::marker::PhantomData;

use super::open::{SlotsOf, finish};
use super::reading::{Reading, Slots};
use super::{End, ReadFields};
use crate::xml::bind::outline::Outline;
use crate::xml::bind::root::Root;
use crate::xml::namespace::{KnownName, Place, TypeInfo};
use crate::xml::read::{Outer, Reader};

/// Reads a struct ahead, if its element stands next under this name.
pub fn read_fields_ahead<'de, T: ReadFields<'de>>(
    reader: &mut Reader<'de>,
    name: &KnownName,
) -> Option<T> {
    if const { !Outline::of::<T>().is_read_ahead } {
        return None;
    }
    let outline = Outline::of::<T>();
    let outer = reader.enter_ahead(name, outline.expected)?;
    if const { T::INFO.has_position } {
        reader.with_position_ahead(|reader| read_entered(reader, (name, outline), outer))
    } else {
        read_entered(reader, (name, outline), outer)
    }
}

/// Reads a struct ahead from behind the name in its start tag.
#[inline]
fn read_entered<'de, T: ReadFields<'de>>(
    reader: &mut Reader<'de>,
    (name, outline): (&KnownName, &'static Outline),
    outer: Outer<'de>,
) -> Option<T> {
    if const { T::IS_READ_IN_ORDER } {
        let value = T::read_in_order(&mut InOrder::of(reader));
        // Where nothing may stand in the content, no field has gone into it.
        let is_read = value.is_some() && (outline.has_content() || reader.content_ahead(false));
        if !is_read {
            reader.give_up_ahead();
        }
        return value.filter(|_| reader.leave_ahead(name, outer));
    }
    let mut slots = SlotsOf::<T>(T::start());
    match &outline.inner {
        Some(inner) => fill_inner_ahead(&mut slots, (inner, outline), reader),
        None => fill_ahead(&mut slots, outline, false, reader),
    }
    if !reader.leave_ahead(name, outer) {
        return None;
    }
    let value = finish::<T>(&mut slots.0, End::of::<T>(reader));
    reader.value_ahead(value)
}

/// The fields of a type that are read ahead in their order.
pub struct InOrder<'r, 'de, T> {
    pub(in crate::xml::bind) reader: &'r mut Reader<'de>,
    of: PhantomData<T>,
}

impl<'r, 'de, T: Root> InOrder<'r, 'de, T> {
    const fn of(reader: &'r mut Reader<'de>) -> Self {
        let of = PhantomData;
        Self { reader, of }
    }

    /// Goes from the attributes to the content of the element, before the first field that stands there.
    #[inline]
    pub fn enter_content(&mut self) -> Option<()> {
        let has_content = const { Outline::of::<T>().has_content() };
        self.reader.content_ahead(has_content).then_some(())
    }

    /// The end of the type.
    #[must_use]
    pub const fn end(&self) -> End<'_, 'de> {
        End::of::<T>(self.reader)
    }
}

/// Fills the fields with what stands in the element `inner` of the one whose start tag is being read.
fn fill_inner_ahead<'de>(
    slots: &mut dyn Slots<'de>,
    (inner, outline): (&KnownName, &Outline),
    reader: &mut Reader<'de>,
) {
    match reader.enter_inner_ahead(inner, outline.expected) {
        Some(outer) => {
            fill_ahead(slots, outline, false, reader);
            reader.leave_ahead(inner, outer);
        }
        None => reader.give_up_ahead(),
    }
}

/// Reads the content of the element that the reader stands in ahead, up to and with the end tag: that has been begun, and the
/// attributes have been read. Otherwise the reader stands as it stood.
pub(super) fn read_ahead<'de>(value: &mut Reading<'_, 'de>, reader: &mut Reader<'de>) -> bool {
    fill_ahead(value.slots, value.outline, true, reader);
    reader.finish_ahead()
}

/// Fills the fields with what stands next, the attributes as well if the reader is not in the content yet.
fn fill_ahead<'de>(
    slots: &mut dyn Slots<'de>,
    outline: &Outline,
    is_in_content: bool,
    reader: &mut Reader<'de>,
) {
    let has_attributes = outline.model.has_attributes();
    let has_content = outline.has_content();
    let is_begun = is_in_content
        || (!has_attributes || fill_each_ahead(slots, outline.info, true, reader))
            && reader.content_ahead(has_content);
    let is_filled =
        is_begun && (!has_content || fill_each_ahead(slots, outline.info, false, reader));
    if !is_filled {
        reader.give_up_ahead();
    }
}

/// Fills the fields that are attributes, or the others.
fn fill_each_ahead<'de>(
    slots: &mut dyn Slots<'de>,
    info: &TypeInfo,
    attributes: bool,
    reader: &mut Reader<'de>,
) -> bool {
    let mut fields = info.fields.iter().enumerate();
    fields.all(|(number, field)| {
        let is_asked = (field.place == Place::Attribute) == attributes;
        !is_asked || slots.fill_ahead(number, field, reader)
    })
}
