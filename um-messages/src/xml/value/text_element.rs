//! Elements whose content is a text value.

use crate::error::Result;
use crate::xml::namespace::{ElementName, KnownName};
use crate::xml::read::{ReadText, Reader, TextIn};
use crate::xml::write::{WriteText, Writer};

/// Reads an element whose content is a text value.
///
/// # Errors
///
/// If the content has elements, or is not a value.
#[inline]
pub fn read_text_element<'de, T: ReadText<'de>>(reader: &mut Reader<'de>) -> Result<T> {
    reader.enter_simple()?;
    T::read_text(reader.text_of(T::MAY_BE_PART)?)
}

/// Reads such an element ahead.
#[inline]
pub fn read_text_ahead<'de, T: ReadText<'de>>(
    reader: &mut Reader<'de>,
    name: &KnownName,
) -> Option<T> {
    let text = reader.leaf_ahead(name)?;
    let value = T::read_text(TextIn::attempt(text, reader));
    reader.value_ahead(value)
}

/// Writes an element whose content is a text value.
#[inline]
pub fn write_text_element<T: WriteText>(value: &T, writer: &mut Writer, name: ElementName<'_>) {
    if !T::DECLARES && writer.is_declared(name) {
        writer.leaf(name, value);
        return;
    }
    let opened = writer.start(name);
    value.declare(writer);
    writer.end_start_tag();
    writer.text(value);
    writer.end(opened, name);
}

/// Makes element types of types that are text.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_elements {
    ([$($parameters:tt)*] $type:ty) => {
        impl<'de, $($parameters)*> $crate::xml::ReadElement<'de> for $type {
            fn read_element(reader: &mut $crate::xml::Reader<'de>) -> $crate::Result<Self> {
                $crate::__private0_1_0::read_text_element(reader)
            }

            #[inline]
            fn read_ahead(
                reader: &mut $crate::xml::Reader<'de>,
                name: &$crate::__private0_1_0::KnownName,
            ) -> ::core::option::Option<Self> {
                $crate::__private0_1_0::read_text_ahead(reader, name)
            }
        }

        impl<$($parameters)*> $crate::xml::WriteElement for $type {
            #[inline]
            fn write_element(
                &self,
                writer: &mut $crate::xml::Writer,
                name: $crate::xml::ElementName<'_>,
            ) {
                $crate::__private0_1_0::write_text_element(self, writer, name);
            }

            $crate::__described! {
                <Self as $crate::xml::WriteText>::description()
            }
        }
    };
    ($($type:ty),* $(,)?) => {
        $($crate::__text_elements!([] $type);)*
    };
}
