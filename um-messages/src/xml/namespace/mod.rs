//! Namespaces as numbers, prefixes in scope, tags joined beforehand.

mod bindings;
mod ids;
mod inline_stack;
mod interner;
mod tags;

pub(super) use self::bindings::{Binding, Declarations, Scopes};
pub(crate) use self::ids::is_reserved_namespace;
pub use self::ids::{NsId, XML_NAMESPACE, XSI_NAMESPACE};
pub(super) use self::ids::{PREDEFINED, UriId, XMLNS_NAMESPACE};
pub(super) use self::inline_stack::Stack;
pub(super) use self::interner::Uris;
pub(super) use self::tags::Prefix;
pub use self::tags::{AttributeName, ElementName, Fact, Name, Scope};
