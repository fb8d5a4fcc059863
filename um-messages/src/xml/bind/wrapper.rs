//! Lists whose items stand inside one element: the key `wrapper`.

use super::codec::{Codec, ReadElementAs, WriteElementAs};
use super::fields::{ReadFields, WriteFields, read_text_item};
use super::find::{Part, namespace_of};
use super::item::ListField;
use super::iter::Iter;
use super::occurs::Occurs;
use super::place::element::read_item;
use super::place::flattened::{self, Flattened};
use super::unknown::{refuse_attributes, skip_or_refuse};
use crate::error::Result;
use crate::xml::namespace::{ElementName, FieldInfo, KnownName, Place, TypeInfo};
use crate::xml::read::{Expected, Held, Reader, is_large, read_as};
use crate::xml::write::Writer;

/// Items of one name: `<Tags><Tag>a</Tag><Tag>b</Tag></Tags>`. The field of this number in the table has their
/// name; they stand in the namespace of the wrapper, or in one of their own.
#[derive(Clone, Copy, Debug)]
pub struct Wrapper<C>(pub &'static TypeInfo, pub usize, pub C);

impl<F: ListField, C> Codec<F> for Wrapper<C> {
    type Item = F::Item;
}

impl<'de, I, C: ReadElementAs<'de, I>> ReadElementAs<'de, Vec<I>> for Wrapper<C> {
    fn read_element<H: Held<Vec<I>>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        let Self(info, field, codec) = self;
        reader.refuse_nil()?;
        refuse_attributes(info, reader)?;
        let field = info.field(*field);
        let namespace = namespace_of(field.item_namespace(), reader.element_namespace(), reader);
        let mut items = Vec::new();
        while reader.next_child()? {
            if reader.element_namespace() == namespace && is_item(field, reader) {
                reader.denying(info.deny_unknown_fields, |reader| {
                    read_item(reader, codec, |item| items.push(item))
                })?;
            } else {
                skip_or_refuse(info, reader, |around, known| {
                    field.add_item_names(around, known);
                })?;
            }
        }
        H::hold(|| Ok(items))
    }

    fn read_ahead(&self, reader: &mut Reader<'de>, name: &KnownName) -> Option<Vec<I>> {
        let Self(info, field, codec) = self;
        let field = info.field(*field);
        if field.item_namespace().is_some() {
            return None;
        }
        let outer = reader.enter_ahead(name, Expected::WRAPPER)?;
        let mut items = Vec::new();
        if reader.content_ahead(true) {
            while let Some(item) = codec.read_ahead(reader, field.item_tags().known_name()) {
                items.push(item);
            }
        } else {
            reader.give_up_ahead();
        }
        reader.leave_ahead(name, outer).then_some(items)
    }
}

impl<'de, 'a, I, C: ReadElementAs<'de, I>> ReadElementAs<'de, Iter<'a, I>> for Wrapper<C> {
    fn read_element<H: Held<Iter<'a, I>>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        read_as(reader, |reader| self.read_element(reader), Vec::into)
    }
}

impl<I, C: WriteElementAs<I>> WriteElementAs<Vec<I>> for Wrapper<C> {
    fn write_element(&self, items: &Vec<I>, writer: &mut Writer, name: ElementName<'_>) {
        self.write_items(items, writer, name);
    }
}

impl<I, C: WriteElementAs<I>> WriteElementAs<Iter<'_, I>> for Wrapper<C> {
    fn write_element(&self, items: &Iter<'_, I>, writer: &mut Writer, name: ElementName<'_>) {
        self.write_items(items, writer, name);
    }
}

