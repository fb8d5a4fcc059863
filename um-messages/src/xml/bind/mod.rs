//! Fields, groups, codecs: what the derives stand on.
//!
//! Text and elements are apart: what can be a text value ([`ReadText`], [`WriteText`]) can stand in
//! an attribute, what can be an element ([`ReadElement`], [`WriteElement`]) cannot, so that
//! a struct in an attribute does not compile. How often a field stands (`T`, `Option<T>`,
//! `Vec<T>`) is decided by [`ReadField`] and [`WriteField`], and only there.
//!
//! [`ReadText`]: crate::xml::read::ReadText
//! [`WriteText`]: crate::xml::write::WriteText
//! [`ReadElement`]: crate::xml::read::ReadElement
//! [`WriteElement`]: crate::xml::write::WriteElement

mod any;
mod attribute;
mod codec;
mod content;
mod field;
mod group;
mod newtypes;
mod nillable;
mod root;

pub use self::any::{AnyAttribute, WriteAny};
pub use self::attribute::{ReadAttribute, WriteAttribute};
pub use self::codec::{
    AsElement, AsNillable, AsText, CData, FlatWrapper, List, ListField, NillableField, Occurs,
    Plain, ReadElementAs, ReadTextAs, ReadWith, ReadWrapper, TextField, WriteElementAs,
    WriteTextAs, WriteWith, WriteWrapper, declare_text_as, fill_as, fill_attribute_as,
    fill_text_as, is_full_as, is_optional_as, is_optional_text_as, repeats_as, take_as,
    take_attribute_as, take_text_as, write_as, write_attribute_as, write_text_as,
};
pub use self::content::{ReadContent, WriteContent};
pub use self::field::{ReadField, WriteField};
pub(crate) use self::group::write_group_content;
pub use self::group::{
    Claim, Content, Extent, Flat, Group, Names, ReadFlat, ReadGroup, Seat, Shape, WriteFlat,
    WriteGroup, read_group, same, write_group,
};
use self::group::{refuse_attributes, skip_unknown};
pub use self::newtypes::{ReadElementFor, ReadTextFor, WriteElementFor, WriteTextFor};
pub use self::nillable::Nillable;
pub(crate) use self::root::write_root;
pub use self::root::{Root, from_reader, from_str, from_str_with, to_string};
