//! The codec of bytes: the keys `base64` and `hex`.

use std::marker::PhantomData;

use crate::xml::value::{Base64Binary, HexBinary};

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
