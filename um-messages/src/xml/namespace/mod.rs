//! Namespaces as numbers, prefixes in scope, tags joined beforehand.

mod bindings;
mod ids;
mod inline_stack;
mod interner;
mod known_name;
mod named;
mod prefix_index;
mod prefix_key;
mod scope;
mod shared_names;
mod tags;
mod type_info;

pub(super) use self::bindings::{Binding, Bindings, SetAside};
pub(super) use self::ids::XOP_NAMESPACE;
pub(crate) use self::ids::is_reserved_namespace;
pub use self::ids::{NamespaceId, XML_NAMESPACE, XSI_NAMESPACE};
pub(super) use self::ids::{UriId, XMLNS_NAMESPACE};
pub(super) use self::inline_stack::InlineStack;
pub(super) use self::interner::Interner;
pub use self::known_name::KnownName;
pub use self::named::Namespace;
pub(super) use self::prefix_index::PrefixIndex;
pub(super) use self::prefix_key::PrefixKey;
pub(super) use self::scope::{Declaration, NO_DEFAULT, Scope};
pub(super) use self::shared_names::{PrefixedName, SharedNames};
pub(super) use self::tags::Naming;
pub(super) use self::tags::Prefix;
pub use self::tags::{ElementName, Tags};
pub(crate) use self::type_info::Place;
pub use self::type_info::{FieldExtras, FieldInfo, Items, Table, TypeInfo};
