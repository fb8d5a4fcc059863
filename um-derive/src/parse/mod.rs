//! Attributes to keys, declarations to fields and variants. Knows `syn`, knows nothing of XML.

mod container;
mod derive;
mod entries;
mod field;
mod foreign;
mod keys;
mod members;
mod place;
mod salvage;
mod settings;
mod value;

use proc_macro2::Ident;
use syn::{DeriveInput, Generics};

pub(crate) use self::container::ContainerKeys;
pub(crate) use self::derive::Derive;
pub(crate) use self::field::{
    AbsentKeys, FieldKeys, FormKeys, MessageKeys, NameKeys, ValueKeys, XsiVariantKeys,
};
#[cfg(any(test, fuzzing))]
pub(crate) use self::keys::rows;
pub(crate) use self::keys::{Key, RoleKey};
#[cfg(test)]
pub(crate) use self::keys::{Place, allowed_on};
pub(crate) use self::members::Members;
pub(crate) use self::salvage::{Salvage, salvage};
pub(crate) use self::value::{Predicates, Setting, StrValue, has_lifetime};

use self::settings::Site;
use crate::ctxt::Ctxt;

/// What a derive was put on, with its keys.
pub(crate) struct Declaration<'a> {
    pub(crate) derive: Derive,
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) keys: ContainerKeys,
    pub(crate) members: Members<'a>,
}

/// `None` where the declaration leaves nothing to go on with; the error is reported.
pub(crate) fn declaration<'a>(
    ctxt: &Ctxt,
    derive: Derive,
    input: &'a DeriveInput,
) -> Option<Declaration<'a>> {
    let container = place::container(ctxt, derive, input)?;
    let site = Site {
        place: container,
        container,
        ident: &input.ident,
        derive,
    };
    let keys = ContainerKeys::read(ctxt, &input.attrs, site);
    let members = members::members(ctxt, input, site)?;
    Some(Declaration {
        derive,
        ident: &input.ident,
        generics: &input.generics,
        keys,
        members,
    })
}
