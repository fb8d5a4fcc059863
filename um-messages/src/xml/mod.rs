//! XML, without SOAP: a strict and fast reader, a writer, simple types, a small tree.
//!
//! [`to_string`] and [`from_str`] turn a type with `#[derive(SoapType)]` into an element and back.
//! [`Reader`] pulls a document apart by hand, [`Element`] holds what no type describes, [`pretty`]
//! indents any document.
//!
//! Right to the letter of XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition): what is
//! not well-formed or not namespace-well-formed is refused, with line and column. Left out is what
//! SOAP forbids: a document type declaration is an error, so that there are no entities but the five
//! predefined ones.

mod chars;
mod declaration;
mod element;
mod escape;
mod group;
mod input;
mod names;
mod options;
mod pretty;
mod reader;
mod root;
mod scan;
mod scope;
mod simple;
mod span;
mod stack;
mod stream;
mod text;
mod tokenizer;
mod traits;
mod types;
mod uris;
mod word;
mod writer;

pub use self::element::{Attribute, Element, Node};
pub use self::names::ElementName;
pub use self::pretty::pretty;
pub use self::reader::Reader;
pub use self::root::{from_reader, from_str, from_str_with, to_string, to_string_pretty};
pub use self::scope::{NsId, XML_NAMESPACE, XSI_NAMESPACE};
#[doc(hidden)]
pub use self::simple::{read_simple_type, read_text_element, write_text_element};
pub use self::text::{TextIn, TextOut};
pub use self::traits::{
    ReadAttribute, ReadContent, ReadElement, ReadField, ReadText, Root, SimpleType, WriteAttribute,
    WriteContent, WriteElement, WriteField, WriteText,
};
pub use self::types::{Base64Binary, Date, DateTime, Duration, HexBinary, Time};
pub use self::writer::Writer;
pub use crate::__simple_type as simple_type;
pub use crate::name::QName;

pub use self::options::ReadOptions;

#[doc(hidden)]
pub use self::group::{
    Claim, Content, Extent, Flat, Group, ReadFlat, ReadGroup, Seat, Shape, WriteFlat, WriteGroup,
    read_group, write_group,
};
#[doc(hidden)]
pub use self::names::{AttributeName, Fact, Name, Scope};
#[doc(hidden)]
pub use self::traits::{ReadElementFor, ReadTextFor, WriteElementFor, WriteTextFor};

pub(crate) use self::chars::{is_ncname, trim};
pub(crate) use self::group::write_group_content;
pub(crate) use self::root::write_root;
pub(crate) use self::scope::is_reserved_namespace;
pub(crate) use self::writer::OnNext;
