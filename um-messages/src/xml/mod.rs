//! XML, without SOAP: a strict and fast reader, a writer, simple types, a small tree.
//!
//! [`to_string`] and [`from_str`] turn a type with `#[derive(SoapType)]` into an element and back; [`to_vec`] and [`from_slice`] do
//! it with bytes, [`to_writer`] and [`from_reader`] with streams. A list that is too long to be held is an [`Iter`] when it is written,
//! by [`stream_to`] or [`into_chunks`].
//! [`Reader`] pulls a document apart by hand, or reads a list [item by item](Reader::items), [`Element`] holds what no type describes, [`Nillable`] an element
//! that may be nil, [`pretty`] indents any document, [`mask`](mask()) makes it fit for a log, [`assert_same!`] compares two, and [`canonical`] has the
//! forms that digests are made of. How the shapes of XML Schema are written is in the
//! [cookbook](crate::cookbook).
//!
//! Right to the letter of XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition): what is
//! not well-formed or not namespace-well-formed is refused, with line and column. Left out is what
//! SOAP forbids: a document type declaration is an error, so that there are no entities but the five
//! predefined ones.
//!
//! # Simple types
//!
//! These can be attributes and text, as well as elements. Each is read in every spelling that is legal, and
//! written in one; a text that is no value of the type, or one that the type cannot hold exactly, is an error. White
//! space around a value does not count, but in strings it does (XML Schema part 2, section 4.3.6).
//!
//! | XML Schema | types |
//! |---|---|
//! | `string` and its subtypes, `anyURI` | `String`, `&str`, `Cow<str>`, `Box<str>`, `char` |
//! | `boolean` | `bool` |
//! | `integer` and its subtypes | all integers of the language |
//! | `decimal` | `Decimal` of the feature `rust_decimal`, see below |
//! | `float`, `double` | `f32`, `f64` |
//! | `base64Binary`, `hexBinary` | `Vec<u8>`, `[u8; N]`, `Cow<[u8]>`, `Box<[u8]>` with the key `base64` or `hex`; [`Base64Binary`], [`HexBinary`] without |
//! | `dateTime`, `date`, `time` | [`DateTime`], [`Date`], [`Time`], to the nanosecond |
//! | `duration` | [`Duration`], to the nanosecond; without months and sign [`std::time::Duration`] |
//! | `QName` | [`QName`] |
//! | enumerations | enums of unit variants with `#[derive(SoapType)]` |
//! | lists, unions | fields with the key `list`, enums with the key `union` |
//! | restrictions by a length, bounds or digits | tuple structs with [`Facets`], by [`restricted_type!`](restricted_type) |
//! | what else a text may be | `String`, or a type of one's own, by [`SimpleType`] and [`simple_type!`](simple_type) |
//!
//! With a feature of the crate's name, these are simple types as well:
//!
//! | feature | types | XML Schema |
//! |---|---|---|
//! | `chrono` | `DateTime<FixedOffset>`, `DateTime<Utc>` | `dateTime` with a zone |
//! | | `NaiveDateTime`, `NaiveDate`, `NaiveTime` | `dateTime`, `date`, `time` without a zone |
//! | | `TimeDelta` | `duration` without months |
//! | `jiff` | `Timestamp` | `dateTime` with a zone |
//! | | `civil::DateTime`, `civil::Date`, `civil::Time` | `dateTime`, `date`, `time` without a zone |
//! | | `SignedDuration` | `duration` without months |
//! | `time` | `OffsetDateTime`, `UtcDateTime` | `dateTime` with a zone |
//! | | `PrimitiveDateTime`, `Date`, `Time` | `dateTime`, `date`, `time` without a zone |
//! | | `Duration` | `duration` without months |
//! | `rust_decimal` | `Decimal` | `decimal` of 96 bits; zeros at its end are kept where there is room |
//! | `url` | `Url` | `anyURI` that is an absolute and valid URL, written as the URL Standard spells it |
//! | `uuid` | `Uuid` | none: the hyphenated form, in either case, written in lower case |
//!
//! Floating-point numbers are written in plain digits, without an exponent, so that they are `decimal`s as well. A text that
//! must come back to the letter, such as one that a digest was made of, is a `String`.
//!
//! A type with a zone does not read a value without one, nor the other way round: nothing is assumed
//! and nothing dropped. `DateTime<Utc>`, `UtcDateTime` and `Timestamp` hold the moment, and not the zone
//! in which it was told; `DateTime<FixedOffset>` and `OffsetDateTime` keep the zone. Where services send both, or
//! a `date` with a zone, the types of this module hold either, and convert to and from the others. [`DateTime`] converts to and from
//! [`SystemTime`](std::time::SystemTime), too.

pub(crate) mod bind;
pub mod canonical;
#[cfg(feature = "schema")]
pub(crate) mod description;
mod difference;
mod mask;
pub(crate) mod namespace;
mod pretty;
pub(crate) mod read;
pub(crate) mod secrecy;
#[cfg(feature = "signature")]
pub mod signature;
mod syntax;
mod tree;
pub(crate) mod value;
pub(crate) mod write;

pub use self::bind::{
    Iter, Nillable, Root, from_reader, from_reader_with, from_slice, from_slice_with, from_str,
    from_str_with, into_chunks, stream_to, to_string, to_vec, to_writer,
};
#[cfg(feature = "schema")]
pub use self::description::Description;
pub use self::difference::{CompareOptions, Difference, first_difference, first_difference_with};
pub use self::mask::{mask, mask_slice};
pub use self::namespace::{ElementName, Namespace, NamespaceId, XML_NAMESPACE, XSI_NAMESPACE};
pub use self::pretty::{pretty, to_string_pretty};
pub use self::read::{Items, ReadElement, ReadOptions, ReadText, Reader, TextIn};
pub use self::tree::{Attribute, Element, Node};
pub use self::value::{
    Base64Binary, Date, DateTime, Duration, Facets, HexBinary, SimpleType, Time,
};
pub use self::write::{Content, StartTag, TextOut, WriteElement, WriteText, Writer};
#[doc(inline)]
pub use crate::__assert_same as assert_same;
pub use crate::__restricted_type as restricted_type;
pub use crate::__simple_type as simple_type;
pub use crate::qname::QName;

pub(crate) use self::namespace::is_reserved_namespace;
#[cfg(feature = "wsdl")]
pub(crate) use self::read::decoded;
pub(crate) use self::read::{Credit, Fed};
#[cfg(feature = "wsdl")]
pub(crate) use self::syntax::collapse;
#[cfg(any(feature = "schema", feature = "wsdl"))]
pub(crate) use self::syntax::is_ncname;
pub(crate) use self::syntax::{WholeChildren, is_constant_ncname, is_own_prefix, trim};
#[cfg(feature = "wsdl")]
pub(crate) use self::value::{ValueSpace, is_decimal};
pub(crate) use self::write::{Chunks, StartTagExtras};
