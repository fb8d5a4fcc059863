//! Lists whose items stand inside one element: the key `wrapper`.

use super::element::{ReadElementAs, WriteElementAs};
use crate::error::Result;
use crate::xml::bind::{Flat, ReadFlat, Shape, WriteFlat, refuse_attributes, skip_unknown};
use crate::xml::namespace::{ElementName, Name};
use crate::xml::read::Reader;
use crate::xml::write::Writer;

/// Reads items of a name.
pub struct ReadWrapper<F, C> {
    /// That of the struct, which says what to do with strangers.
    pub shape: &'static Shape,
    /// Whether the element that the reader stands in is an item.
    pub is_item: F,
    /// How an item is read.
    pub items: C,
}

impl<'de, I, F, C> ReadElementAs<'de, Vec<I>> for ReadWrapper<F, C>
where
    F: Fn(&Reader<'_>) -> bool,
    C: ReadElementAs<'de, I>,
{
    fn read_element(&self, reader: &mut Reader<'de>) -> Result<Vec<I>> {
        reader.refuse_nil()?;
        refuse_attributes(self.shape, reader)?;
        let mut items = Vec::new();
        while reader.next_child()? {
            if (self.is_item)(reader) {
                items.push(self.items.read_element(reader)?);
            } else {
                skip_unknown(self.shape, reader)?;
            }
        }
        Ok(items)
    }
}

/// Writes items under a name in the namespace of the wrapper.
pub struct WriteWrapper<C> {
    /// The name.
    pub name: &'static Name,
    /// How an item is written.
    pub items: C,
}

impl<I, C: WriteElementAs<I>> WriteElementAs<Vec<I>> for WriteWrapper<C> {
    fn write_element(&self, value: &Vec<I>, writer: &mut Writer, name: ElementName<'_>) {
        let opened = writer.start(name);
        writer.content();
        for item in value {
            let name = name.scope.inside().name(self.name);
            self.items.write_element(item, writer, name);
        }
        writer.end(opened, name);
    }
}

/// Groups or choices; those without a namespace of their own have that of the wrapper.
pub struct FlatWrapper {
    /// That of the struct, which says what to do with strangers.
    pub shape: &'static Shape,
}

impl<'de, T> ReadElementAs<'de, Vec<T>> for FlatWrapper
where
    Vec<T>: ReadFlat<'de>,
{
    fn read_element(&self, reader: &mut Reader<'de>) -> Result<Vec<T>> {
        reader.refuse_nil()?;
        refuse_attributes(self.shape, reader)?;
        // No attributes and no text: the compiler has a look where the type is known.
        let _ = const { <Vec<T> as Flat>::EXTENT };
        let namespace = reader.element_namespace();
        let mut slot = <Vec<T> as ReadFlat>::Slot::default();
        while reader.next_child()? {
            let is_claimed = <Vec<T>>::claim(&mut slot, reader, namespace)?
                || <Vec<T>>::keep(&mut slot, reader)?;
            if !is_claimed {
                skip_unknown(self.shape, reader)?;
            }
        }
        <Vec<T>>::take(&mut slot, reader)
    }
}

impl<T> WriteElementAs<Vec<T>> for FlatWrapper
where
    Vec<T>: WriteFlat,
{
    fn write_element(&self, value: &Vec<T>, writer: &mut Writer, name: ElementName<'_>) {
        let opened = writer.start(name);
        writer.content();
        value.write_content(writer, name.scope.inside());
        writer.end(opened, name);
    }
}
