//! The codec of bytes: the keys `base64` and `hex`.

use std::marker::PhantomData;

use super::Codec;
use super::text::{ReadTextAs, WriteTextAs};
use crate::error::Result;
use crate::xml::bind::item::BytesField;
use crate::xml::read::TextIn;
use crate::xml::value::{Base64Binary, BinarySpelling, Bytes, HexBinary, read_bytes};
use crate::xml::write::TextOut;

/// Bytes in a spelling, that of the simple type `S`: `SGVsbG8=`, or `48656C6C6F`.
#[derive(Clone, Copy, Debug)]
pub struct Binary<S>(PhantomData<S>);

impl Binary<Base64Binary> {
    /// As base64.
    pub const BASE64: Self = Self(PhantomData);
}

impl Binary<HexBinary> {
    /// As hexadecimal digits.
    pub const HEX: Self = Self(PhantomData);
}

impl<F: BytesField, S> Codec<F> for Binary<S> {
    type Item = F::Item;
}

impl<I: Bytes, S: BinarySpelling> ReadTextAs<'_, I> for Binary<S> {
    fn read_text(&self, text: TextIn<'_, '_>) -> Result<I> {
        read_bytes::<I, S>(&text)
    }
}

impl<I: Bytes, S: BinarySpelling> WriteTextAs<I> for Binary<S> {
    fn write_text(&self, item: &I, out: &mut TextOut<'_>) {
        out.append_plain(|text| S::encode(item.as_bytes(), text));
    }
}
