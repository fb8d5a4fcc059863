//! Codecs of elements.

use super::Codec;
use super::plain::Plain;
use super::text::{Coded, ReadTextAs, WriteTextAs};
use crate::error::Result;
use crate::xml::bind::item::{ElementField, NillableField, NillableTypeField};
use crate::xml::bind::nillable::Nillable;
use crate::xml::namespace::{ElementName, KnownName};
use crate::xml::read::{Held, ReadElement, Reader, TextIn, read_as};
use crate::xml::value::write_text_element;
use crate::xml::write::{WriteElement, Writer};

/// Reads an item from the element that the reader stands in.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be read as the keys of its field say",
    note = "see the keys `list`, `with`, `base64`, `hex`, `cdata`, `nillable` and `wrapper`"
)]
pub trait ReadElementAs<'de, I> {
    /// Reads the element, up to and with its end tag.
    ///
    /// # Errors
    ///
    /// If it is not an item.
    fn read_element<H: Held<I>>(&self, reader: &mut Reader<'de>) -> Result<H>;

    /// Reads the item ahead, if it stands next under this name and nothing about it is unusual.
    #[inline]
    fn read_ahead(&self, _reader: &mut Reader<'de>, _name: &KnownName) -> Option<I> {
        None
    }
}

/// Writes an item as an element.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be written as the keys of its field say",
    note = "see the keys `list`, `with`, `base64`, `hex`, `cdata`, `nillable` and `wrapper`"
)]
pub trait WriteElementAs<I> {
    /// Writes the element, from its start tag to its end tag.
    fn write_element(&self, item: &I, writer: &mut Writer, name: ElementName<'_>);
}

impl<F: ElementField> Codec<F> for Plain {
    type Item = F::Item;
}

impl<'de, I: ReadElement<'de>> ReadElementAs<'de, I> for Plain {
    #[inline]
    fn read_element<H: Held<I>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        I::read_held(reader)
    }

    #[inline]
    fn read_ahead(&self, reader: &mut Reader<'de>, name: &KnownName) -> Option<I> {
        I::read_ahead(reader, name)
    }
}

impl<I: WriteElement> WriteElementAs<I> for Plain {
    #[inline]
    fn write_element(&self, item: &I, writer: &mut Writer, name: ElementName<'_>) {
        item.write_element(writer, name);
    }
}

/// An element whose content is text: `<Sizes>1 2 3</Sizes>`.
#[derive(Clone, Copy, Debug)]
pub struct AsText<C>(pub C);

impl<F, C: Codec<F>> Codec<F> for AsText<C> {
    type Item = C::Item;
}

impl<'de, I, C: ReadTextAs<'de, I>> ReadElementAs<'de, I> for AsText<C> {
    fn read_element<H: Held<I>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        reader.enter_simple()?;
        let text = reader.text_of(C::MAY_BE_PART)?;
        H::hold(|| self.0.read_text(text))
    }

    fn read_ahead(&self, reader: &mut Reader<'de>, name: &KnownName) -> Option<I> {
        let text = reader.leaf_ahead(name)?;
        let item = self.0.read_text(TextIn::attempt(text, reader));
        reader.value_ahead(item)
    }
}

impl<I, C: WriteTextAs<I>> WriteElementAs<I> for AsText<C> {
    fn write_element(&self, item: &I, writer: &mut Writer, name: ElementName<'_>) {
        write_text_element(&Coded(item, &self.0), writer, name);
    }
}

/// An element that may be nil: `<Id xsi:nil="true"/>` (XML Schema part 1, section 2.6.2).
#[derive(Clone, Copy, Debug)]
pub struct AsNillable<C>(pub C);

impl<F: NillableField, C> Codec<F> for AsNillable<C> {
    type Item = F::Item;
}

impl<'de, I, C: ReadElementAs<'de, I>> ReadElementAs<'de, Option<I>> for AsNillable<C> {
    fn read_element<H: Held<Option<I>>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        if reader.is_nil()? {
            return H::hold(|| read_nil(reader));
        }
        read_as(reader, |reader| self.0.read_element(reader), Some)
    }

    fn read_ahead(&self, reader: &mut Reader<'de>, name: &KnownName) -> Option<Option<I>> {
        self.0.read_ahead(reader, name).map(Some)
    }
}

/// Reads an element that is nil. What else it has is lost, even if it is known when it is not nil.
#[cold]
fn read_nil<I>(reader: &mut Reader<'_>) -> Result<Option<I>> {
    let hint = "`xml::Nillable` keeps the attributes of an element that is nil";
    let unknown = reader.refuse_unknown_attributes();
    unknown.map_err(|error| error.with_hint(hint.to_owned()))?;
    reader.skip_nil().map(|()| None)
}

impl<I, C: WriteElementAs<I>> WriteElementAs<Option<I>> for AsNillable<C> {
    fn write_element(&self, item: &Option<I>, writer: &mut Writer, name: ElementName<'_>) {
        match item {
            Some(item) => self.0.write_element(item, writer, name),
            None => writer.nil(name, |_| (), |_| ()),
        }
    }
}

/// An element whose type says that it may be nil, where a key says how it stands if it is not.
#[derive(Clone, Copy, Debug)]
pub struct AsNillableType<C>(pub C);

impl<F: NillableTypeField, C> Codec<F> for AsNillableType<C> {
    type Item = F::Item;
}

impl<'de, I, C: ReadElementAs<'de, I>> ReadElementAs<'de, Nillable<I>> for AsNillableType<C> {
    fn read_element<H: Held<Nillable<I>>>(&self, reader: &mut Reader<'de>) -> Result<H> {
        Nillable::read_by(reader, |reader| self.0.read_element(reader))
    }

    fn read_ahead(&self, reader: &mut Reader<'de>, name: &KnownName) -> Option<Nillable<I>> {
        self.0.read_ahead(reader, name).map(Nillable::Value)
    }
}

impl<I, C: WriteElementAs<I>> WriteElementAs<Nillable<I>> for AsNillableType<C> {
    fn write_element(&self, item: &Nillable<I>, writer: &mut Writer, name: ElementName<'_>) {
        item.write_by(writer, name, |item, writer| {
            self.0.write_element(item, writer, name);
        });
    }
}
