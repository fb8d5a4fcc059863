//! The simple types that the standard library has no type for.

mod binary;

pub use self::binary::{Base64Binary, HexBinary};
