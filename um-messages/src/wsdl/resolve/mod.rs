//! Which documents there are, and what the names in them mean.

mod built_in;
mod load;
mod source;
mod symbols;
mod well_known;

pub(crate) use self::built_in::BuiltIn;
pub(crate) use self::load::{Documents, load};
pub(crate) use self::source::Sources;
pub(crate) use self::symbols::{
    Defined, Key, NamedType, Scope, Symbols, TypeDefinition, nearest_of, shown,
};
