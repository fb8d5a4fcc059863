//! What an item is: names, roles and spans over the user's own declaration. No generated tokens.

mod field;
mod generics;
mod item;
mod message_variant;
mod name;
mod style;
mod value_space;
mod xsi_variant;

pub(crate) use self::field::{
    DefaultValue, Empty, Field, Occurrence, Qualification, QualifiedName, Role, Spelling, mentions,
};
pub(crate) use self::generics::{Bounds, depends_on};
pub(crate) use self::item::{
    Group, Item, Kind, Soap, Value, ValueKind, Values, Version, default_runtime,
};
pub(crate) use self::message_variant::{MessageKind, MessageVariant};
pub(crate) use self::name::{Name, Namespace};
pub(crate) use self::value_space::ValueSpace;
pub(crate) use self::xsi_variant::{XsiVariant, XsiVariantKind};
