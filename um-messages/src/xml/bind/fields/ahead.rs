//! Reading a struct ahead: its table says what stands next, its fields take that, each in its place.

use std::marker::PhantomData;

use super::open::finish;
use super::{End, Open, ReadFields};
use crate::xml::bind::root::Root;
use crate::xml::namespace::{FieldInfo, KnownName, Place};
use crate::xml::read::{Expected, MOST_ATTRIBUTES, Outer, Reader, is_large};

/// Reads a struct ahead, if its element stands next under this name.
pub fn read_fields_ahead<'de, T: ReadFields<'de>>(
    reader: &mut Reader<'de>,
    name: &KnownName,
) -> Option<T> {
    if const { !is_read_ahead::<T>() } {
        return None;
    }
    let expected = const { Expected::of(T::INFO) };
    let outer = reader.enter_ahead(name, expected)?;
    if const { T::INFO.has_position } {
        reader.with_position_ahead(|reader| read_entered(reader, (name, expected), outer))
    } else {
        read_entered(reader, (name, expected), outer)
    }
}

/// Reads a struct ahead from behind the name in its start tag.
#[inline]
fn read_entered<'de, T: ReadFields<'de>>(
    reader: &mut Reader<'de>,
    (name, expected): (&KnownName, Expected),
    outer: Outer<'de>,
) -> Option<T> {
    if const { T::IS_READ_IN_ORDER } {
        let value = T::read_in_order(&mut InOrder::of(reader));
        // Where nothing may stand in the content, no field has gone into it.
        let is_read =
            value.is_some() && (const { has_content::<T>() } || reader.content_ahead(false));
        if !is_read {
            reader.give_up_ahead();
        }
        return value.filter(|_| reader.leave_ahead(name, outer));
    }
    let mut state = T::start();
    if const { T::INFO.inner.is_some() } {
        fill_inner_ahead::<T>(&mut state, expected, reader);
    } else {
        fill_ahead::<T>(&mut state, false, reader);
    }
    if !reader.leave_ahead(name, outer) {
        return None;
    }
    let value = finish::<T>(&mut state, End::of::<T>(reader));
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
        let has_content = const { has_content::<T>() };
        self.reader.content_ahead(has_content).then_some(())
    }

    /// The end of the type.
    #[must_use]
    pub const fn end(&self) -> End<'_, 'de> {
        End::of::<T>(self.reader)
    }
}

/// Whether anything may stand in the element but white space.
const fn has_content<T: Root>() -> bool {
    let model = T::INFO.content_model();
    model.has_elements() || model.has_text()
}

/// Fills the fields with what stands in the element `inner` of the one whose start tag is being read.
fn fill_inner_ahead<'de, T: ReadFields<'de>>(
    state: &mut T::State,
    expected: Expected,
    reader: &mut Reader<'de>,
) {
    let inner = &const { name_of_inner::<T>() };
    match reader.enter_inner_ahead(inner, expected) {
        Some(outer) => {
            fill_ahead::<T>(state, false, reader);
            reader.leave_ahead(inner, outer);
        }
        None => reader.give_up_ahead(),
    }
}

const fn name_of_inner<T: Root>() -> KnownName {
    KnownName::new(match T::INFO.inner {
        Some(tags) => tags.local(),
        None => "",
    })
}

/// Reads the content of the element that the reader stands in ahead, up to and with the end tag: that has been begun, and the
/// attributes have been read. Otherwise the reader stands as it stood.
#[inline]
pub(super) fn read_ahead<'de, T: ReadFields<'de>>(
    open: &mut Open<'de, T>,
    reader: &mut Reader<'de>,
) -> bool {
    fill_ahead::<T>(&mut open.state, true, reader);
    reader.finish_ahead()
}

/// Fills the fields with what stands next, the attributes as well if the reader is not in the content yet.
#[inline]
fn fill_ahead<'de, T: ReadFields<'de>>(
    state: &mut T::State,
    is_in_content: bool,
    reader: &mut Reader<'de>,
) {
    let has_attributes = const { T::INFO.content_model().has_attributes() };
    let has_content = const { has_content::<T>() };
    let is_begun = is_in_content
        || (!has_attributes || fill_each_ahead::<T, true>(state, reader))
            && reader.content_ahead(has_content);
    let is_filled = is_begun && (!has_content || fill_each_ahead::<T, false>(state, reader));
    if !is_filled {
        reader.give_up_ahead();
    }
}

/// Fills the fields that are attributes, or the others.
#[inline]
fn fill_each_ahead<'de, T: ReadFields<'de>, const ATTRIBUTES: bool>(
    state: &mut T::State,
    reader: &mut Reader<'de>,
) -> bool {
    let mut fields = T::INFO.fields.iter().enumerate();
    fields.all(|(number, field)| {
        let is_asked = (field.place == Place::Attribute) == ATTRIBUTES;
        !is_asked || fill_one_ahead::<T>(state, number, field, reader)
    })
}

/// Out of line: in the loop the places of all fields would be computed before it and kept on the stack, which took a tenth of the
/// instructions of reading ahead.
#[inline(never)]
fn fill_one_ahead<'de, T: ReadFields<'de>>(
    state: &mut T::State,
    number: usize,
    field: &FieldInfo,
    reader: &mut Reader<'de>,
) -> bool {
    T::fill(state, number, field, reader)
}

/// Whether values of a type may be read ahead: its names are in one namespace, and it has nothing but attributes, and elements or
/// text. Functions that call themselves have them on the stack, so they are not large.
pub(super) const fn is_read_ahead<'de, T: ReadFields<'de>>() -> bool {
    let (info, model) = (T::INFO, T::INFO.content_model());
    let mut field = 0;
    let mut attributes = 0;
    while field < info.fields.len() {
        if info.fields[field].namespace().is_some() {
            return false;
        }
        match info.fields[field].place {
            Place::Attribute => attributes += 1,
            Place::Element | Place::Text => {}
            _ => return false,
        }
        field += 1;
    }
    let is_plain = !info.is_choice && !info.shares_names() && !model.is_mixed();
    is_plain && attributes <= MOST_ATTRIBUTES && !is_large::<T>()
}
