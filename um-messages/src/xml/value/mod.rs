//! Simple types of XML Schema.

mod decimal;
mod facets;
mod other;
mod simple;
mod simple_type;
mod space;
mod text_element;
mod types;
mod union;

#[cfg(feature = "wsdl")]
pub(crate) use self::decimal::is_decimal;
pub use self::facets::{Facets, read_restricted, write_restricted};
pub use self::other::OtherText;
pub use self::simple_type::{SimpleType, read_simple_type};
pub use self::space::ValueSpace;
pub use self::text_element::{read_text_ahead, read_text_element, write_text_element};
pub use self::types::{Base64Binary, Date, DateTime, Duration, HexBinary, Time};
pub(crate) use self::types::{BinarySpelling, Bytes, read_bytes, write_bytes};
pub use self::union::write_member;
