//! What a message is: names, roles and spans over the user's own declaration. No generated tokens.

mod field;
mod generics;
mod message;
mod name;
mod style;
mod typed;

pub(crate) use self::field::{Fallback, Field, Home, QualifiedName, Role, mentions};
pub(crate) use self::generics::{Bounds, depends_on};
pub(crate) use self::message::{
    Group, Message, Shape, Soap, Value, ValueKind, Version, default_runtime,
};
pub(crate) use self::name::{Name, Namespace};
pub(crate) use self::typed::{Typed, TypedKind};
