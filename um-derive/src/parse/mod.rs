//! Attributes to keys, declarations to shapes. Knows `syn`, knows nothing of XML.

mod container;
mod entries;
mod field;
mod foreign;
mod keys;
mod settings;
mod shape;
mod suggest;
mod value;

use proc_macro2::Ident;
use syn::{DeriveInput, Field, Generics, Path, Type, Variant};

pub(crate) use self::container::ContainerKeys;
pub(crate) use self::field::{FieldKeys, FormKeys, NameKeys, TypedKeys, VariantKeys};
pub(crate) use self::keys::{Key, Place};
#[cfg(test)]
pub(crate) use self::keys::{allowed_on, rows};
pub(crate) use self::suggest::{nearest, quoted};
pub(crate) use self::value::{Predicates, Set, Uri};

use self::settings::{Settings, Site};
use crate::Derive;
use crate::ctxt::Ctxt;

/// What a derive was put on, with its keys.
pub(crate) struct Item<'a> {
    pub(crate) derive: Derive,
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) keys: ContainerKeys,
    pub(crate) body: Body<'a>,
}

pub(crate) enum Body<'a> {
    /// A struct with named fields, or none.
    Group(Vec<FieldKeys<'a>>),
    /// A tuple struct of one field.
    Newtype(&'a Type),
    /// An enum of unit variants, and perhaps one that keeps other values.
    Values(Vec<VariantKeys<'a>>),
    /// An enum of one-field variants, one of which stands in an element.
    Choice(Vec<FieldKeys<'a>>),
    /// An enum of one-field variants of simple types.
    Union(Vec<(&'a Variant, &'a Type)>),
    /// An enum of one-field variants that are told apart by `xsi:type`.
    Typed(Vec<TypedKeys<'a>>),
    /// An enum of one-field variants, each of which holds a message.
    Messages(Vec<(&'a Variant, &'a Type)>),
}

/// `None` where the shape leaves nothing to go on with; the error is reported.
pub(crate) fn item<'a>(ctxt: &Ctxt, derive: Derive, input: &'a DeriveInput) -> Option<Item<'a>> {
    let container = shape::place(ctxt, derive, input)?;
    let site = Site {
        place: container,
        container,
        ident: &input.ident,
        derive,
    };
    let keys = ContainerKeys::read(ctxt, &input.attrs, site);
    let body = shape::body(ctxt, input, site)?;
    Some(Item {
        derive,
        ident: &input.ident,
        generics: &input.generics,
        keys,
        body,
    })
}

/// What can be made out of a declaration with errors in it, for the fallback.
pub(crate) struct Salvage {
    pub(crate) runtime: Option<Path>,
    pub(crate) response: Option<Type>,
}

pub(crate) fn salvage(input: &DeriveInput) -> Salvage {
    let container = Place::MessageStruct;
    let site = Site {
        place: container,
        container,
        ident: &input.ident,
        derive: Derive::Message,
    };
    // Reported before, and in the words that fit the place.
    let silent = Ctxt::new();
    let mut settings = Settings::read(&silent, &input.attrs, site);
    let runtime = settings.path(Key::Crate).map(|set| set.value);
    let response = settings.ty(Key::Response).map(|set| set.value);
    let _ = silent.finish();
    Salvage { runtime, response }
}

/// The one field of a newtype or variant takes no keys: whatever is there is reported.
fn refuse_keys(ctxt: &Ctxt, field: &Field, site: Site<'_>) {
    Settings::read(ctxt, &field.attrs, site.at(Place::Content));
}
