//! Elements and attributes that no type describes.

mod attribute;
mod element;
mod names;

pub use self::attribute::Attribute;
pub use self::element::{Element, Node};
use self::names::{prefixes_in, unwritable};
