//! What can be read: text, or an element.

use super::held::{Held, is_large};
use super::reader::Reader;
use super::text::TextIn;
use crate::error::Result;
use crate::xml::namespace::KnownName;

/// A type that is read from text: a simple type.
///
/// Derived for enums of unit variants. For a type of your own implement [`SimpleType`](crate::xml::SimpleType), which is
/// less work, and call [`simple_type!`](crate::xml::simple_type).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait ReadText<'de>: Sized {
    /// Whether the type is `xs:base64Binary`: a part of a package may stand for the content of an element then (XOP section 2.1). A
    /// type that has its text read by [`Base64Binary`](crate::xml::Base64Binary) says `true`.
    const MAY_BE_PART: bool = false;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// If it is not a value of the type; [`TextIn::invalid`] makes the error.
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self>;
}

/// A type that is read from an element.
///
/// Derived with `SoapType` or `SoapMessage`. The caller knows the element's name, so that one type
/// serves under many.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; as fields, `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait ReadElement<'de>: Sized {
    /// Reads the element. The reader stands behind the start tag, and is left behind the end tag.
    ///
    /// # Errors
    ///
    /// If the element is not a value of the type.
    fn read_element(reader: &mut Reader<'de>) -> Result<Self>;

    /// Reads the element, and holds the value as `H` says.
    #[doc(hidden)]
    #[inline]
    fn read_held<H: Held<Self>>(reader: &mut Reader<'de>) -> Result<H> {
        H::hold(|| Self::read_element(reader))
    }

    /// Reads the element ahead, if it stands next under this name and nothing about it is unusual.
    #[doc(hidden)]
    #[inline]
    fn read_ahead(_reader: &mut Reader<'de>, _name: &KnownName) -> Option<Self> {
        None
    }
}

impl<'de> Reader<'de> {
    /// Reads the element that the reader stands in as a value, whatever the element's name.
    ///
    /// # Errors
    ///
    /// If the element is not a value of the type.
    pub fn read<T: ReadElement<'de>>(&mut self) -> Result<T> {
        T::read_element(self)
    }
}

impl<'de> TextIn<'_, 'de> {
    /// The text as a value of a simple type.
    ///
    /// # Errors
    ///
    /// If it is not one.
    #[inline]
    pub fn parse<T: ReadText<'de>>(self) -> Result<T> {
        T::read_text(self)
    }
}

// A box is as what is in it. It has to be decided here and not for fields, because `Box` is
// fundamental: other crates may implement foreign traits for boxes of their own types.

impl<'de, T: ReadElement<'de>> ReadElement<'de> for Box<T> {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        if const { is_large::<T>() } {
            T::read_held(reader)
        } else {
            T::read_element(reader).map(Self::new)
        }
    }

    #[inline]
    fn read_ahead(reader: &mut Reader<'de>, name: &KnownName) -> Option<Self> {
        T::read_ahead(reader, name).map(Self::new)
    }
}

impl<'de, T: ReadText<'de>> ReadText<'de> for Box<T> {
    const MAY_BE_PART: bool = T::MAY_BE_PART;

    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        T::read_text(text).map(Self::new)
    }
}