impl<C> Wrapper<C> {
    fn write_items<I, F>(&self, items: &F, writer: &mut Writer, name: ElementName<'_>)
    where
        C: WriteElementAs<I>,
        F: Occurs<I>,
    {
        let Self(info, field, codec) = self;
        let opened = writer.start(name);
        writer.end_start_tag();
        let field = info.field(*field);
        let inside = match field.item_namespace() {
            Some(uri) => writer.naming(uri, field.item_prefix().unwrap_or_default()),
            None => name.naming.inside(),
        };
        let inside = inside.name(field.item_tags());
        items.write_items(
            writer,
            |writer| writer,
            |item, writer| codec.write_element(item, writer, inside),
        );
        writer.end(opened, name);
    }
}

/// Structs or choices, one behind the other: `<Calls><Id>1</Id><State/><Id>2</Id><State/></Calls>`. Those without
/// a namespace of their own have that of the wrapper.
#[derive(Clone, Copy, Debug)]
pub struct FlatWrapper(pub &'static TypeInfo);

impl<F: ListField> Codec<F> for FlatWrapper {
    type Item = F::Item;
}

impl<'de, T: ReadFields<'de> + WriteFields> ReadElementAs<'de, Vec<T>> for FlatWrapper {
    fn read_element<H: Held<Vec<T>>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        reader.refuse_nil()?;
        refuse_attributes(self.0, reader)?;
        H::hold(|| {
            if const { T::INFO.asks_for_position() } {
                reader.with_position(|reader| self.read_sized(reader))
            } else {
                self.read_sized(reader)
            }
        })
    }
}

impl FlatWrapper {
    #[inline]
    fn read_sized<'de, T>(self, reader: &mut Reader<'de>) -> Result<Vec<T>>
    where
        T: ReadFields<'de> + WriteFields,
    {
        if const { is_large::<Flattened<'de, Vec<T>>>() } {
            self.read_items::<T, Box<Flattened<'de, Vec<T>>>>(reader)
        } else {
            self.read_items::<T, Flattened<'de, Vec<T>>>(reader)
        }
    }

    fn read_items<'de, T, H>(self, reader: &mut Reader<'de>) -> Result<Vec<T>>
    where
        T: ReadFields<'de> + WriteFields,
        H: Held<Flattened<'de, Vec<T>>>,
    {
        let namespace = reader.element_namespace();
        let mut slot = H::hold(|| Ok(Flattened::default()))?;
        let slot = slot.as_mut();
        loop {
            let is_child = if const { T::INFO.content_model().has_text() } {
                let (text, is_child) = reader.next_child_behind_text()?;
                let part = Part::text(namespace);
                let offer = |reader: &mut Reader<'de>| flattened::fill_by_part(slot, &part, reader);
                read_text_item(text, is_child, reader, offer)?;
                is_child
            } else {
                reader.next_child()?
            };
            if !is_child {
                break;
            }
            let part = Part::element(namespace);
            let is_claimed = reader.denying(self.0.deny_unknown_fields, |reader| {
                let mut parts = std::iter::once(part).chain(part.of_any_name());
                parts.try_fold(false, |is_claimed, part| {
                    Ok(is_claimed || flattened::fill_by_part(slot, &part, reader)?.is_mine())
                })
            })?;
            if !is_claimed {
                skip_or_refuse(self.0, reader, |around, known| {
                    T::INFO.add_names(Place::Element, around, known);
                })?;
            }
        }
        Ok(flattened::take_items(slot, reader)?.unwrap_or_default())
    }
}

impl<T: WriteFields> WriteElementAs<Vec<T>> for FlatWrapper {
    fn write_element(&self, items: &Vec<T>, writer: &mut Writer, name: ElementName<'_>) {
        let opened = writer.start(name);
        writer.end_start_tag();
        flattened::write_items(items, writer, name.naming.inside(), None, None);
        writer.end(opened, name);
    }
}

/// Whether the element that the reader stands in has one of the names of the items.
fn is_item(field: &FieldInfo, reader: &Reader<'_>) -> bool {
    let aliases = field.item_aliases();
    reader.has_local(field.item_tags().local())
        || aliases.iter().any(|alias| reader.has_local(alias))
}
