//! Reading an element as a struct or a choice.

use super::here::read_here;
use super::inner::{read_inner, read_optional_inner};
use super::{Open, ReadFields};
use crate::error::Result;
use crate::xml::bind::find::namespace_of;
use crate::xml::read::{Held, Reader, is_large};

/// Reads a struct or a choice from the element that the reader stands in.
///
/// # Errors
///
/// If the element is not a value of the type.
#[inline]
pub fn read_fields<'de, T: ReadFields<'de>, H: Held<T>>(reader: &mut Reader<'de>) -> Result<H> {
    if const { T::INFO.asks_for_position() } {
        reader.with_position(read_sized)
    } else {
        read_sized(reader)
    }
}

#[inline]
fn read_sized<'de, T: ReadFields<'de>, H: Held<T>>(reader: &mut Reader<'de>) -> Result<H> {
    if const { is_large::<Open<'de, T>>() } {
        read::<T, H, Box<Open<'de, T>>>(reader)
    } else {
        read::<T, H, Open<'de, T>>(reader)
    }
}

fn read<'de, T, H, O>(reader: &mut Reader<'de>) -> Result<H>
where
    T: ReadFields<'de>,
    H: Held<T>,
    O: Held<Open<'de, T>>,
{
    reader.refuse_nil()?;
    if const { T::INFO.has_aliases() } {
        reader.know_aliases(T::INFO);
    }
    let namespace = namespace_of(
        const { T::INFO.namespace },
        reader.element_namespace(),
        reader,
    );
    if const { T::INFO.inner.is_none() } {
        read_here::<T, H, O>(reader, namespace)
    } else if const { T::INFO.is_inner_optional } {
        read_optional_inner::<T, H, O>(reader, namespace)
    } else {
        read_inner::<T, H, O>(reader, namespace)
    }
}
