//! Elements that may be nil.

use super::place::any_attribute::AnyAttribute;
use crate::error::Result;
use crate::xml::namespace::{ElementName, KnownName, Table};
use crate::xml::read::{Held, ReadElement, Reader, read_as};
use crate::xml::tree::Attribute;
use crate::xml::write::{WriteElement, Writer};

/// An element that may be nil: `xsi:nil="true"`, with no content (XML Schema part 1, section 2.6.2).
///
/// Absent, nil and empty are three different things: `Option<Nillable<T>>` tells all of them apart.
/// Where absent is not allowed `Nillable<T>` does, or an `Option<T>` with the key `nillable`. An
/// element that is nil may have attributes all the same, and they are kept.
///
/// ```
/// use um_messages::{SoapType, xml::{self, Nillable}};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Call {
///     ended: Option<Nillable<u32>>,
/// }
///
/// let read = |content: &str| {
///     let xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
///     xml::from_str::<Call>(&format!("<Call {xsi}>{content}</Call>"))
/// };
/// assert_eq!(read("")?.ended, None);
/// assert_eq!(read("<Ended xsi:nil='true'/>")?.ended, Some(Nillable::nil()));
/// assert_eq!(read("<Ended>7</Ended>")?.ended, Some(Nillable::Value(7)));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nillable<T> {
    /// A value.
    Value(T),
    /// Nil, with the attributes that stand beside `xsi:nil`.
    Nil(Vec<Attribute>),
}

impl<T> Nillable<T> {
    /// Nil, without attributes.
    #[must_use]
    pub const fn nil() -> Self {
        Self::Nil(Vec::new())
    }

    /// The value, if it is not nil.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Nil(_) => None,
        }
    }

    /// The value, if it is not nil.
    #[must_use]
    pub const fn as_value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Nil(_) => None,
        }
    }
}

impl<T> From<T> for Nillable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> From<Option<T>> for Nillable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or_else(Self::nil, Self::Value)
    }
}

impl<'de, T: ReadElement<'de>> ReadElement<'de> for Nillable<T> {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        Self::read_held(reader)
    }

    fn read_held<H: Held<Self>>(reader: &mut Reader<'de>) -> Result<H> {
        Self::read_by(reader, T::read_held)
    }

    fn read_ahead(reader: &mut Reader<'de>, name: &KnownName) -> Option<Self> {
        T::read_ahead(reader, name).map(Self::Value)
    }
}

impl<T> Nillable<T> {
    /// Reads an element, by `read` if it is not nil.
    pub(super) fn read_by<'de, H: Held<Self>>(
        reader: &mut Reader<'de>,
        read: impl FnOnce(&mut Reader<'de>) -> Result<H::Of<T>>,
    ) -> Result<H> {
        if !reader.is_nil()? {
            return read_as(reader, read, Self::Value);
        }
        let mut attributes: Vec<Attribute> = Vec::new();
        for index in 0..reader.attribute_count() {
            if !reader.is_protocol_attribute(index) {
                attributes.push(Attribute::alone(reader, index)?);
            }
        }
        reader.skip_nil()?;
        H::hold(|| Ok(Self::Nil(attributes)))
    }
}

impl<T: WriteElement> WriteElement for Nillable<T> {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        self.write_by(writer, name, |value, writer| {
            value.write_element(writer, name);
        });
    }

    const TABLE: Table = T::TABLE;
    const IS_CHOICE: bool = T::IS_CHOICE;

    crate::__described! {
        crate::xml::Description::nillable(T::description)
    }
}

impl<T> Nillable<T> {
    /// Writes an element, by `write` if it is not nil.
    pub(super) fn write_by(
        &self,
        writer: &mut Writer,
        name: ElementName<'_>,
        write: impl FnOnce(&T, &mut Writer),
    ) {
        match self {
            Self::Value(value) => write(value, writer),
            Self::Nil(attributes) => {
                writer.nil(
                    name,
                    |writer| attributes.declare(writer),
                    |writer| attributes.write(writer),
                );
            }
        }
    }
}
