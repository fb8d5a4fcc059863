//! Fields of types, and how they stand in XML: what the derives stand on.
//!
//! A field is a *place* × an *occurrence* × a *codec*. The words, each with a line of XML or Rust:
//!
//! | word | what it is |
//! |---|---|
//! | type info | the table of a type, [`TypeInfo`]: each name is said in it once. `<Call Id="7"><State>Idle</State></Call>` has a name and two fields |
//! | field | a row of it, [`FieldInfo`]: `<State>Idle</State>` |
//! | place | where a field stands, a module of `place`: `Id="7"` is an attribute, `<State>` an element, `Idle` is text |
//! | item | what stands in the place, perhaps again: of `tag: Vec<String>` each `<Tag>a</Tag>` |
//! | occurrence | how often items stand, [`Occurs`]: `String` once, `Option<String>` at most once, `Vec<String>` any number of times, as [`Iter`], whose items are made while they are written |
//! | codec | how one item stands, a type of `codec`: `<Sizes>1 2 3</Sizes>` is `AsText(List(PlainText))` |
//! | wrapper | an element around items: `<Tags><Tag>a</Tag><Tag>b</Tag></Tags>` |
//! | flattened | a type whose fields stand among those of the type that has it: `<Call><Id/><State/></Call>` |
//! | choice | a type of which one field stands: `<Call><Number/></Call>` or `<Call><Name/></Call>` |
//! | wildcard | a field that takes what no other claims: `any` elements, `any` attributes |
//! | part | what the reader stands at: an element, an attribute, the text |
//! | offer | what a field is to be filled with, [`Offer`]: a part or, ahead, what stands next if it is this field |
//! | claim | what a field says of a part, [`Claim`]: not mine, mine and read, or mine and no room |
//! | slot | what has been read of a field so far: `None`, or a field that may grow |
//! | outline | what is known of a type for who reads its fields, without the type: so reading is compiled once for all types, [`Outline`](self::outline::Outline) |
//! | held | how a value is held on its way to where it belongs, [`Held`]: as it is or, if it is large, in a box |
//! | content model | what a type has in its element: `<a/>` is empty, `<a><b/></a>` element-only, `<a>b</a>` simple |
//! | empty | there, and without content: `<Date/>`, `Date=""` |
//! | secret | a field of whose values no error says anything |
//! | root | a type with an element name of its own: the document element, a message, a detail entry |
//!
//! Text and elements are apart: what can be a text value ([`ReadText`], [`WriteText`]) can stand in an attribute, what
//! can be an element ([`ReadElement`], [`WriteElement`]) cannot, so that a struct in an attribute does not compile.
//!
//! [`TypeInfo`]: crate::xml::namespace::TypeInfo
//! [`Held`]: crate::xml::read::Held
//! [`FieldInfo`]: crate::xml::namespace::FieldInfo
//! [`ReadText`]: crate::xml::read::ReadText
//! [`WriteText`]: crate::xml::write::WriteText
//! [`ReadElement`]: crate::xml::read::ReadElement
//! [`WriteElement`]: crate::xml::write::WriteElement

mod boundary;
mod codec;
mod conflict;
mod content_model;
pub mod default_text;
#[cfg(feature = "schema")]
mod described;
pub mod empty;
mod fields;
mod find;
mod item;
mod iter;
mod names;
mod nillable;
pub mod occurrence;
mod occurs;
mod offer;
mod outline;
pub(crate) mod place;
mod position;
mod root;
pub mod secret;
mod unknown;
mod wrapper;

pub use self::codec::{
    AsNillable, AsNillableType, AsText, Binary, CData, List, Plain, PlainText, ReadTextAs, With,
    WriteTextAs,
};
pub use self::conflict::same;
pub use self::content_model::repeated_fault;
pub use self::fields::{
    Children, End, InOrder, No, ReadFields, WriteFields, Yes, read_fields, read_fields_ahead,
    write_fields,
};
pub(crate) use self::fields::{Open, write_fields_content};
pub(crate) use self::find::Part;
pub use self::find::own_namespace;
pub use self::item::{
    BytesField, CDataField, ElementField, FlattenField, ListField, NillableField,
    NillableTypeField, ReadElementField, ReadTextField, TextField, WriteElementField,
    WriteTextField,
};
pub use self::iter::Iter;
pub use self::nillable::Nillable;
pub use self::occurrence::Occurrence;
pub(crate) use self::offer::Claim;
pub use self::offer::Offer;
pub use self::position::PositionField;
pub use self::root::{
    Root, from_reader, from_reader_with, from_slice, from_slice_with, from_str, from_str_with,
    info_of, into_chunks, stream_to, to_string, to_vec, to_writer,
};
pub(crate) use self::unknown::{refuse_attributes, skip_unknown};
pub use self::wrapper::{FlatWrapper, Wrapper};
